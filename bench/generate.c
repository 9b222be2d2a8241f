/* SPDX-License-Identifier: Apache-2.0 */
#include "generate.h"

#include <stdio.h>
#include <stdlib.h>

#define MAX_WORDS 512

/* splitmix64: four lines, the same everywhere. */
typedef struct {
  uint64_t state;
} Dice;

static unsigned
dice_below (Dice *dice, unsigned n)
{
  uint64_t z = (dice->state += 0x9e3779b97f4a7c15u);

  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return (unsigned) (((z ^ (z >> 31)) >> 32) * n >> 32);
}

static int
dice_between (Dice *dice, int least, int most)
{
  return least + (int) dice_below (dice, (unsigned) (most - least + 1));
}

static bool
dice_says (Dice *dice, unsigned percent)
{
  return dice_below (dice, 100) < percent;
}

/* The first n of chosen become a random choice of 0 … of − 1, each at most once. */
static void
dice_choose (Dice *dice, unsigned *chosen, unsigned n, unsigned of)
{
  for (unsigned i = 0; i < of; i++)
    chosen[i] = i;
  for (unsigned i = 0; i < n; i++) {
    unsigned other = i + dice_below (dice, of - i);
    unsigned kept = chosen[i];

    chosen[i] = chosen[other];
    chosen[other] = kept;
  }
}

void
insist (bool ok, const SmaajobError *error)
{
  if (ok)
    return;
  fprintf (stderr, "bench: %s: %s\n", error->pointer, error->message);
  exit (EXIT_FAILURE);
}

static SmaajobWindow
some_window (Dice *dice, unsigned days)
{
  int from = 60 * dice_between (dice, 7, 10);

  return (SmaajobWindow){days, from, from + 60 * dice_between (dice, 3, 7)};
}

static unsigned
some_days (Dice *dice)
{
  return 1u << dice_below (dice, 5) | 1u << dice_below (dice, 5) | 1u << dice_below (dice, 5);
}

static SmaajobStrength
some_strength (Dice *dice, unsigned must_percent)
{
  if (dice_says (dice, must_percent))
    return SMAAJOB_STRENGTH_MUST;
  return dice_says (dice, 60) ? SMAAJOB_STRENGTH_SHOULD : SMAAJOB_STRENGTH_NICE;
}

/* Most work asks for what most people can do: three in four times one of the first 16 concepts. */
static void
choose_concepts (Dice *dice, unsigned *chosen, unsigned n, unsigned of)
{
  unsigned common[MAX_WORDS], rare[MAX_WORDS] = {0};
  unsigned n_common = of < 16 ? of : 16;

  dice_choose (dice, common, n_common, n_common);
  dice_choose (dice, rare, of - n_common, of - n_common);
  for (unsigned i = 0, at_common = 0, at_rare = 0; i < n; i++)
    if (at_common < n_common && (dice_says (dice, 75) || at_rare == of - n_common))
      chosen[i] = common[at_common++];
    else
      chosen[i] = n_common + rare[at_rare++];
}

static void
add_competencies (SmaajobCitizenBuilder *builder, const SmaajobVocabulary *vocabulary, Dice *dice)
{
  unsigned n = (unsigned) smaajob_vocabulary_get_n_concepts (vocabulary);
  unsigned chosen[MAX_WORDS];
  SmaajobError error;

  choose_concepts (dice, chosen, GENERATE_COMPETENCES, n);
  for (unsigned i = 0; i < GENERATE_COMPETENCES; i++) {
    SmaajobCompetence competence = {
        smaajob_vocabulary_get_concept_at (vocabulary, chosen[i]).id,
        dice_between (dice, 1, 5),
        (SmaajobEvidence) dice_below (dice, 4),
    };

    insist (smaajob_citizen_builder_add_competence (builder, &competence, &error), &error);
  }
}

static double
some_need (Dice *dice, SmaajobConditionType type)
{
  switch (type) {
  case SMAAJOB_CONDITION_LIMIT:
    return dice_between (dice, 1, 3);
  case SMAAJOB_CONDITION_PROVISION:
    return dice_between (dice, 1, 2);
  default:
    return 5 * dice_between (dice, 1, 4);
  }
}

static void
add_needs (SmaajobCitizenBuilder *builder, const SmaajobVocabulary *vocabulary, Dice *dice)
{
  unsigned n = (unsigned) smaajob_vocabulary_get_n_conditions (vocabulary);
  unsigned chosen[MAX_WORDS];
  SmaajobError error;

  dice_choose (dice, chosen, GENERATE_NEEDS, n);
  for (unsigned i = 0; i < GENERATE_NEEDS; i++) {
    SmaajobCondition condition = smaajob_vocabulary_get_condition_at (vocabulary, chosen[i]);
    SmaajobNeed need = {condition.id, some_need (dice, condition.type), some_strength (dice, 15)};

    insist (smaajob_citizen_builder_add_need (builder, &need, &error), &error);
  }
}

static void
set_citizen_time (SmaajobCitizenBuilder *builder, Dice *dice)
{
  int max = 60 * dice_between (dice, 6, 15);
  SmaajobCitizenHours hours = {60 * dice_between (dice, 2, 5), max, max + 240, 300,
                               60 * dice_between (dice, 0, 2)};
  SmaajobError error;

  insist (smaajob_citizen_builder_set_hours (builder, &hours, &error), &error);
  for (int i = 0; i < 3; i++) {
    SmaajobWindow window = some_window (dice, some_days (dice));

    insist (smaajob_citizen_builder_add_window (builder, &window, &error), &error);
  }
}

static void
set_citizen_course (SmaajobCitizenBuilder *builder, const SmaajobVocabulary *vocabulary, Dice *dice)
{
  unsigned concept = dice_below (dice, 16);
  SmaajobError error;
  bool ok =
      smaajob_citizen_builder_set_effectiveness (builder, 0.05 * dice_between (dice, 8, 20),
                                                 &error) &&
      smaajob_citizen_builder_set_attendance (builder, 0.05 * dice_between (dice, 10, 20),
                                              SMAAJOB_CONTEXT_PRACTICE, &error) &&
      smaajob_citizen_builder_set_prerequisites (builder, SMAAJOB_PREREQUISITES_PRESENT, &error) &&
      smaajob_citizen_builder_set_choice (builder, SMAAJOB_CHOICE_INFORMED, &error) &&
      smaajob_citizen_builder_set_purpose (builder, SMAAJOB_PURPOSE_PAY, &error) &&
      smaajob_citizen_builder_add_wish (builder,
                                        smaajob_vocabulary_get_concept_at (vocabulary, concept).id,
                                        SMAAJOB_WISH_SEEK, &error);

  insist (ok, &error);
}

typedef struct {
  double lat, lon;
} Spot;

/* The larger the town the more often: tens of thousands of inhabitants. */
static const struct {
  Spot spot;
  unsigned size;
} towns[] = {
    {{55.68, 12.57}, 135}, {{56.16, 10.20}, 29}, {{55.40, 10.39}, 18}, {{57.05, 9.92}, 12},
    {{55.47, 8.45}, 7},    {{56.46, 10.04}, 6},  {{56.14, 8.98}, 5},   {{55.49, 9.47}, 6},
    {{55.86, 9.85}, 6},    {{55.71, 9.54}, 6},   {{55.64, 12.09}, 5},  {{56.17, 9.55}, 5},
    {{55.23, 11.76}, 4},   {{55.93, 12.30}, 4},  {{54.91, 9.79}, 3},   {{57.46, 9.98}, 2},
    {{56.36, 8.62}, 3},    {{55.06, 10.61}, 3},  {{57.44, 10.54}, 2},  {{54.77, 11.87}, 2},
    {{55.10, 14.70}, 2},   {{56.95, 8.69}, 2},   {{56.45, 9.40}, 4},   {{55.33, 11.14}, 3},
};

/* In and around a town of 20 km across, or around the towns of a country. */
static Spot
some_spot (Dice *dice, Spread spread)
{
  Spot spot = {57.0, 9.9};
  unsigned i = 0, all = 0, size;

  for (; spread == SPREAD_COUNTRY && i < sizeof towns / sizeof *towns; i++)
    all += towns[i].size;
  for (size = all == 0 ? 0 : dice_below (dice, all), i = 0; all > 0; i++) {
    spot = towns[i].spot;
    if (size < towns[i].size)
      break;
    size -= towns[i].size;
  }
  spot.lat += 0.001 * dice_between (dice, -90, 90);
  spot.lon += 0.001 * dice_between (dice, -160, 160);
  return spot;
}

static void
set_citizen_place (SmaajobCitizenBuilder *builder, Dice *dice, Spread spread)
{
  Spot spot = some_spot (dice, spread);
  SmaajobError error;

  insist (smaajob_citizen_builder_set_location (builder, spot.lat, spot.lon, &error), &error);
  insist (smaajob_citizen_builder_set_travel (builder, (SmaajobMode) dice_between (dice, 1, 3),
                                              dice_between (dice, 30, 60), &error),
          &error);
}

SmaajobCitizen *
generate_citizen (SmaajobVocabulary *vocabulary, unsigned number, Spread spread)
{
  Dice dice = {2 * (uint64_t) number};
  SmaajobError error;
  SmaajobCitizenBuilder *builder;
  SmaajobCitizen *citizen;
  char id[32];

  snprintf (id, sizeof id, "c-%u", number);
  builder = smaajob_citizen_builder_new (vocabulary, id, &error);
  insist (builder != NULL, &error);
  add_competencies (builder, vocabulary, &dice);
  add_needs (builder, vocabulary, &dice);
  set_citizen_time (builder, &dice);
  set_citizen_course (builder, vocabulary, &dice);
  set_citizen_place (builder, &dice, spread);
  citizen = smaajob_citizen_builder_build (builder, &error);
  insist (citizen != NULL, &error);
  smaajob_citizen_builder_free (builder);
  return citizen;
}

static int
some_training (Dice *dice)
{
  if (dice_says (dice, 15))
    return SMAAJOB_TRAINING_IMPOSSIBLE;
  return dice_says (dice, 15) ? SMAAJOB_UNKNOWN : dice_between (dice, 0, 20);
}

static void
add_requirements (SmaajobOpeningBuilder *builder, const SmaajobVocabulary *vocabulary, size_t task,
                  Dice *dice)
{
  unsigned n = (unsigned) smaajob_vocabulary_get_n_concepts (vocabulary);
  unsigned chosen[MAX_WORDS];
  SmaajobError error;

  choose_concepts (dice, chosen, GENERATE_REQUIREMENTS, n);
  for (unsigned i = 0; i < GENERATE_REQUIREMENTS; i++) {
    SmaajobRequirement requirement = {
        smaajob_vocabulary_get_concept_at (vocabulary, chosen[i]).id,
        dice_between (dice, 1, 3),
        some_strength (dice, 35),
        some_training (dice),
    };

    insist (smaajob_opening_builder_add_requirement (builder, task, &requirement, &error), &error);
  }
}

static void
add_task (SmaajobOpeningBuilder *builder, const SmaajobVocabulary *vocabulary, size_t task,
          Dice *dice)
{
  static const char *const ids[GENERATE_MANY_TASKS] = {"boxes",  "shelves", "tidying",
                                                       "orders", "bottles", "signs"};
  int min = 60 * dice_between (dice, 1, 3);
  SmaajobWindow window;
  SmaajobError error;

  insist (smaajob_opening_builder_add_task (builder, ids[task], &error), &error);
  insist (smaajob_opening_builder_set_task_hours (builder, task, min,
                                                  min + 60 * dice_between (dice, 1, 6), &error),
          &error);
  for (int i = 0; i < 2; i++) {
    window = some_window (dice, some_days (dice));
    insist (smaajob_opening_builder_add_task_window (builder, task, &window, &error), &error);
  }
  add_requirements (builder, vocabulary, task, dice);
  insist (task == 0 || smaajob_opening_builder_set_task_optional (builder, task, true, &error),
          &error);
}

static void
state_condition (SmaajobOpeningBuilder *builder, const SmaajobCondition *condition, Dice *dice)
{
  SmaajobError error;

  if (condition->type == SMAAJOB_CONDITION_PROVISION)
    insist (smaajob_opening_builder_set_provision (builder, condition->id,
                                                   dice_between (dice, 0, 2), &error),
            &error);
  else if (condition->type == SMAAJOB_CONDITION_LIMIT)
    insist (smaajob_opening_builder_set_exposure (builder, condition->id, dice_between (dice, 0, 2),
                                                  &error),
            &error);
  else
    insist (smaajob_opening_builder_set_task_exposure (builder, 0, condition->id,
                                                       dice_between (dice, 1, 20), &error),
            &error);
}

static void
set_opening_conditions (SmaajobOpeningBuilder *builder, const SmaajobVocabulary *vocabulary,
                        Dice *dice)
{
  unsigned n = (unsigned) smaajob_vocabulary_get_n_conditions (vocabulary);

  for (unsigned i = 0; i < n; i++) {
    SmaajobCondition condition = smaajob_vocabulary_get_condition_at (vocabulary, i);

    if (dice_says (dice, 45))
      state_condition (builder, &condition, dice);
  }
}

static void
set_opening_terms (SmaajobOpeningBuilder *builder, Dice *dice)
{
  static const char *const sectors[] = {"46.31", "47", "56.1", "81.2", "88.99", "01"};
  int max = 60 * dice_between (dice, 8, 18);
  SmaajobOpeningHours hours = {60 * dice_between (dice, 2, 6), max, max + 300};
  SmaajobError error;

  insist (smaajob_opening_builder_set_hours (builder, &hours, &error), &error);
  insist (smaajob_opening_builder_set_employer (builder, "e-1", &error), &error);
  insist (smaajob_opening_builder_set_sector (builder, sectors[dice_below (dice, 6)], &error),
          &error);
  for (int term = SMAAJOB_TERM_PAID; term <= SMAAJOB_TERM_PROSPECT; term++)
    insist (smaajob_opening_builder_set_term (builder, (SmaajobTerm) term,
                                              dice_says (dice, 85)
                                                  ? SMAAJOB_ANSWER_YES
                                                  : (SmaajobAnswer) dice_between (dice, 0, 2),
                                              &error),
            &error);
}

static void
set_opening_place (SmaajobOpeningBuilder *builder, Dice *dice, Spread spread)
{
  Spot spot = some_spot (dice, spread);
  SmaajobError error;

  insist (smaajob_opening_builder_set_location (builder, spot.lat, spot.lon, &error), &error);
}

typedef struct {
  size_t n_tasks;
  bool pays;
  Spread spread;
} Making;

static SmaajobOpening *
make_opening (SmaajobVocabulary *vocabulary, unsigned number, const Making *making)
{
  Dice dice = {2 * (uint64_t) number + 1};
  SmaajobError error;
  SmaajobOpeningBuilder *builder;
  SmaajobOpening *opening;
  char id[32];

  snprintf (id, sizeof id, "o-%u", number);
  builder = smaajob_opening_builder_new (vocabulary, id, &error);
  insist (builder != NULL, &error);
  for (size_t task = 0; task < making->n_tasks; task++)
    add_task (builder, vocabulary, task, &dice);
  set_opening_conditions (builder, vocabulary, &dice);
  set_opening_terms (builder, &dice);
  insist (making->pays || smaajob_opening_builder_set_term (builder, SMAAJOB_TERM_PAID,
                                                            SMAAJOB_ANSWER_NO, &error),
          &error);
  set_opening_place (builder, &dice, making->spread);
  opening = smaajob_opening_builder_build (builder, &error);
  insist (opening != NULL, &error);
  smaajob_opening_builder_free (builder);
  return opening;
}

SmaajobOpening *
generate_opening (SmaajobVocabulary *vocabulary, unsigned number, Spread spread)
{
  return make_opening (vocabulary, number, &(Making){GENERATE_TASKS, true, spread});
}

SmaajobOpening *
generate_large_opening (SmaajobVocabulary *vocabulary, unsigned number)
{
  return make_opening (vocabulary, number,
                       &(Making){GENERATE_MANY_TASKS, number % 2 == 0, SPREAD_TOWN});
}
