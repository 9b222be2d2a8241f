/* SPDX-License-Identifier: Apache-2.0 */
#include "base/error.h"
#include "text/explanation.h"
#include "text/write.h"

#include <string.h>

/* What a number is in: thousandths of a score, of a unit, or as it is. */
typedef enum { NUMBER_SCORE, NUMBER_AMOUNT, NUMBER_WHOLE } NumberKind;

static NumberKind
kind_of (SmaajobSection section, const char *name)
{
  static const char *const amounts[] = {"have", "want", "from", "to"};
  static const char *const whole[] = {"minutes", "present", "paid", "practice", "capacity",
                                      "growth",  "day",     "ask",  "verdict",  "by"};

  if (section == SMAAJOB_SECTION_WEEK)
    return NUMBER_WHOLE;
  for (size_t i = 0; i < sizeof amounts / sizeof *amounts; i++)
    if (strcmp (amounts[i], name) == 0)
      return NUMBER_AMOUNT;
  for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
    if (strcmp (whole[i], name) == 0)
      return NUMBER_WHOLE;
  return NUMBER_SCORE;
}

static void
write_value (Writer *writer, SmaajobSection section, const SmaajobValue *value)
{
  const NumberKind kind = kind_of (section, value->name);

  write_name (writer, value->name);
  if (strcmp (value->name, "gain") == 0)
    write_change (writer, value->number);
  else if (value->number == SMAAJOB_UNKNOWN)
    write_null (writer);
  else if (kind == NUMBER_SCORE)
    write_score (writer, value->number);
  else if (kind == NUMBER_AMOUNT)
    write_thousandths (writer, value->number);
  else
    write_whole (writer, value->number);
}

static void
write_paragraph (Writer *writer, const SmaajobExplanation *explanation, size_t i)
{
  const SmaajobParagraph paragraph = smaajob_explanation_get_paragraph_at (explanation, i);

  write_object (writer);
  write_string_member (writer, "code", paragraph.code);
  write_name (writer, "depth");
  write_whole (writer, paragraph.depth);
  write_string_member (writer, "subject", paragraph.subject);
  write_string_member (writer, "task", paragraph.task);
  write_string_member (writer, "text", paragraph.text);
  write_name (writer, "values");
  write_object (writer);
  for (size_t k = 0; k < paragraph.n_values; k++) {
    const SmaajobValue value = smaajob_explanation_get_value_at (explanation, i, k);
    write_value (writer, paragraph.section, &value);
  }
  write_object_end (writer);
  write_object_end (writer);
}

/* From paragraph i on, up to the next section. */
static size_t
write_section (Writer *writer, const SmaajobExplanation *explanation, size_t i)
{
  const SmaajobSection section = smaajob_explanation_get_paragraph_at (explanation, i).section;

  write_object (writer);
  write_string_member (writer, "id", smaajob_section_get_name (section));
  write_string_member (writer, "heading", smaajob_explanation_get_heading (explanation, section));
  write_name (writer, "paragraphs");
  write_array (writer);
  while (i < smaajob_explanation_get_n_paragraphs (explanation) &&
         smaajob_explanation_get_paragraph_at (explanation, i).section == section)
    write_paragraph (writer, explanation, i++);
  write_array_end (writer);
  write_object_end (writer);
  return i;
}

char *
smaajob_explanation_to_json (const SmaajobExplanation *explanation, SmaajobError *error)
{
  Writer writer = {0};
  size_t i = 0;

  if (explanation == NULL) {
    error_argument (error, "explanation is NULL, expected one");
    return NULL;
  }
  write_object (&writer);
  write_string_member (&writer, "format", "smaajob.explanation/1");
  write_string_member (&writer, "reader",
                       smaajob_reader_get_name (smaajob_explanation_get_reader (explanation)));
  write_string_member (&writer, "language", smaajob_explanation_get_language (explanation));
  write_string_member (&writer, "title", smaajob_explanation_get_title (explanation));
  write_name (&writer, "sections");
  write_array (&writer);
  while (i < smaajob_explanation_get_n_paragraphs (explanation))
    i = write_section (&writer, explanation, i);
  write_array_end (&writer);
  write_object_end (&writer);
  return writer_finish (&writer, error);
}
