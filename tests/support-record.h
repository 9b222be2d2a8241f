/* SPDX-License-Identifier: Apache-2.0 */
#ifndef SUPPORT_RECORD_H
#define SUPPORT_RECORD_H

/* For tests of records: one pair, notes about it, and records that are spoilt and signed again. */

#include "support-data.h"

#include "base/memory.h"
#include "text/digest.h"

#include <smaajob/smaajob.h>

#define WHEN          "2026-11-22T14:00:00Z"
#define DIGEST_TAIL   76 /* ,"digest":"…"} without its last bracket */
#define DIGEST_LENGTH 64

static const char citizen_text[] =
    "{\"format\":\"smaajob.citizen/1\",\"id\":\"c-17\",\"needs\":[{\"condition\":\"sup_contact\","
    "\"requires\":2,\"strength\":\"must\"}],\"hours\":{\"min\":4,\"max\":10},\"effectiveness\":0."
    "7}";
static const char other_citizen_text[] =
    "{\"format\":\"smaajob.citizen/1\",\"id\":\"c-17\",\"needs\":[],\"hours\":{\"min\":4}}";
static const char opening_text[] =
    "{\"format\":\"smaajob.opening/1\",\"id\":\"o-9\",\"hours\":{\"min\":4,\"max\":12},\"tasks\":"
    "[{\"id\":\"boxes\",\"hours\":{\"max\":8},\"requires\":[]}],\"terms\":{\"paid\":\"yes\"}}";
static const SmaajobOverride changed = {SMAAJOB_VERDICT_FIT, SMAAJOB_ADVICE_PAID_NOW,
                                        "employer-confirmed", "cw-7"};
static const SmaajobNote note = {WHEN, "cw-3", false, NULL};
static const SmaajobNote digests_note = {WHEN, "cw-3", true, NULL};
static const SmaajobNote override_note = {WHEN, "cw-3", false, &changed};

static SmaajobVocabulary *vocabulary;
static SmaajobPolicy *policy;
static SmaajobCitizen *citizen, *other_citizen;
static SmaajobOpening *opening;

static inline void
set_up (void)
{
  vocabulary = smaajob_vocabulary_new (NULL);
  policy = smaajob_policy_new (NULL);
  citizen = smaajob_citizen_new_from_json (vocabulary, citizen_text, strlen (citizen_text), NULL);
  other_citizen = smaajob_citizen_new_from_json (vocabulary, other_citizen_text,
                                                 strlen (other_citizen_text), NULL);
  opening = smaajob_opening_new_from_json (vocabulary, opening_text, strlen (opening_text), NULL);
  ck_assert (citizen != NULL && other_citizen != NULL && opening != NULL);
}

static inline void
tear_down (void)
{
  smaajob_citizen_free (citizen);
  smaajob_citizen_free (other_citizen);
  smaajob_opening_free (opening);
  smaajob_policy_free (policy);
  smaajob_vocabulary_free (vocabulary);
}

static inline SmaajobRecord *
record_of (const SmaajobNote *with, int travel_minutes, SmaajobError *error)
{
  const SmaajobPair pair = {citizen, opening, travel_minutes};
  SmaajobMatch *match = smaajob_match_new (&pair, policy, error);
  SmaajobRecord *record = match == NULL ? NULL : smaajob_record_new (match, with, error);

  smaajob_match_free (match);
  return record;
}

static inline SmaajobRecord *
make_record (const SmaajobNote *with)
{
  SmaajobError error;
  SmaajobRecord *record = record_of (with, 25, &error);

  ck_assert_msg (record != NULL, "%s", error.message);
  return record;
}

static inline char *
text_of (const SmaajobNote *with)
{
  SmaajobRecord *record = make_record (with);
  char *text = smaajob_record_to_json (record, NULL);

  smaajob_record_free (record);
  return text;
}

/* With every place of one text replaced by another; takes the text. */
static inline char *
replaced (char *text, const char *from, const char *to)
{
  GString *made = g_string_new (NULL);
  const char *at = text, *found;
  char *copy;

  ck_assert_msg (strstr (text, from) != NULL, "%s is not in the record", from);
  for (; (found = strstr (at, from)) != NULL; at = found + strlen (from)) {
    g_string_append_len (made, at, found - at);
    g_string_append (made, to);
  }
  g_string_append (made, at);
  copy = memory_new (made->len + 1);
  memcpy (copy, made->str, made->len);
  g_string_free (made, TRUE);
  smaajob_free (text);
  return copy;
}

/* As if the record had been made so: with the digest that belongs to it. */
static inline char *
signed_again (char *text)
{
  const size_t n = strlen (text);
  char *tail = text + n - 1 - DIGEST_TAIL;
  const char comma = *tail;
  Digest digest;

  *tail = '}';
  digest = digest_bytes (text, n - DIGEST_TAIL);
  *tail = comma;
  memcpy (text + n - 2 - DIGEST_LENGTH, digest.text, DIGEST_LENGTH);
  return text;
}

static inline SmaajobErrorCode
read_code (const char *text, size_t length, SmaajobError *error)
{
  SmaajobRecord *record = smaajob_record_new_from_json (text, length, error);

  if (record == NULL)
    return error->code;
  smaajob_record_free (record);
  return SMAAJOB_ERROR_NONE;
}

#endif
