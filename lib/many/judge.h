/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_JUDGE_H
#define MANY_JUDGE_H

#include "judgement/requirement.h"
#include "many/kernel.h"
#include "many/view.h"
#include "match/verdict.h"

/* What is judged once for a citizen and holds for every opening that asks the same. */
typedef struct {
  Cost cost;      /* as things stand, before any weight; of hours: with the weights */
  uint32_t stamp; /* of the citizen it was judged for */
  uint32_t known; /* the stake, when its question is answered */
  uint32_t stake; /* weight · share */
  uint8_t state;  /* a Mastery, NeedState or bits, by what it is */
} Judged;

typedef struct NeedTable NeedTable; /* see many/needs.h */

/* A need of which some opening says something. */
typedef struct {
  const Need *need;
  const Column *column;
  NeedTable *table; /* perhaps of several needs */
  bool provision, must;
} NeedView;

/* How far a citizen may go: squares of chords of the unit sphere. What lies between is not decided
   by them. */
typedef struct {
  float near, far;
  bool made;
} Range;
#define N_RANGES (4 * (1440 + 1)) /* by mode and most minutes */

/* What a requirement of a kind comes to: a Judged, of which there are many. */
typedef struct {
  uint32_t cost : 27; /* of one item, whose share is below 1: below 2^24 */
  uint32_t state : 2; /* Mastery */
  uint32_t known : 1; /* its question is answered, and that has a stake */
  uint32_t importance : 2;
} KindJudged;

static inline KindJudged
kind_judged (const Judged *judged, unsigned importance)
{
  return (KindJudged){(uint32_t) judged->cost, judged->state, judged->known > 0, importance};
}

/* What is held of a concept, against all that may be required of it: by kind_code(). */
typedef struct {
  int32_t more[KIND_CODES]; /* that it costs than if bare, in the view's unit */
  KindJudged judged[KIND_CODES];
  /* codes as bits: it is not as if bare; of those known is a must that is not mastered below, and
     a must that may be, although it is not known, odd; a must of which it is something else than
     if bare, whether it is mastered, telling */
  uint16_t near, known, below, odd, telling;
} HeldRow;

typedef struct Holds Holds; /* how kinds.c finds them */

/*
 * Decides pairs of one citizen after the other with the openings of a market, exactly, without
 * scoring them: the verdict and every blocker, and how much the score can be at the most. It is a
 * thread's own.
 */
typedef struct {
  const SmaajobMarket *market;
  View *view;
  const SmaajobPolicy *policy;
  uint32_t stamp;
  uint32_t scale;      /* of a score: the sum of the weights */
  HeldRow *rows;       /* the first is of who is bare */
  uint32_t *held;      /* by concept of the market: a row */
  KindJudged *by_kind; /* where kinds are few; else NULL */
  Holds *holds;
  NeedTable *level_tables;                     /* of needs of whole levels, by kind */
  NeedTable *tables;                           /* of others, the citizen's and more */
  uint32_t n_tables;                           /* more than a citizen has needs */
  Judged gates[CODE_OTHER], hours[CODE_OTHER]; /* by code of their columns */
  Range *ranges;
  Training training[PACKED_TRAININGS];
  Judged untold_requirements, untold_needs;
  const Column *gates_column, *hours_column,
      *sector_column; /* NULL when no opening says anything */
  /* of the citizen */
  const SmaajobCitizen *citizen;
  Findings findings;        /* whatever the opening */
  Judged bare[N_STRENGTHS]; /* a requirement of which nothing near is held */
  uint32_t *near;           /* concepts of the market of which something is held, or similar ones */
  uint32_t *below;          /* kinds of those, musts that are not mastered */
  uint32_t n_near, n_below;
  uint32_t n_posted; /* postings of kinds of those */
  NeedView needs[CITIZEN_MAX_NEEDS];
  size_t n_needs;
  Judged other_needs;               /* of which no opening says anything */
  bool untold;                      /* one of those is a must on every task */
  uint64_t moments;                 /* of the citizen's time, which is all when it is not known */
  FreeSlots free;                   /* of that; none with short days */
  bool short_days;                  /* none of which has room for anything */
  bool hours_known;                 /* of what decides the hours, the citizen's part */
  Judged unknown_hours, best_hours; /* best: with an employer who leaves it to the citizen */
  Judged unknown_travel, near_travel;
  Range range;
} Screen;

/*
 * The judgements themselves, each asked once for what is numbered: nothing here computes what a
 * judgement computes, so that there is one arithmetic.
 */

enum { GATES_REFUSED = 1, GATES_UNKNOWN = 2 };
#define ALL_TASKS ((1u << OPENING_MAX_TASKS) - 1)

void judge_citizen (Screen *screen);
/* The cost of one item, in the way that every tally reckons it. */
void judge_item (const Screen *screen, SmaajobCriterionId criterion, const Item *item,
                 Judged *judged);
/* A requirement of that level and importance, for the screen's citizen who holds so much of it. */
void judge_best (const Screen *screen, const Requirement *requirement, const Best *best,
                 Judged *judged);
void judge_gates (const Screen *screen, const SmaajobOpening *opening, Judged *judged);
void judge_hours_at_best (const Screen *screen, const SmaajobOpening *opening, Judged *judged);
/* All wishes together. */
void judge_wishes (const Screen *screen, const SmaajobOpening *opening, Judged *judged);
/* Whoever the citizen is. */
void judge_untold (Screen *screen);
void judge_trainings (Screen *screen);
Range judge_range (const Screen *screen);

#endif
