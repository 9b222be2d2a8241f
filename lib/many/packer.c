/* SPDX-License-Identifier: Apache-2.0 */
#include "many/packer.h"

#include "base/checksum.h"
#include "base/error.h"
#include "base/file.h"
#include "data/citizen-record.h"
#include "many/pack.h"

#include <string.h>

#define IMAGE_ALIGNMENT 8
#define MOST_OBJECTS    (UINT32_MAX - 1)
_Static_assert(STORE_FIRST + N_SECTIONS <= STORE_SECTIONS, "the head has room for a market");

bool
packer_create (Packer *packer, SmaajobVocabulary *vocabulary, SmaajobPackedKind kind,
               const char *path, SmaajobError *error)
{
  memset (packer, 0, sizeof *packer);
  packer->vocabulary = vocabulary;
  packer->kind = kind;
  return store_create (&packer->store, path, error) &&
         store_begin (&packer->store, STORE_IMAGES, 1, error);
}

static bool
add (Packer *packer, const void *image, size_t size, SmaajobError *error)
{
  static const char zeros[IMAGE_ALIGNMENT] = {0};
  const StoreSection *images = &packer->store.head.sections[STORE_IMAGES];

  if (packer->entries.n == MOST_OBJECTS)
    return error_set (error, SMAAJOB_ERROR_SIZE, "", "more than %u objects", MOST_OBJECTS);
  if (!array_reserve (&packer->entries, 1, sizeof (StoreEntry)))
    return error_memory (error);
  ((StoreEntry *) packer->entries.items)[packer->entries.n++] = (StoreEntry){
      packer->store.at - images->offset, (uint32_t) size, (uint32_t) checksum_of (image, size)};
  return store_append (&packer->store, image, size, error) &&
         store_append (&packer->store, zeros, -size % IMAGE_ALIGNMENT, error);
}

bool
packer_add_citizen (Packer *packer, const SmaajobCitizen *citizen, SmaajobError *error)
{
  char record[CITIZEN_RECORD_MOST];

  return add (packer, record, citizen_pack (citizen, record), error);
}

bool
packer_add_record (Packer *packer, const char *record, size_t size, SmaajobError *error)
{
  return add (packer, record, size, error);
}

/* What is true of this process alone is left out: the same opening gives the same bytes. */
bool
packer_add_opening (Packer *packer, const SmaajobOpening *opening, SmaajobError *error)
{
  SmaajobOpening *image;

  packer->scratch.n = 0;
  if (!array_reserve (&packer->scratch, opening->size, 1))
    return error_memory (error);
  image = packer->scratch.items;
  memcpy (image, opening, opening->size);
  memset (&image->references, 0, sizeof image->references);
  image->vocabulary = NULL;
  return add (packer, image, opening->size, error);
}

/* Where the images of a file being written are, and what they are called. */
typedef struct {
  const char *mapped;
  size_t size;
  const void **objects;
  GetId get_id;
  Distinct numbers;
} Written;

static const char *
get_citizen_id (const void *record)
{
  return citizen_record_id (record);
}

static const char *
get_opening_id (const void *opening)
{
  return opening_id (opening);
}

static bool
find_written (Packer *packer, Written *written, SmaajobError *error)
{
  const StoreEntry *entries = packer->entries.items;
  const size_t n = packer->entries.n, room = (n + 1) * sizeof (void *);
  const char *images;

  store_end (&packer->store, STORE_IMAGES);
  written->size = packer->store.at;
  written->objects = memory_resize (NULL, room);
  written->get_id = packer->kind == SMAAJOB_PACKED_CASELOAD ? get_citizen_id : get_opening_id;
  if (written->objects == NULL)
    return error_memory (error);
  written->mapped = store_map_written (&packer->store, error);
  if (written->mapped == NULL)
    return false;
  images = written->mapped + packer->store.head.sections[STORE_IMAGES].offset;
  for (size_t i = 0; i < n; i++)
    written->objects[i] = images + entries[i].offset;
  return distinct_make (&written->numbers, written->objects, (uint32_t) n, written->get_id) ||
         error_memory (error);
}

static void
forget_written (Written *written)
{
  if (written->mapped != NULL)
    file_unmap (written->mapped, written->size);
  memory_free (written->objects);
  distinct_clear (&written->numbers);
}

/* Of an id that is said twice the first stays: what is behind moves up. */
static bool
leave_out (Packer *packer, Written *written, TellDuplicate tell, void *data, SmaajobError *error)
{
  StoreEntry *entries = packer->entries.items;
  uint32_t *first = memory_new ((written->numbers.n + (size_t) 1) * sizeof *first), n = 0;
  bool going = first != NULL || error_memory (error);

  for (uint32_t i = 0; i < packer->entries.n && going; i++) {
    uint32_t number = written->numbers.number_of[i];

    if (first[number] != 0) {
      going = tell (i, written->get_id (written->objects[i]), first[number] - 1, data);
      continue;
    }
    first[number] = i + 1;
    entries[n] = entries[i];
    written->objects[n] = written->objects[i];
    written->numbers.number_of[n++] = number;
  }
  packer->entries.n = n;
  memory_free (first);
  return going;
}

static bool
put_market (Packer *packer, const Written *written, SmaajobError *error)
{
  SmaajobMarket *market =
      market_pack_images (packer->vocabulary, (const SmaajobOpening *const *) written->objects,
                          &written->numbers, error);
  bool done = market != NULL;

  for (int id = 0; id < N_SECTIONS && done; id++)
    done = store_put (&packer->store, STORE_FIRST + id, *section_items (market, (SectionId) id),
                      *section_count (market, (SectionId) id), section_rows[id].size, error);
  smaajob_market_free (market);
  return done;
}

static bool
put_all (Packer *packer, const Written *written, SmaajobError *error)
{
  StoreWriter *store = &packer->store;

  return store_put (store, STORE_ENTRIES, packer->entries.items, packer->entries.n,
                    sizeof (StoreEntry), error) &&
         (packer->kind == SMAAJOB_PACKED_CASELOAD
              ? store_put (store, STORE_RANKS, written->numbers.number_of, packer->entries.n,
                           sizeof (uint32_t), error)
              : put_market (packer, written, error));
}

bool
packer_finish (Packer *packer, const char *digest, TellDuplicate tell, void *data,
               SmaajobError *error)
{
  StoreHead *head = &packer->store.head;
  Written written = {0};
  bool done =
      find_written (packer, &written, error) &&
      (written.numbers.n == packer->entries.n || leave_out (packer, &written, tell, data, error)) &&
      put_all (packer, &written, error);

  forget_written (&written);
  head->kind = (uint32_t) packer->kind;
  head->n = packer->entries.n;
  memcpy (head->vocabulary, digest, strlen (digest) + 1);
  return done && store_finish (&packer->store, error);
}

void
packer_clear (Packer *packer)
{
  store_clear (&packer->store);
  memory_free (packer->entries.items);
  memory_free (packer->scratch.items);
}
