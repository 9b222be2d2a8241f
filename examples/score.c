/* SPDX-License-Identifier: Apache-2.0 */
#include <smaajob/smaajob.h>
#include <stdio.h>

static const char c[] =
    "{\"format\":\"smaajob.citizen/1\",\"id\":\"c-1\",\"needs\":[{\"condition\":"
    "\"env_noise\",\"tolerates\":1,\"strength\":\"should\"}]}";
static const char o[] =
    "{\"format\":\"smaajob.opening/1\",\"id\":\"o-1\",\"terms\":{\"paid\":\"yes\"},"
    "\"tasks\":[{\"id\":\"boxes\",\"requires\":[],\"exposures\":{\"env_noise\":2}}]}";

int
main (void)
{
  SmaajobError error;
  SmaajobScore score;
  SmaajobPolicy *policy = smaajob_policy_new (&error);
  SmaajobVocabulary *words = smaajob_vocabulary_new (&error);
  SmaajobCitizen *citizen = smaajob_citizen_new_from_json (words, c, sizeof c - 1, &error);
  SmaajobOpening *opening = smaajob_opening_new_from_json (words, o, sizeof o - 1, &error);
  SmaajobPair pair = {citizen, opening, SMAAJOB_UNKNOWN};

  if (smaajob_score (&pair, policy, &score, &error))
    printf ("%s %d [%d, %d]\n", smaajob_verdict_get_name (score.verdict), score.score, score.low,
            score.high);
  smaajob_opening_free (opening);
  smaajob_citizen_free (citizen);
  smaajob_vocabulary_free (words);
  smaajob_policy_free (policy);
}
