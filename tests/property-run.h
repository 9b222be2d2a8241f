/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TESTS_PROPERTY_RUN_H
#define TESTS_PROPERTY_RUN_H

/*
 * Runs properties on random pairs; included by one file of a program, which says what PROPERTIES
 * there are, PROPERTIES_OF what, and that ONE_PAIR_IN so many is enough.
 *
 * SMAAJOB_TEST_PAIRS says how many, SMAAJOB_TEST_SEED which. A pair that fails is made as small as
 * it can be and still fail, told as two documents, and written with what made it to
 * smaajob-failure-PROPERTY.txt in SMAAJOB_TEST_DIRECTORY (/tmp); SMAAJOB_TEST_REPLAY=FILE runs that
 * pair alone.
 */
#include "effort.h"
#include "property.h"

#include <check.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#define N_WORLDS   40
#define MOST_STEPS 1000
#define MOST_SALTS 12

#define PLACE_OF(name)    PLACE_##name,
#define PROPERTY_OF(name) {#name, name},

enum { PROPERTIES (PLACE_OF) N_PROPERTIES };

static const struct {
  const char *name;
  Property holds;
} properties[N_PROPERTIES] = {PROPERTIES (PROPERTY_OF)};

/* What makes a pair: a seed, its number, the steps by which it was made smaller; and the stream
   that a property draws from. */
typedef struct {
  uint64_t seed, number, salt;
  int n_steps, steps[MOST_STEPS];
} Recipe;

static World worlds[N_WORLDS];
static char failures[N_PROPERTIES][WHY_SIZE];
static uint64_t n_pairs = 200000, seed = 1;

static PairModel
draw_pair (const Recipe *recipe)
{
  Random random = random_make (recipe->seed, recipe->number);
  int world = random_chance (&random, 25)   ? 0
              : random_chance (&random, 40) ? random_below (&random, WORLD_POLICIES)
                                            : random_below (&random, N_WORLDS);
  PairModel pair = pair_draw (&worlds[world], &random, unknown_draw (&random));

  for (int i = 0; i < recipe->n_steps; i++)
    pair_shrink (&pair, recipe->steps[i]);
  return pair;
}

static Random
random_for (const Recipe *recipe, int property)
{
  return random_make (recipe->seed + 1000003 * (recipe->salt + 1),
                      recipe->number * N_PROPERTIES + (uint64_t) property);
}

static bool
holds (const Made *made, const Recipe *recipe, int property, char *why)
{
  Random random = random_for (recipe, property);

  return properties[property].holds (made, &random, why);
}

/* Whether a smaller pair fails, too, for some stream of changes. */
static bool
still_fails (Recipe *recipe, int property, char *why)
{
  const PairModel pair = draw_pair (recipe);
  Made made = make_match (&pair);
  uint64_t salt = recipe->salt;
  bool fails = !holds (&made, recipe, property, why);

  for (recipe->salt = 0; !fails && recipe->salt < MOST_SALTS; recipe->salt += !fails)
    fails = !holds (&made, recipe, property, why);
  if (!fails)
    recipe->salt = salt;
  unmake (&made);
  return fails;
}

/* Try step n; kept when the pair changes by it and fails all the same. */
static bool
shrink_by (Recipe *recipe, int n, int property, char *why)
{
  const PairModel before = draw_pair (recipe);
  PairModel after = before;
  char other[WHY_SIZE];

  if (!pair_shrink (&after, n) || memcmp (&before, &after, sizeof before) == 0)
    return false;
  recipe->steps[recipe->n_steps++] = n;
  if (still_fails (recipe, property, other)) {
    memcpy (why, other, WHY_SIZE);
    return true;
  }
  recipe->n_steps--;
  return false;
}

static void
shrink (Recipe *recipe, int property, char *why)
{
  bool shrunk = true;

  while (shrunk) {
    PairModel pair = draw_pair (recipe), copy = pair;

    shrunk = false;
    for (int n = 0; recipe->n_steps < MOST_STEPS && pair_shrink (&copy, n); n++, copy = pair)
      while (recipe->n_steps < MOST_STEPS && shrink_by (recipe, n, property, why)) {
        shrunk = true;
        pair = draw_pair (recipe);
      }
  }
}

static void
write_recipe (const Recipe *recipe, int property, const char *why, FILE *out)
{
  const PairModel pair = draw_pair (recipe);

  fprintf (out, "property %s\nseed %" PRIu64 "\npair %" PRIu64 "\nsalt %" PRIu64 "\nsteps",
           properties[property].name, recipe->seed, recipe->number, recipe->salt);
  for (int i = 0; i < recipe->n_steps; i++)
    fprintf (out, " %d", recipe->steps[i]);
  fprintf (out, "\nwhy %s\nworld %d\ntravel_minutes %d\n", why, (int) (pair.world - worlds),
           pair.travel_minutes);
  citizen_print (pair.world, &pair.citizen, out);
  fputc ('\n', out);
  opening_print (pair.world, &pair.opening, out);
  fputc ('\n', out);
}

static void
report (Recipe *recipe, int property)
{
  char path[400], why[WHY_SIZE];
  const char *directory = getenv ("SMAAJOB_TEST_DIRECTORY");
  FILE *out;

  memcpy (why, failures[property], sizeof why);
  shrink (recipe, property, why);
  memcpy (failures[property], why, sizeof why);
  write_recipe (recipe, property, why, stderr);
  snprintf (path, sizeof path, "%s/smaajob-failure-%s.txt", directory == NULL ? "/tmp" : directory,
            properties[property].name);
  out = fopen (path, "w");
  if (out == NULL)
    return;
  write_recipe (recipe, property, why, out);
  fclose (out);
  fprintf (stderr, "run it again: SMAAJOB_TEST_REPLAY=%s\n\n", path);
}

static void
run_pair (Recipe *recipe)
{
  const PairModel pair = draw_pair (recipe);
  Made made = make_match (&pair);

  for (int i = 0; i < N_PROPERTIES; i++)
    if (failures[i][0] == '\0' && !holds (&made, recipe, i, failures[i])) {
      Recipe smaller = *recipe;

      report (&smaller, i);
    }
  unmake (&made);
}

static bool
read_recipe (FILE *in, Recipe *recipe, char *name)
{
  int step;

  if (fscanf (in, "property %99s seed %" SCNu64 " pair %" SCNu64 " salt %" SCNu64 " steps", name,
              &recipe->seed, &recipe->number, &recipe->salt) != 4)
    return false;
  while (recipe->n_steps < MOST_STEPS && fscanf (in, "%d", &step) == 1)
    recipe->steps[recipe->n_steps++] = step;
  return true;
}

static void
make_worlds (uint64_t worlds_seed)
{
  for (int i = 0; i < N_WORLDS; i++)
    worlds[i] = world_make (worlds_seed, i);
}

static void
replay (const char *path)
{
  FILE *in = fopen (path, "r");
  Recipe recipe = {0};
  char name[100], why[WHY_SIZE] = "";

  ck_assert_msg (in != NULL && read_recipe (in, &recipe, name), "%s is not a replay file", path);
  fclose (in);
  make_worlds (recipe.seed);
  for (int i = 0; i < N_PROPERTIES; i++)
    if (strcmp (properties[i].name, name) == 0 && still_fails (&recipe, i, why)) {
      memcpy (failures[i], why, sizeof why);
      write_recipe (&recipe, i, why, stderr);
    }
}

static void
run_pairs (void)
{
  if (getenv ("SMAAJOB_TEST_REPLAY") != NULL) {
    replay (getenv ("SMAAJOB_TEST_REPLAY"));
    return;
  }
  n_pairs = number_from ("SMAAJOB_TEST_PAIRS", n_pairs) / ONE_PAIR_IN;
  seed = number_from ("SMAAJOB_TEST_SEED", seed);
  make_worlds (seed);
  for (uint64_t i = 0; i < n_pairs; i++) {
    Recipe recipe = {.seed = seed, .number = i};

    run_pair (&recipe);
  }
}

static void
clear_worlds (void)
{
  for (int i = 0; i < N_WORLDS; i++)
    world_clear (&worlds[i]);
}

#define TEST_OF(name)                                                                              \
  START_TEST (name##_test)                                                                         \
  {                                                                                                \
    ck_assert_msg (failures[PLACE_##name][0] == '\0', "%s", failures[PLACE_##name]);               \
  }                                                                                                \
  END_TEST
#define ADD_TEST_OF(name) tcase_add_test (pairs, name##_test);

PROPERTIES (TEST_OF)

int
main (void)
{
  Suite *suite = suite_create (PROPERTIES_OF);
  TCase *pairs = tcase_create ("pairs");
  SRunner *runner = srunner_create (suite);
  int failed;

  /* Once for all of them, and before any of them forks. */
  tcase_add_unchecked_fixture (pairs, run_pairs, clear_worlds);
  PROPERTIES (ADD_TEST_OF)
  suite_add_tcase (suite, pairs);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

#endif
