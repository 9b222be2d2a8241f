/* SPDX-License-Identifier: Apache-2.0 */
#include "text/record.h"

#include "base/error.h"
#include "base/memory.h"

#include <stdio.h>
#include <string.h>

void
error_put_under (SmaajobError *error, const char *pointer)
{
  SmaajobError inner;
  char message[sizeof inner.message];

  if (error->code == SMAAJOB_ERROR_MEMORY || error->code == SMAAJOB_ERROR_ARGUMENT)
    return;
  inner = *error;
  snprintf (error->pointer, sizeof error->pointer, "%s%.*s", pointer,
            (int) (sizeof inner.pointer - strlen (pointer) - 1), inner.pointer);
  snprintf (message, sizeof message, "%s%s%.*s", pointer + 1, *inner.pointer ? "." : ": ",
            (int) (sizeof message - strlen (pointer) - 3), inner.message);
  for (size_t i = 0; i + 1 < strlen (pointer); i++)
    if (message[i] == '/')
      message[i] = '.';
  memcpy (error->message, message, sizeof message);
  error->line = error->column = 0;
}

char *
slice_copy (Slice slice, SmaajobError *error)
{
  char *copy = memory_new (slice.n + 1);

  if (copy == NULL) {
    error_memory (error);
    return NULL;
  }
  memcpy (copy, slice.at, slice.n);
  return copy;
}

void
smaajob_record_free (SmaajobRecord *record)
{
  memory_free (record);
}

static char *
copy_of (const SmaajobRecord *record, Slice slice, SmaajobError *error)
{
  if (record != NULL)
    return slice_copy (slice, error);
  error_argument (error, "record is NULL, expected one");
  return NULL;
}

char *
smaajob_record_to_json (const SmaajobRecord *record, SmaajobError *error)
{
  return copy_of (record, record == NULL ? (Slice){NULL, 0} : (Slice){record->text, record->length},
                  error);
}

char *
smaajob_record_match_to_json (const SmaajobRecord *record, SmaajobError *error)
{
  return copy_of (record, record == NULL ? (Slice){NULL, 0} : record->match, error);
}

char *
smaajob_record_source_to_json (const SmaajobRecord *record, SmaajobSource source,
                               SmaajobError *error)
{
  Slice slice = {NULL, 0};

  if (record != NULL && (unsigned) source < N_RECORD_SOURCES)
    slice = record->sources[source];
  if (record == NULL || slice.at != NULL)
    return copy_of (record, slice, error);
  error_set (error, SMAAJOB_ERROR_MISSING, "/inputs",
             "inputs: only the digest of this document is in the record");
  return NULL;
}

bool
smaajob_record_is_whole (const SmaajobRecord *record)
{
  return record != NULL && record->sources[SMAAJOB_SOURCE_CITIZEN].at != NULL;
}

const char *
smaajob_record_get_source_digest (const SmaajobRecord *record, SmaajobSource source)
{
  return record != NULL && (unsigned) source < N_SOURCES ? record->source_digests[source].text : "";
}

const char *
smaajob_record_get_digest (const SmaajobRecord *record)
{
  return record == NULL ? "" : record->digest.text;
}

const char *
smaajob_record_get_engine_version (const SmaajobRecord *record)
{
  return record == NULL ? "" : record->engine_version;
}

const char *
smaajob_record_get_model_version (const SmaajobRecord *record)
{
  return record == NULL ? "" : record->model_version;
}

const char *
smaajob_record_get_time (const SmaajobRecord *record)
{
  return record == NULL ? "" : record->time;
}

const char *
smaajob_record_get_actor (const SmaajobRecord *record)
{
  return record == NULL ? "" : record->actor;
}

const char *
smaajob_record_get_citizen_id (const SmaajobRecord *record)
{
  return record == NULL ? "" : record->citizen;
}

const char *
smaajob_record_get_opening_id (const SmaajobRecord *record)
{
  return record == NULL ? "" : record->opening;
}

int
smaajob_record_get_travel_minutes (const SmaajobRecord *record)
{
  return record == NULL ? SMAAJOB_UNKNOWN : record->travel_minutes;
}

SmaajobOverride
smaajob_record_get_override (const SmaajobRecord *record)
{
  return record == NULL ? (SmaajobOverride){SMAAJOB_UNKNOWN, SMAAJOB_UNKNOWN, NULL, NULL}
                        : record->replaced;
}
