/* SPDX-License-Identifier: Apache-2.0 */
#include "phrase.h"

#include "layout.h"

#include <string.h>

static const char *
blank_value (const Blanks *blanks, const char *name, size_t n)
{
  const struct {
    const char *name;
    const char *value;
  } table[] = {
      {"{subject}", blanks->subject},
      {"{task}", blanks->task},
      {"{have}", blanks->have},
      {"{want}", blanks->want},
  };

  for (size_t i = 0; i < G_N_ELEMENTS (table); i++)
    if (strlen (table[i].name) == n && memcmp (table[i].name, name, n) == 0)
      return table[i].value ? table[i].value : "";
  return "";
}

char *
phrase_fill (const Voice *voice, const char *key, const Blanks *blanks)
{
  GString *out = g_string_new (NULL);
  const char *at = text_get (voice->language, key);
  const char *open;

  for (; (open = strchr (at, '{')) != NULL; at = open) {
    const char *end = strchr (open, '}') + 1;

    g_string_append_len (out, at, open - at);
    g_string_append (out, blank_value (blanks, open, (size_t) (end - open)));
    open = end;
  }
  g_string_append (out, at);
  return g_string_free (out, FALSE);
}

/* A member's name, a label of the vocabulary, or a sector, which has neither. */
static char *
subject_text (const Voice *voice, const char *subject)
{
  g_autofree char *key = NULL;
  const char *label;

  if (subject == NULL)
    return NULL;
  key = g_strconcat ("member.", subject, NULL);
  if (text_exists (key))
    return g_strdup (text_get (voice->language, key));
  label = smaajob_vocabulary_get_label (voice->vocabulary, subject,
                                        language_get_name (voice->language));
  if (label != NULL)
    return g_strdup (label);
  return phrase_fill (voice, "item.sector", &(Blanks){.subject = subject});
}

static char *
add_task (const Voice *voice, char *sentence, const char *task)
{
  g_autofree char *before = sentence;
  g_autofree char *suffix = NULL;

  if (task == NULL)
    return g_steal_pointer (&before);
  suffix = phrase_fill (voice, "page.task_in", &(Blanks){.task = task});
  return g_strconcat (before, " ", suffix, NULL);
}

/* Labels of competences begin with a small letter. */
static char *
make_sentence (char *text)
{
  g_autofree char *before = text;
  GString *out = g_string_new (NULL);

  g_string_append_unichar (out, g_unichar_toupper (g_utf8_get_char (before)));
  g_string_append (out, g_utf8_next_char (before));
  return g_string_free (out, FALSE);
}

char *
phrase_reason (const Voice *voice, const SmaajobReason *reason, bool with_task)
{
  g_autofree char *key = g_strconcat ("code.", smaajob_code_get_name (reason->code), NULL);
  g_autofree char *subject = subject_text (voice, reason->subject);
  const Blanks blanks = {.subject = subject};

  return add_task (voice, make_sentence (phrase_fill (voice, key, &blanks)),
                   with_task ? reason->task : NULL);
}

char *
phrase_task_reason (const Voice *voice, const SmaajobReason *reason, const SmaajobReason *next,
                    bool *with_next)
{
  const char *name = smaajob_code_get_name (reason->code);
  g_autofree char *key = g_strconcat ("code.", name, ".training", NULL);
  g_autofree char *subject = subject_text (voice, reason->subject);
  const Blanks blanks = {.subject = subject};

  *with_next = next != NULL && next->code == SMAAJOB_CODE_TRAINING_POSSIBLE &&
               g_strcmp0 (next->subject, reason->subject) == 0 && text_exists (key);
  if (*with_next)
    return make_sentence (phrase_fill (voice, key, &blanks));
  return phrase_reason (voice, reason, false);
}

static const char *
accommodation_kind (const Voice *voice, const char *subject)
{
  const size_t n = smaajob_vocabulary_get_n_conditions (voice->vocabulary);

  for (size_t i = 0; i < n; i++) {
    const SmaajobCondition condition = smaajob_vocabulary_get_condition_at (voice->vocabulary, i);

    if (strcmp (condition.id, subject) != 0)
      continue;
    if (condition.type == SMAAJOB_CONDITION_PROVISION)
      return "provision";
    return condition.type == SMAAJOB_CONDITION_LIMIT ? "limit" : "ceiling";
  }
  return subject;
}

static const char *
item_kind (const Voice *voice, SmaajobCriterionId criterion, const SmaajobItem *item)
{
  const char *subject = item->subject ? item->subject : "";

  if (strcmp (subject, "needs") == 0 || strcmp (subject, "requires") == 0)
    return subject;
  if (criterion == SMAAJOB_CRITERION_ACCOMMODATION)
    return accommodation_kind (voice, subject);
  if (criterion == SMAAJOB_CRITERION_WISH)
    return strcmp (subject, "wishes") == 0 ? "seek" : "avoid";
  return smaajob_criterion_get_name (criterion);
}

static const char *
item_state (const char *kind, const SmaajobItem *item)
{
  const bool provision = strcmp (kind, "provision") == 0;
  const bool said = item->have != SMAAJOB_UNKNOWN;

  if (item->state == SMAAJOB_STATE_SHORT)
    return provision && item->have > 0 ? "partly" : "short";
  if (item->state != SMAAJOB_STATE_UNKNOWN)
    return "met";
  if (said && (strcmp (kind, "limit") == 0 || strcmp (kind, "ceiling") == 0))
    return "partly";
  return said && strcmp (kind, "competence") == 0 ? "similar" : "unknown";
}

static char *
amount (const Voice *voice, SmaajobCriterionId criterion, int value)
{
  const bool hours =
      criterion == SMAAJOB_CRITERION_HOURS_CITIZEN || criterion == SMAAJOB_CRITERION_HOURS_EMPLOYER;
  g_autofree char *number = NULL;

  if (value == SMAAJOB_UNKNOWN)
    return g_strdup ("?");
  number = layout_quantity (value, voice->language);
  return hours ? g_strdup_printf ("%s %s", number, text_get (voice->language, "unit.hours"))
               : g_steal_pointer (&number);
}

char *
phrase_item (const Voice *voice, SmaajobCriterionId criterion, const SmaajobItem *item)
{
  const char *kind = item_kind (voice, criterion, item);
  g_autofree char *key = g_strconcat ("item.", kind, ".", item_state (kind, item), NULL);
  g_autofree char *have = amount (voice, criterion, item->have);
  g_autofree char *want = amount (voice, criterion, item->want);
  g_autofree char *subject = subject_text (voice, item->subject);
  const Blanks blanks = {subject, item->task, have, want};

  return add_task (voice, make_sentence (phrase_fill (voice, key, &blanks)), item->task);
}
