/* SPDX-License-Identifier: Apache-2.0 */
#include "base/error.h"
#include "match/lever-set.h"

typedef struct {
  SmaajobLever told;
  SmaajobChange changes[SMAAJOB_MAX_CHANGES];
} Lever;

struct _SmaajobLevers {
  const SmaajobCitizen *citizen; /* they and their vocabulary hold the subjects */
  const SmaajobOpening *opening;
  size_t n;
  Lever list[SMAAJOB_MAX_LEVERS];
};

/* Everything that lives only while levers are looked for. */
typedef struct {
  const SmaajobMatch *match;
  SmaajobLevers *levers;
  Scenario *scenario;
  Pairing pairing;
  Findings findings;
  Changes changes;
} Looking;

static bool
comes_before (const SmaajobLever *a, const SmaajobLever *b)
{
  if (a->verdict != b->verdict)
    return a->verdict > b->verdict;
  if (a->n_changes != b->n_changes)
    return a->n_changes < b->n_changes;
  return a->score > b->score;
}

/* Those that come out alike stay in the order they are found; the worst gives way when it is full.
 */
static void
insert_lever (SmaajobLevers *levers, const Lever *lever)
{
  size_t i = levers->n;

  if (i == SMAAJOB_MAX_LEVERS && !comes_before (&lever->told, &levers->list[--i].told))
    return;
  for (; i > 0 && comes_before (&lever->told, &levers->list[i - 1].told); i--)
    levers->list[i] = levers->list[i - 1];
  levers->list[i] = *lever;
  if (levers->n < SMAAJOB_MAX_LEVERS)
    levers->n++;
}

/* The lever that the changes together would be; false when there is no memory. */
static bool
try_set (Looking *looking, const LeverSet *set, Lever *lever)
{
  const SmaajobScore *now = &looking->match->score;
  SmaajobScore score;

  scenario_reset (looking->scenario);
  for (int i = 0; i < set->n; i++) {
    const Change *change = &looking->changes.list[set->changes[i]];

    change_apply (change, looking->scenario);
    lever->changes[i] = change->told;
  }
  if (!scenario_score (looking->scenario, &score))
    return false;
  lever->told = (SmaajobLever){(size_t) set->n, score.verdict, score.score, 0};
  if (score.potential != SMAAJOB_UNKNOWN && now->potential != SMAAJOB_UNKNOWN)
    lever->told.gain = score.potential - now->potential;
  return true;
}

static bool
is_better (const SmaajobLever *lever, const SmaajobScore *now)
{
  return lever->verdict > now->verdict ||
         (lever->verdict == now->verdict && lever->score > now->score);
}

static bool
try_single_changes (Looking *looking, bool *fits)
{
  for (size_t i = 0; i < looking->changes.n; i++) {
    const LeverSet set = {1, {(uint16_t) i}};
    Lever lever;

    if (!try_set (looking, &set, &lever))
      return false;
    *fits |= lever.told.verdict == SMAAJOB_VERDICT_FIT;
    if (is_better (&lever.told, &looking->match->score))
      insert_lever (looking->levers, &lever);
  }
  return true;
}

static bool
is_part_of (const LeverSet *part, const LeverSet *whole)
{
  int found = 0;

  if (part->n >= whole->n)
    return false;
  for (int i = 0; i < whole->n; i++)
    found += found < part->n && part->changes[found] == whole->changes[i];
  return found == part->n;
}

/* Whether some smaller set makes a fit already. */
static bool
is_minimal (const LeverSet *sets, size_t n, const LeverSet *set)
{
  for (size_t i = 0; i < n; i++)
    if (is_part_of (&sets[i], set))
      return false;
  return true;
}

static int
compare_sets (const LeverSet *a, const LeverSet *b)
{
  for (int i = 0; i < a->n && i < b->n; i++)
    if (a->changes[i] != b->changes[i])
      return a->changes[i] < b->changes[i] ? -1 : 1;
  return a->n - b->n;
}

/* So that those that come out alike stand in the order of their changes. */
static void
sort_sets (LeverSet *sets, size_t n)
{
  for (size_t i = 1; i < n; i++) {
    const LeverSet moved = sets[i];
    size_t to = i;

    for (; to > 0 && compare_sets (&moved, &sets[to - 1]) < 0; to--)
      sets[to] = sets[to - 1];
    sets[to] = moved;
  }
}

static bool
try_sets (Looking *looking, LeverSet *sets, size_t n)
{
  sort_sets (sets, n);
  for (size_t i = 0; i < n; i++) {
    Lever lever;

    if (!is_minimal (sets, n, &sets[i]))
      continue;
    if (!try_set (looking, &sets[i], &lever))
      return false;
    if (lever.told.verdict == SMAAJOB_VERDICT_FIT)
      insert_lever (looking->levers, &lever);
  }
  return true;
}

static bool
look_for_levers (Looking *looking)
{
  bool fits = looking->match->score.verdict == SMAAJOB_VERDICT_FIT;
  LeverSet *sets;
  size_t n;
  bool done;

  if (!try_single_changes (looking, &fits))
    return false;
  if (fits)
    return true;
  done = lever_sets_find (&looking->changes, &looking->findings, &sets, &n) &&
         try_sets (looking, sets, n);
  memory_free (sets);
  return done;
}

static bool
levers_make (Looking *looking)
{
  const SmaajobMatch *match = looking->match;
  const SmaajobPair pair = {match->citizen, match->opening, match->travel_minutes};
  Tally tally;

  pairing_init (&looking->pairing, &pair, match->policy, pairing_all_tasks (match->opening));
  tally_init (&tally, match->policy, NULL);
  pairing_score (&looking->pairing, &tally, &looking->findings);
  looking->changes.match = match;
  looking->changes.pairing = &looking->pairing;
  changes_list (&looking->changes);
  return look_for_levers (looking);
}

SmaajobLevers *
smaajob_levers_new (const SmaajobMatch *match, SmaajobError *error)
{
  Looking looking = {.match = match};

  if (match == NULL) {
    error_argument (error, "match is NULL, expected one");
    return NULL;
  }
  looking.levers = memory_new (sizeof *looking.levers);
  looking.scenario = scenario_new (match);
  looking.changes.list = memory_new (changes_count_most (match) * sizeof *looking.changes.list);
  if (looking.levers != NULL) {
    looking.levers->citizen = citizen_take (match->citizen);
    looking.levers->opening = opening_take (match->opening);
  }
  if (looking.levers == NULL || looking.scenario == NULL || looking.changes.list == NULL ||
      !levers_make (&looking)) {
    smaajob_levers_free (looking.levers);
    looking.levers = NULL;
    error_memory (error);
  }
  memory_free (looking.changes.list);
  scenario_free (looking.scenario);
  return looking.levers;
}

void
smaajob_levers_free (SmaajobLevers *levers)
{
  if (levers == NULL)
    return;
  smaajob_citizen_free ((SmaajobCitizen *) levers->citizen);
  smaajob_opening_free ((SmaajobOpening *) levers->opening);
  memory_free (levers);
}

size_t
smaajob_levers_get_n (const SmaajobLevers *levers)
{
  return levers == NULL ? 0 : levers->n;
}

SmaajobLever
smaajob_levers_get_at (const SmaajobLevers *levers, size_t i)
{
  if (i < smaajob_levers_get_n (levers))
    return levers->list[i].told;
  return (SmaajobLever){.n_changes = 0};
}

SmaajobChange
smaajob_levers_get_change_at (const SmaajobLevers *levers, size_t lever, size_t i)
{
  if (i < smaajob_levers_get_at (levers, lever).n_changes)
    return levers->list[lever].changes[i];
  return (SmaajobChange){.code = SMAAJOB_CODE_NONE};
}
