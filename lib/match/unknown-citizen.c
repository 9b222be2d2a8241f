/* SPDX-License-Identifier: Apache-2.0 */
#include "judgement/requirement.h"
#include "judgement/travel.h"
#include "match/unknown.h"

#define MOST_TRAVEL 1440

static void
fill_choice (Scenario *scenario, const Unknown *unknown, int answer)
{
  (void) unknown;
  scenario_change_citizen (scenario)->made.choice =
      answer == 0 ? SMAAJOB_CHOICE_INFORMED : SMAAJOB_CHOICE_DECLINED;
}

static void
fill_gate (Scenario *scenario, const Unknown *unknown, int answer)
{
  SmaajobCitizenBuilder *citizen = scenario_change_citizen (scenario);
  size_t i = citizen->made.n_gates++;

  for (; i > 0 && citizen->gates[i - 1].gate > unknown->index; i--)
    citizen->gates[i] = citizen->gates[i - 1];
  citizen->gates[i] =
      (GateAnswer){unknown->index, answer == 0 ? SMAAJOB_ANSWER_YES : SMAAJOB_ANSWER_NO};
}

static void
add_strictest (SmaajobCitizenBuilder *citizen, uint32_t condition)
{
  SmaajobConditionType type = vocabulary_get_condition_type (citizen->made.vocabulary, condition);
  int32_t value = type == SMAAJOB_CONDITION_PROVISION ? 1000 * MOST_PROVISION : 0;

  if (citizen->made.n_needs < CITIZEN_MAX_NEEDS)
    citizen->needs[citizen->made.n_needs++] = (Need){.condition = condition,
                                                     .value = value,
                                                     .type = (uint8_t) type,
                                                     .strength = SMAAJOB_STRENGTH_MUST};
}

static void
fill_needs (Scenario *scenario, const Unknown *unknown, int answer)
{
  const SmaajobOpening *opening = scenario->match->opening;
  SmaajobCitizenBuilder *citizen = scenario_change_citizen (scenario);
  size_t n = answer == 1 ? smaajob_vocabulary_get_n_conditions (opening->vocabulary) : 0;

  (void) unknown;
  citizen->made.needs_known = true;
  for (uint32_t condition = 0; condition < n; condition++)
    if (opening_says (opening, condition))
      add_strictest (citizen, condition);
}

static void
fill_competence (Scenario *scenario, const Unknown *unknown, int answer)
{
  SmaajobCitizenBuilder *citizen = scenario_change_citizen (scenario);

  citizen->competences[citizen->made.n_competences++] =
      (Competence){unknown->index, answer == 0 ? MOST_LEVEL : 0, SMAAJOB_EVIDENCE_OBSERVED};
}

static void
fill_hours (Scenario *scenario, const Unknown *unknown, int answer)
{
  SmaajobCitizenBuilder *citizen = scenario_change_citizen (scenario);
  const int open = SMAAJOB_UNKNOWN;

  (void) unknown;
  citizen->made.hours_known = true;
  citizen->made.hours = (SmaajobCitizenHours){answer == 2 ? WEEK_MINUTES : open,
                                              answer == 1 ? 0 : open, open, open, open};
}

static void
fill_committed (Scenario *scenario, const Unknown *unknown, int answer)
{
  SmaajobCitizenHours *hours = &scenario_change_citizen (scenario)->made.hours;

  (void) unknown;
  hours->committed = answer == 0 ? 0 : hours->limit;
}

static void
fill_availability (Scenario *scenario, const Unknown *unknown, int answer)
{
  SmaajobCitizenBuilder *citizen = scenario_change_citizen (scenario);

  (void) unknown;
  citizen->made.availability_known = true;
  citizen->made.availability = unknown_week_of (answer == 0);
}

static void
fill_travel (Scenario *scenario, const Unknown *unknown, int answer)
{
  SmaajobCitizenBuilder *citizen = scenario_change_citizen (scenario);

  (void) unknown;
  citizen->made.travel_known = true;
  citizen->made.travel_mode = answer == 0 ? SMAAJOB_MODE_CAR : SMAAJOB_MODE_WALK;
  citizen->made.travel_max_minutes = answer == 0 ? MOST_TRAVEL : 0;
}

static void
fill_journey (Scenario *scenario, const Unknown *unknown, int answer)
{
  (void) unknown;
  scenario->travel_minutes = answer == 0 ? 0 : MOST_TRAVEL;
}

static void
fill_effectiveness (Scenario *scenario, const Unknown *unknown, int answer)
{
  (void) unknown;
  scenario_change_citizen (scenario)->made.effectiveness = answer == 0 ? 1000 : 0;
}

static void
fill_prerequisites (Scenario *scenario, const Unknown *unknown, int answer)
{
  (void) unknown;
  scenario_change_citizen (scenario)->made.prerequisites =
      answer == 0 ? SMAAJOB_PREREQUISITES_PRESENT : SMAAJOB_PREREQUISITES_ABSENT;
}

static void
fill_purpose (Scenario *scenario, const Unknown *unknown, int answer)
{
  (void) unknown;
  scenario_change_citizen (scenario)->made.purpose =
      answer == 0 ? SMAAJOB_PURPOSE_PAY : SMAAJOB_PURPOSE_OTHER;
}

/* What is near can make up for a must in points; it is mastered by itself alone. */
static bool
is_open (const RequirementJudgement *judgement, const Requirement *requirement)
{
  return !judgement->item.known || (requirement->importance == SMAAJOB_STRENGTH_MUST &&
                                    judgement->mastery == MASTERY_UNKNOWN);
}

/* A profile that is full has no room to say more. */
static void
list_competences (Unknowns *unknowns)
{
  const Pairing *pairing = &unknowns->pairing;
  const SmaajobOpening *opening = pairing->opening;
  size_t first = unknowns->n;

  for (size_t i = 0; i < opening->n_requirements; i++) {
    RequirementJudgement judgement;

    requirement_judge (opening, &opening_requirements (opening)[i], pairing->citizen,
                       pairing->policy, &judgement);
    if (is_open (&judgement, &opening_requirements (opening)[i]) &&
        pairing->citizen->n_competences < CITIZEN_MAX_COMPETENCES &&
        !unknowns_have (unknowns, first, opening_requirements (opening)[i].concept_index))
      unknowns_add (unknowns, UNKNOWN (COMPETENCE, CITIZEN, 2, fill_competence),
                    judgement.item.subject);
  }
}

static void
list_gates (Unknowns *unknowns)
{
  const SmaajobOpening *opening = unknowns->pairing.opening;

  for (size_t i = 0; i < opening->n_gates; i++)
    if (gate_answer (unknowns->pairing.citizen, opening_gates (opening)[i]) ==
        SMAAJOB_ANSWER_UNKNOWN)
      unknowns_add (unknowns, UNKNOWN (GATE, CITIZEN, 2, fill_gate),
                    (Subject){SUBJECT_GATE, opening_gates (opening)[i]});
}

void
unknowns_list_citizen (Unknowns *unknowns)
{
  const SmaajobCitizen *c = unknowns->pairing.citizen;
  const bool journey = travel_minutes (unknowns->pairing.pair, unknowns->pairing.policy) >= 0;
  const bool limited = c->hours_known && c->hours.limit != SMAAJOB_UNKNOWN;

  unknowns_add_if (unknowns,
                   c->choice == SMAAJOB_CHOICE_UNKNOWN || c->choice == SMAAJOB_CHOICE_PENDING,
                   UNKNOWN (CHOICE, CITIZEN, 2, fill_choice), MEMBER_CHOICE);
  list_gates (unknowns);
  unknowns_add_if (unknowns, !c->needs_known, UNKNOWN (NEEDS, CITIZEN, 2, fill_needs),
                   MEMBER_NEEDS);
  list_competences (unknowns);
  unknowns_add_if (unknowns, !c->hours_known, UNKNOWN (HOURS, CITIZEN, 3, fill_hours),
                   MEMBER_HOURS);
  unknowns_add_if (unknowns, limited && c->hours.committed == SMAAJOB_UNKNOWN,
                   UNKNOWN (COMMITTED, CASEWORKER, 2, fill_committed), MEMBER_COMMITTED);
  unknowns_add_if (unknowns, !c->availability_known,
                   UNKNOWN (AVAILABILITY, CITIZEN, 2, fill_availability), MEMBER_AVAILABILITY);
  unknowns_add_if (unknowns, !c->travel_known, UNKNOWN (TRAVEL, CITIZEN, 2, fill_travel),
                   MEMBER_TRAVEL);
  unknowns_add_if (unknowns, c->travel_known && !journey,
                   UNKNOWN (JOURNEY, CASEWORKER, 2, fill_journey), MEMBER_LOCATION);
  unknowns_add_if (unknowns, c->effectiveness == SMAAJOB_UNKNOWN,
                   UNKNOWN (EFFECTIVENESS, CASEWORKER, 2, fill_effectiveness),
                   MEMBER_EFFECTIVENESS);
  unknowns_add_if (unknowns, c->prerequisites == SMAAJOB_PREREQUISITES_UNKNOWN,
                   UNKNOWN (PREREQUISITES, CASEWORKER, 2, fill_prerequisites),
                   MEMBER_PREREQUISITES);
  unknowns_add_if (unknowns, c->purpose == SMAAJOB_PURPOSE_UNKNOWN,
                   UNKNOWN (PURPOSE, CASEWORKER, 2, fill_purpose), MEMBER_PURPOSE);
}
