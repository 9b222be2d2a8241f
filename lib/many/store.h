/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_STORE_H
#define MANY_STORE_H

#include "base/memory.h"
#include <smaajob/packing.h>
#include <string.h>

/*
 * A packed file: a head of fixed size, then sections, arrays without pointers that are mapped as
 * they are. What is small and looked at by every ranking is checked when the file is opened; an
 * image, one opening's bytes or one citizen's record, when it is looked at.
 */
#define STORE_SECTIONS 32
typedef struct {
  uint64_t offset, size; /* in bytes */
  uint64_t checksum;     /* 0 for images, which have one each */
  uint32_t item_size;
  uint32_t unused;
} StoreSection;

typedef struct {
  char magic[8];
  uint32_t order; /* STORE_ORDER as the machine writes it */
  uint32_t version;
  uint64_t layout;
  char model[16];
  uint32_t kind; /* SmaajobPackedKind */
  uint32_t n;    /* objects */
  uint64_t size; /* of the file */
  char vocabulary[72];
  StoreSection sections[STORE_SECTIONS];
  uint64_t checksum; /* of all before it */
} StoreHead;
#define STORE_MAGIC   "\211smaajob"
#define STORE_ORDER   0x01020304u
#define STORE_VERSION 11

/* Whether so many bytes begin as those of a packed file do. */
static inline bool
store_begins (const void *bytes, size_t n)
{
  const size_t size = sizeof ((StoreHead *) NULL)->magic;

  return n >= size && memcmp (bytes, STORE_MAGIC, size) == 0;
}

/* Of every kind; those of one kind follow. */
enum { STORE_IMAGES, STORE_ENTRIES, STORE_RANKS, STORE_FIRST };

/* Where an image is in its section, and what its bytes must come to. */
typedef struct {
  uint64_t offset;
  uint32_t size;
  uint32_t checksum;
} StoreEntry;

/* --- writing --- */

/* A file being written beside the one that it will replace. */
typedef struct {
  char *beside; /* NULL when there is none to remove */
  int file;
  char *buffer;
  size_t n_buffered;
  uint64_t at;
  StoreHead head;
} StoreWriter;

/* Begin; whatever comes of it, store_clear() ends it and leaves behind what store_finish() placed.
 */
bool store_create (StoreWriter *writer, const char *path, SmaajobError *error);
bool store_begin (StoreWriter *writer, int section, size_t item_size, SmaajobError *error);
bool store_append (StoreWriter *writer, const void *bytes, size_t n, SmaajobError *error);
void store_end (StoreWriter *writer, int section);
/* A whole section. */
bool store_put (StoreWriter *writer, int section, const void *items, size_t n, size_t item_size,
                SmaajobError *error);
/* All that was written so far, mapped, for file_unmap(). */
const char *store_map_written (StoreWriter *writer, SmaajobError *error);
bool store_finish (StoreWriter *writer, SmaajobError *error);
void store_clear (StoreWriter *writer);

/* --- reading --- */

typedef struct {
  const StoreHead *head; /* of the mapped file; NULL when there is none */
  size_t size;
} Store;

/* Map a file of that kind and vocabulary, by its digest. */
bool store_open (Store *store, const char *path, SmaajobPackedKind kind, const char *vocabulary,
                 SmaajobError *error);
/* What is in a section: it is inside the file, aligned, of items of that size and, but for the
   images, what was written. NULL after telling why not. */
const void *store_get (const Store *store, int section, size_t item_size, size_t *n,
                       SmaajobError *error);
/* Image number i, when it is what was written; else NULL. */
const void *store_get_image (const Store *store, uint32_t i, size_t *size);
void store_close (Store *store);
/* Tell that what is in it cannot be; false. */
bool store_fault (SmaajobError *error);

#endif
