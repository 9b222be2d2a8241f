/* SPDX-License-Identifier: Apache-2.0 */
/* Percentages are those that docs/population.md tells. */
#include "world.h"

#include <stdio.h>

typedef struct {
  const World *world;
  Dice *dice;
  SmaajobOpeningBuilder *builder;
  SmaajobError error;
} Making;

static void
check (Making *making, bool ok)
{
  insist (ok, &making->error);
}

static int
draw_training (Dice *dice)
{
  if (dice_says (dice, 30))
    return SMAAJOB_UNKNOWN;
  return dice_says (dice, 15) ? SMAAJOB_TRAINING_IMPOSSIBLE : dice_between (dice, 0, 20);
}

static void
add_requirements (Making *making, size_t task)
{
  static const uint8_t levels[] = {20, 35, 30, 11, 4};
  g_autoptr (GArray) drawn = g_array_new (FALSE, FALSE, sizeof (uint32_t));
  Dice *dice = making->dice;

  if (dice_says (dice, 15))
    return;
  check (making,
         smaajob_opening_builder_set_requirements_known (making->builder, task, &making->error));
  for (int n = dice_sum (dice, 0, 2, 3); n > 0; n--) {
    SmaajobRequirement requirement = {.concept_id =
                                          world_draw_concept (making->world, dice, drawn)};

    requirement.level = 1 + (int) dice_weighed (dice, levels, 5);
    requirement.importance = world_draw_strength (dice, 30);
    requirement.training_weeks = draw_training (dice);
    check (making, smaajob_opening_builder_add_requirement (making->builder, task, &requirement,
                                                            &making->error));
  }
}

static void
add_windows (Making *making, size_t task)
{
  if (dice_says (making->dice, 35))
    return;
  for (int n = dice_between (making->dice, 1, 2); n > 0; n--) {
    SmaajobWindow window = world_draw_window (making->dice, 20);

    check (making, smaajob_opening_builder_add_task_window (making->builder, task, &window,
                                                            &making->error));
  }
}

static double
draw_exposure (Dice *dice, SmaajobConditionType type)
{
  static const uint8_t exposures[] = {40, 25, 20, 10, 5};

  return type == SMAAJOB_CONDITION_LIMIT ? (double) dice_weighed (dice, exposures, 5)
                                         : dice_between (dice, 1, 20);
}

static void
add_task (Making *making, size_t task)
{
  Dice *dice = making->dice;
  int min = 30 * dice_between (dice, 1, 6);
  char id[] = "t-1";

  id[2] = (char) ('1' + task);
  check (making, smaajob_opening_builder_add_task (making->builder, id, &making->error));
  if (!dice_says (dice, 15))
    check (making, smaajob_opening_builder_set_task_hours (making->builder, task, min,
                                                           min + 60 * dice_between (dice, 1, 7),
                                                           &making->error));
  check (making, smaajob_opening_builder_set_task_optional (
                     making->builder, task, task > 0 && dice_says (dice, 35), &making->error));
  add_windows (making, task);
  add_requirements (making, task);
}

static void
override_exposure (Making *making, const SmaajobCondition *condition, size_t n_tasks)
{
  size_t task = dice_below (making->dice, (unsigned) n_tasks);

  check (making, smaajob_opening_builder_set_task_exposure (
                     making->builder, task, condition->id,
                     draw_exposure (making->dice, condition->type), &making->error));
}

static void
state_condition (Making *making, const SmaajobCondition *condition, size_t n_tasks)
{
  static const uint8_t provisions[] = {25, 30, 45};
  Dice *dice = making->dice;

  if (condition->type == SMAAJOB_CONDITION_PROVISION) {
    if (dice_says (dice, 50))
      check (making, smaajob_opening_builder_set_provision (
                         making->builder, condition->id, (int) dice_weighed (dice, provisions, 3),
                         &making->error));
    return;
  }
  if (dice_says (dice, 55))
    check (making, smaajob_opening_builder_set_exposure (making->builder, condition->id,
                                                         draw_exposure (dice, condition->type),
                                                         &making->error));
  if (dice_says (dice, 6))
    override_exposure (making, condition, n_tasks);
}

static void
state_conditions (Making *making, size_t n_tasks)
{
  size_t n = smaajob_vocabulary_get_n_conditions (making->world->vocabulary);

  for (size_t i = 0; i < n; i++) {
    SmaajobCondition condition = smaajob_vocabulary_get_condition_at (making->world->vocabulary, i);

    state_condition (making, &condition, n_tasks);
  }
}

static void
set_hours (Making *making)
{
  Dice *dice = making->dice;
  int min = 60 * dice_between (dice, 1, 5), max = min + 60 * dice_between (dice, 1, 12);
  int growth = dice_says (dice, 50) ? max + 60 * dice_between (dice, 0, 12) : SMAAJOB_UNKNOWN;
  SmaajobOpeningHours hours = {min, max, growth};

  if (!dice_says (dice, 12))
    check (making, smaajob_opening_builder_set_hours (making->builder, &hours, &making->error));
}

static void
set_terms (Making *making)
{
  /* unknown, yes, no: of pay, practice, hybrid, prospect, fleksjob */
  static const uint8_t answers[][3] = {
      {28, 62, 10}, {35, 55, 10}, {60, 28, 12}, {65, 25, 10}, {75, 8, 17}};

  for (int term = SMAAJOB_TERM_PAID; term <= SMAAJOB_TERM_FLEKSJOB; term++)
    check (making,
           smaajob_opening_builder_set_term (
               making->builder, (SmaajobTerm) term,
               (SmaajobAnswer) dice_weighed (making->dice, answers[term], 3), &making->error));
}

static void
demand_gates (Making *making)
{
  static const uint8_t counts[] = {70, 22, 8};
  size_t n = smaajob_vocabulary_get_n_gates (making->world->vocabulary);
  unsigned first = dice_below (making->dice, (unsigned) n);

  for (unsigned i = 0, all = dice_weighed (making->dice, counts, 3); i < all; i++) {
    const char *gate =
        smaajob_vocabulary_get_gate_at (making->world->vocabulary, (first + 3 * i) % n).id;

    check (making, smaajob_opening_builder_add_gate (making->builder, gate, &making->error));
  }
}

static void
set_workplace (Making *making, uint32_t number)
{
  static const uint8_t variations[] = {45, 45, 10};
  Dice *dice = making->dice;
  Place place = world_draw_place (making->world, dice);
  char employer[16];

  snprintf (employer, sizeof employer, "e-%u", number - number % 3);
  check (making, smaajob_opening_builder_set_employer (making->builder, employer, &making->error));
  if (dice_says (dice, 90))
    check (making, smaajob_opening_builder_set_sector (
                       making->builder, world_draw_sector (making->world, dice), &making->error));
  check (making, smaajob_opening_builder_set_seats (
                     making->builder, dice_says (dice, 85) ? 1 : dice_between (dice, 2, 4),
                     &making->error));
  check (making, smaajob_opening_builder_set_weekly_variation (
                     making->builder, (SmaajobVariation) dice_weighed (dice, variations, 3),
                     &making->error));
  check (making, smaajob_opening_builder_set_pay_basis (
                     making->builder,
                     dice_says (dice, 12) ? SMAAJOB_PAY_BASIS_PRESENT : SMAAJOB_PAY_BASIS_EFFECTIVE,
                     &making->error));
  if (!dice_says (dice, 3))
    check (making, smaajob_opening_builder_set_location (making->builder, place.lat, place.lon,
                                                         &making->error));
}

SmaajobOpening *
population_make_opening (const World *world, uint32_t number)
{
  static const uint8_t counts[] = {40, 27, 16, 9, 5, 3};
  Dice dice = dice_new (world->seed, KIND_OPENING, number);
  Making making = {world, &dice, NULL, {0}};
  SmaajobOpening *opening;
  size_t n_tasks = 1 + dice_weighed (&dice, counts, 6);
  char id[16];

  snprintf (id, sizeof id, "o-%u", number);
  making.builder = smaajob_opening_builder_new (world->vocabulary, id, &making.error);
  check (&making, making.builder != NULL);
  for (size_t task = 0; task < n_tasks; task++)
    add_task (&making, task);
  state_conditions (&making, n_tasks);
  set_hours (&making);
  set_terms (&making);
  demand_gates (&making);
  set_workplace (&making, number);
  opening = smaajob_opening_builder_build (making.builder, &making.error);
  check (&making, opening != NULL);
  smaajob_opening_builder_free (making.builder);
  return opening;
}
