/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_PACKED_H
#define MANY_PACKED_H

#include "data/opening.h"
#include "many/distinct.h"
#include "words/array.h"
#include <smaajob/market.h>

/* A requirement of a task. */
typedef struct {
  uint32_t kind;     /* the number of its concept, level and importance */
  uint16_t training; /* training_weeks + PACKED_TRAINING */
  uint16_t must;     /* all bits or none */
} PackedRequirement;
#define PACKED_TRAINING   2
#define PACKED_TRAININGS  (520 + PACKED_TRAINING + 1)
#define PACKED_SHARE_BITS 20

typedef struct {
  uint32_t first_requirement;
  uint32_t week;  /* the number of its windows */
  uint32_t share; /* of the opening's competence, in 2^-20, rounded down; 0: not a core task */
  uint8_t n_requirements;
  bool requirements_known;
  bool core;
} PackedTask;

typedef struct {
  const SmaajobOpening *opening;
  uint32_t number; /* in the market */
  uint32_t rank;   /* of its id */
  uint32_t first_task;
  uint32_t gates; /* the number of its set of gates */
  uint32_t hours; /* the number of its hours */
  uint16_t n_tasks;
  bool located, pay_refused, practice_refused;
  bool scheduled; /* its hours, and hours and windows of every task, are known */
} PackedOpening;

/* What the openings say of one condition, as codes: 0 is unknown, else values[code] is. */
typedef struct {
  uint32_t condition;
  uint32_t first_entry; /* of 2 · n_values entries of a table over all columns */
  uint32_t n_values;
  int32_t *values;   /* ascending; values[0] is SMAAJOB_UNKNOWN */
  uint16_t *worst;   /* by opening: 2 · code of the most on any core task, + 1 when all are told */
  uint16_t *by_task; /* by task */
} Column;

/* A week in 63 cells, as bits: those in which there is some time, and those that are all of it. Two
   weeks have time in common where some of the one meets all of the other, and none where some and
   some do not meet; most are told apart so. */
typedef struct {
  uint64_t some, all;
} Cells;

Cells cells_of (const Week *week);

/* Openings that are near one another, in places that follow one another. */
#define BLOCK_OPENINGS 32
typedef struct {
  float least[3], most[3]; /* of their unit vectors */
  bool located;            /* all of them */
} Block;

/*
 * The openings are packed in an order of their own: those near one another stand together. What a
 * citizen is judged by is numbered, so that it is judged once and not for each opening.
 */
struct _SmaajobMarket {
  References references;
  SmaajobVocabulary *vocabulary;
  uint32_t n, n_tasks, n_requirements, n_columns, n_blocks, n_entries;
  PackedOpening *openings;
  uint32_t *position; /* in openings, by number */
  PackedTask *tasks;
  PackedRequirement *requirements;
  float *place[3]; /* by opening: its unit vector */
  Block *blocks;
  Column *columns; /* sorted by condition */
  Distinct kinds;  /* of requirements; the examples are Requirement */
  Cells *cells;    /* by number of windows */
  Distinct weeks;  /* of tasks: Task */
  Distinct gates;  /* SmaajobOpening */
  Distinct hours;  /* SmaajobOpening */
  size_t size;
};

struct _SmaajobMarketBuilder {
  SmaajobVocabulary *vocabulary;
  Array openings; /* const SmaajobOpening * */
};

SmaajobMarket *market_take (SmaajobMarket *market);
#endif
