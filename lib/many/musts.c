/* SPDX-License-Identifier: Apache-2.0 */
#include "many/musts.h"

/* What is wanted of them, in room for all there could be, or their number. */
typedef struct {
  const SmaajobMarket *market;
  const SmaajobPolicy *policy;
  const KindPlace *places;
  Must *musts; /* NULL to count */
  uint32_t n;
} Listing;

static void
add (Listing *listing, uint32_t wanted, unsigned how, uint32_t task)
{
  if (listing->musts != NULL)
    listing->musts[listing->n] =
        wanted << (MUST_TASK_BITS + MUST_HOW_BITS) | how << MUST_TASK_BITS | task;
  listing->n++;
}

static void
add_task (Listing *listing, const PackedTask *task, uint32_t number,
          const PackedRequirement *requirements)
{
  if (!(task->marks & TASK_TOLD))
    add (listing, 0, MUST_UNTOLD, number);
  for (unsigned i = 0; i < task_n_musts (task); i++) {
    const uint32_t kind = kind_of (requirements[i]);

    add (listing, listing->places == NULL ? kind : listing->places[kind],
         training_of (requirements[i], listing->policy), number);
  }
}

static void
add_opening (Listing *listing, uint32_t opening)
{
  const SmaajobMarket *market = listing->market;
  const Start start = market_start (market, opening), end = market_start (market, opening + 1);
  const PackedRequirement *requirements = &market->requirements[start.requirement];

  for (uint32_t at = start.task; at < end.task; at++) {
    add_task (listing, &market->tasks[at], at - start.task, requirements);
    requirements += market->tasks[at].n_requirements;
  }
}

static uint32_t
list (Listing *listing, uint32_t *first)
{
  listing->n = 0;
  for (uint32_t i = 0; i < listing->market->n; i++) {
    first[i] = listing->n;
    add_opening (listing, i);
  }
  first[listing->market->n] = listing->n;
  return listing->n;
}

static void
fill_states (Musts *musts)
{
  for (int mastery = 0; mastery < 3; mastery++) {
    for (int training = 0; training < 3; training++)
      musts->states[mastery][training] = must_states[mastery][training];
    musts->states[mastery][MUST_UNTOLD] = MUST_UNKNOWN;
  }
}

Musts *
musts_new (const SmaajobMarket *market, const SmaajobPolicy *policy, const KindPlace *places)
{
  Listing listing = {.market = market, .policy = policy, .places = places};
  Musts *musts = memory_new (sizeof *musts);

  if (musts == NULL)
    return NULL;
  fill_states (musts);
  musts->first = memory_new ((market->n + (size_t) 1) * sizeof *musts->first);
  if (musts->first != NULL)
    musts->musts = memory_new ((list (&listing, musts->first) + (size_t) 1) * sizeof (Must));
  if (musts->musts == NULL) {
    musts_free (musts);
    return NULL;
  }
  listing.musts = musts->musts;
  list (&listing, musts->first);
  return musts;
}

void
musts_free (Musts *musts)
{
  if (musts == NULL)
    return;
  memory_free (musts->first);
  memory_free (musts->musts);
  memory_free (musts);
}
