/* SPDX-License-Identifier: Apache-2.0 */
#include "many/caseload.h"

#include "base/error.h"
#include "data/image.h"
#include "words/fault.h"

#include <string.h>

#define SEEN UINT32_MAX

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
  for (uint32_t i = 0; i < builder->citizens.n; i++)
    smaajob_citizen_free (((SmaajobCitizen **) builder->citizens.items)[i]);
  memory_free (builder->citizens.items);
  smaajob_vocabulary_free (builder->vocabulary);
  memory_free (builder);
}

bool
smaajob_caseload_builder_add_citizen (SmaajobCaseloadBuilder *builder,
                                      const SmaajobCitizen *citizen, SmaajobError *error)
{
  if (builder == NULL || citizen == NULL)
    return error_argument (error, "the builder or the citizen is NULL");
  if (citizen->vocabulary != builder->vocabulary)
    return error_argument (error, "the citizen was read with another vocabulary");
  if (!array_reserve (&builder->citizens, 1, sizeof citizen))
    return error_memory (error);
  ((const SmaajobCitizen **) builder->citizens.items)[builder->citizens.n++] =
      citizen_take (citizen);
  return true;
}

static const char *
get_id (const void *citizen)
{
  return citizen_id (citizen);
}

static bool
fill (SmaajobCaseload *caseload, const SmaajobCaseloadBuilder *builder, SmaajobError *error)
{
  const SmaajobCitizen *const *citizens = builder->citizens.items;

  caseload->citizens = memory_new ((builder->citizens.n + (size_t) 1) * sizeof *citizens);
  if (caseload->citizens == NULL)
    return error_memory (error);
  for (; caseload->n < builder->citizens.n; caseload->n++)
    caseload->citizens[caseload->n] = citizen_take (citizens[caseload->n]);
  return ids_number (&caseload->ids, builder->citizens.items, caseload->n, get_id, error);
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
  if (caseload->store.head == NULL) {
    for (uint32_t i = 0; i < caseload->n; i++)
      smaajob_citizen_free ((SmaajobCitizen *) caseload->citizens[i]);
    memory_free (caseload->citizens);
    distinct_clear (&caseload->ids);
  }
  store_close (&caseload->store);
  smaajob_vocabulary_free (caseload->vocabulary);
  memory_free (caseload);
}

size_t
smaajob_caseload_get_n_citizens (const SmaajobCaseload *caseload)
{
  return caseload == NULL ? 0 : caseload->n;
}

/* A mapped citizen, when its bytes are those of one. */
static const SmaajobCitizen *
find_image (const SmaajobCaseload *caseload, uint32_t i, SmaajobError *error)
{
  size_t size;
  const void *image = store_get_image (&caseload->store, i, &size);

  if (image != NULL && citizen_check_image (image, size, caseload->vocabulary))
    return image;
  fault (error, SMAAJOB_ERROR_DAMAGED, pointer_to ("/%u", i).text,
         "citizen number %u of the packed file is damaged; pack the documents again", i);
  return NULL;
}

const SmaajobCitizen *
caseload_get (const SmaajobCaseload *caseload, uint32_t i, CitizenCopy *copy, SmaajobError *error)
{
  const SmaajobCitizen *image;

  if (caseload->store.head == NULL)
    return caseload->citizens[i];
  image = find_image (caseload, i, error);
  if (image == NULL)
    return NULL;
  if (copy->room < image->size) {
    SmaajobCitizen *citizen = memory_resize (copy->citizen, 2 * (size_t) image->size);

    if (citizen == NULL) {
      error_memory (error);
      return NULL;
    }
    *copy = (CitizenCopy){citizen, 2 * (size_t) image->size};
  }
  memcpy (copy->citizen, image, image->size);
  copy->citizen->vocabulary = caseload->vocabulary;
  return copy->citizen;
}

const char *
smaajob_caseload_get_citizen_id_at (const SmaajobCaseload *caseload, size_t i)
{
  const SmaajobCitizen *citizen;

  if (caseload == NULL || i >= caseload->n)
    return "";
  citizen = caseload->store.head == NULL ? caseload->citizens[i]
                                         : find_image (caseload, (uint32_t) i, NULL);
  return citizen == NULL ? "" : citizen_id (citizen);
}

SmaajobCitizen *
smaajob_caseload_get_citizen_at (const SmaajobCaseload *caseload, size_t i, SmaajobError *error)
{
  const SmaajobCitizen *image;
  SmaajobCitizen *citizen;

  if (caseload == NULL || i >= caseload->n) {
    error_argument (error, "there is no citizen of this number");
    return NULL;
  }
  if (caseload->store.head == NULL)
    return (SmaajobCitizen *) citizen_take (caseload->citizens[i]);
  image = find_image (caseload, (uint32_t) i, error);
  citizen = image == NULL ? NULL : citizen_new_from_image (image, caseload->vocabulary);
  if (image != NULL && citizen == NULL)
    error_memory (error);
  return citizen;
}

size_t
smaajob_caseload_get_size_bytes (const SmaajobCaseload *caseload)
{
  if (caseload == NULL)
    return 0;
  return sizeof *caseload +
         (caseload->store.head == NULL
              ? (caseload->n + (size_t) 1) * (2 * sizeof (void *) + sizeof (uint32_t))
              : 0);
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
  caseload->ids = (Distinct){.number_of = (uint32_t *) ranks, .n = caseload->n};
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
