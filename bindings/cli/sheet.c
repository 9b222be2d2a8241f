/* SPDX-License-Identifier: Apache-2.0 */
#include "sheet.h"

#include "layout.h"

void
sheet_append_coloured (const Sheet *sheet, const char *sequence, const char *text)
{
  if (sheet->colour)
    g_string_append_printf (sheet->out, "\033[%sm%s\033[0m", sequence, text);
  else
    g_string_append (sheet->out, text);
}

void
sheet_append_heading (const Sheet *sheet, const char *key)
{
  g_string_append_c (sheet->out, '\n');
  sheet_append_coloured (sheet, "1", text_get (sheet->voice.language, key));
  g_string_append_c (sheet->out, '\n');
}

char *
sheet_number (const Sheet *sheet, int thousandths)
{
  return layout_score (thousandths, sheet->voice.language);
}
