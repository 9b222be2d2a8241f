/* SPDX-License-Identifier: Apache-2.0 */
#include "text/scan.h"

#include "base/error.h"
#include "base/memory.h"
#include "many/store.h"
#include "text/plain.h"
#include "text/pointer.h"

#include <stdio.h>
#include <string.h>

static bool
add_newest_key (const Scan *scan, unsigned i, char *pointer)
{
  const size_t end_key = i + 1 < scan->depth ? scan->frames[i + 1].first_key : scan->n_keys;
  char name[POINTER_SIZE];

  return end_key > scan->frames[i].first_key &&
         key_copy (scan->text, scan->keys[end_key - 1], name, sizeof name) < sizeof name &&
         pointer_add_name (pointer, name);
}

static void
write_pointer (const Scan *scan, char *pointer)
{
  const unsigned n = scan->depth - (scan->depth > 0 && !scan->in_value);

  *pointer = '\0';
  for (unsigned i = 0; i < n; i++)
    if (scan->frames[i].is_object ? !add_newest_key (scan, i, pointer)
                                  : !pointer_add_index (pointer, scan->frames[i].index))
      return;
}

static bool
scan_report (const Scan *scan, SmaajobError *error)
{
  char pointer[POINTER_SIZE];

  if (scan->cursor.fault == SMAAJOB_ERROR_MEMORY)
    return error_memory (error);
  if (error == NULL)
    return false;
  write_pointer (scan, pointer);
  error_set (error, scan->cursor.fault, pointer, "%s", scan->cursor.message);
  scan_get_position (scan->text, (size_t) (scan->cursor.at - scan->text), &error->line,
                     &error->column);
  return false;
}

static bool
add_key (Scan *scan, Key key)
{
  if (scan->n_keys == scan->capacity) {
    const bool few = scan->keys == scan->few_keys;
    const size_t capacity = scan->capacity * 2;
    Key *keys = memory_resize (few ? NULL : scan->keys, capacity * sizeof *keys);
    if (keys == NULL)
      return cursor_fault (&scan->cursor, SMAAJOB_ERROR_MEMORY, "");
    if (few)
      memcpy (keys, scan->few_keys, sizeof scan->few_keys);
    scan->keys = keys;
    scan->capacity = capacity;
  }
  scan->keys[scan->n_keys++] = key;
  scan->frames[scan->depth - 1].again = UINT64_MAX;
  return true;
}

/* What is between the quotes of a string that ends at the cursor. */
static Key
get_quoted (const Scan *scan, const char *start, bool escaped)
{
  return (Key){(uint32_t) (start + 1 - scan->text),
               (uint32_t) (scan->cursor.at - start - 2) & 0x7fffffff, escaped};
}

/* The newest of the innermost frame. */
static void
join_family (Scan *scan, Json *value)
{
  Json *values = scan->tape->values;
  Frame *frame = &scan->frames[scan->depth - 1];
  const uint32_t number = (uint32_t) (value - values);

  if (frame->newest == frame->value)
    values[frame->value].first = 1;
  else
    values[frame->newest].next = (number - frame->newest) & 0x1fffffff;
  frame->newest = number;
  if (frame->is_object)
    value->name = tape_keep_string (scan->tape, value, scan->text, scan->keys[scan->n_keys - 1]);
}

static Json *
add_value (Scan *scan, JsonType type)
{
  Json *value = tape_add (scan->tape, type);

  if (value == NULL)
    cursor_fault (&scan->cursor, SMAAJOB_ERROR_MEMORY, "");
  else if (scan->depth > 0)
    join_family (scan, value);
  return value;
}

/* A member's name and its colon. */
static bool
scan_key (Scan *scan)
{
  Cursor *cursor = &scan->cursor;
  const char *const start = cursor->at;
  bool escaped = false;

  if (!cursor_is_at (cursor, '"'))
    return cursor_expected (cursor, "a member's name in quotes");
  if (!cursor_scan_string (cursor, &escaped))
    return false;
  if (!add_key (scan, get_quoted (scan, start, escaped)))
    return false;
  cursor_skip_space (cursor);
  if (!cursor_is_at (cursor, ':'))
    return cursor_expected (cursor, "':'");
  cursor->at++;
  return true;
}

/* Makes the duplicate the object's newest key, so that the pointer names it. */
static bool
duplicate_fault (Scan *scan, const Frame *frame, Key duplicate)
{
  scan->keys[frame->first_key] = duplicate;
  scan->n_keys = frame->first_key + 1;
  scan->in_value = true;
  scan->cursor.at = scan->text + duplicate.offset - 1;
  return cursor_fault (&scan->cursor, SMAAJOB_ERROR_DUPLICATE,
                       "a member that the object has already, expected each once");
}

static Step
scan_close (Scan *scan)
{
  const Frame *frame = &scan->frames[scan->depth - 1];
  const size_t n_keys = scan->n_keys - frame->first_key;
  const Key *duplicate = NULL;

  if (n_keys > 1)
    duplicate = keys_find_duplicate (scan->tape->block, scan->keys + frame->first_key, n_keys);
  if (duplicate != NULL)
    return duplicate_fault (scan, frame, *duplicate) ? STEP_AFTER : STEP_FAULT;
  scan->n_keys = frame->first_key;
  scan->depth--;
  scan->cursor.at++;
  return STEP_AFTER;
}

static Step
scan_open (Scan *scan, bool is_object)
{
  uint32_t number;

  if (scan->depth == SCAN_MAX_DEPTH) {
    cursor_fault (&scan->cursor, SMAAJOB_ERROR_DEPTH, "a 65th level, expected at most 64");
    return STEP_FAULT;
  }
  if (add_value (scan, is_object ? JSON_OBJECT : JSON_ARRAY) == NULL)
    return STEP_FAULT;
  number = scan->tape->n - 1;
  scan->frames[scan->depth++] = (Frame){is_object, 0, number, number, scan->n_keys, 0, 0};
  scan->cursor.at++;
  return STEP_ITEM;
}

static Step
scan_scalar (Scan *scan)
{
  const char *const start = scan->cursor.at;
  Scalar scalar = {JSON_NULL, false, 0};
  Json *value;

  if (!cursor_scan_scalar (&scan->cursor, &scalar))
    return STEP_FAULT;
  value = add_value (scan, scalar.type);
  if (value == NULL)
    return STEP_FAULT;
  if (scalar.type == JSON_STRING)
    value->string =
        tape_keep_string (scan->tape, value, scan->text, get_quoted (scan, start, scalar.escaped));
  else
    value->number = scalar.number;
  return STEP_AFTER;
}

static Step
scan_value (Scan *scan)
{
  cursor_skip_space (&scan->cursor);
  if (cursor_is_at (&scan->cursor, '{'))
    return scan_open (scan, true);
  if (cursor_is_at (&scan->cursor, '['))
    return scan_open (scan, false);
  return scan_scalar (scan);
}

static Step
scan_next (Scan *scan, Frame *frame)
{
  if (!cursor_is_at (&scan->cursor, ',')) {
    cursor_expected (&scan->cursor, frame->is_object ? "',' or '}'" : "',' or ']'");
    return STEP_FAULT;
  }
  scan->cursor.at++;
  frame->index++;
  return STEP_ITEM;
}

/* Mostly it is plain, as is what follows it. */
static Step
scan_item (Scan *scan)
{
  const Step step = scan_plain (scan);
  const Frame *frame = &scan->frames[scan->depth - 1];

  if (step != STEP_ITEM)
    return step;
  cursor_skip_space (&scan->cursor);
  if (frame->newest == frame->value && cursor_is_at (&scan->cursor, frame->is_object ? '}' : ']'))
    return scan_close (scan);
  return !frame->is_object || scan_key (scan) ? STEP_VALUE : STEP_FAULT;
}

/* What stands behind one document is often the next of many. */
static bool
refuse_more (Cursor *cursor)
{
  const bool many = cursor_is_at (cursor, '{');

  return cursor_expected (cursor, many ? "the end of the text; one document alone is read here"
                                       : "the end of the text");
}

static Step
scan_after (Scan *scan)
{
  Cursor *cursor = &scan->cursor;
  Frame *frame = &scan->frames[scan->depth > 0 ? scan->depth - 1 : 0];

  cursor_skip_space (cursor);
  if (scan->depth > 0 && cursor_is_at (cursor, frame->is_object ? '}' : ']'))
    return scan_close (scan);
  if (scan->depth > 0)
    return scan_next (scan, frame);
  return cursor->at == cursor->end || refuse_more (cursor) ? STEP_END : STEP_FAULT;
}

static bool
scan_run (Scan *scan)
{
  Step step = STEP_VALUE;

  while (step != STEP_END && step != STEP_FAULT) {
    if (step != STEP_ITEM)
      scan->in_value = step == STEP_VALUE;
    step = step == STEP_VALUE   ? scan_value (scan)
           : step == STEP_AFTER ? scan_after (scan)
                                : scan_item (scan);
  }
  return step == STEP_END;
}

/* Spreadsheets and shells put a mark in front of what they save, and what is packed is no text; who
 * reads of it should know what to do. */
static bool
scan_mark (Cursor *cursor)
{
  const size_t length = (size_t) (cursor->end - cursor->at);

  if (store_begins (cursor->at, length))
    return cursor_fault (
        cursor, SMAAJOB_ERROR_FORMAT,
        "a packed file, expected a document: it is opened as packed, for rankings");
  if (length >= 3 && memcmp (cursor->at, "\xef\xbb\xbf", 3) == 0)
    return cursor_fault (cursor, SMAAJOB_ERROR_ENCODING,
                         "a byte order mark, expected none: save the text as UTF-8 without one");
  if (length >= 2 &&
      (memcmp (cursor->at, "\xff\xfe", 2) == 0 || memcmp (cursor->at, "\xfe\xff", 2) == 0))
    return cursor_fault (cursor, SMAAJOB_ERROR_ENCODING,
                         "a byte order mark of UTF-16, expected UTF-8: save the text as UTF-8 "
                         "without one");
  return true;
}

static bool
scan_start (Scan *scan, size_t max_length)
{
  Cursor *cursor = &scan->cursor;
  const size_t length = (size_t) (cursor->end - cursor->at);
  char message[80];

  if (length > max_length) {
    snprintf (message, sizeof message, "%zu bytes, expected at most %zu", length, max_length);
    return cursor_fault (cursor, SMAAJOB_ERROR_SIZE, message);
  }
  return scan_mark (cursor) && (tape_start (scan->tape, scan->text, length) ||
                                cursor_fault (cursor, SMAAJOB_ERROR_MEMORY, ""));
}

const Json *
scan_read (Tape *tape, Slice text, size_t max_length, SmaajobError *error)
{
  Scan scan;
  bool ok;

  /* All but the frames and the keys, which are many: each is set when it is opened. */
  scan.text = text.at;
  scan.tape = tape;
  scan.cursor.at = text.at;
  scan.cursor.end = text.at + text.n;
  scan.in_value = false;
  scan.depth = 0;
  scan.keys = scan.few_keys;
  scan.n_keys = 0;
  scan.capacity = FEW_KEYS;
  ok = (scan_start (&scan, max_length) && scan_run (&scan)) || scan_report (&scan, error);
  if (scan.keys != scan.few_keys)
    memory_free (scan.keys);
  return ok ? tape->values : NULL;
}
