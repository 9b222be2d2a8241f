/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which sets of changes can make a pair a fit.
 *
 * A pair is a fit when some things hold together: pay is not refused, every must-provision is
 * given, some task is paid, some task within reach can be done at a time the citizen has, and
 * nothing else stands in the way, which no change touches. So the search looks for the first of
 * these that does not hold yet, and tries each change that could be part of making it hold. Since
 * changes only ever help these (leaving out a task never does, so it is in no set), every smallest
 * set is found on some way down.
 *
 * However a pair is made, the search is short: of two changes it goes on once, by whichever way
 * they came together, and then with those changes alone that make the set whole, which are found
 * together, as bits.
 */
#include "match/lever-set.h"

#include "judgement/accommodation.h"
#include "match/obstacle.h"

#include <string.h>

#define MOST_WORDS ((MOST_CHANGES + 63) / 64)
#define KEY_BITS   9
_Static_assert(MOST_CHANGES < 1u << KEY_BITS, "a change and none have a number of so many bits");

/* Changes, as bits of the words that there are for them. */
typedef struct {
  uint64_t words[MOST_WORDS];
} Bits;

/* A set, and what it leaves of each task. */
typedef struct {
  LeverSet set;
  Obstacles left[OPENING_MAX_TASKS];
} Node;

/* By every set. */
typedef struct {
  size_t n;
  uint16_t changes[CITIZEN_MAX_NEEDS + 1];
} Required;

typedef struct {
  const ObstacleTable *table;
  const Required *required;
  int n_tasks;
  uint64_t *searched; /* by change, word: with which one more it was searched from */
  LeverSet *sets;
  size_t n_sets;
  uint32_t keys[MOST_SETS]; /* of the sets */
} Search;

static bool
has_change (const LeverSet *set, uint16_t change)
{
  for (int i = 0; i < set->n; i++)
    if (set->changes[i] == change)
      return true;
  return false;
}

static bool
is_none (Obstacles obstacles)
{
  return (obstacles.requirements | obstacles.needs) == 0;
}

/* Of those alone that put out of reach, when only that matters. */
static Obstacles
get_left (const Search *search, const Node *node, int task, bool out_only)
{
  const Obstacles left = node->left[task], out = search->table->tasks[task].out;

  return out_only ? (Obstacles){left.requirements & out.requirements, left.needs & out.needs}
                  : left;
}

static bool
has_time (const Search *search, const Node *node, int task)
{
  return search->table->tasks[task].has_time ||
         has_change (&node->set, search->table->tasks[task].window);
}

static bool
has_pay (const Search *search, const Node *node)
{
  for (int i = 0; i < search->n_tasks; i++)
    if (!search->table->tasks[i].never_paid && is_none (node->left[i]))
      return true;
  return false;
}

static bool
has_task_with_time (const Search *search, const Node *node)
{
  for (int i = 0; i < search->n_tasks; i++)
    if (is_none (get_left (search, node, i, true)) && has_time (search, node, i))
      return true;
  return false;
}

/* The changes that lift the first of what is left of a task; where nothing is, its window. */
static Bits
find_helping (const Search *search, int task, Obstacles left)
{
  Bits bits = {{0}};

  if (left.requirements != 0)
    memcpy (bits.words, obstacle_masters (search->table, task, left.requirements),
            search->table->n_words * sizeof *bits.words);
  else
    change_bits_set (bits.words, left.needs != 0
                                     ? search->table->reductions[__builtin_ctzll (left.needs)]
                                     : search->table->tasks[task].window);
  return bits;
}

static bool
bits_meet (Bits *bits, const uint64_t *others, size_t n_words)
{
  uint64_t any = 0;

  for (size_t i = 0; i < n_words; i++)
    any |= bits->words[i] &= others[i];
  return any != 0;
}

/* The changes each of which lifts all that is left of a task are added. */
static void
add_completing (const Search *search, int task, Obstacles left, Bits *completing)
{
  Bits bits = find_helping (search, task, left);
  bool any = (left.needs & (left.needs - 1)) == 0;

  if (any && left.requirements != 0 && left.needs != 0) {
    const Bits reducing = find_helping (search, task, (Obstacles){0, left.needs});

    any = bits_meet (&bits, reducing.words, search->table->n_words);
  }
  for (; any && left.requirements != 0; left.requirements &= left.requirements - 1)
    any = bits_meet (&bits, obstacle_masters (search->table, task, left.requirements),
                     search->table->n_words);
  for (size_t i = 0; any && i < search->table->n_words; i++)
    completing->words[i] |= bits.words[i];
}

/* The changes with any of which, as the last one, a task is paid. */
static Bits
find_paying (const Search *search, const Node *node)
{
  Bits bits = {{0}};

  for (int i = 0; i < search->n_tasks; i++)
    if (!search->table->tasks[i].never_paid)
      add_completing (search, i, node->left[i], &bits);
  return bits;
}

/* The same for a task within reach that has time. */
static Bits
find_timing (const Search *search, const Node *node)
{
  Bits bits = {{0}};

  for (int i = 0; i < search->n_tasks; i++) {
    const Obstacles left = get_left (search, node, i, true);

    if (is_none (left) || has_time (search, node, i))
      add_completing (search, i, left, &bits);
  }
  return bits;
}

static void search_from (Search *search, const Node *node);

/* Whether a set of two comes here for the first time. */
static bool
is_first (Search *search, const LeverSet *set)
{
  uint64_t *word =
      &search->searched[set->changes[0] * search->table->n_words + set->changes[1] / 64];
  const uint64_t bit = UINT64_C (1) << set->changes[1] % 64;
  const bool first = (*word & bit) == 0;

  *word |= bit;
  return first;
}

static void
search_with (Search *search, const Node *node, uint16_t change)
{
  const Obstacles *lifted = search->table->lifted + (size_t) change * search->n_tasks;
  Node larger = *node;
  int i = larger.set.n++;

  if (search->n_sets == MOST_SETS)
    return;
  for (; i > 0 && larger.set.changes[i - 1] > change; i--)
    larger.set.changes[i] = larger.set.changes[i - 1];
  larger.set.changes[i] = change;
  if (larger.set.n == 2 && !is_first (search, &larger.set))
    return;
  for (int task = 0; task < search->n_tasks; task++) {
    larger.left[task].requirements &= ~lifted[task].requirements;
    larger.left[task].needs &= ~lifted[task].needs;
  }
  search_from (search, &larger);
}

/* Task by task, each change once. */
static void
search_tasks (Search *search, const Node *node, bool is_paid, Bits *untried)
{
  for (int task = 0; task < search->n_tasks; task++) {
    Bits helping;

    if (!is_paid && search->table->tasks[task].never_paid)
      continue;
    helping = find_helping (search, task, get_left (search, node, task, is_paid));
    for (size_t i = 0; i < search->table->n_words; i++) {
      uint64_t left = helping.words[i] & untried->words[i];

      untried->words[i] &= ~left;
      for (; left != 0; left &= left - 1)
        search_with (search, node, (uint16_t) (64 * i + (size_t) __builtin_ctzll (left)));
    }
  }
}

static void
keep_set (Search *search, const LeverSet *set)
{
  uint32_t key = 0, found = 0;

  for (int i = 0; i < SMAAJOB_MAX_CHANGES; i++)
    key = key << KEY_BITS | (i < set->n ? set->changes[i] + 1u : 0);
  for (size_t i = 0; i < search->n_sets; i++)
    found |= search->keys[i] == key;
  if (found)
    return;
  search->keys[search->n_sets] = key;
  search->sets[search->n_sets++] = *set;
}

/* Of sets that one change more would make too large only such are gone on from as are then whole.
 */
static void
search_further (Search *search, const Node *node, bool is_paid, bool is_timed)
{
  Bits untried, timing;

  memset (&untried, 0xff, sizeof untried);
  if (node->set.n == SMAAJOB_MAX_CHANGES - 1) {
    if (!is_paid)
      untried = find_paying (search, node);
    if (!is_timed) {
      timing = find_timing (search, node);
      bits_meet (&untried, timing.words, search->table->n_words);
    }
  }
  search_tasks (search, node, is_paid, &untried);
}

static void
search_from (Search *search, const Node *node)
{
  const bool is_paid = has_pay (search, node), is_timed = has_task_with_time (search, node);

  for (size_t i = 0; i < search->required->n; i++)
    if (!has_change (&node->set, search->required->changes[i])) {
      if (node->set.n < SMAAJOB_MAX_CHANGES)
        search_with (search, node, search->required->changes[i]);
      return;
    }
  if (!is_paid || !is_timed) {
    if (node->set.n < SMAAJOB_MAX_CHANGES)
      search_further (search, node, is_paid, is_timed);
  } else if (node->set.n > 1) {
    keep_set (search, &node->set);
  }
}

/* False when something stands in the way that no change touches. */
static bool
find_required (const Changes *changes, const Findings *findings, Required *required)
{
  const SmaajobCitizen *citizen = changes->match->citizen;
  bool possible = !findings->gate_refused && !findings->gate_unknown &&
                  !findings->choice_declined && !findings->choice_pending &&
                  !findings->needs_unknown && !findings->travel_too_far && !findings->load_exceeded;

  required->n = 0;
  if (findings->pay_refused)
    required->changes[required->n++] =
        changes_find (changes, SMAAJOB_CODE_TERM_AGREED, MEMBER_PAID);
  for (size_t i = 0; i < citizen->n_needs; i++) {
    const Need *need = &citizen_needs (citizen)[i];

    if (need->strength == SMAAJOB_STRENGTH_MUST &&
        need_at_workplace (need, changes->match->opening) != NEED_KEPT)
      required->changes[required->n++] =
          changes_find (changes, SMAAJOB_CODE_PROVISION_GIVEN, need->condition);
  }
  for (size_t i = 0; i < required->n; i++)
    possible &= required->changes[i] != NO_CHANGE;
  return possible && required->n <= SMAAJOB_MAX_CHANGES;
}

static Search *
search_new (const ObstacleTable *table, const Required *required)
{
  const size_t n_searched = table->changes->n * table->n_words;
  Search *search = memory_new (sizeof *search + n_searched * sizeof *search->searched +
                               MOST_SETS * sizeof *search->sets);

  if (search == NULL)
    return NULL;
  search->table = table;
  search->required = required;
  search->n_tasks = table->changes->match->opening->n_tasks;
  search->searched = (uint64_t *) (search + 1);
  search->sets = (LeverSet *) (search->searched + n_searched);
  return search;
}

static void
search_all (Search *search)
{
  Node none = {.set = {0}};

  for (int i = 0; i < search->n_tasks; i++)
    none.left[i] = search->table->tasks[i].all;
  search_from (search, &none);
}

/* NULL when there is no memory. */
static LeverSet *
find_sets (const Changes *changes, const Required *required, size_t *n)
{
  ObstacleTable *table = obstacle_table_new (changes);
  Search *search = table == NULL ? NULL : search_new (table, required);
  LeverSet *sets = NULL;

  if (search != NULL) {
    search_all (search);
    sets = memory_new ((search->n_sets + 1) * sizeof *sets);
  }
  if (sets != NULL) {
    *n = search->n_sets;
    memcpy (sets, search->sets, search->n_sets * sizeof *sets);
  }
  memory_free (search);
  memory_free (table);
  return sets;
}

bool
lever_sets_find (const Changes *changes, const Findings *findings, LeverSet **sets, size_t *n)
{
  Required required;

  *n = 0;
  *sets = find_required (changes, findings, &required) ? find_sets (changes, &required, n)
                                                       : memory_new (sizeof **sets);
  return *sets != NULL;
}
