/* SPDX-License-Identifier: Apache-2.0 */
#include "text/difference.h"

#include "base/error.h"
#include "base/memory.h"
#include "text/same.h"

#include <stdio.h>
#include <string.h>

#define BEFORE SMAAJOB_MOMENT_BEFORE
#define AFTER  SMAAJOB_MOMENT_AFTER

typedef SmaajobDifference Difference;

static bool
is_same_name (const char *a, const char *b)
{
  return a == NULL || b == NULL ? a == b : strcmp (a, b) == 0;
}

/* A match may make two comparisons of one name: the first belongs to the other's first. */
static Comparison *
find_partner (Difference *difference, size_t first, const SmaajobItem *item)
{
  for (size_t i = first; i < difference->n_items; i++) {
    Comparison *comparison = &difference->items[i];
    const SmaajobItem *before = &comparison->items[BEFORE];

    if (comparison->has[BEFORE] && !comparison->has[AFTER] &&
        is_same_name (before->subject, item->subject) && is_same_name (before->task, item->task))
      return comparison;
  }
  return NULL;
}

static Comparison *
add_comparison (Difference *difference, SmaajobCriterionId criterion)
{
  Comparison *comparison = &difference->items[difference->n_items++];

  comparison->criterion = criterion;
  return comparison;
}

static void
add_criterion (Difference *difference, int id, const Json *before, const Json *after)
{
  const size_t first = difference->n_items;
  const Json *each;

  for (each = json_get_first (json_find (before, "items")); each; each = json_get_next (each)) {
    Comparison *comparison = add_comparison (difference, (SmaajobCriterionId) id);

    comparison->has[BEFORE] = true;
    comparison->items[BEFORE] = match_item_of (each);
  }
  for (each = json_get_first (json_find (after, "items")); each; each = json_get_next (each)) {
    const SmaajobItem item = match_item_of (each);
    Comparison *comparison = find_partner (difference, first, &item);

    if (comparison == NULL)
      comparison = add_comparison (difference, (SmaajobCriterionId) id);
    comparison->has[AFTER] = true;
    comparison->items[AFTER] = item;
  }
}

static int
size_of (int change)
{
  return change < 0 ? -change : change;
}

/* Stable, and no library's: what is equal stays in the order of the documents. */
static void
sort_items (Comparison *items, size_t n)
{
  for (size_t i = 1; i < n; i++) {
    const Comparison moved = items[i];
    size_t at = i;

    for (; at > 0 && size_of (items[at - 1].change) < size_of (moved.change); at--)
      items[at] = items[at - 1];
    items[at] = moved;
  }
}

static void
fill_items (Difference *difference)
{
  const Json *before = json_get_first (difference->matches[BEFORE].criteria);
  const Json *after = json_get_first (difference->matches[AFTER].criteria);

  for (int id = 0; before != NULL; id++) {
    add_criterion (difference, id, before, after);
    before = json_get_next (before);
    after = json_get_next (after);
  }
  for (size_t i = 0; difference->has_sum && i < difference->n_items; i++) {
    Comparison *comparison = &difference->items[i];

    comparison->change = comparison->items[BEFORE].loss - comparison->items[AFTER].loss;
  }
  sort_items (difference->items, difference->n_items);
}

static SmaajobTaskChange *
find_task (Difference *difference, const char *id)
{
  for (size_t i = 0; i < difference->n_tasks; i++)
    if (strcmp (difference->tasks[i].id, id) == 0)
      return &difference->tasks[i];
  difference->tasks[difference->n_tasks].id = id;
  return &difference->tasks[difference->n_tasks++];
}

static void
fill_tasks (Difference *difference)
{
  const Json *each;

  for (each = json_get_first (difference->matches[BEFORE].tasks); each;
       each = json_get_next (each)) {
    const SmaajobTaskMatch task = match_task_of (each);
    SmaajobTaskChange *change = find_task (difference, task.id);

    change->has_before = true;
    change->verdict_before = task.verdict;
    change->minutes_before = task.planned_minutes_per_week;
  }
  for (each = json_get_first (difference->matches[AFTER].tasks); each;
       each = json_get_next (each)) {
    const SmaajobTaskMatch task = match_task_of (each);
    SmaajobTaskChange *change = find_task (difference, task.id);

    change->has_after = true;
    change->verdict_after = task.verdict;
    change->minutes_after = task.planned_minutes_per_week;
  }
}

static size_t
count_reason (const ReasonList *reasons, size_t n, const SmaajobReason *wanted)
{
  size_t found = 0;

  for (size_t i = 0; i < n; i++) {
    const SmaajobReason *reason = &reasons->list[i];

    found += reason->code == wanted->code && is_same_name (reason->subject, wanted->subject) &&
             is_same_name (reason->task, wanted->task);
  }
  return found;
}

/* What mine says more often than the other does. */
static void
fill_only (const ReasonList *mine, const ReasonList *other, ReasonList *only)
{
  for (size_t i = 0; i < mine->n; i++)
    if (count_reason (mine, i + 1, &mine->list[i]) > count_reason (other, other->n, &mine->list[i]))
      only->list[only->n++] = mine->list[i];
}

static void
fill_reasons (Difference *difference)
{
  for (int list = 0; list < N_LISTS; list++) {
    ReasonList *all = difference->all[list], *only = difference->only[list];

    for (int moment = 0; moment < N_MOMENTS; moment++) {
      const Json *each = json_get_first (difference->matches[moment].reasons[list]);

      for (; each != NULL; each = json_get_next (each))
        all[moment].list[all[moment].n++] = match_reason_of (each);
    }
    fill_only (&all[BEFORE], &all[AFTER], &only[BEFORE]);
    fill_only (&all[AFTER], &all[BEFORE], &only[AFTER]);
  }
}

static size_t
count_reasons (const MatchDocument *match)
{
  size_t n = 0;

  for (int list = 0; list < N_LISTS; list++)
    n += match->n_reasons[list];
  return n;
}

/* One block; each list of reasons has room for itself, and again for what of it is new. */
static Difference *
difference_alloc (const MatchDocument *matches)
{
  const size_t n_items = matches[BEFORE].n_items + matches[AFTER].n_items;
  const size_t n_tasks = matches[BEFORE].n_tasks + matches[AFTER].n_tasks;
  const size_t n_reasons = count_reasons (&matches[BEFORE]) + count_reasons (&matches[AFTER]);
  Difference *difference =
      memory_new (sizeof *difference + n_items * sizeof (Comparison) +
                  n_tasks * sizeof (SmaajobTaskChange) + 2 * n_reasons * sizeof (SmaajobReason));
  SmaajobReason *reasons;

  if (difference == NULL)
    return NULL;
  difference->items = (Comparison *) (difference + 1);
  difference->tasks = (SmaajobTaskChange *) (difference->items + n_items);
  reasons = (SmaajobReason *) (difference->tasks + n_tasks);
  for (int i = 0; i < N_LISTS * N_MOMENTS; i++) {
    const size_t n = matches[i % N_MOMENTS].n_reasons[i / N_MOMENTS];

    difference->all[i / N_MOMENTS][i % N_MOMENTS].list = reasons;
    difference->only[i / N_MOMENTS][i % N_MOMENTS].list = reasons + n;
    reasons += 2 * n;
  }
  return difference;
}

static bool
compare_texts (const Reader *readers, SmaajobSame *same)
{
  char *before = memory_new (readers[BEFORE].length + readers[AFTER].length);
  char *after;
  size_t n_before, n_after;

  if (before == NULL)
    return false;
  after = before + readers[BEFORE].length;
  n_before = scan_minify (readers[BEFORE].text, readers[BEFORE].length, before);
  n_after = scan_minify (readers[AFTER].text, readers[AFTER].length, after);
  *same = matches_compare ((Slice){before, n_before}, (Slice){after, n_after});
  memory_free (before);
  return true;
}

/* Takes the tapes of the readers when there is a difference. */
static Difference *
difference_make (Reader *readers, const MatchDocument *matches)
{
  Difference *difference = difference_alloc (matches);

  if (difference == NULL || !compare_texts (readers, &difference->same)) {
    memory_free (difference);
    return NULL;
  }
  for (int moment = 0; moment < N_MOMENTS; moment++) {
    difference->matches[moment] = matches[moment];
    difference->tapes[moment] = readers[moment].own;
    readers[moment].own = (Tape){0};
  }
  difference->has_sum = matches[BEFORE].score.potential != SMAAJOB_UNKNOWN &&
                        matches[AFTER].score.potential != SMAAJOB_UNKNOWN;
  fill_items (difference);
  fill_tasks (difference);
  fill_reasons (difference);
  return difference;
}

static bool
read_one (Reader *reader, const char *text, size_t length, MatchDocument *match)
{
  return reader_open (reader, text, length, "smaajob.match/1") &&
         read_match (reader, reader->root, match);
}

/* Which of the two is at fault is told, unless it is memory that is. */
static void
close_with_fault (Reader *reader, const char *which, SmaajobError *error)
{
  char message[sizeof reader->error.message];

  reader_close (reader, NULL, error);
  if (error == NULL || error->code == SMAAJOB_ERROR_MEMORY)
    return;
  snprintf (message, sizeof message, "%s: %.*s", which, (int) sizeof message - 16, error->message);
  memcpy (error->message, message, sizeof message);
}

SmaajobDifference *
smaajob_difference_new (const char *before, size_t before_length, const char *after,
                        size_t after_length, SmaajobError *error)
{
  Reader readers[N_MOMENTS];
  MatchDocument matches[N_MOMENTS];
  Difference *difference = NULL;

  if (!read_one (&readers[BEFORE], before, before_length, &matches[BEFORE])) {
    close_with_fault (&readers[BEFORE], "before", error);
    return NULL;
  }
  if (read_one (&readers[AFTER], after, after_length, &matches[AFTER]))
    difference = difference_make (readers, matches);
  if (difference == NULL && readers[AFTER].error.code == SMAAJOB_ERROR_NONE)
    error_memory (&readers[AFTER].error);
  if (difference == NULL)
    close_with_fault (&readers[AFTER], "after", error);
  else
    reader_close (&readers[AFTER], difference, error);
  reader_close (&readers[BEFORE], &readers, error);
  return difference;
}

void
smaajob_difference_free (SmaajobDifference *difference)
{
  if (difference == NULL)
    return;
  tape_free (&difference->tapes[BEFORE]);
  tape_free (&difference->tapes[AFTER]);
  memory_free (difference);
}
