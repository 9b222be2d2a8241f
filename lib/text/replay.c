/* SPDX-License-Identifier: Apache-2.0 */
#include "base/error.h"
#include "match/match.h"
#include "text/record.h"
#include "text/same.h"

#include <stdio.h>
#include <string.h>

/* What a replay is made of; each is a reference of its own. */
typedef struct {
  SmaajobPolicy *policy;
  SmaajobCitizen *citizen;
  SmaajobOpening *opening;
} Cast;

static bool
check_there (Slice slice, const char *pointer, SmaajobError *error)
{
  return slice.at != NULL || fault (error, SMAAJOB_ERROR_MISSING, pointer,
                                    "only its digest is in the record, expected it to be given");
}

/* A word that is missing may be one that the record's own vocabulary has. */
static void
tell_fault (const SmaajobRecord *record, const SmaajobVocabulary *vocabulary, const char *pointer,
            SmaajobError *error)
{
  static const char hint[] = "; the vocabulary is another than the record's";
  const size_t room = sizeof error->message - sizeof hint;

  if (error == NULL)
    return;
  error_put_under (error, pointer);
  if (error->code == SMAAJOB_ERROR_UNKNOWN_CONCEPT && strlen (error->message) < room &&
      strcmp (digest_vocabulary (vocabulary).text,
              record->source_digests[SMAAJOB_SOURCE_VOCABULARY].text) != 0)
    memcpy (error->message + strlen (error->message), hint, sizeof hint);
}

static bool
cast_citizen (Cast *cast, const SmaajobRecord *record, const SmaajobReplay *replay,
              SmaajobError *error)
{
  const Slice slice = record->sources[SMAAJOB_SOURCE_CITIZEN];

  if (replay->citizen != NULL)
    cast->citizen = (SmaajobCitizen *) citizen_take (replay->citizen);
  else if (!check_there (slice, "/inputs/citizen", error))
    return false;
  else
    cast->citizen = smaajob_citizen_new_from_json (replay->vocabulary, slice.at, slice.n, error);
  if (cast->citizen == NULL)
    tell_fault (record, replay->vocabulary, "/inputs/citizen", error);
  return cast->citizen != NULL;
}

static bool
cast_opening (Cast *cast, const SmaajobRecord *record, const SmaajobReplay *replay,
              SmaajobError *error)
{
  const Slice slice = record->sources[SMAAJOB_SOURCE_OPENING];

  if (replay->opening != NULL)
    cast->opening = (SmaajobOpening *) opening_take (replay->opening);
  else if (!check_there (slice, "/inputs/opening", error))
    return false;
  else
    cast->opening = smaajob_opening_new_from_json (replay->vocabulary, slice.at, slice.n, error);
  if (cast->opening == NULL)
    tell_fault (record, replay->vocabulary, "/inputs/opening", error);
  return cast->opening != NULL;
}

static bool
cast_all (Cast *cast, const SmaajobRecord *record, const SmaajobReplay *replay, SmaajobError *error)
{
  const Slice slice = record->sources[SMAAJOB_SOURCE_POLICY];

  cast->policy = smaajob_policy_new_from_json (slice.at, slice.n, error);
  return cast->policy != NULL && cast_citizen (cast, record, replay, error) &&
         cast_opening (cast, record, replay, error);
}

static void
cast_free (Cast *cast)
{
  smaajob_citizen_free (cast->citizen);
  smaajob_opening_free (cast->opening);
  smaajob_policy_free (cast->policy);
}

static bool
compare (const SmaajobRecord *record, const SmaajobMatch *match, SmaajobSame *same,
         SmaajobError *error)
{
  char *json = smaajob_match_to_json (match, error);

  if (json == NULL)
    return false;
  *same = matches_compare (record->match, (Slice){json, strlen (json)});
  smaajob_free (json);
  return true;
}

static SmaajobMatch *
score_again (const SmaajobRecord *record, const SmaajobReplay *replay, Cast *cast,
             SmaajobError *error)
{
  SmaajobPair pair = {NULL, NULL, record->travel_minutes};

  if (!cast_all (cast, record, replay, error))
    return NULL;
  pair.citizen = cast->citizen;
  pair.opening = cast->opening;
  return smaajob_match_new (&pair, cast->policy, error);
}

SmaajobMatch *
smaajob_record_replay (const SmaajobRecord *record, const SmaajobReplay *replay, SmaajobSame *same,
                       SmaajobError *error)
{
  Cast cast = {NULL, NULL, NULL};
  SmaajobMatch *match;

  if (record == NULL || replay == NULL || replay->vocabulary == NULL || same == NULL) {
    error_argument (error, "record, replay, vocabulary or same is NULL, expected all of them");
    return NULL;
  }
  match = score_again (record, replay, &cast, error);
  cast_free (&cast);
  if (match != NULL && !compare (record, match, same, error)) {
    smaajob_match_free (match);
    return NULL;
  }
  return match;
}
