/* SPDX-License-Identifier: Apache-2.0 */
/* What is held, against every kind of requirement of a market: as each requirement is judged by
   itself. SMAAJOB_TEST_SEED says which worlds are tried. */
#include "support-opening.h"

#include "effort.h"
#include "many/kinds.h"
#include "many/kinship.h"
#include "many/screen.h"

#include <smaajob/smaajob.h>

#define N_OPENINGS 6
#define N_CITIZENS 12 /* one after the other on one screen */

static unsigned
count_worlds (void)
{
  return few_are_wanted () ? 12 : 60;
}

typedef struct {
  SmaajobVocabulary *vocabulary;
  SmaajobPolicy *policy;
  SmaajobMarket *market;
} World;

static SmaajobPolicy *
make_policy (unsigned *seed)
{
  static const char *const numbers[] = {"/similarity/broader", "/similarity/narrower",
                                        "/priors/competence", "/shares/must", "/shares/nice"};
  static const double values[] = {0, 0.25, 0.7, 0.999};
  SmaajobPolicyBuilder *policies = smaajob_policy_builder_new (&error);
  SmaajobPolicy *policy;
  bool counts = next_random (seed) % 5 != 0;

  for (size_t i = 0; i < COUNT (numbers); i++)
    if (next_random (seed) % 3 == 0)
      ck_assert (smaajob_policy_builder_set_number (
          policies, numbers[i], values[next_random (seed) % COUNT (values)], &error));
  if (!counts) {
    int weights = policy_rows[POLICY_WEIGHT_COMPETENCE].initial +
                  policy_rows[POLICY_WEIGHT_ACCOMMODATION].initial;

    ck_assert (smaajob_policy_builder_set_number (policies, "/weights/competence", 0, &error));
    ck_assert (smaajob_policy_builder_set_number (policies, "/weights/accommodation",
                                                  weights / 1000.0, &error));
  }
  policy = smaajob_policy_builder_build (policies, &error);
  ck_assert_msg (policy != NULL, "%s", error.message);
  smaajob_policy_builder_free (policies);
  return policy;
}

static SmaajobOpening *
make_opening (SmaajobVocabulary *own, int number, unsigned *seed)
{
  char id[16];

  snprintf (id, sizeof id, "o%d", number);
  smaajob_opening_builder_free (builder);
  builder = smaajob_opening_builder_new (own, id, &error);
  for (size_t task = 0; task < 1 + next_random (seed) % 3; task++) {
    snprintf (id, sizeof id, "t%zu", task);
    add_task (id);
    for (int i = 0; i < GRAPH_SIZE; i++) {
      const SmaajobRequirement requirement = {id, 1 + (int) (next_random (seed) % 5),
                                              (SmaajobStrength) (next_random (seed) % N_STRENGTHS),
                                              SMAAJOB_UNKNOWN};

      snprintf (id, sizeof id, "n%d", i);
      if (next_random (seed) % 3 != 0)
        ck_assert (smaajob_opening_builder_add_requirement (builder, task, &requirement, &error));
    }
  }
  return build ();
}

static World
make_world (unsigned seed)
{
  Graph graph;
  World world = {make_random_vocabulary (seed, graph), make_policy (&seed), NULL};
  SmaajobMarketBuilder *markets = smaajob_market_builder_new (world.vocabulary, &error);

  for (int i = 0; i < N_OPENINGS; i++) {
    SmaajobOpening *opening = make_opening (world.vocabulary, i, &seed);

    ck_assert (smaajob_market_builder_add_opening (markets, opening, &error));
    smaajob_opening_free (opening);
  }
  world.market = smaajob_market_builder_build (markets, &error);
  ck_assert_msg (world.market != NULL, "%s", error.message);
  smaajob_market_builder_free (markets);
  return world;
}

static void
clear_world (World *world)
{
  smaajob_market_free (world->market);
  smaajob_policy_free (world->policy);
  smaajob_vocabulary_free (world->vocabulary);
}

static SmaajobCitizen *
make_citizen (SmaajobVocabulary *own, unsigned *seed)
{
  SmaajobCitizenBuilder *citizens = smaajob_citizen_builder_new (own, "c", &error);
  unsigned rarity = 1 + next_random (seed) % 8;
  SmaajobCitizen *citizen;

  for (int i = 0; i < GRAPH_SIZE; i++) {
    char id[16];
    const SmaajobCompetence competence = {id, (int) (next_random (seed) % 6),
                                          (SmaajobEvidence) (next_random (seed) % 4)};

    snprintf (id, sizeof id, "n%d", i);
    if (next_random (seed) % rarity == 0)
      ck_assert (smaajob_citizen_builder_add_competence (citizens, &competence, &error));
  }
  ck_assert (smaajob_citizen_builder_set_competencies_complete (
      citizens, next_random (seed) % 3 == 0, &error));
  citizen = smaajob_citizen_builder_build (citizens, &error);
  ck_assert_msg (citizen != NULL, "%s", error.message);
  smaajob_citizen_builder_free (citizens);
  return citizen;
}

static int32_t
in_unit (const Screen *screen, Cost cost)
{
  return (int32_t) ((uint64_t) screen->policy->numbers[POLICY_WEIGHT_COMPETENCE] * cost >>
                    screen->view->shift);
}

/* How often its concept is listed as near, and what is said of it there. */
static size_t
count_near (const Screen *screen, uint32_t kind, const HeldRow **row)
{
  const uint32_t *concepts = screen->market->concepts;
  size_t n = 0;

  for (uint32_t i = 0; i < screen->n_near; i++) {
    const uint32_t concept = screen->near[i];

    if (kind >= concepts[concept] && kind < concepts[concept + 1]) {
      *row = kinds_held (screen, concept);
      n++;
    }
  }
  return n;
}

static bool
has_code (unsigned codes, unsigned code)
{
  return codes >> code & 1;
}

static size_t
count_below (const Screen *screen, uint32_t kind)
{
  size_t n = 0;

  for (uint32_t i = 0; i < screen->n_below; i++)
    n += screen->below[i] == kind;
  return n;
}

/* The judgement of one who holds nothing. */
static RequirementJudgement
judge_bare (const Screen *screen, const Requirement *requirement)
{
  Requirement far = *requirement;
  RequirementJudgement bare;

  far.near = 0;
  far.n_helpers = 0;
  requirement_judge (NULL, &far, screen->citizen, screen->policy, &bare);
  return bare;
}

static void
assert_is_judged_so (const Screen *screen, const Requirement *requirement, uint32_t kind)
{
  RequirementJudgement expected, bare = judge_bare (screen, requirement);
  KindJudged found = kinds_find (screen, kind);
  bool counts = (int64_t) screen->policy->shares[requirement->importance] *
                    screen->policy->numbers[POLICY_WEIGHT_COMPETENCE] >
                0;
  const unsigned code = kind_code (screen->market->kinds[kind]);
  bool must = requirement->importance == SMAAJOB_STRENGTH_MUST, other, below, known;
  size_t n_listed;
  static const HeldRow none;
  const HeldRow *row = &none;

  requirement_judge (NULL, requirement, screen->citizen, screen->policy, &expected);
  ck_assert_uint_eq (found.cost, expected.item.cost.value);
  ck_assert_uint_eq (found.state, expected.mastery);
  ck_assert_uint_eq (found.importance, requirement->importance);
  ck_assert_uint_eq (found.known, expected.item.known && counts);
  other = expected.item.cost.value != bare.item.cost.value || expected.mastery != bare.mastery ||
          (expected.item.known != bare.item.known && counts);
  below = other && expected.mastery == MASTERY_BELOW && must;
  known = other && expected.item.known && counts;
  n_listed = count_near (screen, kind, &row);
  ck_assert_uint_le (n_listed, 1);
  ck_assert_uint_eq (has_code (row->near, code), other);
  ck_assert_uint_eq (count_below (screen, kind), below);
  ck_assert_uint_eq (has_code (row->below, code), below);
  ck_assert_uint_eq (has_code (row->known, code), known);
  ck_assert_uint_eq (has_code (row->odd, code),
                     other && must && !known && expected.mastery != MASTERY_UNKNOWN);
  ck_assert_uint_eq (has_code (row->telling, code), must && expected.mastery != bare.mastery);
  ck_assert_int_eq (row->more[code], in_unit (screen, expected.item.cost.value) -
                                         in_unit (screen, bare.item.cost.value));
}

static bool
is_must (const Requirement *requirement)
{
  return requirement->importance == SMAAJOB_STRENGTH_MUST;
}

/* Requirement k of opening i, packed: of each task the musts stand first, in the order of the
   document as the others do. */
static PackedRequirement
find_packed (const SmaajobMarket *market, uint32_t i, uint32_t k)
{
  const SmaajobOpening *opening = market_image (market, i);
  const Requirement *requirements = opening_requirements (opening);
  const Task *task = opening_tasks (opening);
  uint32_t before = 0;

  while (k >= task->first_requirement + (uint32_t) task->n_requirements)
    task++;
  for (uint32_t other = task->first_requirement;
       other < task->first_requirement + (uint32_t) task->n_requirements; other++)
    before += is_must (&requirements[other]) == is_must (&requirements[k])
                  ? other < k
                  : is_must (&requirements[other]);
  return market
      ->requirements[market_start (market, i).requirement + task->first_requirement + before];
}

/* Returns of how many concepts the citizen is not bare. */
static size_t
assert_all_are_judged_so (const Screen *screen)
{
  const SmaajobMarket *market = screen->market;

  for (uint32_t i = 0; i < market->n; i++) {
    const SmaajobOpening *opening = market_image (market, i);

    for (uint32_t k = 0; k < opening->n_requirements; k++)
      assert_is_judged_so (screen, &opening_requirements (opening)[k],
                           kind_of (find_packed (market, i, k)));
  }
  return screen->n_near;
}

START_TEST (every_kind_is_judged_as_its_requirements_are)
{
  const unsigned first = (unsigned) number_from ("SMAAJOB_TEST_SEED", 7000);
  size_t n_near = 0;

  for (unsigned seed = first; seed < first + count_worlds (); seed++) {
    World world = make_world (seed);
    unsigned random = seed;
    Screen *screen = screen_new (world.market, view_new (world.market, world.policy));

    for (int i = 0; i < N_CITIZENS; i++) {
      SmaajobCitizen *citizen = make_citizen (world.vocabulary, &random);

      screen_begin (screen, citizen);
      kinds_list_below (screen);
      n_near += assert_all_are_judged_so (screen);
      smaajob_citizen_free (citizen);
    }
    view_free (screen->view);
    screen_free (screen);
    clear_world (&world);
  }
  ck_assert_uint_gt (n_near, (size_t) count_worlds () * N_CITIZENS * 2);
}
END_TEST

/* Concepts whose keys differ by as little as there are steps once shared a number. */
START_TEST (each_key_is_of_one_concept_and_lists_who_asks_by_it)
{
  for (unsigned seed = 8000; seed < 8000 + count_worlds (); seed++) {
    World world = make_world (seed);
    const SmaajobMarket *market = world.market;
    size_t n = 0;

    for (uint32_t i = 0; i < market->n; i++)
      for (uint32_t k = 0; k < market_image (market, i)->n_requirements; k++) {
        const Requirement *requirement = &opening_requirements (market_image (market, i))[k];
        const PackedKind *kind = &market->kinds[kind_of (find_packed (market, i, k))];

        ck_assert_uint_eq (kind->level, requirement->level);
        ck_assert_uint_eq (kind->importance, requirement->importance);
      }
    for (size_t i = 0; i < market->n_keys; i++) {
      ck_assert (i == 0 || market->keys[i] > market->keys[i - 1]);
      ck_assert_uint_lt (market->first_askers[i], market->first_askers[i + 1]);
      for (uint32_t k = market->first_askers[i] + 1; k < market->first_askers[i + 1]; k++)
        n += asker_steps (market->askers[k - 1]) > asker_steps (market->askers[k]);
    }
    ck_assert_uint_eq (n, 0);
    ck_assert_uint_eq (market->first_askers[market->n_keys], market->n_askers);
    clear_world (&world);
  }
}
END_TEST

static SmaajobMarket *
make_market_of (SmaajobVocabulary *own, const char *concept)
{
  const SmaajobRequirement requirement = {concept, 3, SMAAJOB_STRENGTH_MUST, SMAAJOB_UNKNOWN};
  SmaajobMarketBuilder *markets = smaajob_market_builder_new (own, &error);
  SmaajobOpening *opening;
  SmaajobMarket *market;

  smaajob_opening_builder_free (builder);
  builder = smaajob_opening_builder_new (own, "o", &error);
  add_task ("t");
  ck_assert (smaajob_opening_builder_add_requirement (builder, 0, &requirement, &error));
  opening = build ();
  ck_assert (smaajob_market_builder_add_opening (markets, opening, &error));
  market = smaajob_market_builder_build (markets, &error);
  smaajob_opening_free (opening);
  smaajob_market_builder_free (markets);
  return market;
}

START_TEST (what_is_near_is_related_to_what_is_required)
{
  size_t n_near = 0, n_far = 0;

  for (unsigned seed = 9000; seed < 9000 + count_worlds (); seed++) {
    World world = make_world (seed);
    SmaajobVocabulary *own = world.vocabulary;

    for (uint32_t wanted = 0; wanted < smaajob_vocabulary_get_n_concepts (own); wanted++) {
      SmaajobMarket *market = make_market_of (own, vocabulary_get_concept_id (own, wanted));
      View *view = view_new (market, world.policy);
      bool *near = kinds_find_near (view, market);

      for (uint32_t held = 0; held < smaajob_vocabulary_get_n_concepts (own); held++) {
        ck_assert_int_eq (near[held], vocabulary_get_relations (own, held, wanted) != 0);
        n_near += near[held];
        n_far += !near[held];
      }
      memory_free (near);
      view_free (view);
      smaajob_market_free (market);
    }
    clear_world (&world);
  }
  ck_assert_uint_gt (n_near, count_worlds ());
  ck_assert_uint_gt (n_far, count_worlds ());
}
END_TEST

/* Between the first and the last of those whose only parent it is stand no others' children. */
static void
assert_children_stand_together (const SmaajobVocabulary *own, const Kinship *kinship,
                                uint32_t parent)
{
  size_t n, n_above;
  const uint32_t *children = vocabulary_get_narrower (own, parent, &n);
  uint32_t first = UINT32_MAX, last = 0;

  for (size_t i = 0; i < n; i++) {
    const uint32_t place = kinship->places[children[i]];

    vocabulary_get_broader (own, children[i], &n_above);
    if (n_above > 1)
      continue;
    ck_assert_uint_gt (place, kinship->places[parent]);
    first = place < first ? place : first;
    last = place > last ? place : last;
  }
  for (uint32_t place = first; place <= last && first < UINT32_MAX; place++) {
    bool own_child = false;

    for (size_t i = 0; i < n; i++)
      own_child |= children[i] == kinship->concepts[place];
    ck_assert (own_child);
  }
}

START_TEST (children_of_one_parent_stand_together_and_each_concept_once)
{
  for (unsigned seed = 0; seed < count_worlds (); seed++) {
    World world = make_world (seed);
    const uint32_t n = (uint32_t) smaajob_vocabulary_get_n_concepts (world.vocabulary);
    Kinship kinship;

    ck_assert (kinship_init (&kinship, world.vocabulary));
    for (uint32_t i = 0; i < n; i++) {
      ck_assert_uint_lt (kinship.places[i], n);
      ck_assert_uint_eq (kinship.concepts[kinship.places[i]], i);
      assert_children_stand_together (world.vocabulary, &kinship, i);
    }
    kinship_clear (&kinship);
    clear_world (&world);
  }
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {children_of_one_parent_stand_together_and_each_concept_once,
                                every_kind_is_judged_as_its_requirements_are,
                                each_key_is_of_one_concept_and_lists_who_asks_by_it,
                                what_is_near_is_related_to_what_is_required};
  Suite *suite = suite_create ("kinds");

  add_fixed_case (suite, "kinds", tests, COUNT (tests));
  return run_suite (suite);
}
