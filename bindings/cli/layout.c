/* SPDX-License-Identifier: Apache-2.0 */
#include "layout.h"

#include <stdlib.h>
#include <string.h>

static guint
character_width (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

guint
layout_width (const char *text)
{
  guint width = 0;

  for (; *text; text = g_utf8_next_char (text))
    width += character_width (g_utf8_get_char (text));
  return width;
}

static void
append_spaces (GString *out, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_c (out, ' ');
}

static void
append_cut (GString *out, const char *text, guint width)
{
  guint used = 0;

  while (*text && used + character_width (g_utf8_get_char (text)) < width) {
    used += character_width (g_utf8_get_char (text));
    g_string_append_unichar (out, g_utf8_get_char (text));
    text = g_utf8_next_char (text);
  }
  g_string_append (out, "…");
  append_spaces (out, width - used - 1);
}

void
layout_append_cell (GString *out, const char *text, guint width, bool right)
{
  const guint used = layout_width (text);

  if (used > width) {
    append_cut (out, text, width);
    return;
  }
  if (right)
    append_spaces (out, width - used);
  g_string_append (out, text);
  if (!right)
    append_spaces (out, width - used);
}

/* How many bytes of the text fit: up to a space, or cut when one word is too long. */
static size_t
fitting (const char *text, guint width)
{
  const char *at = text, *space = NULL;
  guint used = 0;

  for (; *at; at = g_utf8_next_char (at)) {
    used += character_width (g_utf8_get_char (at));
    if (*at == ' ' && used <= width + 1)
      space = at;
    if (used > width)
      return (size_t) ((space ? space : at > text ? at : g_utf8_next_char (at)) - text);
  }
  return (size_t) (at - text);
}

void
layout_append_wrapped (GString *out, const char *lead, const char *text, guint indent)
{
  const guint used = layout_width (lead);
  size_t n;

  g_string_append (out, lead);
  append_spaces (out, indent > used ? indent - used : 0);
  n = fitting (text, LAYOUT_WIDTH - MAX (indent, used));
  g_string_append_len (out, text, (gssize) n);
  g_string_append_c (out, '\n');
  for (text += n; *text == ' '; text++)
    ;
  if (*text)
    layout_append_wrapped (out, "", text, indent);
}

char *
layout_clean (const char *text)
{
  GString *out = g_string_new (NULL);

  for (; *text; text = g_utf8_next_char (text)) {
    const gunichar c = g_utf8_get_char (text);

    g_string_append_unichar (out, g_unichar_iscntrl (c) ? ' ' : c);
  }
  return g_string_free (out, FALSE);
}

/* g_utf8_strup() would follow the locale. */
char *
layout_upper (const char *text)
{
  GString *out = g_string_new (NULL);

  for (; *text; text = g_utf8_next_char (text))
    g_string_append_unichar (out, g_unichar_toupper (g_utf8_get_char (text)));
  return g_string_free (out, FALSE);
}

static char
decimal_point (Language language)
{
  return language == LANGUAGE_DA ? ',' : '.';
}

char *
layout_score (int thousandths, Language language)
{
  return g_strdup_printf ("%d%c%03d", thousandths / 1000, decimal_point (language),
                          abs (thousandths % 1000));
}

char *
layout_quantity (int thousandths, Language language)
{
  char *text = layout_score (thousandths, language);
  char *end = text + strlen (text);

  while (end[-1] == '0')
    *--end = '\0';
  if (end[-1] == decimal_point (language))
    *--end = '\0';
  return text;
}

char *
layout_count (size_t number, Language language)
{
  const char mark = language == LANGUAGE_DA ? '.' : ',';
  GString *text = g_string_new (NULL);

  g_string_printf (text, "%zu", number);
  for (gssize at = (gssize) text->len - 3; at > 0; at -= 3)
    g_string_insert_c (text, at, mark);
  return g_string_free (text, FALSE);
}

char *
layout_hours (int minutes, Language language)
{
  g_autofree char *hours = layout_quantity ((minutes * 100 + 30) / 60 * 10, language);

  return g_strdup_printf ("%s %s", hours, text_get (language, "unit.hours"));
}
