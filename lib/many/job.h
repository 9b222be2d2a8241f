/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_JOB_H
#define MANY_JOB_H

#include "many/search.h"

#include <stdatomic.h>

typedef enum { OUTCOME_GOING, OUTCOME_CANCELLED, OUTCOME_NO_MEMORY, OUTCOME_LOST } Outcome;

/*
 * A unit of work is one citizen, or some openings: those who are ranked for. Units are taken by
 * whoever is free and delivered in order, a batch at a time. When citizens are swept for openings,
 * it is some blocks of the market: those openings of the batch that are there.
 */
typedef struct {
  /* what is to be done */
  const SmaajobCitizen *citizen;   /* the only one; else NULL */
  const SmaajobCaseload *citizens; /* else these */
  const uint32_t *ranks;           /* of their ids, when they are ranked */
  uint32_t n_citizens;
  SmaajobMarket *market;
  SmaajobCaseload *caseload; /* NULL when openings are ranked */
  const SmaajobRankingOptions *options;
  const Kernel *kernel;
  size_t room;  /* see RankSides */
  uint32_t few; /* the same */
  /* the rest is the job's own */
  unsigned n_hands;
  Search **hands;
  CitizenCopy *copies;   /* by hand */
  bool *near;            /* by concept of the vocabulary, when each pair is looked at; else NULL */
  SmaajobRanking **made; /* of the batch */
  uint32_t first, n;     /* of the batch: those who are ranked for */
  uint32_t unit;         /* how many of them, or of blocks, are a unit */
  bool by_sweeps;
  atomic_uint_fast32_t next;
  atomic_uint_fast64_t done;
  uint64_t told; /* of the pairs that are done, to the caller */
  atomic_int outcome;
  atomic_uint_fast32_t lost; /* a citizen that cannot be looked at */
} Job;

/* Make all rankings of a job, of which only what is to be done is told. */
bool job_do (Job *job, SmaajobError *error);

#endif
