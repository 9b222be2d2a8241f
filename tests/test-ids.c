/* SPDX-License-Identifier: Apache-2.0 */
/* The ids of many documents, as every language and the program keeps them. */
#define _DEFAULT_SOURCE
#include "ids.h"

#include "population.h"
#include "support-data.h"
#include "words/fault.h"

#include <sys/mman.h>

#define MOST_BYTES 128

static void
add (Ids *ids, const char *id, uint32_t number)
{
  SmaajobError error;

  ck_assert_msg (ids_add (ids, id, number, &error), "%s: %s", id, error.message);
}

static void
assert_known (Ids *ids, const char *id, const char *told)
{
  SmaajobError error;

  ck_assert (!ids_add (ids, id, 7, &error));
  assert_fault (&error, SMAAJOB_ERROR_DUPLICATE, "/id");
  ck_assert_str_eq (error.message, told);
}

START_TEST (who_says_an_id_again_is_told_who_said_it_first)
{
  Ids ids = {.counted = "row"};

  add (&ids, "c-1", 0);
  add (&ids, "c-2", 3);
  assert_known (&ids, "c-1", "id: c-1 is the id of row 0 already, expected every id once");
  assert_known (&ids, "c-2", "id: c-2 is the id of row 3 already, expected every id once");
  ids_clear (&ids);
}
END_TEST

START_TEST (of_a_long_id_the_length_is_told)
{
  char id[MOST_BYTES + 1];
  Ids ids = {.counted = "line"};

  memset (id, 'a', MOST_BYTES);
  id[MOST_BYTES] = '\0';
  add (&ids, id, 1);
  assert_known (&ids, id,
                "id: a string of 128 bytes is the id of line 1 already, expected every id once");
  ids_clear (&ids);
}
END_TEST

START_TEST (an_id_is_told_as_the_library_tells_it)
{
  const char *const wanted[] = {[45] = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                                [48] = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                                [49] = "a string of 49 bytes"};

  for (size_t n = 1; n <= MOST_BYTES; n++) {
    char id[MOST_BYTES + 1] = "", message[160];
    Ids ids = {.counted = "row"};

    memset (id, 'a', n);
    add (&ids, id, 0);
    snprintf (message, sizeof message, "id: %s is the id of row 0 already, expected every id once",
              told_text (id).text);
    assert_known (&ids, id, message);
    if (n < COUNT (wanted) && wanted[n] != NULL)
      ck_assert_str_eq (told_text (id).text, wanted[n]);
    ids_clear (&ids);
  }
}
END_TEST

START_TEST (an_id_may_begin_as_another_does)
{
  char id[MOST_BYTES + 1] = "";
  Ids ids = {.counted = "line"};

  for (uint32_t n = MOST_BYTES; n > 0; n--) {
    memset (id, n % 2 == 0 ? 'a' : 'b', n);
    id[n] = '\0';
    add (&ids, id, n);
  }
  ck_assert_uint_eq (ids.n, MOST_BYTES);
  assert_known (&ids, "b", "id: b is the id of line 1 already, expected every id once");
  assert_known (&ids, "aa", "id: aa is the id of line 2 already, expected every id once");
  ids_clear (&ids);
}
END_TEST

/* Ids of few letters, so that many are said again and begin alike. */
START_TEST (an_id_is_known_when_it_was_said_and_else_not)
{
  enum { MOST = 4, N = 3000 };
  static char said[N][MOST + 1];
  Ids ids = {.counted = "line"};
  size_t n = 0;

  for (uint64_t i = 0; i < N; i++) {
    Random random = random_make (11, i);
    const int length = random_between (&random, 1, MOST);
    char id[MOST + 1] = "";
    SmaajobError error;
    bool known = false;

    for (int k = 0; k < length; k++)
      id[k] = "-09:AZ_az"[random_below (&random, 9)];
    for (size_t k = 0; k < n && !known; k++)
      known = strcmp (said[k], id) == 0;
    ck_assert_int_eq (ids_add (&ids, id, (uint32_t) i, &error), !known);
    if (!known)
      strcpy (said[n++], id);
  }
  ck_assert_uint_eq (ids.n, n);
  ids_clear (&ids);
}
END_TEST

/* Pages that nobody has written to take no memory. */
START_TEST (ids_may_come_to_more_than_four_gibibytes)
{
  const size_t before = ((size_t) 1 << 32) - 4, room = ((size_t) 1 << 32) + 4096;
  void *texts =
      mmap (NULL, room, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  Ids ids = {.counted = "line"};

  ck_assert_ptr_ne (texts, MAP_FAILED);
  ids.texts = texts;
  ids.texts_size = before;
  ids.texts_room = room;
  add (&ids, "c-1", 1);
  add (&ids, "c-2", 2);
  add (&ids, "c-3", 3);
  assert_known (&ids, "c-1", "id: c-1 is the id of line 1 already, expected every id once");
  assert_known (&ids, "c-2", "id: c-2 is the id of line 2 already, expected every id once");
  assert_known (&ids, "c-3", "id: c-3 is the id of line 3 already, expected every id once");
  ids.texts = NULL;
  ids_clear (&ids);
  ck_assert_int_eq (munmap (texts, room), 0);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
      who_says_an_id_again_is_told_who_said_it_first, of_a_long_id_the_length_is_told,
      an_id_is_told_as_the_library_tells_it,          an_id_may_begin_as_another_does,
      an_id_is_known_when_it_was_said_and_else_not,   ids_may_come_to_more_than_four_gibibytes};
  Suite *suite = suite_create ("ids");

  add_case (suite, "ids", tests, COUNT (tests));
  return run_suite (suite);
}
