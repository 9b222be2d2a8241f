/* SPDX-License-Identifier: Apache-2.0 */
#include "support-citizen.h"

START_TEST (holdings_say_what_is_held_around_each_concept)
{
  const uint32_t repair = vocabulary_find_concept (vocabulary, REPAIR_MOBILES);
  const uint32_t disassemble = vocabulary_find_concept (vocabulary, DISASSEMBLE_MOBILES);
  SmaajobCitizen *citizen;
  const Holding *of_repair, *of_disassemble;

  ck_assert (add_competence (DISASSEMBLE_MOBILES, 1, SMAAJOB_EVIDENCE_STATED));
  ck_assert (add_competence (REPAIR_MOBILES, 0, SMAAJOB_EVIDENCE_EMPLOYED));
  citizen = build ();
  of_repair = citizen_find_holding (citizen, repair);
  of_disassemble = citizen_find_holding (citizen, disassemble);
  ck_assert_uint_eq (citizen->first_holding[N_HOLDING_BUCKETS], 2);
  ck_assert_int_eq (of_repair->level[HELD_SELF], 1);
  ck_assert_int_eq (of_repair->proven[HELD_SELF], 1);
  ck_assert_int_eq (of_repair->level[HELD_CHILD], 2);
  ck_assert_int_eq (of_repair->low[HELD_CHILD], 1);
  ck_assert_int_eq (of_repair->proven[HELD_CHILD], 0);
  ck_assert_int_eq (of_repair->level[HELD_COPARENT], 0);
  ck_assert_int_eq (of_disassemble->level[HELD_SELF], 2);
  ck_assert_int_eq (of_disassemble->low[HELD_SELF], 1);
  ck_assert_int_eq (of_disassemble->level[HELD_CHILD], 0);
  smaajob_citizen_free (citizen);
}
END_TEST

/* Whether what is held stands to the key as the slot says. */
static bool
is_in_slot (Graph is_parent, int held, int key, int slot)
{
  bool found = false;

  if (slot == HELD_SELF)
    return held == key;
  if (slot == HELD_CHILD)
    return is_parent[held][key];
  for (int by = 0; by < GRAPH_SIZE; by++)
    found |= slot == HELD_GRANDCHILD ? is_parent[held][by] && is_parent[by][key]
                                     : held != key && is_parent[by][held] && is_parent[by][key];
  return found;
}

static Holding
expect_holding (Graph is_parent, const SmaajobCitizen *citizen, uint32_t first, int key)
{
  Holding expected = {.key = holding_key (first + (uint32_t) key)};

  for (size_t i = 0; i < citizen->n_competences; i++) {
    const Competence *competence = &citizen_competences (citizen)[i];
    bool stated = competence->evidence == SMAAJOB_EVIDENCE_STATED;
    int level = competence->level + 1;
    int low = stated && level > 1 ? level - 1 : level;

    for (int slot = 0; slot < N_HELD; slot++)
      if ((slot == HELD_SELF || competence->level > 0) &&
          is_in_slot (is_parent, (int) (competence->concept_index - first), key, slot)) {
        expected.level[slot] =
            (uint8_t) (expected.level[slot] > level ? expected.level[slot] : level);
        expected.low[slot] = (uint8_t) (expected.low[slot] > low ? expected.low[slot] : low);
        if (!stated && expected.proven[slot] < level)
          expected.proven[slot] = (uint8_t) level;
      }
  }
  return expected;
}

START_TEST (holdings_agree_with_every_path_in_random_graphs)
{
  const Holding nothing = {0};

  for (unsigned seed = 1000; seed < 1200; seed++) {
    Graph graph;
    unsigned random = seed;
    SmaajobVocabulary *own = make_random_vocabulary (seed, graph);
    uint32_t first = vocabulary_find_concept (own, "n0");
    SmaajobCitizen *citizen;

    smaajob_citizen_builder_free (builder);
    builder = smaajob_citizen_builder_new (own, "c", &error);
    for (int i = 0; i < GRAPH_SIZE; i++)
      if (next_random (&random) % 3 == 0) {
        char id[16];

        snprintf (id, sizeof id, "n%d", i);
        ck_assert (add_competence (id, (int) (next_random (&random) % 6),
                                   (SmaajobEvidence) (next_random (&random) % 4)));
      }
    citizen = build ();
    for (int key = 0; key < GRAPH_SIZE; key++) {
      Holding expected = expect_holding (graph, citizen, first, key);
      const Holding *holding = citizen_find_holding (citizen, first + (uint32_t) key);

      if (holding == NULL)
        ck_assert_mem_eq (expected.level, nothing.level, N_HELD);
      else
        ck_assert_mem_eq (holding, &expected, sizeof expected);
    }
    smaajob_citizen_free (citizen);
    smaajob_vocabulary_free (own);
  }
}
END_TEST

/* A concept far up, with thousands below it that have other parents besides. */
START_TEST (holdings_of_a_broad_concept_stay_bounded)
{
  SmaajobVocabularyBuilder *broad = smaajob_vocabulary_builder_new (NULL, NULL, &error);
  SmaajobVocabulary *own;
  SmaajobCitizen *citizen;
  size_t before;

  for (int i = 0; i < 20000; i++) {
    const int roots[] = {-1}, children[] = {i % 10, (i + 1) % 10, (i + 3) % 10, -1};

    add_numbered (broad, i, i < 10 ? roots : children);
  }
  own = smaajob_vocabulary_builder_build (broad, &error);
  smaajob_vocabulary_builder_free (broad);
  smaajob_citizen_builder_free (builder);
  builder = smaajob_citizen_builder_new (own, "c", &error);
  for (int i = 0; i < 5; i++) {
    char id[16];

    snprintf (id, sizeof id, "n%d", i);
    ck_assert (add_competence (id, i + 1, SMAAJOB_EVIDENCE_CERTIFIED));
  }
  before = bytes_in_use;
  blocks_left = 4;
  citizen = build ();
  blocks_left = -1;
  ck_assert_uint_lt (bytes_in_use - before, 2048);
  ck_assert_uint_eq (citizen->first_holding[N_HOLDING_BUCKETS], 10);
  ck_assert_int_eq (citizen_find_holding (citizen, 3)->level[HELD_SELF], 5);
  ck_assert_int_eq (citizen_find_holding (citizen, 3)->level[HELD_COPARENT], 6);
  smaajob_citizen_free (citizen);
  smaajob_vocabulary_free (own);
}
END_TEST

int
main (void)
{
  const TTest *const holdings[] = {holdings_say_what_is_held_around_each_concept,
                                   holdings_agree_with_every_path_in_random_graphs,
                                   holdings_of_a_broad_concept_stay_bounded};
  Suite *suite = suite_create ("citizen");

  add_fixed_case (suite, "holdings", holdings, COUNT (holdings));
  return run_suite (suite);
}
