/* SPDX-License-Identifier: Apache-2.0 */
#include "text/plain.h"

/* What is done for every value of a document. */
#define OFTEN static inline __attribute__ ((always_inline))

#define MOST_DIGITS 15 /* of which every number is exact */
#define STRIDE      16
_Static_assert(STRIDE <= TAPE_PADDING, "what is behind a text is read with its end");

/* What changes with every value, where nothing else is known to point. Text is read from the tape's
   copy, whose padding ends whatever is looked for. That another value follows is said of each when
   it is made, since mostly one does, and taken back from the last of its parent. */
typedef struct {
  char *copy, *at;
  Json *values, *value, *end; /* the second is the next one to be made */
  Json *newest;               /* that the innermost frame holds, or NULL */
  Key *keys, *key;            /* as many can be made as there can be values, up to the end */
  Frame *frame, *frames_end;
  uint64_t met, again; /* of the innermost frame */
  bool is_object, has_opened;
} Plain;

typedef signed char Bytes __attribute__ ((vector_size (STRIDE)));
#ifdef __SSE2__
typedef char CharBytes __attribute__ ((vector_size (STRIDE)));
#endif

/* How many come before the first that is not set; STRIDE when all are. No branch: nobody can
   foresee how long a string is. */
OFTEN size_t
count_set (Bytes set)
{
#ifdef __SSE2__
  const uint64_t mask = (unsigned) __builtin_ia32_pmovmskb128 ((CharBytes) set);

  return (size_t) __builtin_ctzll (~mask);
#else
  uint64_t halves[2];
  size_t half;

  memcpy (halves, &set, sizeof halves);
  half = halves[0] == UINT64_MAX;
  return halves[half] == UINT64_MAX
             ? STRIDE
             : 8 * half + (unsigned) __builtin_ctzll (GUINT64_FROM_LE (~halves[half])) / 8;
#endif
}

/* Where in a string a closer look is needed: at its quote, mostly. What is below that, and what is
   not ASCII, is found by the same comparison; so is a space, which names and answers do not have.
 */
OFTEN char *
skip_letters (char *at)
{
  Bytes bytes;
  size_t n;

  do {
    memcpy (&bytes, at, sizeof bytes);
    n = count_set ((bytes > '"') & (bytes != '\\'));
    at += n;
  } while (n == STRIDE);
  return at;
}

/* Where a string ends; NULL when it is not plain up to there. */
OFTEN char *
find_quote (char *at)
{
  for (at = skip_letters (at); *at != '"'; at = skip_letters (at + 1))
    if (*at != ' ' && *at != '!')
      return NULL;
  return at;
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
  return c == ',' || (c | 0x20) == '}';
}

OFTEN bool
is_digit (char c)
{
  return c >= '0' && c <= '9';
}

/* Each that takes something makes the next value of it, and returns what is behind it, or NULL when
   it is not plain. A name is told by how many bytes it is in front of the value; of an item it is
   0. */
OFTEN char *
take_string (const Plain *plain, uint32_t name, char *at)
{
  char *const end = find_quote (at + 1);

  if (end == NULL)
    return NULL;
  *plain->value = (Json){.type = JSON_STRING,
                         .next = 1,
                         .name = name,
                         .string = (uint32_t) ((char *) plain->value - at - 1)};
  *end = '\0';
  return end + 1;
}

OFTEN char *
take_fraction (char *at, int64_t sum, double *number)
{
  static const double powers[] = {1,   1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                  1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
  char *const start = at;

  for (; is_digit (*at) && at - start < MOST_DIGITS; at++)
    sum = sum * 10 + (*at - '0');
  *number = (double) sum / powers[at - start];
  return at == start ? NULL : at;
}

/* Without an exponent, a sign, or more digits than a double can hold. */
OFTEN char *
take_number (const Plain *plain, uint32_t name, char *at)
{
  char *const start = at;
  int64_t sum = 0;
  double number;

  for (; is_digit (*at) && at - start < MOST_DIGITS; at++)
    sum = sum * 10 + (*at - '0');
  if ((at == start) | (*start == '0' && at - start > 1))
    return NULL;
  number = (double) sum;
  if (*at == '.')
    at = take_fraction (at + 1, sum, &number);
  *plain->value = (Json){.type = JSON_NUMBER, .next = 1, .name = name, .number = number};
  return at != NULL && is_behind (*at) && at - start <= MOST_DIGITS ? at : NULL;
}

OFTEN char *
take_literal (const Plain *plain, uint32_t name, char *at, const char *literal, JsonType type)
{
  if (memcmp (at, literal, strlen (literal)) != 0)
    return NULL;
  *plain->value = (Json){.type = type & 7, .next = 1, .name = name, .number = *at == 't'};
  return at + strlen (literal);
}

/* All of an empty one, else its bracket. */
OFTEN char *
take_bracket (const Plain *plain, uint32_t name, char *at)
{
  const bool is_object = *at == '{', is_empty = at[1] == (is_object ? '}' : ']');

  if (plain->frame + 1 == plain->frames_end)
    return NULL;
  *plain->value = (Json){.type = is_object ? JSON_OBJECT : JSON_ARRAY,
                         .next = is_empty,
                         .name = name,
                         .first = !is_empty};
  return at + 1 + is_empty;
}

/* Most numbers are levels. */
OFTEN char *
take_scalar (const Plain *plain, uint32_t name, char *at)
{
  static const double digits[] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};

  if (is_digit (*at) && is_behind (at[1])) {
    *plain->value =
        (Json){.type = JSON_NUMBER, .next = 1, .name = name, .number = digits[*at - '0']};
    return at + 1;
  }
  switch (*at) {
  case 't':
    return take_literal (plain, name, at, "true", JSON_BOOLEAN);
  case 'f':
    return take_literal (plain, name, at, "false", JSON_BOOLEAN);
  case 'n':
    return take_literal (plain, name, at, "null", JSON_NULL);
  default:
    return take_number (plain, name, at);
  }
}

/* What it holds comes next. */
OFTEN void
open_frame (Plain *plain, bool is_object)
{
  const uint32_t number = (uint32_t) (plain->newest - plain->values);

  plain->frame->newest = number;
  plain->frame->met = plain->met;
  plain->frame->again = plain->again;
  plain->is_object = is_object;
  *++plain->frame =
      (Frame){is_object, 0, number, number, (size_t) (plain->key - plain->keys), 0, 0};
  plain->newest = NULL;
  plain->met = plain->again = 0;
}

/* What is in front of a value: nothing of an item; of a member the name, which may be plain where
   the value is not. */
typedef struct {
  char *value;
  uint32_t name;
  unsigned bit;
} Front;

/* The names of an object are met as bits: mostly no two have the same. */
OFTEN bool
take_name (const Plain *plain, Front *front)
{
  char *const name = plain->at + 1, *const end = name[-1] == '"' ? find_quote (name) : NULL;
  size_t length;

  if (end == NULL || end == name || end[1] != ':')
    return false;
  length = (size_t) (end - name);
  *plain->key = (Key){(uint32_t) (name - plain->copy), length & 0x7fffffff, 0};
  *front = (Front){end + 2, (uint32_t) ((char *) plain->value - name), key_get_bit (name, length)};
  *end = '\0';
  return true;
}

OFTEN void
add_value (Plain *plain, const Front *front, bool is_member, char *end)
{
  plain->again |= is_member ? plain->met >> front->bit : 0;
  plain->met |= is_member ? UINT64_C (1) << front->bit : 0;
  plain->key += is_member;
  plain->newest = plain->value++;
  plain->at = end;
}

OFTEN bool
take_value (Plain *plain, const Front *front, bool is_member)
{
  char *const at = front->value;
  char *end;

  if (is_open (*at)) {
    const bool is_object = *at == '{';

    end = take_bracket (plain, front->name, at);
    if (end == NULL)
      return false;
    add_value (plain, front, is_member, end);
    plain->has_opened = end == at + 1;
    if (plain->has_opened)
      open_frame (plain, is_object);
    return true;
  }
  end = *at == '"' ? take_string (plain, front->name, at) : take_scalar (plain, front->name, at);
  if (end == NULL)
    return false;
  add_value (plain, front, is_member, end);
  plain->has_opened = false;
  return true;
}

/* A member or an item, and of one that is open its bracket alone; false, with nothing taken, when
   it is not plain. */
OFTEN bool
take_item (Plain *plain)
{
  Front front = {plain->at, 0, 0};

  if (plain->value == plain->end)
    return false;
  if (!plain->is_object)
    return take_value (plain, &front, false);
  return take_name (plain, &front) && take_value (plain, &front, true);
}

/* False when it is the outermost, or says a name twice. */
OFTEN bool
close_frame (Plain *plain)
{
  Key *first = plain->keys + plain->frame->first_key;

  if (plain->frame->value == 0 ||
      ((plain->again & 1) != 0 &&
       keys_find_duplicate (plain->copy, first, (size_t) (plain->key - first)) != NULL))
    return false;
  plain->newest->next = 0;
  plain->key = first;
  plain->newest = plain->values + plain->frame->value;
  plain->frame--;
  plain->met = plain->frame->met;
  plain->again = plain->frame->again;
  plain->is_object = plain->frame->is_object;
  plain->at++;
  return true;
}

/* Whatever ends behind an item, and the comma in front of the next. */
OFTEN bool
take_end (Plain *plain)
{
  if (*plain->at != ',') {
    do {
      if (*plain->at != (plain->is_object ? '}' : ']') || !close_frame (plain))
        return false;
    } while (*plain->at != ',');
    plain->newest->next = (uint32_t) (plain->value - plain->newest) & 0x1fffffff;
  }
  plain->at++;
  plain->frame->index++;
  return true;
}

/* Say that another value follows, or take it back. */
OFTEN void
promise_value (Json *parent, Json *newest, uint32_t next)
{
  if (newest == NULL)
    parent->first = next != 0;
  else
    newest->next = next & 0x1fffffff;
}

OFTEN Plain
begin (Scan *scan)
{
  Tape *tape = scan->tape;
  Frame *frame = &scan->frames[scan->depth - 1];
  const bool is_new = frame->newest == frame->value;
  const size_t values_left = tape->capacity - tape->n, keys_left = scan->capacity - scan->n_keys;

  promise_value (&tape->values[frame->value], is_new ? NULL : &tape->values[frame->newest],
                 tape->n - frame->newest);
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
                 .met = frame->met,
                 .again = frame->again,
                 .is_object = frame->is_object,
                 .has_opened = scan->in_value};
}

OFTEN void
end (Scan *scan, const Plain *plain)
{
  Json *newest = plain->newest;
  Frame *frame = plain->frame;

  promise_value (&plain->values[frame->value], newest, 0);
  frame->newest = newest == NULL ? frame->value : (uint32_t) (newest - plain->values);
  frame->met = plain->met;
  frame->again = plain->again;
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
