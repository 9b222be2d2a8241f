/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TEXT_WRITE_H
#define TEXT_WRITE_H

#include "base/sphere.h"
#include "base/week.h"
#include "words/names.h"

#include <sodium/crypto_hash_sha256.h>

/* Canonical JSON: no space, one order, shortest numbers. Goes into a buffer that grows; or, when
   there is a hash, into that, whenever the buffer is full, which is then the caller's. Once memory
   has run out the rest is dropped. */
typedef struct {
  crypto_hash_sha256_state *hash;
  char *bytes;
  size_t length, capacity;
  bool out_of_memory;
  bool needs_comma;
} Writer;

/* The text, NUL-terminated, to be freed by the caller; or NULL and the error. */
char *writer_finish (Writer *writer, SmaajobError *error);

void write_bytes (Writer *writer, const char *bytes, size_t n); /* as they are, not JSON */
void write_object (Writer *writer);
void write_object_end (Writer *writer);
void write_array (Writer *writer);
void write_array_end (Writer *writer);
void write_name (Writer *writer, const char *name);
void write_null (Writer *writer);
void write_boolean (Writer *writer, bool value);
void write_string (Writer *writer, const char *text); /* UTF-8 */
void write_whole (Writer *writer, int64_t value);
void write_thousandths (Writer *writer, int64_t thousandths); /* 900 is 0.9 */
void write_millionths (Writer *writer, int64_t millionths);
void write_hours (Writer *writer, int minutes);      /* as few decimals as give back the minute */
void write_score (Writer *writer, int thousandths);  /* 900 is 0.900; SMAAJOB_UNKNOWN is null */
void write_change (Writer *writer, int thousandths); /* −50 is -0.050 */
void write_json (Writer *writer, const char *json, size_t n); /* what is canonical already */

/* A member; nothing at all for a string that is NULL, or for what is SMAAJOB_UNKNOWN. */
void write_string_member (Writer *writer, const char *name, const char *text);
void write_hours_member (Writer *writer, const char *name, int minutes);
void write_thousandths_member (Writer *writer, const char *name, int thousandths);
void write_time_member (Writer *writer, const char *name, int minute);
void write_place_member (Writer *writer, const char *name, const Place *place);
void write_week_member (Writer *writer, const char *name, const Week *week);
/* A member; null for what is SMAAJOB_UNKNOWN. */
void write_score_member (Writer *writer, const char *name, int thousandths);
void write_amount_member (Writer *writer, const char *name, int thousandths); /* 900 is 0.9 */
void write_hours_or_null_member (Writer *writer, const char *name, int minutes);

#endif
