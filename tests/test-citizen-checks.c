/* SPDX-License-Identifier: Apache-2.0 */
#include "support-citizen.h"

START_TEST (id_is_checked)
{
  ck_assert_ptr_null (smaajob_citizen_builder_new (vocabulary, "Jens Hansen", &error));
  assert_fault (&error, SMAAJOB_ERROR_RANGE, "/id");
  ck_assert_ptr_null (strstr (error.message, "Jens"));
}
END_TEST

START_TEST (competence_is_a_concept_at_0_to_5)
{
  const struct {
    SmaajobCompetence competence;
    SmaajobErrorCode code;
    const char *pointer;
  } rows[] = {
      {{"esco:nowhere", 3, SMAAJOB_EVIDENCE_STATED},
       SMAAJOB_ERROR_UNKNOWN_CONCEPT,
       "/competencies/1/concept"},
      {{"env_noise", 3, SMAAJOB_EVIDENCE_STATED},
       SMAAJOB_ERROR_UNKNOWN_CONCEPT,
       "/competencies/1/concept"},
      {{"", 3, SMAAJOB_EVIDENCE_STATED}, SMAAJOB_ERROR_UNKNOWN_CONCEPT, "/competencies/1/concept"},
      {{REPAIR_MOBILES, 3, SMAAJOB_EVIDENCE_STATED},
       SMAAJOB_ERROR_DUPLICATE,
       "/competencies/1/concept"},
      {{DISASSEMBLE_MOBILES, 6, SMAAJOB_EVIDENCE_STATED},
       SMAAJOB_ERROR_RANGE,
       "/competencies/1/level"},
      {{DISASSEMBLE_MOBILES, -1, SMAAJOB_EVIDENCE_STATED},
       SMAAJOB_ERROR_RANGE,
       "/competencies/1/level"},
      {{DISASSEMBLE_MOBILES, 5, (SmaajobEvidence) 4},
       SMAAJOB_ERROR_RANGE,
       "/competencies/1/evidence"},
      {{DISASSEMBLE_MOBILES, 5, (SmaajobEvidence) -1},
       SMAAJOB_ERROR_RANGE,
       "/competencies/1/evidence"},
  };

  ck_assert (add_competence (REPAIR_MOBILES, 0, SMAAJOB_EVIDENCE_CERTIFIED));
  for (size_t i = 0; i < COUNT (rows); i++) {
    ck_assert (!smaajob_citizen_builder_add_competence (builder, &rows[i].competence, &error));
    assert_fault (&error, rows[i].code, rows[i].pointer);
  }
  ck_assert (add_competence (DISASSEMBLE_MOBILES, 5, SMAAJOB_EVIDENCE_STATED));
}
END_TEST

START_TEST (need_s_value_is_its_condition_s)
{
  const struct {
    const char *condition;
    double value;
    int strength;
    SmaajobErrorCode code;
    const char *pointer;
  } rows[] = {
      {"env_light", -1, 0, SMAAJOB_ERROR_RANGE, "/needs/1/tolerates"},
      {"env_light", 5, 0, SMAAJOB_ERROR_RANGE, "/needs/1/tolerates"},
      {"env_light", 2.5, 0, SMAAJOB_ERROR_RANGE, "/needs/1/tolerates"},
      {"env_light", 0.0 / 0.0, 0, SMAAJOB_ERROR_RANGE, "/needs/1/tolerates"},
      {"sup_contact", 3, 0, SMAAJOB_ERROR_RANGE, "/needs/1/requires"},
      {"sup_contact", 1.5, 0, SMAAJOB_ERROR_RANGE, "/needs/1/requires"},
      {"phy_lift", -0.001, 0, SMAAJOB_ERROR_RANGE, "/needs/1/at_most"},
      {"phy_lift", 100000.1, 0, SMAAJOB_ERROR_RANGE, "/needs/1/at_most"},
      {"phy_lift", 1e300, 0, SMAAJOB_ERROR_RANGE, "/needs/1/at_most"},
      {"phy_lift", 10.0004, 0, SMAAJOB_ERROR_RANGE, "/needs/1/at_most"},
      {"phy_lift", 9.9996, 0, SMAAJOB_ERROR_RANGE, "/needs/1/at_most"},
      {"phy_lift", 10, 3, SMAAJOB_ERROR_RANGE, "/needs/1/strength"},
      {"phy_lift", 10, -1, SMAAJOB_ERROR_RANGE, "/needs/1/strength"},
      {"env_noise", 1, 0, SMAAJOB_ERROR_DUPLICATE, "/needs/1/condition"},
      {"nowhere", 1, 0, SMAAJOB_ERROR_UNKNOWN_CONCEPT, "/needs/1/condition"},
      {"gate_age18", 1, 0, SMAAJOB_ERROR_UNKNOWN_CONCEPT, "/needs/1/condition"},
      {"tim_week_max", 1, 0, SMAAJOB_ERROR_UNKNOWN_CONCEPT, "/needs/1/condition"},
  };

  ck_assert (add_need ("env_noise", 4, SMAAJOB_STRENGTH_MUST));
  for (size_t i = 0; i < COUNT (rows); i++) {
    ck_assert (!add_need (rows[i].condition, rows[i].value, (SmaajobStrength) rows[i].strength));
    assert_fault (&error, rows[i].code, rows[i].pointer);
  }
  ck_assert_ptr_nonnull (strstr (error.message, "hours.limit"));
  ck_assert (add_need ("phy_lift", 100000, SMAAJOB_STRENGTH_MUST));
  ck_assert (add_need ("sup_contact", 0, SMAAJOB_STRENGTH_MUST));
  ck_assert (add_need ("env_light", 0, SMAAJOB_STRENGTH_MUST));
}
END_TEST

START_TEST (gate_is_answered_once)
{
  ck_assert (smaajob_citizen_builder_set_gate (builder, "gate_age18", SMAAJOB_ANSWER_YES, &error));
  ck_assert (!smaajob_citizen_builder_set_gate (builder, "gate_age18", SMAAJOB_ANSWER_NO, &error));
  assert_fault (&error, SMAAJOB_ERROR_DUPLICATE, "/gates/gate_age18");
  ck_assert (!smaajob_citizen_builder_set_gate (builder, "nowhere", SMAAJOB_ANSWER_NO, &error));
  assert_fault (&error, SMAAJOB_ERROR_UNKNOWN_CONCEPT, "/gates/nowhere");
  ck_assert (!smaajob_citizen_builder_set_gate (builder, "has a past", SMAAJOB_ANSWER_NO, &error));
  assert_fault (&error, SMAAJOB_ERROR_UNKNOWN_CONCEPT, "/gates");
  ck_assert (
      !smaajob_citizen_builder_set_gate (builder, "gate_forklift", (SmaajobAnswer) 3, &error));
  assert_fault (&error, SMAAJOB_ERROR_RANGE, "/gates/gate_forklift");
}
END_TEST

START_TEST (hours_rise_from_min_to_limit)
{
  const int no = SMAAJOB_UNKNOWN;
  const struct {
    SmaajobCitizenHours hours;
    const char *pointer, *message;
  } rows[] = {
      {{no, 12000, no, no, no}, "/hours/max", "hours.max: 200 is outside [0, 168]"},
      {{-2, no, no, no, no}, "/hours/min", "hours.min: -0.03 is outside [0, 168]"},
      {{no, no, 10081, no, no}, "/hours/limit", "hours.limit: 168.02 is outside [0, 168]"},
      {{no, no, no, 1441, no}, "/hours/max_per_day", "hours.max_per_day: 24.02 is outside [0, 24]"},
      {{no, no, no, no, 10081}, "/hours/committed", "hours.committed: 168.02 is outside [0, 168]"},
      {{720, 600, no, no, no}, "/hours/min", "hours.min: 12 is above hours.max, 10"},
      {{no, 630, 600, no, no}, "/hours/max", "hours.max: 10.5 is above hours.limit, 10"},
      {{720, no, 600, no, no}, "/hours/min", "hours.min: 12 is above hours.limit, 10"},
      {{INT32_MIN, no, no, no, no}, "/hours/min", "hours.min: -35791394.13 is outside [0, 168]"},
  };
  const SmaajobCitizenHours good[] = {
      {no, no, no, no, no}, {0, 0, 0, 0, 0}, {10080, 10080, 10080, 1440, 10080}, {5, no, 5, no, 6}};

  for (size_t i = 0; i < COUNT (rows); i++) {
    ck_assert (!smaajob_citizen_builder_set_hours (builder, &rows[i].hours, &error));
    assert_fault (&error, SMAAJOB_ERROR_RANGE, rows[i].pointer);
    ck_assert_str_eq (error.message, rows[i].message);
  }
  for (size_t i = 0; i < COUNT (good); i++)
    ck_assert (smaajob_citizen_builder_set_hours (builder, &good[i], &error));
}
END_TEST

START_TEST (window_is_checked_and_told_by_number)
{
  const SmaajobWindow good = {127, 0, 1440};
  const SmaajobWindow bad[] = {{0, 0, 15},   {128, 0, 15}, {1, 7, 15},  {1, 0, 7},
                               {1, -15, 15}, {1, 0, 1455}, {1, 30, 30}, {1, 1440, 1440}};

  ck_assert (smaajob_citizen_builder_add_window (builder, &good, &error));
  for (size_t i = 0; i < COUNT (bad); i++) {
    ck_assert (!smaajob_citizen_builder_add_window (builder, &bad[i], &error));
    assert_fault (&error, SMAAJOB_ERROR_RANGE, "/availability/1");
  }
}
END_TEST

START_TEST (known_to_be_none_is_not_unknown)
{
  SmaajobCitizen *citizen;

  ck_assert (smaajob_citizen_builder_set_needs_known (builder, &error));
  ck_assert (smaajob_citizen_builder_set_availability_known (builder, &error));
  citizen = build ();
  ck_assert (citizen->needs_known && citizen->n_needs == 0);
  ck_assert (citizen->availability_known && week_is_empty (&citizen->availability));
  smaajob_citizen_free (citizen);
}
END_TEST

START_TEST (numbers_are_kept_within_their_ranges)
{
  const double nan = 0.0 / 0.0, bad[] = {-0.001, 1.001, 0.9996, 1e-7, nan, 1e300, -1e300};

  for (size_t i = 0; i < COUNT (bad); i++) {
    ck_assert (!smaajob_citizen_builder_set_effectiveness (builder, bad[i], &error));
    assert_fault (&error, SMAAJOB_ERROR_RANGE, "/effectiveness");
    ck_assert (
        !smaajob_citizen_builder_set_attendance (builder, bad[i], SMAAJOB_CONTEXT_PAID, &error));
    assert_fault (&error, SMAAJOB_ERROR_RANGE, "/attendance/kept");
  }
  ck_assert (!smaajob_citizen_builder_set_location (builder, 90.1, 0, &error));
  assert_fault (&error, SMAAJOB_ERROR_RANGE, "/location/lat");
  ck_assert (!smaajob_citizen_builder_set_location (builder, nan, 0, &error));
  assert_fault (&error, SMAAJOB_ERROR_RANGE, "/location/lat");
  ck_assert (!smaajob_citizen_builder_set_location (builder, -90, -180.000001, &error));
  assert_fault (&error, SMAAJOB_ERROR_RANGE, "/location/lon");
  ck_assert (!smaajob_citizen_builder_set_attendance_weeks (builder, 1001, &error));
  assert_fault (&error, SMAAJOB_ERROR_RANGE, "/attendance/weeks");
  ck_assert (!smaajob_citizen_builder_set_attendance_weeks (builder, -1, &error));
  ck_assert (!smaajob_citizen_builder_set_travel (builder, SMAAJOB_MODE_WALK, 1441, &error));
  assert_fault (&error, SMAAJOB_ERROR_RANGE, "/travel/max_minutes");
  ck_assert (!smaajob_citizen_builder_set_travel (builder, SMAAJOB_MODE_WALK, -1, &error));
  ck_assert (smaajob_citizen_builder_set_effectiveness (builder, 0, &error));
  ck_assert (smaajob_citizen_builder_set_effectiveness (builder, 1, &error));
  ck_assert (smaajob_citizen_builder_set_location (builder, 90, 180, &error));
  ck_assert (smaajob_citizen_builder_set_location (builder, -90, -180, &error));
  ck_assert (smaajob_citizen_builder_set_attendance_weeks (builder, 1000, &error));
  ck_assert (smaajob_citizen_builder_set_travel (builder, SMAAJOB_MODE_CAR, 1440, &error));
  ck_assert (smaajob_citizen_builder_set_travel (builder, SMAAJOB_MODE_CAR, 0, &error));
}
END_TEST

START_TEST (names_outside_their_list_are_refused)
{
  for (int i = -1; i <= 4; i += 5) {
    ck_assert (!smaajob_citizen_builder_set_attendance (builder, 1, (SmaajobContext) i, &error));
    assert_fault (&error, SMAAJOB_ERROR_RANGE, "/attendance/context");
    ck_assert (
        !smaajob_citizen_builder_set_prerequisites (builder, (SmaajobPrerequisites) i, &error));
    assert_fault (&error, SMAAJOB_ERROR_RANGE, "/prerequisites");
    ck_assert (!smaajob_citizen_builder_set_choice (builder, (SmaajobChoice) i, &error));
    assert_fault (&error, SMAAJOB_ERROR_RANGE, "/choice");
    ck_assert (!smaajob_citizen_builder_set_purpose (builder, (SmaajobPurpose) i, &error));
    assert_fault (&error, SMAAJOB_ERROR_RANGE, "/purpose");
    ck_assert (!smaajob_citizen_builder_add_wish (builder, "46", (SmaajobWish) i, &error));
    assert_fault (&error, SMAAJOB_ERROR_RANGE, "/wishes/0/wants");
    ck_assert (!smaajob_citizen_builder_set_travel (builder, (SmaajobMode) i, 1, &error));
    assert_fault (&error, SMAAJOB_ERROR_RANGE, "/travel/mode");
  }
}
END_TEST

START_TEST (attendance_over_weeks_must_be_stated)
{
  SmaajobCitizen *citizen;

  ck_assert (smaajob_citizen_builder_set_attendance_weeks (builder, 3, &error));
  ck_assert_ptr_null (smaajob_citizen_builder_build (builder, &error));
  assert_fault (&error, SMAAJOB_ERROR_MISSING, "/attendance/kept");
  ck_assert (smaajob_citizen_builder_set_attendance (builder, 0, SMAAJOB_CONTEXT_UNKNOWN, &error));
  citizen = build ();
  smaajob_citizen_free (citizen);
}
END_TEST

START_TEST (wish_is_a_concept_or_a_sector)
{
  const char *const good[] = {"46", "46.3", "46.31", "46.31.00", "00", REPAIR_MOBILES};
  const char *const bad[] = {"4",         "463",     "46.",        "46.31.", "46.31.0",
                             "46.31.000", "46.3.00", "46.31.00.0", "a6",     "46,3",
                             "",          "nowhere", "46.31-00"};

  for (size_t i = 0; i < COUNT (good); i++) {
    ck_assert (smaajob_citizen_builder_add_wish (builder, good[i], SMAAJOB_WISH_SEEK, &error));
    ck_assert (!smaajob_citizen_builder_add_wish (builder, good[i], SMAAJOB_WISH_AVOID, &error));
    ck_assert_int_eq (error.code, SMAAJOB_ERROR_DUPLICATE);
  }
  for (size_t i = 0; i < COUNT (bad); i++) {
    ck_assert (!smaajob_citizen_builder_add_wish (builder, bad[i], SMAAJOB_WISH_SEEK, &error));
    assert_fault (&error, SMAAJOB_ERROR_UNKNOWN_CONCEPT, "/wishes/6/concept");
  }
}
END_TEST

static SmaajobVocabulary *
make_large_vocabulary (void)
{
  SmaajobVocabularyBuilder *large = smaajob_vocabulary_builder_new (NULL, NULL, &error);
  SmaajobVocabulary *made;
  const int none[] = {-1};

  for (int i = 0; i < 300; i++) {
    char id[16];
    const SmaajobCondition condition = {
        .id = id, .type = SMAAJOB_CONDITION_LIMIT, .label_da = "da"};
    const SmaajobWord gate = {id, "da", NULL};

    add_numbered (large, i, none);
    snprintf (id, sizeof id, "c%d", i);
    ck_assert (smaajob_vocabulary_builder_add_condition (large, &condition, &error));
    snprintf (id, sizeof id, "g%d", i);
    ck_assert (smaajob_vocabulary_builder_add_gate (large, &gate, &error));
  }
  made = smaajob_vocabulary_builder_build (large, &error);
  smaajob_vocabulary_builder_free (large);
  return made;
}

/* Add the i-th of a list. */
static bool
add_ith (int list, int i)
{
  char id[16];
  const SmaajobWindow window = {1, 0, 15};

  snprintf (id, sizeof id, "%c%d", "ncgn"[list], i);
  switch (list) {
  case 0:
    return add_competence (id, 1, SMAAJOB_EVIDENCE_STATED);
  case 1:
    return add_need (id, 1, SMAAJOB_STRENGTH_MUST);
  case 2:
    return smaajob_citizen_builder_set_gate (builder, id, SMAAJOB_ANSWER_YES, &error);
  case 3:
    return smaajob_citizen_builder_add_wish (builder, id, SMAAJOB_WISH_SEEK, &error);
  default:
    return smaajob_citizen_builder_add_window (builder, &window, &error);
  }
}

START_TEST (lists_end_where_they_say)
{
  const struct {
    int most;
    const char *pointer;
  } rows[] = {{256, "/competencies/256"},
              {64, "/needs/64"},
              {64, "/gates"},
              {64, "/wishes/64"},
              {336, "/availability/336"}};
  SmaajobVocabulary *large = make_large_vocabulary ();
  SmaajobCitizen *citizen;

  smaajob_citizen_builder_free (builder);
  builder = smaajob_citizen_builder_new (large, "c", &error);
  for (int list = 0; list < (int) COUNT (rows); list++) {
    for (int i = 0; i < rows[list].most; i++)
      ck_assert (add_ith (list, 299 - i));
    ck_assert (!add_ith (list, 0));
    assert_fault (&error, SMAAJOB_ERROR_SIZE, rows[list].pointer);
  }
  citizen = build ();
  ck_assert_uint_eq (citizen->first_holding[N_HOLDING_BUCKETS], 256);
  for (size_t i = 1; i < citizen->first_holding[N_HOLDING_BUCKETS]; i++)
    ck_assert_uint_lt (citizen_holdings (citizen)[i - 1].key, citizen_holdings (citizen)[i].key);
  for (size_t i = 1; i < citizen->n_gates; i++)
    ck_assert_uint_lt (citizen_gates (citizen)[i - 1].gate, citizen_gates (citizen)[i].gate);
  smaajob_citizen_free (citizen);
  smaajob_vocabulary_free (large);
}
END_TEST

int
main (void)
{
  const TTest *const checks[] = {id_is_checked,
                                 competence_is_a_concept_at_0_to_5,
                                 need_s_value_is_its_condition_s,
                                 gate_is_answered_once,
                                 hours_rise_from_min_to_limit,
                                 window_is_checked_and_told_by_number,
                                 known_to_be_none_is_not_unknown,
                                 numbers_are_kept_within_their_ranges,
                                 names_outside_their_list_are_refused,
                                 attendance_over_weeks_must_be_stated,
                                 wish_is_a_concept_or_a_sector,
                                 lists_end_where_they_say};
  Suite *suite = suite_create ("citizen");

  add_fixed_case (suite, "checks", checks, COUNT (checks));
  return run_suite (suite);
}
