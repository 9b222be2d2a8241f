/* SPDX-License-Identifier: Apache-2.0 */
/* The names of closed lists, there and back. */
#include <check.h>
#include <smaajob/smaajob.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(list) (int) (sizeof (list) / sizeof *(list))

/* One list: its values are the numbers from first on, or bits of as many days. */
typedef struct {
  const char *list;
  int first, last;
  const char *(*get_name) (int value);
  bool (*from_name) (const char *name, int *value, SmaajobError *error);
  const char *expected; /* in the message of a fault */
} List;

/* What each list is read by, with its values as numbers. */
#define READ_BY(noun, Type, get_name, from_name)                                                   \
  static const char *noun##_get_name (int value)                                                   \
  {                                                                                                \
    return get_name ((Type) value);                                                                \
  }                                                                                                \
  static bool noun##_from_name (const char *name, int *value, SmaajobError *error)                 \
  {                                                                                                \
    Type found = (Type) *value;                                                                    \
    const bool done = from_name (name, &found, error);                                             \
                                                                                                   \
    *value = (int) found;                                                                          \
    return done;                                                                                   \
  }

READ_BY (evidence, SmaajobEvidence, smaajob_evidence_get_name, smaajob_evidence_from_name)
READ_BY (strength, SmaajobStrength, smaajob_strength_get_name, smaajob_strength_from_name)
READ_BY (answer, SmaajobAnswer, smaajob_answer_get_name, smaajob_answer_from_name)
READ_BY (prerequisites, SmaajobPrerequisites, smaajob_prerequisites_get_name,
         smaajob_prerequisites_from_name)
READ_BY (choice, SmaajobChoice, smaajob_choice_get_name, smaajob_choice_from_name)
READ_BY (purpose, SmaajobPurpose, smaajob_purpose_get_name, smaajob_purpose_from_name)
READ_BY (context, SmaajobContext, smaajob_context_get_name, smaajob_context_from_name)
READ_BY (wish, SmaajobWish, smaajob_wish_get_name, smaajob_wish_from_name)
READ_BY (mode, SmaajobMode, smaajob_mode_get_name, smaajob_mode_from_name)
READ_BY (day, SmaajobDay, smaajob_day_get_name, smaajob_day_from_name)
READ_BY (term, SmaajobTerm, smaajob_term_get_name, smaajob_term_from_name)
READ_BY (pay_basis, SmaajobPayBasis, smaajob_pay_basis_get_name, smaajob_pay_basis_from_name)
READ_BY (variation, SmaajobVariation, smaajob_variation_get_name, smaajob_variation_from_name)
READ_BY (condition_type, SmaajobConditionType, smaajob_condition_type_get_name,
         smaajob_condition_type_from_name)
READ_BY (condition_kind, SmaajobConditionKind, smaajob_condition_kind_get_name,
         smaajob_condition_kind_from_name)
READ_BY (verdict, SmaajobVerdict, smaajob_verdict_get_name, smaajob_verdict_from_name)
READ_BY (task_verdict, SmaajobTaskVerdict, smaajob_task_verdict_get_name,
         smaajob_task_verdict_from_name)
READ_BY (advice, SmaajobAdvice, smaajob_advice_get_name, smaajob_advice_from_name)
READ_BY (code, SmaajobCode, smaajob_code_get_name, smaajob_code_from_name)
READ_BY (criterion, SmaajobCriterionId, smaajob_criterion_get_name, smaajob_criterion_from_name)
READ_BY (side, SmaajobSide, smaajob_side_get_name, smaajob_side_from_name)
READ_BY (state, SmaajobState, smaajob_state_get_name, smaajob_state_from_name)
READ_BY (ask, SmaajobAsk, smaajob_ask_get_name, smaajob_ask_from_name)
READ_BY (actor, SmaajobActor, smaajob_actor_get_name, smaajob_actor_from_name)
READ_BY (reader, SmaajobReader, smaajob_reader_get_name, smaajob_reader_from_name)
READ_BY (section, SmaajobSection, smaajob_section_get_name, smaajob_section_from_name)

static const List lists[] = {
    {"evidence", SMAAJOB_EVIDENCE_STATED, SMAAJOB_EVIDENCE_CERTIFIED, evidence_get_name,
     evidence_from_name, "is not one of stated, observed, employed, certified"},
    {"strength", SMAAJOB_STRENGTH_MUST, SMAAJOB_STRENGTH_NICE, strength_get_name,
     strength_from_name, "is not one of must, should, nice"},
    {"answer", SMAAJOB_ANSWER_UNKNOWN, SMAAJOB_ANSWER_NO, answer_get_name, answer_from_name,
     "is not one of unknown, yes, no"},
    {"prerequisites", SMAAJOB_PREREQUISITES_UNKNOWN, SMAAJOB_PREREQUISITES_ABSENT,
     prerequisites_get_name, prerequisites_from_name, "is not one of unknown, present, absent"},
    {"choice", SMAAJOB_CHOICE_UNKNOWN, SMAAJOB_CHOICE_DECLINED, choice_get_name, choice_from_name,
     "is not one of unknown, informed, pending, declined"},
    {"purpose", SMAAJOB_PURPOSE_UNKNOWN, SMAAJOB_PURPOSE_OTHER, purpose_get_name, purpose_from_name,
     "is not one of unknown, pay, other"},
    {"context", SMAAJOB_CONTEXT_UNKNOWN, SMAAJOB_CONTEXT_PAID, context_get_name, context_from_name,
     "is not one of unknown, practice, paid"},
    {"wish", SMAAJOB_WISH_SEEK, SMAAJOB_WISH_AVOID, wish_get_name, wish_from_name,
     "is not one of seek, avoid"},
    {"mode", SMAAJOB_MODE_WALK, SMAAJOB_MODE_CAR, mode_get_name, mode_from_name,
     "is not one of walk, bike, transit, car"},
    {"day", SMAAJOB_DAY_MON, SMAAJOB_DAY_SUN, day_get_name, day_from_name,
     "is not one of mon, tue, wed, thu, fri, sat, sun"},
    {"term", SMAAJOB_TERM_PAID, SMAAJOB_TERM_FLEKSJOB, term_get_name, term_from_name,
     "is not one of paid, practice, hybrid, prospect, fleksjob"},
    {"pay_basis", SMAAJOB_PAY_BASIS_EFFECTIVE, SMAAJOB_PAY_BASIS_PRESENT, pay_basis_get_name,
     pay_basis_from_name, "is not one of effective, present"},
    {"variation", SMAAJOB_VARIATION_UNKNOWN, SMAAJOB_VARIATION_HIGH, variation_get_name,
     variation_from_name, "is not one of unknown, low, high"},
    {"condition_type", SMAAJOB_CONDITION_LIMIT, SMAAJOB_CONDITION_CEILING, condition_type_get_name,
     condition_type_from_name, "is not one of limit, provision, ceiling"},
    {"condition_kind", SMAAJOB_KIND_ENVIRONMENT, SMAAJOB_KIND_TRANSPORT, condition_kind_get_name,
     condition_kind_from_name,
     "is not one of environment, physical, cognitive, social, time, support, transport"},
    {"verdict", SMAAJOB_VERDICT_BLOCKED, SMAAJOB_VERDICT_FIT, verdict_get_name, verdict_from_name,
     "is not one of blocked, practice_only, unclear, fit"},
    {"task_verdict", SMAAJOB_TASK_OUT_OF_REACH, SMAAJOB_TASK_PAID, task_verdict_get_name,
     task_verdict_from_name, "is not one of out_of_reach, practice, unclear, paid"},
    {"advice", SMAAJOB_ADVICE_NOT_NOW, SMAAJOB_ADVICE_PAID_NOW, advice_get_name, advice_from_name,
     "is not one of not_now, ask_first, practice_first, wage_in_prospect, paid_now"},
    {"code", SMAAJOB_CODE_GATE_REFUSED, SMAAJOB_CODE_TERM_AGREED, code_get_name, code_from_name,
     "expected a code of a match"},
    {"criterion", SMAAJOB_CRITERION_COMPETENCE, SMAAJOB_CRITERION_TRAVEL, criterion_get_name,
     criterion_from_name,
     "is not one of competence, accommodation, hours_employer, hours_citizen, wish, travel"},
    {"side", SMAAJOB_SIDE_CITIZEN, SMAAJOB_SIDE_EMPLOYER, side_get_name, side_from_name,
     "is not one of citizen, employer"},
    {"state", SMAAJOB_STATE_MET, SMAAJOB_STATE_UNKNOWN, state_get_name, state_from_name,
     "is not one of met, short, unknown"},
    {"ask", SMAAJOB_ASK_EMPLOYER, SMAAJOB_ASK_CASEWORKER, ask_get_name, ask_from_name,
     "is not one of employer, citizen, caseworker"},
    {"actor", SMAAJOB_ACTOR_CITIZEN, SMAAJOB_ACTOR_MUNICIPALITY, actor_get_name, actor_from_name,
     "is not one of citizen, employer, municipality"},
    {"reader", SMAAJOB_READER_CASEWORKER, SMAAJOB_READER_EMPLOYER, reader_get_name,
     reader_from_name, "is not one of caseworker, citizen, employer"},
    {"section", SMAAJOB_SECTION_VERDICT, SMAAJOB_SECTION_LEVERS, section_get_name,
     section_from_name,
     "is not one of verdict, blockers, timing, tasks, week, score, attention, questions, levers"},
};

/* The value behind a value: of days the next bit. */
static int
next (const List *list, int value)
{
  return list->last == SMAAJOB_DAY_SUN ? value * 2 : value + 1;
}

START_TEST (every_name_leads_to_its_value_and_back)
{
  const List *list = &lists[_i];
  SmaajobError error;

  for (int value = list->first; value <= list->last; value = next (list, value)) {
    const char *name = list->get_name (value);
    int found = -1;

    ck_assert_str_ne (name, "");
    ck_assert_msg (list->from_name (name, &found, &error), "%s: %s", list->list, error.message);
    ck_assert_int_eq (found, value);
  }
}
END_TEST

START_TEST (value_outside_a_list_has_no_name)
{
  const List *list = &lists[_i];

  ck_assert_str_eq (list->get_name (-1), "");
  ck_assert_str_eq (list->get_name (next (list, list->last)), "");
  ck_assert_str_eq (list->get_name (list->last + 1), "");
  ck_assert_str_eq (list->get_name (1000), "");
}
END_TEST

START_TEST (name_of_no_value_is_told_with_those_that_are)
{
  static const char *const wrong[] = {
      "",      "nonsense", "Must",
      "must ", "mon,tue",  "a name that is longer than any other that there is"};
  const List *list = &lists[_i];

  for (int i = 0; i < COUNT (wrong); i++) {
    SmaajobError error;
    int value = list->first;

    ck_assert (!list->from_name (wrong[i], &value, &error));
    ck_assert_int_eq (value, list->first);
    ck_assert_int_eq (error.code, SMAAJOB_ERROR_RANGE);
    ck_assert_str_eq (error.pointer, "");
    ck_assert_ptr_nonnull (strstr (error.message, list->expected));
    ck_assert (!list->from_name (wrong[i], &value, NULL));
  }
}
END_TEST

START_TEST (message_says_what_was_found_and_what_was_expected)
{
  SmaajobStrength strength = SMAAJOB_STRENGTH_NICE;
  SmaajobError error;

  ck_assert (!smaajob_strength_from_name ("can", &strength, &error));
  ck_assert_str_eq (error.message, "can is not one of must, should, nice");
  ck_assert (!smaajob_strength_from_name ("what she said", &strength, &error));
  ck_assert_str_eq (error.message, "a string of 13 bytes is not one of must, should, nice");
  ck_assert_int_eq (strength, SMAAJOB_STRENGTH_NICE);
}
END_TEST

START_TEST (null_is_an_argument_fault)
{
  SmaajobCode code = SMAAJOB_CODE_CARVE;
  SmaajobMode mode = SMAAJOB_MODE_CAR;
  SmaajobError error;

  ck_assert (!smaajob_mode_from_name (NULL, &mode, &error));
  ck_assert_int_eq (error.code, SMAAJOB_ERROR_ARGUMENT);
  ck_assert (!smaajob_mode_from_name ("car", NULL, &error));
  ck_assert_int_eq (error.code, SMAAJOB_ERROR_ARGUMENT);
  ck_assert (!smaajob_code_from_name (NULL, &code, &error));
  ck_assert (!smaajob_code_from_name ("carve", NULL, NULL));
  ck_assert_int_eq (mode, SMAAJOB_MODE_CAR);
  ck_assert_int_eq (code, SMAAJOB_CODE_CARVE);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("name");
  TCase *whole = tcase_create ("whole");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_add_loop_test (whole, every_name_leads_to_its_value_and_back, 0, COUNT (lists));
  tcase_add_loop_test (whole, value_outside_a_list_has_no_name, 0, COUNT (lists));
  tcase_add_loop_test (whole, name_of_no_value_is_told_with_those_that_are, 0, COUNT (lists));
  tcase_add_test (whole, message_says_what_was_found_and_what_was_expected);
  tcase_add_test (whole, null_is_an_argument_fault);
  suite_add_tcase (suite, whole);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
