/* SPDX-License-Identifier: Apache-2.0 */
#include "text/html-write.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define MINUS           "\xe2\x88\x92" /* U+2212, as wide as a digit */
#define SPACE           "\xc2\xa0"     /* no line ends between a number and its unit */
#define WHAT_IS_UNKNOWN "\xe2\x80\x93" /* an en dash */

static void
put_raw (Html *html, const char *text)
{
  write_bytes (&html->writer, text, strlen (text));
}

static const char *
entity_of (char c)
{
  switch (c) {
  case '&':
    return "&amp;";
  case '<':
    return "&lt;";
  case '>':
    return "&gt;";
  case '"':
    return "&quot;";
  case '\'':
    return "&#39;";
  default:
    /* no page may hold a control character, and an explanation has none */
    return NULL;
  }
}

static void
put_text (Html *html, const char *text)
{
  for (size_t n; *text != '\0'; text += n) {
    for (n = 0; text[n] != '\0' && entity_of (text[n]) == NULL; n++)
      continue;
    write_bytes (&html->writer, text, n);
    if (text[n] != '\0')
      put_raw (html, entity_of (text[n++]));
  }
}

/* A key without a text stands for itself, so that a test finds it. */
static void
put_word (Html *html, const char *prefix, const char *name)
{
  const char *text = voice_find (&html->voice, prefix, name);

  if (text == NULL) {
    put_text (html, prefix);
    put_raw (html, ".");
  }
  put_text (html, text == NULL ? name : text);
}

static void
put_whole (Html *html, int number)
{
  char text[16];

  snprintf (text, sizeof text, "%d", number);
  put_raw (html, text);
}

static void
put_thousandths (Html *html, int number)
{
  if (number == SMAAJOB_UNKNOWN)
    put_raw (html, WHAT_IS_UNKNOWN);
  else
    put_text (html, words_of_score (&html->voice, number).text);
}

static void
put_loss (Html *html, int number)
{
  if (number > 0)
    put_raw (html, MINUS);
  put_thousandths (html, number);
}

/* In CSS and SVG the mark is a point in every language. */
static void
put_length (Html *html, int thousandths)
{
  char text[32];

  snprintf (text, sizeof text, "%d.%d%%", thousandths / 10, thousandths % 10);
  put_raw (html, text);
}

/* Rounded down, so that 100 % means that all of it is. */
static void
put_share (Html *html, int thousandths)
{
  if (thousandths == SMAAJOB_UNKNOWN) {
    put_raw (html, WHAT_IS_UNKNOWN);
    return;
  }
  put_whole (html, thousandths / 10);
  put_raw (html, SPACE "%");
}

static void
put_clock (Html *html, int minute)
{
  char text[32];

  snprintf (text, sizeof text, "%02d:%02d", minute / 60, minute % 60);
  put_raw (html, text);
}

static void
put_number (Html *html, char kind, int number)
{
  switch (kind) {
  case 'd':
    put_whole (html, number);
    break;
  case 'm':
    put_thousandths (html, number);
    break;
  case 'l':
    put_loss (html, number);
    break;
  case 's':
    put_share (html, number);
    break;
  case 'p':
    put_length (html, number);
    break;
  case 'h':
    put_text (html, words_of_minutes (&html->voice, number).text);
    break;
  case 'c':
    put_clock (html, number);
    break;
  }
}

void
html_put (Html *html, const char *format, ...)
{
  va_list arguments;
  const char *open, *prefix;

  va_start (arguments, format);
  for (; (open = strchr (format, '{')) != NULL; format = open + strlen ("{t}")) {
    write_bytes (&html->writer, format, (size_t) (open - format));
    if (open[1] == 't')
      put_text (html, va_arg (arguments, const char *));
    else if (open[1] == 'w')
      put_word (html, "html", va_arg (arguments, const char *));
    else if (open[1] == 'k') {
      prefix = va_arg (arguments, const char *);
      put_word (html, prefix, va_arg (arguments, const char *));
    } else
      put_number (html, open[1], va_arg (arguments, int));
  }
  put_raw (html, format);
  va_end (arguments);
}

size_t
html_begin (const Html *html, SmaajobSection section)
{
  const size_t n = smaajob_explanation_get_n_paragraphs (html->explanation);
  SmaajobParagraph p;
  size_t i = 0;

  while (i < n && !html_paragraph (html, section, i, &p))
    i++;
  return i;
}

bool
html_paragraph (const Html *html, SmaajobSection section, size_t i, SmaajobParagraph *p)
{
  *p = smaajob_explanation_get_paragraph_at (html->explanation, i);
  return p->code != NULL && p->section == section;
}

bool
html_has (const Html *html, SmaajobSection section)
{
  SmaajobParagraph p;

  return html_paragraph (html, section, html_begin (html, section), &p);
}

int
html_value (const Html *html, size_t paragraph, const char *name)
{
  SmaajobValue value;

  for (size_t i = 0;; i++) {
    value = smaajob_explanation_get_value_at (html->explanation, paragraph, i);
    if (value.name == NULL)
      return SMAAJOB_UNKNOWN;
    if (strcmp (value.name, name) == 0)
      return value.number;
  }
}

void
html_begin_section (Html *html, SmaajobSection section)
{
  const char *id = smaajob_section_get_name (section);

  html_put (html, "<section id=\"{t}\" aria-labelledby=\"{t}-heading\">\n", id, id);
  html_put (html, "<h2 id=\"{t}-heading\">{t}</h2>\n", id,
            smaajob_explanation_get_heading (html->explanation, section));
}

void
html_end_section (Html *html)
{
  put_raw (html, "</section>\n");
}

void
html_put_details (Html *html, SmaajobSection section, size_t i)
{
  SmaajobParagraph p;
  bool any = false;

  for (; html_paragraph (html, section, i, &p) && p.depth > 0; i++, any = true)
    html_put (html, any ? "<li>{t}</li>\n" : "<ul class=\"details\">\n<li>{t}</li>\n", p.text);
  if (any)
    put_raw (html, "</ul>\n");
}
