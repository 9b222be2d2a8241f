/* SPDX-License-Identifier: Apache-2.0 */
#include "ids.h"

#include "told.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Twice as many places, and nowhere, are told apart by 32 bits. */
#define MOST_IDS ((size_t) INT32_MAX)

bool
fail_memory (SmaajobError *error)
{
  *error = (SmaajobError){.code = SMAAJOB_ERROR_MEMORY, .message = "out of memory"};
  return false;
}

void
ids_clear (Ids *ids)
{
  free (ids->entries);
  free (ids->roots);
  free (ids->texts);
  *ids = (Ids){.counted = ids->counted};
}

/* --- trees: whoever writes ids could choose them to have one digest, but no way in a tree is
   longer than an id --- */

/* A place in a tree is an entry's id, or its branch; or there is none. */
#define NOWHERE UINT32_MAX

static uint32_t
id_of (size_t entry)
{
  return (uint32_t) entry << 1;
}

static uint32_t
branch_of (size_t entry)
{
  return (uint32_t) entry << 1 | 1;
}

static bool
is_branch (uint32_t place)
{
  return (place & 1) != 0;
}

static const char *
text_of (const Ids *ids, size_t entry)
{
  return ids->texts + ids->entries[entry].at;
}

/* FNV-1a. */
static size_t
digest_of (const char *id)
{
  uint64_t digest = 14695981039346656037u;

  for (; *id != '\0'; id++)
    digest = (digest ^ (unsigned char) *id) * 1099511628211u;
  return (size_t) (digest ^ digest >> 32);
}

/* Behind its end an id has zeros. */
static unsigned
side_of (const char *id, size_t length, uint32_t bit)
{
  return bit / 8 < length ? (unsigned char) id[bit / 8] >> (7 - bit % 8) & 1u : 0;
}

/* Where an id's way comes to the first branch at that bit or behind it, or where it ends. */
static uint32_t *
follow (Ids *ids, uint32_t *root, const char *id, uint32_t bit)
{
  const size_t length = strlen (id);
  uint32_t *place = root;

  while (is_branch (*place) && ids->entries[*place >> 1].bit < bit) {
    IdsEntry *entry = &ids->entries[*place >> 1];

    place = &entry->sides[side_of (id, length, entry->bit)];
  }
  return place;
}

/* The first bit in which two ids differ; UINT32_MAX when they are the same. */
static uint32_t
first_difference (const char *one, const char *other)
{
  uint32_t i = 0, bit = 0;

  while (one[i] == other[i] && one[i] != '\0')
    i++;
  if (one[i] == other[i])
    return UINT32_MAX;
  while (((unsigned char) (one[i] ^ other[i]) & 0x80u >> bit) == 0)
    bit++;
  return 8 * i + bit;
}

/* Give an entry its place, unless one before it has its id: which that is, else the entry. */
static size_t
place (Ids *ids, size_t i)
{
  const char *id = text_of (ids, i);
  uint32_t *root = &ids->roots[digest_of (id) & (ids->n_roots - 1)], *there;
  IdsEntry *entry = &ids->entries[i];
  size_t nearest;
  unsigned side;

  if (*root == NOWHERE) {
    *root = id_of (i);
    return i;
  }
  nearest = *follow (ids, root, id, UINT32_MAX) >> 1;
  entry->bit = first_difference (id, text_of (ids, nearest));
  if (entry->bit == UINT32_MAX)
    return nearest;
  there = follow (ids, root, id, entry->bit);
  side = side_of (id, strlen (id), entry->bit);
  entry->sides[side] = id_of (i);
  entry->sides[!side] = *there;
  *there = branch_of (i);
  return i;
}

/* --- room --- */

static bool
grow_roots (Ids *ids)
{
  const size_t n = ids->n_roots == 0 ? 1024 : 2 * ids->n_roots;
  uint32_t *roots = realloc (ids->roots, n * sizeof *roots);

  if (roots == NULL)
    return false;
  memset (roots, 0xff, n * sizeof *roots); /* nowhere */
  ids->roots = roots;
  ids->n_roots = n;
  for (size_t i = 0; i < ids->n; i++)
    place (ids, i);
  return true;
}

static bool
grow (void **items, size_t *room, size_t wanted, size_t size)
{
  size_t larger = *room + *room / 2 + 1024;
  void *grown;

  if (wanted <= *room)
    return true;
  grown = realloc (*items, larger * size);
  if (grown == NULL)
    return false;
  *items = grown;
  *room = larger;
  return true;
}

static bool
make_room (Ids *ids, size_t size)
{
  return ids->n < MOST_IDS &&
         grow ((void **) &ids->texts, &ids->texts_room, ids->texts_size + size, 1) &&
         grow ((void **) &ids->entries, &ids->room, ids->n + 1, sizeof *ids->entries) &&
         (2 * (ids->n + 1) <= ids->n_roots || grow_roots (ids));
}

static bool
fail_duplicate (const Ids *ids, const char *id, const IdsEntry *first, SmaajobError *error)
{
  char told[TOLD_MOST_BYTES + 1];

  if (strlen (id) <= TOLD_MOST_BYTES)
    strcpy (told, id);
  else
    snprintf (told, sizeof told, "a string of %zu bytes", strlen (id));
  *error = (SmaajobError){.code = SMAAJOB_ERROR_DUPLICATE, .column = 1, .pointer = "/id"};
  snprintf (error->message, sizeof error->message,
            "id: %s is the id of %s %u already, expected every id once", told, ids->counted,
            (unsigned) first->number);
  return false;
}

bool
ids_add (Ids *ids, const char *id, uint32_t number, SmaajobError *error)
{
  const size_t size = strlen (id) + 1;
  size_t first;

  if (!make_room (ids, size))
    return fail_memory (error);
  memcpy (ids->texts + ids->texts_size, id, size);
  ids->entries[ids->n] = (IdsEntry){.at = ids->texts_size, .number = number};
  first = place (ids, ids->n);
  if (first != ids->n)
    return fail_duplicate (ids, id, &ids->entries[first], error);
  ids->texts_size += size;
  ids->n++;
  return true;
}
