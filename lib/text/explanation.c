/* SPDX-License-Identifier: Apache-2.0 */
#include "text/explanation.h"

#include "base/memory.h"
#include "text/texts.h"

#include <stdio.h>
#include <string.h>

/* Strings are offsets while the block they lie in may still move; 0 is none. */
typedef struct {
  SmaajobSection section;
  int depth;
  const char *code;
  size_t subject, task, text;
  size_t first_value, n_values;
} Paragraph;

/* An array that grows. */
typedef struct {
  void *list;
  size_t n, capacity;
} Growing;

struct _SmaajobExplanation {
  SmaajobReader reader;
  int language;
  bool out_of_memory;
  size_t title;
  Growing paragraphs, values, bytes;
};

/* Room for n more entries of a size, or NULL. */
static void *
growing_add (SmaajobExplanation *explanation, Growing *growing, size_t n, size_t size)
{
  void *list = growing->list;

  if (explanation->out_of_memory)
    return NULL;
  if (n > growing->capacity - growing->n) {
    const size_t capacity = (growing->capacity + n) * 2 + 64;

    list = memory_resize (growing->list, capacity * size);
    if (list == NULL) {
      explanation->out_of_memory = true;
      return NULL;
    }
    growing->list = list;
    growing->capacity = capacity;
  }
  growing->n += n;
  return (char *) list + (growing->n - n) * size;
}

static void
append_raw (SmaajobExplanation *explanation, const char *bytes, size_t n)
{
  char *room = growing_add (explanation, &explanation->bytes, n, 1);

  if (room != NULL)
    memcpy (room, bytes, n);
}

/* How many of n bytes are the control character they begin with: one of ASCII, or one of
   U+0080–U+009F. */
static size_t
control_length (const char *bytes, size_t n)
{
  const unsigned char first = (unsigned char) bytes[0];

  if (first < ' ' || first == 0x7f)
    return 1;
  return n > 1 && first == 0xc2 && (unsigned char) bytes[1] < 0xa0 ? 2 : 0;
}

/* A label may be of a vocabulary that anybody wrote. What a terminal would follow, and no page may
   hold, is a space here, and so in every form of an explanation. */
void
paragraph_append (SmaajobExplanation *explanation, const char *bytes, size_t n)
{
  size_t first = 0, at = 0;

  while (at < n) {
    const size_t control = control_length (bytes + at, n - at);

    if (control == 0) {
      at++;
      continue;
    }
    append_raw (explanation, bytes + first, at - first);
    append_raw (explanation, " ", 1);
    at += control;
    first = at;
  }
  append_raw (explanation, bytes + first, n - first);
}

static void
append_end (SmaajobExplanation *explanation)
{
  append_raw (explanation, "", 1);
}

static size_t
add_string (SmaajobExplanation *explanation, const char *text)
{
  const size_t at = explanation->bytes.n;

  if (text == NULL)
    return 0;
  paragraph_append (explanation, text, strlen (text));
  append_end (explanation);
  return at;
}

SmaajobExplanation *
explanation_new (SmaajobReader reader, int language)
{
  SmaajobExplanation *explanation = memory_new (sizeof *explanation);

  if (explanation == NULL)
    return NULL;
  explanation->reader = reader;
  explanation->language = language;
  append_end (explanation);
  return explanation;
}

bool
explanation_has_memory (const SmaajobExplanation *explanation)
{
  return !explanation->out_of_memory;
}

static Paragraph *
last_paragraph (const SmaajobExplanation *explanation)
{
  return (Paragraph *) explanation->paragraphs.list + explanation->paragraphs.n - 1;
}

void
paragraph_begin (SmaajobExplanation *explanation, const SmaajobParagraph *head)
{
  Paragraph *paragraph = growing_add (explanation, &explanation->paragraphs, 1, sizeof *paragraph);

  if (paragraph == NULL)
    return;
  *paragraph = (Paragraph){.section = head->section,
                           .depth = head->depth,
                           .code = head->code,
                           .subject = add_string (explanation, head->subject),
                           .task = add_string (explanation, head->task),
                           .first_value = explanation->values.n};
  paragraph->text = explanation->bytes.n;
}

void
paragraph_add_value (SmaajobExplanation *explanation, const char *name, int number)
{
  SmaajobValue *value = growing_add (explanation, &explanation->values, 1, sizeof *value);

  if (value == NULL)
    return;
  *value = (SmaajobValue){name, number};
  last_paragraph (explanation)->n_values++;
}

bool
paragraph_is_empty (const SmaajobExplanation *explanation)
{
  return explanation->paragraphs.n > 0 &&
         last_paragraph (explanation)->text == explanation->bytes.n;
}

void
paragraph_end (SmaajobExplanation *explanation)
{
  append_end (explanation);
}

static const char *
string_at (const SmaajobExplanation *explanation, size_t offset)
{
  return offset == 0 ? NULL : (const char *) explanation->bytes.list + offset;
}

static bool
is_repeated (const SmaajobExplanation *explanation)
{
  const Paragraph *last = last_paragraph (explanation), *each = last;
  const char *text = string_at (explanation, last->text);

  while (each-- > (Paragraph *) explanation->paragraphs.list && each->section == last->section &&
         each->depth >= last->depth)
    if (each->depth == last->depth && strcmp (string_at (explanation, each->text), text) == 0)
      return true;
  return false;
}

void
paragraph_end_once (SmaajobExplanation *explanation)
{
  paragraph_end (explanation);
  if (explanation->out_of_memory || !is_repeated (explanation))
    return;
  explanation->values.n = last_paragraph (explanation)->first_value;
  explanation->paragraphs.n--;
}

void
title_begin (SmaajobExplanation *explanation)
{
  explanation->title = explanation->bytes.n;
}

void
title_end (SmaajobExplanation *explanation)
{
  append_end (explanation);
}

void
smaajob_explanation_free (SmaajobExplanation *explanation)
{
  if (explanation == NULL)
    return;
  memory_free (explanation->paragraphs.list);
  memory_free (explanation->values.list);
  memory_free (explanation->bytes.list);
  memory_free (explanation);
}

const char *
smaajob_explanation_get_title (const SmaajobExplanation *explanation)
{
  return explanation == NULL ? "" : string_at (explanation, explanation->title);
}

SmaajobReader
smaajob_explanation_get_reader (const SmaajobExplanation *explanation)
{
  return explanation == NULL ? SMAAJOB_READER_CASEWORKER : explanation->reader;
}

const char *
smaajob_explanation_get_language (const SmaajobExplanation *explanation)
{
  return explanation == NULL ? "" : smaajob_get_language_at ((size_t) explanation->language);
}

const char *
smaajob_explanation_get_heading (const SmaajobExplanation *explanation, SmaajobSection section)
{
  const char *name = smaajob_section_get_name (section), *heading = NULL;
  char key[64];

  if (explanation == NULL || *name == '\0')
    return "";
  snprintf (key, sizeof key, "section.%s.%s", name, smaajob_reader_get_name (explanation->reader));
  heading = texts_get (explanation->language, key);
  snprintf (key, sizeof key, "section.%s", name);
  return heading != NULL ? heading : texts_get (explanation->language, key);
}

size_t
smaajob_explanation_get_n_paragraphs (const SmaajobExplanation *explanation)
{
  return explanation == NULL ? 0 : explanation->paragraphs.n;
}

static const Paragraph *
paragraph_at (const SmaajobExplanation *explanation, size_t i)
{
  return i < smaajob_explanation_get_n_paragraphs (explanation)
             ? (const Paragraph *) explanation->paragraphs.list + i
             : NULL;
}

SmaajobParagraph
smaajob_explanation_get_paragraph_at (const SmaajobExplanation *explanation, size_t i)
{
  const Paragraph *paragraph = paragraph_at (explanation, i);

  if (paragraph == NULL)
    return (SmaajobParagraph){0};
  return (SmaajobParagraph){.section = paragraph->section,
                            .depth = paragraph->depth,
                            .code = paragraph->code,
                            .subject = string_at (explanation, paragraph->subject),
                            .task = string_at (explanation, paragraph->task),
                            .text = string_at (explanation, paragraph->text),
                            .n_values = paragraph->n_values};
}

SmaajobValue
smaajob_explanation_get_value_at (const SmaajobExplanation *explanation, size_t paragraph, size_t i)
{
  const Paragraph *said = paragraph_at (explanation, paragraph);

  if (said == NULL || i >= said->n_values)
    return (SmaajobValue){NULL, 0};
  return ((const SmaajobValue *) explanation->values.list)[said->first_value + i];
}
