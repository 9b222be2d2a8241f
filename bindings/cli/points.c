/* SPDX-License-Identifier: Apache-2.0 */
#include "points.h"

#include "layout.h"

#include <string.h>

static void
append_row (const Sheet *sheet, const char *const cells[5])
{
  g_string_append (sheet->out, "  ");
  layout_append_cell (sheet->out, cells[0], 22, false);
  for (int i = 1; i < 5; i++)
    layout_append_cell (sheet->out, cells[i], i == 2 ? 15 : 9, true);
  g_string_append_c (sheet->out, '\n');
}

static char *
loss_text (const Sheet *sheet, int loss)
{
  g_autofree char *text = sheet_number (sheet, loss);

  return g_strconcat (loss > 0 ? "−" : " ", text, NULL);
}

static void
append_criterion (const Sheet *sheet, size_t i, const char *name)
{
  const int least = sheet_value (sheet, i, "low"), most = sheet_value (sheet, i, "high");
  g_autofree char *value = sheet_number (sheet, sheet_value (sheet, i, "value"));
  g_autofree char *low = sheet_number (sheet, least);
  g_autofree char *high = sheet_number (sheet, most);
  g_autofree char *bounds = g_strconcat (low, "–", high, NULL);
  g_autofree char *weight = sheet_number (sheet, sheet_value (sheet, i, "weight"));
  g_autofree char *loss = loss_text (sheet, sheet_value (sheet, i, "loss"));
  const char *const cells[5] = {name, value, least == most ? "" : bounds, weight, loss};

  append_row (sheet, cells);
}

static void
append_head (const Sheet *sheet)
{
  const char *const cells[5] = {
      "", text_get (sheet->language, "page.value"), text_get (sheet->language, "page.bounds_head"),
      text_get (sheet->language, "page.weight"), text_get (sheet->language, "page.costs")};

  append_row (sheet, cells);
}

typedef struct {
  const char *text;
  int loss;
  size_t order;
} Line;

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const Line *x = a, *y = b;

  if (x->loss != y->loss)
    return x->loss > y->loss ? -1 : 1;
  return x->order < y->order ? -1 : 1;
}

static GArray *
lines_new (const Sheet *sheet, size_t first, size_t end, const char *state)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  for (size_t i = first; i < end; i++) {
    const SmaajobParagraph item = smaajob_explanation_get_paragraph_at (sheet->explanation, i);
    const Line line = {item.text, sheet_value (sheet, i, "loss"), i};

    if (item.depth > 0 && strcmp (item.code, state) == 0)
      g_array_append_val (lines, line);
  }
  g_array_sort (lines, compare_lines);
  return lines;
}

static void
append_items (const Sheet *sheet, size_t first, size_t end, const char *state)
{
  g_autoptr (GArray) lines = lines_new (sheet, first, end, state);
  const bool met = strcmp (state, "met") == 0;

  if (lines->len > 0)
    sheet_append_heading (sheet, text_named (sheet->language, "page.", state));
  for (guint i = 0; i < lines->len; i++) {
    const Line *line = &g_array_index (lines, Line, i);
    g_autofree char *loss = loss_text (sheet, line->loss);
    g_autofree char *lead = g_strconcat ("  ", met ? "+" : loss, NULL);

    layout_append_wrapped (sheet->out, lead, line->text, met ? 4 : 10);
  }
}

size_t
points_append (const Sheet *sheet, size_t i)
{
  const size_t first = i;
  SmaajobParagraph criterion = smaajob_explanation_get_paragraph_at (sheet->explanation, i);

  append_head (sheet);
  for (; criterion.code != NULL && criterion.section == SMAAJOB_SECTION_SCORE;
       criterion = smaajob_explanation_get_paragraph_at (sheet->explanation, ++i))
    if (criterion.depth == 0)
      append_criterion (sheet, i, criterion.text);
  append_items (sheet, first, i, "met");
  append_items (sheet, first, i, "short");
  append_items (sheet, first, i, "unknown");
  return i;
}
