/* SPDX-License-Identifier: Apache-2.0 */
#include "sentence.h"

#include "layout.h"

#include <sentences.h> /* made of the library's own texts */
#include <string.h>

static const char *
find_text (Language language, const char *key)
{
  const char *name = language_get_name (language);
  size_t of = 0;

  while (of + 1 < G_N_ELEMENTS (text_languages) && strcmp (text_languages[of], name) != 0)
    of++;
  for (size_t i = 0; i < G_N_ELEMENTS (text_rows); i++)
    if (strcmp (text_rows[i].key, key) == 0)
      return text_rows[i].texts[of];
  return NULL;
}

static char *
fill (const char *text, const char *subject)
{
  g_auto (GStrv) parts = g_strsplit (text, "{subject}", -1);

  return g_strjoinv (subject, parts);
}

static char *
capitalise (char *text)
{
  GString *out = g_string_new (NULL);

  if (*text != '\0') {
    g_string_append_unichar (out, g_unichar_toupper (g_utf8_get_char (text)));
    g_string_append (out, g_utf8_next_char (text));
  }
  g_free (text);
  return g_string_free (out, FALSE);
}

static char *
name_of_subject (const Said *said, const char *subject)
{
  g_autofree char *key = g_strconcat ("member.", subject, NULL);
  const char *text = find_text (said->language, key);

  if (text == NULL)
    text = smaajob_vocabulary_get_label (said->vocabulary, subject,
                                         language_get_name (said->language));
  if (text != NULL)
    return layout_clean (text);
  /* a word that another vocabulary had goes by its id */
  return fill (g_ascii_isdigit (*subject) ? find_text (said->language, "subject.sector")
                                          : "{subject}",
               subject);
}

/* The same as the library's explanation says of the match. */
static const char *
variant_of (const Said *said, const SmaajobReason *reason)
{
  switch (reason->code) {
  case SMAAJOB_CODE_EFFECTIVENESS_BELOW_PAID:
    return said->plan.paid_minutes == 0      ? ".unpaid"
           : said->plan.practice_minutes > 0 ? ".hybrid"
                                             : "";
  case SMAAJOB_CODE_TRANSPORT_FRAGILE:
    return g_strcmp0 (reason->subject, "travel") == 0 ? ".unknown" : "";
  default:
    return "";
  }
}

static const char *
find_sentence (const Said *said, const SmaajobReason *reason)
{
  const char *code = smaajob_code_get_name (reason->code);
  g_autofree char *key = g_strconcat ("code.", code, variant_of (said, reason), NULL);
  g_autofree char *own = g_strconcat (key, ".caseworker", NULL);
  const char *text = find_text (said->language, own);

  if (text == NULL)
    text = find_text (said->language, key);
  return text != NULL ? text : code;
}

char *
sentence_of_reason (const Said *said, const SmaajobReason *reason)
{
  g_autofree char *subject =
      reason->subject ? name_of_subject (said, reason->subject) : g_strdup ("");
  g_autofree char *text = capitalise (fill (find_sentence (said, reason), subject));

  return reason->task ? g_strdup_printf ("%s (%s)", text, reason->task) : g_steal_pointer (&text);
}

char *
sentence_of_subject (const Said *said, const char *subject, const char *task)
{
  g_autofree char *name = subject ? name_of_subject (said, subject) : NULL;

  if (name == NULL)
    return g_strdup (task ? task : "");
  return task ? g_strdup_printf ("%s (%s)", name, task) : g_steal_pointer (&name);
}
