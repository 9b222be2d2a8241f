/* SPDX-License-Identifier: Apache-2.0 */
#include "many/store.h"

#include "base/checksum.h"
#include "base/error.h"
#include "base/file.h"
#include "data/image.h"

#include <string.h>

static const char *const kind_names[] = {"nothing", "a market", "a caseload"};

static bool
foreign (SmaajobError *error, const char *found, const char *expected)
{
  return error_set (error, SMAAJOB_ERROR_FORMAT, "", "%s, expected %s", found, expected);
}

static bool
damaged (SmaajobError *error, const char *what)
{
  return error_set (error, SMAAJOB_ERROR_DAMAGED, "", "the packed file is damaged: %s", what);
}

bool
store_fault (SmaajobError *error)
{
  return damaged (error, "its sections do not fit one another");
}

/* What another machine or build wrote may mean anything, so this comes before its checksum. */
static bool
check_origin (const StoreHead *head, SmaajobError *error)
{
  if (!store_begins (head, sizeof *head))
    return foreign (error, "not a packed file", "one that smaajob pack has written");
  if (head->order == __builtin_bswap32 (STORE_ORDER))
    return foreign (error, "packed on a machine of the other byte order",
                    "this machine's; pack the documents here");
  if (head->order != STORE_ORDER)
    return damaged (error, "its byte order is none");
  if (head->version != STORE_VERSION)
    return error_set (error, SMAAJOB_ERROR_FORMAT, "",
                      "packed in format %u, expected %d; pack the documents again", head->version,
                      STORE_VERSION);
  return true;
}

static bool
check_build (const StoreHead *head, SmaajobError *error)
{
  if (head->checksum != checksum_of (head, offsetof (StoreHead, checksum)))
    return damaged (error, "its head is not what was written");
  if (head->layout != image_layout ())
    return foreign (error, "packed by a build of another layout",
                    "this build's; pack the documents again");
  if (strncmp (head->model, smaajob_get_model_version (), sizeof head->model) != 0)
    return error_set (error, SMAAJOB_ERROR_FORMAT, "",
                      "packed for model %.15s, expected %s; pack the documents again", head->model,
                      smaajob_get_model_version ());
  return true;
}

static bool
check_content (const Store *store, SmaajobPackedKind kind, const char *vocabulary,
               SmaajobError *error)
{
  const StoreHead *head = store->head;

  if (head->kind > SMAAJOB_PACKED_CASELOAD)
    return damaged (error, "it is of no kind");
  if (head->kind != (uint32_t) kind)
    return foreign (error, kind_names[head->kind], kind_names[kind]);
  if (head->size != store->size)
    return error_set (error, SMAAJOB_ERROR_DAMAGED, "",
                      "the packed file is damaged: it has %zu bytes, expected %llu", store->size,
                      (unsigned long long) head->size);
  if (strncmp (head->vocabulary, vocabulary, sizeof head->vocabulary) != 0)
    return error_set (error, SMAAJOB_ERROR_FORMAT, "",
                      "packed with the vocabulary %.64s, expected %s", head->vocabulary,
                      vocabulary);
  return true;
}

bool
store_open (Store *store, const char *path, SmaajobPackedKind kind, const char *vocabulary,
            SmaajobError *error)
{
  uint64_t size;
  int file = file_open_regular (path, &size, error);

  if (file < 0)
    return false;
  *store = (Store){NULL, (size_t) size};
  if (size < sizeof (StoreHead))
    foreign (error, "not a packed file, or one that was cut short",
             "one that smaajob pack has written");
  else
    store->head = file_map (file, store->size, error);
  file_close (file);
  if (store->head == NULL)
    return false;
  if (check_origin (store->head, error) && check_build (store->head, error) &&
      check_content (store, kind, vocabulary, error))
    return true;
  store_close (store);
  return false;
}

const void *
store_get (const Store *store, int number, size_t item_size, size_t *n, SmaajobError *error)
{
  const StoreSection *section = &store->head->sections[number];
  const char *bytes = (const char *) store->head + section->offset;

  if (section->offset > store->size || section->size > store->size - section->offset ||
      section->offset % 8 != 0 || section->item_size != item_size ||
      section->size % item_size != 0) {
    damaged (error, "a section is not inside it");
    return NULL;
  }
  if (number != STORE_IMAGES && section->checksum != checksum_of (bytes, section->size)) {
    damaged (error, "a section is not what was written");
    return NULL;
  }
  *n = section->size / item_size;
  return bytes;
}

const void *
store_get_image (const Store *store, uint32_t i, size_t *size)
{
  const StoreSection *images = &store->head->sections[STORE_IMAGES];
  const char *bytes = (const char *) store->head;
  const StoreEntry *entry =
      (const StoreEntry *) (bytes + store->head->sections[STORE_ENTRIES].offset) + i;

  if (entry->offset % 8 != 0 || entry->offset > images->size ||
      entry->size > images->size - entry->offset)
    return NULL;
  bytes += images->offset + entry->offset;
  *size = entry->size;
  return (uint32_t) checksum_of (bytes, entry->size) == entry->checksum ? bytes : NULL;
}

void
store_close (Store *store)
{
  if (store->head != NULL)
    file_unmap (store->head, store->size);
  *store = (Store){NULL, 0};
}
