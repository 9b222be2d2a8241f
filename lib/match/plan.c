/* SPDX-License-Identifier: Apache-2.0 */
#include "match/plan.h"

#include <string.h>

/* The tasks in the order they are planned: paid before practice, core before optional, then by id.
 */
typedef struct {
  const Pairing *pairing;
  Calendar calendar;
  Hours hours;
  unsigned paid, practice; /* tasks that may be planned so, as bits */
  uint8_t order[OPENING_MAX_TASKS];
} Planning;

static int
rank_of (const Planning *planning, int task)
{
  unsigned bit = 1u << task;

  return (planning->paid & bit       ? 0
          : planning->practice & bit ? 2
                                     : 4) +
         (planning->pairing->core & bit ? 0 : 1);
}

static bool
comes_before (const Planning *planning, int a, int b)
{
  const SmaajobOpening *opening = planning->pairing->opening;
  const Task *tasks = opening_tasks (opening);
  int rank_a = rank_of (planning, a), rank_b = rank_of (planning, b);

  return rank_a != rank_b ? rank_a < rank_b
                          : strcmp (task_id (opening, &tasks[a]), task_id (opening, &tasks[b])) < 0;
}

static void
order_tasks (Planning *planning)
{
  for (int task = 0; task < planning->pairing->opening->n_tasks; task++) {
    int place = task;

    for (; place > 0 && comes_before (planning, task, planning->order[place - 1]); place--)
      planning->order[place] = planning->order[place - 1];
    planning->order[place] = (uint8_t) task;
  }
}

/* Give the tasks in turn all they can hold beside those before them, up to so many minutes in all.
   What a set of tasks can hold is a maximum flow, so taking turns loses nothing in all. */
static int
allocate (const Planning *planning, unsigned tasks, int most, int *minutes)
{
  const SmaajobOpening *opening = planning->pairing->opening;
  unsigned so_far = 0;
  int sum = 0;

  for (int i = 0; i < opening->n_tasks; i++) {
    int task = planning->order[i], caps[OPENING_MAX_TASKS], capacity;

    minutes[task] = 0;
    if (!(tasks >> task & 1) || sum == most)
      continue;
    so_far |= 1u << task;
    find_caps (opening, so_far, WEEK_SLOT_MINUTES, caps);
    capacity = capacity_find (&planning->calendar, caps, WEEK_ALL_DAYS);
    minutes[task] = (capacity < most ? capacity : most) - sum;
    sum += minutes[task];
  }
  return sum;
}

static int
sum_tasks (const int *minutes, unsigned tasks)
{
  int sum = 0;

  for (int task = 0; task < OPENING_MAX_TASKS; task++)
    sum += tasks >> task & 1 ? minutes[task] : 0;
  return sum;
}

/* Whether anything stated says how many hours there can be. */
static bool
is_bounded (const Planning *planning)
{
  const SmaajobOpening *opening = planning->pairing->opening;
  unsigned planned = planning->paid | planning->practice;

  if (planning->hours.citizen_max < MANY_MINUTES || planning->hours.employer_max < MANY_MINUTES)
    return true;
  for (int i = 0; i < opening->n_tasks; i++)
    if ((planned >> i & 1) && (!opening_tasks (opening)[i].hours_known ||
                               opening_tasks (opening)[i].max == SMAAJOB_UNKNOWN))
      return false;
  return true;
}

static bool
accepts_hybrid (const SmaajobOpening *opening)
{
  return opening->terms[SMAAJOB_TERM_PRACTICE] != SMAAJOB_ANSWER_NO &&
         opening->terms[SMAAJOB_TERM_HYBRID] != SMAAJOB_ANSWER_NO &&
         opening->weekly_variation != SMAAJOB_VARIATION_HIGH;
}

static int
find_paid_minutes (const Pairing *pairing, int present)
{
  int effectiveness = pairing->citizen->effectiveness;
  int paid;

  if (pairing->opening->pay_basis == SMAAJOB_PAY_BASIS_PRESENT || effectiveness == SMAAJOB_UNKNOWN)
    return present;
  paid = present * effectiveness / 1000;
  return paid - paid % WEEK_SLOT_MINUTES;
}

/* Pay first, then practice beside it; without a hybrid the paid part alone. */
static void
plan_with_pay (const Planning *planning, int minutes, Plan *plan)
{
  bool hybrid = accepts_hybrid (planning->pairing->opening);
  unsigned tasks = hybrid ? planning->paid | planning->practice : planning->paid;
  int present, paid;

  allocate (planning, tasks, minutes, plan->minutes);
  present = sum_tasks (plan->minutes, planning->paid);
  paid = find_paid_minutes (planning->pairing, present);
  plan->hybrid_wanted = planning->practice != 0 || paid < present;
  if (!hybrid)
    allocate (planning, tasks, paid, plan->minutes);
  plan->practice_on_paid_tasks = hybrid && paid > 0 ? present - paid : 0;
  plan->hours.paid_minutes = paid;
}

static void
find_capacity (const Planning *planning, unsigned tasks, Plan *plan)
{
  int caps[OPENING_MAX_TASKS], capacity, total = find_total (&planning->hours);

  find_caps (planning->pairing->opening, tasks, 1, caps);
  capacity = capacity_find (&planning->calendar, caps, WEEK_ALL_DAYS);
  plan->hours.capacity_minutes = capacity < total ? capacity : total;
}

static void
choose_tasks (Planning *planning, const Findings *findings)
{
  if (findings_rule_out_pay (findings)) {
    planning->paid = 0;
    planning->practice = findings->paid | findings->practice;
  } else {
    planning->paid = findings->paid;
    planning->practice = findings->practice;
  }
  if (findings->practice_refused && planning->paid == 0)
    planning->practice = 0;
}

void
plan_make (const Pairing *pairing, const Findings *findings, Plan *plan)
{
  const SmaajobOpening *opening = pairing->opening;
  Planning planning = {.pairing = pairing};

  memset (plan, 0, sizeof *plan);
  calendar_make (&planning.calendar, pairing->citizen, opening, pairing->policy);
  hours_make (&planning.hours, pairing->citizen, opening, pairing->tasks);
  choose_tasks (&planning, findings);
  order_tasks (&planning);
  find_capacity (&planning, findings->within_reach, plan);
  plan->hours.growth_minutes = opening->hours_known ? opening->hours.growth : SMAAJOB_UNKNOWN;
  plan->hours.known = findings_block (findings) || is_bounded (&planning);
  if (!findings_block (findings) && plan->hours.known) {
    if (planning.paid != 0)
      plan_with_pay (&planning, findings->minutes, plan);
    else
      allocate (&planning, planning.practice, findings->minutes, plan->minutes);
  }
  plan->hours.present_minutes = sum_tasks (plan->minutes, planning.paid | planning.practice);
  plan->hours.practice_minutes = plan->hours.present_minutes - plan->hours.paid_minutes;
  schedule_make (&planning.calendar, plan->minutes, planning.order, &plan->schedule);
}
