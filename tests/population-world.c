/* SPDX-License-Identifier: Apache-2.0 */
#include "population.h"

#include "data/policy.h"

#include <stdlib.h>
#include <string.h>

#define N_CONCEPTS   10
#define N_CONDITIONS 7
#define N_WEIGHTS    6

static void
demand (bool done, const SmaajobError *error)
{
  if (done)
    return;
  fprintf (stderr, "population: %s: %s\n", error->pointer, error->message);
  exit (2);
}

static void
add_conditions (SmaajobVocabularyBuilder *builder, World *world)
{
  static const SmaajobConditionType types[N_CONDITIONS] = {
      SMAAJOB_CONDITION_LIMIT,    SMAAJOB_CONDITION_LIMIT,   SMAAJOB_CONDITION_LIMIT,
      SMAAJOB_CONDITION_CEILING,  SMAAJOB_CONDITION_CEILING, SMAAJOB_CONDITION_PROVISION,
      SMAAJOB_CONDITION_PROVISION};
  SmaajobError error;

  for (int i = 0; i < N_CONDITIONS; i++) {
    char id[] = {'n', (char) ('0' + i), '\0'};
    const SmaajobCondition condition = {
        .id = id, .kind = SMAAJOB_KIND_PHYSICAL, .type = types[i], .label_en = id};

    demand (smaajob_vocabulary_builder_add_condition (builder, &condition, &error), &error);
    world->conditions[world->n_conditions++] = i;
  }
}

static void
add_gates (SmaajobVocabularyBuilder *builder, World *world)
{
  SmaajobError error;

  for (int i = 0; i < MODEL_GATES; i++) {
    char id[] = {'g', (char) ('0' + i), '\0'};
    const SmaajobWord gate = {.id = id, .label_da = id};

    demand (smaajob_vocabulary_builder_add_gate (builder, &gate, &error), &error);
    world->gates[world->n_gates++] = i;
  }
}

/* Each concept has up to three broader ones among those before it: parents and grandparents,
   siblings and co-parents, and pairs that are several of these at once. */
static void
add_concepts (SmaajobVocabularyBuilder *builder, Random *random, World *world)
{
  SmaajobError error;

  for (int i = 0; i < N_CONCEPTS; i++) {
    char id[] = {'c', (char) ('0' + i), '\0'};
    const SmaajobWord word = {.id = id, .label_en = id};

    demand (smaajob_vocabulary_builder_add_concept (builder, &word, &error), &error);
    world->concepts[world->n_concepts++] = i;
    for (int j = i - 1, left = random_below (random, 4); j >= 0 && left > 0; j--)
      if (random_chance (random, 35)) {
        char broader[] = {'c', (char) ('0' + j), '\0'};

        demand (smaajob_vocabulary_builder_add_broader (builder, broader, &error), &error);
        left--;
      }
  }
}

static SmaajobVocabulary *
make_small_vocabulary (Random *random, World *world)
{
  SmaajobError error;
  SmaajobVocabularyBuilder *builder = smaajob_vocabulary_builder_new (NULL, "test", &error);
  SmaajobVocabulary *vocabulary;

  demand (builder != NULL, &error);
  add_conditions (builder, world);
  add_gates (builder, world);
  add_concepts (builder, random, world);
  vocabulary = smaajob_vocabulary_builder_build (builder, &error);
  demand (vocabulary != NULL, &error);
  smaajob_vocabulary_builder_free (builder);
  return vocabulary;
}

static size_t
find_condition (const SmaajobVocabulary *vocabulary, const char *id)
{
  size_t i = 0;

  while (strcmp (smaajob_vocabulary_get_condition_at (vocabulary, i).id, id) != 0)
    i++;
  return i;
}

static SmaajobVocabulary *
take_built_in_vocabulary (World *world)
{
  static const char *const conditions[] = {"env_noise",   "cog_pressure", "phy_lift",
                                           "tra_driving", "tim_rest_day", "sup_contact",
                                           "tra_public",  "sup_aids"};
  SmaajobError error;
  SmaajobVocabulary *vocabulary = smaajob_vocabulary_new (&error);
  size_t n;

  demand (vocabulary != NULL, &error);
  for (size_t i = 0; i < sizeof conditions / sizeof *conditions; i++)
    world->conditions[world->n_conditions++] = (int) find_condition (vocabulary, conditions[i]);
  for (int i = 0; i < MODEL_GATES; i++)
    world->gates[world->n_gates++] = i;
  n = smaajob_vocabulary_get_n_concepts (vocabulary);
  for (size_t i = 0; i < n && world->n_concepts < WORLD_MOST; i += 4)
    world->concepts[world->n_concepts++] = (int) i;
  return vocabulary;
}

static void
set_number (SmaajobPolicyBuilder *builder, int number, int thousandths)
{
  const PolicyRow *row = &policy_rows[number];
  char pointer[80];
  SmaajobError error;

  snprintf (pointer, sizeof pointer, "%s%s/%s", row->section == NULL ? "" : "/",
            row->section == NULL ? "" : row->section, row->member);
  demand (smaajob_policy_builder_set_number (builder, pointer, thousandths / 1000.0, &error),
          &error);
}

/* Parts of a thousand, some of them nothing. */
static void
draw_weights (SmaajobPolicyBuilder *builder, Random *random)
{
  int left = 1000;

  for (int i = 0; i < N_WEIGHTS; i++) {
    int weight = i == N_WEIGHTS - 1           ? left
                 : random_chance (random, 20) ? 0
                                              : random_below (random, left / 2 + 1);

    set_number (builder, POLICY_WEIGHT_COMPETENCE + i, weight);
    left -= weight;
  }
}

static void
draw_number (SmaajobPolicyBuilder *builder, Random *random, int number)
{
  const PolicyRow *row = &policy_rows[number];
  int steps = (row->most - row->least) / row->step;

  switch (random_below (random, 5)) {
  case 0:
    set_number (builder, number, row->least);
    break;
  case 1:
    set_number (builder, number, row->most);
    break;
  case 2:
  case 3:
    set_number (builder, number, row->least + row->step * random_between (random, 0, steps));
    break;
  default:
    break;
  }
}

static void
draw_ordinary_week (SmaajobPolicyBuilder *builder, Random *random)
{
  WindowsModel windows = {0};
  SmaajobError error;

  draw_windows (random, &windows);
  demand (smaajob_policy_builder_clear_windows (builder, &error), &error);
  for (int i = 0; i < windows.n; i++)
    demand (smaajob_policy_builder_add_window (builder, &windows.list[i], &error), &error);
}

static SmaajobPolicy *
make_policy (Random *random, bool drawn)
{
  SmaajobError error;
  SmaajobPolicyBuilder *builder = smaajob_policy_builder_new (&error);
  SmaajobPolicy *policy;

  demand (builder != NULL, &error);
  if (drawn) {
    draw_weights (builder, random);
    for (int number = POLICY_SHARE_MUST; number < N_POLICY_NUMBERS; number++)
      draw_number (builder, random, number);
    if (random_chance (random, 50))
      draw_ordinary_week (builder, random);
  }
  policy = smaajob_policy_builder_build (builder, &error);
  demand (policy != NULL, &error);
  smaajob_policy_builder_free (builder);
  return policy;
}

World
world_make (uint64_t seed, int number)
{
  World world = {0};
  Random random = random_make (seed, (uint64_t) number);

  world.vocabulary =
      number == 0 ? take_built_in_vocabulary (&world) : make_small_vocabulary (&random, &world);
  world.policy = make_policy (&random, number >= WORLD_POLICIES);
  return world;
}

void
world_clear (World *world)
{
  smaajob_vocabulary_free (world->vocabulary);
  smaajob_policy_free (world->policy);
}
