/* SPDX-License-Identifier: Apache-2.0 */
#include "effort.h"
#include "json-oracle.h"
#include "support-json.h"

/* Good documents with bytes changed, deleted, inserted, moved: never a crash, never an empty error;
   what passes as JSON is what cJSON reads, and what is still good is written so that it is read as
   the same. */

#define MOST_CHANGES 4
#define ROOM         3000

static unsigned
random_below (unsigned *seed, size_t n)
{
  return n == 0 ? 0 : (next_random (seed) << 15 | next_random (seed)) % (unsigned) n;
}

static char
random_byte (unsigned *seed)
{
  static const char likely[] =
      "\"\"{}[]:,,0123456789.-+eE\\u/tfn \n\t_ab\0\x01\x1f\x7f\x80\xc3\xbf";

  return next_random (seed) % 4 == 0 ? (char) next_random (seed)
                                     : likely[random_below (seed, sizeof likely)];
}

static size_t
change (char *text, size_t length, unsigned *seed)
{
  const size_t at = random_below (seed, length), from = random_below (seed, length);
  const size_t n = random_below (seed, 12);

  switch (next_random (seed) % 5) {
  case 0:
    text[at] = random_byte (seed);
    return length;
  case 1:
    text[at] ^= (char) (1 << next_random (seed) % 8);
    return length;
  case 2:
    memmove (text + at + 1, text + at, length - at);
    text[at] = random_byte (seed);
    return length + 1;
  case 3:
    memmove (text + at, text + at + 1, length - at - 1);
    return length - 1;
  default:
    memmove (text + at, text + from, n < length - (at > from ? at : from) ? n : 0);
    return length;
  }
}

static void
assert_error_is_full (const SmaajobError *error)
{
  ck_assert_int_ne (error->code, SMAAJOB_ERROR_NONE);
  ck_assert_str_ne (error->message, "");
  ck_assert_uint_ge (error->line, 1);
  ck_assert_uint_ge (error->column, 1);
  ck_assert_ptr_nonnull (memchr (error->pointer, '\0', sizeof error->pointer));
  ck_assert_ptr_nonnull (memchr (error->message, '\0', sizeof error->message));
}

/* What is on it lives until the next text. */
static Tape tape;

static void
assert_sound (Kind kind, const char *text, size_t length)
{
  char *copy = malloc (length), *json, *again;
  SmaajobError error;

  memset (&error, 0x5a, sizeof error);
  read_beside_oracle (&tape, text, length, &error);
  memcpy (copy, text, length);
  json = rewrite (kind, copy, length, &error);
  free (copy);
  if (json == NULL) {
    assert_error_is_full (&error);
    return;
  }
  again = rewrite (kind, json, strlen (json), &error);
  ck_assert_msg (again != NULL, "%s: %s", json, error.message);
  ck_assert_str_eq (again, json);
  smaajob_free (again);
  smaajob_free (json);
}

static int
count_rounds (void)
{
  return (int) number_from ("SMAAJOB_TEST_PAIRS", 200000);
}

START_TEST (a_changed_document_is_refused_or_read)
{
  const int n_rounds = count_rounds () / N_KINDS;
  size_t marked;
  char *good = make_text (full_documents[_i], &marked);
  unsigned seed = (unsigned) _i + 1;

  ck_assert_uint_lt (strlen (good) + MOST_CHANGES, ROOM);
  for (int round = 0; round < n_rounds; round++) {
    char text[ROOM];
    size_t length = strlen (good);
    memcpy (text, good, length);
    for (unsigned n = 1 + next_random (&seed) % MOST_CHANGES; n > 0; n--)
      length = change (text, length, &seed);
    assert_sound ((Kind) _i, text, length);
  }
  tape_free (&tape);
  free (good);
}
END_TEST

/* Bytes of no document at all, and the place of a pointer in what passes. */
START_TEST (random_bytes_are_refused_or_passed)
{
  static const char *const pointers[] = {"", "/a", "/0", "/0/0", "/a/0/b", "/~0~1"};
  unsigned seed = 99;

  for (int round = count_rounds (); round > 0; round--) {
    const size_t length = random_below (&seed, 24) + 1;
    char text[24];
    SmaajobError error = {0};
    uint32_t line = 0, column = 0;

    for (size_t i = 0; i < length; i++)
      text[i] = random_byte (&seed);
    if (read_beside_oracle (&tape, text, length, &error) == NULL) {
      assert_error_is_full (&error);
    } else {
      scan_locate (text, length, pointers[round % COUNT (pointers)], &line, &column);
      scan_locate_value (text, length, (uint32_t) round % 8, &line, &column);
    }
  }
  tape_free (&tape);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("json fuzz");
  TCase *tcase = tcase_create ("changed");

  tcase_set_timeout (tcase, 60);
  tcase_add_unchecked_fixture (tcase, make_words, free_words);
  tcase_add_loop_test (tcase, a_changed_document_is_refused_or_read, 0, N_KINDS);
  tcase_add_test (tcase, random_bytes_are_refused_or_passed);
  suite_add_tcase (suite, tcase);
  return run_suite (suite);
}
