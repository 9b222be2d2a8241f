/* SPDX-License-Identifier: Apache-2.0 */
#include "many/caseload.h"

#include "base/error.h"
#include "data/citizen-record.h"
#include "words/fault.h"

#include <string.h>

#define SEEN       UINT32_MAX
#define FIRST_ROOM ((size_t) 4 * CITIZEN_RECORD_MOST)

/* The first object whose id is that of one before it. */
static bool
tell_duplicate (Distinct *ids, const void *const *objects, uint32_t n, GetId get_id,
                SmaajobError *error)
{
  for (uint32_t i = 0; i < n; i++) {
    uint32_t first = 0;

    if (ids->example[ids->number_of[i]] != SEEN) {
      ids->example[ids->number_of[i]] = SEEN;
      continue;
    }
    while (ids->number_of[first] != ids->number_of[i])
      first++;
    return fault (error, SMAAJOB_ERROR_DUPLICATE, pointer_to ("/%u/id", i).text,
                  "%s is the id of number %u already, expected every id once",
                  told_text (get_id (objects[i])).text, first);
  }
  return true;
}

bool
ids_number (Distinct *ids, const void *const *objects, uint32_t n, GetId get_id,
            SmaajobError *error)
{
  if (!distinct_make (ids, objects, n, get_id))
    return error_memory (error);
  return ids->n == n || tell_duplicate (ids, objects, n, get_id, error);
}

SmaajobCaseload *
caseload_take (SmaajobCaseload *caseload)
{
  references_take (&caseload->references);
  return caseload;
}

SmaajobCaseloadBuilder *
smaajob_caseload_builder_new (SmaajobVocabulary *vocabulary, SmaajobError *error)
{
  SmaajobCaseloadBuilder *builder;

  if (vocabulary == NULL) {
    error_argument (error, "the vocabulary is NULL");
    return NULL;
  }
  builder = memory_new (sizeof *builder);
  if (builder == NULL)
    error_memory (error);
  else
    builder->vocabulary = vocabulary_take (vocabulary);
  return builder;
}

void
smaajob_caseload_builder_free (SmaajobCaseloadBuilder *builder)
{
  if (builder == NULL)
    return;
  memory_free (builder->records);
  memory_free (builder->ends.items);
  smaajob_vocabulary_free (builder->vocabulary);
  memory_free (builder);
}

static bool
make_room (SmaajobCaseloadBuilder *builder)
{
  const size_t room = builder->room > 0 ? 2 * builder->room : FIRST_ROOM;
  char *records;

  if (!array_reserve (&builder->ends, 1, sizeof (uint64_t)))
    return false;
  if (builder->room - builder->size >= CITIZEN_RECORD_MOST)
    return true;
  records = memory_resize (builder->records, room);
  if (records == NULL)
    return false;
  builder->records = records;
  builder->room = room;
  return true;
}

bool
smaajob_caseload_builder_add_citizen (SmaajobCaseloadBuilder *builder,
                                      const SmaajobCitizen *citizen, SmaajobError *error)
{
  if (builder == NULL || citizen == NULL)
    return error_argument (error, "the builder or the citizen is NULL");
  if (citizen->vocabulary != builder->vocabulary)
    return error_argument (error, "the citizen was read with another vocabulary");
  if (!make_room (builder))
    return error_memory (error);
  builder->size += citizen_pack (citizen, builder->records + builder->size);
  ((uint64_t *) builder->ends.items)[builder->ends.n++] = builder->size;
  return true;
}

/* NULL when it is not what was written. */
static const char *
find_record (const SmaajobCaseload *caseload, uint32_t i, size_t *size)
{
  uint64_t start;

  if (caseload->store.head != NULL)
    return store_get_image (&caseload->store, i, size);
  start = i > 0 ? caseload->ends[i - 1] : 0;
  *size = (size_t) (caseload->ends[i] - start);
  return caseload->records + start;
}

static const char *
get_id (const void *record)
{
  return citizen_record_id (record);
}

static bool
rank_ids (SmaajobCaseload *caseload, SmaajobError *error)
{
  const void **records = memory_resize (NULL, (caseload->n + (size_t) 1) * sizeof *records);
  Distinct ids = {0};
  bool done = records != NULL || error_memory (error);
  size_t size;

  for (uint32_t i = 0; i < caseload->n && done; i++)
    records[i] = find_record (caseload, i, &size);
  done = done && ids_number (&ids, records, caseload->n, get_id, error);
  if (done) {
    caseload->ranks = ids.number_of;
    ids.number_of = NULL;
  }
  distinct_clear (&ids);
  memory_free (records);
  return done;
}

static bool
fill (SmaajobCaseload *caseload, const SmaajobCaseloadBuilder *builder, SmaajobError *error)
{
  const size_t size_of_ends = builder->ends.n * sizeof *caseload->ends;
  char *records = memory_resize (NULL, builder->size + 1);
  uint64_t *ends = memory_resize (NULL, size_of_ends + 1);

  caseload->records = records;
  caseload->ends = ends;
  if (records == NULL || ends == NULL)
    return error_memory (error);
  caseload->n = builder->ends.n;
  if (caseload->n > 0) {
    memcpy (records, builder->records, builder->size);
    memcpy (ends, builder->ends.items, size_of_ends);
  }
  return rank_ids (caseload, error);
}

SmaajobCaseload *
smaajob_caseload_builder_build (const SmaajobCaseloadBuilder *builder, SmaajobError *error)
{
  SmaajobCaseload *caseload;

  if (builder == NULL) {
    error_argument (error, "the builder is NULL");
    return NULL;
  }
  caseload = memory_new (sizeof *caseload);
  if (caseload == NULL) {
    error_memory (error);
    return NULL;
  }
  references_init (&caseload->references);
  caseload->vocabulary = vocabulary_take (builder->vocabulary);
  if (fill (caseload, builder, error))
    return caseload;
  smaajob_caseload_free (caseload);
  return NULL;
}

void
smaajob_caseload_free (SmaajobCaseload *caseload)
{
  if (caseload == NULL || !references_drop (&caseload->references))
    return;
  if (caseload->store.head == NULL)
    memory_free ((uint32_t *) caseload->ranks);
  memory_free ((char *) caseload->records);
  memory_free ((uint64_t *) caseload->ends);
  store_close (&caseload->store);
  smaajob_vocabulary_free (caseload->vocabulary);
  memory_free (caseload);
}

size_t
smaajob_caseload_get_n_citizens (const SmaajobCaseload *caseload)
{
  return caseload == NULL ? 0 : caseload->n;
}

/* Returns the record. */
static const char *
unpack (const SmaajobCaseload *caseload, uint32_t i, SmaajobCitizenBuilder *draft, size_t *size,
        SmaajobError *error)
{
  const char *record = find_record (caseload, i, size);

  if (record != NULL && citizen_unpack (record, *size, caseload->vocabulary, draft))
    return record;
  fault (error, SMAAJOB_ERROR_DAMAGED, pointer_to ("/%u", i).text,
         "citizen number %u of the packed file is damaged; pack the documents again", i);
  return NULL;
}

const char *
caseload_get_record (const SmaajobCaseload *caseload, uint32_t i, size_t *size, SmaajobError *error)
{
  SmaajobCitizenBuilder draft;

  return unpack (caseload, i, &draft, size, error);
}

bool
caseload_read (const SmaajobCaseload *caseload, uint32_t i, SmaajobCitizenBuilder *draft,
               SmaajobError *error)
{
  size_t size;

  return unpack (caseload, i, draft, &size, error) != NULL;
}

const SmaajobCitizen *
caseload_get (const SmaajobCaseload *caseload, uint32_t i, CitizenCopy *copy, SmaajobError *error)
{
  SmaajobCitizenBuilder draft;
  const SmaajobCitizen *citizen;

  if (!caseload_read (caseload, i, &draft, error))
    return NULL;
  citizen = citizen_make (&draft, copy);
  if (citizen == NULL)
    error_memory (error);
  return citizen;
}

const char *
smaajob_caseload_get_citizen_id_at (const SmaajobCaseload *caseload, size_t i)
{
  const char *record;
  size_t size;

  if (caseload == NULL || i >= caseload->n)
    return "";
  record = caseload->store.head != NULL ? caseload_get_record (caseload, (uint32_t) i, &size, NULL)
                                        : find_record (caseload, (uint32_t) i, &size);
  return record == NULL ? "" : citizen_record_id (record);
}

SmaajobCitizen *
smaajob_caseload_get_citizen_at (const SmaajobCaseload *caseload, size_t i, SmaajobError *error)
{
  SmaajobCitizenBuilder draft;

  if (caseload == NULL || i >= caseload->n) {
    error_argument (error, "there is no citizen of this number");
    return NULL;
  }
  return caseload_read (caseload, (uint32_t) i, &draft, error)
             ? smaajob_citizen_builder_build (&draft, error)
             : NULL;
}

size_t
smaajob_caseload_get_size_bytes (const SmaajobCaseload *caseload)
{
  if (caseload == NULL)
    return 0;
  if (caseload->store.head != NULL || caseload->n == 0)
    return sizeof *caseload;
  return sizeof *caseload + caseload->ends[caseload->n - 1] +
         caseload->n * (sizeof *caseload->ends + sizeof *caseload->ranks);
}

static bool
map_caseload (SmaajobCaseload *caseload, const char *path, const char *digest, SmaajobError *error)
{
  Store *store = &caseload->store;
  size_t n_images, n_entries, n_ranks;
  const uint32_t *ranks;

  if (!store_open (store, path, SMAAJOB_PACKED_CASELOAD, digest, error) ||
      store_get (store, STORE_IMAGES, 1, &n_images, error) == NULL ||
      store_get (store, STORE_ENTRIES, sizeof (StoreEntry), &n_entries, error) == NULL)
    return false;
  ranks = store_get (store, STORE_RANKS, sizeof *ranks, &n_ranks, error);
  if (ranks == NULL)
    return false;
  caseload->n = store->head->n;
  caseload->ranks = ranks;
  for (size_t i = 0; i < n_ranks; i++)
    if (ranks[i] >= caseload->n)
      return store_fault (error);
  return (n_entries == caseload->n && n_ranks == caseload->n) || store_fault (error);
}

SmaajobCaseload *
caseload_map (SmaajobVocabulary *vocabulary, const char *path, const char *digest,
              SmaajobError *error)
{
  SmaajobCaseload *caseload = memory_new (sizeof *caseload);

  if (caseload == NULL) {
    error_memory (error);
    return NULL;
  }
  references_init (&caseload->references);
  caseload->vocabulary = vocabulary_take (vocabulary);
  if (map_caseload (caseload, path, digest, error))
    return caseload;
  smaajob_caseload_free (caseload);
  return NULL;
}
