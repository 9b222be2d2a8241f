/* SPDX-License-Identifier: Apache-2.0 */
#include "support-json.h"

#include "text/json.h"
#include "text/scan.h"

/* Every value of every full document is replaced, removed or added to, one at a time. */

static char *text; /* of one line */
static const Json *root;
static Kind kind;

typedef void (*Visit) (const Json *json, const char *pointer);

static void
visit_all (const Json *json, Visit visit)
{
  char pointer[sizeof ((SmaajobError *) NULL)->pointer];

  json_write_pointer (root, json, pointer);
  visit (json, pointer);
  if (json_get_type (json) < JSON_ARRAY)
    return;
  for (const Json *child = json_get_first (json); child != NULL; child = json_get_next (child))
    visit_all (child, visit);
}

static void
visit_document (int which, Visit visit)
{
  SmaajobError error;
  Tape tape = {0};
  size_t marked;

  kind = (Kind) which;
  text = make_text (full_documents[kind], &marked);
  root = scan_read (&tape, (Slice){text, strlen (text)}, SCAN_MAX_DOCUMENT, &error);
  ck_assert_ptr_nonnull (root);
  visit_all (root, visit);
  tape_free (&tape);
  free (text);
}

static size_t
find_start (const char *pointer)
{
  uint32_t line, column;

  ck_assert (scan_locate (text, strlen (text), pointer, &line, &column));
  ck_assert_uint_eq (line, 1);
  return column - 1;
}

static size_t
find_end (size_t at)
{
  int depth = 0;
  bool quoted = false;

  do {
    quoted ^= text[at] == '"';
    depth += !quoted && (text[at] == '{' || text[at] == '[');
    depth -= !quoted && (text[at] == '}' || text[at] == ']');
    at++;
  } while (quoted || depth > 0 || (text[at] != '\0' && strchr (",]}", text[at]) == NULL));
  return at;
}

/* The error that is told when the bytes from start to end are something else; false when none is.
 */
static bool
is_refused (size_t start, size_t end, const char *other, SmaajobError *error)
{
  char *changed = malloc (strlen (text) + strlen (other) + 1), *json;

  ck_assert_ptr_nonnull (changed);
  sprintf (changed, "%.*s%s%s", (int) start, text, other, text + end);
  memset (error, 0, sizeof *error);
  json = rewrite (kind, changed, strlen (changed), error);
  ck_assert_msg ((json == NULL) == (error->code != SMAAJOB_ERROR_NONE), "%s", changed);
  ck_assert_msg (json != NULL || (error->line == 1 && error->message[0] != '\0'), "%s", changed);
  smaajob_free (json);
  free (changed);
  return json == NULL;
}

static bool
ends_in (const char *pointer, const char *end)
{
  return strlen (pointer) >= strlen (end) &&
         strcmp (pointer + strlen (pointer) - strlen (end), end) == 0;
}

static void
assert_refused_at (const char *pointer, const char *other, SmaajobErrorCode code)
{
  const size_t start = find_start (pointer);
  SmaajobError error;

  ck_assert_msg (is_refused (start, find_end (start), other, &error), "%s accepts %s", pointer,
                 other);
  ck_assert_msg (strcmp (error.pointer, pointer) == 0, "%s as %s: told of %s: %s", pointer, other,
                 error.pointer, error.message);
  ck_assert_msg (code == SMAAJOB_ERROR_NONE || error.code == code, "%s as %s: %s", pointer, other,
                 error.message);
  ck_assert_uint_eq (error.column, start + 1);
}

static void
visit_with_other_types (const Json *json, const char *pointer)
{
  static const struct {
    JsonType type;
    const char *text;
  } others[] = {{JSON_NULL, "null"},      {JSON_BOOLEAN, "true"}, {JSON_NUMBER, "0.5"},
                {JSON_STRING, "\"a b\""}, {JSON_ARRAY, "[]"},     {JSON_OBJECT, "{}"}};
  const bool may_be_null = ends_in (pointer, "/training_weeks");

  for (size_t i = 0; i < COUNT (others); i++)
    if (others[i].type != json_get_type (json) &&
        !(may_be_null && (others[i].type == JSON_NULL || others[i].type == JSON_NUMBER)))
      assert_refused_at (pointer, others[i].text, SMAAJOB_ERROR_TYPE);
}

START_TEST (another_type_is_refused_for_every_value)
{
  visit_document (_i, visit_with_other_types);
}
END_TEST

static void
visit_with_other_values (const Json *json, const char *pointer)
{
  static const char *const numbers[] = {"-1000000000", "1000000000",  "1e300",           "-1e300",
                                        "2147483648",  "-2147483649", "9007199254740993"};
  static const char *const free_text[] = {"/version", "/unit", "/icf", "/onet", "/da", "/en"};
  bool is_free = false;

  for (size_t i = 0; json_get_type (json) == JSON_NUMBER && i < COUNT (numbers); i++)
    assert_refused_at (pointer, numbers[i], SMAAJOB_ERROR_RANGE);
  for (size_t i = 0; i < COUNT (free_text); i++)
    is_free |= ends_in (pointer, free_text[i]);
  if (json_get_type (json) == JSON_STRING && !is_free)
    assert_refused_at (pointer, "\"a b\"", SMAAJOB_ERROR_NONE);
  if (json_get_type (json) == JSON_STRING)
    assert_refused_at (pointer, "\"\"", SMAAJOB_ERROR_NONE);
}

START_TEST (a_value_outside_its_range_is_refused_everywhere)
{
  visit_document (_i, visit_with_other_values);
}
END_TEST

/* Where the member stands is told also when its name may not be. */
static void
visit_with_member (const Json *json, const char *pointer)
{
  static const struct {
    const char *quoted, *told;
  } names[] = {{"\"diagnosis\":", "/diagnosis"}, {"\"Ann B\":", ""}, {"\"\\\"a/b\\\\\" : ", ""}};
  const size_t start = find_start (pointer) + 1;

  if (json_get_type (json) != JSON_OBJECT || json_get_first (json) == NULL)
    return;
  for (size_t i = 0; i < COUNT (names); i++) {
    char added[40], wanted[200];
    SmaajobError error;

    snprintf (added, sizeof added, "%s0,", names[i].quoted);
    snprintf (wanted, sizeof wanted, "%s%s", pointer, names[i].told);
    ck_assert_msg (is_refused (start, start, added, &error), "%s accepts %s", pointer, added);
    ck_assert_str_eq (error.pointer, wanted);
    ck_assert_uint_eq (error.column, start + strlen (names[i].quoted) + 1);
  }
}

START_TEST (an_unknown_member_is_refused_in_every_object)
{
  visit_document (_i, visit_with_member);
}
END_TEST

static bool
is_required (const char *pointer)
{
  static const char *const citizen[] = {
      "/format",  "/id",       "/concept", "/level",       "/condition", "/tolerates", "/requires",
      "/at_most", "/strength", "/days",    "/from",        "/to",        "/kept",      "/wants",
      "/lat",     "/lon",      "/mode",    "/max_minutes", NULL};
  static const char *const opening[] = {"/format", "/id",         "/tasks", "/concept",
                                        "/level",  "/importance", "/days",  "/from",
                                        "/to",     "/lat",        "/lon",   NULL};
  static const char *const policy[] = {"/format", "/days", "/from", "/to", NULL};
  static const char *const vocabulary[] = {"/format", "/version", "/id", "/kind",
                                           "/type",   "/label",   NULL};
  static const char *const *const lists[N_KINDS] = {citizen, opening, policy, vocabulary};

  for (size_t i = 0; lists[kind][i] != NULL; i++)
    if (ends_in (pointer, lists[kind][i]))
      return true;
  return false;
}

/* Members of the lists above that are there, but elsewhere. */
static bool
is_removable (const char *pointer)
{
  return !is_required (pointer) || ends_in (pointer, "/label/da") || ends_in (pointer, "/label/en");
}

static void
visit_without (const Json *json, const char *pointer)
{
  const bool removable = is_removable (pointer);
  size_t start, end;
  SmaajobError error;

  if (json == root || pointer[strlen (pointer) - 1] <= '9')
    return;
  start = find_start (pointer);
  end = find_end (start);
  start -= strlen (json_get_name (json)) + 3;
  if (text[end] == ',')
    end++;
  else if (text[start - 1] == ',')
    start--;
  if (!is_refused (start, end, "", &error)) {
    ck_assert_msg (removable, "%s is not missed", pointer);
    return;
  }
  if (strncmp (pointer, "/weights/", 9) == 0 || ends_in (pointer, "/weights")) {
    ck_assert_int_eq (error.code, SMAAJOB_ERROR_RANGE);
    return;
  }
  ck_assert_msg (!removable || strstr (pointer, "/label/") != NULL, "%s is missed: %s", pointer,
                 error.message);
  ck_assert_int_eq (error.code, SMAAJOB_ERROR_MISSING);
}

START_TEST (a_member_may_be_left_out_unless_it_is_required)
{
  visit_document (_i, visit_without);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("json sweep");
  TCase *tcase = tcase_create ("every value");

  tcase_add_unchecked_fixture (tcase, make_words, free_words);
  tcase_add_loop_test (tcase, another_type_is_refused_for_every_value, 0, N_KINDS);
  tcase_add_loop_test (tcase, a_value_outside_its_range_is_refused_everywhere, 0, N_KINDS);
  tcase_add_loop_test (tcase, an_unknown_member_is_refused_in_every_object, 0, N_KINDS);
  tcase_add_loop_test (tcase, a_member_may_be_left_out_unless_it_is_required, 0, N_KINDS);
  suite_add_tcase (suite, tcase);
  return run_suite (suite);
}
