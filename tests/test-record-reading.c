/* SPDX-License-Identifier: Apache-2.0 */
#include "support-record.h"

START_TEST (is_read_back_to_the_same_bytes)
{
  const SmaajobNote *const notes[] = {&note, &digests_note, &override_note};

  for (size_t i = 0; i < COUNT (notes); i++) {
    char *text = text_of (notes[i]), *again;
    SmaajobRecord *record = smaajob_record_new_from_json (text, strlen (text), NULL);

    again = smaajob_record_to_json (record, NULL);
    ck_assert_str_eq (text, again);
    smaajob_record_free (record);
    smaajob_free (text);
    smaajob_free (again);
  }
}
END_TEST

/* Refused, or nothing but white space. */
static void
assert_refused_or_harmless (const char *text, size_t length, const char *original)
{
  SmaajobError error;
  SmaajobRecord *record = smaajob_record_new_from_json (text, length, &error);
  char *again;

  if (record == NULL) {
    ck_assert_int_ne (error.code, SMAAJOB_ERROR_NONE);
    return;
  }
  again = smaajob_record_to_json (record, NULL);
  ck_assert_msg (strcmp (again, original) == 0, "%.*s is taken", (int) length, text);
  smaajob_free (again);
  smaajob_record_free (record);
}

/* A byte left out, put in, replaced, or the last that is there. */
static size_t
damage (char *spoilt, const char *text, size_t n, size_t i)
{
  static const char others[] = {' ', '"', '}', '0', ','};
  const char other = others[i % COUNT (others)];

  memcpy (spoilt, text, n);
  switch (i % 4) {
  case 0:
    memmove (spoilt + i, text + i + 1, n - i - 1);
    return n - 1;
  case 1:
    memcpy (spoilt + i + 1, text + i, n - i);
    spoilt[i] = other;
    return n + 1;
  case 2:
    spoilt[i] = other;
    return n;
  default:
    return i;
  }
}

START_TEST (damage_at_any_byte_is_refused_or_harmless)
{
  char *text = text_of (&override_note);
  const size_t n = strlen (text);
  char *spoilt = malloc (n + 2);

  for (size_t i = 0; i < n; i++) {
    memcpy (spoilt, text, n);
    spoilt[i] = (char) (spoilt[i] ^ (1 << i % 7));
    assert_refused_or_harmless (spoilt, n, text);
    assert_refused_or_harmless (spoilt, damage (spoilt, text, n, i), text);
  }
  free (spoilt);
  smaajob_free (text);
}
END_TEST

START_TEST (white_space_between_the_tokens_is_no_damage)
{
  char *text = text_of (&note);
  char *spaced = replaced (text_of (&note), ",\"", " ,\n\t\"");
  SmaajobRecord *record = smaajob_record_new_from_json (spaced, strlen (spaced), NULL);
  char *again = smaajob_record_to_json (record, NULL);

  ck_assert_str_eq (text, again);
  smaajob_record_free (record);
  smaajob_free (text);
  smaajob_free (spaced);
  smaajob_free (again);
}
END_TEST

/* One change of a record that is otherwise as it must be, its digest, too. */
typedef struct {
  const char *from, *to;
  SmaajobErrorCode code;
  const char *pointer, *message;
} Spoilt;

static const Spoilt spoilt_records[] = {
    {"record/1", "record/2", SMAAJOB_ERROR_FORMAT, "/format",
     "format: smaajob.record/2 is newer than what this library reads"},
    {"record/1", "record/10", SMAAJOB_ERROR_FORMAT, "/format", "is newer than"},
    {"record/1", "record/0", SMAAJOB_ERROR_FORMAT, "/format", "smaajob.record/0, expected"},
    {"smaajob.record/1", "other.log/1", SMAAJOB_ERROR_FORMAT, "/format",
     "other.log/1, expected smaajob.record/1"},
    {"smaajob.record/1", "smaajob.match/1", SMAAJOB_ERROR_FORMAT, "/format", "smaajob.match/1"},
    {"\"model\":\"1\"", "\"model\":\"2\"", SMAAJOB_ERROR_FORMAT, "/engine/model",
     "a newer model, 2, than this library's, expected at most 1"},
    {"\"model\":\"1\"", "\"model\":\"10\",\"new\":1", SMAAJOB_ERROR_FORMAT, "/engine/model",
     "a newer model, 10"},
    {"\"model\":\"1\"", "\"model\":\"0\"", SMAAJOB_ERROR_RANGE, "/engine/model", "whole number"},
    {"\"model\":\"1\"", "\"model\":1", SMAAJOB_ERROR_TYPE, "/engine/model", "expected a string"},
    {"\"time\":\"" WHEN "\"", "\"time\":\"yesterday\"", SMAAJOB_ERROR_RANGE, "/time", "RFC 3339"},
    {"cw-3", "Hanne Jensen, epilepsy", SMAAJOB_ERROR_RANGE, "/actor", "a string of 22 bytes"},
    {"employer-confirmed", "has epilepsy", SMAAJOB_ERROR_RANGE, "/override/reason", "12 bytes"},
    {"\"cw-7\"", "\"\"", SMAAJOB_ERROR_RANGE, "/override/actor", "0 bytes"},
    {"\"verdict\":\"fit\",\"advice\":\"paid_now\",\"reason\"", "\"reason\"", SMAAJOB_ERROR_MISSING,
     "/override", "neither a verdict nor an advice"},
    {"\"advice\":\"paid_now\",\"reason\"", "\"advice\":\"epilepsy x\",\"reason\"",
     SMAAJOB_ERROR_RANGE, "/override/advice", "expected one of not_now"},
    {"\"actor\":\"cw-3\"", "\"actor\":\"cw-3\",\"epilepsy y\":1", SMAAJOB_ERROR_UNKNOWN_MEMBER, "",
     "a member of 10 bytes"},
    {"\"actor\":\"cw-3\",", "", SMAAJOB_ERROR_MISSING, "", "actor is missing"},
    {"\"travel_minutes\":25", "\"travel_minutes\":1441", SMAAJOB_ERROR_RANGE,
     "/inputs/travel_minutes", "1440"},
    {"\"travel_minutes\":25", "\"travel_minutes\":2.5", SMAAJOB_ERROR_RANGE,
     "/inputs/travel_minutes", "2.5"},
    {"\"effectiveness\":0.7", "\"effectiveness\":0.8", SMAAJOB_ERROR_DAMAGED, "/inputs/citizen",
     "not the document of digests.citizen"},
    {"\"inputs\":{\"citizen\":{\"format\":\"smaajob.citizen/1\"",
     "\"inputs\":{\"citizen\":{\"format\":\"smaajob.citizen/2\"", SMAAJOB_ERROR_FORMAT,
     "/inputs/citizen", "expected smaajob.citizen/1"},
    {"\"floor\":0.1", "\"floor\":0.2", SMAAJOB_ERROR_DAMAGED, "/inputs/policy",
     "not the document of digests.policy"},
    {"\"match\":{\"format\":\"smaajob.match/1\"", "\"match\":{\"format\":\"smaajob.match/2\"",
     SMAAJOB_ERROR_FORMAT, "/match", "expected smaajob.match/1"},
    {"\"verdict\":\"unclear\"", "\"verdict\":\"perfect\"", SMAAJOB_ERROR_RANGE, "/match/verdict",
     "match.verdict: perfect, expected one of blocked"},
};

START_TEST (what_is_wrong_is_told_by_name_and_place)
{
  SmaajobError error;

  for (size_t i = 0; i < COUNT (spoilt_records); i++) {
    const Spoilt *wanted = &spoilt_records[i];
    char *text = signed_again (replaced (text_of (&override_note), wanted->from, wanted->to));

    ck_assert_msg (read_code (text, strlen (text), &error) == wanted->code, "%s: %s: %s",
                   wanted->to, smaajob_error_code_get_name (error.code), error.message);
    ck_assert_str_eq (error.pointer, wanted->pointer);
    ck_assert_msg (strstr (error.message, wanted->message) != NULL, "%s", error.message);
    ck_assert_uint_eq (error.line, 1);
    ck_assert_uint_gt (error.column, 0);
    ck_assert_ptr_null (strstr (error.message, "epilepsy"));
    ck_assert_ptr_null (strstr (error.pointer, "epilepsy"));
    smaajob_free (text);
  }
}
END_TEST

START_TEST (a_digest_that_is_not_there_or_not_last_is_told)
{
  static const char no_text[] = "{\"format\":\"smaajob.record/1\",\"digest\":7}";
  static const char nothing[] = "{\"format\":\"smaajob.record/1\"}";
  SmaajobError error;
  char *text = text_of (&note), *moved;
  const size_t n = strlen (text);

  moved = replaced (text_of (&note), "\"time\"", "\"digest\":\"x\",\"time\"");
  ck_assert_int_eq (read_code (moved, strlen (moved), &error), SMAAJOB_ERROR_DUPLICATE);
  smaajob_free (moved);
  text[n - 1 - DIGEST_TAIL] = '}';
  ck_assert_int_eq (read_code (text, n - DIGEST_TAIL, &error), SMAAJOB_ERROR_MISSING);
  assert_fault (&error, SMAAJOB_ERROR_MISSING, "");
  text[n - 1 - DIGEST_TAIL] = ',';
  text[n - 3] = (char) (text[n - 3] ^ 1);
  ck_assert_int_eq (read_code (text, n, &error), SMAAJOB_ERROR_DAMAGED);
  assert_fault (&error, SMAAJOB_ERROR_DAMAGED, "/digest");
  ck_assert_str_eq (smaajob_error_code_get_name (error.code), "damaged");
  smaajob_free (text);
  ck_assert_int_eq (read_code (no_text, strlen (no_text), &error), SMAAJOB_ERROR_DAMAGED);
  ck_assert_int_eq (read_code (nothing, strlen (nothing), &error), SMAAJOB_ERROR_MISSING);
}
END_TEST

START_TEST (citizen_and_opening_are_there_both_or_not_at_all)
{
  SmaajobError error;
  char *made = smaajob_citizen_to_json (citizen, NULL), *member;
  char *text = text_of (&note);

  member = g_strconcat ("\"citizen\":", made, ",", NULL);
  text = signed_again (replaced (text, member, ""));
  ck_assert_int_eq (read_code (text, strlen (text), &error), SMAAJOB_ERROR_MISSING);
  assert_fault (&error, SMAAJOB_ERROR_MISSING, "/inputs");
  free (member);
  smaajob_free (made);
  smaajob_free (text);
}
END_TEST

START_TEST (a_record_and_its_match_must_agree)
{
  SmaajobError error;
  char *engine = g_strconcat ("/1\",\"engine\":{\"version\":\"", smaajob_get_version (), NULL);
  char *text = text_of (&note), *digests = strstr (text, "\"digests\":{");

  digests[strlen ("\"digests\":{\"citizen\":\"")] ^= 1; /* 0–9, a–f: another digit, or one beyond */
  signed_again (text);
  ck_assert_int_ne (read_code (text, strlen (text), &error), SMAAJOB_ERROR_NONE);
  smaajob_free (text);
  text = signed_again (replaced (text_of (&note), "record/1\",\"engine\":{\"version\":\"",
                                 "record/1\",\"engine\":{\"version\":\"9"));
  ck_assert_int_eq (read_code (text, strlen (text), &error), SMAAJOB_ERROR_DAMAGED);
  assert_fault (&error, SMAAJOB_ERROR_DAMAGED, "/engine");
  smaajob_free (text);
  free (engine);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
      is_read_back_to_the_same_bytes,
      damage_at_any_byte_is_refused_or_harmless,
      white_space_between_the_tokens_is_no_damage,
      what_is_wrong_is_told_by_name_and_place,
      a_digest_that_is_not_there_or_not_last_is_told,
      citizen_and_opening_are_there_both_or_not_at_all,
      a_record_and_its_match_must_agree,
  };
  Suite *suite = suite_create ("record");

  tcase_add_checked_fixture (add_case (suite, "reading", tests, COUNT (tests)), set_up, tear_down);
  return run_suite (suite);
}
