/* SPDX-License-Identifier: Apache-2.0 */
#ifndef BINDINGS_IDS_H
#define BINDINGS_IDS_H

#include <smaajob/error.h>

#include <stdint.h>

/* An id, and the branch that was made for it: where it and those before it part. */
typedef struct {
  size_t at; /* where its text begins */
  uint32_t number;
  uint32_t bit;      /* the first that differs on the two sides of the branch */
  uint32_t sides[2]; /* where that bit is 0, and where it is 1 */
} IdsEntry;

/* The ids of documents so far, each with the number of its document, so that whoever says one again
   is told of at once. */
typedef struct {
  const char *counted; /* what a number counts, such as "line" */
  IdsEntry *entries;
  size_t n, room;
  uint32_t *roots; /* a power of two of them, by digest of the id */
  size_t n_roots;
  char *texts; /* of the ids, each with a NUL */
  size_t texts_size, texts_room;
} Ids;

/* Remember an id that is not empty; false and `duplicate` when it is there already. */
bool ids_add (Ids *ids, const char *id, uint32_t number, SmaajobError *error);
void ids_clear (Ids *ids);

bool fail_memory (SmaajobError *error);

#endif
