/* SPDX-License-Identifier: Apache-2.0 */
#include "many/screen.h"

#include "judgement/accommodation.h"
#include "judgement/travel.h"

#include <string.h>

/* What the musts of a task come to, as bits: see match/task.c. */
enum { MUST_GAP = 1, MUST_UNKNOWN = 2, MUST_OUT = 4 };

static const uint8_t musts[3][3] = {
    [MASTERY_BELOW] =
        {[TRAINING_NO] = MUST_OUT, [TRAINING_UNKNOWN] = MUST_UNKNOWN, [TRAINING_YES] = MUST_GAP},
    [MASTERY_UNKNOWN] = {MUST_UNKNOWN, MUST_UNKNOWN, MUST_UNKNOWN},
    [MASTERY_MASTERED] = {0, 0, 0},
};

static Judged *
new_table (size_t n)
{
  return memory_new ((n + 1) * sizeof (Judged));
}

static bool
take_memory (Screen *screen)
{
  const SmaajobMarket *market = screen->market;

  screen->kinds = new_table (market->kinds.n);
  screen->weeks = new_table (market->weeks.n);
  screen->gates = new_table (market->gates.n);
  screen->hours = new_table (market->hours.n);
  screen->conditions = new_table (market->n_entries);
  screen->ranges = memory_new (N_RANGES * sizeof *screen->ranges);
  return screen->kinds != NULL && screen->weeks != NULL && screen->gates != NULL &&
         screen->hours != NULL && screen->conditions != NULL && screen->ranges != NULL;
}

Screen *
screen_new (const SmaajobMarket *market, const SmaajobPolicy *policy, bool all_blockers)
{
  Screen *screen = memory_new (sizeof *screen);

  if (screen == NULL)
    return NULL;
  screen->market = market;
  screen->policy = policy;
  screen->all_blockers = all_blockers;
  for (int i = 0; i < N_CRITERIA; i++)
    screen->scale += (uint32_t) policy->numbers[POLICY_WEIGHT_COMPETENCE + i];
  judge_untold (screen);
  if (take_memory (screen))
    return screen;
  screen_free (screen);
  return NULL;
}

void
screen_free (Screen *screen)
{
  if (screen == NULL)
    return;
  memory_free (screen->kinds);
  memory_free (screen->weeks);
  memory_free (screen->gates);
  memory_free (screen->hours);
  memory_free (screen->conditions);
  memory_free (screen->ranges);
  memory_free (screen);
}

static void
forget (Judged *table, size_t n)
{
  memset (table, 0, (n + 1) * sizeof *table);
}

/* Entries are of the citizen whose stamp they have; were stamps used again, of another. */
static void
next_stamp (Screen *screen)
{
  if (++screen->stamp != 0)
    return;
  screen->stamp = 1;
  forget (screen->kinds, screen->market->kinds.n);
  forget (screen->weeks, screen->market->weeks.n);
  forget (screen->gates, screen->market->gates.n);
  forget (screen->hours, screen->market->hours.n);
  forget (screen->conditions, screen->market->n_entries);
}

void
screen_begin (Screen *screen, const SmaajobCitizen *citizen)
{
  next_stamp (screen);
  screen->citizen = citizen;
  judge_citizen (screen);
  screen->range = (Range){0};
  if (citizen->travel_known && citizen->location_known) {
    Range *range =
        &screen->ranges[citizen->travel_mode * (N_RANGES / 4) + citizen->travel_max_minutes];

    if (!range->made)
      *range = judge_range (screen);
    screen->range = *range;
  }
}

bool
screen_is_far (const Screen *screen, const Block *block)
{
  const Place *home = &screen->citizen->location;
  const float at[3] = {(float) home->x, (float) home->y, (float) home->z};
  float square = 0;

  if (!screen->range.made || !block->located)
    return false;
  for (int axis = 0; axis < 3; axis++) {
    float below = block->least[axis] - at[axis], above = at[axis] - block->most[axis];
    float beside = below > above ? below : above;

    square += beside > 0 ? beside * beside : 0;
  }
  return square > screen->range.far;
}

static bool
is_too_far (const Screen *screen, uint32_t i)
{
  const SmaajobMarket *market = screen->market;
  const Place *home = &screen->citizen->location;
  float x = market->place[0][i] - (float) home->x, y = market->place[1][i] - (float) home->y,
        z = market->place[2][i] - (float) home->z, square = x * x + y * y + z * z;
  const SmaajobPair pair = {screen->citizen, market->openings[i].opening, SMAAJOB_UNKNOWN};

  if (!screen->range.made || !market->openings[i].located || square <= screen->range.near)
    return false;
  return square > screen->range.far ||
         travel_minutes (&pair, screen->policy) > screen->citizen->travel_max_minutes;
}

/* What a pair has cost so far, in weights times costs; and what is known of all that is asked. */
typedef struct {
  Cost competence, accommodation;
  uint64_t known, all;
} Sums;

static void
add_stake (Sums *sums, const Judged *judged)
{
  sums->known += judged->known;
  sums->all += judged->stake;
}

static const Judged *
find_condition (Screen *screen, const NeedView *view, uint32_t worst)
{
  Judged *judged = &screen->conditions[view->column->first_entry + worst];

  if (judged->stamp != screen->stamp) {
    judge_condition (screen, view, worst, judged);
    judged->stamp = screen->stamp;
  }
  return judged;
}

/* Tasks on which a must is exceeded or not told, as bits. */
static void
note_must (Screen *screen, const PackedOpening *packed, const NeedView *view, unsigned *exceeded,
           unsigned *untold)
{
  const uint16_t *codes = view->column->by_task + packed->first_task;

  for (unsigned task = 0; task < packed->n_tasks; task++) {
    uint8_t state = find_condition (screen, view, 2 * (uint32_t) codes[task] + 1)->state;

    *exceeded |= (unsigned) (state == NEED_EXCEEDED) << task;
    *untold |= (unsigned) (state == NEED_UNKNOWN) << task;
  }
}

static void
add_needs (Screen *screen, uint32_t i, Findings *findings, unsigned beyond[2], Sums *sums)
{
  const PackedOpening *packed = &screen->market->openings[i];

  sums->accommodation = screen->other_needs.cost;
  add_stake (sums, &screen->other_needs);
  for (size_t k = 0; k < screen->n_needs; k++) {
    const NeedView *view = &screen->needs[k];
    const Judged *judged = find_condition (screen, view, view->column->worst[i]);

    sums->accommodation += judged->cost;
    add_stake (sums, judged);
    if (view->must && view->provision) {
      findings->provision_refused |= judged->state == NEED_EXCEEDED;
      findings->provision_unknown |= judged->state == NEED_UNKNOWN;
    } else if (view->must) {
      note_must (screen, packed, view, &beyond[0], &beyond[1]);
    }
  }
}

static const Judged *
find_kind (Screen *screen, uint32_t kind)
{
  Judged *judged = &screen->kinds[kind];

  if (judged->stamp != screen->stamp) {
    judge_kind (screen, kind, judged);
    judged->stamp = screen->stamp;
  }
  return judged;
}

static uint8_t
find_training (Screen *screen, uint16_t training)
{
  if (screen->training[training] == 0)
    screen->training[training] = (uint8_t) (judge_training (screen, training) + 1);
  return (uint8_t) (screen->training[training] - 1);
}

/* The musts of a task, as bits; a core task's requirements are added. */
static unsigned
add_task (Screen *screen, const PackedTask *task, Sums *sums)
{
  const PackedRequirement *requirements = &screen->market->requirements[task->first_requirement];
  unsigned bits = 0;
  Sums own = {0};

  for (unsigned i = 0; i < task->n_requirements; i++) {
    const Judged *judged = find_kind (screen, requirements[i].kind);

    own.competence += judged->cost;
    add_stake (&own, judged);
    /* without a branch: which way a requirement goes cannot be foreseen */
    bits |= requirements[i].must &
            musts[judged->state][find_training (screen, requirements[i].training)];
  }
  if (!task->requirements_known) {
    own.competence += screen->untold_requirements.cost;
    add_stake (&own, &screen->untold_requirements);
    bits |= MUST_UNKNOWN;
  }
  if (task->core) {
    sums->competence += own.competence * task->share >> PACKED_SHARE_BITS;
    sums->known += own.known;
    sums->all += own.all;
  }
  return bits;
}

static bool
has_no_time (Screen *screen, uint32_t week)
{
  const Cells *cells = &screen->market->cells[week];
  Judged *judged = &screen->weeks[week];

  if (screen->cells_known && (cells->all & screen->cells))
    return false;
  if (screen->cells_known && !(cells->some & screen->cells))
    return true;
  if (judged->stamp != screen->stamp) {
    judge_week (screen, week, judged);
    judged->stamp = screen->stamp;
  }
  return judged->state;
}

static void
add_tasks (Screen *screen, const PackedOpening *packed, Findings *findings,
           const unsigned beyond[2], Sums *sums)
{
  bool time = false;

  for (unsigned i = 0; i < packed->n_tasks; i++) {
    const PackedTask *task = &screen->market->tasks[packed->first_task + i];
    unsigned bits = add_task (screen, task, sums), bit = 1u << i;

    if ((bits & MUST_OUT) || (beyond[0] & bit))
      continue;
    if ((bits & MUST_UNKNOWN) || screen->untold || (beyond[1] & bit))
      findings->unclear |= bit;
    else if (bits & MUST_GAP)
      findings->practice |= bit;
    else
      findings->paid |= bit;
    time = time || !has_no_time (screen, task->week);
  }
  findings->within_reach = findings->paid | findings->practice | findings->unclear;
  findings->no_common_time = findings->within_reach != 0 && !time;
}

static const Judged *
find_hours (Screen *screen, const PackedOpening *packed)
{
  Judged *judged = &screen->hours[packed->hours];

  if (!screen->hours_known || !packed->scheduled)
    return &screen->unknown_hours;
  if (judged->stamp != screen->stamp) {
    judge_hours_at_best (screen, packed->hours, judged);
    judged->stamp = screen->stamp;
  }
  return judged;
}

static Cost
weigh (const Screen *screen, SmaajobCriterionId criterion, Cost cost)
{
  Cost weight = (Cost) screen->policy->numbers[POLICY_WEIGHT_COMPETENCE + criterion];

  return weight * (cost < screen->policy->floor ? cost : screen->policy->floor);
}

/* All costs are as the score has them, but for the hours, which could be better than there is time
   for, and wishes, which are left out: so no score is higher. */
static void
bound_score (Screen *screen, const PackedOpening *packed, Sums *sums, Screened *screened)
{
  const Judged *hours = find_hours (screen, packed);
  const Judged *travel =
      screen->range.made && packed->located ? &screen->near_travel : &screen->unknown_travel;
  Cost cost = weigh (screen, SMAAJOB_CRITERION_COMPETENCE, sums->competence) +
              weigh (screen, SMAAJOB_CRITERION_ACCOMMODATION, sums->accommodation) +
              weigh (screen, SMAAJOB_CRITERION_TRAVEL, travel->cost) + hours->cost;

  add_stake (sums, hours);
  add_stake (sums, travel);
  screened->most = score_of (cost, screen->scale);
  screened->open = sums->known == 0 || sums->known * 1000 < sums->all + screen->wish_stake;
}

static bool
is_refused (Screen *screen, const PackedOpening *packed, Findings *findings)
{
  Judged *judged = &screen->gates[packed->gates];

  if (judged->stamp != screen->stamp) {
    judge_gates (screen, packed->gates, judged);
    judged->stamp = screen->stamp;
  }
  findings->gate_refused = judged->state & GATES_REFUSED;
  findings->gate_unknown = (judged->state & GATES_UNKNOWN) != 0;
  return findings->gate_refused || findings->travel_too_far || findings->choice_declined ||
         findings->load_exceeded;
}

void
screen_pair (Screen *screen, uint32_t i, Screened *screened)
{
  const PackedOpening *packed = &screen->market->openings[i];
  Findings *findings = &screened->findings;
  unsigned beyond[2] = {0, 0};
  Sums sums = {0};

  screened->verdict = SMAAJOB_VERDICT_BLOCKED;
  *findings = screen->findings;
  findings->travel_too_far = is_too_far (screen, i);
  if (is_refused (screen, packed, findings) && !screen->all_blockers)
    return;
  findings->pay_refused = packed->pay_refused;
  findings->practice_refused = packed->practice_refused;
  add_needs (screen, i, findings, beyond, &sums);
  add_tasks (screen, packed, findings, beyond, &sums);
  screened->verdict = verdict_decide (findings);
  if (screened->verdict != SMAAJOB_VERDICT_BLOCKED)
    bound_score (screen, packed, &sums, screened);
}

unsigned
screen_list_blockers (const Findings *findings)
{
  const bool blockers[] = {
      [SMAAJOB_CODE_GATE_REFUSED] = findings->gate_refused,
      [SMAAJOB_CODE_CHOICE_DECLINED] = findings->choice_declined,
      [SMAAJOB_CODE_NO_TASK_WITHIN_REACH] = findings->within_reach == 0,
      [SMAAJOB_CODE_NO_COMMON_TIME] = findings->no_common_time,
      [SMAAJOB_CODE_LOAD_EXCEEDED] = findings->load_exceeded,
      [SMAAJOB_CODE_TRAVEL_TOO_FAR] = findings->travel_too_far,
      [SMAAJOB_CODE_PAY_REFUSED] = findings->pay_refused,
      [SMAAJOB_CODE_PRACTICE_REFUSED] =
          findings->practice_refused && findings_rule_out_pay (findings),
      [SMAAJOB_CODE_NEED_REFUSED] = findings->provision_refused,
  };
  unsigned bits = 0;

  for (unsigned i = 1; i < sizeof blockers / sizeof *blockers; i++)
    bits |= (unsigned) blockers[i] << i;
  return bits;
}
