/* SPDX-License-Identifier: Apache-2.0 */
#include "support-opening.h"

/* What openings and citizens keep about concepts near each other, against every path of the graph.
 */

static SmaajobOpening *
make_opening (SmaajobVocabulary *own, unsigned seed)
{
  SmaajobOpening *opening;

  smaajob_opening_builder_free (builder);
  builder = smaajob_opening_builder_new (own, "o", &error);
  for (size_t task = 0; task < 2; task++) {
    add_task (task == 0 ? "a" : "b");
    for (int i = 0; i < GRAPH_SIZE; i++)
      if (next_random (&seed) % 2 == 0) {
        char id[16];

        snprintf (id, sizeof id, "n%d", i);
        ck_assert (add_requirement (task, id, 1));
      }
  }
  opening = build ();
  return opening;
}

/* Whether the key is at least up steps above the concept by some path, for up 0, 1 or 2. */
static bool
is_above (Graph is_parent, int concept_index, int key, int up)
{
  bool found = false;

  if (up == 0)
    return concept_index == key;
  if (up == 1)
    return is_parent[concept_index][key];
  for (int by = 0; by < GRAPH_SIZE; by++)
    found |= is_parent[concept_index][by] && is_parent[by][key];
  return found;
}

START_TEST (keys_are_the_concept_its_parents_and_theirs)
{
  for (unsigned seed = 2000; seed < 2100; seed++) {
    Graph graph;
    SmaajobVocabulary *own = make_random_vocabulary (seed, graph);
    uint32_t first = vocabulary_find_concept (own, "n0");
    SmaajobOpening *opening = make_opening (own, seed);

    for (size_t i = 0; i < opening->n_requirements; i++) {
      const Requirement *requirement = &opening_requirements (opening)[i];
      int concept_index = (int) (requirement->concept_index - first);
      int n_parents = 0, n_above = 0;

      ck_assert_uint_eq (requirement_keys (requirement)[0], requirement->concept_index);
      for (int key = 0; key < GRAPH_SIZE; key++) {
        bool parent = is_above (graph, concept_index, key, 1);
        bool above = !parent && is_above (graph, concept_index, key, 2);
        const uint32_t *keys =
            requirement_keys (requirement) + 1 + (parent ? 0 : requirement->n_broader);
        size_t n = parent ? requirement->n_broader : requirement->n_broader_2, times = 0;

        for (size_t j = 0; j < n; j++)
          times += keys[j] == first + (uint32_t) key;
        ck_assert_uint_eq (times, parent || above);
        n_parents += parent;
        n_above += above;
      }
      ck_assert_int_eq (requirement->n_broader, n_parents);
      ck_assert_int_eq (requirement->n_broader_2, n_above);
    }
    smaajob_opening_free (opening);
    smaajob_vocabulary_free (own);
  }
}
END_TEST

static bool
has_helper (const Requirement *requirement, size_t number, Relation relation)
{
  for (size_t i = 0; i < requirement->n_helpers; i++)
    if (requirement_helpers (requirement)[i].requirement == number &&
        requirement_helpers (requirement)[i].relation == relation)
      return true;
  return false;
}

START_TEST (helpers_are_the_other_requirements_that_are_near)
{
  for (unsigned seed = 3000; seed < 3100; seed++) {
    Graph graph;
    SmaajobVocabulary *own = make_random_vocabulary (seed, graph);
    SmaajobOpening *opening = make_opening (own, seed);

    for (size_t i = 0; i < opening->n_requirements; i++) {
      uint32_t wanted = opening_requirements (opening)[i].concept_index;
      size_t n = 0;

      for (size_t j = 0; j < opening->n_requirements; j++) {
        uint32_t held = opening_requirements (opening)[j].concept_index;
        unsigned relations = held == wanted ? 0 : vocabulary_get_relations (own, held, wanted);

        for (int relation = 0; relation < N_RELATIONS; relation++) {
          ck_assert_int_eq (has_helper (&opening_requirements (opening)[i], j, (Relation) relation),
                            relations >> relation & 1);
          n += relations >> relation & 1;
        }
      }
      ck_assert_uint_eq (opening_requirements (opening)[i].n_helpers, n);
    }
    smaajob_opening_free (opening);
    smaajob_vocabulary_free (own);
  }
}
END_TEST

/* The best level, in hundredths, of what is held by any path: 0.7 a step down to the wanted, 0.9
 * up. */
static int
find_best_by_paths (Graph is_parent, const int *levels, int wanted)
{
  static const struct {
    int up, down, hundredths;
  } rows[] = {{0, 0, 100}, {1, 0, 90}, {2, 0, 81}, {0, 1, 70}, {0, 2, 49}, {1, 1, 63}};
  int best = 0;

  for (int held = 0; held < GRAPH_SIZE; held++)
    for (size_t i = 0; i < COUNT (rows); i++)
      if (levels[held] * rows[i].hundredths > best &&
          is_related (is_parent, held, wanted, rows[i].up, rows[i].down))
        best = levels[held] * rows[i].hundredths;
  return best;
}

static int
level_in (const SmaajobCitizen *citizen, uint32_t key, int slot, int hundredths)
{
  const Holding *holding = citizen_find_holding (citizen, key);

  return holding == NULL || holding->level[slot] == 0 ? 0 : (holding->level[slot] - 1) * hundredths;
}

static int
larger (int a, int b)
{
  return a > b ? a : b;
}

static int
find_best_by_tables (const SmaajobCitizen *citizen, const Requirement *requirement)
{
  const uint32_t *key = requirement_keys (requirement);
  int best = level_in (citizen, *key, HELD_SELF, 100);

  best = larger (best, level_in (citizen, *key, HELD_CHILD, 90));
  best = larger (best, level_in (citizen, *key, HELD_GRANDCHILD, 81));
  best = larger (best, level_in (citizen, *key++, HELD_COPARENT, 63));
  for (int i = 0; i < requirement->n_broader; i++, key++) {
    best = larger (best, level_in (citizen, *key, HELD_SELF, 70));
    best = larger (best, level_in (citizen, *key, HELD_CHILD, 63));
  }
  for (int i = 0; i < requirement->n_broader_2; i++, key++)
    best = larger (best, level_in (citizen, *key, HELD_SELF, 49));
  return best;
}

static SmaajobCitizen *
make_citizen (SmaajobVocabulary *own, const int *levels)
{
  SmaajobCitizenBuilder *citizens = smaajob_citizen_builder_new (own, "c", &error);
  SmaajobCitizen *citizen;

  for (int i = 0; i < GRAPH_SIZE; i++) {
    char id[16];
    const SmaajobCompetence competence = {id, levels[i], SMAAJOB_EVIDENCE_OBSERVED};

    snprintf (id, sizeof id, "n%d", i);
    if (levels[i] > 0)
      ck_assert (smaajob_citizen_builder_add_competence (citizens, &competence, &error));
  }
  citizen = smaajob_citizen_builder_build (citizens, &error);
  smaajob_citizen_builder_free (citizens);
  return citizen;
}

START_TEST (keys_meet_holdings_where_a_path_of_two_steps_is)
{
  for (unsigned seed = 4000; seed < 4300; seed++) {
    Graph graph;
    unsigned random = seed;
    SmaajobVocabulary *own = make_random_vocabulary (seed, graph);
    SmaajobOpening *opening = make_opening (own, seed);
    SmaajobCitizen *citizen;
    int levels[GRAPH_SIZE];

    for (int i = 0; i < GRAPH_SIZE; i++)
      levels[i] = next_random (&random) % 4 == 0 ? (int) (next_random (&random) % 6) : 0;
    citizen = make_citizen (own, levels);
    for (size_t i = 0; i < opening->n_requirements; i++) {
      int wanted = (int) (opening_requirements (opening)[i].concept_index -
                          vocabulary_find_concept (own, "n0"));

      ck_assert_int_eq (find_best_by_tables (citizen, &opening_requirements (opening)[i]),
                        find_best_by_paths (graph, levels, wanted));
    }
    smaajob_citizen_free (citizen);
    smaajob_opening_free (opening);
    smaajob_vocabulary_free (own);
  }
}
END_TEST

int
main (void)
{
  const TTest *const requirements[] = {keys_are_the_concept_its_parents_and_theirs,
                                       helpers_are_the_other_requirements_that_are_near,
                                       keys_meet_holdings_where_a_path_of_two_steps_is};
  Suite *suite = suite_create ("opening");

  add_fixed_case (suite, "requirements", requirements, COUNT (requirements));
  return run_suite (suite);
}
