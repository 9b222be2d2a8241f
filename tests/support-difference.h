/* SPDX-License-Identifier: Apache-2.0 */
#ifndef SUPPORT_DIFFERENCE_H
#define SUPPORT_DIFFERENCE_H

/* For tests of differences: matches told by what is in their documents. */

#include "support-data.h"

#include <smaajob/smaajob.h>

#define BEFORE SMAAJOB_MOMENT_BEFORE
#define AFTER  SMAAJOB_MOMENT_AFTER

static SmaajobVocabulary *vocabulary;
static SmaajobPolicy *policy;

static inline void
set_up (void)
{
  vocabulary = smaajob_vocabulary_new (NULL);
  policy = smaajob_policy_new (NULL);
}

static inline void
tear_down (void)
{
  smaajob_policy_free (policy);
  smaajob_vocabulary_free (vocabulary);
}

static inline char *
match_text (const SmaajobCitizen *citizen, const SmaajobOpening *opening,
            const SmaajobPolicy *with_policy, int travel_minutes)
{
  const SmaajobPair pair = {citizen, opening, travel_minutes};
  SmaajobError error;
  SmaajobMatch *match = smaajob_match_new (&pair, with_policy, &error);
  char *text = match == NULL ? NULL : smaajob_match_to_json (match, &error);

  ck_assert_msg (text != NULL, "%s", error.message);
  smaajob_match_free (match);
  return text;
}

/* A citizen and an opening told by their members, without format and id. */
static inline char *
match_of (const char *citizen_members, const char *opening_members)
{
  char citizen_text[2048], opening_text[2048], *text;
  SmaajobCitizen *citizen;
  SmaajobOpening *opening;
  SmaajobError error;

  snprintf (citizen_text, sizeof citizen_text,
            "{\"format\":\"smaajob.citizen/1\",\"id\":\"c-17\",%s}", citizen_members);
  snprintf (opening_text, sizeof opening_text,
            "{\"format\":\"smaajob.opening/1\",\"id\":\"o-9\",%s}", opening_members);
  citizen = smaajob_citizen_new_from_json (vocabulary, citizen_text, strlen (citizen_text), &error);
  ck_assert_msg (citizen != NULL, "%s", error.message);
  opening = smaajob_opening_new_from_json (vocabulary, opening_text, strlen (opening_text), &error);
  ck_assert_msg (opening != NULL, "%s", error.message);
  text = match_text (citizen, opening, policy, SMAAJOB_UNKNOWN);
  smaajob_citizen_free (citizen);
  smaajob_opening_free (opening);
  return text;
}

static inline SmaajobDifference *
difference_of (const char *before, const char *after)
{
  SmaajobError error;
  SmaajobDifference *difference =
      smaajob_difference_new (before, strlen (before), after, strlen (after), &error);

  ck_assert_msg (difference != NULL, "%s", error.message);
  return difference;
}

static const char needs[] =
    "\"needs\":[{\"condition\":\"sup_contact\",\"requires\":2,\"strength\":\"must\"},"
    "{\"condition\":\"env_noise\",\"tolerates\":1,\"strength\":\"should\"}],"
    "\"hours\":{\"min\":4,\"max\":10},\"availability\":[{\"days\":[\"mon\",\"tue\"],"
    "\"from\":\"08:00\",\"to\":\"12:00\"}],\"choice\":\"informed\"";
#define MORNINGS                                                                                   \
  "\"windows\":[{\"days\":[\"mon\",\"tue\"],\"from\":\"08:00\",\"to\":\"12:00\"}],"                \
  "\"requires\":[]"
static const char unasked[] =
    "\"hours\":{\"min\":4,\"max\":12},\"tasks\":[{\"id\":\"boxes\",\"hours\":{\"max\":8}," MORNINGS
    ",\"exposures\":{\"env_noise\":3}},{\"id\":\"truck\",\"hours\":{\"max\":8}," MORNINGS
    ",\"exposures\":{\"env_noise\":3}}]";
static const char asked[] =
    "\"hours\":{\"min\":4,\"max\":12},\"tasks\":[{\"id\":\"boxes\",\"hours\":{\"max\":8}," MORNINGS
    ",\"exposures\":{\"env_noise\":1}},{\"id\":\"shelves\",\"hours\":{\"max\":8}," MORNINGS
    ",\"exposures\":{\"env_noise\":1}}],\"provisions\":{\"sup_contact\":2},"
    "\"terms\":{\"paid\":\"yes\"}";

#endif
