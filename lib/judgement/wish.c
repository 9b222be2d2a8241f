/* SPDX-License-Identifier: Apache-2.0 */
#include "judgement/wish.h"

#include <string.h>

Found
wish_find_sector (const char *sought, const char *sector)
{
  size_t shorter = strlen (sought) < strlen (sector) ? strlen (sought) : strlen (sector);

  if (sector[0] == '\0')
    return FOUND_UNKNOWN;
  return memcmp (sought, sector, shorter) == 0 ? FOUND_YES : FOUND_NO;
}

bool
wish_is_about (const SmaajobCitizen *citizen, const Wish *wish, const Requirement *requirement,
               const SmaajobPolicy *policy)
{
  unsigned relations;

  if ((wish->near & requirement->near) == 0)
    return false;
  relations = vocabulary_get_relations (citizen->vocabulary, wish->concept_index,
                                        requirement->concept_index);
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
    if (wish_is_about (citizen, wish, &requirement[i], policy))
      return FOUND_YES;
  return task->requirements_known ? FOUND_NO : FOUND_UNKNOWN;
}

static Found
find_wish (const SmaajobCitizen *citizen, const Wish *wish, const SmaajobOpening *opening,
           unsigned core, const SmaajobPolicy *policy)
{
  Found best = FOUND_NO;

  if (wish->concept_index == WORD_NONE)
    return wish_find_sector (wish->sector, opening->sector);
  for (int task = 0; task < opening->n_tasks && best != FOUND_YES; task++)
    if (core >> task & 1) {
      Found found = find_in_task (citizen, wish, opening, &opening_tasks (opening)[task], policy);

      best = found > best ? found : best;
    }
  return best;
}

void
wish_set_found (Item *item, Found found, bool sought, const SmaajobPolicy *policy)
{
  item->strength = sought ? SMAAJOB_STRENGTH_NICE : SMAAJOB_STRENGTH_SHOULD;
  item->task = NO_TASK;
  item->have = found == FOUND_UNKNOWN ? SMAAJOB_UNKNOWN : found == FOUND_YES ? 1000 : 0;
  item->want = sought ? 1000 : 0;
  if (found == FOUND_UNKNOWN)
    item_set_unknown (item, policy, policy->prior_other[item->strength]);
  else
    item_set_known (item, policy, (found == FOUND_YES) == sought ? 0 : FIXED_ONE);
}

static bool
judge_avoided (const SmaajobCitizen *citizen, uint32_t i, const SmaajobOpening *opening,
               unsigned core, const SmaajobPolicy *policy, Item *item)
{
  const Wish *wish = &citizen_wishes (citizen)[i];

  if (wish->wants != SMAAJOB_WISH_AVOID)
    return false;
  item->subject = wish->concept_index == WORD_NONE
                      ? (Subject){SUBJECT_SECTOR, i}
                      : (Subject){SUBJECT_CONCEPT, wish->concept_index};
  wish_set_found (item, find_wish (citizen, wish, opening, core, policy), false, policy);
  return true;
}

static bool
judge_sought (const SmaajobCitizen *citizen, const SmaajobOpening *opening, unsigned core,
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
  wish_set_found (item, best, true, policy);
  return sought;
}

bool
wish_judge (const SmaajobCitizen *citizen, uint32_t i, const SmaajobOpening *opening, unsigned core,
            const SmaajobPolicy *policy, Item *item)
{
  return i < citizen->n_wishes ? judge_avoided (citizen, i, opening, core, policy, item)
                               : judge_sought (citizen, opening, core, policy, item);
}
