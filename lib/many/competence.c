/* SPDX-License-Identifier: Apache-2.0 */
#include "many/competence.h"

#include "many/kinds.h"

#include <string.h>

static void
list_spans (Sweep *sweep)
{
  const SmaajobMarket *market = sweep->screen->market;

  sweep->n_spans = 0;
  for (uint32_t part = 0; part < market->n_parts; part++) {
    uint32_t first = part * PART_OPENINGS,
             last = first + part_blocks (market, part) * BLOCK_OPENINGS;

    sweep_list_live (sweep, part);
    if (sweep->live.n == 0)
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
add_list (Sweep *sweep, uint32_t from, uint32_t to, int32_t more)
{
  const Posting *postings = sweep->screen->market->postings;
  int16_t *competence = sweep->competence;

  for (uint32_t i = from; i < to; i++) {
    const Posting posting = postings[i];
    const int32_t share = (int32_t) (posting & ((1u << POSTING_SHARE_BITS) - 1)) + 1;
    int16_t *sum = &competence[posting_opening (posting)];

    *sum = (int16_t) (*sum + (more * share >> POSTING_SHARE_BITS));
  }
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
add_concept (Sweep *sweep, const NearConcept *near)
{
  const SmaajobMarket *market = sweep->screen->market;
  const HeldRow *row = &sweep->screen->rows[near->row];

  for (uint32_t kind = market->concepts[near->concept]; kind < market->concepts[near->concept + 1];
       kind++) {
    const int32_t more = row->more[kind_code (market->kinds[kind])];

    if (more != 0)
      add_spans (sweep, &market->first_postings[kind], more);
  }
}

/* The lists that follow are elsewhere: fetch them meanwhile. */
#define LISTS_AHEAD  6
#define STARTS_AHEAD 12

static void
fetch_lists (const SmaajobMarket *market, const uint32_t *kinds)
{
  const char *lists = (const char *) &market->postings[market->first_postings[kinds[0]]];

  __builtin_prefetch (lists);
  __builtin_prefetch (lists + 64);
}

static void
fetch_starts (const SmaajobMarket *market, const uint32_t *kinds)
{
  __builtin_prefetch (&market->kinds[kinds[0]]);
  __builtin_prefetch (&market->first_postings[kinds[0]]);
  __builtin_prefetch (&market->first_postings[kinds[1]]);
}

static void
add_postings (Sweep *sweep)
{
  const Screen *screen = sweep->screen;
  const SmaajobMarket *market = screen->market;
  const NearConcept *near = screen->near;

  for (uint32_t k = 0; k < screen->n_near; k++) {
    if (k + STARTS_AHEAD < screen->n_near)
      fetch_starts (market, &market->concepts[near[k + STARTS_AHEAD].concept]);
    if (k + LISTS_AHEAD < screen->n_near)
      fetch_lists (market, &market->concepts[near[k + LISTS_AHEAD].concept]);
    add_concept (sweep, &near[k]);
  }
}

void
competence_sum (Sweep *sweep)
{
  const int16_t *bare = sweep->screen->view->bare[sweep->screen->citizen->competencies_complete];

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
