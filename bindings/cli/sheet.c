/* SPDX-License-Identifier: Apache-2.0 */
#include "sheet.h"

#include "layout.h"

#include <string.h>

void
sheet_append_coloured (const Sheet *sheet, const char *sequence, const char *text)
{
  if (sheet->colour)
    g_string_append_printf (sheet->out, "\033[%sm%s\033[0m", sequence, text);
  else
    g_string_append (sheet->out, text);
}

void
sheet_append_heading (const Sheet *sheet, const char *heading)
{
  g_string_append_c (sheet->out, '\n');
  sheet_append_coloured (sheet, "1", heading);
  g_string_append_c (sheet->out, '\n');
}

char *
sheet_number (const Sheet *sheet, int thousandths)
{
  return layout_score (thousandths, sheet->language);
}

bool
sheet_find_value (const Sheet *sheet, size_t i, const char *name, int *number)
{
  SmaajobValue value;

  for (size_t k = 0;; k++) {
    value = smaajob_explanation_get_value_at (sheet->explanation, i, k);
    if (value.name == NULL)
      return false;
    if (strcmp (value.name, name) == 0)
      break;
  }
  *number = value.number;
  return true;
}

int
sheet_value (const Sheet *sheet, size_t i, const char *name)
{
  int number;

  return sheet_find_value (sheet, i, name, &number) ? number : SMAAJOB_UNKNOWN;
}
