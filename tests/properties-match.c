/* SPDX-License-Identifier: Apache-2.0 */
#include "property.h"

#include "data/policy.h"

#include <stdlib.h>
#include <string.h>

#define MOST_LINES 600
#define LINE_SIZE  200
#define SLOT       15

/* What a match says, told in lines that can be compared as a set. */
typedef struct {
  int n;
  char lines[MOST_LINES][LINE_SIZE];
} Telling;

static const char *
or_none (const char *text)
{
  return text == NULL ? "-" : text;
}

static void
tell_reason (Telling *telling, const char *list, SmaajobReason reason)
{
  snprintf (telling->lines[telling->n++], LINE_SIZE, "%s %s %s %s", list,
            smaajob_code_get_name (reason.code), or_none (reason.subject), or_none (reason.task));
}

static void
tell_tasks (const SmaajobMatch *match, Telling *telling)
{
  for (size_t i = 0; i < smaajob_match_get_n_tasks (match); i++) {
    const SmaajobTaskMatch task = smaajob_match_get_task_at (match, i);

    snprintf (telling->lines[telling->n++], LINE_SIZE, "task %s %s %d", task.id,
              smaajob_task_verdict_get_name (task.verdict), task.planned_minutes_per_week);
    for (size_t j = 0; j < task.n_reasons; j++)
      tell_reason (telling, task.id, smaajob_match_get_task_reason_at (match, i, j));
  }
}

/* Points are shared among items in document order, so that those of an item may move by one. */
static void
tell_criteria (const SmaajobMatch *match, Telling *telling)
{
  for (size_t i = 0; i < smaajob_match_get_n_criteria (match); i++) {
    const SmaajobCriterion criterion = smaajob_match_get_criterion_at (match, i);

    snprintf (telling->lines[telling->n++], LINE_SIZE, "%s %s %d %d %d %d %d",
              smaajob_criterion_get_name (criterion.id), smaajob_side_get_name (criterion.side),
              criterion.value, criterion.low, criterion.high, criterion.weight, criterion.loss);
    for (size_t j = 0; j < criterion.n_items; j++) {
      const SmaajobItem item = smaajob_match_get_item_at (match, i, j);

      snprintf (telling->lines[telling->n++], LINE_SIZE, "item %s %s %s %d %d %d",
                or_none (item.subject), or_none (item.task), smaajob_state_get_name (item.state),
                item.have, item.want, item.share);
    }
  }
}

static void
tell_plan (const SmaajobMatch *match, Telling *telling)
{
  const SmaajobPlan plan = smaajob_match_get_plan (match);

  snprintf (telling->lines[telling->n++], LINE_SIZE, "plan %d %d %d %d %d %d", plan.known,
            plan.present_minutes, plan.paid_minutes, plan.practice_minutes, plan.capacity_minutes,
            plan.growth_minutes);
  for (size_t i = 0; i < smaajob_match_get_n_shifts (match); i++) {
    const SmaajobShift shift = smaajob_match_get_shift_at (match, i);

    snprintf (telling->lines[telling->n++], LINE_SIZE, "shift %d %d %d %s", (int) shift.day,
              shift.from_minute, shift.to_minute, shift.task);
  }
}

static void
tell_reasons (const SmaajobMatch *match, Telling *telling)
{
  const SmaajobTiming timing = smaajob_match_get_timing (match);

  for (size_t i = 0; i < smaajob_match_get_n_blockers (match); i++)
    tell_reason (telling, "blocker", smaajob_match_get_blocker_at (match, i));
  for (size_t i = 0; i < smaajob_match_get_n_attention (match); i++)
    tell_reason (telling, "attention", smaajob_match_get_attention_at (match, i));
  for (size_t i = 0; i < timing.n_reasons; i++)
    tell_reason (telling, smaajob_advice_get_name (timing.advice),
                 smaajob_match_get_timing_reason_at (match, i));
}

static int
compare_lines (const void *a, const void *b)
{
  return strcmp (a, b);
}

static void
tell (const Made *made, Telling *telling)
{
  const SmaajobScore *score = &made->score;

  telling->n = 0;
  snprintf (telling->lines[telling->n++], LINE_SIZE, "score %d %d %d %d %d %d %d %d",
            (int) score->verdict, score->score, score->low, score->high, score->coverage,
            score->potential, score->side_citizen, score->side_employer);
  tell_criteria (made->match, telling);
  tell_tasks (made->match, telling);
  tell_plan (made->match, telling);
  tell_reasons (made->match, telling);
  qsort (telling->lines, (size_t) telling->n, LINE_SIZE, compare_lines);
}

bool
order_never_matters (const Made *made, Random *random, char *why)
{
  static Telling before, after;
  PairModel model = *made->model;
  Made permuted;
  int i = 0;

  pair_permute (&model, random);
  permuted = make_match (&model);
  tell (made, &before);
  tell (&permuted, &after);
  unmake (&permuted);
  while (i < before.n && i < after.n && strcmp (before.lines[i], after.lines[i]) == 0)
    i++;
  return (i == before.n && i == after.n) ||
         fail (why, "“%s” became “%s”", i < before.n ? before.lines[i] : "",
               i < after.n ? after.lines[i] : "");
}

bool
losses_sum_exactly (const Made *made, Random *random, char *why)
{
  int sum = 0;

  (void) random;
  for (size_t i = 0; i < smaajob_match_get_n_criteria (made->match); i++) {
    const SmaajobCriterion criterion = smaajob_match_get_criterion_at (made->match, i);
    int items = 0;

    for (size_t j = 0; j < criterion.n_items; j++) {
      const SmaajobItem item = smaajob_match_get_item_at (made->match, i, j);

      items += item.loss;
      if (item.loss < 0)
        return fail (why, "an item gains %d", -item.loss);
      if (item.state == SMAAJOB_STATE_MET && item.loss != 0)
        return fail (why, "%s is met, and loses %d", item.subject, item.loss);
      if (item.have < SMAAJOB_UNKNOWN || item.want < SMAAJOB_UNKNOWN)
        return fail (why, "%s: %d of %d", item.subject, item.have, item.want);
    }
    if (criterion.weight == 0 && criterion.loss != 0)
      return fail (why, "%s has no weight, and loses %d", smaajob_criterion_get_name (criterion.id),
                   criterion.loss);
    if (items != criterion.loss)
      return fail (why, "%s loses %d, its items %d", smaajob_criterion_get_name (criterion.id),
                   criterion.loss, items);
    sum += criterion.loss;
  }
  return sum == (made->score.potential == SMAAJOB_UNKNOWN ? 0 : 1000 - made->score.potential) ||
         fail (why, "potential %d, losses %d", made->score.potential, sum);
}

/* The minutes of the shifts, by task and by day. */
typedef struct {
  int all, tasks[MODEL_TASKS], days[7];
} Minutes;

static int
find_task (const OpeningModel *opening, const char *id)
{
  int i = 0;

  while (strcmp (opening->tasks[i].id, id) != 0)
    i++;
  return i;
}

static Minutes
add_shifts (const Made *made)
{
  Minutes minutes = {0};

  for (size_t i = 0; i < smaajob_match_get_n_shifts (made->match); i++) {
    const SmaajobShift shift = smaajob_match_get_shift_at (made->match, i);
    int length = shift.to_minute - shift.from_minute;

    minutes.all += length;
    minutes.tasks[find_task (&made->model->opening, shift.task)] += length;
    minutes.days[__builtin_ctz (shift.day)] += length;
  }
  return minutes;
}

bool
the_plan_is_its_schedule (const Made *made, Random *random, char *why)
{
  const SmaajobPlan plan = smaajob_match_get_plan (made->match);
  const Minutes minutes = add_shifts (made);

  (void) random;
  if (plan.present_minutes != minutes.all ||
      plan.paid_minutes + plan.practice_minutes != plan.present_minutes ||
      plan.present_minutes % SLOT != 0 || plan.paid_minutes % SLOT != 0 || plan.paid_minutes < 0 ||
      plan.practice_minutes < 0)
    return fail (why, "present %d = paid %d + practice %d, scheduled %d", plan.present_minutes,
                 plan.paid_minutes, plan.practice_minutes, minutes.all);
  for (size_t i = 0; i < smaajob_match_get_n_tasks (made->match); i++) {
    const SmaajobTaskMatch task = smaajob_match_get_task_at (made->match, i);

    if (task.planned_minutes_per_week != minutes.tasks[i])
      return fail (why, "task %s: planned %d, scheduled %d", task.id, task.planned_minutes_per_week,
                   minutes.tasks[i]);
    if (minutes.tasks[i] > 0 && task.verdict != SMAAJOB_TASK_PAID &&
        task.verdict != SMAAJOB_TASK_PRACTICE)
      return fail (why, "task %s is planned and neither paid nor practice", task.id);
  }
  return made->score.verdict != SMAAJOB_VERDICT_BLOCKED || minutes.all == 0 ||
         fail (why, "blocked, and %d minutes are planned", minutes.all);
}

static bool
exceeds (int minutes, bool known, int most)
{
  return known && most != SMAAJOB_UNKNOWN && minutes > most;
}

bool
the_plan_breaks_no_limit (const Made *made, Random *random, char *why)
{
  const CitizenModel *citizen = &made->model->citizen;
  const OpeningModel *opening = &made->model->opening;
  const SmaajobPlan plan = smaajob_match_get_plan (made->match);
  const Minutes minutes = add_shifts (made);
  int committed = citizen->hours.committed == SMAAJOB_UNKNOWN ? 0 : citizen->hours.committed;

  (void) random;
  for (int i = 0; i < opening->n_tasks; i++)
    if (exceeds (minutes.tasks[i], opening->tasks[i].hours_known, opening->tasks[i].max))
      return fail (why, "%d minutes of task %d", minutes.tasks[i], i);
  for (int day = 0; day < 7; day++)
    if (exceeds (minutes.days[day], citizen->hours_known, citizen->hours.max_per_day))
      return fail (why, "%d minutes on day %d", minutes.days[day], day);
  if (exceeds (minutes.all, opening->hours_known, opening->hours.max))
    return fail (why, "%d minutes, above what the employer offers", minutes.all);
  if (citizen->hours_known && citizen->hours.limit != SMAAJOB_UNKNOWN && minutes.all > 0 &&
      minutes.all + committed > citizen->hours.limit)
    return fail (why, "%d minutes, above the health limit", minutes.all);
  return minutes.all <= plan.capacity_minutes ||
         fail (why, "%d minutes, above the capacity of %d", minutes.all, plan.capacity_minutes);
}

static bool
is_inside (const WindowsModel *windows, int day, int minute)
{
  for (int i = 0; i < windows->n; i++)
    if ((windows->list[i].days >> day & 1) && windows->list[i].from_minute <= minute &&
        minute < windows->list[i].to_minute)
      return true;
  return false;
}

static bool
may_work (const PairModel *model, const TaskModel *task, int day, int minute)
{
  const WindowsModel *availability = &model->citizen.availability;

  if (!availability->known && !task->windows.known)
    return week_has (&model->world->policy->ordinary_week, day, minute / SLOT);
  return (!availability->known || is_inside (availability, day, minute)) &&
         (!task->windows.known || is_inside (&task->windows, day, minute));
}

bool
the_schedule_keeps_to_its_windows (const Made *made, Random *random, char *why)
{
  int end = 0;

  (void) random;
  for (size_t i = 0; i < smaajob_match_get_n_shifts (made->match); i++) {
    const SmaajobShift shift = smaajob_match_get_shift_at (made->match, i);
    const OpeningModel *opening = &made->model->opening;
    const TaskModel *task = &opening->tasks[find_task (opening, shift.task)];
    int day = __builtin_ctz (shift.day);

    if (day * 1440 + shift.from_minute < end || shift.from_minute >= shift.to_minute)
      return fail (why, "shift %zu begins before the one before it ends", i);
    end = day * 1440 + shift.to_minute;
    for (int minute = shift.from_minute; minute < shift.to_minute; minute += SLOT)
      if (!may_work (made->model, task, day, minute))
        return fail (why, "day %d, minute %d is outside the time of %s", day, minute, shift.task);
  }
  return true;
}

static void
hold_what_is_wanted (CitizenModel *citizen, const RequirementModel *wanted)
{
  int i = 0;

  while (i < citizen->n_competences &&
         citizen->competences[i].concept_index != wanted->concept_index)
    i++;
  if (i == citizen->n_competences && i < MODEL_COMPETENCES)
    citizen->competences[citizen->n_competences++] =
        (CompetenceModel){wanted->concept_index, 0, SMAAJOB_EVIDENCE_OBSERVED};
  if (i < MODEL_COMPETENCES && citizen->competences[i].level < wanted->level)
    citizen->competences[i].level = wanted->level;
}

/* Everything asked for is there, and not a bit more. */
static void
make_just_enough (PairModel *pair)
{
  CitizenModel *citizen = &pair->citizen;
  OpeningModel *opening = &pair->opening;

  citizen->n_competences = 0;
  citizen->needs_known = citizen->travel_known = true;
  pair->travel_minutes = citizen->max_minutes;
  opening->exposures.n = opening->provisions.n = 0;
  for (int i = 0; i < citizen->n_needs; i++) {
    const NeedModel *need = &citizen->needs[i];
    bool provision = condition_type (pair->world, need->condition) == SMAAJOB_CONDITION_PROVISION;
    StatedList *list = provision ? &opening->provisions : &opening->exposures;

    list->list[list->n++] = (StatedModel){need->condition, need->value};
  }
  for (int i = 0; i < opening->n_tasks; i++) {
    TaskModel *task = &opening->tasks[i];

    task->exposures.n = 0;
    task->requirements_known = true;
    for (int j = 0; j < task->n_requirements; j++)
      hold_what_is_wanted (citizen, &task->requirements[j]);
  }
}

static bool
has_no_loss (const SmaajobMatch *match, SmaajobCriterionId id, char *why)
{
  const SmaajobCriterion criterion = smaajob_match_get_criterion_at (match, id);

  return (criterion.low == 1000 && criterion.value == 1000 && criterion.high == 1000) ||
         fail (why, "%s: low %d, value %d, high %d", smaajob_criterion_get_name (id), criterion.low,
               criterion.value, criterion.high);
}

static bool
is_met (const SmaajobMatch *match, char *why)
{
  for (size_t i = 0; i < smaajob_match_get_n_tasks (match); i++) {
    const SmaajobTaskMatch task = smaajob_match_get_task_at (match, i);

    if (task.verdict != SMAAJOB_TASK_PAID)
      return fail (why, "task %s is %s", task.id, smaajob_task_verdict_get_name (task.verdict));
  }
  for (size_t i = 0; i < smaajob_match_get_n_blockers (match); i++)
    if (smaajob_match_get_blocker_at (match, i).code == SMAAJOB_CODE_TRAVEL_TOO_FAR)
      return fail (why, "the longest way stated is too far");
  return has_no_loss (match, SMAAJOB_CRITERION_COMPETENCE, why) &&
         has_no_loss (match, SMAAJOB_CRITERION_ACCOMMODATION, why) &&
         has_no_loss (match, SMAAJOB_CRITERION_TRAVEL, why);
}

bool
just_enough_is_enough (const Made *made, Random *random, char *why)
{
  PairModel pair = *made->model;
  Made enough;
  bool met;

  if (!random_chance (random, 20))
    return true;
  make_just_enough (&pair);
  if (pair.citizen.n_competences == MODEL_COMPETENCES)
    return true;
  enough = make_match (&pair);
  met = is_met (enough.match, why);
  unmake (&enough);
  return met;
}

bool
every_blocked_pair_has_a_blocker (const Made *made, Random *random, char *why)
{
  size_t n = smaajob_match_get_n_blockers (made->match);

  (void) random;
  if (made->score.verdict == SMAAJOB_VERDICT_BLOCKED &&
      (n == 0 || made->score.score != SMAAJOB_UNKNOWN))
    return fail (why, "blocked, with %zu blockers and the score %d", n, made->score.score);
  return made->score.verdict == SMAAJOB_VERDICT_BLOCKED ||
         made->score.score == made->score.potential ||
         fail (why, "not blocked, with the score %d and the potential %d", made->score.score,
               made->score.potential);
}

bool
a_match_is_written_the_same_twice (const Made *made, Random *random, char *why)
{
  Made again;
  char *first, *second;
  bool same;

  if (!random_chance (random, 5))
    return true;
  again = make_match (made->model);
  first = smaajob_match_to_json (made->match, NULL);
  second = smaajob_match_to_json (again.match, NULL);
  same = first != NULL && second != NULL && strcmp (first, second) == 0;
  smaajob_free (first);
  smaajob_free (second);
  unmake (&again);
  return same || fail (why, "two writings of one match differ");
}

bool
score_documents (const PairModel *model, SmaajobScore *score, SmaajobError *error)
{
  char *texts[2];
  size_t sizes[2];
  FILE *files[2] = {open_memstream (&texts[0], &sizes[0]), open_memstream (&texts[1], &sizes[1])};
  SmaajobPair pair = {NULL, NULL, model->travel_minutes};
  bool done;

  citizen_print (model->world, &model->citizen, files[0]);
  opening_print (model->world, &model->opening, files[1]);
  for (int i = 0; i < 2; i++)
    fclose (files[i]);
  pair.citizen =
      smaajob_citizen_new_from_json (model->world->vocabulary, texts[0], sizes[0], error);
  if (pair.citizen != NULL)
    pair.opening =
        smaajob_opening_new_from_json (model->world->vocabulary, texts[1], sizes[1], error);
  done = pair.opening != NULL && smaajob_score (&pair, model->world->policy, score, error);
  smaajob_citizen_free ((SmaajobCitizen *) pair.citizen);
  smaajob_opening_free ((SmaajobOpening *) pair.opening);
  free (texts[0]);
  free (texts[1]);
  return done;
}

bool
documents_score_as_what_builders_made (const Made *made, Random *random, char *why)
{
  SmaajobScore score = {0};
  SmaajobError error;

  if (!random_chance (random, 5))
    return true;
  if (!score_documents (made->model, &score, &error))
    return fail (why, "%s", error.message);
  return (score.verdict == made->score.verdict && score.low == made->score.low &&
          score.potential == made->score.potential && score.high == made->score.high &&
          score.coverage == made->score.coverage) ||
         fail (why, "read: low %d, potential %d, high %d; built: low %d, potential %d, high %d",
               score.low, score.potential, score.high, made->score.low, made->score.potential,
               made->score.high);
}
