/* SPDX-License-Identifier: Apache-2.0 */
#include "base/error.h"
#include "text/html-advice.h"
#include "text/html-score.h"
#include "text/html-style.h"
#include "text/html-verdict.h"
#include "text/html-week.h"
#include "text/texts.h"

#include <string.h>

/* Nothing is fetched and nothing runs, whatever stands in the page. */
static void
put_head (Html *html)
{
  html_put (html, "<!DOCTYPE html>\n<html lang=\"{t}\">\n<head>\n<meta charset=\"utf-8\">\n",
            smaajob_explanation_get_language (html->explanation));
  html_put (html, "<meta http-equiv=\"Content-Security-Policy\" "
                  "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
  html_put (html, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                  "<meta name=\"color-scheme\" content=\"light dark\">\n");
  html_put (html, "<title>{t}</title>\n<style>\n",
            smaajob_explanation_get_title (html->explanation));
  write_bytes (&html->writer, html_style, strlen (html_style));
  html_put (html, "</style>\n</head>\n");
}

/* What is linked to, in the order of the page. */
static const struct {
  SmaajobSection section;
  void (*put) (Html *html);
} parts[] = {
    {SMAAJOB_SECTION_WEEK, html_put_week},
    {SMAAJOB_SECTION_SCORE, html_put_score},
    {SMAAJOB_SECTION_TASKS, html_put_tasks},
    {SMAAJOB_SECTION_LEVERS, html_put_levers},
    {SMAAJOB_SECTION_QUESTIONS, html_put_questions},
    {SMAAJOB_SECTION_ATTENTION, html_put_attention},
};

#define N_PARTS (sizeof parts / sizeof *parts)

static void
put_links (Html *html)
{
  html_put (html, "<nav aria-label=\"{w}\">\n<ul>\n", "contents");
  for (size_t i = 0; i < N_PARTS; i++)
    if (html_has (html, parts[i].section))
      html_put (html, "<li><a href=\"#{t}\">{t}</a></li>\n",
                smaajob_section_get_name (parts[i].section),
                smaajob_explanation_get_heading (html->explanation, parts[i].section));
  if (html_has_items (html))
    html_put (html, "<li><a href=\"#items\">{w}</a></li>\n", "items");
  html_put (html, "</ul>\n</nav>\n");
}

static void
put_main (Html *html)
{
  html_put_verdict (html);
  for (size_t i = 0; i < N_PARTS; i++)
    if (html_has (html, parts[i].section))
      parts[i].put (html);
  if (html_has_items (html))
    html_put_items (html);
}

static void
put_body (Html *html)
{
  const bool is_empty = smaajob_explanation_get_n_paragraphs (html->explanation) == 0;

  html_put (html, "<body>\n<a class=\"skip\" href=\"#main\">{w}</a>\n", "skip");
  html_put (html, "<header>\n<p class=\"brand\">smaajob</p>\n<h1>{t}</h1>\n</header>\n",
            smaajob_explanation_get_title (html->explanation));
  if (!is_empty)
    put_links (html);
  html_put (html, "<main id=\"main\" tabindex=\"-1\">\n");
  put_main (html);
  if (is_empty)
    html_put (html, "<p class=\"empty\">{w}</p>\n", "empty");
  html_put (html, "</main>\n<footer>\n");
  if (!is_empty)
    html_put (html, "<p>{w}</p>\n", "footer");
  html_put (html, "<p>smaajob {t}</p>\n</footer>\n", smaajob_get_version ());
  html_put (html, "</body>\n</html>\n");
}

char *
smaajob_explanation_to_html (const SmaajobExplanation *explanation, SmaajobError *error)
{
  Html html = {.explanation = explanation};

  if (explanation == NULL) {
    error_argument (error, "explanation is NULL, expected one");
    return NULL;
  }
  html.voice.reader = smaajob_explanation_get_reader (explanation);
  html.voice.language = texts_find_language (smaajob_explanation_get_language (explanation));
  put_head (&html);
  put_body (&html);
  return writer_finish (&html.writer, error);
}
