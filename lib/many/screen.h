/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_SCREEN_H
#define MANY_SCREEN_H

#include "many/judge.h"

/* What is decided of a pair. */
typedef struct {
  Findings findings; /* not those that its plan is made from */
  SmaajobVerdict verdict;
  int most;       /* when that is asked: the score is at most this */
  bool scoreless; /* nothing is known of the pair */
} Screened;

/* The view is taken. NULL when there is no memory. */
Screen *screen_new (const SmaajobMarket *market, View *view);
void screen_free (Screen *screen);
void screen_begin (Screen *screen, const SmaajobCitizen *citizen);
/* Begin with no more of a citizen than the journey, which is all that is beyond reach by. */
void screen_set_out (Screen *screen, const SmaajobCitizen *citizen);
/* Every blocker, or only whether there is one; and whether it is told how much the score can be. */
enum { SCREEN_EVERY = 1, SCREEN_BOUND = 2 };
void screen_pair (Screen *screen, uint32_t opening, unsigned asked, Screened *screened);
/* All that is found of a pair, whether its verdict needs it or not, but for what its plan is made
   from. */
void screen_find (Screen *screen, uint32_t opening, Findings *findings);
/* Have what is looked at of so many openings fetched at once, that are screened next: each is
   somewhere else. */
#define SCREEN_TOGETHER 32
void screen_fetch (const Screen *screen, const uint32_t *openings, uint32_t n);
bool screen_is_too_far (const Screen *screen, uint32_t opening);
/* The same, and it need not be reckoned in minutes to be sure. */
bool screen_is_beyond (const Screen *screen, uint32_t opening);
/* Whether a task may be done at some time that the citizen has, exactly as the score decides it. */
static inline bool screen_has_time (const Screen *screen, uint32_t opening, unsigned task);
/* The same of a task whose time is odd, from the windows themselves. */
bool screen_has_odd_time (const Screen *screen, uint32_t opening, unsigned task);
/* What the gates come to for the openings of a code other than CODE_OTHER. */
const Judged *screen_find_gates (Screen *screen, const Column *column, unsigned code);

static inline bool
screen_meets (const Screen *screen, TaskTime time, uint32_t opening, unsigned task)
{
  return time == TIME_ODD ? screen_has_odd_time (screen, opening, task)
                          : task_time_meets (time, &screen->free);
}

static inline bool
screen_has_time (const Screen *screen, uint32_t opening, unsigned task)
{
  const SmaajobMarket *market = screen->market;

  return screen_meets (screen, market->task_times[market_start (market, opening).task + task],
                       opening, task);
}

#endif
