/* SPDX-License-Identifier: Apache-2.0 */
#include "text/reader.h"

#include "base/error.h"
#include "text/pointer.h"
#include "text/scan.h"
#include "words/fault.h"
#include "words/vocabulary.h"

#include <stdio.h>
#include <string.h>

#define MOST_WHOLE 1e9

/* What the library calls each type, in the order of JsonType. */
static const char *const type_names[] = {"null",     "true or false", "a number",
                                         "a string", "an array",      "an object"};

/* What each kind expects, in the order of MemberKind. */
static const struct {
  JsonType type;
  const char *expected;
} kinds[] = {
    {JSON_STRING, "a string"},         {JSON_STRING, "one of a list of names"},
    {JSON_BOOLEAN, "true or false"},   {JSON_NUMBER, "a number"},
    {JSON_NUMBER, "a whole number"},   {JSON_NUMBER, "a whole number or null"},
    {JSON_NUMBER, "a number or null"}, {JSON_ARRAY, "an array"},
    {JSON_OBJECT, "an object"},        {JSON_NULL, "a value"},
};

bool
reader_fault (Reader *reader, const Json *json, SmaajobErrorCode code, const char *message)
{
  char pointer[POINTER_SIZE];

  reader->at_fault = json;
  json_write_pointer (reader->root, json, pointer);
  return fault (&reader->error, code, pointer, "%s", message);
}

static bool
is_whole (const Json *json)
{
  const double number = json_get_number (json);

  return number >= 0 && number <= MOST_WHOLE && number == (double) (int) number;
}

static inline bool
type_fits (const Json *json, MemberKind kind)
{
  const JsonType type = json_get_type (json);

  return kind == MEMBER_ANY || type == kinds[kind].type ||
         ((kind == MEMBER_WHOLE_OR_NULL || kind == MEMBER_NUMBER_OR_NULL) && type == JSON_NULL);
}

static void
describe (const Json *json, char *text, size_t size)
{
  const JsonType type = json_get_type (json);

  if (type == JSON_STRING)
    snprintf (text, size, "%s", told_text (json_get_string (json)).text);
  else if (type == JSON_NUMBER)
    snprintf (text, size, "%s", told_number (json_get_number (json)).text);
  else
    snprintf (text, size, "%s", type_names[type]);
}

/* What to do about what other programs write: a null for each member that is absent, and an array
   of all documents. */
static const char *
get_advice (const Reader *reader, const Json *json, const Member *member)
{
  const JsonType type = json_get_type (json);

  if (json == reader->root && type == JSON_ARRAY)
    return "; many documents are read one a line (NDJSON), not in an array";
  return type == JSON_NULL && json->name != 0 && member->presence == MEMBER_OPTIONAL
             ? "; leave the member out when it is unknown"
             : "";
}

/* What was found is its type where the type is wrong, else itself. */
static __attribute__ ((noinline)) bool
value_fault (Reader *reader, const Json *json, const Member *member, SmaajobErrorCode code)
{
  char found[64], names[160], message[sizeof reader->error.message];
  const char *expected = member->expected != NULL ? member->expected : kinds[member->kind].expected;

  if (code == SMAAJOB_ERROR_TYPE)
    snprintf (found, sizeof found, "%s", type_names[json_get_type (json)]);
  else
    describe (json, found, sizeof found);
  if (member->kind == MEMBER_NAME) {
    names_write (member->names, names, sizeof names);
    expected = names;
  }
  snprintf (message, sizeof message, "%s, expected %s%s%s", found,
            member->kind == MEMBER_NAME ? "one of " : "", expected,
            get_advice (reader, json, member));
  return reader_fault (reader, json, code, message);
}

/* Of the right type. */
static inline bool
value_fits (const Json *json, const Member *member)
{
  if (member->kind == MEMBER_NAME)
    return names_find (member->names, json_get_string (json)) >= 0;
  if (member->kind == MEMBER_WHOLE || member->kind == MEMBER_WHOLE_OR_NULL)
    return json_get_type (json) == JSON_NULL || is_whole (json);
  return true;
}

/* Here, and what tells of a fault elsewhere, since it is done for every value. */
static inline bool
check_value (Reader *reader, const Json *json, const Member *member)
{
  if (!type_fits (json, member->kind))
    return value_fault (reader, json, member, SMAAJOB_ERROR_TYPE);
  return value_fits (json, member) || value_fault (reader, json, member, SMAAJOB_ERROR_RANGE);
}

bool
reader_check_value (Reader *reader, const Json *json, const Member *member)
{
  return check_value (reader, json, member);
}

/* The number of a name's row, or of the one that ends the table. Documents mostly keep the table's
   order, so the search begins behind the row that was found last. */
static inline size_t
find_row (const Member *members, size_t last, const char *name)
{
  const uint64_t head = name_get_head (name);
  size_t row = last;

  do {
    row = *members[row].name == '\0' ? 0 : row + 1;
    if (name_has_head (members[row].name, name, head))
      return row; /* an empty one has the row that ends the table */
  } while (row != last);
  while (*members[row].name != '\0')
    row++;
  return row;
}

/* "one of format, id": what a table has room for. */
static void
write_expected (const Member *members, char *text, size_t size)
{
  size_t n = 0;

  for (size_t i = 0; *members[i].name != '\0' && n < size; i++)
    n += (size_t) snprintf (text + n, size - n, "%s%s", i > 0 ? ", " : "one of ", members[i].name);
}

__attribute__ ((noinline)) bool
reader_unknown_member (Reader *reader, const Json *json, const Member *members)
{
  const char *name = json_get_name (json);
  char found[40] = "a member", expected[200] = "", message[sizeof reader->error.message];

  if (!pointer_can_name (name))
    snprintf (found, sizeof found, "a member of %zu bytes", strlen (name));
  write_expected (members, expected, sizeof expected);
  snprintf (message, sizeof message, "%s that the format does not have, expected %s", found,
            expected);
  return reader_fault (reader, json, SMAAJOB_ERROR_UNKNOWN_MEMBER, message);
}

static __attribute__ ((noinline)) bool
missing_member (Reader *reader, const Json *object, const char *name)
{
  char message[80];

  snprintf (message, sizeof message, "%s is missing, expected it", name);
  return reader_fault (reader, object, SMAAJOB_ERROR_MISSING, message);
}

/* The object lacks some member that it needs: the first of them is told. */
static __attribute__ ((noinline)) bool
tell_missing (Reader *reader, const Json *object, const Member *members, const Json **found)
{
  size_t i = 0;

  while (members[i].presence != MEMBER_REQUIRED || found[i] != NULL)
    i++;
  return missing_member (reader, object, members[i].name);
}

/* No member is there twice, so that it is enough to count them. */
bool
reader_check_members (Reader *reader, const Json *object, const Member *members, const Json **found)
{
  unsigned n_missing = 0;
  size_t row = 0;

  for (; *members[row].name != '\0'; row++) {
    found[row] = NULL;
    n_missing += members[row].presence;
  }
  for (const Json *json = json_get_first (object); json != NULL; json = json_get_next (json)) {
    row = find_row (members, row, json_get_name (json));
    if (*members[row].name == '\0')
      return reader_unknown_member (reader, json, members);
    if (!check_value (reader, json, &members[row]))
      return false;
    found[row] = json;
    n_missing -= members[row].presence;
  }
  return n_missing == 0 || tell_missing (reader, object, members, found);
}

/* A builder tells of a fault by a pointer, which ends in front of a name that may not be told. */
static __attribute__ ((noinline)) bool
keep_place (Reader *reader, const Json *parent, const Json *json)
{
  if (reader->at_fault == NULL && json_get_type (parent) == JSON_OBJECT &&
      !pointer_can_name (json_get_name (json)))
    reader->at_fault = json;
  return false;
}

bool
reader_each (Reader *reader, const Json *json, ReadEach read, void *target)
{
  if (json == NULL)
    return true;
  for (const Json *each = json_get_first (json); each != NULL; each = json_get_next (each))
    if (!read (reader, each, target))
      return keep_place (reader, json, each);
  return true;
}

/* What is called concept, up to as many; how many they are. No branch for each: nobody can foresee
   where they are. An item has no name, and is looked at itself. */
static size_t
find_concepts (const Reader *reader, const Json **found, size_t most)
{
  static const char concept[8] = "concept"; /* and all of a name that is the same */
  const Json *end = reader->root + reader->n;
  size_t n = 0;

  for (const Json *json = reader->root; json < end && n < most; json++) {
    found[n] = json;
    n += memcmp (json_get_name (json), concept, sizeof concept) == 0;
  }
  return n;
}

void
reader_expect_concepts (const Reader *reader, const SmaajobVocabulary *vocabulary,
                        Expected *expected)
{
  const Json *found[G_N_ELEMENTS (expected->hashes)];
  const size_t n = find_concepts (reader, found, G_N_ELEMENTS (found));

  expected->n = 0;
  for (size_t i = 0; i < n; i++)
    if (json_get_type (found[i]) == JSON_STRING)
      expected->hashes[expected->n++] =
          vocabulary_expect_concept (vocabulary, json_get_string (found[i]));
}

void
reader_fetch_concepts (const SmaajobVocabulary *vocabulary, const Expected *expected)
{
  for (uint32_t i = 0; i < expected->n; i++)
    vocabulary_fetch_concept (vocabulary, expected->hashes[i]);
}

const char *
member_get_string (const Json *json)
{
  return json == NULL ? NULL : json_get_string (json);
}

int
member_get_name (const Json *json, Names *names, int fallback)
{
  return json == NULL ? fallback : names_find (names, json_get_string (json));
}

int
member_get_whole (const Json *json, int fallback)
{
  return json == NULL ? fallback : (int) json_get_number (json);
}

/* Whether the two differ by their last number alone, and that of found is the larger. */
static bool
is_newer (const char *found, const char *format)
{
  const size_t n = strcspn (format, "/") + 1,
               digits = strspn (found + strcspn (found, "/"), "/0123456789");

  return strncmp (found, format, n) == 0 && digits == strlen (found) - n + 1 &&
         (digits > strlen (format) - n + 1 || strcmp (found, format) > 0);
}

/* The found format is told when it could be one: an id before the slash and an id after it. */
static bool
format_fault (Reader *reader, const Json *json, const char *format)
{
  char found[64], message[160];

  snprintf (found, sizeof found, "%s", json_get_string (json));
  if (strchr (found, '/') != NULL)
    *strchr (found, '/') = '.';
  if (strlen (json_get_string (json)) < sizeof found && strcmp (told_text (found).text, found) == 0)
    snprintf (found, sizeof found, "%s", json_get_string (json));
  else
    snprintf (found, sizeof found, "%s", told_text (json_get_string (json)).text);
  snprintf (message, sizeof message, "%s%s, expected %s", found,
            is_newer (found, format) ? " is newer than what this library reads" : "", format);
  return reader_fault (reader, json, SMAAJOB_ERROR_FORMAT, message);
}

static bool
check_format (Reader *reader, const char *format)
{
  static const Member document = {.kind = MEMBER_OBJECT},
                      string = {.kind = MEMBER_STRING, .presence = MEMBER_REQUIRED};
  const Json *found;

  if (!reader_check_value (reader, reader->root, &document))
    return false;
  found = json_find (reader->root, "format");
  if (found == NULL)
    return missing_member (reader, reader->root, "format");
  return reader_check_value (reader, found, &string) &&
         (strcmp (json_get_string (found), format) == 0 || format_fault (reader, found, format));
}

static size_t
find_most_bytes (const char *format)
{
  if (strcmp (format, "smaajob.vocabulary/1") == 0)
    return SCAN_MAX_VOCABULARY;
  if (strcmp (format, "smaajob.match/1") == 0 || strcmp (format, "smaajob.record/1") == 0)
    return SCAN_MAX_RESULT;
  return SCAN_MAX_DOCUMENT;
}

bool
line_is_blank (const char *line, size_t length)
{
  size_t i = 0;

  while (i < length && (line[i] == ' ' || line[i] == '\t' || line[i] == '\r'))
    i++;
  return i == length;
}

void
line_explain (SmaajobError *error)
{
  const size_t n = strlen (error->message);

  if (error->code == SMAAJOB_ERROR_SYNTAX && strncmp (error->message, "the text ends", 13) == 0)
    snprintf (error->message + n, sizeof error->message - n,
              "; each line is to be a whole document (NDJSON)");
}

bool
reader_open_onto (Reader *reader, Tape *tape, Slice text, const char *format)
{
  memset (reader, 0, sizeof *reader);
  if (text.at == NULL)
    return error_argument (&reader->error, "json is NULL, expected a text");
  reader->text = text.at;
  reader->length = text.n;
  reader->root = scan_read (tape, text, find_most_bytes (format), &reader->error);
  reader->n = tape->n;
  return reader->root != NULL && check_format (reader, format);
}

bool
reader_open (Reader *reader, const char *text, size_t length, const char *format)
{
  Tape tape = {0};
  const bool ok = reader_open_onto (reader, &tape, (Slice){text, length}, format);

  reader->own = tape;
  return ok;
}

static void
locate_fault (const Reader *reader, SmaajobError *found)
{
  if (reader->at_fault != NULL)
    scan_locate_value (reader->text, reader->length, (uint32_t) (reader->at_fault - reader->root),
                       &found->line, &found->column);
  else
    scan_locate (reader->text, reader->length, found->pointer, &found->line, &found->column);
}

void *
reader_close (Reader *reader, void *result, SmaajobError *error)
{
  SmaajobError *found = &reader->error;

  /* A fault of the text has its place; one found later does not have it yet. */
  if (result == NULL && found->line == 0 && reader->root != NULL &&
      found->code != SMAAJOB_ERROR_MEMORY)
    locate_fault (reader, found);
  if (result == NULL && error != NULL)
    *error = *found;
  tape_free (&reader->own);
  return result;
}
