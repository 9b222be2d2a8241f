/* SPDX-License-Identifier: Apache-2.0 */
/* What a host sees of the library as a whole: its versions, its names, and that it can be loaded.
 */
#include <check.h>
#include <dlfcn.h>
#include <smaajob/smaajob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

START_TEST (loads_at_run_time_and_tells_its_version)
{
  const char *path = getenv ("SMAAJOB_LIBRARY");
  void *library = path != NULL ? dlopen (path, RTLD_NOW | RTLD_LOCAL) : NULL;
  void *symbol;
  const char *(*get_version) (void);

  if (path == NULL)
    return;
  ck_assert_msg (library != NULL, "%s", dlerror ());
  symbol = dlsym (library, "smaajob_get_version");
  ck_assert_ptr_nonnull (symbol);
  memcpy (&get_version, &symbol, sizeof symbol);
  ck_assert_str_eq (get_version (), smaajob_get_version ());
  dlclose (library);
}
END_TEST

START_TEST (headers_are_of_the_version_of_the_library)
{
  char version[40];

  snprintf (version, sizeof version, "%d.%d.%d", SMAAJOB_VERSION_MAJOR, SMAAJOB_VERSION_MINOR,
            SMAAJOB_VERSION_MICRO);
  ck_assert_str_eq (smaajob_get_version (), version);
}
END_TEST

START_TEST (model_has_a_version_of_its_own)
{
  ck_assert_str_eq (smaajob_get_model_version (), "1");
}
END_TEST

START_TEST (every_fault_has_a_name_of_its_own)
{
  for (int a = SMAAJOB_ERROR_NONE; a <= SMAAJOB_ERROR_FILE; a++)
    for (int b = a + 1; b <= SMAAJOB_ERROR_FILE; b++)
      ck_assert_str_ne (smaajob_error_code_get_name ((SmaajobErrorCode) a),
                        smaajob_error_code_get_name ((SmaajobErrorCode) b));
  ck_assert_str_eq (smaajob_error_code_get_name ((SmaajobErrorCode) 99), "none");
}
END_TEST

START_TEST (match_outlives_what_it_was_made_of_and_keeps_the_ids)
{
  static const char c[] = "{\"format\":\"smaajob.citizen/1\",\"id\":\"c-1\"}";
  static const char o[] =
      "{\"format\":\"smaajob.opening/1\",\"id\":\"o-1\",\"tasks\":[{\"id\":\"t\"}]}";
  SmaajobVocabulary *words = smaajob_vocabulary_new (NULL);
  SmaajobPolicy *policy = smaajob_policy_new (NULL);
  SmaajobCitizen *citizen = smaajob_citizen_new_from_json (words, c, sizeof c - 1, NULL);
  SmaajobOpening *opening = smaajob_opening_new_from_json (words, o, sizeof o - 1, NULL);
  const SmaajobPair pair = {citizen, opening, SMAAJOB_UNKNOWN};
  SmaajobMatch *match = smaajob_match_new (&pair, policy, NULL);

  smaajob_opening_free (opening);
  smaajob_citizen_free (citizen);
  smaajob_policy_free (policy);
  smaajob_vocabulary_free (words);
  ck_assert_str_eq (smaajob_match_get_citizen_id (match), "c-1");
  ck_assert_str_eq (smaajob_match_get_opening_id (match), "o-1");
  smaajob_match_free (match);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("library");
  TCase *whole = tcase_create ("whole");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_add_test (whole, loads_at_run_time_and_tells_its_version);
  tcase_add_test (whole, headers_are_of_the_version_of_the_library);
  tcase_add_test (whole, model_has_a_version_of_its_own);
  tcase_add_test (whole, every_fault_has_a_name_of_its_own);
  tcase_add_test (whole, match_outlives_what_it_was_made_of_and_keeps_the_ids);
  suite_add_tcase (suite, whole);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
