/* SPDX-License-Identifier: Apache-2.0 */
#include "text/scan.h"

#include "text/keys.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST          SCAN_MAX_DOCUMENT
#define TEXT(literal) literal, sizeof literal - 1

static bool
check (const char *text, size_t length, size_t most, SmaajobError *error)
{
  Tape tape = {0};
  const bool ok = scan_read (&tape, (Slice){text, length}, most, error) != NULL;

  tape_free (&tape);
  return ok;
}

/* Checked in memory of exactly its size, so that a sanitizer sees the first byte read beyond. */
static bool
check_copy (const char *text, size_t length, SmaajobError *error)
{
  char *copy = malloc (length > 0 ? length : 1);
  bool ok;

  memset (error, 0, sizeof *error);
  memcpy (copy, text, length);
  ok = check (copy, length, MOST, error);
  free (copy);
  return ok;
}

static const struct {
  const char *text;
  size_t length;
} good[] = {
    {TEXT ("{}")},
    {TEXT ("[]")},
    {TEXT ("null")},
    {TEXT ("true")},
    {TEXT ("false")},
    {TEXT ("\"\"")},
    {TEXT ("0")},
    {TEXT ("-0")},
    {TEXT ("-0.0e-0")},
    {TEXT ("1E+2")},
    {TEXT ("0e999")},
    {TEXT ("1e-999")},
    {TEXT ("9.999e307")},
    {TEXT ("0.0000000001e317")},
    {TEXT (" \t\r\n[ 1 , 2 ]\n ")},
    {TEXT ("[[],{},[{}],{\"a\":{}}]")},
    {TEXT ("{\"a\":1,\"b\":{\"a\":1},\"A\":2,\"\":3}")},
    {TEXT ("[{\"a\":1},{\"a\":1}]")},
    {TEXT ("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e6\\uD834\\udd1e\"")},
    {TEXT ("\"a DEL \x7f is text\"")},
    {TEXT ("\"\xc3\xa6\xc3\xb8\xc3\xa5 \xe2\x82\xac \xf0\x9d\x84\x9e \xf4\x8f\xbf\xbf\"")},
    {TEXT ("\"a noncharacter \xef\xbf\xbf and a mark inside \xef\xbb\xbf\"")},
    {TEXT ("123456789012345678901234567890123456789012345678901234567890123")},
};

START_TEST (passes_text_of_the_grammar)
{
  SmaajobError error;

  ck_assert_msg (check_copy (good[_i].text, good[_i].length, &error), "%s: %s", good[_i].text,
                 error.message);
}
END_TEST

#define SYNTAX   SMAAJOB_ERROR_SYNTAX
#define ENCODING SMAAJOB_ERROR_ENCODING

static const struct {
  const char *text;
  size_t length;
  SmaajobErrorCode code;
  unsigned line, column;
  const char *pointer, *message;
} bad[] = {
    /* no value, or more than one */
    {TEXT (""), SYNTAX, 1, 1, "", "the text ends, expected a value"},
    {TEXT (" \n\t "), SYNTAX, 2, 3, "", "the text ends, expected a value"},
    {TEXT ("{} {}"), SYNTAX, 1, 4, "",
     "'{', expected the end of the text; one document alone is read here"},
    {TEXT ("\211smaajob\1\0"), SMAAJOB_ERROR_FORMAT, 1, 1, "",
     "a packed file, expected a document"},
    {TEXT ("1\n2"), SYNTAX, 2, 1, "", "'2', expected the end of the text"},
    {TEXT ("[1]]"), SYNTAX, 1, 4, "", "']', expected the end of the text"},
    {TEXT ("{}//"), SYNTAX, 1, 3, "", "'/', expected the end of the text"},
    {TEXT ("null\f"), SYNTAX, 1, 5, "", "a byte 0x0c, expected the end of the text"},
    /* arrays */
    {TEXT ("["), SYNTAX, 1, 2, "/0", "the text ends, expected a value"},
    {TEXT ("[1"), SYNTAX, 1, 3, "", "the text ends, expected ',' or ']'"},
    {TEXT ("[1,]"), SYNTAX, 1, 4, "/1", "']', expected a value"},
    {TEXT ("[,1]"), SYNTAX, 1, 2, "/0", "',', expected a value"},
    {TEXT ("[1,,2]"), SYNTAX, 1, 4, "/1", "',', expected a value"},
    {TEXT ("[1 2]"), SYNTAX, 1, 4, "", "'2', expected ',' or ']'"},
    {TEXT ("[1:2]"), SYNTAX, 1, 3, "", "':', expected ',' or ']'"},
    {TEXT ("[1}"), SYNTAX, 1, 3, "", "'}', expected ',' or ']'"},
    {TEXT ("[[1],\n [2},[]]"), SYNTAX, 2, 4, "/1", "'}', expected ',' or ']'"},
    {TEXT ("]"), SYNTAX, 1, 1, "", "']', expected a value"},
    {TEXT ("[//\n1]"), SYNTAX, 1, 2, "/0", "'/', expected a value"},
    /* objects */
    {TEXT ("{"), SYNTAX, 1, 2, "", "the text ends, expected a member's name"},
    {TEXT ("{\"a\""), SYNTAX, 1, 5, "/a", "the text ends, expected ':'"},
    {TEXT ("{\"a\":"), SYNTAX, 1, 6, "/a", "the text ends, expected a value"},
    {TEXT ("{\"a\":1"), SYNTAX, 1, 7, "", "the text ends, expected ',' or '}'"},
    {TEXT ("{\"a\":1,}"), SYNTAX, 1, 8, "", "'}', expected a member's name"},
    {TEXT ("{,}"), SYNTAX, 1, 2, "", "',', expected a member's name"},
    {TEXT ("{a:1}"), SYNTAX, 1, 2, "", "'a', expected a member's name"},
    {TEXT ("{'a':1}"), SYNTAX, 1, 2, "", "''', expected a member's name"},
    {TEXT ("{1:1}"), SYNTAX, 1, 2, "", "'1', expected a member's name"},
    {TEXT ("{\"a\",1}"), SYNTAX, 1, 5, "/a", "',', expected ':'"},
    {TEXT ("{\"a\"::1}"), SYNTAX, 1, 6, "/a", "':', expected a value"},
    {TEXT ("{\"a\" 1}"), SYNTAX, 1, 6, "/a", "'1', expected ':'"},
    {TEXT ("{\"a\":1 \"b\":2}"), SYNTAX, 1, 8, "", "'\"', expected ',' or '}'"},
    {TEXT ("{\"a\":1]"), SYNTAX, 1, 7, "", "']', expected ',' or '}'"},
    {TEXT ("{\"a\":[{\"b\":tru}]}"), SYNTAX, 1, 15, "/a/0/b", "'}', expected true, false or null"},
    {TEXT ("{\"free text\":[x]}"), SYNTAX, 1, 15, "", "'x', expected a value"},
    /* literals */
    {TEXT ("nul"), SYNTAX, 1, 4, "", "the text ends, expected true, false or null"},
    {TEXT ("True"), SYNTAX, 1, 1, "", "'T', expected a value"},
    {TEXT ("truee"), SYNTAX, 1, 5, "", "'e', expected the end of the text"},
    {TEXT ("[NaN]"), SYNTAX, 1, 2, "/0", "'N', expected a value"},
    {TEXT ("[-Infinity]"), SYNTAX, 1, 3, "/0", "'I', expected a digit"},
    {TEXT ("[nan]"), SYNTAX, 1, 3, "/0", "'a', expected true, false or null"},
    {TEXT ("undefined"), SYNTAX, 1, 1, "", "'u', expected a value"},
    /* numbers */
    {TEXT ("-"), SYNTAX, 1, 2, "", "the text ends, expected a digit"},
    {TEXT ("+1"), SYNTAX, 1, 1, "", "'+', expected a value"},
    {TEXT ("01"), SYNTAX, 1, 2, "", "'1', expected the end of the text"},
    {TEXT ("-01"), SYNTAX, 1, 3, "", "'1', expected the end of the text"},
    {TEXT ("1."), SYNTAX, 1, 3, "", "the text ends, expected a digit"},
    {TEXT ("[1.]"), SYNTAX, 1, 4, "/0", "']', expected a digit"},
    {TEXT (".5"), SYNTAX, 1, 1, "", "'.', expected a value"},
    {TEXT ("1,5"), SYNTAX, 1, 2, "", "',', expected the end of the text"},
    {TEXT ("1.2.3"), SYNTAX, 1, 4, "", "'.', expected the end of the text"},
    {TEXT ("1e"), SYNTAX, 1, 3, "", "the text ends, expected a digit"},
    {TEXT ("1e+"), SYNTAX, 1, 4, "", "the text ends, expected a digit"},
    {TEXT ("1e5.5"), SYNTAX, 1, 4, "", "'.', expected the end of the text"},
    {TEXT ("0x10"), SYNTAX, 1, 2, "", "'x', expected the end of the text"},
    {TEXT ("1_000"), SYNTAX, 1, 2, "", "'_', expected the end of the text"},
    {TEXT ("--1"), SYNTAX, 1, 2, "", "'-', expected a digit"},
    {TEXT ("[1e999]"), SMAAJOB_ERROR_RANGE, 1, 2, "/0", "1e308 or more"},
    {TEXT ("[-1e308]"), SMAAJOB_ERROR_RANGE, 1, 2, "/0", "1e308 or more"},
    {TEXT ("[0.001e311]"), SMAAJOB_ERROR_RANGE, 1, 2, "/0", "1e308 or more"},
    {TEXT ("[1000e305]"), SMAAJOB_ERROR_RANGE, 1, 2, "/0", "1e308 or more"},
    {TEXT ("[1e99999999999999999999]"), SMAAJOB_ERROR_RANGE, 1, 2, "/0", "1e308 or more"},
    {TEXT ("[1234567890123456789012345678901234567890123456789012345678901234]"),
     SMAAJOB_ERROR_SIZE, 1, 2, "/0", "more than 63 bytes"},
    {TEXT ("[0.000000000000000000000000000000000000000000000000000000000000001]"),
     SMAAJOB_ERROR_SIZE, 1, 2, "/0", "more than 63 bytes"},
    /* strings */
    {TEXT ("\""), SYNTAX, 1, 2, "", "the text ends, expected the rest of a string"},
    {TEXT ("\"abc"), SYNTAX, 1, 5, "", "the text ends, expected the rest of a string"},
    {TEXT ("\"\\"), SYNTAX, 1, 2, "", "a backslash"},
    {TEXT ("\"\\\""), SYNTAX, 1, 4, "", "the text ends, expected the rest of a string"},
    {TEXT ("\"\\x41\""), SYNTAX, 1, 2, "", "a backslash"},
    {TEXT ("\"\\a\""), SYNTAX, 1, 2, "", "a backslash"},
    {TEXT ("\"\\'\""), SYNTAX, 1, 2, "", "a backslash"},
    {TEXT ("\"\\u\""), SYNTAX, 1, 2, "", "four hexadecimal digits"},
    {TEXT ("\"\\u00e\""), SYNTAX, 1, 2, "", "four hexadecimal digits"},
    {TEXT ("\"\\u00eg\""), SYNTAX, 1, 2, "", "four hexadecimal digits"},
    {TEXT ("\"\\u 0e6\""), SYNTAX, 1, 2, "", "four hexadecimal digits"},
    {TEXT ("\"\\U00e6\""), SYNTAX, 1, 2, "", "a backslash"},
    {TEXT ("\"a\tb\""), SYNTAX, 1, 3, "", "a byte 0x09"},
    {TEXT ("[\"a\nb\"]"), SYNTAX, 1, 4, "/0", "a byte 0x0a"},
    {TEXT ("[\"12345678\x1f\"]"), SYNTAX, 1, 11, "/0", "a byte 0x1f"},
    {TEXT ("'a'"), SYNTAX, 1, 1, "", "''', expected a value"},
    {TEXT ("\"\\u0000\""), ENCODING, 1, 2, "", "\\u0000"},
    {TEXT ("{\"id\":\"a\\u0000b\"}"), ENCODING, 1, 9, "/id", "\\u0000"},
    {TEXT ("\"\\ud834\""), ENCODING, 1, 2, "", "half a surrogate pair"},
    {TEXT ("\"\\ud834x\""), ENCODING, 1, 2, "", "half a surrogate pair"},
    {TEXT ("\"\\ud834\\n\""), ENCODING, 1, 2, "", "half a surrogate pair"},
    {TEXT ("\"\\ud834\\ud834\\udd1e\""), ENCODING, 1, 2, "", "half a surrogate pair"},
    {TEXT ("\"\\udd1e\\ud834\""), ENCODING, 1, 2, "", "half a surrogate pair"},
    {TEXT ("\"\\udfff\""), ENCODING, 1, 2, "", "half a surrogate pair"},
    /* bytes */
    {TEXT ("\xef\xbb\xbf{}"), ENCODING, 1, 1, "", "save the text as UTF-8 without one"},
    {TEXT ("\xff\xfe{\0}\0"), ENCODING, 1, 1, "",
     "of UTF-16, expected UTF-8: save the text as UTF-8"},
    {TEXT ("\xfe\xff\0{\0}"), ENCODING, 1, 1, "",
     "of UTF-16, expected UTF-8: save the text as UTF-8"},
    {TEXT ("\xff{}"), ENCODING, 1, 1, "", "not UTF-8"},
    {TEXT ("{\0}"), ENCODING, 1, 2, "", "a NUL byte"},
    {TEXT ("{}\0"), ENCODING, 1, 3, "", "a NUL byte"},
    {TEXT ("[\"a\0b\"]"), ENCODING, 1, 4, "/0", "a NUL byte"},
    {TEXT ("[1]\xc3\xa6"), SYNTAX, 1, 4, "", "a byte 0xc3, expected the end of the text"},
    {TEXT ("[\xc2\xa0]"), SYNTAX, 1, 2, "/0", "a byte 0xc2, expected a value"},
    {TEXT ("[\x80]"), ENCODING, 1, 2, "/0", "not UTF-8"},
    {TEXT ("{\"id\":\"12345678\x80\"}"), ENCODING, 1, 16, "/id", "not UTF-8"},
    {TEXT ("\"\xc3\""), ENCODING, 1, 2, "", "not UTF-8"},
    {TEXT ("\"\xc3"), ENCODING, 1, 2, "", "not UTF-8"},
    {TEXT ("\"\xc3\xa6\xa6\""), ENCODING, 1, 4, "", "not UTF-8"},
    {TEXT ("\"\xc0\xaf\""), ENCODING, 1, 2, "", "not UTF-8"},
    {TEXT ("\"\xe0\x80\xaf\""), ENCODING, 1, 2, "", "not UTF-8"},
    {TEXT ("\"\xf0\x80\x80\xaf\""), ENCODING, 1, 2, "", "not UTF-8"},
    {TEXT ("\"\xed\xa0\x80\""), ENCODING, 1, 2, "", "not UTF-8"},
    {TEXT ("\"\xf4\x90\x80\x80\""), ENCODING, 1, 2, "", "not UTF-8"},
    {TEXT ("\"\xf8\x88\x80\x80\x80\""), ENCODING, 1, 2, "", "not UTF-8"},
    {TEXT ("\"\xe2\x82\""), ENCODING, 1, 2, "", "not UTF-8"},
    {TEXT ("{\"\xff\":1}"), ENCODING, 1, 3, "", "not UTF-8"},
    /* members that are there twice */
    {TEXT ("{\"a\":1,\"a\":1}"), SMAAJOB_ERROR_DUPLICATE, 1, 8, "/a", "already"},
    {TEXT ("{\"a\":1,\n \"\\u0061\":2}"), SMAAJOB_ERROR_DUPLICATE, 2, 2, "/a", "already"},
    {TEXT ("{\"\\u0061\":1,\"b\":2,\"a\":3}"), SMAAJOB_ERROR_DUPLICATE, 1, 19, "/a", "already"},
    {TEXT ("{\"\xc3\xa6\":1,\"\\u00E6\":2}"), SMAAJOB_ERROR_DUPLICATE, 1, 9, "", "already"},
    {TEXT ("{\"\xf0\x9d\x84\x9e\":1,\"\\ud834\\udd1e\":2}"), SMAAJOB_ERROR_DUPLICATE, 1, 11, "",
     "already"},
    {TEXT ("{\"/\":1,\"\\/\":2}"), SMAAJOB_ERROR_DUPLICATE, 1, 8, "", "already"},
    {TEXT ("{\"\":1,\"\":2}"), SMAAJOB_ERROR_DUPLICATE, 1, 7, "", "already"},
    {TEXT ("[{},{\"a\":{\"b\":0,\"c\":0,\"b\":0}}]"), SMAAJOB_ERROR_DUPLICATE, 1, 23, "/1/a/b",
     "already"},
    {TEXT ("{\"a\":{\"a\":1},\"a\":2}"), SMAAJOB_ERROR_DUPLICATE, 1, 14, "/a", "already"},
    {TEXT ("{\"a\":0,\"b\":0,\"b\":0,\"a\":0}"), SMAAJOB_ERROR_DUPLICATE, 1, 14, "/b", "already"},
};

START_TEST (refuses_what_is_not_text_of_the_grammar_and_says_where)
{
  SmaajobError error;

  ck_assert_msg (!check_copy (bad[_i].text, bad[_i].length, &error), "passed: %s", bad[_i].text);
  ck_assert_msg (error.code == bad[_i].code, "%s: %s, %s", bad[_i].text,
                 smaajob_error_code_get_name (error.code), error.message);
  ck_assert_msg (strstr (error.message, bad[_i].message) != NULL, "%s: %s", bad[_i].text,
                 error.message);
  ck_assert_msg (error.line == bad[_i].line && error.column == bad[_i].column, "%s: %u:%u",
                 bad[_i].text, error.line, error.column);
  ck_assert_msg (strcmp (error.pointer, bad[_i].pointer) == 0, "%s: %s", bad[_i].text,
                 error.pointer);
}
END_TEST

START_TEST (an_error_may_be_null)
{
  ck_assert (!check (bad[_i].text, bad[_i].length, MOST, NULL));
}
END_TEST

/* Every beginning of a document is refused, none is read beyond its end. */
START_TEST (refuses_every_beginning)
{
  static const char text[] =
      "{\"a\":[-1.5e+3,true,\"x\\ud834\\udd1e\xe2\x82\xac\"],\"bc\":{\"d\":null}}";
  SmaajobError error;

  for (size_t length = 0; length < sizeof text - 1; length++)
    ck_assert (!check_copy (text, length, &error));
  ck_assert (check_copy (text, sizeof text - 1, &error));
}
END_TEST

static bool
check_nested (size_t depth, const char *open, const char *close, SmaajobError *error)
{
  const size_t n_open = strlen (open), n_close = strlen (close);
  char *text = malloc (depth * (n_open + n_close) + 1), *at = text;
  bool ok;

  for (size_t i = 0; i < depth; i++, at += n_open)
    memcpy (at, open, n_open);
  *at++ = '1';
  for (size_t i = 0; i < depth; i++, at += n_close)
    memcpy (at, close, n_close);
  ok = check_copy (text, (size_t) (at - text), error);
  free (text);
  return ok;
}

START_TEST (passes_64_levels_and_no_more)
{
  SmaajobError error;

  ck_assert (check_nested (64, "[", "]", &error));
  ck_assert (check_nested (64, "{\"a\":", "}", &error));
  ck_assert (!check_nested (65, "[", "]", &error));
  ck_assert_int_eq (error.code, SMAAJOB_ERROR_DEPTH);
  ck_assert_uint_eq (error.column, 65);
  ck_assert (!check_nested (10000, "[", "]", &error));
  ck_assert_int_eq (error.code, SMAAJOB_ERROR_DEPTH);
  ck_assert (!check_nested (10000, "{\"a\":[", "]}", &error));
  ck_assert_int_eq (error.code, SMAAJOB_ERROR_DEPTH);
  ck_assert_uint_eq (error.column, 32 * 6 + 1);
}
END_TEST

START_TEST (refuses_a_text_above_the_limit_unread)
{
  SmaajobError error;

  ck_assert (check ("[10]", 4, 4, &error));
  ck_assert (!check ("\xff\xff\xff\xff\xff", 5, 4, &error));
  ck_assert_int_eq (error.code, SMAAJOB_ERROR_SIZE);
  ck_assert_str_eq (error.message, "5 bytes, expected at most 4");
  ck_assert_uint_eq (error.line, 1);
}
END_TEST

/* An object of n members named k0…, in a shuffled order, the last of which repeats number `again`.
 */
static char *
make_object (unsigned n, unsigned again, size_t *length)
{
  char *text = malloc ((size_t) n * 20 + 40), *at = text;

  *at++ = '{';
  for (unsigned i = 0; i < n; i++)
    at += sprintf (at, "\"k%u\":0,", (i * 7919u) % n);
  at += sprintf (at, "\"k%u\":0}", again);
  *length = (size_t) (at - text);
  return text;
}

START_TEST (finds_a_duplicate_among_any_number)
{
  static const unsigned sizes[] = {2, 15, 16, 17, 100, 1009, 50000};
  const unsigned n = sizes[_i];
  SmaajobError error;
  size_t length;
  char *text = make_object (n, n, &length);

  ck_assert_msg (check_copy (text, length, &error), "%s", error.message);
  free (text);
  text = make_object (n, n / 2, &length);
  ck_assert (!check_copy (text, length, &error));
  ck_assert_int_eq (error.code, SMAAJOB_ERROR_DUPLICATE);
  ck_assert_uint_eq (error.column, strrchr (text, '"') - text - snprintf (NULL, 0, "k%u", n / 2));
  free (text);
}
END_TEST

START_TEST (tells_the_first_of_many_duplicates)
{
  char text[2000] = "{", *at = text + 1;
  SmaajobError error;

  for (int i = 0; i < 100; i++)
    at += sprintf (at, "%s\"k%d\":0", i > 0 ? "," : "", i % 40);
  *at++ = '}';
  ck_assert (!check_copy (text, (size_t) (at - text), &error));
  ck_assert_str_eq (error.pointer, "/k0");
  ck_assert_uint_eq (error.column, strstr (text + 3, "\"k0\"") - text + 1);
}
END_TEST

/* The largest number of the longest common beginnings: quadratic ways take minutes. */
START_TEST (hostile_names_take_no_longer)
{
  const size_t size = MOST;
  char *text = malloc (size), *at = text;
  SmaajobError error;
  unsigned i = 0;

  *at++ = '{';
  for (; (size_t) (at - text) + 300 < size; i++)
    at += sprintf (at, "%s\"%0200u\":0", i > 0 ? "," : "", i);
  *at++ = '}';
  ck_assert (check_copy (text, (size_t) (at - text), &error));
  for (at = text + 1, i = 0; (size_t) (at - text) + 20 < size; i++)
    at += sprintf (at, "%s\"%x\":0", i > 0 ? "," : "", i);
  *at++ = '}';
  ck_assert (check_copy (text, (size_t) (at - text), &error));
  free (text);
}
END_TEST

START_TEST (names_that_are_free_text_are_not_repeated)
{
  SmaajobError error;

  ck_assert (!check_copy (TEXT ("{\"a\":{\"Ann has epilepsy\":{\"b\":[x]}}}"), &error));
  ck_assert_str_eq (error.pointer, "/a");
  ck_assert_ptr_null (strstr (error.message, "epilepsy"));
  ck_assert (!check_copy (TEXT ("{\"Ann has epilepsy\":1,\"Ann has epilepsy\":2}"), &error));
  ck_assert_str_eq (error.pointer, "");
  ck_assert_ptr_null (strstr (error.message, "epilepsy"));
}
END_TEST

START_TEST (a_pointer_without_room_is_that_of_an_ancestor)
{
  char text[4000] = "", *at = text;
  SmaajobError error;

  for (int i = 0; i < 60; i++)
    at += sprintf (at, "{\"a-name-of-35-bytes-%016d\":", i);
  *at++ = 'x';
  ck_assert (!check_copy (text, (size_t) (at - text), &error));
  ck_assert_uint_eq (strlen (error.pointer), 4 * 36);
}
END_TEST

static const char document[] = "\n { \"a\" : 1,\n  \"b\":[ {\"c\":\"]}\\\"\"} ,\n\t[], -2.5 ],\n"
                               "\"\\u00e6\":{\"x/y\":{\"~\":null,\"\":7}}}";

static const struct {
  const char *pointer;
  bool found;
  unsigned line, column;
} places[] = {
    {"", true, 2, 2},
    {"/a", true, 2, 10},
    {"/b", true, 3, 7},
    {"/b/0", true, 3, 9},
    {"/b/0/c", true, 3, 14},
    {"/b/1", true, 4, 2},
    {"/b/2", true, 4, 6},
    {"/\xc3\xa6", true, 5, 10},
    {"/\xc3\xa6/x~1y", true, 5, 17},
    {"/\xc3\xa6/x~1y/~0", true, 5, 22},
    {"/\xc3\xa6/x~1y/", true, 5, 30},
    {"/z", false, 2, 2},
    {"/b/3", false, 3, 7},
    {"/b/99999999999999999999", false, 3, 7},
    {"/b/x", false, 3, 7},
    {"/b/0/d", false, 3, 9},
    {"/b/1/0", false, 4, 2},
    {"/b/2/0", false, 4, 6},
    {"/a/b/c", false, 2, 10},
    {"/\xc3\xa6/x~1y/~0/0", false, 5, 22},
};

#define N_VALUES 11 /* the first places, in order */

START_TEST (locates_a_value_or_what_is_around_it)
{
  uint32_t line, column;
  const bool found =
      scan_locate (document, sizeof document - 1, places[_i].pointer, &line, &column);

  ck_assert_msg (found == places[_i].found && line == places[_i].line &&
                     column == places[_i].column,
                 "%s: %d at %u:%u", places[_i].pointer, found, line, column);
  if (_i < N_VALUES) {
    scan_locate_value (document, sizeof document - 1, (uint32_t) _i, &line, &column);
    ck_assert (line == places[_i].line && column == places[_i].column);
  }
}
END_TEST

START_TEST (a_key_is_copied_without_its_escapes)
{
  static const char text[] = "\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e6\\ud834\\udd1ez";
  const Key key = {0, sizeof text - 1, 1};
  char copy[32];

  ck_assert_uint_eq (key_copy (text, key, copy, sizeof copy), 15);
  ck_assert_str_eq (copy, "\"\\/\b\f\n\r\t\xc3\xa6\xf0\x9d\x84\x9ez");
  ck_assert_uint_eq (key_copy (text, key, copy, 15), 15);
}
END_TEST

#define COUNT(table) (int) (sizeof (table) / sizeof *(table))

static Suite *
scan_suite (void)
{
  Suite *suite = suite_create ("scan");
  TCase *text = tcase_create ("text"), *keys = tcase_create ("keys"),
        *place = tcase_create ("place");

  tcase_add_loop_test (text, passes_text_of_the_grammar, 0, COUNT (good));
  tcase_add_loop_test (text, refuses_what_is_not_text_of_the_grammar_and_says_where, 0,
                       COUNT (bad));
  tcase_add_loop_test (text, an_error_may_be_null, 0, COUNT (bad));
  tcase_add_test (text, refuses_every_beginning);
  tcase_add_test (text, passes_64_levels_and_no_more);
  tcase_add_test (text, refuses_a_text_above_the_limit_unread);
  tcase_add_loop_test (keys, finds_a_duplicate_among_any_number, 0, 7);
  tcase_add_test (keys, tells_the_first_of_many_duplicates);
  tcase_add_test (keys, hostile_names_take_no_longer);
  tcase_add_test (keys, names_that_are_free_text_are_not_repeated);
  tcase_add_test (keys, a_key_is_copied_without_its_escapes);
  tcase_add_test (place, a_pointer_without_room_is_that_of_an_ancestor);
  tcase_add_loop_test (place, locates_a_value_or_what_is_around_it, 0, COUNT (places));
  suite_add_tcase (suite, text);
  suite_add_tcase (suite, keys);
  suite_add_tcase (suite, place);
  return suite;
}

int
main (void)
{
  SRunner *runner = srunner_create (scan_suite ());
  int n_failed;

  srunner_run_all (runner, CK_NORMAL);
  n_failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return n_failed > 0;
}
