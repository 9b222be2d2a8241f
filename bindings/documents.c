/* SPDX-License-Identifier: Apache-2.0 */
#include "documents.h"

#include <smaajob/citizen.h>
#include <smaajob/opening.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_TOLD 40 /* bytes of an id that is told as it is */

bool
documents_fail_memory (SmaajobError *error)
{
  *error = (SmaajobError){.code = SMAAJOB_ERROR_MEMORY, .message = "out of memory"};
  return false;
}

bool
documents_begin (Documents *documents, SmaajobVocabulary *vocabulary, bool citizens,
                 SmaajobError *error)
{
  documents->vocabulary = vocabulary;
  if (citizens)
    documents->caseload = smaajob_caseload_builder_new (vocabulary, error);
  else
    documents->market = smaajob_market_builder_new (vocabulary, error);
  return documents->caseload != NULL || documents->market != NULL;
}

void
documents_clear (Documents *documents)
{
  smaajob_caseload_builder_free (documents->caseload);
  smaajob_market_builder_free (documents->market);
  free (documents->ids);
  free (documents->texts);
  free (documents->slots);
  memset (documents, 0, sizeof *documents);
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

static const char *
text_at (const Documents *documents, size_t i)
{
  return documents->texts + documents->ids[i].at;
}

/* The slot that an id is in, or would be. */
static uint32_t *
find_slot (const Documents *documents, const char *id)
{
  size_t most = documents->n_slots - 1, at = digest_of (id) & most;

  while (documents->slots[at] != 0 &&
         strcmp (text_at (documents, documents->slots[at] - 1), id) != 0)
    at = (at + 1) & most;
  return &documents->slots[at];
}

static bool
grow_slots (Documents *documents)
{
  size_t n = documents->n_slots == 0 ? 1024 : 2 * documents->n_slots;
  uint32_t *slots = calloc (n, sizeof *slots);

  if (slots == NULL)
    return false;
  free (documents->slots);
  documents->slots = slots;
  documents->n_slots = n;
  for (uint32_t i = 0; i < documents->n_ids; i++)
    *find_slot (documents, text_at (documents, i)) = i + 1;
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
make_room (Documents *documents, size_t length)
{
  return grow ((void **) &documents->texts, &documents->texts_room, documents->texts_size + length,
               1) &&
         grow ((void **) &documents->ids, &documents->ids_room, documents->n_ids + 1,
               sizeof *documents->ids) &&
         (2 * (documents->n_ids + 1) <= documents->n_slots || grow_slots (documents));
}

static bool
fail_duplicate (const Documents *documents, const char *id, uint32_t first, SmaajobError *error)
{
  char told[MOST_TOLD + 1];

  if (strlen (id) <= MOST_TOLD)
    strcpy (told, id);
  else
    snprintf (told, sizeof told, "a string of %zu bytes", strlen (id));
  *error = (SmaajobError){.code = SMAAJOB_ERROR_DUPLICATE, .column = 1, .pointer = "/id"};
  snprintf (error->message, sizeof error->message,
            "id: %s is the id of %s %u already, expected every id once", told, documents->counted,
            (unsigned) documents->ids[first].number);
  return false;
}

static bool
note_id (Documents *documents, const char *id, uint32_t number, SmaajobError *error)
{
  size_t length = strlen (id) + 1;
  uint32_t *slot;

  if (!make_room (documents, length))
    return documents_fail_memory (error);
  slot = find_slot (documents, id);
  if (*slot != 0)
    return fail_duplicate (documents, id, *slot - 1, error);
  documents->ids[documents->n_ids++] = (DocumentsId){(uint32_t) documents->texts_size, number};
  memcpy (documents->texts + documents->texts_size, id, length);
  documents->texts_size += length;
  *slot = (uint32_t) documents->n_ids;
  return true;
}

bool
documents_add (Documents *documents, const char *text, size_t length, uint32_t number,
               SmaajobError *error)
{
  SmaajobCitizen *citizen = NULL;
  SmaajobOpening *opening = NULL;
  bool added;

  if (documents->caseload != NULL) {
    citizen = smaajob_citizen_new_from_json (documents->vocabulary, text, length, error);
    added = citizen != NULL &&
            note_id (documents, smaajob_citizen_get_id (citizen), number, error) &&
            smaajob_caseload_builder_add_citizen (documents->caseload, citizen, error);
  } else {
    opening = smaajob_opening_new_from_json (documents->vocabulary, text, length, error);
    added = opening != NULL &&
            note_id (documents, smaajob_opening_get_id (opening), number, error) &&
            smaajob_market_builder_add_opening (documents->market, opening, error);
  }
  smaajob_citizen_free (citizen);
  smaajob_opening_free (opening);
  return added;
}
