/* SPDX-License-Identifier: Apache-2.0 */
#include "base/error.h"
#include "base/memory.h"
#include "match/match.h"
#include "text/documents.h"
#include "text/record.h"

#include <stdio.h>
#include <string.h>

static bool
check_text (const char *text, const char *pointer, SmaajobError *error)
{
  return text == NULL ? error_argument (error, "an id of the note is NULL, expected one")
                      : check_id (text, at (pointer), error);
}

static bool
check_override (const SmaajobOverride *replaced, SmaajobError *error)
{
  if (replaced == NULL)
    return true;
  if (replaced->verdict == SMAAJOB_UNKNOWN && replaced->advice == SMAAJOB_UNKNOWN)
    return fault (error, SMAAJOB_ERROR_MISSING, "/override",
                  "neither a verdict nor an advice, expected at least one");
  if (replaced->verdict != SMAAJOB_UNKNOWN &&
      !check_one_of (replaced->verdict, 4, "blocked, practice_only, unclear, fit",
                     at ("/override/verdict"), error))
    return false;
  if (replaced->advice != SMAAJOB_UNKNOWN &&
      !check_one_of (replaced->advice, 5,
                     "not_now, ask_first, practice_first, wage_in_prospect, paid_now",
                     at ("/override/advice"), error))
    return false;
  return check_text (replaced->reason, "/override/reason", error) &&
         check_text (replaced->actor, "/override/actor", error);
}

static bool
check_note (const SmaajobMatch *match, const SmaajobNote *note, SmaajobError *error)
{
  if (match == NULL || note == NULL || note->time == NULL)
    return error_argument (error, "match, note or its time is NULL, expected all of them");
  if (!instant_is_valid (note->time))
    return fault (error, SMAAJOB_ERROR_RANGE, "/time", "%s, expected " INSTANT_EXPECT,
                  told_text (note->time).text);
  return check_text (note->actor, "/actor", error) && check_override (note->replaced, error);
}

static void
write_sources (Writer *writer, const SmaajobMatch *match)
{
  write_name (writer, "digests");
  write_object (writer);
  write_string_member (writer, "citizen", digest_citizen (match->citizen).text);
  write_string_member (writer, "opening", digest_opening (match->opening).text);
  write_string_member (writer, "policy", digest_policy (match->policy).text);
  write_string_member (writer, "vocabulary", digest_vocabulary (match->citizen->vocabulary).text);
  write_object_end (writer);
}

static void
write_inputs (Writer *writer, const SmaajobMatch *match, bool digests_only)
{
  write_name (writer, "inputs");
  write_object (writer);
  if (!digests_only) {
    write_name (writer, "citizen");
    write_citizen (writer, match->citizen);
    write_name (writer, "opening");
    write_opening (writer, match->opening);
  }
  write_name (writer, "policy");
  write_policy (writer, match->policy);
  if (match->travel_minutes != SMAAJOB_UNKNOWN) {
    write_name (writer, "travel_minutes");
    write_whole (writer, match->travel_minutes);
  }
  write_object_end (writer);
}

static void
write_override (Writer *writer, const SmaajobOverride *replaced)
{
  if (replaced == NULL)
    return;
  write_name (writer, "override");
  write_object (writer);
  if (replaced->verdict != SMAAJOB_UNKNOWN)
    write_string_member (writer, "verdict",
                         smaajob_verdict_get_name ((SmaajobVerdict) replaced->verdict));
  if (replaced->advice != SMAAJOB_UNKNOWN)
    write_string_member (writer, "advice",
                         smaajob_advice_get_name ((SmaajobAdvice) replaced->advice));
  write_string_member (writer, "reason", replaced->reason);
  write_string_member (writer, "actor", replaced->actor);
  write_object_end (writer);
}

static void
write_rest (Writer *writer, const SmaajobMatch *match, const char *json, const SmaajobNote *note)
{
  write_object (writer);
  write_string_member (writer, "format", "smaajob.record/1");
  write_name (writer, "engine");
  write_object (writer);
  write_string_member (writer, "version", smaajob_get_version ());
  write_string_member (writer, "model", smaajob_get_model_version ());
  write_object_end (writer);
  write_string_member (writer, "time", note->time);
  write_string_member (writer, "actor", note->actor);
  write_sources (writer, match);
  write_inputs (writer, match, note->digests_only);
  write_name (writer, "match");
  write_json (writer, json, strlen (json));
  write_override (writer, note->replaced);
  write_object_end (writer);
}

/* The digest goes in front of the last bracket of what it is made of. */
static char *
add_digest (char *text, SmaajobError *error)
{
  const size_t n = strlen (text);
  const Digest digest = digest_bytes (text, n);
  char tail[96];
  char *longer = memory_resize (text, n + sizeof tail);

  if (longer == NULL) {
    memory_free (text);
    error_memory (error);
    return NULL;
  }
  snprintf (tail, sizeof tail, ",\"digest\":\"%s\"}", digest.text);
  memcpy (longer + n - 1, tail, strlen (tail) + 1);
  return longer;
}

static char *
write_record (const SmaajobMatch *match, const SmaajobNote *note, SmaajobError *error)
{
  Writer writer = {0};
  char *json = smaajob_match_to_json (match, error), *text;

  if (json == NULL)
    return NULL;
  write_rest (&writer, match, json, note);
  memory_free (json);
  text = writer_finish (&writer, error);
  return text == NULL ? NULL : add_digest (text, error);
}

/* Read again: what is written can be read, or it is not made. */
SmaajobRecord *
smaajob_record_new (const SmaajobMatch *match, const SmaajobNote *note, SmaajobError *error)
{
  char *text;
  SmaajobRecord *record;

  if (!check_note (match, note, error))
    return NULL;
  text = write_record (match, note, error);
  if (text == NULL)
    return NULL;
  record = smaajob_record_new_from_json (text, strlen (text), error);
  memory_free (text);
  return record;
}
