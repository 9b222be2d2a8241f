/* SPDX-License-Identifier: Apache-2.0 */
/* Citizens as short records. SMAAJOB_TEST_SEED says which are tried. */
#include "data/citizen-record.h"

#include "many.h"
#include "support-citizen.h"

#include <smaajob/smaajob.h>

#define N_CROWDS   40
#define N_CITIZENS 30
#define MOST_BYTES 160 /* in memory, a citizen */

static void
assert_is_same (const SmaajobCitizen *made, const SmaajobCitizen *citizen)
{
  char *a = smaajob_citizen_to_json (made, &error), *b = smaajob_citizen_to_json (citizen, &error);
  const size_t head = offsetof (SmaajobCitizen, size);

  ck_assert_str_eq (a, b);
  ck_assert_uint_eq (made->size, citizen->size);
  ck_assert_mem_eq ((const char *) made + head, (const char *) citizen + head, made->size - head);
  smaajob_free (a);
  smaajob_free (b);
}

static void
assert_comes_back (const SmaajobCitizen *citizen)
{
  char record[CITIZEN_RECORD_MOST];
  const size_t size = citizen_pack (citizen, record);
  SmaajobCitizenBuilder draft;
  CitizenCopy copy = {NULL, 0};

  ck_assert_str_eq (citizen_record_id (record), smaajob_citizen_get_id (citizen));
  ck_assert (citizen_unpack (record, size, citizen->vocabulary, &draft));
  assert_is_same (citizen_make (&draft, &copy), citizen);
  memory_free (copy.citizen);
}

START_TEST (what_is_packed_comes_back_to_the_byte)
{
  const uint64_t seed = number_from ("SMAAJOB_TEST_SEED", 11);

  for (uint64_t i = 0; i < N_CROWDS; i++) {
    Crowd crowd = crowd_make (seed + i, (CrowdSort) (i % N_CROWD_SORTS), N_CITIZENS, 0);

    for (int k = 0; k < N_CITIZENS; k++)
      assert_comes_back (crowd.citizens[k]);
    crowd_clear (&crowd);
  }
}
END_TEST

/* As many of everything as a document may hold, and time in as many pieces as there can be. */
static void
say_everything (void)
{
  const size_t n_concepts = smaajob_vocabulary_get_n_concepts (vocabulary);

  for (uint32_t i = 0; i < n_concepts; i++) {
    const char *id = vocabulary_get_concept_id (vocabulary, i);

    ck_assert (add_competence (id, (int) (i % 6), (SmaajobEvidence) (i % 4)));
    ck_assert (smaajob_citizen_builder_add_wish (builder, id, (SmaajobWish) (i % 2), &error));
  }
  for (uint32_t i = 0; i < smaajob_vocabulary_get_n_conditions (vocabulary); i++) {
    const SmaajobConditionType type = vocabulary_get_condition_type (vocabulary, i);
    const double most = type == SMAAJOB_CONDITION_CEILING ? 99999.999
                        : type == SMAAJOB_CONDITION_LIMIT ? 4
                                                          : 2;

    ck_assert (add_need (vocabulary_get_condition_id (vocabulary, i), most,
                         (SmaajobStrength) (i % N_STRENGTHS)));
  }
  for (uint32_t i = 0; i < smaajob_vocabulary_get_n_gates (vocabulary); i++)
    ck_assert (smaajob_citizen_builder_set_gate (builder, vocabulary_get_gate_id (vocabulary, i),
                                                 (SmaajobAnswer) (i % 3), &error));
  ck_assert (smaajob_citizen_builder_add_wish (builder, "46.31.00", SMAAJOB_WISH_AVOID, &error));
  for (int i = 0; i < MOST_WINDOWS; i++)
    ck_assert (smaajob_citizen_builder_add_window (
        builder, &(SmaajobWindow){1u << i % 7, i / 7 * 30, i / 7 * 30 + 15}, &error));
}

static void
say_edges (bool most)
{
  const int week = most ? 10080 : SMAAJOB_UNKNOWN;
  const SmaajobCitizenHours hours = {week, week, week, most ? 1440 : 0, most ? 10080 : 0};

  ck_assert (smaajob_citizen_builder_set_hours (builder, &hours, &error));
  ck_assert (
      smaajob_citizen_builder_set_location (builder, most ? 90 : -90, most ? 180 : -180, &error));
  ck_assert (smaajob_citizen_builder_set_travel (
      builder, most ? SMAAJOB_MODE_CAR : SMAAJOB_MODE_WALK, most ? 1440 : 0, &error));
  ck_assert (smaajob_citizen_builder_set_effectiveness (builder, most, &error));
  ck_assert (smaajob_citizen_builder_set_attendance (
      builder, most, most ? SMAAJOB_CONTEXT_PAID : SMAAJOB_CONTEXT_UNKNOWN, &error));
  ck_assert (!most || smaajob_citizen_builder_set_attendance_weeks (builder, 1000, &error));
  ck_assert (smaajob_citizen_builder_set_competencies_complete (builder, most, &error));
}

START_TEST (what_is_hostile_comes_back_to_the_byte)
{
  SmaajobCitizen *citizen = build ();

  assert_comes_back (citizen); /* nothing is told */
  smaajob_citizen_free (citizen);
  for (int most = 0; most < 2; most++) {
    say_edges (most);
    citizen = build ();
    assert_comes_back (citizen);
    smaajob_citizen_free (citizen);
  }
  say_everything ();
  citizen = build ();
  assert_comes_back (citizen);
  smaajob_citizen_free (citizen);
}
END_TEST

/* Whatever is not refused is a citizen, who is written, packed and comes back. */
static bool
is_refused_or_harmless (const char *bytes, size_t size)
{
  char *record = malloc (size + 1); /* of its own, so that reading beyond it shows */
  SmaajobCitizenBuilder draft;
  SmaajobCitizen *citizen;
  bool taken;

  memcpy (record, bytes, size);
  record = realloc (record, size > 0 ? size : 1);
  taken = citizen_unpack (record, size, vocabulary, &draft);
  if (taken) {
    citizen = smaajob_citizen_builder_build (&draft, &error);
    ck_assert_msg (citizen != NULL, "%s", error.message);
    assert_comes_back (citizen);
    smaajob_citizen_free (citizen);
  }
  free (record);
  return !taken;
}

static void
damage_every_byte (const SmaajobCitizen *citizen)
{
  static const unsigned char edges[] = {0, 1, 2, 0x7f, 0x80, 0xff};
  char record[CITIZEN_RECORD_MOST];
  const size_t size = citizen_pack (citizen, record);

  for (size_t i = 0; i < size; i++) {
    const char before = record[i];

    for (int bit = 0; bit < 8; bit++) {
      record[i] = (char) (before ^ 1 << bit);
      is_refused_or_harmless (record, size);
    }
    for (size_t k = 0; k < COUNT (edges); k++) {
      record[i] = (char) edges[k];
      is_refused_or_harmless (record, size);
    }
    record[i] = before;
    ck_assert (is_refused_or_harmless (record, i));
  }
  record[size] = 0;
  ck_assert (is_refused_or_harmless (record, size + 1));
}

START_TEST (damage_of_any_byte_is_refused_or_harmless)
{
  Crowd crowd = crowd_make (5, CROWD_ANY, 12, 0);
  SmaajobVocabulary *own = vocabulary;

  vocabulary = crowd.world.vocabulary;
  for (int i = 0; i < crowd.n_citizens; i++)
    damage_every_byte (crowd.citizens[i]);
  vocabulary = own;
  crowd_clear (&crowd);
}
END_TEST

START_TEST (a_citizen_of_a_caseload_takes_at_most_160_bytes)
{
  for (uint64_t seed = 0; seed < N_CROWDS; seed++) {
    Crowd crowd = crowd_make (seed, CROWD_ANY, N_CITIZENS, 0);
    SmaajobCaseloadBuilder *none = smaajob_caseload_builder_new (crowd.world.vocabulary, &error);
    SmaajobCaseload *empty = smaajob_caseload_builder_build (none, &error);

    ck_assert_uint_le (smaajob_caseload_get_size_bytes (crowd.caseload),
                       smaajob_caseload_get_size_bytes (empty) + (size_t) N_CITIZENS * MOST_BYTES);
    smaajob_caseload_free (empty);
    smaajob_caseload_builder_free (none);
    crowd_clear (&crowd);
  }
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
      what_is_packed_comes_back_to_the_byte, what_is_hostile_comes_back_to_the_byte,
      damage_of_any_byte_is_refused_or_harmless, a_citizen_of_a_caseload_takes_at_most_160_bytes};
  Suite *suite = suite_create ("citizen-record");

  add_fixed_case (suite, "record", tests, COUNT (tests));
  return run_suite (suite);
}
