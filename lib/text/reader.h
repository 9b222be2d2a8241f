/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TEXT_READER_H
#define TEXT_READER_H

#include "text/json.h"
#include "text/scan.h"
#include "words/names.h"

#include <smaajob/citizen.h>
#include <smaajob/opening.h>

#define READER_EXPECT_ID    "an id of 1 to 128 bytes of A-Z a-z 0-9 . _ : -"
#define READER_HOURS_A_WEEK 168
#define READER_HOURS_A_DAY  24

/* A document being read. Its error is filled by whoever finds the fault and told to the caller,
   with line and column, when the reader is closed. */
typedef struct {
  const char *text;
  size_t length;
  const Json *root;
  uint32_t n;           /* values, the root and behind it all others */
  Tape own;             /* freed when the reader is closed; empty when the caller brought one */
  const Json *at_fault; /* the value, when it is known; NULL: the error's pointer says which */
  SmaajobError error;
} Reader;

typedef enum {
  MEMBER_STRING,
  MEMBER_NAME, /* a string out of names */
  MEMBER_BOOLEAN,
  MEMBER_NUMBER,
  MEMBER_WHOLE, /* a whole number from 0 to 1e9 */
  MEMBER_WHOLE_OR_NULL,
  MEMBER_NUMBER_OR_NULL,
  MEMBER_ARRAY,
  MEMBER_OBJECT,
  MEMBER_ANY /* what it is depends on another member */
} MemberKind;

typedef enum { MEMBER_OPTIONAL, MEMBER_REQUIRED } MemberPresence; /* 0 and 1 */

/* One row a member: an object is checked against its table before any member is used. */
typedef struct {
  char name[NAME_SIZE]; /* an empty one ends a table */
  MemberKind kind;
  MemberPresence presence;
  const char *expected; /* what to tell who wrote something else; NULL: what the kind says */
  Names *names;
} Member;

/* How hours are written: to and from in hours a week, times 52/12 when in a month. */
typedef struct {
  double least, most;
  bool by_month;
} HoursRange;

/* Of NDJSON: one that is no document. */
bool line_is_blank (const char *line, size_t length);
/* A document over several lines ends with its first: say what is wanted. */
void line_explain (SmaajobError *error);

/* Read the text, and check that it is a document of this format. */
bool reader_open (Reader *reader, const char *text, size_t length, const char *format);
/* The same onto a tape of the caller's, which is worth it when many documents are read. */
bool reader_open_onto (Reader *reader, Tape *tape, Slice text, const char *format);
/* Free the tree; tell the error when result is NULL. Returns result. */
void *reader_close (Reader *reader, void *result, SmaajobError *error);

/* Fill the error with the place of a value; both return false. */
bool reader_fault (Reader *reader, const Json *json, SmaajobErrorCode code, const char *message);
/* The table is of what was expected, of which the names are told. */
bool reader_unknown_member (Reader *reader, const Json *json, const Member *members);

/* Check an object against its table; found[i] is the member of row i, or NULL. */
bool reader_check_members (Reader *reader, const Json *object, const Member *members,
                           const Json **found);
/* Check a value that has no name of its own, or one that the document chose. */
bool reader_check_value (Reader *reader, const Json *json, const Member *member);

/* Call read for every item or member, in order; NULL has none. */
typedef bool (*ReadEach) (Reader *reader, const Json *json, void *target);
bool reader_each (Reader *reader, const Json *json, ReadEach read, void *target);

/* Tell the vocabulary of the concepts that the document names, as many as there is room for, and
   some time later once more; nothing comes of what is none. */
typedef struct {
  uint32_t n, hashes[64];
} Expected;
void reader_expect_concepts (const Reader *reader, const SmaajobVocabulary *vocabulary,
                             Expected *expected);
void reader_fetch_concepts (const SmaajobVocabulary *vocabulary, const Expected *expected);

/* Of a checked value; fallback when it is NULL. */
const char *member_get_string (const Json *json);
int member_get_name (const Json *json, Names *names, int fallback);
int member_get_whole (const Json *json, int fallback);

/* Hours as whole minutes, rounded half up; SMAAJOB_UNKNOWN when json is NULL. */
bool reader_read_hours (Reader *reader, const Json *json, HoursRange range, int *minutes);
bool reader_read_location (Reader *reader, const Json *json, double *lat, double *lon);
/* A quarter-hour such as 08:15, as a minute after midnight. */
bool reader_read_time (Reader *reader, const Json *json, int least, int most, int *minute);
bool reader_read_window (Reader *reader, const Json *json, SmaajobWindow *window);

/* What reads one document, for those who read many: onto a tape of theirs. */
SmaajobCitizen *citizen_read (Tape *tape, Slice json, SmaajobVocabulary *vocabulary,
                              SmaajobError *error);
SmaajobOpening *opening_read (Tape *tape, Slice json, SmaajobVocabulary *vocabulary,
                              SmaajobError *error);

#endif
