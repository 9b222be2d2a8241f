/* SPDX-License-Identifier: Apache-2.0 */
#ifndef SUPPORT_EXPLAIN_H
#define SUPPORT_EXPLAIN_H

#include "support-data.h"

#include "text/explanation.h"

#include <smaajob/smaajob.h>

/* Matches to be told of, of the published cases and of made-up texts. */

static SmaajobVocabulary *vocabulary;
static SmaajobPolicy *policy;
static SmaajobError error;

static inline void
set_up (void)
{
  vocabulary = smaajob_vocabulary_new (&error);
  policy = smaajob_policy_new (&error);
}

static inline void
tear_down (void)
{
  smaajob_policy_free (policy);
  smaajob_vocabulary_free (vocabulary);
  ck_assert_uint_eq (bytes_in_use, 0);
}

static inline SmaajobMatch *
match_texts (const char *citizen_text, const char *opening_text)
{
  const SmaajobPair pair = {
      smaajob_citizen_new_from_json (vocabulary, citizen_text, strlen (citizen_text), &error),
      smaajob_opening_new_from_json (vocabulary, opening_text, strlen (opening_text), &error),
      SMAAJOB_UNKNOWN};
  SmaajobMatch *match = smaajob_match_new (&pair, policy, &error);

  ck_assert_msg (match != NULL, "%s", error.message);
  smaajob_citizen_free ((SmaajobCitizen *) pair.citizen);
  smaajob_opening_free ((SmaajobOpening *) pair.opening);
  return match;
}

static inline char *
read_document (const char *name, const char *kind)
{
  char path[200], *text = NULL;

  snprintf (path, sizeof path, "examples/cases/%s/%s.json", name, kind);
  if (!g_file_get_contents (path, &text, NULL, NULL))
    ck_abort_msg ("%s is missing", path);
  return text;
}

static inline SmaajobMatch *
match_case (const char *name)
{
  char *citizen = read_document (name, "citizen"), *opening = read_document (name, "opening");
  SmaajobMatch *match = match_texts (citizen, opening);

  free (citizen); /* not by the g_free of this file, which did not make it */
  free (opening);
  return match;
}

/* Nothing is told of either; every question is open. */
static inline SmaajobMatch *
match_unknown (void)
{
  return match_texts ("{\"format\":\"smaajob.citizen/1\",\"id\":\"c\",\"needs\":[{\"condition\":"
                      "\"env_noise\",\"tolerates\":1,\"strength\":\"must\"}]}",
                      "{\"format\":\"smaajob.opening/1\",\"id\":\"o\",\"tasks\":[{\"id\":\"t\"}]}");
}

static inline SmaajobExplanation *
explain (const SmaajobMatch *match, SmaajobReader reader, const char *language)
{
  const SmaajobAudience audience = {reader, language, true, NULL};
  SmaajobExplanation *explanation = smaajob_explain (match, &audience, &error);

  ck_assert_msg (explanation != NULL, "%s", error.message);
  return explanation;
}

static inline void
add_fixed_case (Suite *suite, const char *name, const TTest *const *tests, size_t n)
{
  tcase_add_checked_fixture (add_case (suite, name, tests, n), set_up, tear_down);
}

#endif
