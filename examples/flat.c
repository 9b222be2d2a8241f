/* SPDX-License-Identifier: Apache-2.0 */
#include "flat.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_BYTES (1 << 20)

char *
flat_read (const char *directory, const char *name, char path[FLAT_PATH])
{
  FILE *file;
  char *text = calloc (1, MOST_BYTES + 1);

  snprintf (path, FLAT_PATH, "%s/%s", directory, name);
  file = fopen (path, "rb");
  if (file == NULL)
    perror (path);
  if (file == NULL || text == NULL) {
    free (text);
    return NULL;
  }
  text[fread (text, 1, MOST_BYTES, file)] = '\0';
  fclose (file);
  return text;
}

/* Where the member's value begins; an empty text when it is not there. */
static const char *
find_value (const char *text, const char *member)
{
  char quoted[FLAT_WORD + 2];
  const char *at;

  snprintf (quoted, sizeof quoted, "\"%s\"", member);
  at = strstr (text, quoted);
  return at != NULL ? at + strlen (quoted) + strspn (at + strlen (quoted), " \t\r\n:") : "";
}

/* A word in quotes at text; false when there is none or it is too long. */
static bool
read_word (const char *text, char word[FLAT_WORD])
{
  size_t length = text[0] == '"' ? strcspn (text + 1, "\"") : FLAT_WORD;

  if (length >= FLAT_WORD)
    return false;
  memcpy (word, text + 1, length);
  word[length] = '\0';
  return true;
}

bool
flat_has (const char *text, const char *member)
{
  return *find_value (text, member) != '\0';
}

bool
flat_is (const char *text, const char *member, const char *word)
{
  char found[FLAT_WORD];

  return read_word (find_value (text, member), found) && strcmp (found, word) == 0;
}

bool
flat_is_hours (const char *text, const char *member, int minutes)
{
  const char *value = find_value (text, member);
  char *end;
  double hours = strtod (value, &end);

  return end != value && hours * 60 > minutes - 0.5 && hours * 60 < minutes + 0.5;
}

bool
flat_get_word_at (const char *text, const char *member, size_t i, char word[FLAT_WORD])
{
  const char *at = find_value (text, member);

  if (*at != '[')
    return false;
  for (at++;; at += strlen (word) + 2) {
    at += strspn (at, " \t\r\n,");
    if (!read_word (at, word))
      return false;
    if (i-- == 0)
      return true;
  }
}

bool
flat_has_word (const char *text, const char *member, const char *word)
{
  char found[FLAT_WORD];

  for (size_t i = 0; flat_get_word_at (text, member, i, found); i++)
    if (strcmp (found, word) == 0)
      return true;
  return false;
}
