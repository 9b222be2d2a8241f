/* SPDX-License-Identifier: Apache-2.0 */
#include "many/store.h"

#include "base/checksum.h"
#include "base/error.h"
#include "base/file.h"
#include "data/image.h"

#include <string.h>

#define BUFFER_SIZE ((size_t) 128 << 10) /* a part of what a processor keeps near */
#define ALIGNMENT   64

bool
store_create (StoreWriter *writer, const char *path, SmaajobError *error)
{
  memset (writer, 0, sizeof *writer);
  writer->file = -1;
  writer->buffer = memory_resize (NULL, BUFFER_SIZE);
  if (writer->buffer == NULL)
    return error_memory (error);
  writer->file = file_create_beside (path, &writer->beside, error);
  return writer->file >= 0 && store_append (writer, &writer->head, sizeof writer->head, error);
}

static bool
flush (StoreWriter *writer, SmaajobError *error)
{
  size_t n = writer->n_buffered;

  writer->n_buffered = 0;
  return file_write (writer->file, writer->buffer, n, error);
}

bool
store_append (StoreWriter *writer, const void *bytes, size_t n, SmaajobError *error)
{
  const char *at = bytes;

  writer->at += n;
  while (n > 0) {
    size_t room = BUFFER_SIZE - writer->n_buffered, taken = n < room ? n : room;

    memcpy (writer->buffer + writer->n_buffered, at, taken);
    writer->n_buffered += taken;
    at += taken;
    n -= taken;
    if (writer->n_buffered == BUFFER_SIZE && !flush (writer, error))
      return false;
  }
  return true;
}

bool
store_begin (StoreWriter *writer, int section, size_t item_size, SmaajobError *error)
{
  static const char zeros[ALIGNMENT] = {0};

  if (!store_append (writer, zeros, (size_t) (-writer->at % ALIGNMENT), error))
    return false;
  writer->head.sections[section].offset = writer->at;
  writer->head.sections[section].item_size = (uint32_t) item_size;
  return true;
}

void
store_end (StoreWriter *writer, int section)
{
  StoreSection *ended = &writer->head.sections[section];

  ended->size = writer->at - ended->offset;
}

bool
store_put (StoreWriter *writer, int section, const void *items, size_t n, size_t item_size,
           SmaajobError *error)
{
  if (!store_begin (writer, section, item_size, error) ||
      !store_append (writer, items, n * item_size, error))
    return false;
  store_end (writer, section);
  writer->head.sections[section].checksum = checksum_of (items, n * item_size);
  return true;
}

const char *
store_map_written (StoreWriter *writer, SmaajobError *error)
{
  return flush (writer, error) ? file_map (writer->file, writer->at, error) : NULL;
}

bool
store_finish (StoreWriter *writer, SmaajobError *error)
{
  StoreHead *head = &writer->head;

  memcpy (head->magic, STORE_MAGIC, sizeof head->magic);
  head->order = STORE_ORDER;
  head->version = STORE_VERSION;
  head->layout = image_layout ();
  memcpy (head->model, smaajob_get_model_version (), strlen (smaajob_get_model_version ()) + 1);
  head->size = writer->at;
  head->checksum = checksum_of (head, offsetof (StoreHead, checksum));
  if (!flush (writer, error) || !file_write_at_start (writer->file, head, sizeof *head, error) ||
      !file_place (writer->file, writer->beside, error))
    return false;
  memory_free (writer->beside);
  writer->beside = NULL;
  return true;
}

void
store_clear (StoreWriter *writer)
{
  if (writer->file >= 0 && writer->beside != NULL)
    file_remove (writer->beside);
  file_close (writer->file);
  memory_free (writer->beside);
  memory_free (writer->buffer);
}
