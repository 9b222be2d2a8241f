/* SPDX-License-Identifier: Apache-2.0 */
#include "many/wishing.h"

#include "many/kinds.h"
#include "many/needs.h"

#include "judgement/wish.h"

#include <string.h>

static bool
is_sought (const Sweep *sweep, const WishView *view)
{
  return view->item == sweep->screen->citizen->n_wishes;
}

static bool
belongs (const Sweep *sweep, const WishView *view, uint32_t wish)
{
  return is_sought (sweep, view)
             ? citizen_wishes (sweep->screen->citizen)[wish].wants == SMAAJOB_WISH_SEEK
             : wish == view->item;
}

static uint64_t *
wished_by (const Sweep *sweep, const WishView *view)
{
  return sweep->wished + (view - sweep->wishes) * SWEEP_WORDS (sweep->screen->market);
}

static uint64_t *
found_by (const Sweep *sweep, const WishView *view)
{
  return sweep->found[view - sweep->wishes];
}

/* Where no relation counts for nothing, whatever is related is what the wish is about. */
static bool
counts_every_relation (const SmaajobPolicy *policy)
{
  for (int i = 0; i < N_RELATIONS; i++)
    if (policy->similarity[i] <= 0)
      return false;
  return true;
}

static bool
is_about (const Screen *screen, const Wish *wish, uint32_t concept)
{
  const Asked *asked = &screen->view->asked[concept];
  const Requirement wanted = {.near = asked->near, .concept_index = asked->concept_index};

  return wish_is_about (screen->citizen, wish, &wanted, screen->policy);
}

/* What a wish finds depends on the market and the policy alone, so the bits of one that many
   openings meet are kept for the next who has it. */
static uint64_t *
kept_bits (const Sweep *sweep, const Wish *wish)
{
  return sweep->kept_found +
         (size_t) (wish->concept_index % SWEEP_KEPT) * sweep->screen->market->n_blocks;
}

static bool
is_kept (const Sweep *sweep, const Wish *wish)
{
  return sweep->kept[wish->concept_index % SWEEP_KEPT] == wish->concept_index + 1;
}

/* Of the concepts that look up this one, at most so many steps above them, those the wish is about.
   Returns how many postings they have. */
static uint32_t
list_askers (Sweep *sweep, const Wish *wish, uint32_t looked_up, unsigned most, uint64_t *wished)
{
  const Screen *screen = sweep->screen;
  const uint32_t *first = screen->view->first_posting;
  const bool all = counts_every_relation (screen->policy);
  const Asker *end, *asker = kinds_find_askers (screen->view, screen->market, looked_up, &end);
  uint32_t n = 0;

  for (; asker < end && asker_steps (*asker) <= most; asker++) {
    const uint32_t concept = asker_concept (*asker);

    if (!all && !is_about (screen, wish, concept))
      continue;
    wished[concept / 64] |= UINT64_C (1) << concept % 64;
    n += first[concept + 1] - first[concept];
    kinds_fetch_postings (screen, concept);
  }
  return n;
}

/* Whatever is related to it looks up the concept itself, a parent or grandparent of it, or another
   parent of its children: see vocabulary_get_relations(). Returns how many postings they have, some
   told twice. */
static uint32_t
list_concepts (Sweep *sweep, const Wish *wish, uint64_t *wished)
{
  const SmaajobVocabulary *vocabulary = sweep->screen->citizen->vocabulary;
  size_t n, n_above;
  const uint32_t *near = vocabulary_get_broader (vocabulary, wish->concept_index, &n), *above;
  uint32_t n_postings = list_askers (sweep, wish, wish->concept_index, 2, wished);

  for (size_t i = 0; i < n; i++) {
    n_postings += list_askers (sweep, wish, near[i], 1, wished);
    above = vocabulary_get_broader (vocabulary, near[i], &n_above);
    for (size_t k = 0; k < n_above; k++)
      n_postings += list_askers (sweep, wish, above[k], 0, wished);
  }
  near = vocabulary_get_narrower (vocabulary, wish->concept_index, &n);
  for (size_t i = 0; i < n; i++) {
    above = vocabulary_get_broader (vocabulary, near[i], &n_above);
    for (size_t k = 0; k < n_above; k++)
      n_postings += list_askers (sweep, wish, above[k], 0, wished);
  }
  return n_postings;
}

static void
add_openings (const Sweep *sweep, const uint64_t *wished, uint64_t *found)
{
  const SmaajobMarket *market = sweep->screen->market;

  for (uint32_t word = 0; word < SWEEP_WORDS (market); word++)
    for (uint64_t left = wished[word]; left != 0; left &= left - 1) {
      const uint32_t concept = word * 64 + (uint32_t) __builtin_ctzll (left),
                     *first = &sweep->screen->view->first_posting[concept];

      bits_add_postings (market, first[0], first[1], found);
    }
}

static void
keep (Sweep *sweep, const Wish *wish, const uint64_t *wished)
{
  uint64_t *bits = kept_bits (sweep, wish);

  memset (bits, 0, sweep->screen->market->n_blocks * sizeof *bits);
  add_openings (sweep, wished, bits);
  sweep->kept[wish->concept_index % SWEEP_KEPT] = wish->concept_index + 1;
}

/* Where fewer openings than there are blocks meet it, to go through them again is less work. */
static void
look_at_concept (Sweep *sweep, const WishView *view, const Wish *wish)
{
  const SmaajobMarket *market = sweep->screen->market;
  const uint32_t n_words = SWEEP_WORDS (market);
  uint64_t *wished = sweep->wished + SWEEP_WISHES * (size_t) n_words;

  if (!is_kept (sweep, wish)) {
    memset (wished, 0, n_words * sizeof *wished);
    if (list_concepts (sweep, wish, wished) < market->n_blocks) {
      bits_add_all (wished_by (sweep, view), wished, n_words);
      return;
    }
    keep (sweep, wish, wished);
  }
  bits_add_all (found_by (sweep, view), kept_bits (sweep, wish), market->n_blocks);
}

static void
look_at_wishes (Sweep *sweep, WishView *view)
{
  const SmaajobCitizen *citizen = sweep->screen->citizen;
  const size_t n_words = SWEEP_WORDS (sweep->screen->market);

  memset (wished_by (sweep, view), 0, n_words * sizeof (uint64_t));
  memset (found_by (sweep, view), 0, sweep->screen->market->n_blocks * sizeof (uint64_t));
  for (uint32_t i = 0; i < citizen->n_wishes; i++) {
    const Wish *wish = &citizen_wishes (citizen)[i];

    if (!belongs (sweep, view, i))
      continue;
    if (wish->concept_index == WORD_NONE) {
      view->sectors = true;
    } else {
      view->concepts = true;
      look_at_concept (sweep, view, wish);
    }
  }
}

/* Of what is left of the floor, which is the most that all of them cost together. */
static void
weigh_answers (const Sweep *sweep, WishView *view, unsigned *left)
{
  const SmaajobPolicy *policy = sweep->screen->policy;
  const uint64_t weight = (uint64_t) policy->numbers[POLICY_WEIGHT_WISH];
  unsigned most = 0;

  for (int found = FOUND_NO; found <= FOUND_YES; found++) {
    uint64_t units;
    Item item;

    wish_set_found (&item, (Found) found, is_sought (sweep, view), policy);
    units = weight * item.cost.value >> sweep->shift;
    view->costs[found] = (uint8_t) (units < *left ? units : *left);
    most = view->costs[found] > most ? view->costs[found] : most;
  }
  *left -= most;
  /* what is avoided may be found where not everything is listed */
  if (view->costs[FOUND_UNKNOWN] > view->costs[FOUND_YES] && !is_sought (sweep, view))
    view->costs[FOUND_UNKNOWN] = view->costs[FOUND_YES];
}

static bool
is_item (const SmaajobCitizen *citizen, uint32_t item)
{
  if (item < citizen->n_wishes)
    return citizen_wishes (citizen)[item].wants == SMAAJOB_WISH_AVOID;
  for (uint32_t i = 0; i < citizen->n_wishes; i++)
    if (citizen_wishes (citizen)[i].wants == SMAAJOB_WISH_SEEK)
      return true;
  return false;
}

/* So many that some have no code. */
static bool
has_other_sectors (const Sweep *sweep)
{
  const Column *column = sweep->screen->sector_column;

  return column != NULL && column->n_patterns == CODE_OTHER;
}

void
wishing_begin (Sweep *sweep)
{
  const Screen *screen = sweep->screen;
  const SmaajobCitizen *citizen = screen->citizen;

  sweep->n_wishes = 0;
  sweep->all_odd = false;
  for (uint32_t item = 0; item <= citizen->n_wishes; item++) {
    WishView *view = &sweep->wishes[sweep->n_wishes];

    if (!is_item (citizen, item))
      continue;
    if (sweep->n_wishes == SWEEP_WISHES) {
      sweep->all_odd = true;
      return;
    }
    *view = (WishView){.item = item};
    look_at_wishes (sweep, view);
    sweep->all_odd |= view->concepts && view->sectors && has_other_sectors (sweep);
    sweep->n_wishes++;
  }
}

void
wishing_set_shift (Sweep *sweep)
{
  const SmaajobPolicy *policy = sweep->screen->policy;
  unsigned left = cost_in_units (policy, SMAAJOB_CRITERION_WISH, policy->floor, sweep->shift);

  for (uint32_t i = 0; i < sweep->n_wishes; i++)
    weigh_answers (sweep, &sweep->wishes[i], &left);
}

/* Whether a sector is one of those that are wished. */
static bool
is_wished (const Sweep *sweep, const WishView *view, const char *sector)
{
  const SmaajobCitizen *citizen = sweep->screen->citizen;

  for (uint32_t i = 0; i < citizen->n_wishes; i++) {
    const Wish *wish = &citizen_wishes (citizen)[i];

    if (belongs (sweep, view, i) && wish->concept_index == WORD_NONE &&
        wish_find_sector (wish->sector, sector) == FOUND_YES)
      return true;
  }
  return false;
}

/* Those whose code stands for 1. */
static void
find_codes (Sweep *sweep, uint32_t part, const Column *column, const uint8_t *table,
            uint64_t *found)
{
  const KernelColumn codes = sweep_column (sweep, column, part, table);
  KernelStates *states = sweep->states + (size_t) part * PART_BLOCKS;

  sweep_list_live (sweep, part);
  sweep->kernel->look_up (&codes, 1, &sweep->live, 1, states);
  for (uint32_t k = 0; k < sweep->live.n; k++)
    found[sweep_block (sweep, part, k)] |= states[sweep->live.blocks[k]].bits[0];
}

/* What has no code may be anything: found, if that costs nothing. */
static void
find_sectors (Sweep *sweep, const WishView *view, uint64_t *found)
{
  const SmaajobMarket *market = sweep->screen->market;
  const Column *column = sweep->screen->sector_column;
  uint8_t table[256] = {0};

  if (column == NULL)
    return;
  for (uint32_t code = 1; code < column->n_patterns; code++) {
    uint32_t example = market->patterns[column->first_pattern + code];

    table[code] = is_wished (sweep, view, market_image (market, example)->sector) ? 1 : 0;
  }
  table[CODE_OTHER] = column->n_patterns == CODE_OTHER && is_sought (sweep, view) ? 1 : 0;
  for (uint32_t part = 0; part < market->n_parts; part++)
    find_codes (sweep, part, column, table, found);
}

/* What is kept has been found. */
void
wishing_find (Sweep *sweep)
{
  for (uint32_t i = 0; i < sweep->n_wishes; i++) {
    const WishView *view = &sweep->wishes[i];

    if (view->concepts)
      add_openings (sweep, wished_by (sweep, view), found_by (sweep, view));
    if (view->sectors)
      find_sectors (sweep, view, found_by (sweep, view));
  }
}

/* Those that tell enough to say that what is wished is not there. */
static uint64_t
telling (const WishView *view, const Marks *marks)
{
  return (view->concepts ? marks->told : UINT64_MAX) &
         (view->sectors ? marks->sectored : UINT64_MAX);
}

uint64_t
wishing_known (const Sweep *sweep, uint32_t b)
{
  const Marks *marks = &sweep->screen->market->marks[b];
  uint64_t known = 0;

  for (uint32_t i = 0; i < sweep->n_wishes; i++)
    known |= sweep->found[i][b] | telling (&sweep->wishes[i], marks);
  return known;
}

void
wishing_look (const Sweep *sweep, const WishView *view, uint32_t b, uint64_t *found, uint64_t *told)
{
  const Marks *marks = &sweep->screen->market->marks[b];

  *found = found_by (sweep, view)[b];
  if (view->concepts && is_sought (sweep, view))
    *found |= marks->unposted;
  *told = telling (view, marks);
}
