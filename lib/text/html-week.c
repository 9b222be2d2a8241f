/* SPDX-License-Identifier: Apache-2.0 */
#include "text/html-week.h"

#include <string.h>

#define WEEKDAYS  5
#define WEEK_DAYS 7
/* Rows of the calendar: its names of days, and then four an hour. */
#define HEAD_ROW        1
#define MINUTES_OF_ROW  15
#define MINUTES_OF_HOUR 60

/* The ends of their keys. */
static const char *const days[] = {"1", "2", "3", "4", "5", "6", "7"};

typedef struct {
  int day, from, to; /* day 1–7, minutes after midnight */
  const char *kind;  /* "paid", "partly" or "practice": a word of the page and its look */
  const char *task;
} Shift;

/* What the calendar shows: whole hours, and the days. */
typedef struct {
  int first_hour, last_hour;
  int n_days;
} Frame;

static const char *
shift_kind (const char *code)
{
  static const char *const codes[] = {"shift_paid", "shift_partly", "shift_practice"};

  for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
    if (strcmp (code, codes[i]) == 0)
      return codes[i] + strlen ("shift_");
  return NULL;
}

static bool
shift_read (const Html *html, size_t i, Shift *shift)
{
  SmaajobParagraph p;

  if (!html_paragraph (html, SMAAJOB_SECTION_WEEK, i, &p))
    return false;
  shift->kind = shift_kind (p.code);
  shift->task = p.task == NULL ? "" : p.task;
  shift->day = html_value (html, i, "day");
  shift->from = html_value (html, i, "from");
  shift->to = html_value (html, i, "to");
  return shift->kind != NULL && shift->day >= 1 && shift->day <= WEEK_DAYS && shift->from >= 0 &&
         shift->from < shift->to;
}

/* The next shift from i on; false after the last. */
static bool
shift_next (const Html *html, size_t *i, Shift *shift)
{
  SmaajobParagraph p;

  for (; html_paragraph (html, SMAAJOB_SECTION_WEEK, *i, &p); ++*i)
    if (shift_read (html, *i, shift))
      return true;
  return false;
}

static bool
frame_measure (const Html *html, Frame *frame)
{
  Shift shift;

  *frame = (Frame){24, 0, WEEKDAYS};
  for (size_t i = html_begin (html, SMAAJOB_SECTION_WEEK); shift_next (html, &i, &shift); i++) {
    const int end = (shift.to + MINUTES_OF_HOUR - 1) / MINUTES_OF_HOUR;

    if (shift.from / MINUTES_OF_HOUR < frame->first_hour)
      frame->first_hour = shift.from / MINUTES_OF_HOUR;
    if (end > frame->last_hour)
      frame->last_hour = end;
    if (shift.day > frame->n_days)
      frame->n_days = shift.day;
  }
  return frame->last_hour > 0;
}

static int
row_of (const Frame *frame, int minute)
{
  return (minute - frame->first_hour * MINUTES_OF_HOUR) / MINUTES_OF_ROW + HEAD_ROW + 1;
}

static void
put_hour_lines (Html *html, const Frame *frame)
{
  for (int hour = frame->first_hour; hour < frame->last_hour; hour++)
    html_put (html, "<span class=\"hour\" style=\"grid-row:{d}/span 4\">{c}</span>\n",
              row_of (frame, hour * MINUTES_OF_HOUR), hour * MINUTES_OF_HOUR);
}

static void
put_days (Html *html, const Frame *frame)
{
  for (int day = 0; day < frame->n_days; day++) {
    html_put (html, "<span class=\"day\" style=\"grid-column:{d}\">{k}</span>", day + 2, "day",
              days[day]);
    html_put (html, "<span class=\"column\" style=\"grid-column:{d}\"></span>\n", day + 2);
  }
}

static void
put_block (Html *html, const Frame *frame, const Shift *shift)
{
  html_put (html, "<span class=\"shift {t}\" style=\"grid-column:{d};grid-row:{d}/{d}\">",
            shift->kind, shift->day + 1, row_of (frame, shift->from),
            row_of (frame, shift->to + MINUTES_OF_ROW - 1));
  html_put (html, "<b>{w}</b> <span class=\"task\">{t}</span> <span class=\"time\">{c}–{c}</span>",
            shift->kind, shift->task, shift->from, shift->to);
  html_put (html, "</span>\n");
}

static void
put_calendar (Html *html, const Frame *frame)
{
  Shift shift;

  html_put (html, "<div class=\"week\" aria-hidden=\"true\" style=\"--days:{d};--rows:{d}\">\n",
            frame->n_days,
            (frame->last_hour - frame->first_hour) * (MINUTES_OF_HOUR / MINUTES_OF_ROW));
  put_days (html, frame);
  put_hour_lines (html, frame);
  for (size_t i = html_begin (html, SMAAJOB_SECTION_WEEK); shift_next (html, &i, &shift); i++)
    put_block (html, frame, &shift);
  html_put (html, "</div>\n");
}

static void
put_row (Html *html, const Shift *shift)
{
  html_put (html,
            "<tr><th scope=\"row\"><abbr title=\"{k}\">{k}</abbr></th><td class=\"n\">{c}–{c} "
            "<span>{h}</span></td>",
            "html.day", days[shift->day - 1], "day", days[shift->day - 1], shift->from, shift->to,
            shift->to - shift->from);
  html_put (html, "<td class=\"free\">{t}</td>", shift->task);
  html_put (html, "<td><span class=\"kind {t}\">{w}</span></td></tr>\n", shift->kind, shift->kind);
}

static void
put_table (Html *html)
{
  Shift shift;

  html_put (html, "<table class=\"shifts\">\n<caption>{w}</caption>\n<thead><tr>", "shifts");
  html_put (html, "<th scope=\"col\">{w}</th><th scope=\"col\">{w}</th>", "day", "time");
  html_put (html, "<th scope=\"col\">{w}</th><th scope=\"col\">{w}</th></tr></thead>\n<tbody>\n",
            "task", "kind");
  for (size_t i = html_begin (html, SMAAJOB_SECTION_WEEK); shift_next (html, &i, &shift); i++)
    put_row (html, &shift);
  html_put (html, "</tbody>\n</table>\n");
}

/* What is said of the week besides its shifts. */
static void
put_sentences (Html *html)
{
  SmaajobParagraph p;

  for (size_t i = html_begin (html, SMAAJOB_SECTION_WEEK);
       html_paragraph (html, SMAAJOB_SECTION_WEEK, i, &p); i++)
    if (p.depth == 0)
      html_put (html, "<p>{t}</p>\n", p.text);
}

void
html_put_week (Html *html)
{
  Frame frame;

  html_begin_section (html, SMAAJOB_SECTION_WEEK);
  put_sentences (html);
  if (frame_measure (html, &frame)) {
    put_calendar (html, &frame);
    put_table (html);
  }
  html_end_section (html);
}
