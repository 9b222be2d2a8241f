/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MATCH_OBSTACLE_H
#define MATCH_OBSTACLE_H

#include "match/change.h"

/* Musts of one task that do not hold, as bits: its requirements, and the citizen's needs. */
typedef struct {
  uint64_t requirements, needs;
} Obstacles;
_Static_assert(OPENING_MAX_REQUIREMENTS <= 64 && CITIZEN_MAX_NEEDS <= 64, "a bit for each");

typedef struct {
  bool never_paid; /* something stands in the way of pay that no change touches */
  bool has_time;
  uint16_t window; /* the change that would give it time; or NO_CHANGE */
  Obstacles all;
  Obstacles out; /* what puts the task out of reach, not merely what keeps it from pay */
} TaskObstacles;

/* What stands in the way of each task, and what lifts it. Changes are told apart by bits of so many
   words. */
typedef struct {
  const Changes *changes;
  size_t n_words;
  TaskObstacles tasks[OPENING_MAX_TASKS];
  uint16_t reductions[CITIZEN_MAX_NEEDS]; /* by need: of its exposure; or NO_CHANGE */
  Obstacles *lifted;                      /* by change, task */
  uint64_t *masters; /* by requirement of the opening: the changes that master it */
} ObstacleTable;

/* Free it as memory; NULL when there is none. */
ObstacleTable *obstacle_table_new (const Changes *changes);

/* A bit more in words of changes, unless there is no change. */
static inline void
change_bits_set (uint64_t *words, uint16_t change)
{
  if (change != NO_CHANGE)
    words[change / 64] |= UINT64_C (1) << change % 64;
}

/* Of the first of some requirements, at least one, of a task. */
static inline const uint64_t *
obstacle_masters (const ObstacleTable *table, int task, uint64_t requirements)
{
  const Task *asked = &opening_tasks (table->changes->match->opening)[task];

  return table->masters +
         (asked->first_requirement + (size_t) __builtin_ctzll (requirements)) * table->n_words;
}

#endif
