/* SPDX-License-Identifier: Apache-2.0 */
#include "population.h"

#include <string.h>

#define N_OF(list)         ((int) (sizeof (list) / sizeof *(list)))
#define PICK(random, list) ((list)[random_below ((random), N_OF (list))])

/* splitmix64 */
static uint64_t
random_next (Random *random)
{
  uint64_t z = random->state += 0x9e3779b97f4a7c15;

  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

Random
random_make (uint64_t seed, uint64_t number)
{
  Random random = {seed};

  random.state = random_next (&random) ^ number * 0xd1342543de82ef95;
  random_next (&random);
  return random;
}

int
random_below (Random *random, int n)
{
  return (int) ((random_next (random) >> 32) * (uint64_t) n >> 32);
}

int
random_between (Random *random, int least, int most)
{
  return least + random_below (random, most - least + 1);
}

bool
random_chance (Random *random, int percent)
{
  return random_below (random, 100) < percent;
}

SmaajobConditionType
condition_type (const World *world, int condition)
{
  return smaajob_vocabulary_get_condition_at (world->vocabulary, (size_t) condition).type;
}

const StatedModel *
stated_find (const StatedList *list, int condition)
{
  for (int i = 0; i < list->n; i++)
    if (list->list[i].condition == condition)
      return &list->list[i];
  return NULL;
}

/* n different ones of a list; n is at most the list's. */
static int
choose (Random *random, const int *list, int n_list, int n, int *chosen)
{
  int left[WORLD_MOST];

  memcpy (left, list, (size_t) n_list * sizeof *list);
  n = n < n_list ? n : n_list;
  for (int i = 0; i < n; i++) {
    int at = random_below (random, n_list - i);

    chosen[i] = left[at];
    left[at] = left[n_list - i - 1];
  }
  return n;
}

static void
draw_window (Random *random, SmaajobWindow *window)
{
  static const int times[] = {0,   480, 525, 540, 600,  615,  720,
                              750, 945, 960, 975, 1020, 1425, 1440};
  static const unsigned days[] = {1, 2, 3, 4, 16, 31, 64, 96, 127, 21};
  int from = random_below (random, N_OF (times) - 1);
  int to = random_between (random, from + 1, N_OF (times) - 1);

  if (random_chance (random, 25))
    to = from + 1;
  *window = (SmaajobWindow){PICK (random, days), times[from], times[to]};
}

void
draw_windows (Random *random, WindowsModel *windows)
{
  windows->known = true;
  windows->n = random_chance (random, 5) ? 0 : random_between (random, 1, 3);
  for (int i = 0; i < windows->n; i++)
    draw_window (random, &windows->list[i]);
}

static int
draw_minutes (Random *random)
{
  static const int often[] = {0,   10,  15,  30,  45,  60,  90,  100, 120,  180,
                              240, 300, 360, 480, 600, 720, 900, 904, 1200, 10080};

  return random_chance (random, 85) ? PICK (random, often) : random_below (random, 1500);
}

static int
draw_end (Random *random)
{
  return random_chance (random, 20) ? SMAAJOB_UNKNOWN : draw_minutes (random);
}

static int
draw_low_end (Random *random)
{
  return random_chance (random, 20) ? SMAAJOB_UNKNOWN : draw_minutes (random) / 3;
}

static void
put_in_order (int *less, int *more)
{
  if (*less != SMAAJOB_UNKNOWN && *more != SMAAJOB_UNKNOWN && *less > *more) {
    int swapped = *less;

    *less = *more;
    *more = swapped;
  }
}

static void
order_three (int *least, int *middle, int *most)
{
  put_in_order (least, most);
  put_in_order (least, middle);
  put_in_order (middle, most);
}

void
draw_citizen_hours (Random *random, CitizenModel *citizen, bool committed_known)
{
  static const int a_day[] = {0, 10, 15, 40, 60, 100, 120, 180, 240, 240, 480, 1440};
  SmaajobCitizenHours *hours = &citizen->hours;

  citizen->hours_known = true;
  hours->min = draw_low_end (random);
  hours->max = draw_end (random);
  hours->limit = random_chance (random, 50) ? SMAAJOB_UNKNOWN : draw_end (random);
  order_three (&hours->min, &hours->max, &hours->limit);
  hours->max_per_day = random_chance (random, 50) ? SMAAJOB_UNKNOWN : PICK (random, a_day);
  hours->committed = !committed_known             ? SMAAJOB_UNKNOWN
                     : random_chance (random, 60) ? 0
                     : random_chance (random, 20) ? draw_minutes (random)
                                                  : draw_minutes (random) / 5;
}

void
draw_opening_hours (Random *random, OpeningModel *opening)
{
  SmaajobOpeningHours *hours = &opening->hours;

  opening->hours_known = true;
  *hours = (SmaajobOpeningHours){draw_low_end (random), draw_end (random), draw_end (random)};
  order_three (&hours->min, &hours->max, &hours->growth);
}

void
draw_task_hours (Random *random, TaskModel *task)
{
  task->hours_known = true;
  task->min = draw_low_end (random);
  task->max = draw_end (random);
  if (task->max >= 0 && task->max < 15)
    task->max = 15;
  put_in_order (&task->min, &task->max);
  if (task->max >= 0 && task->max < 15)
    task->max = SMAAJOB_UNKNOWN;
}

int
draw_exposure (const World *world, Random *random, int condition)
{
  static const int quantities[] = {0, 1, 5000, 10000, 10000, 10001, 15500, 30000, 100000000};

  switch (condition_type (world, condition)) {
  case SMAAJOB_CONDITION_LIMIT:
    return 1000 * random_below (random, 5);
  case SMAAJOB_CONDITION_PROVISION:
    return 1000 * random_below (random, 3);
  default:
    return PICK (random, quantities);
  }
}

static SmaajobStrength
draw_strength (Random *random)
{
  return (SmaajobStrength) random_below (random, 3);
}

void
draw_needs (const World *world, Random *random, CitizenModel *citizen)
{
  int chosen[MODEL_NEEDS];

  citizen->needs_known = true;
  citizen->n_needs = choose (random, world->conditions, world->n_conditions,
                             random_below (random, MODEL_NEEDS - 1), chosen);
  for (int i = 0; i < citizen->n_needs; i++)
    citizen->needs[i] =
        (NeedModel){chosen[i], draw_exposure (world, random, chosen[i]), draw_strength (random)};
}

const char *
draw_sector (Random *random)
{
  static const char *const sectors[] = {"46", "46.3", "46.31", "46.31.00", "47", "46.4"};

  return PICK (random, sectors);
}

PlaceModel
draw_place (Random *random)
{
  static const int lats[] = {57048000, 57050000, 57100000, 55676000, -90000000};
  static const int lons[] = {9919000, 9920000, 10000000, 12568000, 180000000};

  return (PlaceModel){true, PICK (random, lats), PICK (random, lons)};
}

static void
draw_competences (const World *world, Random *random, CitizenModel *citizen, int unknown)
{
  static const int levels[] = {0, 1, 2, 3, 3, 3, 4, 5, 5};
  int chosen[MODEL_COMPETENCES];
  bool known = unknown == 0;

  citizen->complete = known ? random_chance (random, 70) : random_chance (random, 15);
  citizen->n_competences =
      choose (random, world->concepts, world->n_concepts,
              known && !citizen->complete
                  ? MODEL_COMPETENCES
                  : random_below (random, MODEL_COMPETENCES * (120 - unknown) / 120 + 1),
              chosen);
  for (int i = 0; i < citizen->n_competences; i++)
    citizen->competences[i] = (CompetenceModel){chosen[i], PICK (random, levels),
                                                known && random_chance (random, 90)
                                                    ? SMAAJOB_EVIDENCE_OBSERVED
                                                    : (SmaajobEvidence) random_below (random, 4)};
}

static void
draw_wishes (const World *world, Random *random, CitizenModel *citizen)
{
  int chosen[MODEL_WISHES];

  citizen->n_wishes =
      choose (random, world->concepts, world->n_concepts,
              random_chance (random, 50) ? 0 : random_below (random, MODEL_WISHES), chosen);
  for (int i = 0; i < citizen->n_wishes; i++)
    citizen->wishes[i] = (WishModel){
        chosen[i], NULL, random_chance (random, 50) ? SMAAJOB_WISH_SEEK : SMAAJOB_WISH_AVOID};
  if (citizen->n_wishes > 0 && random_chance (random, 30)) {
    citizen->wishes[0].concept_index = -1;
    citizen->wishes[0].sector = draw_sector (random);
  }
}

static void
draw_formalities (const World *world, Random *random, CitizenModel *citizen, int unknown)
{
  static const int shares[] = {0, 330, 500, 667, 750, 799, 800, 900, 1000};
  int chosen[MODEL_GATES];

  citizen->n_gates = choose (random, world->gates, world->n_gates, MODEL_GATES, chosen);
  for (int i = 0; i < citizen->n_gates; i++)
    citizen->gates[i] =
        (GateModel){chosen[i], random_chance (random, unknown) ? SMAAJOB_ANSWER_UNKNOWN
                               : random_chance (random, 80)    ? SMAAJOB_ANSWER_YES
                                                               : SMAAJOB_ANSWER_NO};
  citizen->effectiveness = random_chance (random, 40) ? SMAAJOB_UNKNOWN : PICK (random, shares);
  citizen->kept = random_chance (random, 40) ? SMAAJOB_UNKNOWN : PICK (random, shares);
  citizen->context = (SmaajobContext) random_below (random, 3);
  citizen->prerequisites = (SmaajobPrerequisites) random_below (random, 3);
  citizen->choice = (SmaajobChoice) random_below (random, random_chance (random, 20) ? 4 : 2);
  citizen->purpose = (SmaajobPurpose) random_below (random, 3);
}

static void
draw_citizen (const World *world, Random *random, CitizenModel *citizen, int unknown)
{
  draw_competences (world, random, citizen, unknown);
  if (!random_chance (random, unknown))
    draw_needs (world, random, citizen);
  draw_wishes (world, random, citizen);
  draw_formalities (world, random, citizen, unknown);
  if (!random_chance (random, unknown))
    draw_citizen_hours (random, citizen, !random_chance (random, unknown / 2));
  if (!random_chance (random, unknown))
    draw_windows (random, &citizen->availability);
  if (!random_chance (random, unknown))
    citizen->location = draw_place (random);
  citizen->travel_known = random_chance (random, 50);
  citizen->mode = (SmaajobMode) random_below (random, 4);
  citizen->max_minutes = random_chance (random, 10) ? 0 : 15 * random_between (random, 0, 8);
}

void
draw_requirements (const World *world, Random *random, TaskModel *task, int unknown)
{
  static const int weeks[] = {
      0, 4, 26, 26, 27, 520, SMAAJOB_TRAINING_IMPOSSIBLE, SMAAJOB_TRAINING_IMPOSSIBLE};
  int chosen[MODEL_REQUIREMENTS];

  task->requirements_known = true;
  task->n_requirements = choose (random, world->concepts, world->n_concepts,
                                 random_below (random, MODEL_REQUIREMENTS), chosen);
  for (int i = 0; i < task->n_requirements; i++)
    task->requirements[i] = (RequirementModel){
        chosen[i], random_between (random, 1, 5), draw_strength (random),
        random_chance (random, unknown) ? SMAAJOB_UNKNOWN : PICK (random, weeks)};
}

static void
draw_stated (const World *world, Random *random, StatedList *list, bool provisions, int unknown)
{
  list->n = 0;
  for (int i = 0; i < world->n_conditions && list->n < MODEL_STATED; i++) {
    int condition = world->conditions[i];

    if ((condition_type (world, condition) == SMAAJOB_CONDITION_PROVISION) == provisions &&
        !random_chance (random, unknown))
      list->list[list->n++] = (StatedModel){condition, draw_exposure (world, random, condition)};
  }
}

static void
draw_task (const World *world, Random *random, TaskModel *task, int unknown)
{
  task->optional = random_chance (random, 25);
  if (!random_chance (random, unknown))
    draw_task_hours (random, task);
  if (!random_chance (random, unknown))
    draw_windows (random, &task->windows);
  if (!random_chance (random, unknown * 2 / 3))
    draw_requirements (world, random, task, unknown);
  draw_stated (world, random, &task->exposures, false, unknown == 0 ? 40 : 60 + unknown * 2 / 5);
}

/* Tasks often share their windows, so that some are one group and some are not. */
static void
draw_tasks (const World *world, Random *random, OpeningModel *opening, int unknown)
{
  opening->n_tasks = random_chance (random, 3) ? random_between (random, 5, MODEL_TASKS)
                                               : random_between (random, 1, 4);
  for (int i = 0; i < opening->n_tasks; i++) {
    TaskModel *task = &opening->tasks[i];

    draw_task (world, random, task, unknown);
    task->id[0] = 't';
    task->id[1] = (char) ('a' + (i * 7 + 3) % 13);
    if (i > 0 && task->windows.known && random_chance (random, 50))
      task->windows = opening->tasks[i - 1].windows;
  }
}

static SmaajobAnswer
draw_answer (Random *random, int yes)
{
  return random_chance (random, yes) ? SMAAJOB_ANSWER_YES
                                     : (SmaajobAnswer) random_below (random, 3);
}

static void
draw_opening (const World *world, Random *random, OpeningModel *opening, int unknown)
{
  draw_tasks (world, random, opening, unknown);
  draw_stated (world, random, &opening->exposures, false, unknown);
  draw_stated (world, random, &opening->provisions, true, unknown);
  opening->n_gates =
      choose (random, world->gates, world->n_gates,
              random_chance (random, 60) ? 0 : random_between (random, 1, 2), opening->gates);
  if (!random_chance (random, unknown))
    draw_opening_hours (random, opening);
  if (!random_chance (random, unknown))
    opening->sector = draw_sector (random);
  for (int i = 0; i < N_OF (opening->terms); i++)
    opening->terms[i] = draw_answer (random, 50);
  opening->pay_basis = (SmaajobPayBasis) random_below (random, 2);
  opening->variation = (SmaajobVariation) random_below (random, 3);
  if (!random_chance (random, unknown))
    opening->location = draw_place (random);
}

Unknown
unknown_draw (Random *random)
{
  static const int hundredths[] = {0, 0, 0, 8, 25, 60, 60, 90};

  if (random_chance (random, 30))
    return (Unknown){0, 0};
  return (Unknown){PICK (random, hundredths), PICK (random, hundredths)};
}

PairModel
pair_draw (const World *world, Random *random, Unknown unknown)
{
  PairModel pair;

  memset (&pair, 0, sizeof pair);
  pair.world = world;
  pair.travel_minutes =
      random_chance (random, 80) ? SMAAJOB_UNKNOWN : 15 * random_below (random, 9);
  draw_citizen (world, random, &pair.citizen, unknown.citizen);
  draw_opening (world, random, &pair.opening, unknown.opening);
  return pair;
}
