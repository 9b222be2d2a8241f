/* SPDX-License-Identifier: Apache-2.0 */
#ifndef SMAAJOB_RECORD_H
#define SMAAJOB_RECORD_H

/**
 * @file record.h
 * A record: what a match was made of, when and by whom, and what a professional made of it, so that
 * it can be made again and found to be the same.
 *
 * A record holds no free text: an override is explained by the id of a reason; what there is to say
 * about a person belongs in the case system. Keep its bytes as they are: its digest is over them,
 * white space apart. Immutable; strings it gives are borrowed from it. With digests only, the
 * documents stay out, but not the match, whose items tell of needs: it is as personal as they are.
 */

#include <smaajob/difference.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct _SmaajobRecord SmaajobRecord;

/** What a match is made of. */
typedef enum {
  SMAAJOB_SOURCE_CITIZEN = 0,
  SMAAJOB_SOURCE_OPENING = 1,
  SMAAJOB_SOURCE_POLICY = 2,
  SMAAJOB_SOURCE_VOCABULARY = 3
} SmaajobSource;

/** What a professional decided instead: a verdict, an advice, or both. */
typedef struct {
  int verdict;        /**< a SmaajobVerdict; SMAAJOB_UNKNOWN when it stands */
  int advice;         /**< a SmaajobAdvice; SMAAJOB_UNKNOWN when it stands */
  const char *reason; /**< an id out of the case system's own list, 1–128 of [A-Za-z0-9._:-] */
  const char *actor;  /**< the id of the professional */
} SmaajobOverride;

/** What the caller adds to a match. */
typedef struct {
  const char *time;  /**< RFC 3339 with Z or an offset, such as "2026-11-22T14:00:00Z" */
  const char *actor; /**< the id of whoever, or whatever, had the match made */
  bool digests_only; /**< leave the citizen and the opening out; whoever replays gives them */
  const SmaajobOverride *replaced; /**< NULL when the match stands as it is */
} SmaajobNote;

/** What is needed to score a record again; the objects are borrowed. */
typedef struct {
  SmaajobVocabulary *vocabulary;
  const SmaajobCitizen *citizen; /**< NULL: the one in the record */
  const SmaajobOpening *opening; /**< NULL: the one in the record */
} SmaajobReplay;

/**
 * A record of a match; free with smaajob_record_free().
 * Fails: argument (NULL), range (time, ids, override), missing (an override of nothing), size,
 * memory.
 */
SMAAJOB_API SmaajobRecord *smaajob_record_new (const SmaajobMatch *match, const SmaajobNote *note,
                                               SmaajobError *error);
/**
 * A record from a `smaajob.record/1` document. Fails as every reader of documents; also `damaged`,
 * when its digest is not that of its content; and `format`, when it is of another format, or when
 * the format or the model is newer than this library's: the message says so.
 * @param length of @p json in bytes, at most 4 MiB; the text need not end in a NUL
 */
SMAAJOB_API SmaajobRecord *smaajob_record_new_from_json (const char *json, size_t length,
                                                         SmaajobError *error);
/** Free a record; NULL is allowed. */
SMAAJOB_API void smaajob_record_free (SmaajobRecord *record);
/** The record as canonical JSON: the same bytes for ever; free with smaajob_free(). Fails: memory.
 */
SMAAJOB_API char *smaajob_record_to_json (const SmaajobRecord *record, SmaajobError *error);
/** The match in it, `smaajob.match/1`; free with smaajob_free(). Fails: memory. */
SMAAJOB_API char *smaajob_record_match_to_json (const SmaajobRecord *record, SmaajobError *error);
/** A document in it; free with smaajob_free(). Fails: missing (only its digest is there), memory.
 */
SMAAJOB_API char *smaajob_record_source_to_json (const SmaajobRecord *record, SmaajobSource source,
                                                 SmaajobError *error);
/** Whether the citizen and the opening are in it whole. */
SMAAJOB_API bool smaajob_record_is_whole (const SmaajobRecord *record);
/** The digest of a document the match was made of, as a match tells it; "" outside the enum. */
SMAAJOB_API const char *smaajob_record_get_source_digest (const SmaajobRecord *record,
                                                          SmaajobSource source);
/** The digest of the record itself: SHA-256 of its canonical bytes without this member. */
SMAAJOB_API const char *smaajob_record_get_digest (const SmaajobRecord *record);
/** The version of the library that made the match. */
SMAAJOB_API const char *smaajob_record_get_engine_version (const SmaajobRecord *record);
/** The version of the model that made the match. */
SMAAJOB_API const char *smaajob_record_get_model_version (const SmaajobRecord *record);
/** When, as the caller said. */
SMAAJOB_API const char *smaajob_record_get_time (const SmaajobRecord *record);
/** The id of whoever had the match made. */
SMAAJOB_API const char *smaajob_record_get_actor (const SmaajobRecord *record);
/** The citizen's id. */
SMAAJOB_API const char *smaajob_record_get_citizen_id (const SmaajobRecord *record);
/** The opening's id. */
SMAAJOB_API const char *smaajob_record_get_opening_id (const SmaajobRecord *record);
/** Minutes of travel each way that the caller gave; SMAAJOB_UNKNOWN when none were given. */
SMAAJOB_API int smaajob_record_get_travel_minutes (const SmaajobRecord *record);
/** What a professional decided instead; its strings are NULL when the match stands as it is. */
SMAAJOB_API SmaajobOverride smaajob_record_get_override (const SmaajobRecord *record);

/**
 * Score a record again, and compare with what it holds: the new match, which makes a
 * SmaajobDifference with the old one; free with smaajob_match_free(). That something differs is a
 * result, not a fault.
 * @param same what is the same: filled on success, unchanged on failure
 * Fails: argument (NULL, objects of another vocabulary), missing (only a digest is there and no
 * object was given), unknown_concept (the vocabulary lacks a word that the record uses), memory.
 */
SMAAJOB_API SmaajobMatch *smaajob_record_replay (const SmaajobRecord *record,
                                                 const SmaajobReplay *replay, SmaajobSame *same,
                                                 SmaajobError *error);

#ifdef __cplusplus
}
#endif
#endif
