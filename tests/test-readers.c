/* SPDX-License-Identifier: Apache-2.0 */

/* What an employer reads is a function of the opening and the plan, and what a citizen reads is
   nothing before it is released: shown with planted words and numbers, and on random pairs. */
#include "effort.h"
#include "property.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#define N_WORLDS   8
#define MOST_PAIRS 6000
#define N_SPOILERS 12

static SmaajobError error;

/* Everything a reader can be given of an explanation, in every form, one after the other. */
static char *
everything_of (const SmaajobMatch *match, const SmaajobAudience *audience)
{
  SmaajobExplanation *explanation = smaajob_explain (match, audience, &error);
  char *parts[3], *whole;

  ck_assert_msg (explanation != NULL, "%s", error.message);
  parts[0] = smaajob_explanation_to_json (explanation, &error);
  parts[1] = smaajob_explanation_to_html (explanation, &error);
  parts[2] = (char *) smaajob_explanation_get_title (explanation);
  ck_assert (parts[0] != NULL && parts[1] != NULL);
  whole = calloc (1, strlen (parts[0]) + strlen (parts[1]) + strlen (parts[2]) + 1);
  for (int i = 0; i < 3; i++)
    strcat (whole, parts[i]);
  smaajob_free (parts[0]);
  smaajob_free (parts[1]);
  smaajob_explanation_free (explanation);
  return whole;
}

/* ' stands for ". Every word of the citizen's is a canary; the opening uses them too, where a match
   would otherwise not look at them. */
#define CANARY_VOCABULARY                                                                          \
  "{'format':'smaajob.vocabulary/1','version':'canary','conditions':["                             \
  "{'id':'canary_limit','kind':'environment','type':'limit','label':{'da':'Kanarie1','en':"        \
  "'Kanarie1'}},"                                                                                  \
  "{'id':'canary_ceiling','kind':'physical','type':'ceiling','unit':'kg','label':{'da':"           \
  "'Kanarie2'}},"                                                                                  \
  "{'id':'canary_provision','kind':'support','type':'provision','label':{'da':'Kanarie3'}}],"      \
  "'gates':[{'id':'canary_gate','label':{'da':'Kanarie4'}}],'competencies':["                      \
  "{'id':'canary:wide','label':{'da':'kanarie5'}},"                                                \
  "{'id':'canary:skill','label':{'da':'kanarie6'},'broader':['canary:wide']},"                     \
  "{'id':'canary:wish','label':{'da':'kanarie7'}}]}"
#define CANARY_CITIZEN                                                                             \
  "{'format':'smaajob.citizen/1','id':'canary-citizen','competencies':["                           \
  "{'concept':'canary:skill','level':2,'evidence':'stated'},"                                      \
  "{'concept':'canary:wish','level':5,'evidence':'certified'}],'needs':["                          \
  "{'condition':'canary_limit','tolerates':1,'strength':'should'},"                                \
  "{'condition':'canary_ceiling','at_most':7.318,'strength':'should'},"                            \
  "{'condition':'canary_provision','requires':2,'strength':'must'},"                               \
  "{'condition':'cog_pressure','tolerates':3,'strength':'nice'},"                                  \
  "{'condition':'tim_rest_day','requires':1,'strength':'nice'}],"                                  \
  "'gates':{'canary_gate':'unknown'},'hours':{'min':3.35,'max':9,'limit':13.85,'max_per_day':5,"   \
  "'committed':1.65},'effectiveness':0.737,"                                                       \
  "'attendance':{'kept':0.613,'weeks':919,'context':'practice'},'prerequisites':'absent',"         \
  "'choice':'pending','purpose':'other','wishes':[{'concept':'canary:wish','wants':'seek'},"       \
  "{'concept':'98.76','wants':'avoid'}],'location':{'lat':57.314159,'lon':9.271828},"              \
  "'travel':{'mode':'transit','max_minutes':77}}"
#define CANARY_OPENING                                                                             \
  "{'format':'smaajob.opening/1','id':'shop','employer':'e-1','hours':{'min':2,'max':10,"          \
  "'growth':20},'tasks':[{'id':'shelves','hours':{'max':8},'requires':["                           \
  "{'concept':'canary:wide','level':2,'importance':'should'},"                                     \
  "{'concept':'canary:skill','level':2,'importance':'must','training_weeks':3}]},"                 \
  "{'id':'till','hours':{'max':2},'requires':["                                                    \
  "{'concept':'canary:wish','level':1,'importance':'must'}]}],"                                    \
  "'exposures':{'canary_limit':3,'canary_ceiling':12},%s'gates':['canary_gate'],"                  \
  "'terms':{'paid':'yes','practice':'yes','pay_basis':'present'},"                                 \
  "'location':{'lat':57.4,'lon':9.3}}"
/* What the citizen's words and numbers look like when they show. */
static const char *const canaries[] = {
    "canary", "anarie", "737",     "613",    "919",      "7.318", "7,318",
    "3.35",   "3,35",   "13.85",   "13,85",  "1.65",     "1,65",  "57.314",
    "9.2718", "98.76",  "Branche", "Sector", "evidence",
};

static void
unquote (char *text)
{
  for (; *text != '\0'; text++)
    if (*text == '\'')
      *text = '"';
}

static SmaajobMatch *
match_canaries (const char *provisions)
{
  char vocabulary_text[] = CANARY_VOCABULARY, citizen_text[] = CANARY_CITIZEN;
  char opening_text[sizeof CANARY_OPENING + 100];
  SmaajobVocabulary *base = smaajob_vocabulary_new (&error), *vocabulary;
  SmaajobPolicy *policy = smaajob_policy_new (&error);
  SmaajobPair pair = {NULL, NULL, SMAAJOB_UNKNOWN};
  SmaajobMatch *match;

  snprintf (opening_text, sizeof opening_text, CANARY_OPENING, provisions);
  unquote (vocabulary_text);
  unquote (citizen_text);
  unquote (opening_text);
  vocabulary =
      smaajob_vocabulary_new_from_json (base, vocabulary_text, strlen (vocabulary_text), &error);
  ck_assert_msg (vocabulary != NULL, "%s", error.message);
  pair.citizen =
      smaajob_citizen_new_from_json (vocabulary, citizen_text, strlen (citizen_text), &error);
  ck_assert_msg (pair.citizen != NULL, "%s: %s", error.pointer, error.message);
  pair.opening =
      smaajob_opening_new_from_json (vocabulary, opening_text, strlen (opening_text), &error);
  ck_assert_msg (pair.opening != NULL, "%s: %s", error.pointer, error.message);
  match = smaajob_match_new (&pair, policy, &error);
  ck_assert_ptr_nonnull (match);
  smaajob_citizen_free ((SmaajobCitizen *) pair.citizen);
  smaajob_opening_free ((SmaajobOpening *) pair.opening);
  smaajob_policy_free (policy);
  smaajob_vocabulary_free (vocabulary);
  smaajob_vocabulary_free (base);
  return match;
}

static const char *const provisions[] = {"", "'provisions':{'canary_provision':0},",
                                         "'provisions':{'canary_provision':2},"};
#define N_PROVISIONS (sizeof provisions / sizeof *provisions)

START_TEST (the_caseworker_is_told_every_planted_word)
{
  static const char *const words[] = {"Kanarie1", "Kanarie2",       "Kanarie3", "Kanarie4",
                                      "anarie6",  "canary-citizen", "7.318"};
  const SmaajobAudience caseworker = {SMAAJOB_READER_CASEWORKER, "en", false, NULL};
  SmaajobMatch *match = match_canaries (provisions[0]);
  char *text = everything_of (match, &caseworker);

  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    ck_assert_msg (strstr (text, words[i]) != NULL, "%s is not told", words[i]);
  free (text);
  smaajob_match_free (match);
}
END_TEST

START_TEST (the_employer_is_told_no_planted_word_or_number)
{
  for (size_t p = 0; p < N_PROVISIONS; p++)
    for (size_t l = 0; l < smaajob_get_n_languages (); l++) {
      const SmaajobAudience employer = {SMAAJOB_READER_EMPLOYER, smaajob_get_language_at (l), true,
                                        NULL};
      SmaajobMatch *match = match_canaries (provisions[p]);
      char *text = everything_of (match, &employer);

      for (size_t i = 0; i < sizeof canaries / sizeof *canaries; i++)
        ck_assert_msg (strstr (text, canaries[i]) == NULL, "%s is told", canaries[i]);
      free (text);
      smaajob_match_free (match);
    }
}
END_TEST

START_TEST (the_employer_is_told_of_a_need_that_is_disclosed_and_of_no_other)
{
  static const struct {
    const char *disclosed, *told, *untold[2];
  } rows[] = {
      {"canary_limit", "Kanarie1", {"Kanarie2", "Kanarie3"}},
      {"canary_ceiling", "Kanarie2", {"Kanarie1", "Kanarie3"}},
      {"canary_provision", "Kanarie3", {"Kanarie1", "Kanarie2"}},
      {"env_noise,canary_provision", "Kanarie3", {"Kanarie1", "Kanarie2"}},
  };

  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    for (size_t p = 0; p < N_PROVISIONS; p++) {
      const SmaajobAudience employer = {SMAAJOB_READER_EMPLOYER, "da", false, rows[i].disclosed};
      SmaajobMatch *match = match_canaries (provisions[p]);
      char *text = everything_of (match, &employer);

      ck_assert_msg (strstr (text, rows[i].told) != NULL, "%s", rows[i].told);
      ck_assert_ptr_null (strstr (text, rows[i].untold[0]));
      ck_assert_ptr_null (strstr (text, rows[i].untold[1]));
      ck_assert_ptr_null (strstr (text, "canary-citizen"));
      free (text);
      smaajob_match_free (match);
    }
}
END_TEST

START_TEST (what_the_employer_is_told_has_no_number_of_the_citizens)
{
  static const char *const names[] = {"minutes", "present", "paid", "practice", "growth",
                                      "day",     "from",    "to",   "ask",      "by"};
  const SmaajobAudience employer = {SMAAJOB_READER_EMPLOYER, "en", false, NULL};
  SmaajobMatch *match = match_canaries (provisions[1]);
  SmaajobExplanation *explanation = smaajob_explain (match, &employer, &error);
  SmaajobValue value;

  ck_assert_uint_gt (smaajob_explanation_get_n_paragraphs (explanation), 5);
  for (size_t i = 0; i < smaajob_explanation_get_n_paragraphs (explanation); i++)
    for (size_t k = 0; (value = smaajob_explanation_get_value_at (explanation, i, k)).name != NULL;
         k++) {
      bool known = false;

      for (size_t n = 0; n < sizeof names / sizeof *names; n++)
        known |= strcmp (names[n], value.name) == 0;
      ck_assert_msg (known, "%s", value.name);
    }
  smaajob_explanation_free (explanation);
  smaajob_match_free (match);
}
END_TEST

START_TEST (the_citizen_reads_nothing_before_it_is_released)
{
  SmaajobMatch *match = match_canaries (provisions[1]);
  SmaajobAudience citizen = {SMAAJOB_READER_CITIZEN, "da", false, "canary_limit"};
  SmaajobExplanation *explanation = smaajob_explain (match, &citizen, &error);
  char *text = everything_of (match, &citizen);

  ck_assert_uint_eq (smaajob_explanation_get_n_paragraphs (explanation), 0);
  ck_assert_ptr_null (strstr (text, "shop"));
  ck_assert_ptr_null (strstr (text, "anar"));
  free (text);
  smaajob_explanation_free (explanation);
  citizen.released = true;
  text = everything_of (match, &citizen);
  ck_assert_ptr_nonnull (strstr (text, "shop"));
  ck_assert_ptr_nonnull (strstr (text, "Kanarie1"));
  free (text);
  smaajob_match_free (match);
}
END_TEST

START_TEST (the_citizen_is_asked_what_the_citizen_can_answer)
{
  SmaajobMatch *match = match_canaries (provisions[0]);
  const SmaajobAudience citizen = {SMAAJOB_READER_CITIZEN, "da", true, NULL};
  SmaajobExplanation *explanation = smaajob_explain (match, &citizen, &error);
  size_t n = 0;

  for (size_t i = 0; i < smaajob_explanation_get_n_paragraphs (explanation); i++) {
    const SmaajobParagraph said = smaajob_explanation_get_paragraph_at (explanation, i);

    if (said.section != SMAAJOB_SECTION_QUESTIONS)
      continue;
    n++;
    ck_assert_uint_eq (said.n_values, 1);
    ck_assert_str_eq (smaajob_explanation_get_value_at (explanation, i, 0).name, "ask");
    ck_assert_int_eq (smaajob_explanation_get_value_at (explanation, i, 0).number,
                      SMAAJOB_ASK_CITIZEN);
  }
  ck_assert_uint_gt (n, 0);
  smaajob_explanation_free (explanation);
  smaajob_match_free (match);
}
END_TEST

/* Ways to change the citizen's side; whether the plan stays is looked at afterwards. */
static bool
spoil (PairModel *pair, int way, Random *random)
{
  CitizenModel *citizen = &pair->citizen;

  switch (way) {
  case 0:
    draw_needs (pair->world, random, citizen);
    return true;
  case 1:
    citizen->needs_known = !citizen->needs_known;
    return true;
  case 2:
    if (!citizen->needs_known || citizen->n_needs == 0)
      return false;
    citizen->n_needs--;
    return true;
  case 3:
    if (citizen->n_competences == 0)
      return false;
    citizen->competences[0].level = random_below (random, 6);
    return true;
  case 4:
    for (int i = 0; i < citizen->n_competences; i++)
      citizen->competences[i].evidence = (SmaajobEvidence) random_below (random, 4);
    return true;
  case 5:
    citizen->complete = !citizen->complete;
    return true;
  case 6:
    citizen->kept = random_below (random, 1001);
    citizen->context = (SmaajobContext) random_below (random, 3);
    return true;
  case 7:
    citizen->prerequisites = (SmaajobPrerequisites) random_below (random, 3);
    return true;
  case 8:
    citizen->choice = (SmaajobChoice) random_below (random, 4);
    return true;
  case 9:
    citizen->purpose = (SmaajobPurpose) random_below (random, 3);
    return true;
  case 10:
    citizen->n_wishes = 0;
    return true;
  default:
    citizen->effectiveness = random_below (random, 1001);
    return pair->opening.pay_basis == SMAAJOB_PAY_BASIS_PRESENT;
  }
}

static bool
is_same_shift (SmaajobShift a, SmaajobShift b)
{
  return a.day == b.day && a.from_minute == b.from_minute && a.to_minute == b.to_minute &&
         strcmp (a.task, b.task) == 0;
}

/* The plan is its hours, what is paid for on which task, and its week. */
static bool
is_same_plan (const SmaajobMatch *a, const SmaajobMatch *b)
{
  const SmaajobPlan one = smaajob_match_get_plan (a), other = smaajob_match_get_plan (b);
  bool same = one.present_minutes == other.present_minutes &&
              one.paid_minutes == other.paid_minutes &&
              smaajob_match_get_n_shifts (a) == smaajob_match_get_n_shifts (b);

  for (size_t i = 0; same && i < smaajob_match_get_n_shifts (a); i++)
    same = is_same_shift (smaajob_match_get_shift_at (a, i), smaajob_match_get_shift_at (b, i));
  for (size_t i = 0; same && i < smaajob_match_get_n_tasks (a); i++) {
    const SmaajobTaskMatch of_a = smaajob_match_get_task_at (a, i);
    const SmaajobTaskMatch of_b = smaajob_match_get_task_at (b, i);

    same = of_a.planned_minutes_per_week == of_b.planned_minutes_per_week &&
           (of_a.planned_minutes_per_week == 0 || one.paid_minutes == 0 ||
            (of_a.verdict == SMAAJOB_TASK_PAID) == (of_b.verdict == SMAAJOB_TASK_PAID));
  }
  return same;
}

static size_t
find_difference (const char *a, const char *b)
{
  size_t i = 0;

  while (a[i] != '\0' && a[i] == b[i])
    i++;
  return i;
}

/* The condition of a need that both have alike: what is disclosed stays as it is. */
static const char *
find_common_need (const PairModel *before, const PairModel *after)
{
  const NeedModel *one = before->citizen.needs, *other = after->citizen.needs;
  const bool both = before->citizen.needs_known && after->citizen.needs_known &&
                    before->citizen.n_needs > 0 && after->citizen.n_needs > 0;

  if (!both || one->condition != other->condition || one->value != other->value)
    return NULL;
  return smaajob_vocabulary_get_condition_at (before->world->vocabulary, (size_t) one->condition)
      .id;
}

/* Whether the plan stayed; then the employer must read the same bytes. */
static bool
compare_for_employer (const PairModel *before, const PairModel *after, int *disclosed)
{
  const SmaajobAudience employer = {SMAAJOB_READER_EMPLOYER, "da", false,
                                    find_common_need (before, after)};
  Made one = make_match (before), other = make_match (after);
  const bool same = is_same_plan (one.match, other.match);

  if (same) {
    char *text = everything_of (one.match, &employer),
         *next = everything_of (other.match, &employer);

    ck_assert_msg (strcmp (text, next) == 0, "they part at …%.100s",
                   text + find_difference (text, next));
    *disclosed += employer.disclosed != NULL && strstr (text, employer.disclosed) != NULL;
    free (text);
    free (next);
  }
  unmake (&one);
  unmake (&other);
  return same;
}

START_TEST (nothing_of_the_citizens_changes_what_the_employer_reads_while_the_plan_stays)
{
  const uint64_t n = pairs_wanted (MOST_PAIRS);
  int compared[N_SPOILERS] = {0}, disclosed = 0;

  for (int number = 0; number < N_WORLDS; number++) {
    World world = world_make (1, number);

    for (uint64_t i = 0; i < n / N_WORLDS; i++) {
      Random random = random_make (77, i);
      const PairModel before = pair_draw (&world, &random, unknown_draw (&random));
      PairModel after = before;
      const int way = (int) (i % N_SPOILERS);

      if (spoil (&after, way, &random))
        compared[way] += compare_for_employer (&before, &after, &disclosed);
    }
    world_clear (&world);
  }
  for (int way = 0; way < N_SPOILERS; way++)
    ck_assert_msg (compared[way] > (int) n / 300, "way %d was compared %d times", way,
                   compared[way]);
  ck_assert_int_gt (disclosed, (int) n / 60);
}
END_TEST

/* Sections in order, what is within something behind it, and every sentence said. */
static void
assert_well_formed (const SmaajobExplanation *explanation)
{
  SmaajobParagraph before = {.section = SMAAJOB_SECTION_VERDICT};

  for (size_t i = 0; i < smaajob_explanation_get_n_paragraphs (explanation); i++) {
    const SmaajobParagraph said = smaajob_explanation_get_paragraph_at (explanation, i);

    ck_assert_int_ge (said.section, before.section);
    ck_assert (said.depth == 0 || (said.depth == 1 && said.section == before.section));
    ck_assert_str_ne (said.code, "");
    ck_assert_msg (*said.text != '\0', "%s has no text", said.code);
    ck_assert_msg (strpbrk (said.text, "{}") == NULL, "%s", said.text);
    before = said;
  }
}

/* Where some of the hours on paid tasks are practice, nobody has said which. */
static void
assert_paid_hours_are_paid (const SmaajobExplanation *explanation, const SmaajobPlan plan)
{
  static const char *const codes[] = {"shift_paid", "shift_practice", "shift_partly"};
  int sums[3] = {0};

  for (size_t i = 0; i < smaajob_explanation_get_n_paragraphs (explanation); i++)
    for (int k = 0; k < 3; k++)
      if (strcmp (smaajob_explanation_get_paragraph_at (explanation, i).code, codes[k]) == 0)
        sums[k] += smaajob_explanation_get_value_at (explanation, i, 2).number -
                   smaajob_explanation_get_value_at (explanation, i, 1).number;
  ck_assert_int_eq (sums[0] + sums[1] + sums[2], plan.present_minutes);
  ck_assert_int_eq (sums[0], sums[2] > 0 ? 0 : plan.paid_minutes);
  ck_assert (sums[2] == 0 || sums[2] > plan.paid_minutes);
}

START_TEST (every_pair_is_told_in_whole_sentences_to_every_reader)
{
  for (int number = 0; number < N_WORLDS; number++) {
    World world = world_make (1, number);

    for (uint64_t i = 0; i < pairs_wanted (MOST_PAIRS) / N_WORLDS / 3; i++) {
      Random random = random_make (99, i);
      const PairModel pair = pair_draw (&world, &random, unknown_draw (&random));
      Made made = make_match (&pair);

      for (int reader = 0; reader <= SMAAJOB_READER_EMPLOYER; reader++) {
        const SmaajobAudience audience = {(SmaajobReader) reader, i % 2 ? "da" : "en", true, NULL};
        SmaajobExplanation *explanation = smaajob_explain (made.match, &audience, &error);

        assert_well_formed (explanation);
        assert_paid_hours_are_paid (explanation, smaajob_match_get_plan (made.match));
        smaajob_explanation_free (explanation);
      }
      unmake (&made);
    }
    world_clear (&world);
  }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("readers");
  TCase *planted = tcase_create ("planted"), *generated = tcase_create ("generated");
  SRunner *runner;
  int failed;

  tcase_add_test (planted, the_caseworker_is_told_every_planted_word);
  tcase_add_test (planted, the_employer_is_told_no_planted_word_or_number);
  tcase_add_test (planted, the_employer_is_told_of_a_need_that_is_disclosed_and_of_no_other);
  tcase_add_test (planted, what_the_employer_is_told_has_no_number_of_the_citizens);
  tcase_add_test (planted, the_citizen_reads_nothing_before_it_is_released);
  tcase_add_test (planted, the_citizen_is_asked_what_the_citizen_can_answer);
  tcase_add_test (generated,
                  nothing_of_the_citizens_changes_what_the_employer_reads_while_the_plan_stays);
  tcase_add_test (generated, every_pair_is_told_in_whole_sentences_to_every_reader);
  tcase_set_timeout (generated, 300);
  suite_add_tcase (suite, planted);
  suite_add_tcase (suite, generated);
  runner = srunner_create (suite);
  srunner_run_all (runner, CK_ENV);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
