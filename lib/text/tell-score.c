/* SPDX-License-Identifier: Apache-2.0 */
#include "text/tell.h"

#include <stdio.h>
#include <string.h>

static const char *
name_of_condition_type (const Voice *voice, const char *subject)
{
  static const char *const names[] = {"limit", "provision", "ceiling"};
  const SmaajobVocabulary *vocabulary = voice->match->citizen->vocabulary;

  return names[vocabulary_get_condition_type (vocabulary,
                                              vocabulary_find_condition (vocabulary, subject))];
}

/* What kind of comparison it is: the first part of its text's key. */
static const char *
kind_of (const Voice *voice, SmaajobCriterionId criterion, const SmaajobItem *item)
{
  if (strcmp (item->subject, "needs") == 0 || strcmp (item->subject, "requires") == 0)
    return item->subject;
  if (criterion == SMAAJOB_CRITERION_ACCOMMODATION)
    return name_of_condition_type (voice, item->subject);
  if (criterion == SMAAJOB_CRITERION_WISH)
    return strcmp (item->subject, "wishes") == 0 ? "seek" : "avoid";
  return smaajob_criterion_get_name (criterion);
}

static const char *
outcome_of (const char *kind, const SmaajobItem *item)
{
  const bool said = item->have != SMAAJOB_UNKNOWN;

  if (item->state == SMAAJOB_STATE_SHORT)
    return strcmp (kind, "provision") == 0 && item->have > 0 ? "partly" : "short";
  if (item->state == SMAAJOB_STATE_MET)
    return "met";
  if (said && (strcmp (kind, "limit") == 0 || strcmp (kind, "ceiling") == 0))
    return "partly";
  return said && strcmp (kind, "competence") == 0 ? "similar" : "unknown";
}

/* What must be is required, the rest is wanted. */
static bool
is_must (const Voice *voice, const SmaajobItem *item)
{
  const SmaajobOpening *opening = voice->match->opening;
  const uint32_t wanted = vocabulary_find_concept (opening->vocabulary, item->subject);

  for (int i = 0; i < opening->n_tasks; i++) {
    const Task *task = &opening_tasks (opening)[i];
    const Requirement *asked = &opening_requirements (opening)[task->first_requirement];

    if (item->task == NULL || strcmp (task_id (opening, task), item->task) != 0)
      continue;
    for (size_t k = 0; k < task->n_requirements; k++)
      if (asked[k].concept_index == wanted)
        return asked[k].importance == SMAAJOB_STRENGTH_MUST;
  }
  return false;
}

static Words
words_of_amount (const Voice *voice, SmaajobCriterionId criterion, int amount)
{
  const bool hours =
      criterion == SMAAJOB_CRITERION_HOURS_CITIZEN || criterion == SMAAJOB_CRITERION_HOURS_EMPLOYER;

  return hours ? words_of_hours (voice, amount) : words_of_quantity (voice, amount);
}

static void
say_item (const Voice *voice, SmaajobCriterionId criterion, const SmaajobItem *item)
{
  const char *kind = kind_of (voice, criterion, item);
  const Words subject = words_of_subject (voice, item->subject);
  const Words have = words_of_amount (voice, criterion, item->have);
  const Words want = words_of_amount (voice, criterion, item->want);
  char name[64];

  snprintf (name, sizeof name, "%s.%s%s", kind, outcome_of (kind, item),
            strcmp (kind, "competence") == 0 && is_must (voice, item) ? ".must" : "");
  voice_say (voice, voice_get (voice, "item", name),
             &(Blanks){subject.text, item->task, have.text, want.text});
  voice_say_task (voice, item->task);
}

static void
tell_item (const Voice *voice, SmaajobCriterionId criterion, const SmaajobItem *item)
{
  paragraph_begin (voice->out, &(SmaajobParagraph){.section = SMAAJOB_SECTION_SCORE,
                                                   .depth = 1,
                                                   .code = smaajob_state_get_name (item->state),
                                                   .subject = item->subject,
                                                   .task = item->task});
  paragraph_add_value (voice->out, "have", item->have);
  paragraph_add_value (voice->out, "want", item->want);
  paragraph_add_value (voice->out, "share", item->share);
  paragraph_add_value (voice->out, "loss", item->loss);
  say_item (voice, criterion, item);
  paragraph_end (voice->out);
}

static void
tell_criterion (const Voice *voice, const SmaajobCriterion *criterion)
{
  const char *name = smaajob_criterion_get_name (criterion->id);

  paragraph_begin (
      voice->out,
      &(SmaajobParagraph){.section = SMAAJOB_SECTION_SCORE, .code = "criterion", .subject = name});
  paragraph_add_value (voice->out, "weight", criterion->weight);
  paragraph_add_value (voice->out, "value", criterion->value);
  paragraph_add_value (voice->out, "low", criterion->low);
  paragraph_add_value (voice->out, "high", criterion->high);
  paragraph_add_value (voice->out, "loss", criterion->loss);
  voice_say (voice, voice_get (voice, "criterion", name), &(Blanks){0});
  paragraph_end (voice->out);
}

void
tell_score (const Voice *voice)
{
  for (size_t i = 0; i < smaajob_match_get_n_criteria (voice->match); i++) {
    const SmaajobCriterion criterion = smaajob_match_get_criterion_at (voice->match, i);

    if (criterion.n_items == 0)
      continue;
    tell_criterion (voice, &criterion);
    for (size_t k = 0; k < criterion.n_items; k++) {
      const SmaajobItem item = smaajob_match_get_item_at (voice->match, i, k);
      tell_item (voice, criterion.id, &item);
    }
  }
}
