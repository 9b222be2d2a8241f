/* SPDX-License-Identifier: Apache-2.0 */
#include "judgement/wish.h"

#include <string.h>

typedef enum { FOUND_NO, FOUND_UNKNOWN, FOUND_YES } Found;

static Found
find_sector (const char *sought, const char *sector)
{
  size_t shorter = strlen (sought) < strlen (sector) ? strlen (sought) : strlen (sector);

  if (sector[0] == '\0')
    return FOUND_UNKNOWN;
  return memcmp (sought, sector, shorter) == 0 ? FOUND_YES : FOUND_NO;
}

static bool
is_similar (const SmaajobVocabulary *vocabulary, const Wish *wish, const Requirement *requirement,
            const SmaajobPolicy *policy)
{
  unsigned relations;

  if ((wish->near & requirement->near) == 0)
    return false;
  relations =
      vocabulary_get_relations (vocabulary, wish->concept_index, requirement->concept_index);
  for (int i = 0; i < N_RELATIONS; i++)
    if ((relations >> i & 1) && policy->similarity[i] > 0)
      return true;
  return false;
}

static Found
find_in_task (const SmaajobCitizen *citizen, const Wish *wish, const SmaajobOpening *opening,
              const Task *task, const SmaajobPolicy *policy)
{
  const Requirement *requirement = &opening_requirements (opening)[task->first_requirement];

  for (size_t i = 0; i < task->n_requirements; i++)
    if (is_similar (citizen->vocabulary, wish, &requirement[i], policy))
      return FOUND_YES;
  return task->requirements_known ? FOUND_NO : FOUND_UNKNOWN;
}

static Found
find_wish (const SmaajobCitizen *citizen, const Wish *wish, const SmaajobOpening *opening,
           unsigned core, const SmaajobPolicy *policy)
{
  Found best = FOUND_NO;

  if (wish->concept_index == WORD_NONE)
    return find_sector (wish->sector, opening->sector);
  for (int task = 0; task < opening->n_tasks && best != FOUND_YES; task++)
    if (core >> task & 1) {
      Found found = find_in_task (citizen, wish, opening, &opening_tasks (opening)[task], policy);

      best = found > best ? found : best;
    }
  return best;
}

static void
set_found (Item *item, Found found, bool wanted, const SmaajobPolicy *policy)
{
  item->task = NO_TASK;
  item->have = found == FOUND_UNKNOWN ? SMAAJOB_UNKNOWN : found == FOUND_YES ? 1000 : 0;
  item->want = wanted ? 1000 : 0;
  if (found == FOUND_UNKNOWN)
    item_set_unknown (item, policy, policy->prior_other[item->strength]);
  else
    item_set_known (item, policy, (found == FOUND_YES) == wanted ? 0 : FIXED_ONE);
}

void
wish_judge_avoid (const SmaajobCitizen *citizen, uint32_t wish, const SmaajobOpening *opening,
                  unsigned core, const SmaajobPolicy *policy, Item *item)
{
  const Wish *avoided = &citizen_wishes (citizen)[wish];

  item->subject = avoided->concept_index == WORD_NONE
                      ? (Subject){SUBJECT_SECTOR, wish}
                      : (Subject){SUBJECT_CONCEPT, avoided->concept_index};
  item->strength = SMAAJOB_STRENGTH_SHOULD;
  set_found (item, find_wish (citizen, avoided, opening, core, policy), false, policy);
}

bool
wish_judge_seek (const SmaajobCitizen *citizen, const SmaajobOpening *opening, unsigned core,
                 const SmaajobPolicy *policy, Item *item)
{
  Found best = FOUND_NO;
  bool sought = false;

  for (size_t i = 0; i < citizen->n_wishes; i++)
    if (citizen_wishes (citizen)[i].wants == SMAAJOB_WISH_SEEK) {
      Found found = find_wish (citizen, &citizen_wishes (citizen)[i], opening, core, policy);

      sought = true;
      best = found > best ? found : best;
    }
  item->subject = (Subject){SUBJECT_MEMBER, MEMBER_SEEK};
  item->strength = SMAAJOB_STRENGTH_NICE;
  set_found (item, best, true, policy);
  return sought;
}
