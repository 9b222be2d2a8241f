/* SPDX-License-Identifier: Apache-2.0 */
#include "many/known.h"

#include "many/kinds.h"
#include "many/wishing.h"

#include "judgement/requirement.h"

static uint64_t
weight_of (const Sweep *sweep, SmaajobCriterionId criterion)
{
  return (uint64_t) sweep->screen->policy->numbers[POLICY_WEIGHT_COMPETENCE + criterion];
}

/* All that can be asked of a pair, in weights times shares. */
static uint64_t
most_stake (const Sweep *sweep, uint64_t share)
{
  const SmaajobCitizen *citizen = sweep->screen->citizen;

  return sweep->screen->view->most_stake +
         share * (weight_of (sweep, SMAAJOB_CRITERION_ACCOMMODATION) * (citizen->n_needs + 1u) +
                  weight_of (sweep, SMAAJOB_CRITERION_WISH) * (citizen->n_wishes + 1u) +
                  weight_of (sweep, SMAAJOB_CRITERION_HOURS_EMPLOYER) +
                  weight_of (sweep, SMAAJOB_CRITERION_HOURS_CITIZEN) +
                  weight_of (sweep, SMAAJOB_CRITERION_TRAVEL));
}

/* A coverage of less than a thousandth counts as none. What counts for nothing tells nothing; only
   of competence and needs it would still decide the verdict. */
static bool
is_one_enough (const Sweep *sweep)
{
  const int32_t *shares = &sweep->screen->policy->numbers[POLICY_SHARE_MUST];
  uint64_t least = UINT64_MAX, least_share = UINT64_MAX, most_share = 0;

  for (int i = 0; i <= POLICY_SHARE_NICE - POLICY_SHARE_MUST; i++) {
    least_share = (uint64_t) shares[i] < least_share ? (uint64_t) shares[i] : least_share;
    most_share = (uint64_t) shares[i] > most_share ? (uint64_t) shares[i] : most_share;
  }
  for (int i = 0; i < N_CRITERIA; i++) {
    uint64_t weight = weight_of (sweep, (SmaajobCriterionId) i);

    least = weight > 0 && weight < least ? weight : least;
  }
  return least_share > 0 && weight_of (sweep, SMAAJOB_CRITERION_COMPETENCE) > 0 &&
         weight_of (sweep, SMAAJOB_CRITERION_ACCOMMODATION) > 0 &&
         least * least_share * 1000 >= most_stake (sweep, most_share);
}

void
known_begin (Sweep *sweep)
{
  const Screen *screen = sweep->screen;
  const SmaajobCitizen *citizen = screen->citizen;
  bool musts = (citizen->must_exposures | citizen->must_provisions) != 0;

  sweep->knowledge = (Knowledge){
      .by_bits = is_one_enough (sweep),
      .everywhere = screen->other_needs.known > 0,
      .by_place = screen->range.made && screen->near_travel.known > 0,
      .by_hours = screen->hours_known && screen->unknown_hours.stake > 0,
      .by_asking = citizen->competencies_complete,
      .by_wishes = sweep->n_wishes > 0 && weight_of (sweep, SMAAJOB_CRITERION_WISH) > 0,
      .musts = musts,
      .never_fit = screen->findings.needs_unknown || screen->findings.choice_pending || musts};
}

bool
known_is_likely (const Sweep *sweep)
{
  const Knowledge *knowledge = &sweep->knowledge;

  return knowledge->everywhere || knowledge->by_place || knowledge->by_hours ||
         knowledge->by_wishes;
}

void
known_find (Sweep *sweep, uint32_t part)
{
  const Knowledge *knowledge = &sweep->knowledge;

  for (uint32_t k = 0; k < sweep->live.n; k++) {
    uint32_t b = sweep_block (sweep, part, k);
    const Marks *marks = &sweep->screen->market->marks[b];

    sweep->known[b] =
        (knowledge->everywhere ? UINT64_MAX : 0) | (knowledge->by_place ? marks->located : 0) |
        (knowledge->by_hours ? marks->scheduled : 0) | (knowledge->by_asking ? marks->asking : 0) |
        (knowledge->by_wishes ? wishing_known (sweep, b) : 0);
  }
}

uint32_t
known_count_wanting (const Sweep *sweep, uint32_t part)
{
  uint32_t n = 0;

  for (uint32_t k = 0; k < sweep->live.n; k++) {
    uint32_t b = sweep_block (sweep, part, k);

    n += (uint32_t) __builtin_popcountll (sweep->alive[b] & ~sweep->known[b]);
  }
  return n;
}

/* Of an optional task it is not told whether a must is known, only that it may decide. */
static void
find_optional (Sweep *sweep, uint32_t concept, unsigned telling)
{
  const SmaajobMarket *market = sweep->screen->market;
  const KindLists *optional = &sweep->screen->view->optional_musts;
  const uint32_t *kinds = &market->concepts[concept];

  if (optional->first[kinds[0]] == optional->first[kinds[1]])
    return;
  for (uint32_t kind = kinds[0]; kind < kinds[1]; kind++)
    if (telling >> kind_code (market->kinds[kind]) & 1)
      bits_add_places (optional, kind, sweep->odd);
}

static void
find_told (Sweep *sweep, uint32_t concept, const HeldRow *row)
{
  const View *view = sweep->screen->view;
  const uint32_t *first = &view->first_posting[concept];

  for (uint32_t i = first[0]; i < first[1]; i++) {
    const uint32_t opening = posting_opening (sweep->screen->market->postings[i]);
    const unsigned code = view->posted[i];

    if (row->known >> code & 1)
      bits_add (sweep->known, opening);
    else if (row->odd >> code & 1)
      bits_add (sweep->odd, opening);
  }
}

/* The lists that follow are elsewhere: fetch them meanwhile. */
#define LISTS_AHEAD 6

void
known_find_requirements (Sweep *sweep)
{
  const Screen *screen = sweep->screen;

  for (uint32_t k = 0; k < screen->n_near; k++) {
    const HeldRow *row = kinds_held (screen, screen->near[k]);

    if (k + LISTS_AHEAD < screen->n_near)
      kinds_fetch_postings (screen, screen->near[k + LISTS_AHEAD]);
    if ((row->known | row->odd) == 0)
      continue;
    find_told (sweep, screen->near[k], row);
    find_optional (sweep, screen->near[k], row->known | row->odd);
  }
}

/* The verdict of a must that is not known is unclear, and of tasks without musts it is clear; so
   what all else comes to is to be screened. */
uint64_t
known_find_odd (const Sweep *sweep, uint32_t block)
{
  return sweep->all_odd ? UINT64_MAX
                        : sweep->odd[block] | sweep->screen->market->marks[block].unposted;
}

void
known_note_scoreless (Sweep *sweep, uint32_t block, uint64_t pairs, uint64_t gates_unknown)
{
  const Marks *marks = &sweep->screen->market->marks[block];
  uint64_t practice = pairs & marks->pay_refused, unclear = pairs & ~practice;

  if (!sweep->knowledge.never_fit)
    unclear &= ~marks->easy | gates_unknown;
  sweep_note_scoreless (sweep, SMAAJOB_VERDICT_PRACTICE_ONLY, block, practice);
  sweep_note_scoreless (sweep, SMAAJOB_VERDICT_UNCLEAR, block, unclear);
  sweep_note_scoreless (sweep, SMAAJOB_VERDICT_FIT, block, pairs & ~practice & ~unclear);
}
