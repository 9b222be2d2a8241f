/* SPDX-License-Identifier: Apache-2.0 */
#include "many/distinct.h"

#include <string.h>

/* --- numbers --- */

#define DIGIT_BITS  8
#define N_DIGITS    (1u << DIGIT_BITS)
#define NUMBER_BITS 64
#define FEW_NUMBERS 48

static void
insert_each (uint64_t *numbers, uint32_t n)
{
  for (uint32_t i = 1; i < n; i++) {
    const uint64_t number = numbers[i];
    uint32_t at = i;

    for (; at > 0 && numbers[at - 1] > number; at--)
      numbers[at] = numbers[at - 1];
    numbers[at] = number;
  }
}

static unsigned
digit_of (uint64_t number, unsigned bit)
{
  return number >> bit & (N_DIGITS - 1);
}

/* By the digit at the bit; numbers of the same digit stay in their order. False when all have the
   same, and nothing has moved. */
static bool
deal_out (const uint64_t *from, uint64_t *to, uint32_t n, unsigned bit)
{
  uint32_t next[N_DIGITS] = {0}, sum = 0;

  for (uint32_t i = 0; i < n; i++)
    next[digit_of (from[i], bit)]++;
  if (next[digit_of (from[0], bit)] == n)
    return false;
  for (unsigned digit = 0; digit < N_DIGITS; digit++) {
    uint32_t count = next[digit];

    next[digit] = sum;
    sum += count;
  }
  for (uint32_t i = 0; i < n; i++)
    to[next[digit_of (from[i], bit)]++] = from[i];
  return true;
}

/* One digit after the other: however the numbers were chosen, it takes as long. */
static void
sort (uint64_t *numbers, uint64_t *spare, uint32_t n, unsigned first_bit)
{
  uint64_t *from = numbers, *to = spare, *last;

  if (n <= FEW_NUMBERS) {
    insert_each (numbers, n);
    return;
  }
  for (unsigned bit = first_bit; bit < NUMBER_BITS; bit += DIGIT_BITS)
    if (deal_out (from, to, n, bit)) {
      last = from;
      from = to;
      to = last;
    }
  if (from != numbers)
    memcpy (numbers, from, n * sizeof *numbers);
}

bool
sort_numbers (uint64_t *numbers, uint32_t n, unsigned first_bit)
{
  uint64_t *spare = memory_resize (NULL, (n + (size_t) 1) * sizeof *spare);

  if (spare == NULL)
    return false;
  sort (numbers, spare, n, first_bit);
  memory_free (spare);
  return true;
}

/* --- ids --- */

#define HEAD_BYTES 4
#define HEAD_BIT   32
#define AHEAD      8

typedef struct {
  const void *const *objects;
  GetId get_id;
  Distinct *distinct;
  uint64_t *order; /* some bytes of an id, and then whose it is */
  uint64_t *spare;
} Naming;

static uint32_t
item_of (uint64_t number)
{
  return (uint32_t) number;
}

/* The next bytes of an id, zeros behind its end. */
static uint64_t
head_of (const char *id)
{
  uint64_t head = 0;

  for (int i = 0; i < HEAD_BYTES; i++)
    head = head << 8 | (*id == '\0' ? 0 : (unsigned char) *id++);
  return head << HEAD_BIT;
}

static bool
is_ended (uint64_t number)
{
  return (number >> HEAD_BIT & 0xff) == 0;
}

static void
give_number (const Naming *naming, uint32_t first, uint32_t end)
{
  Distinct *distinct = naming->distinct;

  distinct->example[distinct->n] = item_of (naming->order[first]);
  for (uint32_t i = first; i < end; i++)
    distinct->number_of[item_of (naming->order[i])] = distinct->n;
  distinct->n++;
}

/* Each object is far away, and its id at its end: the one is fetched for the other. */
static void
fetch_id (const Naming *naming, const uint64_t *order, size_t depth)
{
  memory_fetch (naming->objects[item_of (order[AHEAD])]);
  memory_fetch (naming->get_id (naming->objects[item_of (order[0])]) + depth);
}

/* Those from first, which are the same up to a depth. Ids are short, so this does not go deep. */
static void
number_run (const Naming *naming, uint32_t first, uint32_t n, size_t depth)
{
  uint64_t *order = naming->order + first;
  uint32_t at, end;

  for (uint32_t i = 0; i < n; i++) {
    uint32_t item = item_of (order[i]);

    if (i + 2 * AHEAD < n)
      fetch_id (naming, order + i + AHEAD, depth);
    order[i] = head_of (naming->get_id (naming->objects[item]) + depth) | item;
  }
  sort (order, naming->spare, n, HEAD_BIT);
  for (at = 0; at < n; at = end) {
    for (end = at + 1; end < n && order[end] >> HEAD_BIT == order[at] >> HEAD_BIT; end++)
      ;
    if (end - at == 1 || is_ended (order[at]))
      give_number (naming, first + at, first + end);
    else
      number_run (naming, first + at, end - at, depth + HEAD_BYTES);
  }
}

bool
distinct_make (Distinct *distinct, const void *const *objects, uint32_t n, GetId get_id)
{
  const size_t room = n + (size_t) 1;
  const Naming naming = {objects, get_id, distinct,
                         memory_resize (NULL, room * sizeof *naming.order),
                         memory_resize (NULL, room * sizeof *naming.spare)};
  bool done;

  distinct->number_of = memory_new (room * sizeof *distinct->number_of);
  distinct->example = memory_new (room * sizeof *distinct->example);
  done = naming.order != NULL && naming.spare != NULL && distinct->number_of != NULL &&
         distinct->example != NULL;
  for (uint32_t i = 0; i < n && done; i++)
    naming.order[i] = i;
  if (done)
    number_run (&naming, 0, n, 0);
  memory_free (naming.order);
  memory_free (naming.spare);
  return done;
}

void
distinct_clear (Distinct *distinct)
{
  memory_free (distinct->number_of);
  memory_free (distinct->example);
  *distinct = (Distinct){0};
}
