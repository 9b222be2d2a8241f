/* SPDX-License-Identifier: Apache-2.0 */
#include <smaajob/smaajob.h>

#include <check.h>
#include <cjson/cJSON.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The vectors are shared by every language: tests/vectors/authored says what each one shows. */

#define FOLDER       "tests/vectors"
#define LEAST        1000
#define MOST_FILES   64
#define LONGEST_PATH 512

typedef void (*Look) (const cJSON *vector, const char *text);

/* What a vector holds, read. */
typedef struct {
  SmaajobVocabulary *words;
  SmaajobCitizen *citizen;
  SmaajobOpening *opening;
  SmaajobPolicy *policy;
  SmaajobPair pair;
} Given;

static SmaajobVocabulary *builtin;
static size_t n_vectors;

static const cJSON *
member (const cJSON *object, const char *name)
{
  return cJSON_GetObjectItemCaseSensitive (object, name);
}

/* The member as JSON, to be freed; NULL when it is not there. */
static char *
print_member (const cJSON *vector, const char *name, size_t *length)
{
  const cJSON *found = member (vector, name);
  char *json = found == NULL ? NULL : cJSON_PrintUnformatted (found);

  *length = json == NULL ? 0 : strlen (json);
  return json;
}

static SmaajobVocabulary *
read_vocabulary (const cJSON *vector, SmaajobError *error)
{
  size_t length;
  char *json = print_member (vector, "vocabulary", &length);
  SmaajobVocabulary *words =
      json == NULL ? NULL : smaajob_vocabulary_new_from_json (builtin, json, length, error);

  ck_assert_msg (json == NULL || words != NULL, "%s", error->message);
  free (json);
  return words;
}

static SmaajobPolicy *
read_policy (const cJSON *vector, SmaajobError *error)
{
  size_t length;
  char *json = print_member (vector, "policy", &length);
  SmaajobPolicy *policy = json == NULL ? smaajob_policy_new (error)
                                       : smaajob_policy_new_from_json (json, length, error);

  ck_assert_msg (policy != NULL, "%s", error->message);
  free (json);
  return policy;
}

static void
given_read (Given *given, const cJSON *vector)
{
  SmaajobError error = {0};
  size_t n_citizen, n_opening;
  char *citizen = print_member (vector, "citizen", &n_citizen);
  char *opening = print_member (vector, "opening", &n_opening);
  const cJSON *minutes = member (vector, "travel_minutes");
  SmaajobVocabulary *words;

  given->words = read_vocabulary (vector, &error);
  words = given->words == NULL ? builtin : given->words;
  given->citizen = smaajob_citizen_new_from_json (words, citizen, n_citizen, &error);
  ck_assert_msg (given->citizen != NULL, "%s", error.message);
  given->opening = smaajob_opening_new_from_json (words, opening, n_opening, &error);
  ck_assert_msg (given->opening != NULL, "%s", error.message);
  given->policy = read_policy (vector, &error);
  given->pair = (SmaajobPair){given->citizen, given->opening,
                              minutes == NULL ? SMAAJOB_UNKNOWN : minutes->valueint};
  free (citizen);
  free (opening);
}

static void
given_clear (Given *given)
{
  smaajob_policy_free (given->policy);
  smaajob_opening_free (given->opening);
  smaajob_citizen_free (given->citizen);
  smaajob_vocabulary_free (given->words);
}

static SmaajobMatch *
make_match (const Given *given)
{
  SmaajobError error = {0};
  SmaajobMatch *match = smaajob_match_new (&given->pair, given->policy, &error);

  ck_assert_msg (match != NULL, "%s", error.message);
  return match;
}

static void
look_at_line (const char *line, const char *where, Look look)
{
  static const char before_match[] = ",\"match\":";
  cJSON *vector = cJSON_Parse (line);
  const char *text = strstr (line, before_match);

  ck_assert_msg (vector != NULL && text != NULL, "%s: %.1500s", where, line);
  look (vector, text + strlen (before_match));
  cJSON_Delete (vector);
  n_vectors++;
}

static void
look_at_file (const char *path, Look look)
{
  FILE *file = fopen (path, "r");
  char *line = NULL;
  size_t room = 0;

  ck_assert_msg (file != NULL, "%s cannot be opened", path);
  while (getline (&line, &room, file) > 0)
    look_at_line (line, path, look);
  free (line);
  fclose (file);
}

static int
is_vectors_file (const struct dirent *entry)
{
  const char *end = strrchr (entry->d_name, '.');

  return end != NULL && strcmp (end, ".ndjson") == 0;
}

static void
look_into (const char *folder, Look look)
{
  struct dirent **entries;
  int n = scandir (folder, &entries, is_vectors_file, alphasort);

  ck_assert_msg (n > 0 && n < MOST_FILES, "%s holds %d files", folder, n);
  for (int i = 0; i < n; i++) {
    char path[LONGEST_PATH];

    snprintf (path, sizeof path, "%s/%s", folder, entries[i]->d_name);
    look_at_file (path, look);
    free (entries[i]);
  }
  free (entries);
}

static void
look_at_all (Look look)
{
  n_vectors = 0;
  look_into (FOLDER, look);
  look_into (FOLDER "/vocabulary", look);
  ck_assert_uint_ge (n_vectors, LEAST);
}

/* Where a text begins to differ from another; a message of Check holds no whole match. */
static const char *
from_difference (const char *text, const char *other)
{
  while (*text != '\0' && *text == *other) {
    text++;
    other++;
  }
  return text;
}

static void
look_at_match (const cJSON *vector, const char *text)
{
  const char *shows = member (vector, "shows")->valuestring;
  const cJSON *wanted = member (vector, "match");
  SmaajobError error = {0};
  SmaajobMatch *match;
  cJSON *found;
  Given given;
  char *json;

  given_read (&given, vector);
  match = make_match (&given);
  json = smaajob_match_to_json (match, &error);
  ck_assert_msg (json != NULL, "%s: %s", shows, error.message);
  found = cJSON_Parse (json);
  ck_assert_msg (cJSON_Compare (member (found, "digests"), member (wanted, "digests"), 1),
                 "digests of: %s", shows);
  ck_assert_msg (cJSON_Compare (found, wanted, 1), "%s\nfound    %.500s\nexpected %.500s", shows,
                 from_difference (json, text), from_difference (text, json));
  ck_assert_msg (strncmp (json, text, strlen (json)) == 0, "written otherwise: %s\n%.500s", shows,
                 from_difference (json, text));
  cJSON_Delete (found);
  smaajob_free (json);
  smaajob_match_free (match);
  given_clear (&given);
}

static void
assert_thousandths (const cJSON *wanted, int thousandths, const char *shows)
{
  const int found =
      cJSON_IsNull (wanted) ? SMAAJOB_UNKNOWN : (int) (wanted->valuedouble * 1000 + 0.5);

  ck_assert_msg (found == thousandths, "%s: %s is %d, expected %d", shows, wanted->string,
                 thousandths, found);
}

static void
look_at_score (const cJSON *vector, const char *text)
{
  const char *shows = member (vector, "shows")->valuestring;
  const cJSON *wanted = member (vector, "match"), *sides = member (wanted, "sides");
  SmaajobError error = {0};
  SmaajobScore score;
  Given given;

  (void) text;
  given_read (&given, vector);
  ck_assert_msg (smaajob_score (&given.pair, given.policy, &score, &error), "%s", error.message);
  ck_assert_str_eq (smaajob_verdict_get_name (score.verdict),
                    member (wanted, "verdict")->valuestring);
  assert_thousandths (member (wanted, "score"), score.score, shows);
  assert_thousandths (member (wanted, "low"), score.low, shows);
  assert_thousandths (member (wanted, "high"), score.high, shows);
  assert_thousandths (member (wanted, "coverage"), score.coverage, shows);
  assert_thousandths (member (wanted, "potential"), score.potential, shows);
  assert_thousandths (member (sides, "citizen"), score.side_citizen, shows);
  assert_thousandths (member (sides, "employer"), score.side_employer, shows);
  given_clear (&given);
}

static const char *
word (const cJSON *object, const char *name)
{
  return member (object, name)->valuestring;
}

static void
assert_questions (const SmaajobMatch *match, const cJSON *wanted, const char *shows)
{
  SmaajobQuestions *questions = smaajob_questions_new (match, NULL);

  ck_assert_msg ((int) smaajob_questions_get_n (questions) == cJSON_GetArraySize (wanted),
                 "number of questions: %s", shows);
  for (int i = 0; i < cJSON_GetArraySize (wanted); i++) {
    const cJSON *told = cJSON_GetArrayItem (wanted, i);
    const SmaajobQuestion question = smaajob_questions_get_at (questions, (size_t) i);

    ck_assert_str_eq (smaajob_code_get_name (question.code), word (told, "code"));
    ck_assert_str_eq (question.subject, word (told, "subject"));
    ck_assert_str_eq (smaajob_ask_get_name (question.ask), word (told, "ask"));
    assert_thousandths (member (told, "swing"), question.swing, shows);
    ck_assert_int_eq (cJSON_IsTrue (member (told, "decides")), question.decides);
  }
  smaajob_questions_free (questions);
}

static void
assert_changes (const SmaajobLevers *levers, size_t lever, const cJSON *wanted)
{
  ck_assert_int_eq ((int) smaajob_levers_get_at (levers, lever).n_changes,
                    cJSON_GetArraySize (wanted));
  for (int i = 0; i < cJSON_GetArraySize (wanted); i++) {
    const cJSON *told = cJSON_GetArrayItem (wanted, i), *to = member (told, "to");
    const SmaajobChange change = smaajob_levers_get_change_at (levers, lever, (size_t) i);

    ck_assert_str_eq (smaajob_actor_get_name (change.by), word (told, "by"));
    ck_assert_str_eq (smaajob_code_get_name (change.code), word (told, "code"));
    ck_assert_str_eq (change.subject, word (told, "subject"));
    if (cJSON_IsString (to))
      ck_assert (change.from == 0 && change.to == 1000);
    else
      assert_thousandths (to, change.to, change.subject);
  }
}

static void
assert_levers (const SmaajobMatch *match, const cJSON *wanted, const char *shows)
{
  SmaajobLevers *levers = smaajob_levers_new (match, NULL);

  ck_assert_msg ((int) smaajob_levers_get_n (levers) == cJSON_GetArraySize (wanted),
                 "number of levers: %s", shows);
  for (size_t i = 0; i < smaajob_levers_get_n (levers); i++) {
    const cJSON *told = cJSON_GetArrayItem (wanted, (int) i);
    const SmaajobLever lever = smaajob_levers_get_at (levers, i);

    ck_assert_str_eq (smaajob_verdict_get_name (lever.verdict), word (told, "verdict"));
    assert_thousandths (member (told, "score"), lever.score, shows);
    ck_assert_msg (lever.gain < 0 ||
                       lever.gain == (int) (member (told, "gain")->valuedouble * 1000 + 0.5),
                   "gain %d: %s", lever.gain, shows);
    assert_changes (levers, i, member (told, "changes"));
  }
  smaajob_levers_free (levers);
}

static void
look_at_advice (const cJSON *vector, const char *text)
{
  const cJSON *wanted = member (vector, "match");
  SmaajobMatch *match;
  Given given;

  (void) text;
  given_read (&given, vector);
  match = make_match (&given);
  assert_questions (match, member (wanted, "questions"), word (vector, "shows"));
  assert_levers (match, member (wanted, "levers"), word (vector, "shows"));
  smaajob_match_free (match);
  given_clear (&given);
}

START_TEST (match_of_every_vector_is_as_it_is_written)
{
  look_at_all (look_at_match);
}
END_TEST

START_TEST (score_of_every_vector_is_that_of_its_match)
{
  look_at_all (look_at_score);
}
END_TEST

START_TEST (readers_tell_the_advice_of_every_vector)
{
  look_at_all (look_at_advice);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("vectors");
  TCase *vectors = tcase_create ("vectors");
  SRunner *runner;
  int failed;

  builtin = smaajob_vocabulary_new (NULL);
  tcase_add_test (vectors, match_of_every_vector_is_as_it_is_written);
  tcase_add_test (vectors, score_of_every_vector_is_that_of_its_match);
  tcase_add_test (vectors, readers_tell_the_advice_of_every_vector);
  suite_add_tcase (suite, vectors);
  runner = srunner_create (suite);
  srunner_run_all (runner, CK_ENV);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  smaajob_vocabulary_free (builtin);
  return failed == 0 ? 0 : 1;
}
