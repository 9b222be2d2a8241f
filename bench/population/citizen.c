/* SPDX-License-Identifier: Apache-2.0 */
/* Percentages are those that docs/population.md tells. Throws are statements of their own: in what
   order an initializer or an argument is evaluated, C leaves open. */
#include "world.h"

#include <stdio.h>

typedef struct {
  const World *world;
  Dice *dice;
  SmaajobCitizenBuilder *builder;
  SmaajobError error;
} Making;

static int
whole_hours (Dice *dice, int least, int most)
{
  return 60 * dice_between (dice, least, most);
}

static void
add_competences (Making *making)
{
  static const uint8_t levels[] = {4, 14, 24, 34, 18, 6}, evidence[] = {60, 22, 13, 5};
  g_autoptr (GArray) drawn = g_array_new (FALSE, FALSE, sizeof (uint32_t));
  Dice *dice = making->dice;

  if (dice_says (dice, 8))
    return;
  for (int n = dice_sum (dice, 2, 6, 6); n > 0; n--) {
    SmaajobCompetence competence = {.concept_id = world_draw_concept (making->world, dice, drawn)};

    competence.level = (int) dice_weighed (dice, levels, 6);
    competence.evidence = (SmaajobEvidence) dice_weighed (dice, evidence, 4);
    insist (smaajob_citizen_builder_add_competence (making->builder, &competence, &making->error),
            &making->error);
  }
  insist (smaajob_citizen_builder_set_competencies_complete (making->builder, dice_says (dice, 5),
                                                             &making->error),
          &making->error);
}

static double
draw_need (Dice *dice, SmaajobConditionType type)
{
  static const uint8_t tolerances[] = {10, 30, 40, 20};

  switch (type) {
  case SMAAJOB_CONDITION_LIMIT:
    return dice_weighed (dice, tolerances, 4);
  case SMAAJOB_CONDITION_PROVISION:
    return dice_says (dice, 45) ? 1 : 2;
  default:
    return 5 * dice_between (dice, 1, 5);
  }
}

static void
add_needs (Making *making)
{
  Dice *dice = making->dice;
  uint64_t taken = 0;

  if (dice_says (dice, 18))
    return;
  insist (smaajob_citizen_builder_set_needs_known (making->builder, &making->error),
          &making->error);
  if (dice_says (dice, 8))
    return;
  for (int n = dice_sum (dice, 1, 4, 4); n > 0; n--) {
    SmaajobCondition condition = world_draw_condition (making->world, dice, &taken);
    SmaajobNeed need = {.condition = condition.id, .value = draw_need (dice, condition.type)};

    need.strength = world_draw_strength (dice, 25);
    insist (smaajob_citizen_builder_add_need (making->builder, &need, &making->error),
            &making->error);
  }
}

static void
answer_gates (Making *making)
{
  static const uint8_t answers[] = {62, 30, 8};
  size_t n = smaajob_vocabulary_get_n_gates (making->world->vocabulary);

  for (size_t i = 0; i < n; i++)
    insist (smaajob_citizen_builder_set_gate (
                making->builder, smaajob_vocabulary_get_gate_at (making->world->vocabulary, i).id,
                (SmaajobAnswer) dice_weighed (making->dice, answers, 3), &making->error),
            &making->error);
}

static int
draw_committed (Dice *dice)
{
  if (dice_says (dice, 10))
    return SMAAJOB_UNKNOWN;
  return dice_says (dice, 80) ? 0 : whole_hours (dice, 1, 4);
}

static void
set_time (Making *making)
{
  Dice *dice = making->dice;

  if (!dice_says (dice, 15)) {
    int min = whole_hours (dice, 1, 4), max = min + whole_hours (dice, 1, 11);
    int limit = dice_says (dice, 60) ? max + whole_hours (dice, 0, 5) : SMAAJOB_UNKNOWN;
    int a_day = dice_says (dice, 70) ? whole_hours (dice, 2, 6) : SMAAJOB_UNKNOWN;
    SmaajobCitizenHours hours = {min, max, limit, a_day, draw_committed (dice)};

    insist (smaajob_citizen_builder_set_hours (making->builder, &hours, &making->error),
            &making->error);
  }
  if (dice_says (dice, 22))
    return;
  for (int n = dice_between (dice, 1, 3); n > 0; n--) {
    SmaajobWindow window = world_draw_window (dice, 5);

    insist (smaajob_citizen_builder_add_window (making->builder, &window, &making->error),
            &making->error);
  }
}

static void
set_course (Making *making)
{
  static const uint8_t prerequisites[] = {35, 55, 10}, choices[] = {17, 65, 15, 3},
                       purposes[] = {35, 60, 5}, contexts[] = {20, 60, 20};
  Dice *dice = making->dice;
  SmaajobCitizenBuilder *builder = making->builder;
  SmaajobError *error = &making->error;
  bool ok = smaajob_citizen_builder_set_prerequisites (
                builder, (SmaajobPrerequisites) dice_weighed (dice, prerequisites, 3), error) &&
            smaajob_citizen_builder_set_choice (
                builder, (SmaajobChoice) dice_weighed (dice, choices, 4), error) &&
            smaajob_citizen_builder_set_purpose (
                builder, (SmaajobPurpose) dice_weighed (dice, purposes, 3), error);

  if (ok && dice_says (dice, 55))
    ok = smaajob_citizen_builder_set_effectiveness (builder, dice_between (dice, 6, 20) / 20.0,
                                                    error);
  if (ok && dice_says (dice, 50)) {
    double kept = dice_between (dice, 8, 20) / 20.0;

    ok = smaajob_citizen_builder_set_attendance (
        builder, kept, (SmaajobContext) dice_weighed (dice, contexts, 3), error);
  }
  insist (ok, error);
}

/* A sector is wished once: two wishes of one would be a duplicate. */
static void
add_wishes (Making *making)
{
  g_autoptr (GArray) drawn = g_array_new (FALSE, FALSE, sizeof (uint32_t));
  Dice *dice = making->dice;
  bool sector = false;

  if (dice_says (dice, 60))
    return;
  for (int n = dice_between (dice, 1, 3); n > 0; n--) {
    bool of_sector = dice_says (dice, 30) && !sector;
    const char *wish = of_sector ? world_draw_sector (making->world, dice)
                                 : world_draw_concept (making->world, dice, drawn);
    SmaajobWish wants = dice_says (dice, 75) ? SMAAJOB_WISH_SEEK : SMAAJOB_WISH_AVOID;

    sector |= of_sector;
    insist (smaajob_citizen_builder_add_wish (making->builder, wish, wants, &making->error),
            &making->error);
  }
}

static void
set_place (Making *making)
{
  static const uint8_t modes[] = {8, 27, 45, 20};
  Dice *dice = making->dice;
  Place place = world_draw_place (making->world, dice);

  if (!dice_says (dice, 2))
    insist (smaajob_citizen_builder_set_location (making->builder, place.lat, place.lon,
                                                  &making->error),
            &making->error);
  if (!dice_says (dice, 18)) {
    SmaajobMode mode = (SmaajobMode) dice_weighed (dice, modes, 4);

    insist (smaajob_citizen_builder_set_travel (making->builder, mode,
                                                5 * dice_between (dice, 3, 12), &making->error),
            &making->error);
  }
}

SmaajobCitizen *
population_make_citizen (const World *world, uint32_t number)
{
  Dice dice = dice_new (world->seed, KIND_CITIZEN, number);
  Making making = {world, &dice, NULL, {0}};
  SmaajobCitizen *citizen;
  char id[16];

  snprintf (id, sizeof id, "c-%u", number);
  making.builder = smaajob_citizen_builder_new (world->vocabulary, id, &making.error);
  insist (making.builder != NULL, &making.error);
  add_competences (&making);
  add_needs (&making);
  answer_gates (&making);
  set_time (&making);
  set_course (&making);
  add_wishes (&making);
  set_place (&making);
  citizen = smaajob_citizen_builder_build (making.builder, &making.error);
  insist (citizen != NULL, &making.error);
  smaajob_citizen_builder_free (making.builder);
  return citizen;
}
