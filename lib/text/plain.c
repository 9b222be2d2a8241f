/* SPDX-License-Identifier: Apache-2.0 */
#include "text/plain.h"

/* What is done for every value of a document. */
#define OFTEN static inline __attribute__ ((always_inline))

#define MOST_DIGITS 15 /* of which every number is exact */
#define STRIDE      16
_Static_assert(STRIDE <= TAPE_PADDING, "what is behind a text is read with its end");

/* What changes with every value, where nothing else is known to point. Text is read from the tape's
   copy, whose padding ends whatever is looked for. */
typedef struct {
  char *copy, *at;
  Json *values, *value, *end; /* the second is the next one to be made */
  Json *newest;               /* that the innermost frame holds, or NULL */
  Key *keys, *key;            /* as many can be made as there can be values, up to the end */
  Frame *frame, *frames_end;
  bool is_object, has_opened;
} Plain;

typedef signed char Bytes __attribute__ ((vector_size (STRIDE)));
#ifdef __SSE2__
typedef char CharBytes __attribute__ ((vector_size (STRIDE)));
#endif

/* How many come before the first that is set; STRIDE when none is. No branch: nobody can foresee
   how long a string is. */
OFTEN unsigned
count_before (Bytes set)
{
#ifdef __SSE2__
  return (unsigned) __builtin_ctz ((unsigned) __builtin_ia32_pmovmskb128 ((CharBytes) set) |
                                   1u << STRIDE);
#else
  uint64_t halves[2];
  size_t half;

  memcpy (halves, &set, sizeof halves);
  half = halves[0] == 0;
  return halves[half] == 0 ? STRIDE
                           : (unsigned) (8 * half) +
                                 (unsigned) __builtin_ctzll (GUINT64_FROM_LE (halves[half])) / 8;
#endif
}

/* Where in a string a closer look is needed: at its quote, mostly. */
OFTEN char *
skip_plain (char *at)
{
  Bytes bytes;
  unsigned n;

  do {
    memcpy (&bytes, at, sizeof bytes);
    n = count_before ((bytes < ' ') | (bytes == '"') | (bytes == '\\'));
    at += n;
  } while (n == STRIDE);
  return at;
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

OFTEN bool
is_digit (char c)
{
  return c >= '0' && c <= '9';
}

OFTEN char *
take_fraction (Json *value, char *at, int64_t sum)
{
  static const double powers[] = {1,   1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                  1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
  char *const start = at;

  for (; is_digit (*at) && at - start < MOST_DIGITS; at++)
    sum = sum * 10 + (*at - '0');
  value->number = (double) sum / powers[at - start];
  return at == start ? NULL : at;
}

/* Without an exponent, a sign, or more digits than a double can hold. */
OFTEN char *
take_number (Json *value, char *at)
{
  char *const start = at;
  int64_t sum = 0;

  for (; is_digit (*at) && at - start < MOST_DIGITS; at++)
    sum = sum * 10 + (*at - '0');
  if ((at == start) | (*start == '0' && at - start > 1))
    return NULL;
  value->type = JSON_NUMBER;
  value->number = (double) sum;
  if (*at == '.')
    at = take_fraction (value, at + 1, sum);
  return at != NULL && is_behind (*at) && at - start <= MOST_DIGITS ? at : NULL;
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
take_digit (Json *value, char *at)
{
  value->type = JSON_NUMBER;
  value->number = *at - '0';
  return at + 1;
}

/* Most numbers are levels. */
OFTEN char *
take_scalar (Json *value, char *at)
{
  if (is_digit (*at) && is_behind (at[1]))
    return take_digit (value, at);
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

OFTEN char *
take_value (Plain *plain, char *at)
{
  Json *value = plain->value;
  char *end;

  plain->has_opened = false;
  if (*at == '"')
    return take_string (value, at);
  if (!is_open (*at))
    return take_scalar (value, at);
  end = take_bracket (plain, value, at);
  plain->has_opened = end == at + 1;
  return end;
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
}

/* A member or an item; of one that is open, what it holds comes next. */
OFTEN bool
take_item (Plain *plain)
{
  const bool had_opened = plain->has_opened;
  char *at = plain->at;

  if (plain->value == plain->end)
    return false;
  *plain->value = (Json){0};
  if (plain->is_object)
    at = take_name (plain);
  at = at == NULL ? NULL : take_value (plain, at);
  if (at == NULL) {
    plain->has_opened = had_opened;
    return false;
  }
  join_family (plain);
  plain->at = at;
  if (plain->has_opened)
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
      (n_keys > 1 && keys_find_duplicate (plain->copy, first, n_keys) != NULL))
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
  while (*plain->at != ',')
    if (*plain->at != (plain->is_object ? '}' : ']') || !close_frame (plain))
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

  return (Plain){.copy = tape->block,
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
