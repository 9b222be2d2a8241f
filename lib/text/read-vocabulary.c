/* SPDX-License-Identifier: Apache-2.0 */
#include "text/reader.h"

#include <smaajob/vocabulary.h>

typedef SmaajobVocabularyBuilder Builder;

#define EXPECT_LABEL "a label of 1 to 512 bytes"

static bool
read_label (Reader *reader, const Json *json, const char **danish, const char **english)
{
  static const Member members[] = {
      {"da", MEMBER_STRING, MEMBER_OPTIONAL, EXPECT_LABEL, NULL},
      {"en", MEMBER_STRING, MEMBER_OPTIONAL, EXPECT_LABEL, NULL},
      {.name = ""},
  };
  const Json *found[2] = {NULL, NULL};

  if (json != NULL && !reader_check_members (reader, json, members, found))
    return false;
  *danish = member_get_string (found[0]);
  *english = member_get_string (found[1]);
  return true;
}

static bool
read_condition (Reader *reader, const Json *json, void *builder)
{
  static const Member object = {.kind = MEMBER_OBJECT, .expected = "a condition"};
  static const Member members[] = {
      {"id", MEMBER_STRING, MEMBER_REQUIRED, READER_EXPECT_ID, NULL},
      {"kind", MEMBER_NAME, MEMBER_REQUIRED, NULL, names_of_condition_kind},
      {"type", MEMBER_NAME, MEMBER_REQUIRED, NULL, names_of_condition_type},
      {"unit", MEMBER_STRING, MEMBER_OPTIONAL, NULL, NULL},
      {"label", MEMBER_OBJECT, MEMBER_REQUIRED, NULL, NULL},
      {"icf", MEMBER_STRING, MEMBER_OPTIONAL, NULL, NULL},
      {"onet", MEMBER_STRING, MEMBER_OPTIONAL, NULL, NULL},
      {.name = ""},
  };
  const Json *found[7];
  SmaajobCondition condition;

  if (!reader_check_value (reader, json, &object) ||
      !reader_check_members (reader, json, members, found) ||
      !read_label (reader, found[4], &condition.label_da, &condition.label_en))
    return false;
  condition.id = member_get_string (found[0]);
  condition.kind = member_get_name (found[1], names_of_condition_kind, 0);
  condition.type = member_get_name (found[2], names_of_condition_type, 0);
  condition.unit = member_get_string (found[3]);
  condition.icf = member_get_string (found[5]);
  condition.onet = member_get_string (found[6]);
  return smaajob_vocabulary_builder_add_condition (builder, &condition, &reader->error);
}

static bool
read_gate (Reader *reader, const Json *json, void *builder)
{
  static const Member object = {.kind = MEMBER_OBJECT, .expected = "a gate"};
  static const Member members[] = {
      {"id", MEMBER_STRING, MEMBER_REQUIRED, READER_EXPECT_ID, NULL},
      {"label", MEMBER_OBJECT, MEMBER_REQUIRED, NULL, NULL},
      {.name = ""},
  };
  const Json *found[2];
  SmaajobWord gate;

  if (!reader_check_value (reader, json, &object) ||
      !reader_check_members (reader, json, members, found) ||
      !read_label (reader, found[1], &gate.label_da, &gate.label_en))
    return false;
  gate.id = member_get_string (found[0]);
  return smaajob_vocabulary_builder_add_gate (builder, &gate, &reader->error);
}

static bool
read_broader (Reader *reader, const Json *json, void *builder)
{
  static const Member concept = {.kind = MEMBER_STRING, .expected = "a concept id"};

  return reader_check_value (reader, json, &concept) &&
         smaajob_vocabulary_builder_add_broader (builder, json_get_string (json), &reader->error);
}

/* A concept that the base has already needs no label; the builder knows which they are. */
static bool
read_concept (Reader *reader, const Json *json, void *builder)
{
  static const Member object = {.kind = MEMBER_OBJECT, .expected = "a competence concept"};
  static const Member members[] = {
      {"id", MEMBER_STRING, MEMBER_REQUIRED, READER_EXPECT_ID, NULL},
      {"label", MEMBER_OBJECT, MEMBER_OPTIONAL, NULL, NULL},
      {"broader", MEMBER_ARRAY, MEMBER_OPTIONAL, NULL, NULL},
      {.name = ""},
  };
  const Json *found[3];
  SmaajobWord word;

  if (!reader_check_value (reader, json, &object) ||
      !reader_check_members (reader, json, members, found) ||
      !read_label (reader, found[1], &word.label_da, &word.label_en))
    return false;
  word.id = member_get_string (found[0]);
  return smaajob_vocabulary_builder_add_concept (builder, &word, &reader->error) &&
         reader_each (reader, found[2], read_broader, builder);
}

static SmaajobVocabulary *
read_vocabulary (Reader *reader, const SmaajobVocabulary *base)
{
  static const Member members[] = {
      {"format", MEMBER_STRING, MEMBER_REQUIRED, NULL, NULL},
      {"version", MEMBER_STRING, MEMBER_REQUIRED, NULL, NULL},
      {"conditions", MEMBER_ARRAY, MEMBER_OPTIONAL, NULL, NULL},
      {"gates", MEMBER_ARRAY, MEMBER_OPTIONAL, NULL, NULL},
      {"competencies", MEMBER_ARRAY, MEMBER_OPTIONAL, NULL, NULL},
      {.name = ""},
  };
  const Json *found[5];
  SmaajobVocabulary *vocabulary = NULL;
  Builder *builder;

  if (!reader_check_members (reader, reader->root, members, found))
    return NULL;
  builder = smaajob_vocabulary_builder_new (base, json_get_string (found[1]), &reader->error);
  if (builder != NULL && reader_each (reader, found[2], read_condition, builder) &&
      reader_each (reader, found[3], read_gate, builder) &&
      reader_each (reader, found[4], read_concept, builder))
    vocabulary = smaajob_vocabulary_builder_build (builder, &reader->error);
  smaajob_vocabulary_builder_free (builder);
  return vocabulary;
}

SmaajobVocabulary *
smaajob_vocabulary_new_from_json (const SmaajobVocabulary *base, const char *json, size_t length,
                                  SmaajobError *error)
{
  Reader reader;
  SmaajobVocabulary *vocabulary = NULL;

  if (reader_open (&reader, json, length, "smaajob.vocabulary/1"))
    vocabulary = read_vocabulary (&reader, base);
  return reader_close (&reader, vocabulary, error);
}
