/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_JUDGE_H
#define MANY_JUDGE_H

#include "many/packed.h"
#include "match/verdict.h"

/* What is judged once for a citizen and holds for every opening that asks the same. */
typedef struct {
  Cost cost;      /* as things stand, before any weight; of hours: with the weights */
  uint32_t stamp; /* of the citizen it was judged for */
  uint32_t known; /* the stake, when its question is answered */
  uint32_t stake; /* weight · share */
  uint8_t state;  /* a Mastery, NeedState or bits, by what it is */
} Judged;

/* A need of which some opening says something. */
typedef struct {
  const Need *need;
  const Column *column;
  bool provision, must;
} NeedView;

/* How far a citizen may go: squares of chords of the unit sphere. What lies between is not decided
   by them. */
typedef struct {
  float near, far;
  bool made;
} Range;
#define N_RANGES (4 * (1440 + 1)) /* by mode and most minutes */

/*
 * Decides pairs of one citizen after the other with the openings of a market, exactly, without
 * scoring them: the verdict and every blocker, and how much the score can be at the most. It is a
 * thread's own.
 */
typedef struct {
  const SmaajobMarket *market;
  const SmaajobPolicy *policy;
  bool all_blockers; /* go on to find every blocker of a pair that is blocked anyhow */
  uint32_t stamp;
  uint32_t scale; /* of a score: the sum of the weights */
  Judged *kinds, *weeks, *gates, *hours, *conditions;
  Range *ranges;
  uint8_t training[PACKED_TRAININGS]; /* Training + 1; 0: not judged yet */
  Judged untold_requirements, untold_needs;
  /* of the citizen */
  const SmaajobCitizen *citizen;
  Findings findings; /* whatever the opening */
  NeedView needs[CITIZEN_MAX_NEEDS];
  size_t n_needs;
  Judged other_needs; /* of which no opening says anything */
  bool untold;        /* one of those is a must on every task */
  uint64_t cells;     /* that are some of the citizen's time, when they decide */
  bool cells_known;
  bool hours_known; /* of what decides the hours, the citizen's part */
  Judged unknown_hours, unknown_travel, near_travel;
  uint32_t wish_stake;
  Range range;
} Screen;

/*
 * The judgements themselves, each asked once for what is numbered: nothing here computes what a
 * judgement computes, so that there is one arithmetic.
 */

enum { GATES_REFUSED = 1, GATES_UNKNOWN = 2 };

void judge_citizen (Screen *screen);
/* Fill an entry for the screen's citizen. */
void judge_kind (const Screen *screen, uint32_t kind, Judged *judged);
void judge_week (const Screen *screen, uint32_t week, Judged *judged);
void judge_gates (const Screen *screen, uint32_t gates, Judged *judged);
void judge_hours_at_best (const Screen *screen, uint32_t hours, Judged *judged);
void judge_condition (const Screen *screen, const NeedView *view, uint32_t worst, Judged *judged);
void judge_untold (Screen *screen);
uint8_t judge_training (const Screen *screen, uint16_t training);
Range judge_range (const Screen *screen);

#endif
