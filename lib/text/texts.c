/* SPDX-License-Identifier: Apache-2.0 */
#include "text/texts.h"

#include "text-tables.h"
#include <smaajob/explanation.h>

#include <string.h>

#define N_LANGUAGES (sizeof text_languages / sizeof *text_languages)
#define N_ROWS      (sizeof text_rows / sizeof *text_rows)

size_t
smaajob_get_n_languages (void)
{
  return N_LANGUAGES;
}

const char *
smaajob_get_language_at (size_t i)
{
  return i < N_LANGUAGES ? text_languages[i] : NULL;
}

int
texts_find_language (const char *language)
{
  for (size_t i = 0; i < N_LANGUAGES; i++)
    if (strcmp (text_languages[i], language) == 0)
      return (int) i;
  return -1;
}

const char *
texts_get (int language, const char *key)
{
  size_t first = 0, end = N_ROWS;

  if ((size_t) language >= N_LANGUAGES)
    return NULL;
  while (first < end) {
    const size_t middle = first + (end - first) / 2;
    const int order = strcmp (key, text_rows[middle].key);

    if (order == 0)
      return text_rows[middle].texts[language];
    if (order < 0)
      end = middle;
    else
      first = middle + 1;
  }
  return NULL;
}
