/* SPDX-License-Identifier: Apache-2.0 */
#include "many/distinct.h"

typedef struct {
  const void *const *items;
  CompareItems compare;
  uint32_t *order;
} Sorting;

static int
compare_at (const Sorting *sorting, uint32_t a, uint32_t b)
{
  return sorting->compare (sorting->items[sorting->order[a]], sorting->items[sorting->order[b]]);
}

static void
swap (uint32_t *a, uint32_t *b)
{
  uint32_t kept = *a;

  *a = *b;
  *b = kept;
}

static void
sift_down (const Sorting *sorting, uint32_t at, uint32_t n)
{
  for (uint32_t child = 2 * at + 1; child < n; child = 2 * at + 1) {
    child += child + 1 < n && compare_at (sorting, child + 1, child) > 0;
    if (compare_at (sorting, child, at) <= 0)
      return;
    swap (&sorting->order[at], &sorting->order[child]);
    at = child;
  }
}

/* A heap sort: it takes no memory, and whoever chooses the items cannot make it slow. */
static void
sort (const Sorting *sorting, uint32_t n)
{
  for (uint32_t i = 0; i < n; i++)
    sorting->order[i] = i;
  for (uint32_t at = n / 2; at > 0; at--)
    sift_down (sorting, at - 1, n);
  for (uint32_t last = n; last > 1; last--) {
    swap (&sorting->order[0], &sorting->order[last - 1]);
    sift_down (sorting, 0, last - 1);
  }
}

static void
give_numbers (Distinct *distinct, const Sorting *sorting, uint32_t n)
{
  for (uint32_t i = 0; i < n; i++) {
    if (i == 0 || compare_at (sorting, i - 1, i) != 0)
      distinct->example[distinct->n++] = sorting->order[i];
    distinct->number_of[sorting->order[i]] = distinct->n - 1;
  }
}

bool
distinct_make (Distinct *distinct, const void *const *items, uint32_t n, CompareItems compare)
{
  Sorting sorting = {items, compare, memory_new ((n + (size_t) 1) * sizeof (uint32_t))};

  distinct->number_of = memory_new ((n + (size_t) 1) * sizeof *distinct->number_of);
  distinct->example = memory_new ((n + (size_t) 1) * sizeof *distinct->example);
  if (sorting.order != NULL && distinct->number_of != NULL && distinct->example != NULL) {
    sort (&sorting, n);
    give_numbers (distinct, &sorting, n);
    memory_free (sorting.order);
    return true;
  }
  memory_free (sorting.order);
  return false;
}

void
distinct_clear (Distinct *distinct)
{
  memory_free (distinct->number_of);
  memory_free (distinct->example);
  *distinct = (Distinct){0};
}

static void
sift_number_down (uint64_t *numbers, uint32_t at, uint32_t n)
{
  const uint64_t down = numbers[at];

  for (uint32_t child = 2 * at + 1; child < n; child = 2 * at + 1) {
    child += child + 1 < n && numbers[child + 1] > numbers[child];
    if (numbers[child] <= down)
      break;
    numbers[at] = numbers[child];
    at = child;
  }
  numbers[at] = down;
}

void
sort_numbers (uint64_t *numbers, uint32_t n)
{
  for (uint32_t at = n / 2; at > 0; at--)
    sift_number_down (numbers, at - 1, n);
  for (uint32_t last = n; last > 1; last--) {
    const uint64_t most = numbers[0];

    numbers[0] = numbers[last - 1];
    numbers[last - 1] = most;
    sift_number_down (numbers, 0, last - 1);
  }
}
