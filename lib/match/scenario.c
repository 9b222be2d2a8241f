/* SPDX-License-Identifier: Apache-2.0 */
#include "match/scenario.h"

Scenario *
scenario_new (const SmaajobMatch *match)
{
  Scenario *scenario = memory_resize (NULL, sizeof *scenario);

  if (scenario == NULL)
    return NULL;
  scenario->match = match;
  scenario_reset (scenario);
  return scenario;
}

void
scenario_free (Scenario *scenario)
{
  memory_free (scenario);
}

void
scenario_reset (Scenario *scenario)
{
  scenario->tasks = pairing_all_tasks (scenario->match->opening);
  scenario->travel_minutes = scenario->match->travel_minutes;
  scenario->citizen_changed = scenario->opening_changed = false;
}

SmaajobCitizenBuilder *
scenario_change_citizen (Scenario *scenario)
{
  if (!scenario->citizen_changed)
    citizen_draft_fill (&scenario->citizen, scenario->match->citizen);
  scenario->citizen_changed = true;
  return &scenario->citizen;
}

SmaajobOpeningBuilder *
scenario_change_opening (Scenario *scenario)
{
  if (!scenario->opening_changed)
    opening_draft_fill (&scenario->opening, scenario->match->opening);
  scenario->opening_changed = true;
  return &scenario->opening;
}

static SmaajobScore
score_pair (const Scenario *scenario, const SmaajobPair *pair)
{
  Pairing pairing;
  Tally tally;
  Findings findings;

  pairing_init (&pairing, pair, scenario->match->policy, scenario->tasks);
  tally_init (&tally, scenario->match->policy, NULL);
  return pairing_score (&pairing, &tally, &findings);
}

bool
scenario_score (const Scenario *scenario, SmaajobScore *score)
{
  SmaajobCitizen *citizen =
      scenario->citizen_changed ? smaajob_citizen_builder_build (&scenario->citizen, NULL) : NULL;
  SmaajobOpening *opening =
      scenario->opening_changed ? smaajob_opening_builder_build (&scenario->opening, NULL) : NULL;
  const SmaajobPair pair = {
      citizen != NULL ? citizen : scenario->match->citizen,
      opening != NULL ? opening : scenario->match->opening,
      scenario->travel_minutes,
  };
  bool made = (citizen != NULL || !scenario->citizen_changed) &&
              (opening != NULL || !scenario->opening_changed);

  if (made)
    *score = score_pair (scenario, &pair);
  smaajob_citizen_free (citizen);
  smaajob_opening_free (opening);
  return made;
}
