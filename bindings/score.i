/* SPDX-License-Identifier: Apache-2.0 */

%ignore SmaajobPair;
%rename(verdict_get_name) smaajob_verdict_get_name;
%include <smaajob/score.h>

%rename(score) score_pair;
%inline %{
static SmaajobScore
score_pair (const SmaajobCitizen *citizen, const SmaajobOpening *opening, int travel_minutes,
            const SmaajobPolicy *policy, SmaajobError *error)
{
  const SmaajobPair pair = { citizen, opening, travel_minutes };
  SmaajobScore score = { 0 };

  smaajob_score (&pair, policy, &score, error);
  return score;
}
%}
