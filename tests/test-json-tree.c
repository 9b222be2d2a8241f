/* SPDX-License-Identifier: Apache-2.0 */
#include "json-oracle.h"
#include "support-json.h"

#include "text/json.h"

#include <glob.h>

/* What the library reads is what cJSON reads: of documents, of what is made up, and of numbers. */

static Tape tape;

static void
free_tape (void)
{
  tape_free (&tape);
  tape = (Tape){0};
}

static void
assert_read (const char *text, size_t length)
{
  SmaajobError error = {0};

  ck_assert_msg (read_beside_oracle (&tape, text, length, &error) != NULL, "%.*s: %s",
                 length < 200 ? (int) length : 200, text, error.message);
}

START_TEST (a_full_document_is_read)
{
  size_t marked;
  char *text = make_text (full_documents[_i], &marked);

  assert_read (text, strlen (text));
  free (text);
}
END_TEST

/* The whole file, or a line at a time. */
static void
assert_file_is_read (const char *path)
{
  const bool by_line = strstr (path, ".ndjson") != NULL;
  char *line = NULL;
  size_t room = 0;
  ssize_t length;
  FILE *file = fopen (path, "r");

  ck_assert_msg (file != NULL, "%s", path);
  while ((length = getdelim (&line, &room, by_line ? '\n' : '\0', file)) > 0)
    assert_read (line, (size_t) length);
  free (line);
  fclose (file);
}

START_TEST (a_published_document_is_read)
{
  static const struct {
    const char *pattern;
    size_t fewest;
  } groups[] = {{"tests/vectors/*.ndjson", 15},
                {"examples/cases/*/*.json", 30},
                {"lib/text/schemas/*.json", 8}};
  glob_t found;

  ck_assert_int_eq (glob (groups[_i].pattern, 0, NULL, &found), 0);
  ck_assert_uint_ge (found.gl_pathc, groups[_i].fewest);
  for (size_t i = 0; i < found.gl_pathc; i++)
    assert_file_is_read (found.gl_pathv[i]);
  globfree (&found);
}
END_TEST

/* An object of n members of several lengths, of which one repeats another; both may be written with
   an escape. The column of the second. */
static size_t
write_repeated (char *text, int n, int first, int second, bool escape_first, bool escape_second)
{
  size_t length = 1, found = 0;

  text[0] = '{';
  for (int i = 0; i < n; i++) {
    const int name = i == second ? first : i;
    const bool escaped = (escape_first && i == first) || (escape_second && i == second);

    if (i == second)
      found = length + 1;
    length += (size_t) sprintf (text + length, "\"%s%d%.*s\":%d,", escaped ? "\\u006e" : "n", name,
                                name % 20, "abcdefghijklmnopqrst", i);
  }
  text[length - 1] = '}';
  text[length] = '\0';
  return found;
}

static const int object_sizes[] = {2, 3, 5, 6, 7, 8, 20, 63, 64, 65, 90};

START_TEST (a_member_said_twice_is_found_in_an_object_of_any_size)
{
  static char text[4096];
  const int n = object_sizes[_i];

  for (int second = 1; second < n; second++)
    for (int first = 0; first < second; first++) {
      const bool escape_first = (first + second) % 3 == 1,
                 escape_second = (first + second) % 5 == 2;
      const size_t column = write_repeated (text, n, first, second, escape_first, escape_second);
      SmaajobError error = {0};

      ck_assert_ptr_null (
          scan_read (&tape, (Slice){text, strlen (text)}, SCAN_MAX_DOCUMENT, &error));
      ck_assert_int_eq (error.code, SMAAJOB_ERROR_DUPLICATE);
      ck_assert_uint_eq (error.column, column);
    }
  for (int first = 0; first < n; first++) {
    write_repeated (text, n, first, n, true, false);
    assert_read (text, strlen (text));
  }
}
END_TEST

static const char *const texts[] = {
    "0",
    "-0",
    "\"\"",
    " \t\r\n[ 1 , [ ] , { } , null ]\n ",
    "[[],{},[{}],{\"a\":{}}]",
    "{\"a\":1,\"b\":{\"a\":1},\"A\":2,\"\":3}",
    "{\"\":\"\"}",
    "{\"\\u0061\\\"\\\\\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e6\\uD834\\udd1e\"}",
    "\"\xc3\xa6\xe2\x82\xac\xf0\x9d\x84\x9e\xf4\x8f\xbf\xbf\xef\xbf\xbf\x7f\"",
    "[\"\\u0001\\u007f\\u0080\\u07ff\\u0800\\uffff\\ud800\\udc00\\udbff\\udfff\"]",
    "[\"one\",\"\\u0074wo\",\"three\"]",
    "[true,false,null,1,\"1\",[1],{\"1\":1}]",
};

START_TEST (a_text_is_read)
{
  assert_read (texts[_i], strlen (texts[_i]));
}
END_TEST

typedef struct {
  char text[1 << 16];
  size_t n;
  unsigned seed;
} Made;

static unsigned
choose (Made *made, unsigned n)
{
  return next_random (&made->seed) % n;
}

static void
put (Made *made, const char *text)
{
  made->n += (size_t) sprintf (made->text + made->n, "%s", text);
}

static void
put_space (Made *made)
{
  static const char *const spaces[] = {"", "", "", " ", "\n", "\t\r\n "};

  put (made, spaces[choose (made, COUNT (spaces))]);
}

/* Each piece is another way to write a character; number makes names of an object differ. */
static void
put_string (Made *made, unsigned number)
{
  static const char *const pieces[] = {"a",       "longer text of plain bytes",
                                       "\\n",     "\\\"",
                                       "\\\\",    "\\/",
                                       "\\u00e6", "\\ud834\\udd1e",
                                       "\\b",     "\xc3\xa6",
                                       " ",       "\xf0\x9d\x84\x9e"};

  made->n += (size_t) sprintf (made->text + made->n, "\"%u", number);
  for (unsigned n = choose (made, 4); n > 0; n--)
    put (made, pieces[choose (made, COUNT (pieces))]);
  put (made, "\"");
}

static void
put_number (Made *made)
{
  static const char *const forms[] = {"%u",    "-%u",  "0.%u",   "%u.5",      "%ue3",
                                      "%ue-7", "-0.0", "%uE+20", "1.000%ue9", "0"};
  const unsigned number = next_random (&made->seed) * 32768u + next_random (&made->seed);
  const char *const form = forms[choose (made, COUNT (forms))];

  made->n += (size_t) sprintf (made->text + made->n, form, number);
}

static void
put_value (Made *made, int depth)
{
  static const char *const scalars[] = {"true", "false", "null", "[]", "{}", "[ ]"};
  const unsigned kind = choose (made, depth > 0 ? 6 : 3), n = choose (made, 5) + 1;

  put_space (made);
  if (kind == 0)
    put (made, scalars[choose (made, COUNT (scalars))]);
  else if (kind == 1)
    put_string (made, n);
  else if (kind == 2)
    put_number (made);
  for (unsigned i = 0; kind > 2 && i < n; i++) {
    put (made, i > 0 ? "," : kind == 3 ? "[" : "{");
    put_space (made);
    if (kind > 3) {
      put_string (made, i);
      put_space (made);
      put (made, ":");
    }
    put_value (made, depth - 1);
  }
  put (made, kind < 3 ? "" : kind == 3 ? "]" : "}");
  put_space (made);
}

/* Plain text is gone over apart: wherever that ends, what comes before and after belongs together.
 */
START_TEST (white_space_changes_nothing_wherever_it_is)
{
  static const char plain[] =
      "{\"a\":[1,\"b c\",[],{},[[2.5],{\"a\":\"!\"}],true],\"b\":{\"a\":{\"b\":"
      "{}},\"c\":null},\"\":{\"\":[10,{\"d\":\"\"}]},\"c\":\"d\"}";
  char text[2 * sizeof plain];
  bool quoted = false;

  for (size_t at = 0; at < sizeof plain; at++) {
    const bool in_number = at > 0 && strchr ("0123456789.truenl", plain[at]) != NULL &&
                           strchr ("0123456789.truenl", plain[at - 1]) != NULL;

    if (!quoted && !(in_number && plain[at] != '\0'))
      assert_read (text, (size_t) sprintf (text, "%.*s %s", (int) at, plain, plain + at));
    quoted ^= plain[at] == '"';
  }
}
END_TEST

START_TEST (a_member_said_twice_is_found_beside_what_is_not_plain)
{
  static const char *const between[] = {
      "",           "\"x\":{\"a\":1},",   "\"x\" :{\"a\":1},",
      "\"x\":{ },", "\"x\":[{\"a\":1}],", "\"\\u0078\":{\"a\" :1},"};
  static const char *const colons[] = {":", " :"};
  char text[96];

  for (size_t i = 0; i < 4 * COUNT (between); i++) {
    SmaajobError error = {0};
    const size_t n = (size_t) sprintf (text, "[{\"a\"%s0,%s\"y\":1,\"a\"%s2},0]", colons[i % 2],
                                       between[i / 4], colons[i / 2 % 2]);

    ck_assert_ptr_null (scan_read (&tape, (Slice){text, n}, SCAN_MAX_DOCUMENT, &error));
    ck_assert_int_eq (error.code, SMAAJOB_ERROR_DUPLICATE);
    ck_assert_str_eq (error.pointer, "/0/a");
    ck_assert_uint_eq (error.column, (size_t) (strrchr (text, 'a') - text));
  }
}
END_TEST

START_TEST (a_tree_that_is_made_up_is_read)
{
  static Made made;

  made.seed = 7;
  for (int round = 0; round < 10000; round++) {
    made.n = 0;
    put_value (&made, round % 5);
    assert_read (made.text, made.n);
  }
}
END_TEST

static double
read_number (const char *text)
{
  SmaajobError error;
  const Json *json = scan_read (&tape, (Slice){text, strlen (text)}, 64, &error);

  ck_assert_msg (json != NULL, "%s: %s", text, error.message);
  return json_get_number (json);
}

/* Alone it is looked at closely; with a bracket behind it mostly on the plain way. */
static double
read_item (const char *text)
{
  char array[80];
  SmaajobError error;
  const Json *json;

  snprintf (array, sizeof array, "[%s]", text);
  json = scan_read (&tape, (Slice){array, strlen (array)}, sizeof array, &error);
  ck_assert_msg (json != NULL, "%s: %s", array, error.message);
  return json_get_number (json_get_first (json));
}

static void
assert_number (const char *text)
{
  const double number = read_number (text), item = read_item (text), nearest = strtod (text, NULL);

  ck_assert_msg (memcmp (&number, &nearest, sizeof number) == 0, "%s: %.17g, expected %.17g", text,
                 number, nearest);
  ck_assert_msg (memcmp (&item, &nearest, sizeof item) == 0, "[%s]: %.17g, expected %.17g", text,
                 item, nearest);
}

/* Around what is exact, halves between two doubles, the smallest, and digits without end. */
static const char *const numbers[] = {
    "0",
    "-0",
    "0.0e0",
    "0e999",
    "1e22",
    "1e23",
    "1e-22",
    "1e-23",
    "9007199254740992",
    "9007199254740993",
    "9007199254740993e22",
    "-9007199254740991e-22",
    "9007199254740992e-22",
    "18446744073709551615",
    "18446744073709551616",
    "18446744073709551617.5",
    "184467440737095516160000000001",
    "36893488147419103232",
    "0.00000000000000000000001",
    "0.1",
    "0.30000000000000004",
    "123456789012345678",
    "1.7976931348623157e307",
    "9.999e307",
    "2.2250738585072011e-308",
    "4.9e-324",
    "2.4703282292062327e-324",
    "2.4703282292062328e-324",
    "1e-400",
    "1e-99999999999999999999",
    "0.500000000000000166533453693773481063544750213623046875",
    "3.518437208883201171875e13",
    "62.5364939768271845828",
    "8.10109172351e-10",
    "1.50000000000000011102230246251565",
    "9007199254740991.4999999999999999999999999999999995",
    "123456789012345678901234567890123456789012345678901234567890123",
    "0.0000000001e317",
};

START_TEST (a_number_is_the_nearest_there_is)
{
  assert_number (numbers[_i]);
}
END_TEST

/* So many digits in front of the point, and so many behind it. */
START_TEST (a_number_of_any_digits_is_the_nearest_there_is)
{
  static const char digits[] = "98765432198765432198";
  char text[48];

  for (int before = 1; before <= 18; before++)
    for (int behind = 0; behind <= 18; behind++) {
      snprintf (text, sizeof text, "%.*s%s%.*s", before, digits, behind > 0 ? "." : "", behind,
                digits + 1);
      assert_number (text);
    }
}
END_TEST

START_TEST (a_random_number_is_the_nearest_there_is)
{
  unsigned seed = 5;

  for (int round = 0; round < 100000; round++) {
    char text[64];
    int n = 0;
    const int n_digits = 1 + (int) (next_random (&seed) % 20);
    const int point = (int) (next_random (&seed) % 24);

    n += sprintf (text, "%s", next_random (&seed) % 4 == 0 ? "-" : "");
    for (int i = 0; i < n_digits; i++) {
      const char digit = (char) ('0' + next_random (&seed) % 10);
      text[n++] = i == 0 && digit == '0' ? '1' : digit;
      if (i == point && i + 1 < n_digits)
        text[n++] = '.';
    }
    text[n] = '\0';
    if (next_random (&seed) % 2 == 0)
      sprintf (text + n, "e%d", (int) (next_random (&seed) % 640) - 350);
    if (strtod (text, NULL) < 1e307 && strtod (text, NULL) > -1e307)
      assert_number (text);
  }
}
END_TEST

/* More values and more members than there is room for at first. */
static char *
make_large (size_t *length)
{
  const unsigned n = 300;
  char *text = malloc (n * 40), *at = text;

  at += sprintf (at, "[{");
  for (unsigned i = 0; i < n; i++)
    at += sprintf (at, "%s\"%u\":[1,2,3]", i > 0 ? "," : "", i);
  at += sprintf (at, "}]");
  *length = (size_t) (at - text);
  return text;
}

START_TEST (a_tape_grows_and_takes_one_document_after_the_other)
{
  size_t length;
  char *large = make_large (&length);

  for (int i = 0; i < 3; i++) {
    assert_read ("[1]", 3);
    assert_read (large, length);
    assert_read ("{\"a\":{\"b\":[null]}}", 18);
  }
  free (large);
}
END_TEST

START_TEST (a_tape_without_memory_is_told_as_that)
{
  size_t length;
  char *large = make_large (&length);
  bool done = false;
  long n = 0;

  for (; !done; n++) {
    SmaajobError error = {0};
    Tape own = {0};

    blocks_left = n;
    done = scan_read (&own, (Slice){large, length}, SCAN_MAX_DOCUMENT, &error) != NULL;
    blocks_left = -1;
    ck_assert_int_eq (error.code, done ? SMAAJOB_ERROR_NONE : SMAAJOB_ERROR_MEMORY);
    ck_assert_uint_eq (error.line, 0);
    tape_free (&own);
  }
  ck_assert_int_gt (n, 4);
  free (large);
}
END_TEST

START_TEST (a_tape_takes_no_more_than_it_says)
{
  const size_t length = (size_t) 1 << 20;
  char *text = malloc (length);
  size_t before = bytes_in_use;

  for (size_t i = 0; i < length; i++)
    text[i] = i == 0 ? '[' : i == length - 1 ? ']' : i % 2 == 1 ? '1' : ',';
  text[length - 2] = ' ';
  assert_read (text, length);
  ck_assert_uint_le (bytes_in_use - before, 18 * length);
  free (text);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("json tree");
  TCase *tcase = tcase_create ("read"), *number = tcase_create ("numbers"),
        *memory = tcase_create ("memory");

  tcase_add_checked_fixture (tcase, NULL, free_tape);
  tcase_add_loop_test (tcase, a_full_document_is_read, 0, N_KINDS);
  tcase_add_loop_test (tcase, a_published_document_is_read, 0, 3);
  tcase_add_loop_test (tcase, a_text_is_read, 0, COUNT (texts));
  tcase_add_test (tcase, white_space_changes_nothing_wherever_it_is);
  tcase_add_test (tcase, a_member_said_twice_is_found_beside_what_is_not_plain);
  tcase_add_test (tcase, a_tree_that_is_made_up_is_read);
  tcase_add_loop_test (tcase, a_member_said_twice_is_found_in_an_object_of_any_size, 0,
                       COUNT (object_sizes));
  suite_add_tcase (suite, tcase);
  tcase_add_checked_fixture (number, NULL, free_tape);
  tcase_add_loop_test (number, a_number_is_the_nearest_there_is, 0, COUNT (numbers));
  tcase_add_test (number, a_number_of_any_digits_is_the_nearest_there_is);
  tcase_add_test (number, a_random_number_is_the_nearest_there_is);
  suite_add_tcase (suite, number);
  tcase_add_checked_fixture (memory, NULL, free_tape);
  tcase_add_test (memory, a_tape_grows_and_takes_one_document_after_the_other);
  tcase_add_test (memory, a_tape_without_memory_is_told_as_that);
  tcase_add_test (memory, a_tape_takes_no_more_than_it_says);
  suite_add_tcase (suite, memory);
  return run_suite (suite);
}
