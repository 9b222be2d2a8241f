/* SPDX-License-Identifier: Apache-2.0 */
#define _POSIX_C_SOURCE 200809L
#include "row.h"

#include <float.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DEPTH_MOST 64

void
text_add (Text *text, const char *bytes, size_t length)
{
  if (!text->lost && text->room - text->length < length) {
    size_t room = 2 * (text->length + length) + 1024;
    char *grown = realloc (text->bytes, room);

    text->lost = grown == NULL;
    text->bytes = grown != NULL ? grown : text->bytes;
    text->room = grown != NULL ? room : text->room;
  }
  if (text->lost)
    return;
  memcpy (text->bytes + text->length, bytes, length);
  text->length += length;
}

void
text_clear (Text *text)
{
  free (text->bytes);
  *text = (Text){NULL, 0, 0, false};
}

static void
add (Text *text, const char *string)
{
  text_add (text, string, strlen (string));
}

/* What the reader of documents takes; it is the reader that says when it is not UTF-8. */
static void
add_string (Text *text, struct ArrowStringView string)
{
  const char *bytes = string.data;
  size_t length = (size_t) string.size_bytes, from = 0;
  char escaped[8];

  add (text, "\"");
  for (size_t i = 0; i < length; i++) {
    unsigned char c = (unsigned char) bytes[i];

    if (c >= 0x20 && c != '"' && c != '\\')
      continue;
    text_add (text, bytes + from, i - from);
    snprintf (escaped, sizeof escaped, "\\u%04x", (unsigned) c);
    add (text, escaped);
    from = i + 1;
  }
  text_add (text, bytes + from, length - from);
  add (text, "\"");
}

#define HALF_DIG 3 /* as FLT_DIG, of 16 bits */

/* Whether the digits, read as a number of that type, are the value. */
static bool
gives_back (enum ArrowType type, const char *digits, double value)
{
  const float single = strtof (digits, NULL);

  if (type == NANOARROW_TYPE_HALF_FLOAT)
    return ArrowFloatToHalfFloat (single) == ArrowFloatToHalfFloat ((float) value);
  return type == NANOARROW_TYPE_FLOAT ? single == (float) value : strtod (digits, NULL) == value;
}

/* The fewest digits that give the number back: of 0.9 in 32 bits "0.9", not what those bits are in
   64. With a point, which is one byte in the plain locale alone. Only this thread is in it, and
   nobody is called meanwhile. */
static bool
print_number (char *digits, size_t size, enum ArrowType type, double value)
{
  const locale_t plain = newlocale (LC_ALL_MASK, "C", (locale_t) 0);
  locale_t before;
  int n_digits = type == NANOARROW_TYPE_DOUBLE ? DBL_DIG : HALF_DIG;

  if (plain == (locale_t) 0)
    return false;
  before = uselocale (plain);
  do
    snprintf (digits, size, "%.*g", n_digits, value);
  while (!gives_back (type, digits, value) && n_digits++ < DBL_DECIMAL_DIG);
  uselocale (before);
  freelocale (plain);
  return true;
}

/* What is not finite is no number of JSON, and refused where it stands. */
static void
add_number (Text *text, enum ArrowType type, double value)
{
  char digits[40] = "";

  if (!(value - value == 0)) {
    add (text, "NaN");
    return;
  }
  if (value > -1e15 && value < 1e15 && value == (double) (int64_t) value)
    snprintf (digits, sizeof digits, "%lld", (long long) value);
  else
    text->lost = text->lost || !print_number (digits, sizeof digits, type, value);
  add (text, digits);
}

static void
add_decimal (Text *text, const struct ArrowSchema *schema, const struct ArrowArrayView *view,
             int64_t i)
{
  struct ArrowSchemaView type;
  struct ArrowDecimal decimal;
  struct ArrowBuffer digits;

  ArrowBufferInit (&digits);
  if (ArrowSchemaViewInit (&type, schema, NULL) == NANOARROW_OK) {
    ArrowDecimalInit (&decimal, type.decimal_bitwidth, type.decimal_precision, type.decimal_scale);
    ArrowArrayViewGetDecimalUnsafe (view, i, &decimal);
    if (ArrowDecimalAppendStringToBuffer (&decimal, &digits) == NANOARROW_OK)
      text_add (text, (const char *) digits.data, (size_t) digits.size_bytes);
    else
      text->lost = true;
  }
  ArrowBufferReset (&digits);
}

static void add_value (Text *text, const struct ArrowSchema *schema,
                       const struct ArrowArrayView *view, int64_t i);

/* Members so far, so as to know where a comma stands. */
static void
add_name (Text *text, struct ArrowStringView name, bool *first)
{
  if (!*first)
    add (text, ",");
  *first = false;
  add_string (text, name);
  add (text, ":");
}

/* A number of weeks below 0 says what null says in a document, that it cannot be learned: here a
   null says that it is not known. */
static bool
is_impossible (const char *name, const struct ArrowArrayView *view, int64_t i)
{
  return view->storage_type >= NANOARROW_TYPE_UINT8 &&
         view->storage_type <= NANOARROW_TYPE_DOUBLE &&
         ArrowArrayViewGetDoubleUnsafe (view, i) < 0 && strcmp (name, "training_weeks") == 0;
}

static void
add_members (Text *text, const struct ArrowSchema *schema, const struct ArrowArrayView *view,
             int64_t i, bool *first)
{
  for (int64_t child = 0; child < schema->n_children; child++) {
    const struct ArrowArrayView *column = view->children[child];
    const char *name = schema->children[child]->name;

    name = name != NULL ? name : "";
    if (ArrowArrayViewIsNull (column, i))
      continue;
    add_name (text, ArrowCharView (name), first);
    if (is_impossible (name, column, i))
      add (text, "null");
    else
      add_value (text, schema->children[child], column, i);
  }
}

static int64_t
list_start (const struct ArrowArrayView *view, int64_t i)
{
  i += view->offset;
  if (view->storage_type == NANOARROW_TYPE_FIXED_SIZE_LIST)
    return i * view->layout.child_size_elements;
  return ArrowArrayViewListChildOffset (view, i);
}

static void
add_list (Text *text, const struct ArrowSchema *schema, const struct ArrowArrayView *view,
          int64_t i)
{
  int64_t from = list_start (view, i), to = list_start (view, i + 1);

  add (text, "[");
  for (int64_t j = from; j < to; j++) {
    if (j > from)
      add (text, ",");
    if (ArrowArrayViewIsNull (view->children[0], j))
      add (text, "null");
    else
      add_value (text, schema->children[0], view->children[0], j);
  }
  add (text, "]");
}

static void
add_map (Text *text, const struct ArrowSchema *schema, const struct ArrowArrayView *view, int64_t i)
{
  const struct ArrowArrayView *entries = view->children[0];
  const struct ArrowSchema *types = schema->children[0];
  bool first = true;

  add (text, "{");
  for (int64_t j = list_start (view, i); j < list_start (view, i + 1); j++) {
    int64_t entry = j + entries->offset;

    if (ArrowArrayViewIsNull (entries->children[1], entry))
      continue;
    add_name (text, ArrowArrayViewGetStringUnsafe (entries->children[0], entry), &first);
    add_value (text, types->children[1], entries->children[1], entry);
  }
  add (text, "}");
}

static void
add_struct (Text *text, const struct ArrowSchema *schema, const struct ArrowArrayView *view,
            int64_t i)
{
  bool first = true;

  add (text, "{");
  add_members (text, schema, view, i + view->offset, &first);
  add (text, "}");
}

static void
add_whole (Text *text, const struct ArrowArrayView *view, int64_t i)
{
  char digits[24];

  if (view->storage_type == NANOARROW_TYPE_UINT64)
    snprintf (digits, sizeof digits, "%llu",
              (unsigned long long) ArrowArrayViewGetUIntUnsafe (view, i));
  else
    snprintf (digits, sizeof digits, "%lld", (long long) ArrowArrayViewGetIntUnsafe (view, i));
  add (text, digits);
}

static void
add_plain (Text *text, const struct ArrowSchema *schema, const struct ArrowArrayView *view,
           int64_t i)
{
  switch (view->storage_type) {
  case NANOARROW_TYPE_NA:
    add (text, "null");
    break;
  case NANOARROW_TYPE_BOOL:
    add (text, ArrowArrayViewGetIntUnsafe (view, i) ? "true" : "false");
    break;
  case NANOARROW_TYPE_HALF_FLOAT:
  case NANOARROW_TYPE_FLOAT:
  case NANOARROW_TYPE_DOUBLE:
    add_number (text, view->storage_type, ArrowArrayViewGetDoubleUnsafe (view, i));
    break;
  case NANOARROW_TYPE_STRING:
  case NANOARROW_TYPE_LARGE_STRING:
  case NANOARROW_TYPE_STRING_VIEW:
    add_string (text, ArrowArrayViewGetStringUnsafe (view, i));
    break;
  case NANOARROW_TYPE_DECIMAL32:
  case NANOARROW_TYPE_DECIMAL64:
  case NANOARROW_TYPE_DECIMAL128:
  case NANOARROW_TYPE_DECIMAL256:
    add_decimal (text, schema, view, i);
    break;
  default:
    add_whole (text, view, i);
  }
}

/* Of a dictionary; nanoarrow does not look whether there is such a one. */
static void
add_word (Text *text, const struct ArrowSchema *schema, const struct ArrowArrayView *view,
          int64_t number)
{
  if (number < 0 || number >= view->dictionary->length ||
      ArrowArrayViewIsNull (view->dictionary, number))
    add (text, "null");
  else
    add_value (text, schema->dictionary, view->dictionary, number);
}

static void
add_value (Text *text, const struct ArrowSchema *schema, const struct ArrowArrayView *view,
           int64_t i)
{
  if (schema->dictionary != NULL) {
    add_word (text, schema, view, ArrowArrayViewGetIntUnsafe (view, i));
    return;
  }
  switch (view->storage_type) {
  case NANOARROW_TYPE_STRUCT:
    add_struct (text, schema, view, i);
    break;
  case NANOARROW_TYPE_MAP:
    add_map (text, schema, view, i);
    break;
  case NANOARROW_TYPE_LIST:
  case NANOARROW_TYPE_LARGE_LIST:
  case NANOARROW_TYPE_FIXED_SIZE_LIST:
    add_list (text, schema, view, i);
    break;
  default:
    add_plain (text, schema, view, i);
  }
}

void
row_write (const struct ArrowSchema *schema, const struct ArrowArrayView *view, int64_t i,
           const char *format, Text *text)
{
  bool first = true;

  add (text, "{");
  if (format != NULL) {
    add_name (text, ArrowCharView ("format"), &first);
    add_string (text, ArrowCharView (format));
  }
  add_members (text, schema, view, i + view->offset, &first);
  add (text, "}");
}

static bool
is_plain (enum ArrowType type)
{
  static const enum ArrowType others[] = {NANOARROW_TYPE_NA,           NANOARROW_TYPE_STRING,
                                          NANOARROW_TYPE_LARGE_STRING, NANOARROW_TYPE_STRING_VIEW,
                                          NANOARROW_TYPE_DECIMAL32,    NANOARROW_TYPE_DECIMAL64,
                                          NANOARROW_TYPE_DECIMAL128,   NANOARROW_TYPE_DECIMAL256};

  if (type >= NANOARROW_TYPE_BOOL && type <= NANOARROW_TYPE_DOUBLE)
    return true;
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    if (type == others[i])
      return true;
  return false;
}

static bool
is_nested (enum ArrowType type)
{
  return type == NANOARROW_TYPE_STRUCT || type == NANOARROW_TYPE_LIST ||
         type == NANOARROW_TYPE_LARGE_LIST || type == NANOARROW_TYPE_FIXED_SIZE_LIST;
}

static bool
is_text (enum ArrowType type)
{
  return type == NANOARROW_TYPE_STRING || type == NANOARROW_TYPE_LARGE_STRING ||
         type == NANOARROW_TYPE_STRING_VIEW;
}

static bool
type_of (const struct ArrowSchema *schema, enum ArrowType *type)
{
  struct ArrowSchemaView view;

  if (ArrowSchemaViewInit (&view, schema, NULL) != NANOARROW_OK)
    return false;
  *type = view.type;
  return true;
}

static bool
is_map_of_names (const struct ArrowSchema *schema)
{
  enum ArrowType key;

  return type_of (schema->children[0]->children[0], &key) && is_text (key);
}

static bool
check_column (const struct ArrowSchema *schema, int depth, const char **where, const char **what)
{
  enum ArrowType type = NANOARROW_TYPE_UNINITIALIZED;

  *where = schema->name != NULL && schema->name[0] != '\0' ? schema->name : *where;
  *what = schema->format;
  if (depth > DEPTH_MOST || !type_of (schema, &type))
    return false;
  if (schema->dictionary != NULL)
    return check_column (schema->dictionary, depth + 1, where, what);
  if (is_plain (type))
    return true;
  if (!is_nested (type) && (type != NANOARROW_TYPE_MAP || !is_map_of_names (schema)))
    return false;
  for (int64_t i = 0; i < schema->n_children; i++)
    if (!check_column (schema->children[i], depth + 1, where, what))
      return false;
  return true;
}

bool
columns_check (const struct ArrowSchema *schema, char *message, size_t size)
{
  const char *where = "", *what = "";
  enum ArrowType type;

  if (!type_of (schema, &type) || type != NANOARROW_TYPE_STRUCT || schema->dictionary != NULL) {
    snprintf (message, size, "rows of columns are expected, a struct for each row");
    return false;
  }
  if (check_column (schema, 0, &where, &what))
    return true;
  snprintf (
      message, size,
      "column %.80s: Arrow's type \"%.20s\" has no place in a document, expected text, numbers, "
      "true and false, and lists and structs of them",
      where, what);
  return false;
}
