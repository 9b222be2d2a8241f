/* SPDX-License-Identifier: Apache-2.0 */
#include "judgement/requirement.h"

#define MILLION 1000000
#define EXPERT  5

const uint8_t must_states[3][3] = {
    [MASTERY_BELOW] =
        {[TRAINING_NO] = MUST_OUT, [TRAINING_UNKNOWN] = MUST_UNKNOWN, [TRAINING_YES] = MUST_GAP},
    [MASTERY_UNKNOWN] = {MUST_UNKNOWN, MUST_UNKNOWN, MUST_UNKNOWN},
    [MASTERY_MASTERED] = {0, 0, 0},
};

static int32_t
higher (int32_t best, uint8_t level_plus_one, int32_t similarity)
{
  int32_t level = (level_plus_one - 1) * similarity;

  return level > best ? level : best;
}

static void
raise_any (Best *best, const Holding *holding, int slot, int32_t similarity)
{
  if (holding->level[slot] == 0)
    return;
  best->level = higher (best->level, holding->level[slot], similarity);
  best->low = higher (best->low, holding->low[slot], similarity);
}

static void
raise_own (Best *best, const Holding *holding, int slot, int32_t similarity)
{
  if (holding->level[slot] == 0)
    return;
  raise_any (best, holding, slot, similarity);
  best->own = higher (best->own, holding->level[slot], similarity);
  best->own_low = higher (best->own_low, holding->low[slot], similarity);
  best->own_proven = higher (best->own_proven, holding->proven[slot], similarity);
}

/* Each relation between a held and the wanted concept shows as one slot at one of the wanted's
 * keys. */
void
best_note (Best *best, const Holding *holding, unsigned steps, const int32_t *similarity)
{
  if (steps == 0) {
    best->stated |= holding->level[HELD_SELF] != 0;
    raise_own (best, holding, HELD_SELF, similarity[RELATION_SELF]);
    raise_own (best, holding, HELD_CHILD, similarity[RELATION_NARROWER]);
    raise_own (best, holding, HELD_GRANDCHILD, similarity[RELATION_NARROWER_2]);
    raise_any (best, holding, HELD_COPARENT, similarity[RELATION_SIBLING]);
  } else if (steps == 1) {
    raise_any (best, holding, HELD_SELF, similarity[RELATION_BROADER]);
    raise_any (best, holding, HELD_CHILD, similarity[RELATION_SIBLING]);
  } else {
    raise_any (best, holding, HELD_SELF, similarity[RELATION_BROADER_2]);
  }
}

static void
find_best (const Requirement *requirement, const SmaajobCitizen *citizen, const int32_t *similarity,
           Best *best)
{
  const uint32_t *key = requirement_keys (requirement) + 1;
  const Holding *holding;

  holding = citizen_find_holding (citizen, requirement->concept_index);
  if (holding != NULL)
    best_note (best, holding, 0, similarity);
  for (int i = 0; i < requirement->n_broader; i++)
    if ((holding = citizen_find_holding (citizen, *key++)) != NULL)
      best_note (best, holding, 1, similarity);
  for (int i = 0; i < requirement->n_broader_2; i++)
    if ((holding = citizen_find_holding (citizen, *key++)) != NULL)
      best_note (best, holding, 2, similarity);
}

static bool
is_stated (const SmaajobCitizen *citizen, uint32_t concept_index)
{
  const Holding *holding = citizen_find_holding (citizen, concept_index);

  return holding != NULL && holding->level[HELD_SELF] != 0;
}

/* What a known gap could become: another concept that the opening asks for may turn out to be held
 * at 5. */
static Best
find_highest (const SmaajobOpening *opening, const Requirement *requirement,
              const SmaajobCitizen *citizen, const SmaajobPolicy *policy, const Best *best)
{
  const Helper *helpers = requirement_helpers (requirement);
  Best highest = {0};

  if (opening == NULL || requirement->n_helpers == 0 || !best->stated ||
      citizen->competencies_complete || best->own >= requirement->level * MILLION)
    return highest;
  for (int i = 0; i < requirement->n_helpers; i++) {
    const Helper *helper = &helpers[i];
    int32_t s = policy->similarity[helper->relation];

    if (is_stated (citizen, opening_requirements (opening)[helper->requirement].concept_index))
      continue;
    highest.level = higher (highest.level, EXPERT + 1, s);
    if (helper->relation <= RELATION_NARROWER_2)
      highest.own = higher (highest.own, EXPERT + 1, s);
  }
  return highest;
}

Training
training_judge (int weeks, const SmaajobPolicy *policy)
{
  bool within = (weeks >= 0) & (weeks <= policy->most_training_weeks);

  return (Training) (within * TRAINING_YES + (weeks == SMAAJOB_UNKNOWN) * TRAINING_UNKNOWN);
}

static void
judge_mastery (const SmaajobOpening *opening, const Requirement *requirement, const Best *best,
               const SmaajobCitizen *citizen, const SmaajobPolicy *policy,
               RequirementJudgement *judgement)
{
  const Best highest = find_highest (opening, requirement, citizen, policy, best);
  int32_t wanted = requirement->level * MILLION;
  bool mastered = best->own >= wanted;

  judgement->told = best->stated | citizen->competencies_complete;
  judgement->mastery = mastered          ? MASTERY_MASTERED
                       : judgement->told ? MASTERY_BELOW
                                         : MASTERY_UNKNOWN;
  judgement->possibly = !judgement->told | mastered | (highest.own >= wanted);
  judgement->surely = best->own_low >= wanted;
  judgement->proven = best->own_proven >= wanted;
  judgement->training = training_judge (requirement->training_weeks, policy);
  judgement->effective = best->level;
  judgement->lowest = best->low;
  judgement->highest = highest.level > best->level ? highest.level : best->level;
}

/* Nothing is held that is related: it is as if nothing were. */
static void
judge_unrelated (const Requirement *requirement, const SmaajobCitizen *citizen,
                 const SmaajobPolicy *policy, RequirementJudgement *judgement)
{
  bool told = citizen->competencies_complete;

  judgement->told = told;
  judgement->mastery = told ? MASTERY_BELOW : MASTERY_UNKNOWN;
  judgement->possibly = !told;
  judgement->surely = judgement->proven = false;
  judgement->training = training_judge (requirement->training_weeks, policy);
  judgement->effective = judgement->lowest = judgement->highest = 0;
}

static bool
is_unrelated (const Requirement *requirement, const SmaajobCitizen *citizen)
{
  return (requirement->near & citizen->near) == 0;
}

void
requirement_judge_mastery (const SmaajobOpening *opening, const Requirement *requirement,
                           const SmaajobCitizen *citizen, const SmaajobPolicy *policy,
                           RequirementJudgement *judgement)
{
  Best best = {0};

  if (is_unrelated (requirement, citizen)) {
    judge_unrelated (requirement, citizen, policy, judgement);
    return;
  }
  find_best (requirement, citizen, policy->similarity, &best);
  judge_mastery (opening, requirement, &best, citizen, policy, judgement);
}

/* Levels mostly reach what is wanted: then there is nothing to divide. */
static Cost
cost_below (const Requirement *requirement, int32_t level, const SmaajobPolicy *policy)
{
  int32_t wanted = requirement->level * MILLION;

  return level >= wanted ? 0
                         : cost_of (policy->shares[requirement->importance],
                                    shortfall_of (wanted - level, wanted));
}

static void
set_known (const Requirement *requirement, const SmaajobPolicy *policy,
           RequirementJudgement *judgement)
{
  int32_t level = judgement->effective, lowest = judgement->lowest, highest = judgement->highest;
  CostBounds *cost = &judgement->item.cost;

  judgement->item.known = true;
  judgement->item.met = level >= requirement->level * MILLION;
  cost->value = cost_below (requirement, level, policy);
  cost->low = lowest == level ? cost->value : cost_below (requirement, lowest, policy);
  cost->high = highest == level ? cost->value : cost_below (requirement, highest, policy);
}

/* The concept itself is not spoken of: what is similar speaks for it, and never worse than silence.
 */
static void
set_open (const Requirement *requirement, const SmaajobPolicy *policy,
          RequirementJudgement *judgement)
{
  Cost cost, prior = policy->prior_competence[requirement->importance];
  Item *item = &judgement->item;

  item_set_unknown (item, policy, prior);
  if (judgement->effective == 0)
    return;
  cost = cost_below (requirement, judgement->effective, policy);
  item->known = item->met = judgement->lowest >= requirement->level * MILLION;
  item->cost.low = cost_below (requirement, judgement->lowest, policy);
  item->cost.value = cost < prior ? cost : prior;
}

/* Of nothing held everything is missing, where that is known. */
static void
set_unrelated (const Requirement *requirement, bool told, const SmaajobPolicy *policy, Item *item)
{
  item->known = told;
  item->met = false;
  item->cost = policy->unrelated[told][requirement->importance];
  item->have = told ? 0 : SMAAJOB_UNKNOWN;
}

static void
set_related (const Requirement *requirement, const SmaajobPolicy *policy,
             RequirementJudgement *judgement)
{
  Item *item = &judgement->item;

  if (judgement->told)
    set_known (requirement, policy, judgement);
  else
    set_open (requirement, policy, judgement);
  item->have =
      item->known || judgement->effective > 0 ? judgement->effective / 1000 : SMAAJOB_UNKNOWN;
}

static void
set_subject (const Requirement *requirement, Item *item)
{
  item->subject = (Subject){SUBJECT_CONCEPT, requirement->concept_index};
  item->strength = requirement->importance;
  item->want = requirement->level * 1000;
}

void
requirement_judge (const SmaajobOpening *opening, const Requirement *requirement,
                   const SmaajobCitizen *citizen, const SmaajobPolicy *policy,
                   RequirementJudgement *judgement)
{
  Best best = {0};

  set_subject (requirement, &judgement->item);
  if (is_unrelated (requirement, citizen)) {
    judge_unrelated (requirement, citizen, policy, judgement);
    set_unrelated (requirement, judgement->told, policy, &judgement->item);
    return;
  }
  find_best (requirement, citizen, policy->similarity, &best);
  judge_mastery (opening, requirement, &best, citizen, policy, judgement);
  set_related (requirement, policy, judgement);
}

void
requirement_judge_best (const Requirement *requirement, const Best *best,
                        const SmaajobCitizen *citizen, const SmaajobPolicy *policy,
                        RequirementJudgement *judgement)
{
  set_subject (requirement, &judgement->item);
  judge_mastery (NULL, requirement, best, citizen, policy, judgement);
  set_related (requirement, policy, judgement);
}
