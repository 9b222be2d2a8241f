/* SPDX-License-Identifier: Apache-2.0 */
#ifndef SUPPORT_DATA_H
#define SUPPORT_DATA_H

/* For tests of objects: memory that runs out when told to, faults, and small vocabularies. Included
   by one file of a program, since it takes the place of GLib's allocator there. */

#include <smaajob/vocabulary.h>

#include <check.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(table) (sizeof (table) / sizeof *(table))

/* Each block has its size in front of it. */
#define BLOCK_HEAD 16
static _Atomic size_t bytes_in_use;   /* of all threads */
static _Atomic long blocks_left = -1; /* how many more there are; negative for no end */

static inline void *
block_new (void *old, size_t size)
{
  char *head;

  if (blocks_left == 0)
    return NULL;
  blocks_left -= blocks_left > 0;
  if (old != NULL)
    bytes_in_use -= *(size_t *) ((char *) old - BLOCK_HEAD);
  head = realloc (old == NULL ? NULL : (char *) old - BLOCK_HEAD, size + BLOCK_HEAD);
  *(size_t *) head = size;
  bytes_in_use += size;
  return head + BLOCK_HEAD;
}

gpointer
g_try_malloc0 (gsize size)
{
  void *block = block_new (NULL, size);

  return block == NULL ? NULL : memset (block, 0, size);
}

gpointer
g_try_realloc (gpointer old, gsize size)
{
  return block_new (old, size);
}

void
g_free (gpointer block)
{
  if (block == NULL)
    return;
  bytes_in_use -= *(size_t *) ((char *) block - BLOCK_HEAD);
  free ((char *) block - BLOCK_HEAD);
}

/* What make needs must be told as missing, whichever block it is that is not there; and given back.
   Make must free all it made, and returns whether it came to its end. */
static inline void
assert_told_when_memory_runs_out (bool (*make) (SmaajobError *error))
{
  size_t before = bytes_in_use;
  bool done = false;

  for (long n = 0; !done; n++) {
    SmaajobError error = {0};

    blocks_left = n;
    done = make (&error);
    blocks_left = -1;
    ck_assert_uint_eq (bytes_in_use, before);
    ck_assert_int_eq (error.code, done ? SMAAJOB_ERROR_NONE : SMAAJOB_ERROR_MEMORY);
    ck_assert (!done || n > 0);
  }
}

static inline void
assert_fault (const SmaajobError *error, SmaajobErrorCode code, const char *pointer)
{
  ck_assert_msg (error->code == code, "%s: %s at %s", smaajob_error_code_get_name (error->code),
                 error->message, error->pointer);
  ck_assert_str_eq (error->pointer, pointer);
  ck_assert_str_ne (error->message, "");
}

/* A concept named n and its broader ones: small numbers, ended by a negative one. */
static inline void
add_numbered (SmaajobVocabularyBuilder *builder, int number, const int *broader)
{
  SmaajobError error;
  char id[16];
  SmaajobWord word = {id, "ord", NULL};

  snprintf (id, sizeof id, "n%d", number);
  ck_assert_msg (smaajob_vocabulary_builder_add_concept (builder, &word, &error), "%s",
                 error.message);
  for (; *broader >= 0; broader++) {
    snprintf (id, sizeof id, "n%d", *broader);
    ck_assert_msg (smaajob_vocabulary_builder_add_broader (builder, id, &error), "%s",
                   error.message);
  }
}

/* A random acyclic graph over the built-in vocabulary: parents have smaller numbers than their
   children. is_parent[child][parent], of n by n. */
#define GRAPH_SIZE 16
typedef bool Graph[GRAPH_SIZE][GRAPH_SIZE];

static inline unsigned
next_random (unsigned *seed)
{
  *seed = *seed * 1103515245u + 12345u;
  return *seed >> 16 & 0x7fff;
}

static inline SmaajobVocabulary *
make_random_vocabulary (unsigned seed, Graph is_parent)
{
  SmaajobError error;
  SmaajobVocabulary *base = smaajob_vocabulary_new (&error);
  SmaajobVocabularyBuilder *builder = smaajob_vocabulary_builder_new (base, "random", &error);
  SmaajobVocabulary *vocabulary;
  unsigned rarity = 3 + next_random (&seed) % 8;

  for (int child = 0; child < GRAPH_SIZE; child++) {
    int broader[GRAPH_SIZE + 1], n = 0;

    for (int parent = 0; parent < GRAPH_SIZE; parent++) {
      is_parent[child][parent] = parent < child && next_random (&seed) % rarity == 0;
      if (is_parent[child][parent])
        broader[n++] = parent;
    }
    broader[n] = -1;
    add_numbered (builder, child, broader);
  }
  vocabulary = smaajob_vocabulary_builder_build (builder, &error);
  ck_assert_msg (vocabulary != NULL, "%s", error.message);
  smaajob_vocabulary_builder_free (builder);
  smaajob_vocabulary_free (base);
  return vocabulary;
}

/* By every walk of at most two steps from held to wanted: whether one of the shortest goes up and
   down so many times. */
static inline bool
is_related (Graph is_parent, int held, int wanted, int up, int down)
{
  bool near = is_parent[held][wanted] || is_parent[wanted][held];
  bool found = false;

  if (held == wanted)
    return up == 0 && down == 0;
  if (near)
    return up + down == 1 && (up == 1 ? is_parent[held][wanted] : is_parent[wanted][held]);
  for (int by = 0; by < GRAPH_SIZE; by++) {
    found |= up == 2 && is_parent[held][by] && is_parent[by][wanted];
    found |= down == 2 && is_parent[by][held] && is_parent[wanted][by];
    found |= up == 1 && down == 1 && is_parent[held][by] && is_parent[wanted][by];
    found |= up == 1 && down == 1 && is_parent[by][held] && is_parent[by][wanted];
  }
  return found;
}

static inline TCase *
add_case (Suite *suite, const char *name, const TTest *const *tests, size_t n)
{
  TCase *tcase = tcase_create (name);

  for (size_t i = 0; i < n; i++)
    tcase_add_test (tcase, tests[i]);
  suite_add_tcase (suite, tcase);
  return tcase;
}

static inline int
run_suite (Suite *suite)
{
  SRunner *runner = srunner_create (suite);
  int failed;

  srunner_run_all (runner, CK_ENV);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

#endif
