/* SPDX-License-Identifier: Apache-2.0 */
#include "base/error.h"
#include "base/memory.h"
#include "text/read-match.h"
#include "text/read-values.h"
#include "text/record.h"

#include <stdio.h>
#include <string.h>

/* How every record ends; the digits of the digest are between the two. */
#define DIGEST_HEAD   ",\"digest\":\""
#define DIGEST_TAIL   "\"}"
#define DIGEST_LENGTH 64

typedef SmaajobRecord Record;

static const char *const source_names[N_SOURCES] = {"citizen", "opening", "policy", "vocabulary"};
static const char *const source_pointers[N_RECORD_SOURCES] = {"/inputs/citizen", "/inputs/opening",
                                                              "/inputs/policy"};

/* A version of the model is a whole number; it may be one that no int holds. */
static bool
is_model (const char *text)
{
  return *text >= '1' && *text <= '9' && strspn (text, "0123456789") == strlen (text);
}

static bool
is_newer_model (const char *text)
{
  const char *ours = smaajob_get_model_version ();
  const size_t n = strlen (text), n_ours = strlen (ours);

  return is_model (text) && (n > n_ours || (n == n_ours && strcmp (text, ours) > 0));
}

/* Before anything else is looked at: a newer record may have members that are not known here. */
static bool
check_model (Reader *reader)
{
  const Json *engine = json_find (reader->root, "engine"), *model = NULL;
  char message[160];

  if (engine != NULL && json_get_type (engine) == JSON_OBJECT)
    model = json_find (engine, "model");
  if (model == NULL || json_get_type (model) != JSON_STRING ||
      !is_newer_model (json_get_string (model)))
    return true;
  snprintf (message, sizeof message,
            "the record is of a newer model, %s, than this library's, expected at most %s",
            told_text (json_get_string (model)).text, smaajob_get_model_version ());
  return reader_fault (reader, model, SMAAJOB_ERROR_FORMAT, message);
}

static bool
damaged (Reader *reader, const Json *json, const char *message)
{
  return reader_fault (reader, json, SMAAJOB_ERROR_DAMAGED, message);
}

/* The digest is over all the rest, as if it ended there. */
static Digest
compute_digest (Record *record, size_t n)
{
  const char comma = record->text[n];
  Digest digest;

  record->text[n] = '}';
  digest = digest_bytes (record->text, n + 1);
  record->text[n] = comma;
  return digest;
}

static bool
check_digest (Reader *reader, Record *record)
{
  const size_t size = strlen (DIGEST_HEAD) + DIGEST_LENGTH + strlen (DIGEST_TAIL);
  const Json *json = json_find (reader->root, "digest");
  const char *tail = record->text + record->length - size;

  if (json == NULL)
    return reader_fault (reader, reader->root, SMAAJOB_ERROR_MISSING,
                         "digest is missing, expected it");
  if (record->length < size || memcmp (tail, DIGEST_HEAD, strlen (DIGEST_HEAD)) != 0 ||
      json_get_type (json) != JSON_STRING || strlen (json_get_string (json)) != DIGEST_LENGTH)
    return damaged (reader, json, "not 64 digits at the end of the record, expected its digest");
  record->digest = compute_digest (record, record->length - size);
  return strcmp (record->digest.text, json_get_string (json)) == 0 ||
         damaged (reader, json, "the record is damaged: it is not what this digest was made of");
}

static bool
has_format (Reader *reader, const Json *document, const char *name)
{
  const Json *format = json_find (document, "format");
  char wanted[32], message[80];

  snprintf (wanted, sizeof wanted, "smaajob.%s/1", name);
  if (format != NULL && json_get_type (format) == JSON_STRING &&
      strcmp (json_get_string (format), wanted) == 0)
    return true;
  snprintf (message, sizeof message, "another kind of document, expected %s", wanted);
  return reader_fault (reader, document, SMAAJOB_ERROR_FORMAT, message);
}

static bool
read_source (Reader *reader, const Json *json, Record *record, int source)
{
  const Slice text = {record->text, record->length};
  char message[80];
  Slice *slice = &record->sources[source];

  if (json == NULL)
    return true;
  if (!has_format (reader, json, source_names[source]))
    return false;
  *slice = scan_find (text, source_pointers[source]);
  snprintf (message, sizeof message, "not the document of digests.%s, expected that",
            source_names[source]);
  return strcmp (digest_bytes (slice->at, slice->n).text, record->source_digests[source].text) ==
             0 ||
         damaged (reader, json, message);
}

static bool
check_policy (Reader *reader, const Record *record)
{
  const Slice slice = record->sources[SMAAJOB_SOURCE_POLICY];
  SmaajobPolicy *policy = smaajob_policy_new_from_json (slice.at, slice.n, &reader->error);
  const bool good = policy != NULL;

  if (!good)
    error_put_under (&reader->error, source_pointers[SMAAJOB_SOURCE_POLICY]);
  smaajob_policy_free (policy);
  return good;
}

static bool
read_travel (Reader *reader, const Json *json, Record *record)
{
  record->travel_minutes = member_get_whole (json, SMAAJOB_UNKNOWN);
  return record->travel_minutes <= 1440 ||
         reader_fault (reader, json, SMAAJOB_ERROR_RANGE,
                       "more than 1440, expected minutes from 0 to 1440");
}

static bool
read_inputs (Reader *reader, const Json *json, Record *record)
{
  static const Member members[] = {
      {"citizen", MEMBER_OBJECT, MEMBER_OPTIONAL, NULL, NULL},
      {"opening", MEMBER_OBJECT, MEMBER_OPTIONAL, NULL, NULL},
      {"policy", MEMBER_OBJECT, MEMBER_REQUIRED, NULL, NULL},
      {"travel_minutes", MEMBER_WHOLE, MEMBER_OPTIONAL, "a whole number 0–1440", NULL},
      {.name = ""},
  };
  const Json *found[4];

  if (!reader_check_members (reader, json, members, found))
    return false;
  if ((found[0] == NULL) != (found[1] == NULL))
    return reader_fault (reader, json, SMAAJOB_ERROR_MISSING,
                         "one of citizen and opening, expected both or none");
  return read_source (reader, found[0], record, SMAAJOB_SOURCE_CITIZEN) &&
         read_source (reader, found[1], record, SMAAJOB_SOURCE_OPENING) &&
         read_source (reader, found[2], record, SMAAJOB_SOURCE_POLICY) &&
         check_policy (reader, record) && read_travel (reader, found[3], record);
}

static void
copy_string (char *copy, const Json *json)
{
  const char *text = json_get_string (json);

  memcpy (copy, text, strlen (text) + 1);
}

static bool
read_override (Reader *reader, const Json *json, Record *record)
{
  static const Member members[] = {
      {"verdict", MEMBER_NAME, MEMBER_OPTIONAL, NULL, names_of_verdict},
      {"advice", MEMBER_NAME, MEMBER_OPTIONAL, NULL, names_of_advice},
      {"reason", MEMBER_STRING, MEMBER_REQUIRED, READER_EXPECT_ID, NULL},
      {"actor", MEMBER_STRING, MEMBER_REQUIRED, READER_EXPECT_ID, NULL},
      {.name = ""},
  };
  const Json *found[4];

  record->replaced = (SmaajobOverride){SMAAJOB_UNKNOWN, SMAAJOB_UNKNOWN, NULL, NULL};
  if (json == NULL)
    return true;
  if (!reader_check_members (reader, json, members, found) || !read_id (reader, found[2]) ||
      !read_id (reader, found[3]))
    return false;
  if (found[0] == NULL && found[1] == NULL)
    return reader_fault (reader, json, SMAAJOB_ERROR_MISSING,
                         "neither a verdict nor an advice, expected at least one");
  copy_string (record->override_reason, found[2]);
  copy_string (record->override_actor, found[3]);
  record->replaced = (SmaajobOverride){
      member_get_name (found[0], names_of_verdict, SMAAJOB_UNKNOWN),
      member_get_name (found[1], names_of_advice, SMAAJOB_UNKNOWN),
      record->override_reason,
      record->override_actor,
  };
  return true;
}

static bool
is_same_member (const Json *a, const Json *b, const char *name)
{
  return strcmp (json_get_string (json_find (a, name)), json_get_string (json_find (b, name))) == 0;
}

/* What the record says of its match is what the match says. */
static bool
check_match (Reader *reader, const Json *engine, const Json *digests, const MatchDocument *match)
{
  for (int source = 0; source < N_SOURCES; source++)
    if (!is_same_member (digests, match->digests, source_names[source]))
      return damaged (reader, json_find (digests, source_names[source]),
                      "not the digest that the match has, expected that");
  return (is_same_member (engine, match->engine, "version") &&
          is_same_member (engine, match->engine, "model")) ||
         damaged (reader, engine, "not the engine that the match has, expected that");
}

static bool
read_match_member (Reader *reader, const Json *json, Record *record, MatchDocument *match)
{
  const Slice text = {record->text, record->length};

  if (!has_format (reader, json, "match") || !read_match (reader, json, match))
    return false;
  memcpy (record->citizen, match->citizen, strlen (match->citizen) + 1);
  memcpy (record->opening, match->opening, strlen (match->opening) + 1);
  record->match = scan_find (text, "/match");
  return true;
}

static bool
read_engine_member (Reader *reader, const Json *json, Record *record)
{
  const Json *model;

  if (!read_engine (reader, json))
    return false;
  model = json_find (json, "model");
  if (!is_model (json_get_string (model)))
    return reader_fault (reader, model, SMAAJOB_ERROR_RANGE,
                         "not a version of the model, expected a whole number such as 1");
  copy_string (record->engine_version, json_find (json, "version"));
  copy_string (record->model_version, model);
  return true;
}

static bool
read_digests_member (Reader *reader, const Json *json, Record *record)
{
  if (!read_digests (reader, json))
    return false;
  for (int source = 0; source < N_SOURCES; source++)
    copy_string (record->source_digests[source].text, json_find (json, source_names[source]));
  return true;
}

static bool
read_time_member (Reader *reader, const Json *json, Record *record)
{
  char message[160];

  if (instant_is_valid (json_get_string (json))) {
    copy_string (record->time, json);
    return true;
  }
  snprintf (message, sizeof message, "%s, expected " INSTANT_EXPECT,
            told_text (json_get_string (json)).text);
  return reader_fault (reader, json, SMAAJOB_ERROR_RANGE, message);
}

static bool
read_actor_member (Reader *reader, const Json *json, Record *record)
{
  if (!read_id (reader, json))
    return false;
  copy_string (record->actor, json);
  return true;
}

enum { FORMAT, ENGINE, TIME, ACTOR, DIGESTS, INPUTS, MATCH, OVERRIDE, DIGEST, N_MEMBERS };

static const Member record_members[] = {
    [FORMAT] = {"format", MEMBER_STRING, MEMBER_REQUIRED, NULL, NULL},
    [ENGINE] = {"engine", MEMBER_OBJECT, MEMBER_REQUIRED, NULL, NULL},
    [TIME] = {"time", MEMBER_STRING, MEMBER_REQUIRED, INSTANT_EXPECT, NULL},
    [ACTOR] = {"actor", MEMBER_STRING, MEMBER_REQUIRED, READER_EXPECT_ID, NULL},
    [DIGESTS] = {"digests", MEMBER_OBJECT, MEMBER_REQUIRED, NULL, NULL},
    [INPUTS] = {"inputs", MEMBER_OBJECT, MEMBER_REQUIRED, NULL, NULL},
    [MATCH] = {"match", MEMBER_OBJECT, MEMBER_REQUIRED, NULL, NULL},
    [OVERRIDE] = {"override", MEMBER_OBJECT, MEMBER_OPTIONAL, NULL, NULL},
    [DIGEST] = {"digest", MEMBER_STRING, MEMBER_REQUIRED, NULL, NULL},
    [N_MEMBERS] = {.name = ""},
};

static bool
read_members (Reader *reader, Record *record)
{
  const Json *found[N_MEMBERS];
  MatchDocument match;

  return reader_check_members (reader, reader->root, record_members, found) &&
         read_engine_member (reader, found[ENGINE], record) &&
         read_time_member (reader, found[TIME], record) &&
         read_actor_member (reader, found[ACTOR], record) &&
         read_digests_member (reader, found[DIGESTS], record) &&
         read_inputs (reader, found[INPUTS], record) &&
         read_match_member (reader, found[MATCH], record, &match) &&
         check_match (reader, found[ENGINE], found[DIGESTS], &match) &&
         read_override (reader, found[OVERRIDE], record);
}

static Record *
read_record (Reader *reader)
{
  Record *record = memory_new (sizeof *record + reader->length + 1);

  if (record == NULL) {
    error_memory (&reader->error);
    return NULL;
  }
  record->length = scan_minify (reader->text, reader->length, record->text);
  if (check_digest (reader, record) && read_members (reader, record))
    return record;
  memory_free (record);
  return NULL;
}

SmaajobRecord *
smaajob_record_new_from_json (const char *json, size_t length, SmaajobError *error)
{
  Reader reader;
  Record *record = NULL;

  if (reader_open (&reader, json, length, "smaajob.record/1") && check_model (&reader))
    record = read_record (&reader);
  return reader_close (&reader, record, error);
}
