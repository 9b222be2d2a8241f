/* SPDX-License-Identifier: Apache-2.0 */
#include "match/unknown.h"

#include "match/reasons.h"

void
unknowns_add (Unknowns *unknowns, Unknown unknown, Subject subject)
{
  unknown.subject = subject_get_name (&unknowns->pairing, subject);
  unknown.index = subject.index;
  unknowns->list[unknowns->n++] = unknown;
}

void
unknowns_add_if (Unknowns *unknowns, bool asked, Unknown unknown, Member member)
{
  if (asked)
    unknowns_add (unknowns, unknown, (Subject){SUBJECT_MEMBER, member});
}

bool
unknowns_have (const Unknowns *unknowns, size_t first, uint32_t index)
{
  for (size_t i = first; i < unknowns->n; i++)
    if (unknowns->list[i].index == index)
      return true;
  return false;
}

Week
unknown_week_of (bool all)
{
  const Week none = {.days = 0};

  return all ? week_whole : none;
}
