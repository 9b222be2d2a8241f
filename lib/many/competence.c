/* SPDX-License-Identifier: Apache-2.0 */
#include "many/competence.h"

#include "many/kinds.h"

#include <string.h>

static bool
part_is_live (const Sweep *sweep, uint32_t part)
{
  const uint64_t *alive = sweep->alive + (size_t) part * PART_BLOCKS;
  uint64_t any = 0;

  for (uint32_t b = 0; b < part_blocks (sweep->screen->market, part); b++)
    any |= alive[b];
  return any != 0;
}

static void
list_spans (Sweep *sweep)
{
  const SmaajobMarket *market = sweep->screen->market;

  sweep->n_spans = 0;
  for (uint32_t part = 0; part < market->n_parts; part++) {
    uint32_t first = part * PART_OPENINGS,
             last = first + part_blocks (market, part) * BLOCK_OPENINGS;

    if (!part_is_live (sweep, part))
      continue;
    if (sweep->n_spans > 0 && sweep->spans[sweep->n_spans - 1].last == first)
      sweep->spans[sweep->n_spans - 1].last = last;
    else
      sweep->spans[sweep->n_spans++] = (Span){first, last};
  }
}

/* Lists ascend. */
static uint32_t
find_posting (const SmaajobMarket *market, uint32_t from, uint32_t to, uint32_t opening)
{
  while (from < to) {
    uint32_t middle = from + (to - from) / 2;

    if (posting_opening (market->postings[middle]) < opening)
      from = middle + 1;
    else
      to = middle;
  }
  return from;
}

static void
add_posting (Sweep *sweep, Posting posting, int32_t more)
{
  const int32_t share = (int32_t) (posting & ((1u << POSTING_SHARE_BITS) - 1)) + 1;
  int16_t *sum = &sweep->competence[posting_opening (posting)];

  *sum = (int16_t) (*sum + (more * share >> POSTING_SHARE_BITS));
}

static void
add_list (Sweep *sweep, uint32_t from, uint32_t to, int32_t more)
{
  for (uint32_t i = from; i < to; i++)
    add_posting (sweep, sweep->screen->market->postings[i], more);
}

/* Of a long list only what is in the spans. */
#define LONG_LIST 64

static void
add_spans (Sweep *sweep, const uint32_t list[2], int32_t more)
{
  const SmaajobMarket *market = sweep->screen->market;
  uint32_t from = list[0];

  if (list[1] - list[0] < LONG_LIST) {
    add_list (sweep, list[0], list[1], more);
    return;
  }
  for (uint32_t i = 0; i < sweep->n_spans; i++) {
    uint32_t first = find_posting (market, from, list[1], sweep->spans[i].first);

    from = find_posting (market, first, list[1], sweep->spans[i].last);
    add_list (sweep, first, from, more);
  }
}

static void
add_kinds (Sweep *sweep, uint32_t concept, const HeldRow *row)
{
  const SmaajobMarket *market = sweep->screen->market;

  for (uint32_t kind = market->concepts[concept]; kind < market->concepts[concept + 1]; kind++) {
    const int32_t more = row->more[kind_code (market->kinds[kind])];

    if (more != 0)
      add_spans (sweep, &market->first_postings[kind], more);
  }
}

static void
add_all (Sweep *sweep, uint32_t from, uint32_t to, const HeldRow *row)
{
  const uint8_t *posted = sweep->screen->view->posted;

  for (uint32_t i = from; i < to; i++)
    add_posting (sweep, sweep->screen->market->postings[i], row->more[posted[i]]);
}

/* Most concepts have few: to look up of each posting what its kind costs is less work than to go
   through their kinds. */
#define MANY_POSTINGS 256

static void
add_concept (Sweep *sweep, uint32_t concept)
{
  const uint32_t *first = &sweep->screen->view->first_posting[concept];
  const HeldRow *row = kinds_held (sweep->screen, concept);

  if (first[1] - first[0] < MANY_POSTINGS)
    add_all (sweep, first[0], first[1], row);
  else
    add_kinds (sweep, concept, row);
}

/* The lists that follow are elsewhere: fetch them meanwhile. */
#define LISTS_AHEAD 6

static void
add_postings (Sweep *sweep)
{
  const Screen *screen = sweep->screen;
  const uint32_t *near = screen->near;

  for (uint32_t k = 0; k < screen->n_near; k++) {
    if (k + LISTS_AHEAD < screen->n_near)
      kinds_fetch_postings (screen, near[k + LISTS_AHEAD]);
    add_concept (sweep, near[k]);
  }
}

void
competence_sum (Sweep *sweep)
{
  const int16_t *bare = sweep->screen->view->bare[sweep->screen->citizen->competencies_complete];

  if (sweep->n_spans > 0)
    return;
  list_spans (sweep);
  for (uint32_t i = 0; i < sweep->n_spans; i++)
    memcpy (sweep->competence + sweep->spans[i].first, bare + sweep->spans[i].first,
            (sweep->spans[i].last - sweep->spans[i].first) * sizeof *bare);
  add_postings (sweep);
}

static Cost
cost_of_task (const Screen *screen, const PackedTask *task, const PackedRequirement *requirements)
{
  Cost cost = task->marks & TASK_TOLD ? 0 : screen->untold_requirements.cost;

  for (unsigned i = 0; i < task->n_requirements; i++)
    cost += kinds_find (screen, kind_of (requirements[i])).cost;
  return share_cost (task, cost);
}

Cost
competence_of (const Screen *screen, uint32_t opening)
{
  const SmaajobMarket *market = screen->market;
  const Start start = market_start (market, opening), end = market_start (market, opening + 1);
  const PackedRequirement *requirements = &market->requirements[start.requirement];
  Cost cost = 0;

  for (uint32_t at = start.task; at < end.task; at++) {
    const PackedTask *task = &market->tasks[at];

    if (task->marks & TASK_CORE)
      cost += cost_of_task (screen, task, requirements);
    requirements += task->n_requirements;
  }
  return cost;
}

Cost
competence_of_dearest (const Screen *screen, uint32_t opening)
{
  Dearest left = screen->view->dearest[opening];
  Cost cost = 0;

  for (int k = 0; k < N_DEAREST; k++, left >>= DEAREST_BITS) {
    const uint32_t kind = left & ((1u << DEAREST_KIND_BITS) - 1),
                   share = (left >> DEAREST_KIND_BITS & ((1u << DEAREST_SHARE_BITS) - 1)) + 1;

    cost += (Cost) screen->by_kind[kind].cost * share >> DEAREST_SHARE_BITS;
  }
  return cost;
}
