/* SPDX-License-Identifier: Apache-2.0 */
#include "text/voice.h"

#include "text/texts.h"

#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define KEY_SIZE 256 /* the longest ends in an id of 128 bytes */

const char *
voice_find_own (const Voice *voice, const char *prefix, const char *name)
{
  char key[KEY_SIZE];

  snprintf (key, sizeof key, "%s.%s.%s", prefix, name, smaajob_reader_get_name (voice->reader));
  return texts_get (voice->language, key);
}

const char *
voice_find (const Voice *voice, const char *prefix, const char *name)
{
  const char *own = voice_find_own (voice, prefix, name);
  char key[KEY_SIZE];

  if (own != NULL)
    return own;
  snprintf (key, sizeof key, "%s.%s", prefix, name);
  return texts_get (voice->language, key);
}

const char *
voice_get (const Voice *voice, const char *prefix, const char *name)
{
  const char *text = voice_find (voice, prefix, name);

  return text == NULL ? "" : text;
}

static const char *
blank_value (const Blanks *blanks, const char *name, size_t n)
{
  const struct {
    const char *name, *value;
  } table[] = {
      {"{subject}", blanks->subject},
      {"{task}", blanks->task},
      {"{have}", blanks->have},
      {"{want}", blanks->want},
  };

  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    if (strlen (table[i].name) == n && memcmp (table[i].name, name, n) == 0)
      return table[i].value == NULL ? "" : table[i].value;
  return "";
}

static void
append (const Voice *voice, const char *text)
{
  paragraph_append (voice->out, text, strlen (text));
}

/* Labels of competences begin with a small letter. */
static const char *
append_capital (const Voice *voice, const char *text)
{
  char capital[6];

  if (*text == '\0')
    return text;
  paragraph_append (
      voice->out, capital,
      (size_t) g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (text)), capital));
  return g_utf8_next_char (text);
}

void
voice_say (const Voice *voice, const char *text, const Blanks *blanks)
{
  const bool begins = strncmp (text, "{subject}", 9) == 0 && paragraph_is_empty (voice->out);
  const char *open;

  for (bool first = begins; (open = strchr (text, '{')) != NULL; first = false) {
    const size_t n = strcspn (open, "}") + 1;
    const char *value = blank_value (blanks, open, n);

    paragraph_append (voice->out, text, (size_t) (open - text));
    append (voice, first ? append_capital (voice, value) : value);
    text = open + n;
  }
  append (voice, text);
}

void
voice_say_part (const Voice *voice, const char *text, const Blanks *blanks)
{
  if (!paragraph_is_empty (voice->out))
    append (voice, " · ");
  voice_say (voice, text, blanks);
}

void
voice_say_task (const Voice *voice, const char *task)
{
  if (task == NULL)
    return;
  append (voice, " (");
  append (voice, task);
  append (voice, ")");
}

/* A template with one blank; the label of a word is at most 512 bytes. */
static Words
words_around (const char *text, const char *value)
{
  const size_t before = strcspn (text, "{");
  const char *behind = text + before + strcspn (text + before, "}");
  Words words;

  snprintf (words.text, sizeof words.text, "%.*s%s%s", (int) before, text, value,
            *behind == '\0' ? "" : behind + 1);
  return words;
}

Words
words_of_subject (const Voice *voice, const char *subject)
{
  const char *text;

  if (subject == NULL)
    return words_around ("", "");
  text = voice_find (voice, "member", subject);
  if (text == NULL)
    text = smaajob_vocabulary_get_label (voice->match->citizen->vocabulary, subject,
                                         smaajob_get_language_at ((size_t) voice->language));
  if (text != NULL)
    return words_around ("", text);
  return words_around (voice_get (voice, "subject", "sector"), subject);
}

static const char *
decimal_mark (const Voice *voice)
{
  return voice_get (voice, "unit", "decimal_mark");
}

Words
words_of_score (const Voice *voice, int thousandths)
{
  Words words;

  snprintf (words.text, sizeof words.text, "%d%s%03d", thousandths / 1000, decimal_mark (voice),
            thousandths % 1000);
  return words;
}

Words
words_of_gain (const Voice *voice, int thousandths)
{
  const Words size = words_of_score (voice, abs (thousandths));
  Words words;

  snprintf (words.text, sizeof words.text, "%s%.16s", thousandths < 0 ? "−" : "+", size.text);
  return words;
}

Words
words_of_quantity (const Voice *voice, int thousandths)
{
  const char *mark = decimal_mark (voice);
  const size_t mark_length = strlen (mark);
  Words words;
  size_t n;

  if (thousandths == SMAAJOB_UNKNOWN)
    return words_around ("", "?");
  words = words_of_score (voice, thousandths);
  n = strlen (words.text);
  while (words.text[n - 1] == '0')
    n--;
  if (n > mark_length && memcmp (words.text + n - mark_length, mark, mark_length) == 0)
    n -= mark_length;
  words.text[n] = '\0';
  return words;
}

/* Hours of a month seldom come out even: "11 h 32 min", where 11.533 h tells nobody anything. */
static Words
words_of_odd_hours (const Voice *voice, int thousandths)
{
  const int minutes = (thousandths * 60 + 500) / 1000;
  Words hours, rest, words;

  snprintf (words.text, sizeof words.text, "%d", minutes / 60);
  hours = words_around (voice_get (voice, "unit", "hours"), words.text);
  snprintf (words.text, sizeof words.text, "%d", minutes % 60);
  rest = words_around (voice_get (voice, "unit", "minutes"), words.text);
  snprintf (words.text, sizeof words.text, "%.100s %.100s", hours.text, rest.text);
  return words;
}

Words
words_of_hours (const Voice *voice, int thousandths)
{
  const Words number = words_of_quantity (voice, thousandths);

  if (thousandths > 0 && thousandths % 10 != 0)
    return words_of_odd_hours (voice, thousandths);
  return words_around (voice_get (voice, "unit", "hours"), number.text);
}

Words
words_of_minutes (const Voice *voice, int minutes)
{
  /* to two decimals, as people write hours */
  return words_of_hours (voice,
                         minutes == SMAAJOB_UNKNOWN ? minutes : (minutes * 100 + 30) / 60 * 10);
}
