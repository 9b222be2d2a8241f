/* SPDX-License-Identifier: Apache-2.0 */
#include "base/error.h"
#include "words/draft.h"
#include "words/fault.h"
#include "words/vocabulary.h"

#include <inttypes.h>
#include <string.h>

/* What a build needs besides the block that stays. */
typedef struct {
  const SmaajobVocabularyBuilder *builder;
  const StatedBroader *stated;
  uint32_t n_stated, n_concepts;
  uint32_t *parents; /* by stated broader: its concept, or WORD_NONE when the base says it too */
  uint32_t *left;    /* by concept: how many of its parents still wait */
  uint32_t *queue;   /* of concepts that no parent holds up */
  uint32_t *sorted;  /* of all words, what the tree has, by id */
} Build;

static Pointer
place_of_stated (const StatedBroader *stated)
{
  return pointer_to ("/competencies/%" PRIu32 "/broader/%u", stated->place, (unsigned) stated->i);
}

static const char *
id_of (const Build *build, uint32_t concept_index)
{
  const Word *words = build->builder->words[WORD_CONCEPT].items;

  return (const char *) build->builder->text.items + words[concept_index].id;
}

static const uint32_t *
get_base_broader (const Build *build, uint32_t concept_index, size_t *n)
{
  const SmaajobVocabulary *base = build->builder->base;

  *n = 0;
  if (base == NULL || concept_index >= base->n[WORD_CONCEPT])
    return NULL;
  return vocabulary_get_broader (base, concept_index, n);
}

static bool
is_in_base (const Build *build, uint32_t child, uint32_t parent)
{
  size_t n;
  const uint32_t *parents = get_base_broader (build, child, &n);

  for (size_t i = 0; i < n; i++)
    if (parents[i] == parent)
      return true;
  return false;
}

static bool
find_parents (const Build *build, SmaajobError *error)
{
  const SmaajobVocabularyBuilder *builder = build->builder;

  for (uint32_t i = 0; i < build->n_stated; i++) {
    const StatedBroader *stated = &build->stated[i];
    const char *name = (const char *) builder->names.items + stated->name;
    uint32_t found = tree_find (&builder->ids, builder->text.items, name);

    if (found == TREE_NONE || draft_kind_of (found) != WORD_CONCEPT)
      return fault (error, SMAAJOB_ERROR_UNKNOWN_CONCEPT, place_of_stated (stated).text,
                    "%s, said to be broader than %s, is not a concept", name,
                    id_of (build, stated->child));
    build->parents[i] = draft_number_of (found);
    if (is_in_base (build, stated->child, build->parents[i]))
      build->parents[i] = WORD_NONE;
  }
  return true;
}

/* From counts at from[i + 1] to where the run of each begins. */
static void
sum_counts (uint32_t *from, uint32_t n)
{
  for (uint32_t i = 0; i < n; i++)
    from[i + 1] += from[i];
}

static bool
count_broader (const Build *build, uint32_t *from, SmaajobError *error)
{
  memset (from, 0, (build->n_concepts + (size_t) 1) * sizeof *from);
  for (uint32_t child = 0; child < build->n_concepts; child++) {
    size_t n;

    get_base_broader (build, child, &n);
    from[child + 1] = (uint32_t) n;
  }
  for (uint32_t i = 0; i < build->n_stated; i++)
    if (build->parents[i] != WORD_NONE &&
        ++from[build->stated[i].child + 1] > VOCABULARY_MAX_BROADER)
      return fault (error, SMAAJOB_ERROR_SIZE, place_of_stated (&build->stated[i]).text,
                    "more than %d broader concepts of %s", VOCABULARY_MAX_BROADER,
                    id_of (build, build->stated[i].child));
  sum_counts (from, build->n_concepts);
  return true;
}

/* The base's first, then this document's in its order. */
static void
fill_broader (const Build *build, const uint32_t *from, uint32_t *broader)
{
  uint32_t *next = build->left;

  for (uint32_t child = 0; child < build->n_concepts; child++) {
    size_t n;
    const uint32_t *parents = get_base_broader (build, child, &n);

    if (n > 0)
      memcpy (broader + from[child], parents, n * sizeof *parents);
    next[child] = from[child] + (uint32_t) n;
  }
  for (uint32_t i = 0; i < build->n_stated; i++)
    if (build->parents[i] != WORD_NONE)
      broader[next[build->stated[i].child]++] = build->parents[i];
}

static void
fill_narrower (const Build *build, const SmaajobVocabulary *vocabulary, uint32_t *from,
               uint32_t *narrower)
{
  const uint32_t *broader = vocabulary->broader, *broader_from = vocabulary->broader_from;
  uint32_t *next = build->left;

  memset (from, 0, (build->n_concepts + (size_t) 1) * sizeof *from);
  for (uint32_t i = 0; i < broader_from[build->n_concepts]; i++)
    from[broader[i] + 1]++;
  sum_counts (from, build->n_concepts);
  memcpy (next, from, build->n_concepts * sizeof *from);
  for (uint32_t child = 0; child < build->n_concepts; child++)
    for (uint32_t i = broader_from[child]; i < broader_from[child + 1]; i++)
      narrower[next[broader[i]]++] = child;
}

/* Of each concept the other parents of its children, which are its beside; how many at the most. */
static size_t
count_beside (const Build *build)
{
  uint32_t *n_parents = build->left;
  size_t sum = 0, n;

  for (uint32_t child = 0; child < build->n_concepts; child++) {
    get_base_broader (build, child, &n);
    n_parents[child] = (uint32_t) n;
  }
  for (uint32_t i = 0; i < build->n_stated; i++)
    n_parents[build->stated[i].child] += build->parents[i] != WORD_NONE;
  for (uint32_t child = 0; child < build->n_concepts; child++) {
    n = n_parents[child] < VOCABULARY_MAX_BROADER ? n_parents[child] : VOCABULARY_MAX_BROADER;
    sum += n > 0 ? n * (n - 1) : 0;
  }
  return sum;
}

/* Those of one concept; seen_by is the last, and one more, for which each was met. */
static uint32_t
list_beside (const SmaajobVocabulary *vocabulary, uint32_t concept_index, uint32_t *seen_by,
             uint32_t *beside)
{
  size_t n, n_parents;
  const uint32_t *children = vocabulary_get_narrower (vocabulary, concept_index, &n);
  uint32_t n_beside = 0;

  seen_by[concept_index] = concept_index + 1;
  for (size_t i = 0; i < n; i++) {
    const uint32_t *parents = vocabulary_get_broader (vocabulary, children[i], &n_parents);

    for (size_t j = 0; j < n_parents; j++)
      if (seen_by[parents[j]] != concept_index + 1) {
        seen_by[parents[j]] = concept_index + 1;
        beside[n_beside++] = parents[j];
      }
  }
  return n_beside;
}

static void
fill_beside (const Build *build, SmaajobVocabulary *vocabulary, uint32_t *from, uint32_t *beside)
{
  memset (build->left, 0, build->n_concepts * sizeof *build->left);
  from[0] = 0;
  for (uint32_t i = 0; i < build->n_concepts; i++)
    from[i + 1] = from[i] + list_beside (vocabulary, i, build->left, beside + from[i]);
  vocabulary->beside_from = from;
  vocabulary->beside = beside;
}

/* Take away concepts from the top down; whatever waits for ever is on a cycle, or below one. */
static uint32_t
count_reached (const Build *build, const SmaajobVocabulary *vocabulary)
{
  uint32_t reached = 0, queued = 0;
  size_t n;

  for (uint32_t i = 0; i < build->n_concepts; i++) {
    vocabulary_get_broader (vocabulary, i, &n);
    build->left[i] = (uint32_t) n;
    if (n == 0)
      build->queue[queued++] = i;
  }
  while (reached < queued) {
    const uint32_t *children = vocabulary_get_narrower (vocabulary, build->queue[reached++], &n);

    for (size_t i = 0; i < n; i++)
      if (--build->left[children[i]] == 0)
        build->queue[queued++] = children[i];
  }
  return reached;
}

static uint32_t
get_waiting_parent (const Build *build, const SmaajobVocabulary *vocabulary, uint32_t concept_index)
{
  size_t n;
  const uint32_t *parents = vocabulary_get_broader (vocabulary, concept_index, &n);

  while (build->left[*parents] == 0)
    parents++;
  return *parents;
}

/* Going up from a concept that waits, as many steps as there are concepts, ends on a cycle. */
static uint32_t
find_on_cycle (const Build *build, const SmaajobVocabulary *vocabulary)
{
  uint32_t concept_index = 0;

  while (build->left[concept_index] == 0)
    concept_index++;
  for (uint32_t i = 0; i < build->n_concepts; i++)
    concept_index = get_waiting_parent (build, vocabulary, concept_index);
  return concept_index;
}

/* The base has no cycle, so that one edge of any cycle at the least is said in this document. */
static bool
fault_cycle (const Build *build, const SmaajobVocabulary *vocabulary, SmaajobError *error)
{
  uint32_t *next = build->queue; /* by concept on the cycle: its parent there */
  uint32_t at = find_on_cycle (build, vocabulary), first = at;

  memset (next, 0xff, build->n_concepts * sizeof *next);
  do {
    next[at] = get_waiting_parent (build, vocabulary, at);
    at = next[at];
  } while (at != first);
  for (uint32_t i = 0; i < build->n_stated; i++)
    if (build->parents[i] != WORD_NONE && next[build->stated[i].child] == build->parents[i])
      return fault (error, SMAAJOB_ERROR_RANGE, place_of_stated (&build->stated[i]).text,
                    "%s, said to be broader than %s, is also narrower: a cycle",
                    id_of (build, build->parents[i]), id_of (build, build->stated[i].child));
  return fault (error, SMAAJOB_ERROR_RANGE, "/competencies", "%s is on a cycle",
                id_of (build, first));
}

/* At least twice as many as there are words. */
static uint32_t
count_slots (uint32_t n)
{
  uint32_t n_slots = 4;

  while (n_slots < 2 * n)
    n_slots *= 2;
  return n_slots;
}

static size_t
count_all_slots (const SmaajobVocabularyBuilder *builder)
{
  size_t n = 0;

  for (int kind = 0; kind < N_WORD_KINDS; kind++)
    n += count_slots (builder->words[kind].n);
  return n;
}

static size_t
size_of_ids (const SmaajobVocabularyBuilder *builder)
{
  size_t size = 0;

  for (int kind = 0; kind < N_WORD_KINDS; kind++)
    for (uint32_t i = 0; i < builder->words[kind].n; i++)
      size += 1 + strlen ((const char *) builder->text.items +
                          ((const Word *) builder->words[kind].items)[i].id);
  return size;
}

static size_t
size_of_block (const Build *build, uint32_t n_words, size_t n_edges, size_t n_beside)
{
  const SmaajobVocabularyBuilder *builder = build->builder;

  return sizeof (SmaajobVocabulary) + n_words * (sizeof (Word) + sizeof (uint32_t)) +
         count_all_slots (builder) * sizeof (Slot) + build->n_concepts * sizeof (Kin) +
         KIN_ALIGNMENT + builder->facts.n * sizeof (ConditionFacts) +
         sizeof (uint32_t) * (3 * (build->n_concepts + (size_t) 1) + 2 * n_edges + n_beside) +
         builder->text.n + size_of_ids (builder);
}

static void
place_words (const SmaajobVocabularyBuilder *builder, SmaajobVocabulary *vocabulary, char **end)
{
  for (int kind = 0; kind < N_WORD_KINDS; kind++) {
    vocabulary->n[kind] = builder->words[kind].n;
    vocabulary->words[kind] =
        block_place (end, builder->words[kind].items, builder->words[kind].n * sizeof (Word));
  }
  vocabulary->facts =
      block_place (end, builder->facts.items, builder->facts.n * sizeof (ConditionFacts));
}

#define MOST_STEPS 128

/* Ids are copied to end. False when a word is far from where it is looked for. */
static bool
fill_slots (const SmaajobVocabulary *vocabulary, WordKind kind, Slot *slots, char **end)
{
  const uint32_t last = count_slots (vocabulary->n[kind]) - 1;

  memset (slots, 0xff, (last + (size_t) 1) * sizeof *slots);
  for (uint32_t i = 0; i < vocabulary->n[kind]; i++) {
    const char *id = vocabulary->text + vocabulary->words[kind][i].id;
    const size_t n = strlen (id);
    const uint32_t hash = tables_hash (id, n), first = tables_first_slot (hash, last);
    uint32_t steps = 0;

    while (slots[(first + steps) & last].number != WORD_NONE)
      if (++steps == MOST_STEPS)
        return false;
    slots[(first + steps) & last] = (Slot){hash, i, (uint32_t) (*end - vocabulary->ids)};
    block_place (end, id, n + 1);
  }
  return true;
}

/* Once the text is placed, as the last of all. */
static void
place_ids (SmaajobVocabulary *vocabulary, Slot *slots, char **end)
{
  vocabulary->ids = *end;
  for (int kind = 0; kind < N_WORD_KINDS; kind++) {
    const uint32_t n_slots = count_slots (vocabulary->n[kind]);

    vocabulary->slots[kind] = slots;
    vocabulary->n_slots[kind] = fill_slots (vocabulary, (WordKind) kind, slots, end) ? n_slots : 0;
    slots += n_slots;
  }
}

/* All words are sorted at once, then dealt out by kind. The words must be placed already. */
static void
place_sorted (const Build *build, SmaajobVocabulary *vocabulary, char **end)
{
  const Tree *ids = &build->builder->ids;
  uint32_t *next[N_WORD_KINDS];

  for (int kind = 0; kind < N_WORD_KINDS; kind++)
    vocabulary->sorted[kind] = next[kind] =
        block_place (end, NULL, vocabulary->n[kind] * sizeof *next[kind]);
  tree_sort (ids, build->sorted);
  for (uint32_t i = 0; i < ids->leaves.n; i++)
    *next[draft_kind_of (build->sorted[i])]++ = draft_number_of (build->sorted[i]);
}

static bool
place_edges (const Build *build, SmaajobVocabulary *vocabulary, size_t n_beside, char **end,
             SmaajobError *error)
{
  size_t n_from = build->n_concepts + (size_t) 1;
  uint32_t *beside_from = block_place (end, NULL, n_from * sizeof (uint32_t)),
           *beside = block_place (end, NULL, n_beside * sizeof (uint32_t));
  uint32_t *broader_from = block_place (end, NULL, n_from * sizeof (uint32_t)), *broader;
  uint32_t *narrower_from = block_place (end, NULL, n_from * sizeof (uint32_t)), *narrower;

  if (!count_broader (build, broader_from, error))
    return false;
  broader = block_place (end, NULL, broader_from[build->n_concepts] * sizeof (uint32_t));
  narrower = block_place (end, NULL, broader_from[build->n_concepts] * sizeof (uint32_t));
  fill_broader (build, broader_from, broader);
  vocabulary->broader_from = broader_from;
  vocabulary->broader = broader;
  fill_narrower (build, vocabulary, narrower_from, narrower);
  vocabulary->narrower_from = narrower_from;
  vocabulary->narrower = narrower;
  fill_beside (build, vocabulary, beside_from, beside);
  return count_reached (build, vocabulary) == build->n_concepts ||
         fault_cycle (build, vocabulary, error);
}

static SmaajobVocabulary *
place_all (const Build *build, SmaajobError *error)
{
  const SmaajobVocabularyBuilder *builder = build->builder;
  const SmaajobVocabulary *base = builder->base;
  const size_t n_edges = build->n_stated +
                         (base == NULL ? (size_t) 0 : base->broader_from[base->n[WORD_CONCEPT]]),
               n_beside = count_beside (build),
               size = size_of_block (build, builder->ids.leaves.n, n_edges, n_beside);
  /* where each begins is told in 32 bits; more would take 17 GB */
  SmaajobVocabulary *vocabulary =
      n_edges <= UINT32_MAX && n_beside <= UINT32_MAX ? memory_resize (NULL, size) : NULL;
  char *end;
  Slot *slots;
  Kin *kin;

  if (vocabulary == NULL) {
    error_memory (error);
    return NULL;
  }
  end = (char *) (vocabulary + 1);
  references_init (&vocabulary->references);
  vocabulary->digest_state = 0;
  end += -(uintptr_t) end % KIN_ALIGNMENT;
  kin = block_place (&end, NULL, build->n_concepts * sizeof *kin);
  place_words (builder, vocabulary, &end);
  place_sorted (build, vocabulary, &end);
  slots = block_place (&end, NULL, count_all_slots (builder) * sizeof *slots);
  if (!place_edges (build, vocabulary, n_beside, &end, error)) {
    memory_free (vocabulary);
    return NULL;
  }
  relations_find_kin (vocabulary, kin);
  vocabulary->kin = kin;
  vocabulary->text = block_place (&end, builder->text.items, builder->text.n);
  vocabulary->text_size = builder->text.n;
  vocabulary->version = builder->version;
  place_ids (vocabulary, slots, &end);
  return vocabulary;
}

SmaajobVocabulary *
smaajob_vocabulary_builder_build (const SmaajobVocabularyBuilder *builder, SmaajobError *error)
{
  Build build = {.builder = builder};
  SmaajobVocabulary *vocabulary = NULL;
  size_t n_numbers;

  if (builder == NULL) {
    error_argument (error, "the builder is NULL");
    return NULL;
  }
  build.stated = builder->broader.items;
  build.n_stated = builder->broader.n;
  build.n_concepts = builder->words[WORD_CONCEPT].n;
  n_numbers = build.n_stated + (size_t) 2 * build.n_concepts + builder->ids.leaves.n;
  build.parents = memory_resize (NULL, (n_numbers + 1) * sizeof *build.parents);
  if (build.parents == NULL) {
    error_memory (error);
    return NULL;
  }
  build.left = build.parents + build.n_stated;
  build.queue = build.left + build.n_concepts;
  build.sorted = build.queue + build.n_concepts;
  if (find_parents (&build, error))
    vocabulary = place_all (&build, error);
  memory_free (build.parents);
  return vocabulary;
}
