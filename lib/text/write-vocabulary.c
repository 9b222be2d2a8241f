/* SPDX-License-Identifier: Apache-2.0 */
#include "base/error.h"
#include "text/documents.h"
#include "words/vocabulary.h"

static void
write_label_member (Writer *writer, const char *danish, const char *english)
{
  write_name (writer, "label");
  write_object (writer);
  write_string_member (writer, "da", danish);
  write_string_member (writer, "en", english);
  write_object_end (writer);
}

static void
write_condition (Writer *writer, const SmaajobCondition *condition)
{
  write_object (writer);
  write_string_member (writer, "id", condition->id);
  write_string_member (writer, "kind", names_of_condition_kind[condition->kind]);
  write_string_member (writer, "type", names_of_condition_type[condition->type]);
  write_string_member (writer, "unit", condition->unit);
  write_label_member (writer, condition->label_da, condition->label_en);
  write_string_member (writer, "icf", condition->icf);
  write_string_member (writer, "onet", condition->onet);
  write_object_end (writer);
}

static void
write_conditions (Writer *writer, const SmaajobVocabulary *vocabulary)
{
  write_name (writer, "conditions");
  write_array (writer);
  for (size_t i = 0; i < smaajob_vocabulary_get_n_conditions (vocabulary); i++) {
    const SmaajobCondition condition = smaajob_vocabulary_get_condition_at (vocabulary, i);
    write_condition (writer, &condition);
  }
  write_array_end (writer);
}

static void
write_gates (Writer *writer, const SmaajobVocabulary *vocabulary)
{
  write_name (writer, "gates");
  write_array (writer);
  for (size_t i = 0; i < smaajob_vocabulary_get_n_gates (vocabulary); i++) {
    const SmaajobWord gate = smaajob_vocabulary_get_gate_at (vocabulary, i);
    write_object (writer);
    write_string_member (writer, "id", gate.id);
    write_label_member (writer, gate.label_da, gate.label_en);
    write_object_end (writer);
  }
  write_array_end (writer);
}

static void
write_broader (Writer *writer, const SmaajobVocabulary *vocabulary, uint32_t concept_index)
{
  size_t n;
  const uint32_t *broader = vocabulary_get_broader (vocabulary, concept_index, &n);

  if (n == 0)
    return;
  write_name (writer, "broader");
  write_array (writer);
  for (size_t i = 0; i < n; i++)
    write_string (writer, vocabulary_get_concept_id (vocabulary, broader[i]));
  write_array_end (writer);
}

static void
write_concepts (Writer *writer, const SmaajobVocabulary *vocabulary)
{
  write_name (writer, "competencies");
  write_array (writer);
  for (size_t i = 0; i < smaajob_vocabulary_get_n_concepts (vocabulary); i++) {
    const SmaajobWord word = smaajob_vocabulary_get_concept_at (vocabulary, i);
    write_object (writer);
    write_string_member (writer, "id", word.id);
    write_label_member (writer, word.label_da, word.label_en);
    write_broader (writer, vocabulary, (uint32_t) i);
    write_object_end (writer);
  }
  write_array_end (writer);
}

void
write_vocabulary (Writer *writer, const SmaajobVocabulary *vocabulary)
{
  write_object (writer);
  write_string_member (writer, "format", "smaajob.vocabulary/1");
  write_string_member (writer, "version", smaajob_vocabulary_get_version (vocabulary));
  write_conditions (writer, vocabulary);
  write_gates (writer, vocabulary);
  write_concepts (writer, vocabulary);
  write_object_end (writer);
}

char *
smaajob_vocabulary_to_json (const SmaajobVocabulary *vocabulary, SmaajobError *error)
{
  Writer writer = {0};

  if (vocabulary == NULL) {
    error_argument (error, "vocabulary is NULL, expected one");
    return NULL;
  }
  write_vocabulary (&writer, vocabulary);
  return writer_finish (&writer, error);
}
