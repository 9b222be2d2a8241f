/* SPDX-License-Identifier: Apache-2.0 */
#include "text/plain.h"

/* What is done for every value of a document. */
#define OFTEN static inline __attribute__ ((always_inline))

#define MOST_SMALL_DIGITS 9
#define STRIDE            16
_Static_assert(STRIDE <= TAPE_PADDING, "what is behind a text is read with its end");

/* What changes with every value, where nothing else is known to point. Text is read from the tape's
   copy, whose padding ends whatever is looked for. */
typedef struct {
  const char *text;
  char *copy, *at;
  Json *values, *value, *end; /* the second is the next one to be made */
  Json *newest;               /* that the innermost frame holds, or NULL */
  Key *keys, *key;            /* as many can be made as there can be values, up to the end */
  Frame *frame, *frames_end;
  bool is_object, has_opened;
} Plain;

/* Where in a string a closer look is needed: at its quote, mostly. */
OFTEN char *
skip_plain (char *at)
{
  typedef signed char Bytes __attribute__ ((vector_size (STRIDE)));
  Bytes bytes;
  uint64_t special[2];
  size_t half;

  for (;; at += STRIDE) {
    memcpy (&bytes, at, sizeof bytes);
    bytes = (bytes < ' ') | (bytes == '"') | (bytes == '\\');
    memcpy (special, &bytes, sizeof special);
    if ((special[0] | special[1]) != 0)
      break;
  }
  half = special[0] == 0; /* no branch: nobody can foresee how long a string is */
  return at + 8 * half + __builtin_ctzll (GUINT64_FROM_LE (special[half])) / 8;
}

/* Each that takes something returns what is behind it, or NULL when it is not plain. */
OFTEN char *
take_name (Plain *plain)
{
  char *const name = plain->at + 1;
  char *end;

  if (name[-1] != '"')
    return NULL;
  end = skip_plain (name);
  if (end[0] != '"' || end[1] != ':')
    return NULL;
  *plain->key = (Key){(uint32_t) (name - plain->copy), (uint32_t) (end - name) & 0x7fffffff, 0};
  plain->value->name = (uint32_t) ((char *) plain->value - name);
  *end = '\0';
  return end + 2;
}

OFTEN char *
take_string (Json *value, char *at)
{
  char *const end = skip_plain (at + 1);

  if (*end != '"')
    return NULL;
  value->type = JSON_STRING;
  value->string = (uint32_t) ((char *) value - at - 1);
  *end = '\0';
  return end + 1;
}

/* Each of two brackets is a bit away from the other. */
OFTEN bool
is_open (char c)
{
  return (c | 0x20) == '{';
}

OFTEN bool
is_behind (char c)
{
  return (c == ',') | ((c | 0x20) == '}');
}

OFTEN char *
take_number (Json *value, char *at)
{
  char *const start = at;
  uint32_t sum = 0;

  for (; *at >= '0' && *at <= '9' && at - start < MOST_SMALL_DIGITS; at++)
    sum = sum * 10 + (uint32_t) (*at - '0');
  if (!is_behind (*at) | (at == start) | (*start == '0' && at - start > 1))
    return NULL;
  value->type = JSON_NUMBER;
  value->number = sum;
  return at;
}

OFTEN char *
take_literal (Json *value, char *at, const char *literal, JsonType type, double number)
{
  if (memcmp (at, literal, strlen (literal)) != 0)
    return NULL;
  value->type = type & 7;
  value->number = number;
  return at + strlen (literal);
}

/* All of an empty one, else its bracket. */
OFTEN char *
take_bracket (const Plain *plain, Json *value, char *at)
{
  const bool is_object = *at == '{';

  if (plain->frame + 1 == plain->frames_end)
    return NULL;
  value->type = is_object ? JSON_OBJECT : JSON_ARRAY;
  value->number = 0;
  return at + (at[1] == (is_object ? '}' : ']') ? 2 : 1);
}

OFTEN char *
take_value (const Plain *plain, char *at)
{
  Json *value = plain->value;

  if (*at == '"')
    return take_string (value, at);
  if (is_open (*at))
    return take_bracket (plain, value, at);
  switch (*at) {
  case 't':
    return take_literal (value, at, "true", JSON_BOOLEAN, 1);
  case 'f':
    return take_literal (value, at, "false", JSON_BOOLEAN, 0);
  case 'n':
    return take_literal (value, at, "null", JSON_NULL, 0);
  default:
    return take_number (value, at);
  }
}

OFTEN void
join_family (Plain *plain)
{
  if (plain->newest == NULL)
    plain->values[plain->frame->value].first = 1;
  else
    plain->newest->next = (uint32_t) (plain->value - plain->newest) & 0x1fffffff;
  plain->newest = plain->value++;
  plain->key += plain->is_object;
}

/* The newest value is what is open now. */
OFTEN void
open_frame (Plain *plain)
{
  const uint32_t number = (uint32_t) (plain->newest - plain->values);

  plain->frame->newest = number;
  plain->is_object = plain->newest->type == JSON_OBJECT;
  *++plain->frame =
      (Frame){plain->is_object, 0, number, number, (size_t) (plain->key - plain->keys)};
  plain->newest = NULL;
  plain->has_opened = true;
}

/* A member or an item; of one that is open, what it holds comes next. */
OFTEN bool
take_item (Plain *plain)
{
  char *at = plain->at, *end;

  if (plain->value == plain->end)
    return false;
  *plain->value = (Json){0};
  if (plain->is_object)
    at = take_name (plain);
  end = at == NULL ? NULL : take_value (plain, at);
  if (end == NULL)
    return false;
  join_family (plain);
  plain->at = end;
  plain->has_opened = false;
  if (end == at + 1 && is_open (*at))
    open_frame (plain);
  return true;
}

/* False when it is the outermost, or says a name twice. */
OFTEN bool
close_frame (Plain *plain)
{
  Key *first = plain->keys + plain->frame->first_key;
  const size_t n_keys = (size_t) (plain->key - first);

  if (plain->frame->value == 0 ||
      (n_keys > 1 && keys_find_duplicate (plain->text, first, n_keys) != NULL))
    return false;
  plain->key = first;
  plain->newest = plain->values + plain->frame->value;
  plain->frame--;
  plain->is_object = plain->frame->is_object;
  plain->at++;
  return true;
}

/* Whatever ends behind an item, and the comma in front of the next. */
OFTEN bool
take_end (Plain *plain)
{
  while (*plain->at == (plain->is_object ? '}' : ']'))
    if (!close_frame (plain))
      return false;
  if (*plain->at != ',')
    return false;
  plain->at++;
  plain->frame->index++;
  return true;
}

OFTEN Plain
begin (Scan *scan)
{
  Tape *tape = scan->tape;
  Frame *frame = &scan->frames[scan->depth - 1];
  const bool is_new = frame->newest == frame->value;
  const size_t values_left = tape->capacity - tape->n, keys_left = scan->capacity - scan->n_keys;

  return (Plain){.text = scan->text,
                 .copy = tape->block,
                 .at = tape->block + (scan->cursor.at - scan->text),
                 .values = tape->values,
                 .value = tape->values + tape->n,
                 .end = tape->values + tape->n + MIN (values_left, keys_left),
                 .newest = is_new ? NULL : tape->values + frame->newest,
                 .keys = scan->keys,
                 .key = scan->keys + scan->n_keys,
                 .frame = frame,
                 .frames_end = scan->frames + SCAN_MAX_DEPTH,
                 .is_object = frame->is_object,
                 .has_opened = scan->in_value};
}

OFTEN void
end (Scan *scan, const Plain *plain)
{
  const Json *newest = plain->newest;
  Frame *frame = plain->frame;

  frame->newest = newest == NULL ? frame->value : (uint32_t) (newest - plain->values);
  scan->depth = (unsigned) (frame - scan->frames) + 1;
  scan->tape->n = (uint32_t) (plain->value - plain->values);
  scan->n_keys = (size_t) (plain->key - plain->keys);
  scan->cursor.at = scan->text + (plain->at - plain->copy);
  scan->in_value = plain->has_opened;
}

Step
scan_plain (Scan *scan)
{
  Plain plain = begin (scan);
  Step step = STEP_ITEM;

  while (step == STEP_ITEM && take_item (&plain))
    if (!plain.has_opened && !take_end (&plain))
      step = STEP_AFTER;
  end (scan, &plain);
  return step;
}
