/* SPDX-License-Identifier: Apache-2.0 */
#include "base/error.h"
#include "text/scan.h"
#include "text/tell.h"
#include "text/texts.h"
#include "words/fault.h"

#include <stdio.h>
#include <string.h>

#define ID_SIZE 129 /* an id and its end */

/* "da, en" */
static void
list_names (const char *(*name_at) (size_t i), size_t n, char *text, size_t size)
{
  size_t length = 0;

  *text = '\0';
  for (size_t i = 0; i < n && length < size; i++)
    length +=
        (size_t) snprintf (text + length, size - length, "%s%s", i > 0 ? ", " : "", name_at (i));
}

static const char *
reader_at (size_t i)
{
  return smaajob_reader_get_name ((SmaajobReader) i);
}

static bool
audience_check (const SmaajobAudience *audience, SmaajobError *error)
{
  char names[200];

  if (*smaajob_reader_get_name (audience->reader) == '\0') {
    list_names (reader_at, SMAAJOB_READER_EMPLOYER + 1, names, sizeof names);
    return error_set (error, SMAAJOB_ERROR_RANGE, "", "reader: %d is not one of %s",
                      (int) audience->reader, names);
  }
  if (texts_find_language (audience->language) < 0) {
    list_names (smaajob_get_language_at, smaajob_get_n_languages (), names, sizeof names);
    return error_set (error, SMAAJOB_ERROR_RANGE, "", "language: %s is not one of %s",
                      told_text (audience->language).text, names);
  }
  return true;
}

/* The citizen's needs on a condition, as bits. */
static bool
disclose (const SmaajobCitizen *citizen, const char *id, uint64_t *disclosed, SmaajobError *error)
{
  const uint32_t condition = vocabulary_find_condition (citizen->vocabulary, id);

  if (condition == WORD_NONE)
    return error_set (error, SMAAJOB_ERROR_UNKNOWN_CONCEPT, "",
                      "disclosed: %s, expected a condition of the vocabulary", told_text (id).text);
  for (size_t i = 0; i < citizen->n_needs; i++)
    if (citizen_needs (citizen)[i].condition == condition)
      *disclosed |= UINT64_C (1) << i;
  return true;
}

/* Of an id that may have spaces around it: a person writes "a, b". */
static bool
disclose_part (const SmaajobCitizen *citizen, Slice part, uint64_t *disclosed, SmaajobError *error)
{
  char id[ID_SIZE] = "";

  for (; part.n > 0 && *part.at == ' '; part.n--)
    part.at++;
  while (part.n > 0 && part.at[part.n - 1] == ' ')
    part.n--;
  if (part.n >= sizeof id)
    return error_set (error, SMAAJOB_ERROR_UNKNOWN_CONCEPT, "",
                      "disclosed: a string of %zu bytes, expected a condition of the vocabulary",
                      part.n);
  memcpy (id, part.at, part.n);
  return disclose (citizen, id, disclosed, error);
}

static bool
read_disclosed (const SmaajobCitizen *citizen, const char *ids, uint64_t *disclosed,
                SmaajobError *error)
{
  if (ids == NULL || *ids == '\0')
    return true;
  for (;; ids++) {
    const size_t length = strcspn (ids, ",");

    if (!disclose_part (citizen, (Slice){ids, length}, disclosed, error))
      return false;
    ids += length;
    if (*ids == '\0')
      return true;
  }
}

/* The employer is never told who the citizen is; the citizen nothing before it is released. */
static void
say_title (const Voice *voice, const char *name)
{
  const bool known = voice->reader != SMAAJOB_READER_EMPLOYER;

  title_begin (voice->out);
  voice_say (voice, voice_get (voice, "title", name),
             &(Blanks){.subject = known ? smaajob_match_get_citizen_id (voice->match) : NULL,
                       .task = smaajob_match_get_opening_id (voice->match)});
  title_end (voice->out);
}

static bool
tell_all (const Voice *voice)
{
  tell_result (voice);
  tell_tasks (voice);
  tell_week (voice);
  tell_score (voice);
  tell_attention (voice);
  return tell_questions (voice) && tell_levers (voice);
}

static bool
tell (const Voice *voice, bool released)
{
  switch (voice->reader) {
  case SMAAJOB_READER_EMPLOYER:
    say_title (voice, "employer");
    tell_employer (voice);
    return true;
  case SMAAJOB_READER_CITIZEN:
    say_title (voice, released ? "citizen" : "unreleased");
    return !released || tell_all (voice);
  default:
    say_title (voice, "caseworker");
    return tell_all (voice);
  }
}

static bool
is_whole (const SmaajobMatch *match, const SmaajobAudience *audience, SmaajobError *error)
{
  if (match == NULL)
    return error_argument (error, "match is NULL, expected one");
  if (audience == NULL)
    return error_argument (error, "audience is NULL, expected one");
  if (audience->language == NULL)
    return error_argument (error, "language is NULL, expected one");
  return true;
}

SmaajobExplanation *
smaajob_explain (const SmaajobMatch *match, const SmaajobAudience *audience, SmaajobError *error)
{
  Voice voice = {.match = match};

  if (!is_whole (match, audience, error) || !audience_check (audience, error))
    return NULL;
  voice.reader = audience->reader;
  voice.language = texts_find_language (audience->language);
  /* Also where nobody looks at it: a misspelt word is a fault whoever reads. */
  if (!read_disclosed (match->citizen, audience->disclosed, &voice.disclosed, error))
    return NULL;
  voice.out = explanation_new (voice.reader, voice.language);
  if (voice.out != NULL && tell (&voice, audience->released) && explanation_has_memory (voice.out))
    return voice.out;
  smaajob_explanation_free (voice.out);
  error_memory (error);
  return NULL;
}
