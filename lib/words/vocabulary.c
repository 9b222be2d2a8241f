/* SPDX-License-Identifier: Apache-2.0 */
#include "words/vocabulary.h"

#include "words/builtin.h"
#include "words/tables.h"

#include <string.h>

SmaajobVocabulary *
vocabulary_take (SmaajobVocabulary *vocabulary)
{
  references_take (&vocabulary->references);
  return vocabulary;
}

void
smaajob_vocabulary_free (SmaajobVocabulary *vocabulary)
{
  if (vocabulary != NULL && references_drop (&vocabulary->references))
    memory_free (vocabulary);
}

static bool
is_id_byte (char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
         c == '_' || c == ':' || c == '-';
}

bool
id_is_valid (const char *id)
{
  size_t n = 0;

  while (n <= WORD_MOST_BYTES && is_id_byte (id[n]))
    n++;
  return n > 0 && n <= WORD_MOST_BYTES && id[n] == '\0';
}

static const char *
text_at (const SmaajobVocabulary *vocabulary, uint32_t offset)
{
  return offset == 0 ? NULL : vocabulary->text + offset;
}

static const char *
id_at (const SmaajobVocabulary *vocabulary, WordKind kind, uint32_t i)
{
  return vocabulary->text + vocabulary->words[kind][i].id;
}

static __attribute__ ((noinline)) uint32_t
find_sorted (const SmaajobVocabulary *vocabulary, WordKind kind, const char *id)
{
  const uint32_t *sorted = vocabulary->sorted[kind];
  size_t first = 0, last = vocabulary->n[kind];

  while (first < last) {
    size_t middle = first + (last - first) / 2;
    int order = strcmp (id_at (vocabulary, kind, sorted[middle]), id);

    if (order == 0)
      return sorted[middle];
    if (order < 0)
      first = middle + 1;
    else
      last = middle;
  }
  return WORD_NONE;
}

static uint32_t
find_word (const SmaajobVocabulary *vocabulary, WordKind kind, const char *id)
{
  const size_t n = strlen (id);
  const uint32_t hash = tables_hash (id, n), last = vocabulary->n_slots[kind] - 1;
  const Slot *slots = vocabulary->slots[kind];

  if (n > WORD_MOST_BYTES)
    return WORD_NONE;
  if (vocabulary->n_slots[kind] == 0)
    return find_sorted (vocabulary, kind, id);
  for (uint32_t at = tables_first_slot (hash, last); slots[at].number != WORD_NONE;
       at = (at + 1) & last)
    if (slots[at].hash == hash) {
      /* Who finds a concept asks for its kin, and both are far away. */
      if (kind == WORD_CONCEPT)
        memory_fetch (&vocabulary->kin[slots[at].number]);
      if (tables_ids_are_equal (vocabulary->ids + slots[at].id, id, n))
        return slots[at].number;
    }
  return WORD_NONE;
}

uint32_t
vocabulary_find_condition (const SmaajobVocabulary *vocabulary, const char *id)
{
  return find_word (vocabulary, WORD_CONDITION, id);
}

uint32_t
vocabulary_find_gate (const SmaajobVocabulary *vocabulary, const char *id)
{
  return find_word (vocabulary, WORD_GATE, id);
}

uint32_t
vocabulary_find_concept (const SmaajobVocabulary *vocabulary, const char *id)
{
  return find_word (vocabulary, WORD_CONCEPT, id);
}

#define LINE_BYTES 64 /* an id is mostly on one or two */

uint32_t
vocabulary_expect_concept (const SmaajobVocabulary *vocabulary, const char *id)
{
  const uint32_t hash = tables_hash (id, strlen (id)), last = vocabulary->n_slots[WORD_CONCEPT] - 1;

  if (vocabulary->n_slots[WORD_CONCEPT] > 0)
    memory_fetch (&vocabulary->slots[WORD_CONCEPT][tables_first_slot (hash, last)]);
  return hash;
}

void
vocabulary_fetch_concept (const SmaajobVocabulary *vocabulary, uint32_t hash)
{
  const Slot *slots = vocabulary->slots[WORD_CONCEPT];
  const uint32_t last = vocabulary->n_slots[WORD_CONCEPT] - 1;
  uint32_t at = tables_first_slot (hash, last);

  if (vocabulary->n_slots[WORD_CONCEPT] == 0)
    return;
  while (slots[at].number != WORD_NONE && slots[at].hash != hash)
    at = (at + 1) & last;
  if (slots[at].number == WORD_NONE)
    return;
  memory_fetch (vocabulary->ids + slots[at].id);
  memory_fetch (vocabulary->ids + slots[at].id + LINE_BYTES / 2);
  memory_fetch (&vocabulary->kin[slots[at].number]);
}

const char *
vocabulary_get_condition_id (const SmaajobVocabulary *vocabulary, uint32_t condition)
{
  return id_at (vocabulary, WORD_CONDITION, condition);
}

SmaajobConditionType
vocabulary_get_condition_type (const SmaajobVocabulary *vocabulary, uint32_t condition)
{
  return (SmaajobConditionType) vocabulary->facts[condition].type;
}

const char *
vocabulary_get_gate_id (const SmaajobVocabulary *vocabulary, uint32_t gate)
{
  return id_at (vocabulary, WORD_GATE, gate);
}

const char *
vocabulary_get_concept_id (const SmaajobVocabulary *vocabulary, uint32_t concept_index)
{
  return id_at (vocabulary, WORD_CONCEPT, concept_index);
}

const uint32_t *
vocabulary_get_broader (const SmaajobVocabulary *vocabulary, uint32_t concept_index, size_t *n)
{
  const uint32_t *from = vocabulary->broader_from + concept_index;

  *n = from[1] - from[0];
  return vocabulary->broader + from[0];
}

const uint32_t *
vocabulary_get_narrower (const SmaajobVocabulary *vocabulary, uint32_t concept_index, size_t *n)
{
  const uint32_t *from = vocabulary->narrower_from + concept_index;

  *n = from[1] - from[0];
  return vocabulary->narrower + from[0];
}

const uint32_t *
vocabulary_get_beside (const SmaajobVocabulary *vocabulary, uint32_t concept_index, size_t *n)
{
  const uint32_t *from = vocabulary->beside_from + concept_index;

  *n = from[1] - from[0];
  return vocabulary->beside + from[0];
}

const char *
vocabulary_get_member_of (const char *condition_id)
{
  for (size_t i = 0; i < n_builtin_members; i++)
    if (strcmp (builtin_members[i].id, condition_id) == 0)
      return builtin_members[i].member;
  return NULL;
}

const char *
smaajob_vocabulary_get_version (const SmaajobVocabulary *vocabulary)
{
  return vocabulary == NULL ? "" : vocabulary->text + vocabulary->version;
}

static size_t
count_words (const SmaajobVocabulary *vocabulary, WordKind kind)
{
  return vocabulary == NULL ? 0 : vocabulary->n[kind];
}

static SmaajobWord
word_at (const SmaajobVocabulary *vocabulary, WordKind kind, size_t i)
{
  SmaajobWord word = {NULL, NULL, NULL};

  if (i < count_words (vocabulary, kind)) {
    word.id = text_at (vocabulary, vocabulary->words[kind][i].id);
    word.label_da = text_at (vocabulary, vocabulary->words[kind][i].label_da);
    word.label_en = text_at (vocabulary, vocabulary->words[kind][i].label_en);
  }
  return word;
}

size_t
smaajob_vocabulary_get_n_conditions (const SmaajobVocabulary *vocabulary)
{
  return count_words (vocabulary, WORD_CONDITION);
}

SmaajobCondition
smaajob_vocabulary_get_condition_at (const SmaajobVocabulary *vocabulary, size_t i)
{
  SmaajobWord word = word_at (vocabulary, WORD_CONDITION, i);
  SmaajobCondition condition = {0};

  if (word.id != NULL) {
    const ConditionFacts *facts = &vocabulary->facts[i];

    condition = (SmaajobCondition){
        .id = word.id,
        .kind = (SmaajobConditionKind) facts->kind,
        .type = (SmaajobConditionType) facts->type,
        .unit = text_at (vocabulary, facts->unit),
        .label_da = word.label_da,
        .label_en = word.label_en,
        .icf = text_at (vocabulary, facts->icf),
        .onet = text_at (vocabulary, facts->onet),
    };
  }
  return condition;
}

size_t
smaajob_vocabulary_get_n_gates (const SmaajobVocabulary *vocabulary)
{
  return count_words (vocabulary, WORD_GATE);
}

SmaajobWord
smaajob_vocabulary_get_gate_at (const SmaajobVocabulary *vocabulary, size_t i)
{
  return word_at (vocabulary, WORD_GATE, i);
}

size_t
smaajob_vocabulary_get_n_concepts (const SmaajobVocabulary *vocabulary)
{
  return count_words (vocabulary, WORD_CONCEPT);
}

SmaajobWord
smaajob_vocabulary_get_concept_at (const SmaajobVocabulary *vocabulary, size_t i)
{
  return word_at (vocabulary, WORD_CONCEPT, i);
}

const char *
smaajob_vocabulary_get_label (const SmaajobVocabulary *vocabulary, const char *id,
                              const char *language)
{
  bool danish_first = language != NULL && strcmp (language, "da") == 0;

  if (vocabulary == NULL || id == NULL)
    return NULL;
  for (int kind = 0; kind < N_WORD_KINDS; kind++) {
    uint32_t found = find_word (vocabulary, (WordKind) kind, id);
    SmaajobWord word = word_at (vocabulary, (WordKind) kind, found);

    if (word.id != NULL)
      return word.label_da == NULL || (word.label_en != NULL && !danish_first) ? word.label_en
                                                                               : word.label_da;
  }
  return NULL;
}
