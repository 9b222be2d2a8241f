/* SPDX-License-Identifier: Apache-2.0 */
#include "support-packing.h"

#include <sys/stat.h>

static SmaajobError error;
static Crowd crowd;

static void
set_up (void)
{
  make_directory ();
  crowd = crowd_make (23, CROWD_ANY, 7, 9);
}

static void
tear_down (void)
{
  crowd_clear (&crowd);
  remove_directory ();
  ck_assert_uint_eq (bytes_in_use, 0);
}

static void
save (const Crowd *saved)
{
  ck_assert_msg (smaajob_market_save (saved->market, market_path, &error), "%s", error.message);
  ck_assert_msg (smaajob_caseload_save (saved->caseload, caseload_path, &error), "%s",
                 error.message);
}

static SmaajobMarket *
map_market (void)
{
  SmaajobMarket *market =
      smaajob_market_new_from_file (crowd.world.vocabulary, market_path, &error);

  ck_assert_msg (market != NULL, "%s", error.message);
  return market;
}

static SmaajobCaseload *
map_caseload (void)
{
  SmaajobCaseload *caseload =
      smaajob_caseload_new_from_file (crowd.world.vocabulary, caseload_path, &error);

  ck_assert_msg (caseload != NULL, "%s", error.message);
  return caseload;
}

static void
assert_mapped_is_made (Crowd *made)
{
  SmaajobMarket *market;
  SmaajobCaseload *caseload;

  save (made);
  market = smaajob_market_new_from_file (made->world.vocabulary, market_path, &error);
  caseload = smaajob_caseload_new_from_file (made->world.vocabulary, caseload_path, &error);
  for (unsigned threads = 1; threads <= 3; threads += 2) {
    char *expected = tell_everything (made->caseload, made->market, threads, &error);
    char *found = tell_everything (caseload, market, threads, &error);

    ck_assert_msg (found != NULL, "%s", error.message);
    ck_assert_str_eq (found, expected);
    free (found);
    free (expected);
  }
  smaajob_market_free (market);
  smaajob_caseload_free (caseload);
}

START_TEST (what_is_mapped_says_what_was_packed)
{
  for (uint64_t seed = 0; seed < 40; seed++) {
    Crowd made = crowd_make (seed, (CrowdSort) (seed % N_CROWD_SORTS), (int) seed % 24,
                             (int) (seed * 7) % 60);

    assert_mapped_is_made (&made);
    crowd_clear (&made);
  }
}
END_TEST

START_TEST (an_empty_market_and_caseload_are_packed_too)
{
  Crowd none = crowd_make (3, CROWD_ANY, 0, 0);

  assert_mapped_is_made (&none);
  crowd_clear (&none);
}
END_TEST

START_TEST (a_mapped_file_is_packed_again_to_the_same_bytes)
{
  SmaajobMarket *market;
  SmaajobCaseload *caseload;

  save (&crowd);
  market = map_market ();
  caseload = map_caseload ();
  for (int i = 0; i < 2; i++) {
    Bytes before = read_bytes (i == 0 ? market_path : caseload_path), after;

    ck_assert (i == 0 ? smaajob_market_save (market, spare_path, &error)
                      : smaajob_caseload_save (caseload, spare_path, &error));
    after = read_bytes (spare_path);
    ck_assert_uint_eq (before.n, after.n);
    ck_assert_mem_eq (before.bytes, after.bytes, before.n);
    free (before.bytes);
    free (after.bytes);
  }
  smaajob_market_free (market);
  smaajob_caseload_free (caseload);
}
END_TEST

START_TEST (ndjson_is_packed_to_what_its_objects_are)
{
  for (int i = 0; i < 2; i++) {
    const char *text = i == 0 ? crowd.openings_text : crowd.citizens_text;
    Bytes direct, saved;

    write_bytes (spare_path, text, strlen (text) - (size_t) i); /* the last line need not end */
    ck_assert_msg (i == 0 ? smaajob_market_pack_ndjson (crowd.world.vocabulary, spare_path,
                                                        market_path, NULL, &error)
                          : smaajob_caseload_pack_ndjson (crowd.world.vocabulary, spare_path,
                                                          caseload_path, NULL, &error),
                   "%s", error.message);
    direct = read_bytes (i == 0 ? market_path : caseload_path);
    save (&crowd);
    saved = read_bytes (i == 0 ? market_path : caseload_path);
    ck_assert_uint_eq (direct.n, saved.n);
    ck_assert_mem_eq (direct.bytes, saved.bytes, saved.n);
    free (direct.bytes);
    free (saved.bytes);
  }
}
END_TEST

START_TEST (a_packed_file_is_known_by_its_first_bytes)
{
  save (&crowd);
  write_bytes (spare_path, "{}", 2);
  ck_assert_int_eq (smaajob_packed_get_kind (market_path), SMAAJOB_PACKED_MARKET);
  ck_assert_int_eq (smaajob_packed_get_kind (caseload_path), SMAAJOB_PACKED_CASELOAD);
  ck_assert_int_eq (smaajob_packed_get_kind (spare_path), SMAAJOB_PACKED_NONE);
  ck_assert_int_eq (smaajob_packed_get_kind (directory), SMAAJOB_PACKED_NONE);
  ck_assert_int_eq (smaajob_packed_get_kind ("/nowhere"), SMAAJOB_PACKED_NONE);
  ck_assert_int_eq (smaajob_packed_get_kind (NULL), SMAAJOB_PACKED_NONE);
  ck_assert (smaajob_packed_check (crowd.world.vocabulary, market_path, &error));
  ck_assert (smaajob_packed_check (crowd.world.vocabulary, caseload_path, &error));
  ck_assert (!smaajob_packed_check (crowd.world.vocabulary, spare_path, &error));
  assert_fault (&error, SMAAJOB_ERROR_FORMAT, "");
}
END_TEST

START_TEST (what_is_got_lives_on_after_the_file_is_given_up)
{
  SmaajobMarket *market;
  SmaajobCaseload *caseload;
  SmaajobOpening *opening;
  SmaajobCitizen *citizen;
  SmaajobPolicy *policy = smaajob_policy_new (&error);
  SmaajobMatch *match;

  save (&crowd);
  market = map_market ();
  caseload = map_caseload ();
  opening = smaajob_market_get_opening_at (market, 3, &error);
  citizen = smaajob_caseload_get_citizen_at (caseload, 2, &error);
  smaajob_market_free (market);
  smaajob_caseload_free (caseload);
  match = smaajob_match_new (&(SmaajobPair){citizen, opening, SMAAJOB_UNKNOWN}, policy, &error);
  ck_assert_ptr_nonnull (match);
  ck_assert_str_eq (smaajob_opening_get_id (opening), smaajob_opening_get_id (crowd.openings[3]));
  smaajob_match_free (match);
  smaajob_policy_free (policy);
  smaajob_opening_free (opening);
  smaajob_citizen_free (citizen);
}
END_TEST

START_TEST (what_is_not_there_is_an_argument_fault)
{
  SmaajobVocabulary *vocabulary = crowd.world.vocabulary;
  const bool done[] = {
      smaajob_market_get_opening_at (NULL, 0, &error) != NULL,
      smaajob_market_get_opening_at (crowd.market, 9, &error) != NULL,
      smaajob_caseload_get_citizen_at (NULL, 0, &error) != NULL,
      smaajob_caseload_get_citizen_at (crowd.caseload, 7, &error) != NULL,
      smaajob_market_save (NULL, market_path, &error),
      smaajob_market_save (crowd.market, NULL, &error),
      smaajob_caseload_save (NULL, caseload_path, &error),
      smaajob_caseload_save (crowd.caseload, NULL, &error),
      smaajob_market_new_from_file (NULL, market_path, &error) != NULL,
      smaajob_market_new_from_file (vocabulary, NULL, &error) != NULL,
      smaajob_caseload_new_from_file (NULL, market_path, &error) != NULL,
      smaajob_caseload_new_from_file (vocabulary, NULL, &error) != NULL,
      smaajob_market_pack_ndjson (NULL, market_path, market_path, NULL, &error),
      smaajob_caseload_pack_ndjson (vocabulary, NULL, market_path, NULL, &error),
      smaajob_caseload_pack_ndjson (vocabulary, market_path, NULL, NULL, &error),
      smaajob_packed_check (NULL, market_path, &error),
      smaajob_packed_check (vocabulary, NULL, &error),
  };

  assert_fault (&error, SMAAJOB_ERROR_ARGUMENT, "");
  for (size_t i = 0; i < COUNT (done); i++)
    ck_assert (!done[i]);
}
END_TEST

START_TEST (a_file_that_cannot_be_read_or_written_is_told)
{
  SmaajobVocabulary *vocabulary = crowd.world.vocabulary;
  char path[80], *const told = error.message;

  ck_assert_ptr_null (smaajob_market_new_from_file (vocabulary, "/nowhere/market", &error));
  assert_fault (&error, SMAAJOB_ERROR_FILE, "");
  ck_assert_str_eq (told, "cannot be opened: there is no such file or directory");
  ck_assert_ptr_null (smaajob_caseload_new_from_file (vocabulary, directory, &error));
  assert_fault (&error, SMAAJOB_ERROR_FILE, "");
  ck_assert_str_eq (told, "cannot be read: it is a directory");
  ck_assert (!smaajob_market_save (crowd.market, "/nowhere/market", &error));
  assert_fault (&error, SMAAJOB_ERROR_FILE, "");
  ck_assert_str_eq (told, "cannot be written: there is no such file or directory");
  ck_assert (!smaajob_caseload_pack_ndjson (vocabulary, "/nowhere", caseload_path, NULL, &error));
  assert_fault (&error, SMAAJOB_ERROR_FILE, "");
  sprintf (path, "%s/full", directory);
  ck_assert_int_eq (mkdir (path, 0700), 0);
  ck_assert (!smaajob_market_save (crowd.market, path, &error)); /* leaves nothing beside it */
  assert_fault (&error, SMAAJOB_ERROR_FILE, "");
  ck_assert_int_eq (rmdir (path), 0);
}
END_TEST

START_TEST (a_file_is_its_owners_alone_unless_the_one_before_was_not)
{
  struct stat status;

  save (&crowd);
  ck_assert_int_eq (stat (caseload_path, &status), 0);
  ck_assert_uint_eq (status.st_mode & 0777, 0600);
  ck_assert_int_eq (chmod (caseload_path, 0640), 0);
  save (&crowd);
  ck_assert_int_eq (stat (caseload_path, &status), 0);
  ck_assert_uint_eq (status.st_mode & 0777, 0640);
}
END_TEST

START_TEST (a_pipe_is_neither_replaced_nor_opened)
{
  struct stat status;

  ck_assert_int_eq (mkfifo (spare_path, 0600), 0);
  ck_assert_int_eq (smaajob_packed_get_kind (spare_path), SMAAJOB_PACKED_NONE); /* does not wait */
  ck_assert (!smaajob_market_save (crowd.market, spare_path, &error));
  assert_fault (&error, SMAAJOB_ERROR_FILE, "");
  ck_assert_str_eq (error.message, "cannot be written: it is a device or a pipe");
  ck_assert_ptr_null (smaajob_market_new_from_file (crowd.world.vocabulary, spare_path, &error));
  assert_fault (&error, SMAAJOB_ERROR_FILE, "");
  ck_assert_str_eq (error.message, "cannot be read: it is a device or a pipe");
  ck_assert_ptr_null (smaajob_caseload_new_from_file (crowd.world.vocabulary, spare_path, &error));
  assert_fault (&error, SMAAJOB_ERROR_FILE, "");
  ck_assert (!smaajob_packed_check (crowd.world.vocabulary, spare_path, &error));
  assert_fault (&error, SMAAJOB_ERROR_FILE, "");
  ck_assert_int_eq (lstat (spare_path, &status), 0);
  ck_assert (S_ISFIFO (status.st_mode));
}
END_TEST

START_TEST (what_a_link_points_to_is_replaced)
{
  struct stat status;

  save (&crowd);
  ck_assert_int_eq (symlink (market_path, spare_path), 0);
  ck_assert (smaajob_caseload_save (crowd.caseload, spare_path, &error));
  ck_assert_int_eq (lstat (spare_path, &status), 0);
  ck_assert (S_ISLNK (status.st_mode));
  ck_assert_int_eq (smaajob_packed_get_kind (market_path), SMAAJOB_PACKED_CASELOAD);
}
END_TEST

/* --- lines at fault --- */

typedef struct {
  unsigned lines[16], n;
  SmaajobErrorCode codes[16];
  bool with_text[16];
  unsigned most; /* then it ends */
  unsigned ticks, ticks_left;
  uint64_t done, all, documents;
} Told;

static bool
tell_error (const SmaajobError *fault, const char *line, size_t length, void *data)
{
  Told *told = data;

  told->lines[told->n] = fault->line;
  told->codes[told->n] = fault->code;
  told->with_text[told->n] = line != NULL && length > 0;
  return told->n++ < told->most;
}

static bool
tell_progress (uint64_t done, uint64_t all, uint64_t documents, void *data)
{
  Told *told = data;

  told->ticks++;
  told->done = done;
  told->all = all;
  told->documents = documents;
  return told->ticks_left == 0 || --told->ticks_left > 0;
}

/* Two good lines, an empty one, and all that can be wrong with one. */
static Bytes
make_bad_text (void)
{
  Bytes text = {NULL, 0};
  FILE *file = open_memstream (&text.bytes, &text.n);
  const char *first = crowd.citizens_text, *second = strchr (first, '\n') + 1;

  fprintf (file, "%.*s\n\n", (int) (second - first), first);
  fprintf (file, "{]\n%.*s", (int) (second - first), first);
  for (int i = 0; i < 5000000; i++)
    fputc ('x', file);
  fprintf (file, "\n\xff\n%.*s", (int) strcspn (second, "\n"), second);
  fclose (file);
  return text;
}

static bool
pack_bad_text (Told *told)
{
  const SmaajobPackingOptions options = {
      .on_error = tell_error, .progress = tell_progress, .data = told};
  Bytes text = make_bad_text ();
  bool done;

  write_bytes (spare_path, text.bytes, text.n);
  free (text.bytes);
  done = smaajob_caseload_pack_ndjson (crowd.world.vocabulary, spare_path, caseload_path, &options,
                                       &error);
  ck_assert (!done || told->done == text.n);
  ck_assert (told->ticks == 0 || told->all == text.n);
  return done;
}

START_TEST (lines_at_fault_are_told_and_left_out)
{
  Told told = {.most = 16};
  SmaajobCaseload *caseload;

  ck_assert_msg (pack_bad_text (&told), "%s", error.message);
  ck_assert_uint_eq (told.n, 4);
  ck_assert_uint_eq (told.lines[0], 4);
  ck_assert_int_eq (told.codes[0], SMAAJOB_ERROR_SYNTAX);
  ck_assert_uint_eq (told.lines[1], 6);
  ck_assert_int_eq (told.codes[1], SMAAJOB_ERROR_SIZE);
  ck_assert (told.with_text[0] && !told.with_text[1] && told.with_text[2] && !told.with_text[3]);
  ck_assert_uint_eq (told.lines[2], 7);
  ck_assert_int_eq (told.codes[2], SMAAJOB_ERROR_ENCODING);
  ck_assert_uint_eq (told.lines[3], 5);
  ck_assert_int_eq (told.codes[3], SMAAJOB_ERROR_DUPLICATE);
  ck_assert_uint_eq (told.documents, 3);
  caseload = map_caseload ();
  ck_assert_uint_eq (smaajob_caseload_get_n_citizens (caseload), 2);
  for (size_t i = 0; i < 2; i++)
    ck_assert_str_eq (smaajob_caseload_get_citizen_id_at (caseload, i),
                      smaajob_citizen_get_id (crowd.citizens[i]));
  smaajob_caseload_free (caseload);
}
END_TEST

START_TEST (packing_ends_when_it_is_told_to_and_leaves_what_was_there)
{
  const SmaajobErrorCode codes[] = {SMAAJOB_ERROR_SYNTAX, SMAAJOB_ERROR_SIZE,
                                    SMAAJOB_ERROR_ENCODING, SMAAJOB_ERROR_DUPLICATE};

  write_bytes (caseload_path, "before", 6);
  for (unsigned most = 0; most < 4; most++) {
    Told told = {.most = most};
    Bytes left;

    ck_assert (!pack_bad_text (&told));
    ck_assert_int_eq (error.code, codes[most]);
    ck_assert_uint_eq (error.line, told.lines[most]);
    left = read_bytes (caseload_path);
    ck_assert (left.n == 6 && memcmp (left.bytes, "before", 6) == 0);
    free (left.bytes);
  }
  ck_assert (!pack_bad_text (&(Told){.most = 16, .ticks_left = 1}));
  assert_fault (&error, SMAAJOB_ERROR_CANCELLED, "");
}
END_TEST

/* --- memory --- */

static bool
pack_everything (SmaajobError *fault)
{
  SmaajobMarket *market = NULL;
  SmaajobCaseload *caseload = NULL;
  char *told = NULL;
  bool done =
      smaajob_market_save (crowd.market, market_path, fault) &&
      smaajob_caseload_pack_ndjson (crowd.world.vocabulary, spare_path, caseload_path, NULL, fault);

  if (done)
    market = smaajob_market_new_from_file (crowd.world.vocabulary, market_path, fault);
  if (market != NULL)
    caseload = smaajob_caseload_new_from_file (crowd.world.vocabulary, caseload_path, fault);
  if (caseload != NULL) {
    SmaajobPolicy *policy = smaajob_policy_new (fault);
    SmaajobRankingOptions options = {.policy = policy, .top = 2, .receive = receive_ranking};
    size_t n;
    FILE *text = open_memstream (&told, &n);

    options.data = text;
    done = policy != NULL && append_objects (text, caseload, market, fault) &&
           smaajob_rank_citizens (caseload, market, &options, fault);
    fclose (text);
    smaajob_policy_free (policy);
  }
  free (told);
  smaajob_market_free (market);
  smaajob_caseload_free (caseload);
  return done && caseload != NULL;
}

START_TEST (when_memory_runs_out_it_is_told)
{
  write_bytes (spare_path, crowd.citizens_text, strlen (crowd.citizens_text));
  assert_told_when_memory_runs_out (pack_everything);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {what_is_mapped_says_what_was_packed,
                                an_empty_market_and_caseload_are_packed_too,
                                a_mapped_file_is_packed_again_to_the_same_bytes,
                                ndjson_is_packed_to_what_its_objects_are,
                                a_packed_file_is_known_by_its_first_bytes,
                                what_is_got_lives_on_after_the_file_is_given_up,
                                what_is_not_there_is_an_argument_fault,
                                a_file_that_cannot_be_read_or_written_is_told,
                                a_file_is_its_owners_alone_unless_the_one_before_was_not,
                                a_pipe_is_neither_replaced_nor_opened,
                                what_a_link_points_to_is_replaced,
                                lines_at_fault_are_told_and_left_out,
                                packing_ends_when_it_is_told_to_and_leaves_what_was_there,
                                when_memory_runs_out_it_is_told};
  Suite *suite = suite_create ("packing");

  tcase_add_checked_fixture (add_case (suite, "packing", tests, COUNT (tests)), set_up, tear_down);
  return run_suite (suite);
}
