/* SPDX-License-Identifier: Apache-2.0 */
#include "support-vocabulary.h"

#include "words/tables.h"

START_TEST (has_56_conditions_8_gates_and_44_concepts)
{
  SmaajobVocabulary *vocabulary = smaajob_vocabulary_new (&error);
  SmaajobCondition lift;
  SmaajobWord gate;

  ck_assert_uint_eq (smaajob_vocabulary_get_n_conditions (vocabulary), 56);
  ck_assert_uint_eq (smaajob_vocabulary_get_n_gates (vocabulary), 8);
  ck_assert_uint_eq (smaajob_vocabulary_get_n_concepts (vocabulary), 44);
  lift = smaajob_vocabulary_get_condition_at (vocabulary, 9);
  ck_assert_str_eq (lift.id, "phy_lift");
  ck_assert_int_eq (lift.kind, SMAAJOB_KIND_PHYSICAL);
  ck_assert_int_eq (lift.type, SMAAJOB_CONDITION_CEILING);
  ck_assert_str_eq (lift.unit, "kg");
  ck_assert_str_eq (lift.label_da, "Tunge løft og bæring (kg)");
  ck_assert_str_eq (lift.icf, "d430");
  ck_assert_str_eq (lift.onet, "1.A.3.a.1");
  ck_assert_ptr_null (smaajob_vocabulary_get_condition_at (vocabulary, 0).unit);
  ck_assert_ptr_null (smaajob_vocabulary_get_condition_at (vocabulary, 56).id);
  gate = smaajob_vocabulary_get_gate_at (vocabulary, 2);
  ck_assert_str_eq (gate.id, "gate_driving_licence");
  ck_assert_str_eq (gate.label_da, "Kørekort");
  ck_assert_ptr_null (smaajob_vocabulary_get_gate_at (vocabulary, 8).id);
  ck_assert_str_eq (smaajob_vocabulary_get_concept_at (vocabulary, 0).label_en, "clean surfaces");
  ck_assert_ptr_null (smaajob_vocabulary_get_concept_at (vocabulary, 44).label_en);
  ck_assert_str_eq (smaajob_vocabulary_get_version (vocabulary), "builtin-1");
  smaajob_vocabulary_free (vocabulary);
}
END_TEST

START_TEST (every_word_is_found_as_its_own_kind_alone)
{
  SmaajobVocabulary *vocabulary = smaajob_vocabulary_new (&error);

  for (uint32_t i = 0; i < 56; i++) {
    const char *id = vocabulary_get_condition_id (vocabulary, i);

    ck_assert_uint_eq (vocabulary_find_condition (vocabulary, id), i);
    ck_assert_uint_eq (vocabulary_find_concept (vocabulary, id), WORD_NONE);
    ck_assert_int_eq (vocabulary_get_condition_type (vocabulary, i),
                      smaajob_vocabulary_get_condition_at (vocabulary, i).type);
  }
  for (uint32_t i = 0; i < 8; i++) {
    ck_assert_uint_eq (vocabulary_find_gate (vocabulary, vocabulary_get_gate_id (vocabulary, i)),
                       i);
    ck_assert_uint_eq (
        vocabulary_find_condition (vocabulary, vocabulary_get_gate_id (vocabulary, i)), WORD_NONE);
  }
  for (uint32_t i = 0; i < 44; i++) {
    const char *id = vocabulary_get_concept_id (vocabulary, i);

    ck_assert_uint_eq (vocabulary_find_concept (vocabulary, id), i);
    ck_assert_uint_eq (vocabulary_find_gate (vocabulary, id), WORD_NONE);
  }
  ck_assert_uint_eq (vocabulary_find_concept (vocabulary, "esco:55cd5608"), WORD_NONE);
  ck_assert_uint_eq (vocabulary_find_concept (vocabulary, ""), WORD_NONE);
  smaajob_vocabulary_free (vocabulary);
}
END_TEST

START_TEST (broader_is_what_esco_says_directly)
{
  SmaajobVocabulary *vocabulary = smaajob_vocabulary_new (&error);
  uint32_t child = vocabulary_find_concept (vocabulary, DISASSEMBLE_MOBILES);
  uint32_t parent = vocabulary_find_concept (vocabulary, REPAIR_MOBILES);
  size_t n;

  ck_assert_uint_eq (vocabulary_get_broader (vocabulary, child, &n)[0], parent);
  ck_assert_uint_eq (n, 1);
  ck_assert_uint_eq (vocabulary_get_narrower (vocabulary, parent, &n)[0], child);
  ck_assert_uint_eq (n, 1);
  vocabulary_get_broader (vocabulary, parent, &n);
  ck_assert_uint_eq (n, 0);
  smaajob_vocabulary_free (vocabulary);
}
END_TEST

START_TEST (members_of_a_citizen_are_no_conditions)
{
  const struct {
    const char *id, *member;
  } rows[] = {{"tim_week_max", "hours.limit"},
              {"tim_day_max", "hours.max_per_day"},
              {"tim_window", "availability"},
              {"tra_commute", "travel.max_minutes"}};
  SmaajobVocabularyBuilder *builder = builder_new (NULL);

  for (size_t i = 0; i < COUNT (rows); i++) {
    SmaajobCondition condition = {.id = rows[i].id, .label_en = "label"};

    ck_assert_str_eq (vocabulary_get_member_of (rows[i].id), rows[i].member);
    ck_assert (!smaajob_vocabulary_builder_add_condition (builder, &condition, &error));
    assert_fault (&error, SMAAJOB_ERROR_RANGE, "/conditions/0/id");
    ck_assert_ptr_nonnull (strstr (error.message, rows[i].member));
  }
  ck_assert_ptr_null (vocabulary_get_member_of ("env_noise"));
  smaajob_vocabulary_builder_free (builder);
}
END_TEST

START_TEST (label_is_the_other_language_s_when_one_is_missing)
{
  SmaajobVocabularyBuilder *builder = builder_new (NULL);
  SmaajobVocabulary *vocabulary;

  ck_assert (add_concept (builder, "both", "dansk", "English"));
  ck_assert (add_concept (builder, "danish", "kun dansk", NULL));
  ck_assert (add_concept (builder, "english", NULL, "English only"));
  vocabulary = build (builder);
  ck_assert_str_eq (smaajob_vocabulary_get_label (vocabulary, "both", "da"), "dansk");
  ck_assert_str_eq (smaajob_vocabulary_get_label (vocabulary, "both", "en"), "English");
  ck_assert_str_eq (smaajob_vocabulary_get_label (vocabulary, "danish", "en"), "kun dansk");
  ck_assert_str_eq (smaajob_vocabulary_get_label (vocabulary, "english", "da"), "English only");
  ck_assert_str_eq (smaajob_vocabulary_get_label (vocabulary, "both", NULL), "English");
  ck_assert_ptr_null (smaajob_vocabulary_get_label (vocabulary, "neither", "da"));
  ck_assert_ptr_null (smaajob_vocabulary_get_label (vocabulary, NULL, "da"));
  smaajob_vocabulary_free (vocabulary);
}
END_TEST

START_TEST (null_is_told_and_never_followed)
{
  SmaajobVocabularyBuilder *builder = builder_new (NULL);
  const SmaajobWord word = {"id", "da", NULL}, nameless = {NULL, "da", NULL};
  const SmaajobCondition condition = {.id = "c", .label_da = "da"};

  ck_assert (!smaajob_vocabulary_builder_add_condition (NULL, &condition, &error));
  assert_fault (&error, SMAAJOB_ERROR_ARGUMENT, "");
  ck_assert (!smaajob_vocabulary_builder_add_condition (builder, NULL, NULL));
  ck_assert (!smaajob_vocabulary_builder_add_gate (NULL, &word, NULL));
  ck_assert (!smaajob_vocabulary_builder_add_gate (builder, NULL, NULL));
  ck_assert (!smaajob_vocabulary_builder_add_concept (NULL, &word, NULL));
  ck_assert (!smaajob_vocabulary_builder_add_concept (builder, NULL, NULL));
  ck_assert (!smaajob_vocabulary_builder_add_concept (builder, &nameless, &error));
  assert_fault (&error, SMAAJOB_ERROR_ARGUMENT, "");
  ck_assert (!smaajob_vocabulary_builder_add_broader (NULL, "id", NULL));
  ck_assert (!smaajob_vocabulary_builder_add_broader (builder, NULL, NULL));
  ck_assert (!smaajob_vocabulary_builder_add_broader (builder, "id", &error));
  assert_fault (&error, SMAAJOB_ERROR_ARGUMENT, "");
  ck_assert_ptr_null (smaajob_vocabulary_builder_build (NULL, &error));
  assert_fault (&error, SMAAJOB_ERROR_ARGUMENT, "");
  ck_assert_uint_eq (smaajob_vocabulary_get_n_conditions (NULL), 0);
  ck_assert_uint_eq (smaajob_vocabulary_get_n_gates (NULL), 0);
  ck_assert_uint_eq (smaajob_vocabulary_get_n_concepts (NULL), 0);
  ck_assert_ptr_null (smaajob_vocabulary_get_condition_at (NULL, 0).id);
  ck_assert_ptr_null (smaajob_vocabulary_get_gate_at (NULL, 0).id);
  ck_assert_ptr_null (smaajob_vocabulary_get_concept_at (NULL, 0).id);
  ck_assert_ptr_null (smaajob_vocabulary_get_label (NULL, "id", "da"));
  ck_assert_str_eq (smaajob_vocabulary_get_version (NULL), "");
  smaajob_vocabulary_free (NULL);
  smaajob_vocabulary_builder_free (NULL);
  smaajob_vocabulary_builder_free (builder);
}
END_TEST

START_TEST (id_is_1_to_128_bytes_of_few)
{
  char most[130];
  const char *const good[] = {"a", "Z", "0", "-", "esco:x.y_z-1", most + 1};
  const char *const bad[] = {"",   " ",  "a b", "å", "a/b", "a~b", "a\n",
                             "\"", "a{", "@",   "[", "`",   most};
  SmaajobVocabularyBuilder *builder = builder_new (NULL);

  memset (most, 'x', 129);
  most[129] = '\0';
  for (size_t i = 0; i < COUNT (bad); i++) {
    ck_assert (!id_is_valid (bad[i]));
    ck_assert (!add_concept (builder, bad[i], "da", NULL));
    assert_fault (&error, SMAAJOB_ERROR_RANGE, "/competencies/0/id");
    if (strlen (bad[i]) > 1)
      ck_assert_ptr_null (strstr (error.message, bad[i]));
  }
  for (size_t i = 0; i < COUNT (good); i++) {
    ck_assert (id_is_valid (good[i]));
    ck_assert (add_concept (builder, good[i], "da", NULL));
  }
  smaajob_vocabulary_builder_free (builder);
}
END_TEST

START_TEST (label_is_1_to_512_bytes_of_utf_8)
{
  char most[514];
  const struct {
    const char *da, *en;
    SmaajobErrorCode code;
    const char *pointer;
  } rows[] = {
      {NULL, NULL, SMAAJOB_ERROR_MISSING, "/competencies/0/label"},
      {"", NULL, SMAAJOB_ERROR_RANGE, "/competencies/0/label/da"},
      {"da", "", SMAAJOB_ERROR_RANGE, "/competencies/0/label/en"},
      {NULL, most, SMAAJOB_ERROR_RANGE, "/competencies/0/label/en"},
      {"\xc3", NULL, SMAAJOB_ERROR_ENCODING, "/competencies/0/label/da"},
      {"da", "\xed\xa0\x80", SMAAJOB_ERROR_ENCODING, "/competencies/0/label/en"},
  };
  SmaajobVocabularyBuilder *builder = builder_new (NULL);

  memset (most, 'x', 513);
  most[513] = '\0';
  for (size_t i = 0; i < COUNT (rows); i++) {
    ck_assert (!add_concept (builder, "id", rows[i].da, rows[i].en));
    assert_fault (&error, rows[i].code, rows[i].pointer);
  }
  ck_assert (add_concept (builder, "id", most + 1, NULL));
  ck_assert (add_concept (builder, "short", NULL, "æ"));
  smaajob_vocabulary_builder_free (builder);
}
END_TEST

START_TEST (condition_has_a_kind_a_type_and_short_details)
{
  char long_text[130];
  const struct {
    SmaajobCondition condition;
    const char *pointer;
  } rows[] = {
      {{"c", (SmaajobConditionKind) 7, SMAAJOB_CONDITION_LIMIT, NULL, "da", NULL, NULL, NULL},
       "/conditions/1/kind"},
      {{"c", (SmaajobConditionKind) -1, SMAAJOB_CONDITION_LIMIT, NULL, "da", NULL, NULL, NULL},
       "/conditions/1/kind"},
      {{"c", SMAAJOB_KIND_TIME, (SmaajobConditionType) 3, NULL, "da", NULL, NULL, NULL},
       "/conditions/1/type"},
      {{"c", SMAAJOB_KIND_TIME, SMAAJOB_CONDITION_LIMIT, "", "da", NULL, NULL, NULL},
       "/conditions/1/unit"},
      {{"c", SMAAJOB_KIND_TIME, SMAAJOB_CONDITION_LIMIT, NULL, "da", NULL, long_text, NULL},
       "/conditions/1/icf"},
      {{"c", SMAAJOB_KIND_TIME, SMAAJOB_CONDITION_LIMIT, NULL, "da", NULL, NULL, long_text},
       "/conditions/1/onet"},
      {{"c", SMAAJOB_KIND_TIME, SMAAJOB_CONDITION_LIMIT, NULL, "", NULL, NULL, NULL},
       "/conditions/1/label/da"},
      {{"c d", SMAAJOB_KIND_TIME, SMAAJOB_CONDITION_LIMIT, NULL, "da", NULL, NULL, NULL},
       "/conditions/1/id"},
  };
  SmaajobVocabularyBuilder *builder = builder_new (NULL);
  SmaajobCondition first = {.id = "first", .label_da = "da", .icf = long_text + 1};

  memset (long_text, 'x', 129);
  long_text[129] = '\0';
  ck_assert (smaajob_vocabulary_builder_add_condition (builder, &first, &error));
  for (size_t i = 0; i < COUNT (rows); i++) {
    ck_assert (!smaajob_vocabulary_builder_add_condition (builder, &rows[i].condition, &error));
    assert_fault (&error, SMAAJOB_ERROR_RANGE, rows[i].pointer);
  }
  ck_assert_ptr_null (smaajob_vocabulary_builder_new (NULL, long_text, &error));
  assert_fault (&error, SMAAJOB_ERROR_RANGE, "/version");
  smaajob_vocabulary_builder_free (builder);
}
END_TEST

START_TEST (one_id_is_one_word)
{
  SmaajobVocabularyBuilder *builder = builder_new (NULL);
  const SmaajobCondition condition = {.id = "word", .label_da = "da"};
  const SmaajobWord word = {"word", "da", NULL};

  ck_assert (smaajob_vocabulary_builder_add_gate (builder, &word, &error));
  ck_assert (!smaajob_vocabulary_builder_add_gate (builder, &word, &error));
  assert_fault (&error, SMAAJOB_ERROR_DUPLICATE, "/gates/1/id");
  ck_assert (!smaajob_vocabulary_builder_add_concept (builder, &word, &error));
  assert_fault (&error, SMAAJOB_ERROR_DUPLICATE, "/competencies/0/id");
  ck_assert (!smaajob_vocabulary_builder_add_condition (builder, &condition, &error));
  assert_fault (&error, SMAAJOB_ERROR_DUPLICATE, "/conditions/0/id");
  ck_assert_str_eq (error.message, "conditions[0].id: word is there already, as one of the gates");
  smaajob_vocabulary_builder_free (builder);
}
END_TEST

START_TEST (a_word_more_or_less_hides_no_other)
{
  const char *const ids[] = {"a",  "ab", "abc", "b",  "A",   "0", "a-",
                             "a.", "a:", "a_",  "aa", "ab0", "zz"};
  SmaajobVocabularyBuilder *builder = builder_new (NULL);
  SmaajobVocabulary *vocabulary;

  for (size_t i = 0; i < COUNT (ids); i++)
    ck_assert (add_concept (builder, ids[i], ids[i], NULL));
  vocabulary = build (builder);
  for (uint32_t i = 0; i < COUNT (ids); i++) {
    ck_assert_uint_eq (vocabulary_find_concept (vocabulary, ids[i]), i);
    ck_assert_str_eq (smaajob_vocabulary_get_label (vocabulary, ids[i], "da"), ids[i]);
  }
  ck_assert_uint_eq (vocabulary_find_concept (vocabulary, "abcd"), WORD_NONE);
  ck_assert_uint_eq (vocabulary_find_concept (vocabulary, "z"), WORD_NONE);
  smaajob_vocabulary_free (vocabulary);
}
END_TEST

/* Ids whose hashes are all in the same few places, as nobody's are who does not choose them so. */
START_TEST (ids_that_were_chosen_to_meet_are_found)
{
  enum { N = 200 };
  static char ids[N][16];
  SmaajobVocabularyBuilder *builder = builder_new (NULL);
  SmaajobVocabulary *vocabulary;

  for (int i = 0, tried = 0; i < N; tried++) {
    snprintf (ids[i], sizeof ids[i], "id-%d", tried);
    i += tables_first_slot (tables_hash (ids[i], strlen (ids[i])), 511) < 8;
  }
  for (int i = 0; i < N; i++)
    ck_assert (add_concept (builder, ids[i], ids[i], NULL));
  vocabulary = build (builder);
  ck_assert_uint_eq (vocabulary->n_slots[WORD_CONCEPT], 0);
  for (uint32_t i = 0; i < N; i++)
    ck_assert_uint_eq (vocabulary_find_concept (vocabulary, ids[i]), i);
  ck_assert_uint_eq (vocabulary_find_concept (vocabulary, "id-"), WORD_NONE);
  ck_assert_uint_eq (vocabulary_find_concept (vocabulary, "zz"), WORD_NONE);
  smaajob_vocabulary_free (vocabulary);
}
END_TEST

START_TEST (concept_of_the_base_gains_labels_and_broader)
{
  SmaajobVocabulary *base = smaajob_vocabulary_new (&error), *vocabulary;
  SmaajobVocabularyBuilder *builder = builder_new (base);
  uint32_t child, parent;
  size_t n;

  ck_assert (add_concept (builder, "esco:S1", NULL, "handle"));
  ck_assert (add_concept (builder, DISASSEMBLE_MOBILES, NULL, "take apart"));
  ck_assert (add_broader (builder, "esco:S1"));
  ck_assert (add_broader (builder, REPAIR_MOBILES));
  ck_assert (add_concept (builder, REPAIR_MOBILES, NULL, NULL));
  ck_assert (!add_concept (builder, REPAIR_MOBILES, "da", NULL));
  assert_fault (&error, SMAAJOB_ERROR_DUPLICATE, "/competencies/3/id");
  vocabulary = build (builder);
  smaajob_vocabulary_free (base);
  ck_assert_uint_eq (smaajob_vocabulary_get_n_concepts (vocabulary), 45);
  ck_assert_str_eq (smaajob_vocabulary_get_version (vocabulary), "test");
  child = vocabulary_find_concept (vocabulary, DISASSEMBLE_MOBILES);
  parent = vocabulary_find_concept (vocabulary, REPAIR_MOBILES);
  ck_assert_uint_eq (vocabulary_get_broader (vocabulary, child, &n)[0], parent);
  ck_assert_uint_eq (vocabulary_get_broader (vocabulary, child, &n)[1], 44);
  ck_assert_uint_eq (n, 2);
  ck_assert_str_eq (smaajob_vocabulary_get_label (vocabulary, DISASSEMBLE_MOBILES, "en"),
                    "take apart");
  ck_assert_str_eq (smaajob_vocabulary_get_label (vocabulary, DISASSEMBLE_MOBILES, "da"),
                    "adskille mobiltelefoner");
  ck_assert_str_eq (smaajob_vocabulary_get_label (vocabulary, REPAIR_MOBILES, "en"),
                    "repair mobile devices");
  smaajob_vocabulary_free (vocabulary);
}
END_TEST

START_TEST (condition_and_gate_of_the_base_are_duplicates)
{
  SmaajobVocabulary *base = smaajob_vocabulary_new (&error), *vocabulary;
  SmaajobVocabularyBuilder *builder = smaajob_vocabulary_builder_new (base, NULL, &error);
  const SmaajobCondition condition = {.id = "env_noise", .label_da = "da"};
  const SmaajobWord gate = {"gate_age18", "da", NULL};

  ck_assert (!smaajob_vocabulary_builder_add_condition (builder, &condition, &error));
  assert_fault (&error, SMAAJOB_ERROR_DUPLICATE, "/conditions/0/id");
  ck_assert (!smaajob_vocabulary_builder_add_gate (builder, &gate, &error));
  assert_fault (&error, SMAAJOB_ERROR_DUPLICATE, "/gates/0/id");
  ck_assert (!add_concept (builder, "gate_age18", "da", NULL));
  assert_fault (&error, SMAAJOB_ERROR_DUPLICATE, "/competencies/0/id");
  vocabulary = build (builder);
  ck_assert_str_eq (smaajob_vocabulary_get_version (vocabulary), "builtin-1");
  ck_assert_uint_eq (smaajob_vocabulary_get_n_conditions (vocabulary), 56);
  smaajob_vocabulary_free (vocabulary);
  smaajob_vocabulary_free (base);
}
END_TEST

static bool
add_numbered_condition (SmaajobVocabularyBuilder *builder, int number)
{
  char id[16];
  const SmaajobCondition condition = {.id = id, .label_da = "da"};

  snprintf (id, sizeof id, "c%d", number);
  return smaajob_vocabulary_builder_add_condition (builder, &condition, &error);
}

START_TEST (conditions_are_at_most_65535_with_those_of_the_base)
{
  SmaajobVocabularyBuilder *builder = builder_new (NULL);
  SmaajobVocabulary *base, *vocabulary;

  for (int i = 0; i < 65534; i++)
    ck_assert (add_numbered_condition (builder, i));
  base = build (builder);
  builder = builder_new (base);
  ck_assert (add_numbered_condition (builder, 65534));
  ck_assert (!add_numbered_condition (builder, 65535));
  assert_fault (&error, SMAAJOB_ERROR_SIZE, "/conditions/1");
  ck_assert_str_eq (error.message, "conditions[1]: one too many, expected at most 65535 in all");
  vocabulary = build (builder);
  ck_assert_uint_eq (smaajob_vocabulary_get_n_conditions (vocabulary), 65535);
  smaajob_vocabulary_free (vocabulary);
  smaajob_vocabulary_free (base);
}
END_TEST

static bool
make_builtin (SmaajobError *told)
{
  SmaajobVocabulary *vocabulary = smaajob_vocabulary_new (told);

  smaajob_vocabulary_free (vocabulary);
  return vocabulary != NULL;
}

static SmaajobVocabulary *shared_base;

static bool
make_on_top (SmaajobError *told)
{
  SmaajobVocabularyBuilder *builder = smaajob_vocabulary_builder_new (shared_base, "top", told);
  SmaajobVocabulary *vocabulary = NULL;
  const SmaajobWord own = {REPAIR_MOBILES, NULL, "fix phones"}, gate = {"gate", "da", NULL};
  const SmaajobCondition condition = {.id = "condition", .label_da = "da", .icf = "d1"};
  bool made = builder != NULL &&
              smaajob_vocabulary_builder_add_condition (builder, &condition, told) &&
              smaajob_vocabulary_builder_add_gate (builder, &gate, told) &&
              smaajob_vocabulary_builder_add_concept (builder, &own, told);

  for (int i = 0; i < 300 && made; i++) {
    char id[16];
    const SmaajobWord word = {id, "da", NULL};

    snprintf (id, sizeof id, "n%d", i);
    made = smaajob_vocabulary_builder_add_concept (builder, &word, told) &&
           smaajob_vocabulary_builder_add_broader (builder, REPAIR_MOBILES, told);
  }
  if (made)
    vocabulary = smaajob_vocabulary_builder_build (builder, told);
  smaajob_vocabulary_builder_free (builder);
  smaajob_vocabulary_free (vocabulary);
  return vocabulary != NULL;
}

START_TEST (running_out_is_told_and_leaves_nothing)
{
  assert_told_when_memory_runs_out (make_builtin);
  shared_base = smaajob_vocabulary_new (&error);
  assert_told_when_memory_runs_out (make_on_top);
  smaajob_vocabulary_free (shared_base);
  ck_assert_uint_eq (bytes_in_use, 0);
}
END_TEST

START_TEST (a_call_that_failed_can_be_made_again)
{
  SmaajobVocabularyBuilder *builder = builder_new (NULL);
  SmaajobVocabulary *vocabulary;
  char id[16];
  unsigned failures = 0;

  for (int i = 0; i < 1000; i++) {
    snprintf (id, sizeof id, "n%d", i);
    for (blocks_left = 0; !add_concept (builder, id, "da", NULL); blocks_left = 1)
      failures++;
    blocks_left = 0;
    while (i > 0 && !add_broader (builder, "n0")) {
      failures++;
      blocks_left = 1;
    }
  }
  blocks_left = -1;
  ck_assert_uint_gt (failures, 10);
  vocabulary = build (builder);
  ck_assert_uint_eq (smaajob_vocabulary_get_n_concepts (vocabulary), 1000);
  smaajob_vocabulary_free (vocabulary);
}
END_TEST

int
main (void)
{
  const TTest *const builtin[] = {
      has_56_conditions_8_gates_and_44_concepts, every_word_is_found_as_its_own_kind_alone,
      broader_is_what_esco_says_directly, members_of_a_citizen_are_no_conditions};
  const TTest *const words[] = {label_is_the_other_language_s_when_one_is_missing,
                                null_is_told_and_never_followed,
                                id_is_1_to_128_bytes_of_few,
                                label_is_1_to_512_bytes_of_utf_8,
                                condition_has_a_kind_a_type_and_short_details,
                                one_id_is_one_word,
                                a_word_more_or_less_hides_no_other,
                                ids_that_were_chosen_to_meet_are_found};
  const TTest *const base[] = {concept_of_the_base_gains_labels_and_broader,
                               condition_and_gate_of_the_base_are_duplicates,
                               conditions_are_at_most_65535_with_those_of_the_base};
  const TTest *const memory[] = {running_out_is_told_and_leaves_nothing,
                                 a_call_that_failed_can_be_made_again};
  Suite *suite = suite_create ("vocabulary");

  add_case (suite, "builtin", builtin, COUNT (builtin));
  add_case (suite, "words", words, COUNT (words));
  add_case (suite, "base", base, COUNT (base));
  add_case (suite, "memory", memory, COUNT (memory));
  return run_suite (suite);
}
