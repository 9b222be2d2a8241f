/* SPDX-License-Identifier: Apache-2.0 */
#include "base/error.h"
#include "data/opening-draft.h"
#include "words/array.h"

#include <string.h>

#define MOST_REQUIREMENTS (OPENING_MAX_TASKS * (OPENING_MAX_REQUIREMENTS + DRAFT_SPARE))
#define MOST_CONDITIONS   ((OPENING_MAX_TASKS + 2) * (OPENING_MAX_EXPOSURES + DRAFT_SPARE))
#define MINUTES_PER_HOUR  60
_Static_assert(1 + MOST_CONDITIONS <= N_ROWS, "a row for each");
_Static_assert(MOST_REQUIREMENTS *N_RELATIONS <= UINT16_MAX, "they and their helpers are counted");

/* What the opening's size depends on, found before there is a block to place it in. */
typedef struct {
  const SmaajobOpeningBuilder *builder;
  Array helpers; /* Helper, of one requirement after the other */
  bool lent;     /* they are another opening's */
  size_t n_requirements, n_keys, n_conditions, n_stated;
  Requirement requirements[MOST_REQUIREMENTS]; /* but for where their keys and helpers are */
  NearBits near[MOST_REQUIREMENTS];            /* of their concepts */
  uint32_t conditions[MOST_CONDITIONS];        /* that anything is stated of; sorted */
} Measure;

static bool
add_helper (Array *helpers, size_t number, Relation relation, Requirement *helped)
{
  if (!array_reserve (helpers, 1, sizeof (Helper)))
    return false;
  ((Helper *) helpers->items)[helpers->n++] = (Helper){(uint16_t) number, (uint8_t) relation, 0};
  helped->n_helpers++;
  return true;
}

/* Mostly one look tells that two concepts are not related. */
static unsigned
get_relations (const SmaajobVocabulary *vocabulary, const Measure *measure, size_t held,
               size_t wanted)
{
  const Requirement *a = &measure->requirements[held], *b = &measure->requirements[wanted];

  if (!near_bits_meet (&measure->near[held], &measure->near[wanted]) ||
      a->concept_index == b->concept_index)
    return 0;
  return vocabulary_get_relations (vocabulary, a->concept_index, b->concept_index);
}

static bool
add_helpers (const SmaajobVocabulary *vocabulary, Measure *measure, size_t helped)
{
  for (size_t i = 0; i < measure->n_requirements; i++) {
    unsigned relations = get_relations (vocabulary, measure, i, helped);

    for (unsigned relation = 0; relations != 0 && relation < N_RELATIONS; relation++)
      if (relations >> relation & 1 &&
          !add_helper (&measure->helpers, i, relation, &measure->requirements[helped]))
        return false;
  }
  return true;
}

/* Whether they are about the same concepts, one by one, and stand with their helpers as they are
   placed here. */
static bool
is_alike (const SmaajobOpening *alike, const Measure *measure)
{
  const Requirement *requirements = opening_requirements (alike);
  const Helper *helpers;

  if (measure->n_requirements == 0 || alike->n_requirements != measure->n_requirements)
    return false;
  helpers = requirement_helpers (requirements);
  for (size_t i = 0; i < measure->n_requirements; helpers += requirements[i++].n_helpers)
    if (requirements[i].concept_index != measure->requirements[i].concept_index ||
        requirement_helpers (&requirements[i]) != helpers)
      return false;
  return true;
}

/* Those of the same concepts are the same: they are not found again, nor kept twice. */
static void
lend_helpers (const SmaajobOpening *alike, Measure *measure)
{
  const Requirement *requirements = opening_requirements (alike);

  measure->lent = true;
  measure->helpers.items = (Helper *) requirement_helpers (requirements);
  for (size_t i = 0; i < measure->n_requirements; i++) {
    measure->requirements[i].n_helpers = requirements[i].n_helpers;
    measure->helpers.n += requirements[i].n_helpers;
  }
}

static bool
find_helpers (const SmaajobVocabulary *vocabulary, Measure *measure)
{
  const SmaajobOpening *alike = measure->builder->alike;

  if (alike != NULL && is_alike (alike, measure))
    lend_helpers (alike, measure);
  for (size_t i = 0; i < measure->n_requirements && !measure->lent; i++)
    if (!add_helpers (vocabulary, measure, i))
      return false;
  return true;
}

static void
add_requirement (const SmaajobVocabulary *vocabulary, const StatedRequirement *stated,
                 Measure *measure)
{
  const uint32_t concept_index = stated->concept_index;
  Requirement *requirement = &measure->requirements[measure->n_requirements];
  NearBits *near = &measure->near[measure->n_requirements++];

  *near = vocabulary_get_near_bits (vocabulary, concept_index);
  *requirement = (Requirement){
      .near = near->wanted,
      .concept_index = concept_index,
      .level = stated->level,
      .importance = stated->importance,
      .training_weeks = stated->training_weeks,
  };
  measure->n_keys += vocabulary_count_keys (vocabulary, concept_index, &requirement->n_broader,
                                            &requirement->n_broader_2);
}

static void
add_condition (Measure *measure, uint32_t condition)
{
  uint32_t *conditions = measure->conditions;
  size_t first = 0, last = measure->n_conditions;

  while (first < last) {
    size_t middle = (first + last) / 2;

    if (conditions[middle] < condition)
      first = middle + 1;
    else
      last = middle;
  }
  if (first < measure->n_conditions && conditions[first] == condition)
    return;
  memmove (conditions + first + 1, conditions + first,
           (measure->n_conditions - first) * sizeof *conditions);
  conditions[first] = condition;
  measure->n_conditions++;
}

static void
add_conditions (Measure *measure, const StatedList *list)
{
  for (size_t i = 0; i < list->n; i++)
    add_condition (measure, list->stated[i].condition);
  measure->n_stated += list->n;
}

/* Those of two lists that have none in common, before any other. */
static void
merge_conditions (Measure *measure, const StatedList *a, const StatedList *b)
{
  uint32_t *conditions = measure->conditions;
  size_t i = 0, j = 0;

  while (i < a->n && j < b->n) {
    const uint32_t of_a = a->stated[i].condition, of_b = b->stated[j].condition;

    *conditions++ = of_a < of_b ? of_a : of_b;
    i += of_a < of_b;
    j += of_a >= of_b;
  }
  while (i < a->n)
    *conditions++ = a->stated[i++].condition;
  while (j < b->n)
    *conditions++ = b->stated[j++].condition;
  measure->n_conditions = measure->n_stated = a->n + b->n;
}

static bool
measure_all (Measure *measure)
{
  const SmaajobOpeningBuilder *builder = measure->builder;
  const SmaajobVocabulary *vocabulary = builder->made.vocabulary;

  merge_conditions (measure, &builder->exposures, &builder->provisions);
  for (size_t i = 0; i < builder->made.n_tasks; i++) {
    const TaskDraft *task = &builder->tasks[i];

    for (size_t k = 0; k < task->made.n_requirements; k++)
      add_requirement (vocabulary, &task->requirements[k], measure);
    add_conditions (measure, &task->exposures);
  }
  return find_helpers (vocabulary, measure);
}

static size_t
size_of_ids (const SmaajobOpeningBuilder *builder)
{
  size_t size = strlen (builder->id) + 1;

  if (builder->employer[0] != '\0')
    size += strlen (builder->employer) + 1;
  for (size_t i = 0; i < builder->made.n_tasks; i++)
    size += strlen (builder->tasks[i].id) + 1;
  return size;
}

/* Words may be behind it. */
static size_t
size_of_said (const SmaajobVocabulary *vocabulary)
{
  const size_t size = smaajob_vocabulary_get_n_conditions (vocabulary) * sizeof (uint16_t);

  return (size + sizeof (uint32_t) - 1) / sizeof (uint32_t) * sizeof (uint32_t);
}

static size_t
size_of_opening (const Measure *measure)
{
  const SmaajobOpeningBuilder *builder = measure->builder;
  size_t n_tasks = builder->made.n_tasks;

  return sizeof (SmaajobOpening) + n_tasks * sizeof (Task) +
         measure->n_requirements * sizeof (Requirement) +
         (1 + measure->n_conditions) * n_tasks * sizeof (int32_t) +
         size_of_said (builder->made.vocabulary) + measure->n_keys * sizeof (uint32_t) +
         measure->helpers.n * sizeof (Helper) + measure->n_stated * sizeof (Stated) +
         builder->made.n_gates * sizeof (uint32_t) + size_of_ids (builder);
}

static int
weight_of (const Task *task)
{
  if (task->hours_known && task->max != SMAAJOB_UNKNOWN)
    return task->max;
  if (task->hours_known && task->min != SMAAJOB_UNKNOWN)
    return task->min > 0 ? task->min : 1;
  return MINUTES_PER_HOUR;
}

static uint32_t
find_musts (const TaskDraft *task)
{
  uint32_t musts = 0;

  for (size_t i = 0; i < task->made.n_requirements; i++)
    musts |= (uint32_t) (task->requirements[i].importance == SMAAJOB_STRENGTH_MUST) << i;
  return musts;
}

/* Without their ids, which are placed behind everything that must be aligned. */
static void
place_tasks (const SmaajobOpeningBuilder *builder, Task *tasks)
{
  uint16_t first = 0;

  for (size_t i = 0; i < builder->made.n_tasks; i++) {
    tasks[i] = builder->tasks[i].made;
    tasks[i].weight = weight_of (&tasks[i]);
    tasks[i].first_requirement = first;
    tasks[i].musts = find_musts (&builder->tasks[i]);
    first = (uint16_t) (first + tasks[i].n_requirements);
  }
}

/* Where the next thing will be placed, once there is room kept for it. */
static Offset
offset_of (const SmaajobOpening *opening, const char *end)
{
  return (Offset) (end - (const char *) opening);
}

static void
place_requirements (const Measure *measure, SmaajobOpening *opening, char **end)
{
  const size_t size_of_helpers = measure->helpers.n * sizeof (Helper);
  Requirement *requirements =
      block_place (end, NULL, measure->n_requirements * sizeof *requirements);
  uint32_t *keys = block_place (end, NULL, measure->n_keys * sizeof *keys);
  Helper *const first_helper = block_place (end, NULL, size_of_helpers), *helpers = first_helper;

  opening->requirements = offset_of (opening, (char *) requirements);
  opening->n_requirements = (uint16_t) measure->n_requirements;
  for (size_t i = 0; i < measure->n_requirements; i++) {
    requirements[i] = measure->requirements[i];
    requirements[i].keys = (Offset) ((const char *) keys - (const char *) &requirements[i]);
    requirements[i].helpers = (Offset) ((const char *) helpers - (const char *) &requirements[i]);
    vocabulary_copy_keys (opening->vocabulary, requirements[i].concept_index, keys);
    keys += 1 + requirements[i].n_broader + requirements[i].n_broader_2;
    helpers += requirements[i].n_helpers;
  }
  /* behind the keys, the last of which may have been written over their place */
  if (size_of_helpers > 0)
    memcpy (first_helper, measure->helpers.items, size_of_helpers);
}

/* Their rows are filled when it is known which condition each is for. */
static void
place_offered (const Measure *measure, SmaajobOpening *opening, char **end)
{
  size_t n = 1 + measure->n_conditions;

  opening->offered = offset_of (opening, *end);
  opening->n_offered = (uint16_t) n;
  block_place (end, NULL, n * opening->n_tasks * sizeof (int32_t));
}

static void
fill_rows (const StatedList *list, const SmaajobOpening *opening, int32_t *offered)
{
  for (size_t i = 0; i < list->n; i++) {
    int32_t *row =
        offered + (size_t) opening_said (opening)[list->stated[i].condition] * opening->n_tasks;

    for (size_t task = 0; task < opening->n_tasks; task++)
      row[task] = list->stated[i].value;
  }
}

/* A condition is a provision or an exposure, never both; what a task states itself comes last. */
static void
fill_offered (const SmaajobOpeningBuilder *builder, SmaajobOpening *opening)
{
  const size_t n_tasks = opening->n_tasks;
  const uint16_t *said = opening_said (opening);
  int32_t *offered = (int32_t *) (void *) ((char *) opening + opening->offered);

  for (size_t i = 0; i < opening->n_offered * n_tasks; i++)
    offered[i] = SMAAJOB_UNKNOWN;
  fill_rows (&builder->exposures, opening, offered);
  fill_rows (&builder->provisions, opening, offered);
  for (size_t task = 0; task < n_tasks; task++) {
    const StatedList *own = &builder->tasks[task].exposures;

    for (size_t i = 0; i < own->n; i++)
      offered[said[own->stated[i].condition] * n_tasks + task] = own->stated[i].value;
  }
}

static void
place_rows (const Measure *measure, SmaajobOpening *opening, char **end)
{
  const size_t size = size_of_said (opening->vocabulary);
  uint16_t *said = block_place (end, NULL, size);

  opening->said = offset_of (opening, (char *) said);
  opening->n_conditions = opening_count_conditions (opening->vocabulary);
  memset (said, 0, size);
  for (size_t i = 0; i < measure->n_conditions; i++)
    said[measure->conditions[i]] = (uint16_t) (1 + i);
}

static void
answer_for_all (const StatedList *list, uint16_t *said)
{
  for (size_t i = 0; i < list->n; i++)
    said[list->stated[i].condition] |=
        (uint16_t) (answer_make_even (list->stated[i].value) << ROW_BITS);
}

/* Once the rows are filled. Most say the same for all tasks. */
static void
place_answers (const SmaajobOpeningBuilder *builder, SmaajobOpening *opening)
{
  uint16_t *said = (uint16_t *) (void *) ((char *) opening + opening->said);

  opening->core = (uint16_t) opening_find_core (opening);
  answer_for_all (&builder->exposures, said);
  answer_for_all (&builder->provisions, said);
  for (size_t task = 0; task < opening->n_tasks; task++) {
    const StatedList *own = &builder->tasks[task].exposures;

    for (size_t i = 0; i < own->n; i++) {
      uint16_t *here = &said[own->stated[i].condition];

      *here = opening_make_said (opening, *here & (N_ROWS - 1));
    }
  }
}

static void
place_stated (const SmaajobOpeningBuilder *builder, SmaajobOpening *opening, char **end)
{
  const StatedList *general = &builder->exposures, *provisions = &builder->provisions;

  opening->stated_exposures = offset_of (opening, *end);
  block_place (end, general->stated, general->n * sizeof (Stated));
  opening->n_stated_exposures[0] = (uint16_t) general->n;
  for (size_t i = 0; i < opening->n_tasks; i++) {
    const StatedList *own = &builder->tasks[i].exposures;

    block_place (end, own->stated, own->n * sizeof (Stated));
    opening->n_stated_exposures[i + 1] = (uint16_t) own->n;
  }
  opening->provisions = offset_of (opening, *end);
  block_place (end, provisions->stated, provisions->n * sizeof (Stated));
  opening->n_provisions = (uint16_t) provisions->n;
}

static void
place_gates (const SmaajobOpeningBuilder *builder, SmaajobOpening *opening, char **end)
{
  opening->gates = offset_of (opening, *end);
  block_place (end, builder->gates, opening->n_gates * sizeof *builder->gates);
}

static Offset
place_id (const SmaajobOpening *opening, const char *id, char **end)
{
  Offset offset = offset_of (opening, *end);

  block_place (end, id, strlen (id) + 1);
  return offset;
}

static void
place_ids (const SmaajobOpeningBuilder *builder, SmaajobOpening *opening, Task *tasks, char **end)
{
  opening->id = place_id (opening, builder->id, end);
  opening->employer = builder->employer[0] == '\0' ? 0 : place_id (opening, builder->employer, end);
  for (size_t i = 0; i < opening->n_tasks; i++)
    tasks[i].id = place_id (opening, builder->tasks[i].id, end);
}

/* What every score looks at stands first: see opening_prefetch(). */
static SmaajobOpening *
place_opening (const Measure *measure)
{
  const SmaajobOpeningBuilder *builder = measure->builder;
  size_t size = size_of_opening (measure);
  SmaajobOpening *opening = memory_resize (NULL, size + VOCABULARY_SPARE_KEYS * sizeof (uint32_t));
  char *end = (char *) (opening + 1);
  Task *tasks;

  if (opening == NULL)
    return NULL;
  *opening = builder->made;
  references_init (&opening->references);
  vocabulary_take (opening->vocabulary);
  opening->size = (uint32_t) size;
  tasks = block_place (&end, NULL, opening->n_tasks * sizeof *tasks);
  place_tasks (builder, tasks);
  place_requirements (measure, opening, &end);
  place_rows (measure, opening, &end);
  place_gates (builder, opening, &end);
  place_offered (measure, opening, &end);
  place_stated (builder, opening, &end);
  fill_offered (builder, opening);
  place_answers (builder, opening);
  place_ids (builder, opening, tasks, &end);
  return opening;
}

SmaajobOpening *
smaajob_opening_builder_build (const SmaajobOpeningBuilder *builder, SmaajobError *error)
{
  SmaajobOpening *opening = NULL;
  Measure measure;

  if (builder == NULL || builder->made.n_tasks == 0) {
    if (builder == NULL)
      error_argument (error, "the builder is NULL");
    else
      fault (error, SMAAJOB_ERROR_MISSING, "/tasks", "none, expected 1–%d", OPENING_MAX_TASKS);
    return NULL;
  }
  memset (&measure, 0, offsetof (Measure, requirements));
  measure.builder = builder;
  if (measure_all (&measure))
    opening = place_opening (&measure);
  if (!measure.lent)
    memory_free (measure.helpers.items);
  if (opening == NULL)
    error_memory (error);
  return opening;
}
