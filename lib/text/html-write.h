/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TEXT_HTML_WRITE_H
#define TEXT_HTML_WRITE_H

#include "text/voice.h"
#include "text/write.h"

/* A page being written, of an explanation and of nothing else: its voice knows no match. */
typedef struct {
  Writer writer;
  const SmaajobExplanation *explanation;
  Voice voice;
} Html;

/* The format is markup as it stands, with blanks for the arguments that follow:
   {t} text, escaped       {w} the text "html.…"             {k} the text of a prefix and a name
   {d} a whole number      {m} thousandths, "0.912"          {l} what is lost, "−0.088"
   {s} a share, "85 %"     {p} a length, "91.2%"             {h} minutes, "4 h"
   {c} minutes after midnight, "08:00" */
void html_put (Html *html, const char *format, ...);

/* Where the section's paragraphs begin, and paragraph i if it still is one of them:
   for (size_t i = html_begin (…); html_paragraph (html, section, i, &p); i++) */
size_t html_begin (const Html *html, SmaajobSection section);
bool html_paragraph (const Html *html, SmaajobSection section, size_t i, SmaajobParagraph *p);
bool html_has (const Html *html, SmaajobSection section);
/* A number of the paragraph by its name; SMAAJOB_UNKNOWN when there is none. */
int html_value (const Html *html, size_t paragraph, const char *name);

/* A section with its heading, and its end. */
void html_begin_section (Html *html, SmaajobSection section);
void html_end_section (Html *html);
/* The list of what belongs to the paragraph in front of i; nothing when nothing does. */
void html_put_details (Html *html, SmaajobSection section, size_t i);

#endif
