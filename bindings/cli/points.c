/* SPDX-License-Identifier: Apache-2.0 */
#include "points.h"

#include "layout.h"

static void
append_points_row (const Sheet *sheet, const char *const cells[5])
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
append_criterion (const Sheet *sheet, const SmaajobCriterion *criterion)
{
  const char *name = smaajob_criterion_get_name (criterion->id);
  g_autofree char *value = sheet_number (sheet, criterion->value);
  g_autofree char *low = sheet_number (sheet, criterion->low);
  g_autofree char *high = sheet_number (sheet, criterion->high);
  g_autofree char *bounds = g_strconcat (low, "–", high, NULL);
  g_autofree char *weight = sheet_number (sheet, criterion->weight);
  g_autofree char *loss = loss_text (sheet, criterion->loss);
  const char *const cells[5] = {text_named (sheet->voice.language, "criterion.", name), value,
                                criterion->low == criterion->high ? "" : bounds, weight, loss};

  append_points_row (sheet, cells);
}

void
points_append (const Sheet *sheet)
{
  const Language language = sheet->voice.language;
  const char *const cells[5] = {
      "", text_get (language, "page.value"), text_get (language, "page.bounds_head"),
      text_get (language, "page.weight"), text_get (language, "page.costs")};

  sheet_append_heading (sheet, "page.points");
  append_points_row (sheet, cells);
  for (size_t i = 0; i < smaajob_match_get_n_criteria (sheet->match); i++) {
    const SmaajobCriterion criterion = smaajob_match_get_criterion_at (sheet->match, i);

    if (criterion.n_items > 0)
      append_criterion (sheet, &criterion);
  }
}

typedef struct {
  SmaajobCriterionId criterion;
  SmaajobItem item;
  size_t order;
} Line;

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const Line *x = a, *y = b;

  if (x->item.loss != y->item.loss)
    return x->item.loss > y->item.loss ? -1 : 1;
  return x->order < y->order ? -1 : 1;
}

static GArray *
lines_new (const Sheet *sheet, SmaajobState state)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  for (size_t i = 0; i < smaajob_match_get_n_criteria (sheet->match); i++) {
    const SmaajobCriterion criterion = smaajob_match_get_criterion_at (sheet->match, i);

    for (size_t k = 0; k < criterion.n_items; k++) {
      const SmaajobItem item = smaajob_match_get_item_at (sheet->match, i, k);

      if (item.state == state)
        g_array_append_vals (lines, &(Line){criterion.id, item, lines->len}, 1);
    }
  }
  g_array_sort (lines, compare_lines);
  return lines;
}

void
points_append_items (const Sheet *sheet, const char *heading, SmaajobState state)
{
  g_autoptr (GArray) lines = lines_new (sheet, state);

  if (lines->len == 0)
    return;
  sheet_append_heading (sheet, heading);
  for (guint i = 0; i < lines->len; i++) {
    const Line *line = &g_array_index (lines, Line, i);
    g_autofree char *sentence = phrase_item (&sheet->voice, line->criterion, &line->item);
    g_autofree char *loss = loss_text (sheet, line->item.loss);
    g_autofree char *lead = g_strconcat ("  ", state == SMAAJOB_STATE_MET ? "+" : loss, NULL);

    layout_append_wrapped (sheet->out, lead, sentence, state == SMAAJOB_STATE_MET ? 4 : 10);
  }
}
