/* SPDX-License-Identifier: Apache-2.0 */
#include "support-vocabulary.h"

START_TEST (cycle_is_refused_by_name)
{
  const struct {
    const char *edges[8][2]; /* child, parent */
    const char *pointer, *name;
  } rows[] = {
      {{{"a", "b"}, {"b", "a"}}, "/competencies/0/broader/0", "b"},
      {{{"top", NULL}, {"x", "top"}, {"a", "c"}, {"b", "a"}, {"c", "b"}, {"below", "a"}},
       "/competencies/2/broader/0",
       "c"},
  };

  for (size_t i = 0; i < COUNT (rows); i++) {
    SmaajobVocabularyBuilder *builder = builder_new (NULL);

    for (int j = 0; j < 8 && rows[i].edges[j][0] != NULL; j++) {
      ck_assert (add_concept (builder, rows[i].edges[j][0], "da", NULL));
      if (rows[i].edges[j][1] != NULL)
        ck_assert (add_broader (builder, rows[i].edges[j][1]));
    }
    ck_assert_ptr_null (build (builder));
    assert_fault (&error, SMAAJOB_ERROR_RANGE, rows[i].pointer);
    ck_assert_ptr_nonnull (strstr (error.message, rows[i].name));
  }
}
END_TEST

START_TEST (cycle_through_the_base_is_told_where_this_document_closes_it)
{
  SmaajobVocabulary *base = smaajob_vocabulary_new (&error);
  SmaajobVocabularyBuilder *builder = builder_new (base);

  ck_assert (add_concept (builder, "new", "ny", NULL));
  ck_assert (add_concept (builder, REPAIR_MOBILES, NULL, NULL));
  ck_assert (add_broader (builder, "new"));
  ck_assert (add_broader (builder, DISASSEMBLE_MOBILES));
  ck_assert_ptr_null (build (builder));
  assert_fault (&error, SMAAJOB_ERROR_RANGE, "/competencies/1/broader/1");
  ck_assert_str_eq (error.message,
                    "competencies[1].broader[1]: " DISASSEMBLE_MOBILES
                    ", said to be broader than " REPAIR_MOBILES ", is also narrower: a cycle");
  smaajob_vocabulary_free (base);
}
END_TEST

START_TEST (itself_twice_and_too_many_are_refused)
{
  SmaajobVocabularyBuilder *builder = builder_new (NULL);
  char id[16];

  ck_assert (add_concept (builder, "a", "da", NULL));
  ck_assert (!add_broader (builder, "a"));
  assert_fault (&error, SMAAJOB_ERROR_RANGE, "/competencies/0/broader/0");
  ck_assert (add_broader (builder, "b"));
  ck_assert (!add_broader (builder, "b"));
  assert_fault (&error, SMAAJOB_ERROR_DUPLICATE, "/competencies/0/broader/1");
  ck_assert (!add_broader (builder, "free text"));
  assert_fault (&error, SMAAJOB_ERROR_RANGE, "/competencies/0/broader/1");
  for (int i = 1; i < VOCABULARY_MAX_BROADER; i++) {
    snprintf (id, sizeof id, "c%d", i);
    ck_assert (add_broader (builder, id));
  }
  ck_assert (!add_broader (builder, "one_more"));
  assert_fault (&error, SMAAJOB_ERROR_SIZE, "/competencies/0/broader/15");
  smaajob_vocabulary_builder_free (builder);
}
END_TEST

START_TEST (too_many_with_those_of_the_base_are_refused)
{
  const int none[] = {-1};
  int many[VOCABULARY_MAX_BROADER + 1];
  SmaajobVocabularyBuilder *builder = builder_new (NULL);
  SmaajobVocabulary *base;

  for (int i = 0; i < VOCABULARY_MAX_BROADER; i++) {
    add_numbered (builder, i, none);
    many[i] = i;
  }
  many[VOCABULARY_MAX_BROADER] = -1;
  add_numbered (builder, 100, many);
  base = build (builder);
  builder = builder_new (base);
  ck_assert (add_concept (builder, "more", "da", NULL));
  ck_assert (add_concept (builder, "n100", NULL, NULL));
  ck_assert (add_broader (builder, "n3"));
  ck_assert (add_broader (builder, "more"));
  ck_assert_ptr_null (build (builder));
  assert_fault (&error, SMAAJOB_ERROR_SIZE, "/competencies/1/broader/1");
  smaajob_vocabulary_free (base);
}
END_TEST

START_TEST (dangling_is_told_with_both_names)
{
  SmaajobVocabularyBuilder *builder = builder_new (NULL);
  const SmaajobWord gate = {"gate", "da", NULL};

  ck_assert (smaajob_vocabulary_builder_add_gate (builder, &gate, &error));
  ck_assert (add_concept (builder, "child", "da", NULL));
  ck_assert (add_broader (builder, "nowhere"));
  ck_assert_ptr_null (smaajob_vocabulary_builder_build (builder, &error));
  assert_fault (&error, SMAAJOB_ERROR_UNKNOWN_CONCEPT, "/competencies/0/broader/0");
  ck_assert_str_eq (error.message, "competencies[0].broader[0]: nowhere, said to be broader than "
                                   "child, is not a concept");
  ck_assert (add_concept (builder, "nowhere", "da", NULL));
  ck_assert (add_broader (builder, "gate"));
  ck_assert_ptr_null (build (builder));
  assert_fault (&error, SMAAJOB_ERROR_UNKNOWN_CONCEPT, "/competencies/1/broader/0");
}
END_TEST

START_TEST (depth_has_no_limit)
{
  SmaajobVocabularyBuilder *builder = builder_new (NULL);
  SmaajobVocabulary *vocabulary;
  size_t n;

  for (int i = 0; i < 100000; i++) {
    const int broader[] = {i < 99999 ? i + 1 : -1, -1};

    add_numbered (builder, i, broader);
  }
  vocabulary = build (builder);
  ck_assert_ptr_nonnull (vocabulary);
  ck_assert_uint_eq (vocabulary_get_broader (vocabulary, 0, &n)[0], 1);
  smaajob_vocabulary_free (vocabulary);
}
END_TEST

/* As many nodes and edges as ESCO 1.1.1 has. */
START_TEST (the_size_of_esco_takes_less_than_6_mb)
{
  size_t before = bytes_in_use;
  SmaajobVocabularyBuilder *builder = builder_new (NULL);
  SmaajobVocabulary *vocabulary;
  uint32_t n_edges = 0, seed = 7;
  char id[48];
  size_t n;

  for (uint32_t i = 0; i < 14536; i++) {
    const SmaajobWord word = {id, NULL, "a label of some thirty bytes."};

    snprintf (id, sizeof id, "esco:%08x-0000-4000-8000-000000%06x", i * 2654435761u, i);
    ck_assert (smaajob_vocabulary_builder_add_concept (builder, &word, &error));
    for (uint32_t j = 0, last = i; j < 3 && last > 0 && n_edges < 20649; j++, n_edges++) {
      last = next_random (&seed) % last;
      snprintf (id, sizeof id, "esco:%08x-0000-4000-8000-000000%06x", last * 2654435761u, last);
      ck_assert (add_broader (builder, id));
    }
  }
  ck_assert_uint_eq (n_edges, 20649);
  vocabulary = build (builder);
  ck_assert_ptr_nonnull (vocabulary);
  ck_assert_uint_lt (bytes_in_use - before, 6u << 20);
  for (uint32_t i = 0; i < 14536; i++) {
    ck_assert_uint_eq (
        vocabulary_find_concept (vocabulary, vocabulary_get_concept_id (vocabulary, i)), i);
    vocabulary_get_narrower (vocabulary, i, &n);
    n_edges -= (uint32_t) n;
  }
  ck_assert_uint_eq (n_edges, 0);
  smaajob_vocabulary_free (vocabulary);
}
END_TEST

START_TEST (all_shortest_paths_of_two_steps_are_found)
{
  const struct {
    Relation relation;
    int up, down;
  } rows[] = {{RELATION_SELF, 0, 0},    {RELATION_NARROWER, 1, 0},  {RELATION_NARROWER_2, 2, 0},
              {RELATION_BROADER, 0, 1}, {RELATION_BROADER_2, 0, 2}, {RELATION_SIBLING, 1, 1}};

  for (unsigned seed = 0; seed < 200; seed++) {
    Graph graph;
    SmaajobVocabulary *vocabulary = make_random_vocabulary (seed, graph);
    uint32_t first = vocabulary_find_concept (vocabulary, "n0");

    for (int held = 0; held < GRAPH_SIZE; held++)
      for (int wanted = 0; wanted < GRAPH_SIZE; wanted++) {
        unsigned expected = 0;

        for (size_t i = 0; i < COUNT (rows); i++)
          expected |= (unsigned) is_related (graph, held, wanted, rows[i].up, rows[i].down)
                      << rows[i].relation;
        ck_assert_uint_eq (vocabulary_get_relations (vocabulary, first + (uint32_t) held,
                                                     first + (uint32_t) wanted),
                           expected);
        if (expected != 0) {
          const NearBits bits_h = vocabulary_get_near_bits (vocabulary, first + (uint32_t) held),
                         bits_w = vocabulary_get_near_bits (vocabulary, first + (uint32_t) wanted);

          ck_assert (vocabulary_get_near_held (vocabulary, first + (uint32_t) held) &
                     vocabulary_get_near_wanted (vocabulary, first + (uint32_t) wanted));
          ck_assert (near_bits_meet (&bits_h, &bits_w) && near_bits_meet (&bits_w, &bits_h));
        }
      }
    smaajob_vocabulary_free (vocabulary);
  }
}
END_TEST

START_TEST (the_nearest_is_the_most_similar_of_the_shortest)
{
  const int none[] = {-1}, of_0[] = {0, -1}, of_0_1[] = {0, 1, -1}, of_1_4[] = {1, 4, -1};
  SmaajobVocabularyBuilder *builder = builder_new (NULL);
  SmaajobVocabulary *vocabulary;

  add_numbered (builder, 0, none);
  add_numbered (builder, 1, of_0);
  add_numbered (builder, 2, of_0_1);
  add_numbered (builder, 3, none);
  add_numbered (builder, 4, none);
  add_numbered (builder, 5, of_1_4);
  add_numbered (builder, 6, of_0);
  vocabulary = build (builder);
  ck_assert_uint_eq (vocabulary_get_relations (vocabulary, 0, 0), 1u << RELATION_SELF);
  ck_assert_uint_eq (vocabulary_get_relations (vocabulary, 1, 0), 1u << RELATION_NARROWER);
  ck_assert_uint_eq (vocabulary_get_relations (vocabulary, 0, 1), 1u << RELATION_BROADER);
  ck_assert_uint_eq (vocabulary_get_relations (vocabulary, 2, 0), 1u << RELATION_NARROWER);
  ck_assert_uint_eq (vocabulary_get_relations (vocabulary, 5, 0), 1u << RELATION_NARROWER_2);
  ck_assert_uint_eq (vocabulary_get_relations (vocabulary, 0, 5), 1u << RELATION_BROADER_2);
  ck_assert_uint_eq (vocabulary_get_relations (vocabulary, 1, 6), 1u << RELATION_SIBLING);
  ck_assert_uint_eq (vocabulary_get_relations (vocabulary, 1, 4), 1u << RELATION_SIBLING);
  ck_assert_uint_eq (vocabulary_get_relations (vocabulary, 3, 0), 0);
  smaajob_vocabulary_free (vocabulary);
}
END_TEST

int
main (void)
{
  const TTest *const broader[] = {cycle_is_refused_by_name,
                                  cycle_through_the_base_is_told_where_this_document_closes_it,
                                  itself_twice_and_too_many_are_refused,
                                  too_many_with_those_of_the_base_are_refused,
                                  dangling_is_told_with_both_names,
                                  depth_has_no_limit,
                                  the_size_of_esco_takes_less_than_6_mb};
  const TTest *const relation[] = {all_shortest_paths_of_two_steps_are_found,
                                   the_nearest_is_the_most_similar_of_the_shortest};
  Suite *suite = suite_create ("vocabulary");

  add_case (suite, "broader", broader, COUNT (broader));
  add_case (suite, "relation", relation, COUNT (relation));
  return run_suite (suite);
}
