/* SPDX-License-Identifier: Apache-2.0 */
#include "data/policy.h"

#include "base/error.h"
#include "base/processor.h"
#include "data/check.h"

#include <string.h>

#define WHOLE        1000 /* thousandths */
#define WEEKLY_HOURS (168 * WHOLE)
#define MOST_SPEED   (300 * WHOLE)
#define MOST_WEEKS   (520 * WHOLE)

const PolicyRow policy_rows[N_POLICY_NUMBERS] = {
    [POLICY_WEIGHT_COMPETENCE] = {"weights", "competence", 400, 0, WHOLE, 1},
    [POLICY_WEIGHT_ACCOMMODATION] = {"weights", "accommodation", 250, 0, WHOLE, 1},
    [POLICY_WEIGHT_HOURS_EMPLOYER] = {"weights", "hours_employer", 100, 0, WHOLE, 1},
    [POLICY_WEIGHT_HOURS_CITIZEN] = {"weights", "hours_citizen", 100, 0, WHOLE, 1},
    [POLICY_WEIGHT_WISH] = {"weights", "wish", 100, 0, WHOLE, 1},
    [POLICY_WEIGHT_TRAVEL] = {"weights", "travel", 50, 0, WHOLE, 1},
    [POLICY_SHARE_MUST] = {"shares", "must", 900, 0, WHOLE - 1, 1},
    [POLICY_SHARE_SHOULD] = {"shares", "should", 500, 0, WHOLE - 1, 1},
    [POLICY_SHARE_NICE] = {"shares", "nice", 200, 0, WHOLE - 1, 1},
    [POLICY_PRIOR_COMPETENCE] = {"priors", "competence", 750, 0, WHOLE, 1},
    [POLICY_PRIOR_OTHER] = {"priors", "other", 500, 0, WHOLE, 1},
    [POLICY_SIMILARITY_BROADER] = {"similarity", "broader", 700, 0, WHOLE, 1},
    [POLICY_SIMILARITY_NARROWER] = {"similarity", "narrower", 900, 0, WHOLE, 1},
    [POLICY_FLOOR] = {NULL, "floor", 100, 1, WHOLE, 1},
    [POLICY_MAX_TRAINING_WEEKS] = {NULL, "max_training_weeks", 26 * WHOLE, 0, MOST_WEEKS, WHOLE},
    [POLICY_SPEED_WALK] = {"speeds", "walk", 4 * WHOLE, 100, MOST_SPEED, 1},
    [POLICY_SPEED_BIKE] = {"speeds", "bike", 12 * WHOLE, 100, MOST_SPEED, 1},
    [POLICY_SPEED_TRANSIT] = {"speeds", "transit", 20 * WHOLE, 100, MOST_SPEED, 1},
    [POLICY_SPEED_CAR] = {"speeds", "car", 40 * WHOLE, 100, MOST_SPEED, 1},
    [POLICY_ATTENDANCE_KEPT] = {"thresholds", "attendance_kept", 800, 0, WHOLE, 1},
    [POLICY_TOTAL_LOAD] = {"thresholds", "total_load", 800, 0, WHOLE, 1},
    [POLICY_FEW_PAID_HOURS] = {"thresholds", "few_paid_hours", 6 * WHOLE, 0, WEEKLY_HOURS, 1},
    [POLICY_CONTRACT_PAID_HOURS] = {"thresholds", "contract_paid_hours", 3 * WHOLE, 0, WEEKLY_HOURS,
                                    1},
    [POLICY_UNDER_DEMAND_LEVELS] = {"thresholds", "under_demand_levels", 2 * WHOLE, WHOLE,
                                    5 * WHOLE, WHOLE},
    [POLICY_WEAK_SCORE] = {"thresholds", "weak_score", 500, 0, WHOLE, 1},
};

struct _SmaajobPolicyBuilder {
  int32_t numbers[N_POLICY_NUMBERS];
  Week ordinary_week;
  size_t n_windows;
};

const SmaajobPolicy *
policy_take (const SmaajobPolicy *policy)
{
  references_take (&((SmaajobPolicy *) policy)->references);
  return policy;
}

void
smaajob_policy_free (SmaajobPolicy *policy)
{
  if (policy != NULL && references_drop (&policy->references))
    memory_free (policy);
}

static void
set_defaults (SmaajobPolicyBuilder *builder)
{
  const SmaajobWindow ordinary = {SMAAJOB_DAY_MON | SMAAJOB_DAY_TUE | SMAAJOB_DAY_WED |
                                      SMAAJOB_DAY_THU | SMAAJOB_DAY_FRI,
                                  8 * 60, 16 * 60};

  for (int i = 0; i < N_POLICY_NUMBERS; i++)
    builder->numbers[i] = policy_rows[i].initial;
  week_add (&builder->ordinary_week, &ordinary);
  builder->n_windows = 1;
}

/* What comes after text in the pointer, when it begins with that; else NULL. */
static const char *
skip (const char *pointer, const char *text)
{
  size_t length = strlen (text);

  return strncmp (pointer, text, length) == 0 ? pointer + length : NULL;
}

static bool
is_of_row (const char *pointer, const PolicyRow *row)
{
  const char *rest = skip (pointer, "/");

  if (rest != NULL && row->section != NULL) {
    rest = skip (rest, row->section);
    rest = rest == NULL ? NULL : skip (rest, "/");
  }
  return rest != NULL && strcmp (rest, row->member) == 0;
}

static bool
find_number (const char *pointer, int *number, SmaajobError *error)
{
  for (*number = 0; *number < N_POLICY_NUMBERS; ++*number)
    if (is_of_row (pointer, &policy_rows[*number]))
      return true;
  return fault (error, SMAAJOB_ERROR_UNKNOWN_MEMBER, "",
                "%s, expected a number of the policy such as /weights/wish",
                told_text (pointer).text);
}

bool
smaajob_policy_get_number (const SmaajobPolicy *policy, const char *pointer, double *value,
                           SmaajobError *error)
{
  int number;

  if (policy == NULL || pointer == NULL || value == NULL)
    return error_argument (error, "the policy, the pointer or the value is NULL");
  if (!find_number (pointer, &number, error))
    return false;
  *value = policy->numbers[number] / 1000.0;
  return true;
}

SmaajobPolicyBuilder *
smaajob_policy_builder_new (SmaajobError *error)
{
  SmaajobPolicyBuilder *builder = memory_new (sizeof *builder);

  if (builder == NULL)
    error_memory (error);
  else
    set_defaults (builder);
  return builder;
}

void
smaajob_policy_builder_free (SmaajobPolicyBuilder *builder)
{
  memory_free (builder);
}

static bool
check_number (const PolicyRow *row, const char *pointer, double value, int32_t *thousandths,
              SmaajobError *error)
{
  if (!(value >= row->least / 1000.0 && value <= row->most / 1000.0))
    return fault (error, SMAAJOB_ERROR_RANGE, pointer, "%s is outside [%s, %s]",
                  told_number (value).text, told_number (row->least / 1000.0).text,
                  told_number (row->most / 1000.0).text);
  if (row->step == WHOLE && value != (int) value)
    return fault (error, SMAAJOB_ERROR_RANGE, pointer, "%s, expected a whole number",
                  told_number (value).text);
  return to_thousandths (value, thousandths) || fault_decimals (value, at (pointer), error);
}

bool
smaajob_policy_builder_set_number (SmaajobPolicyBuilder *builder, const char *pointer, double value,
                                   SmaajobError *error)
{
  int number;

  if (builder == NULL || pointer == NULL)
    return error_argument (error, "the builder or the pointer is NULL");
  return find_number (pointer, &number, error) &&
         check_number (&policy_rows[number], pointer, value, &builder->numbers[number], error);
}

bool
smaajob_policy_builder_clear_windows (SmaajobPolicyBuilder *builder, SmaajobError *error)
{
  if (builder == NULL)
    return error_argument (error, "the builder is NULL");
  memset (&builder->ordinary_week, 0, sizeof builder->ordinary_week);
  builder->n_windows = 0;
  return true;
}

bool
smaajob_policy_builder_add_window (SmaajobPolicyBuilder *builder, const SmaajobWindow *window,
                                   SmaajobError *error)
{
  if (builder == NULL || window == NULL)
    return error_argument (error, "the builder or the window is NULL");
  if (!check_window (window, builder->n_windows,
                     at_index ("/ordinary_week/%zu", builder->n_windows), error))
    return false;
  week_add (&builder->ordinary_week, window);
  builder->n_windows++;
  return true;
}

static bool
check_weights (const int32_t *numbers, SmaajobError *error)
{
  int32_t sum = 0;

  for (int i = POLICY_WEIGHT_COMPETENCE; i <= POLICY_WEIGHT_TRAVEL; i++)
    sum += numbers[i];
  return sum == WHOLE || fault (error, SMAAJOB_ERROR_RANGE, "/weights",
                                "a sum of %s, expected exactly 1", told_number (sum / 1000.0).text);
}

/* What is missing of how much, in whole levels. UNKNOWN misses nothing that is known. */
static int
find_missing (unsigned kind, unsigned answer, int *whole)
{
  int shape = (int) kind % N_NEED_SHAPES, worst = (int) (answer & ANSWER_WORST) - 1, missing;
  bool provision = shape >= NEED_FIRST_PROVISION;

  *whole = provision ? shape - NEED_FIRST_PROVISION : NEED_TOLERATES_ALL - shape;
  missing = provision ? *whole - worst : worst - shape;
  if (worst < 0 || missing < 0)
    return 0;
  return missing < *whole ? missing : *whole;
}

/* Of nothing nothing can be missing: then the answer does not matter. */
bool
need_is_answered (unsigned kind, unsigned answer)
{
  int whole, missing = find_missing (kind, answer, &whole);

  return (answer & ANSWER_TOLD) != 0 || missing == whole;
}

static uint32_t
dearer (Cost a, Cost b)
{
  return (uint32_t) (a > b ? a : b);
}

/* Where a task has not told, what is known of the others stays: it is the least that is missing. */
static Price
find_price (const SmaajobPolicy *policy, unsigned kind, unsigned answer)
{
  unsigned strength = kind / N_NEED_SHAPES;
  int whole, missing = find_missing (kind, answer, &whole);
  Cost cost = missing == 0 ? 0 : cost_of (policy->shares[strength], shortfall_of (missing, whole));
  bool untold = (answer & ANSWER_TOLD) == 0 && whole > 0;
  uint32_t share = (uint32_t) policy->shares[strength];

  return (Price){.low = dearer (cost, untold * policy->whole[strength]),
                 .value = dearer (cost, untold * policy->prior_other[strength]),
                 .high = (uint32_t) cost,
                 .shares = share << PRICE_SHARE_BITS | need_is_answered (kind, answer) * share};
}

static void
derive_costs (SmaajobPolicy *policy)
{
  const int32_t *numbers = policy->numbers;

  for (int strength = 0; strength < N_STRENGTHS; strength++) {
    int32_t share = numbers[POLICY_SHARE_MUST + strength];

    policy->shares[strength] = share;
    policy->whole[strength] = cost_of (share, FIXED_ONE);
    policy->prior_competence[strength] =
        cost_of (share, shortfall_of (numbers[POLICY_PRIOR_COMPETENCE], WHOLE));
    policy->prior_other[strength] =
        cost_of (share, shortfall_of (numbers[POLICY_PRIOR_OTHER], WHOLE));
    policy->unrelated[false][strength] =
        (CostBounds){policy->whole[strength], policy->prior_competence[strength], 0};
    policy->unrelated[true][strength] =
        (CostBounds){policy->whole[strength], policy->whole[strength], policy->whole[strength]};
  }
  for (unsigned kind = 0; kind < N_NEED_KINDS; kind++)
    for (unsigned answer = 0; answer < N_ANSWERS; answer++)
      policy->prices[kind][answer] = find_price (policy, kind, answer);
  policy->floor = cost_of (WHOLE - numbers[POLICY_FLOOR], FIXED_ONE);
}

static void
derive (SmaajobPolicy *policy)
{
  const int32_t broader = policy->numbers[POLICY_SIMILARITY_BROADER];
  const int32_t narrower = policy->numbers[POLICY_SIMILARITY_NARROWER];

  policy->similarity[RELATION_SELF] = WHOLE * WHOLE;
  policy->similarity[RELATION_NARROWER] = narrower * WHOLE;
  policy->similarity[RELATION_NARROWER_2] = narrower * narrower;
  policy->similarity[RELATION_BROADER] = broader * WHOLE;
  policy->similarity[RELATION_BROADER_2] = broader * broader;
  policy->similarity[RELATION_SIBLING] = broader * narrower;
  derive_costs (policy);
  policy->most_training_weeks = policy->numbers[POLICY_MAX_TRAINING_WEEKS] / WHOLE;
  policy->counts_bits = processor_counts_bits ();
}

SmaajobPolicy *
smaajob_policy_builder_build (const SmaajobPolicyBuilder *builder, SmaajobError *error)
{
  SmaajobPolicy *policy;

  if (builder == NULL) {
    error_argument (error, "the builder is NULL");
    return NULL;
  }
  if (!check_weights (builder->numbers, error))
    return NULL;
  policy = memory_new (sizeof *policy);
  if (policy == NULL) {
    error_memory (error);
    return NULL;
  }
  references_init (&policy->references);
  memcpy (policy->numbers, builder->numbers, sizeof policy->numbers);
  policy->ordinary_week = builder->ordinary_week;
  derive (policy);
  return policy;
}

SmaajobPolicy *
smaajob_policy_new (SmaajobError *error)
{
  SmaajobPolicyBuilder *builder = smaajob_policy_builder_new (error);
  SmaajobPolicy *policy = builder == NULL ? NULL : smaajob_policy_builder_build (builder, error);

  smaajob_policy_builder_free (builder);
  return policy;
}
