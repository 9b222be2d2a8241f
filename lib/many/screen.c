/* SPDX-License-Identifier: Apache-2.0 */
#include "many/screen.h"

#include "judgement/accommodation.h"
#include "judgement/capacity.h"
#include "judgement/travel.h"
#include "many/kinds.h"
#include "many/needs.h"

#include <string.h>

static bool
take_memory (Screen *screen)
{
  screen->n_tables = NEED_TABLES;
  screen->tables = memory_new (NEED_TABLES * sizeof *screen->tables);
  screen->level_tables = memory_new (N_NEED_KINDS * sizeof *screen->level_tables);
  screen->ranges = memory_new (N_RANGES * sizeof *screen->ranges);
  return kinds_init (screen) && screen->tables != NULL && screen->level_tables != NULL &&
         screen->ranges != NULL;
}

Screen *
screen_new (const SmaajobMarket *market, View *view)
{
  Screen *screen = memory_new (sizeof *screen);

  if (screen == NULL)
    return NULL;
  references_take (&view->references);
  screen->market = market;
  screen->view = view;
  screen->policy = view->policy;
  for (int i = 0; i < N_CRITERIA; i++)
    screen->scale += (uint32_t) screen->policy->numbers[POLICY_WEIGHT_COMPETENCE + i];
  screen->gates_column = market_find_column (market, MATTER_GATES);
  screen->sector_column = market_find_column (market, MATTER_SECTOR);
  screen->hours_column = market_find_column (market, MATTER_HOURS);
  judge_untold (screen);
  judge_trainings (screen);
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
  view_free (screen->view);
  kinds_clear (screen);
  memory_free (screen->tables);
  memory_free (screen->level_tables);
  memory_free (screen->ranges);
  memory_free (screen);
}

/* Entries are of the citizen whose stamp they have; were stamps used again, of another. */
static void
next_stamp (Screen *screen)
{
  if (++screen->stamp != 0)
    return;
  screen->stamp = 1;
  memset (screen->gates, 0, sizeof screen->gates);
  memset (screen->hours, 0, sizeof screen->hours);
  memset (screen->tables, 0, NEED_TABLES * sizeof *screen->tables);
}

void
screen_set_out (Screen *screen, const SmaajobCitizen *citizen)
{
  screen->citizen = citizen;
  screen->range = (Range){0};
  if (citizen->travel_known && citizen->location_known) {
    Range *range =
        &screen->ranges[citizen->travel_mode * (N_RANGES / 4) + citizen->travel_max_minutes];

    if (!range->made)
      *range = judge_range (screen);
    screen->range = *range;
  }
}

void
screen_begin (Screen *screen, const SmaajobCitizen *citizen)
{
  next_stamp (screen);
  screen_set_out (screen, citizen);
  judge_citizen (screen);
  needs_begin (screen);
  kinds_judge (screen);
}

static bool
has_mark (uint64_t marks, uint32_t i)
{
  return marks >> i % BLOCK_OPENINGS & 1;
}

static const Marks *
marks_of (const SmaajobMarket *market, uint32_t i)
{
  return &market->marks[i / BLOCK_OPENINGS];
}

static bool
takes_too_long (const Screen *screen, const SmaajobOpening *opening)
{
  const SmaajobPair pair = {screen->citizen, opening, SMAAJOB_UNKNOWN};

  return travel_minutes (&pair, screen->policy) > screen->citizen->travel_max_minutes;
}

/* Of the chord between the two, in units of the earth's radius. */
static float
square_of (const Screen *screen, uint32_t i)
{
  const Places *places = &screen->market->places[i / BLOCK_OPENINGS];
  const Place *home = &screen->citizen->location;
  const uint32_t at = i % BLOCK_OPENINGS;
  const float x = places->at[0][at] - (float) home->x, y = places->at[1][at] - (float) home->y,
              z = places->at[2][at] - (float) home->z;

  return x * x + y * y + z * z;
}

static bool
has_journey (const Screen *screen, uint32_t i)
{
  return screen->range.made && has_mark (marks_of (screen->market, i)->located, i);
}

bool
screen_is_beyond (const Screen *screen, uint32_t i)
{
  return has_journey (screen, i) && square_of (screen, i) > screen->range.far;
}

bool
screen_is_too_far (const Screen *screen, uint32_t i)
{
  float square;

  if (!has_journey (screen, i) || (square = square_of (screen, i)) <= screen->range.near)
    return false;
  return square > screen->range.far || takes_too_long (screen, market_image (screen->market, i));
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

/* The opening that says what a code stands for; NULL when it says nothing. */
static const SmaajobOpening *
find_example (const Screen *screen, const Column *column, unsigned code)
{
  uint32_t example = screen->market->patterns[column->first_pattern + code];

  return example == PATTERN_NONE ? NULL : market_image (screen->market, example);
}

static void
add_needs (const Screen *screen, uint32_t i, Findings *findings, unsigned beyond[2], Sums *sums)
{
  sums->accommodation = screen->other_needs.cost;
  add_stake (sums, &screen->other_needs);
  for (size_t k = 0; k < screen->n_needs; k++) {
    const NeedView *view = &screen->needs[k];
    NeedPattern own;
    const NeedPattern *judged = needs_find (screen, view, i, &own);

    sums->accommodation += judged->cost;
    sums->known += judged->known * view->table->stake;
    sums->all += view->table->stake;
    if (view->must && view->provision) {
      findings->provision_refused |= judged->state == NEED_EXCEEDED;
      findings->provision_unknown |= judged->state == NEED_UNKNOWN;
    } else if (view->must) {
      beyond[0] |= judged->exceeded;
      beyond[1] |= judged->untold;
    }
  }
}

/* The musts of a task, as bits; a core task's requirements are added. */
static unsigned
add_task (const Screen *screen, const PackedTask *task, const PackedRequirement *requirements,
          Sums *sums)
{
  unsigned bits = 0;
  Sums own = {0};

  for (unsigned i = 0; i < task->n_requirements; i++) {
    const KindJudged judged = kinds_find (screen, kind_of (requirements[i]));
    const uint32_t stake = screen->bare[judged.importance].stake;
    const bool must = judged.importance == SMAAJOB_STRENGTH_MUST;

    own.competence += judged.cost;
    own.known += judged.known ? stake : 0;
    own.all += stake;
    /* without a branch: which way a requirement goes cannot be foreseen */
    bits |= (0u - must) &
            must_states[judged.state][screen->training[training_of_packed (requirements[i])]];
  }
  if (!(task->marks & TASK_TOLD)) {
    own.competence += screen->untold_requirements.cost;
    add_stake (&own, &screen->untold_requirements);
    bits |= MUST_UNKNOWN;
  }
  if (task->marks & TASK_CORE) {
    sums->competence += share_cost (task, own.competence);
    sums->known += own.known;
    sums->all += own.all;
  }
  return bits;
}

bool
screen_has_odd_time (const Screen *screen, uint32_t opening, unsigned task)
{
  const SmaajobOpening *image = market_image (screen->market, opening);

  return !screen->short_days &&
         task_meets_availability (&opening_tasks (image)[task], screen->citizen);
}

static void
add_tasks (const Screen *screen, uint32_t at, Findings *findings, const unsigned beyond[2],
           Sums *sums)
{
  const SmaajobMarket *market = screen->market;
  const Start start = market_start (market, at), end = market_start (market, at + 1);
  const PackedRequirement *requirements = &market->requirements[start.requirement];
  bool time = false;

  for (unsigned i = 0; i < end.task - start.task; i++) {
    const PackedTask *task = &market->tasks[start.task + i];
    const bool out = beyond[0] >> i & 1, untold = screen->untold || (beyond[1] >> i & 1);
    const unsigned state = add_task (screen, task, requirements, sums) | (out ? MUST_OUT : 0) |
                           (untold ? MUST_UNKNOWN : 0),
                   verdict = musts_leave[state];

    requirements += task->n_requirements;
    findings->unclear |= (unsigned) (verdict == SMAAJOB_TASK_UNCLEAR) << i;
    findings->practice |= (unsigned) (verdict == SMAAJOB_TASK_PRACTICE) << i;
    findings->paid |= (unsigned) (verdict == SMAAJOB_TASK_PAID) << i;
    time = time || (verdict != SMAAJOB_TASK_OUT_OF_REACH && screen_has_time (screen, at, i));
  }
  findings->within_reach = findings->paid | findings->practice | findings->unclear;
  findings->no_common_time = findings->within_reach != 0 && !time;
}

static const Judged *
find_hours (Screen *screen, uint32_t i, Judged *own)
{
  const SmaajobMarket *market = screen->market;
  const Column *column = screen->hours_column;
  Judged *judged;
  unsigned code;

  if (!screen->hours_known || column == NULL || !has_mark (marks_of (market, i)->scheduled, i))
    return &screen->unknown_hours;
  code = column_code (market, column, i);
  judged = code == CODE_OTHER ? own : &screen->hours[code];
  if (code == CODE_OTHER || judged->stamp != screen->stamp) {
    judge_hours_at_best (screen, market_image (market, i), judged);
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

/* Whatever comes of the wishes. */
static bool
is_surely_scored (const Screen *screen, const Sums *sums)
{
  const int32_t *numbers = screen->policy->numbers;
  uint64_t wishes = (uint64_t) numbers[POLICY_SHARE_SHOULD] * screen->citizen->n_wishes +
                    (uint64_t) numbers[POLICY_SHARE_NICE];

  return sums->known > 0 &&
         sums->known * 1000 >= sums->all + wishes * (uint64_t) numbers[POLICY_WEIGHT_WISH];
}

/* All costs are as the score has them, but for the hours, which could be better than there is time
   for, and wishes, which are left out if they do not decide whether there is a score: so no score
   is higher. */
static void
bound_score (Screen *screen, uint32_t i, unsigned asked, Sums *sums, Screened *screened)
{
  Judged own;
  const Judged *hours = find_hours (screen, i, &own);
  const Judged *travel = screen->range.made && has_mark (marks_of (screen->market, i)->located, i)
                             ? &screen->near_travel
                             : &screen->unknown_travel;
  Judged wishes = {0};
  Cost cost;

  add_stake (sums, hours);
  add_stake (sums, travel);
  if (screen->citizen->n_wishes > 0 && !is_surely_scored (screen, sums))
    judge_wishes (screen, market_image (screen->market, i), &wishes);
  add_stake (sums, &wishes);
  screened->scoreless = sums->known * 1000 < sums->all || sums->all == 0;
  if (!(asked & SCREEN_BOUND))
    return;
  cost = weigh (screen, SMAAJOB_CRITERION_COMPETENCE, sums->competence) +
         weigh (screen, SMAAJOB_CRITERION_ACCOMMODATION, sums->accommodation) +
         weigh (screen, SMAAJOB_CRITERION_WISH, wishes.cost) +
         weigh (screen, SMAAJOB_CRITERION_TRAVEL, travel->cost) + hours->cost;
  screened->most = score_of (cost, screen->scale);
}

const Judged *
screen_find_gates (Screen *screen, const Column *column, unsigned code)
{
  Judged *judged = &screen->gates[code];

  if (judged->stamp != screen->stamp) {
    const SmaajobOpening *example = find_example (screen, column, code);

    judged->state = 0;
    if (example != NULL)
      judge_gates (screen, example, judged);
    judged->stamp = screen->stamp;
  }
  return judged;
}

static bool
is_refused (Screen *screen, uint32_t i, Findings *findings)
{
  const Column *column = screen->gates_column;
  unsigned code = column == NULL ? 0 : column_code (screen->market, column, i), state = 0;
  Judged own;

  if (column != NULL && code == CODE_OTHER) {
    judge_gates (screen, market_image (screen->market, i), &own);
    state = own.state;
  } else if (column != NULL) {
    state = screen_find_gates (screen, column, code)->state;
  }
  findings->gate_refused = state & GATES_REFUSED;
  findings->gate_unknown = (state & GATES_UNKNOWN) != 0;
  return findings->gate_refused || findings->travel_too_far || findings->choice_declined ||
         findings->load_exceeded;
}

static void
fetch_opening (const SmaajobMarket *market, uint32_t i)
{
  for (int axis = 0; axis < 3; axis++)
    memory_fetch (&market->places[i / BLOCK_OPENINGS].at[axis][i % BLOCK_OPENINGS]);
  market_fetch_tasks (market, i);
  memory_fetch (&market->images[market->numbers[i]]);
}

void
screen_fetch (const Screen *screen, const uint32_t *openings, uint32_t n)
{
  const SmaajobMarket *market = screen->market;

  for (uint32_t k = 0; k < n; k++) {
    memory_fetch (&market->starts[openings[k]]);
    memory_fetch (&market->numbers[openings[k]]);
  }
  for (uint32_t k = 0; k < n; k++)
    fetch_opening (market, openings[k]);
}

/* False when it is refused already and no more is asked. */
static bool
find (Screen *screen, uint32_t i, bool every, Findings *findings, Sums *sums)
{
  const Marks *marks = marks_of (screen->market, i);
  unsigned beyond[2] = {0, 0};

  *findings = screen->findings;
  findings->travel_too_far = screen_is_too_far (screen, i);
  if (is_refused (screen, i, findings) && !every)
    return false;
  findings->pay_refused = has_mark (marks->pay_refused, i);
  findings->practice_refused = has_mark (marks->practice_refused, i);
  add_needs (screen, i, findings, beyond, sums);
  add_tasks (screen, i, findings, beyond, sums);
  return true;
}

void
screen_find (Screen *screen, uint32_t i, Findings *findings)
{
  Sums sums = {0};

  find (screen, i, true, findings, &sums);
}

void
screen_pair (Screen *screen, uint32_t i, unsigned asked, Screened *screened)
{
  Sums sums = {0};

  screened->verdict = SMAAJOB_VERDICT_BLOCKED;
  if (!find (screen, i, asked & SCREEN_EVERY, &screened->findings, &sums))
    return;
  screened->verdict = verdict_decide (&screened->findings);
  if (screened->verdict != SMAAJOB_VERDICT_BLOCKED)
    bound_score (screen, i, asked, &sums, screened);
}
