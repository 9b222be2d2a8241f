/* SPDX-License-Identifier: Apache-2.0 */
#include "base/error.h"
#include "words/draft.h"
#include "words/fault.h"
#include "words/vocabulary.h"

#include <glib.h>
#include <inttypes.h>
#include <string.h>

#define MOST_LABEL_BYTES  512
#define MOST_DETAIL_BYTES 128

static const char *const sections[N_WORD_KINDS] = {"conditions", "gates", "competencies"};

static bool
copy_array (Array *array, const void *items, uint32_t n, size_t item_size)
{
  if (!array_reserve (array, n, item_size))
    return false;
  if (n > 0)
    memcpy (array->items, items, n * item_size);
  array->n = n;
  return true;
}

static bool
copy_ids (SmaajobVocabularyBuilder *builder, WordKind kind)
{
  const Word *words = builder->words[kind].items;
  uint32_t n = builder->words[kind].n;

  if (!tree_reserve (&builder->ids, n))
    return false;
  for (uint32_t i = 0; i < n; i++)
    tree_add (&builder->ids, builder->text.items, words[i].id, draft_value (kind, i));
  return true;
}

static bool
copy_base (SmaajobVocabularyBuilder *builder, const SmaajobVocabulary *base)
{
  uint32_t n = base->n[WORD_CONCEPT];

  for (int kind = 0; kind < N_WORD_KINDS; kind++)
    if (!copy_array (&builder->words[kind], base->words[kind], base->n[kind], sizeof (Word)))
      return false;
  if (!array_reserve (&builder->spoken, n, sizeof (bool)) ||
      !copy_array (&builder->facts, base->facts, base->n[WORD_CONDITION],
                   sizeof (ConditionFacts)) ||
      !copy_array (&builder->text, base->text, base->text_size, 1))
    return false;
  if (n > 0) /* of none there is nothing to point to */
    memset (builder->spoken.items, 0, n);
  builder->version = base->version;
  return copy_ids (builder, WORD_CONDITION) && copy_ids (builder, WORD_GATE) &&
         copy_ids (builder, WORD_CONCEPT);
}

/* Room must be reserved. NULL and nothing are kept as nothing. */
static uint32_t
add_text (Array *text, const char *string)
{
  uint32_t offset = text->n;
  size_t size = string == NULL ? 0 : strlen (string) + 1;

  if (size <= 1)
    return 0;
  memcpy ((char *) text->items + offset, string, size);
  text->n += (uint32_t) size;
  return offset;
}

static bool
check_text (const char *text, size_t most, const char *pointer, SmaajobError *error)
{
  size_t length = strlen (text);

  if (length < 1 || length > most)
    return fault (error, SMAAJOB_ERROR_RANGE, pointer, "%zu bytes, expected 1–%zu", length, most);
  if (!g_utf8_validate_len (text, length, NULL))
    return fault (error, SMAAJOB_ERROR_ENCODING, pointer, "not UTF-8");
  return true;
}

static bool
start (SmaajobVocabularyBuilder *builder, const SmaajobVocabulary *base, const char *version)
{
  builder->current = WORD_NONE;
  if (base != NULL) {
    builder->base = vocabulary_take ((SmaajobVocabulary *) base);
    if (!copy_base (builder, base))
      return false;
  } else if (!copy_array (&builder->text, "", 1, 1)) {
    return false;
  }
  if (version == NULL && base != NULL)
    return true;
  if (version == NULL)
    version = "unversioned";
  if (!array_reserve (&builder->text, strlen (version) + 1, 1))
    return false;
  builder->version = add_text (&builder->text, version);
  return true;
}

SmaajobVocabularyBuilder *
smaajob_vocabulary_builder_new (const SmaajobVocabulary *base, const char *version,
                                SmaajobError *error)
{
  SmaajobVocabularyBuilder *builder;

  if (version != NULL && !check_text (version, MOST_DETAIL_BYTES, "/version", error))
    return NULL;
  builder = memory_new (sizeof *builder);
  if (builder != NULL && start (builder, base, version))
    return builder;
  smaajob_vocabulary_builder_free (builder);
  error_memory (error);
  return NULL;
}

void
smaajob_vocabulary_builder_free (SmaajobVocabularyBuilder *builder)
{
  if (builder == NULL)
    return;
  smaajob_vocabulary_free (builder->base);
  for (int kind = 0; kind < N_WORD_KINDS; kind++)
    memory_free (builder->words[kind].items);
  tree_clear (&builder->ids);
  memory_free (builder->text.items);
  memory_free (builder->facts.items);
  memory_free (builder->spoken.items);
  memory_free (builder->names.items);
  memory_free (builder->broader.items);
  memory_free (builder);
}

/* Where a member of the word that comes next stands in this document. */
static Pointer
place_of (const SmaajobVocabularyBuilder *builder, WordKind kind, const char *member)
{
  return pointer_to ("/%s/%" PRIu32 "/%s", sections[kind], builder->n_stated[kind], member);
}

static bool
check_member (const SmaajobVocabularyBuilder *builder, WordKind kind, const char *member,
              const char *text, size_t most, SmaajobError *error)
{
  return text == NULL || check_text (text, most, place_of (builder, kind, member).text, error);
}

static bool
check_labels (const SmaajobVocabularyBuilder *builder, WordKind kind, const SmaajobWord *word,
              bool needed, SmaajobError *error)
{
  if (needed && word->label_da == NULL && word->label_en == NULL)
    return fault (error, SMAAJOB_ERROR_MISSING, place_of (builder, kind, "label").text,
                  "missing, expected a label in da, en or both");
  return check_member (builder, kind, "label/da", word->label_da, MOST_LABEL_BYTES, error) &&
         check_member (builder, kind, "label/en", word->label_en, MOST_LABEL_BYTES, error);
}

static bool
check_id (const SmaajobVocabularyBuilder *builder, WordKind kind, const char *id,
          SmaajobError *error)
{
  const char *member;

  if (!id_is_valid (id))
    return fault (error, SMAAJOB_ERROR_RANGE, place_of (builder, kind, "id").text,
                  "%s, expected an id of 1 to 128 bytes of A-Z a-z 0-9 . _ : -",
                  told_text (id).text);
  member = vocabulary_get_member_of (id);
  if (member != NULL)
    return fault (error, SMAAJOB_ERROR_RANGE, place_of (builder, kind, "id").text,
                  "%s is the member %s of a citizen", id, member);
  return true;
}

/* Whether the word is a concept of the base that this document has not spoken of before. */
static bool
is_gain (const SmaajobVocabularyBuilder *builder, WordKind kind, uint32_t known)
{
  uint32_t number = draft_number_of (known);

  return known != TREE_NONE && kind == WORD_CONCEPT && draft_kind_of (known) == WORD_CONCEPT &&
         builder->base != NULL && number < builder->base->n[WORD_CONCEPT] &&
         !((const bool *) builder->spoken.items)[number];
}

static bool
check_word (const SmaajobVocabularyBuilder *builder, WordKind kind, const SmaajobWord *word,
            uint32_t *known, SmaajobError *error)
{
  if (word->id == NULL)
    return error_argument (error, "the id is NULL");
  if (!check_id (builder, kind, word->id, error))
    return false;
  *known = tree_find (&builder->ids, builder->text.items, word->id);
  if (*known != TREE_NONE && !is_gain (builder, kind, *known))
    return fault (error, SMAAJOB_ERROR_DUPLICATE, place_of (builder, kind, "id").text,
                  "%s is there already, as one of the %s", word->id,
                  sections[draft_kind_of (*known)]);
  return check_labels (builder, kind, word, *known == TREE_NONE, error);
}

static size_t
size_of (const char *text)
{
  return text == NULL ? 0 : strlen (text) + 1;
}

static bool
reserve_word (SmaajobVocabularyBuilder *builder, WordKind kind, const SmaajobWord *word)
{
  size_t size = size_of (word->id) + size_of (word->label_da) + size_of (word->label_en);

  return builder->words[kind].n < (1u << DRAFT_KIND_SHIFT) - 1 &&
         array_reserve (&builder->words[kind], 1, sizeof (Word)) &&
         array_reserve (&builder->text, size, 1) && tree_reserve (&builder->ids, 1);
}

static uint32_t
commit_word (SmaajobVocabularyBuilder *builder, WordKind kind, const SmaajobWord *word)
{
  Array *words = &builder->words[kind], *text = &builder->text;
  uint32_t number = words->n++;
  Word *place = (Word *) words->items + number;

  place->id = add_text (text, word->id);
  place->label_da = add_text (text, word->label_da);
  place->label_en = add_text (text, word->label_en);
  tree_add (&builder->ids, text->items, place->id, draft_value (kind, number));
  builder->n_stated[kind]++;
  return number;
}

static bool
check_room_for_condition (const SmaajobVocabularyBuilder *builder, SmaajobError *error)
{
  if (builder->words[WORD_CONDITION].n < VOCABULARY_MAX_CONDITIONS)
    return true;
  return fault (error, SMAAJOB_ERROR_SIZE,
                pointer_to ("/conditions/%" PRIu32, builder->n_stated[WORD_CONDITION]).text,
                "one too many, expected at most %d in all", VOCABULARY_MAX_CONDITIONS);
}

static bool
check_condition (const SmaajobVocabularyBuilder *builder, const SmaajobCondition *condition,
                 SmaajobError *error)
{
  if ((unsigned) condition->kind > SMAAJOB_KIND_TRANSPORT)
    return fault (error, SMAAJOB_ERROR_RANGE, place_of (builder, WORD_CONDITION, "kind").text,
                  "%d is not one of environment, physical, cognitive, social, time, support, "
                  "transport",
                  (int) condition->kind);
  if ((unsigned) condition->type > SMAAJOB_CONDITION_CEILING)
    return fault (error, SMAAJOB_ERROR_RANGE, place_of (builder, WORD_CONDITION, "type").text,
                  "%d is not one of limit, provision, ceiling", (int) condition->type);
  return check_member (builder, WORD_CONDITION, "unit", condition->unit, MOST_DETAIL_BYTES,
                       error) &&
         check_member (builder, WORD_CONDITION, "icf", condition->icf, MOST_DETAIL_BYTES, error) &&
         check_member (builder, WORD_CONDITION, "onet", condition->onet, MOST_DETAIL_BYTES, error);
}

bool
smaajob_vocabulary_builder_add_condition (SmaajobVocabularyBuilder *builder,
                                          const SmaajobCondition *condition, SmaajobError *error)
{
  SmaajobWord word;
  uint32_t known;
  ConditionFacts *facts;

  if (builder == NULL || condition == NULL)
    return error_argument (error, "the builder or the condition is NULL");
  word = (SmaajobWord){condition->id, condition->label_da, condition->label_en};
  if (!check_room_for_condition (builder, error) ||
      !check_word (builder, WORD_CONDITION, &word, &known, error) ||
      !check_condition (builder, condition, error))
    return false;
  if (!reserve_word (builder, WORD_CONDITION, &word) ||
      !array_reserve (&builder->facts, 1, sizeof *facts) ||
      !array_reserve (&builder->text,
                      size_of (word.id) + size_of (word.label_da) + size_of (word.label_en) +
                          size_of (condition->unit) + size_of (condition->icf) +
                          size_of (condition->onet),
                      1))
    return error_memory (error);
  commit_word (builder, WORD_CONDITION, &word);
  facts = (ConditionFacts *) builder->facts.items + builder->facts.n++;
  facts->unit = add_text (&builder->text, condition->unit);
  facts->icf = add_text (&builder->text, condition->icf);
  facts->onet = add_text (&builder->text, condition->onet);
  facts->kind = (uint8_t) condition->kind;
  facts->type = (uint8_t) condition->type;
  return true;
}

bool
smaajob_vocabulary_builder_add_gate (SmaajobVocabularyBuilder *builder, const SmaajobWord *gate,
                                     SmaajobError *error)
{
  uint32_t known;

  if (builder == NULL || gate == NULL)
    return error_argument (error, "the builder or the gate is NULL");
  if (!check_word (builder, WORD_GATE, gate, &known, error))
    return false;
  if (!reserve_word (builder, WORD_GATE, gate))
    return error_memory (error);
  commit_word (builder, WORD_GATE, gate);
  return true;
}

/* A concept that the base has: the labels said here come before the base's. */
static bool
gain_labels (SmaajobVocabularyBuilder *builder, uint32_t number, const SmaajobWord *word,
             SmaajobError *error)
{
  Word *place = (Word *) builder->words[WORD_CONCEPT].items + number;

  if (!array_reserve (&builder->text, size_of (word->label_da) + size_of (word->label_en), 1))
    return error_memory (error);
  if (word->label_da != NULL)
    place->label_da = add_text (&builder->text, word->label_da);
  if (word->label_en != NULL)
    place->label_en = add_text (&builder->text, word->label_en);
  ((bool *) builder->spoken.items)[number] = true;
  builder->n_stated[WORD_CONCEPT]++;
  builder->current = number;
  return true;
}

bool
smaajob_vocabulary_builder_add_concept (SmaajobVocabularyBuilder *builder, const SmaajobWord *word,
                                        SmaajobError *error)
{
  uint32_t known;

  if (builder == NULL || word == NULL)
    return error_argument (error, "the builder or the concept is NULL");
  if (!check_word (builder, WORD_CONCEPT, word, &known, error))
    return false;
  if (known != TREE_NONE)
    return gain_labels (builder, draft_number_of (known), word, error);
  if (!reserve_word (builder, WORD_CONCEPT, word))
    return error_memory (error);
  builder->current = commit_word (builder, WORD_CONCEPT, word);
  return true;
}

static const StatedBroader *
get_broader_of_current (const SmaajobVocabularyBuilder *builder, uint16_t *n)
{
  const StatedBroader *last;

  *n = 0;
  if (builder->broader.n == 0)
    return NULL;
  last = (const StatedBroader *) builder->broader.items + builder->broader.n - 1;
  if (last->child == builder->current)
    *n = (uint16_t) (last->i + 1);
  return last + 1 - *n;
}

static bool
check_broader (const SmaajobVocabularyBuilder *builder, const char *broader, uint16_t *n,
               SmaajobError *error)
{
  const StatedBroader *stated = get_broader_of_current (builder, n);
  const Word *own = (const Word *) builder->words[WORD_CONCEPT].items + builder->current;
  const char *own_id = (const char *) builder->text.items + own->id;
  Pointer pointer = pointer_to ("/competencies/%" PRIu32 "/broader/%u",
                                builder->n_stated[WORD_CONCEPT] - 1, (unsigned) *n);

  if (!id_is_valid (broader))
    return fault (error, SMAAJOB_ERROR_RANGE, pointer.text,
                  "%s, expected an id of 1 to 128 bytes of A-Z a-z 0-9 . _ : -",
                  told_text (broader).text);
  if (strcmp (broader, own_id) == 0)
    return fault (error, SMAAJOB_ERROR_RANGE, pointer.text, "%s is broader than itself", broader);
  for (uint16_t i = 0; i < *n; i++)
    if (strcmp ((const char *) builder->names.items + stated[i].name, broader) == 0)
      return fault (error, SMAAJOB_ERROR_DUPLICATE, pointer.text, "%s is said twice", broader);
  if (*n == VOCABULARY_MAX_BROADER)
    return fault (error, SMAAJOB_ERROR_SIZE, pointer.text, "more than %d broader concepts of %s",
                  VOCABULARY_MAX_BROADER, own_id);
  return true;
}

bool
smaajob_vocabulary_builder_add_broader (SmaajobVocabularyBuilder *builder, const char *broader,
                                        SmaajobError *error)
{
  StatedBroader *place;
  uint16_t n;

  if (builder == NULL || broader == NULL || builder->current == WORD_NONE)
    return error_argument (error, "the builder or the id is NULL, or there is no concept yet");
  if (!check_broader (builder, broader, &n, error))
    return false;
  if (!array_reserve (&builder->broader, 1, sizeof *place) ||
      !array_reserve (&builder->names, strlen (broader) + 1, 1))
    return error_memory (error);
  place = (StatedBroader *) builder->broader.items + builder->broader.n++;
  place->child = builder->current;
  place->place = builder->n_stated[WORD_CONCEPT] - 1;
  place->i = n;
  place->name = builder->names.n;
  memcpy ((char *) builder->names.items + builder->names.n, broader, strlen (broader) + 1);
  builder->names.n += (uint32_t) strlen (broader) + 1;
  return true;
}
