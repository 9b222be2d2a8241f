/* SPDX-License-Identifier: Apache-2.0 */
/* Packed files of which something is not as it was written. SMAAJOB_TEST_SEED says which forgeries
   are tried. */
#include "support-packing.h"

#include "base/checksum.h"
#include "effort.h"
#include "many/packed.h"

static SmaajobError error;
static Crowd crowd;
static char *expected; /* what the whole files tell */

static void
set_up (void)
{
  make_directory ();
  crowd = crowd_make (31, CROWD_ANY, 3, 3);
  ck_assert (smaajob_market_save (crowd.market, market_path, &error));
  ck_assert (smaajob_caseload_save (crowd.caseload, caseload_path, &error));
  expected = tell_everything (crowd.caseload, crowd.market, 1, &error);
}

static void
tear_down (void)
{
  free (expected);
  crowd_clear (&crowd);
  remove_directory ();
  ck_assert_uint_eq (bytes_in_use, 0);
}

/* What the two files tell; NULL after telling what is wrong with them. */
static char *
tell_files (const char *market_file, const char *caseload_file)
{
  SmaajobMarket *market =
      smaajob_market_new_from_file (crowd.world.vocabulary, market_file, &error);
  SmaajobCaseload *caseload =
      market == NULL
          ? NULL
          : smaajob_caseload_new_from_file (crowd.world.vocabulary, caseload_file, &error);
  char *told = caseload == NULL ? NULL : tell_everything (caseload, market, 1, &error);

  smaajob_market_free (market);
  smaajob_caseload_free (caseload);
  return told;
}

static bool
is_told (SmaajobErrorCode code)
{
  return code == SMAAJOB_ERROR_DAMAGED || code == SMAAJOB_ERROR_FORMAT;
}

/* The one that is put in place of the market or the caseload tells what that told, or nothing. */
static bool
spare_is_refused_or_harmless (bool market)
{
  char *told = tell_files (market ? spare_path : market_path, market ? caseload_path : spare_path);
  bool refused = told == NULL;

  if (refused)
    ck_assert_msg (is_told (error.code), "%s", error.message);
  else
    ck_assert_str_eq (told, expected);
  free (told);
  return refused;
}

/* The most that may fill up between two sections and two images: it is not missed. */
static size_t
count_filling (const Bytes *whole)
{
  const StoreHead *head = (const StoreHead *) whole->bytes;
  size_t n = whole->n - sizeof *head + (size_t) head->n * 7;

  for (int i = 0; i < STORE_SECTIONS; i++)
    n -= head->sections[i].size;
  return n;
}

static void
damage_every_byte (bool market)
{
  Bytes whole = read_bytes (market ? market_path : caseload_path);
  size_t n_refused = 0;

  for (size_t i = 0; i < whole.n; i++) {
    whole.bytes[i] ^= (char) (1 << i % 8);
    write_bytes (spare_path, whole.bytes, whole.n);
    n_refused += spare_is_refused_or_harmless (market);
    whole.bytes[i] ^= (char) (1 << i % 8);
  }
  ck_assert_uint_ge (n_refused + count_filling (&whole), whole.n);
  free (whole.bytes);
}

START_TEST (damage_of_any_byte_of_a_market_is_refused_or_harmless)
{
  damage_every_byte (true);
}
END_TEST

START_TEST (damage_of_any_byte_of_a_caseload_is_refused_or_harmless)
{
  damage_every_byte (false);
}
END_TEST

static void
assert_cut_short_is_refused (const char *path, bool market)
{
  Bytes whole = read_bytes (path);

  for (size_t n = 0; n < whole.n; n += n < 2000 ? 1 : 37) {
    write_bytes (spare_path, whole.bytes, n);
    ck_assert (spare_is_refused_or_harmless (market));
  }
  whole.bytes = realloc (whole.bytes, whole.n + 1);
  whole.bytes[whole.n] = 0;
  write_bytes (spare_path, whole.bytes, whole.n + 1);
  ck_assert (spare_is_refused_or_harmless (market));
  free (whole.bytes);
}

START_TEST (a_file_of_another_length_is_refused)
{
  assert_cut_short_is_refused (market_path, true);
  assert_cut_short_is_refused (caseload_path, false);
}
END_TEST

static void
seal_head (StoreHead *head)
{
  head->checksum = checksum_of (head, offsetof (StoreHead, checksum));
}

START_TEST (a_foreign_file_is_refused_by_name)
{
  enum { MAGIC, ORDER, VERSION, LAYOUT, MODEL, KIND, VOCABULARY, N };
  const char *const told[N] = {
      "not a packed file, expected one that smaajob pack has written",
      "packed on a machine of the other byte order, expected this machine's; pack the documents "
      "here",
      "packed in format 10, expected 11; pack the documents again",
      "packed by a build of another layout, expected this build's; pack the documents again",
      "packed for model 0, expected 1; pack the documents again",
      "a caseload, expected a market",
      "packed with the vocabulary none, expected ",
  };

  for (int i = 0; i < N; i++) {
    Bytes whole = read_bytes (market_path);
    StoreHead *head = (StoreHead *) whole.bytes;

    head->magic[1] = (char) (i == MAGIC ? 'S' : head->magic[1]);
    head->order = i == ORDER ? 0x04030201 : head->order;
    head->version -= i == VERSION;
    head->layout += i == LAYOUT;
    head->model[0] = (char) (head->model[0] - (i == MODEL));
    head->kind = i == KIND ? SMAAJOB_PACKED_CASELOAD : head->kind;
    if (i == VOCABULARY)
      strcpy (head->vocabulary, "none");
    seal_head (head);
    write_bytes (spare_path, whole.bytes, whole.n);
    ck_assert_ptr_null (smaajob_market_new_from_file (crowd.world.vocabulary, spare_path, &error));
    assert_fault (&error, SMAAJOB_ERROR_FORMAT, "");
    ck_assert_msg (strncmp (error.message, told[i], strlen (told[i])) == 0, "%s", error.message);
    free (whole.bytes);
  }
}
END_TEST

START_TEST (a_file_of_another_vocabulary_is_refused)
{
  SmaajobVocabulary *own = smaajob_vocabulary_new (&error);
  const char text[] = "{\"format\":\"smaajob.vocabulary/1\",\"version\":\"1\",\"competencies\":"
                      "[{\"id\":\"x\",\"label\":{\"en\":\"x\"}}]}";
  SmaajobVocabulary *more = smaajob_vocabulary_new_from_json (own, text, sizeof text - 1, &error);

  ck_assert_msg (more != NULL, "%s", error.message);
  ck_assert_ptr_null (smaajob_caseload_new_from_file (more, caseload_path, &error));
  assert_fault (&error, SMAAJOB_ERROR_FORMAT, "");
  ck_assert (!smaajob_packed_check (more, market_path, &error));
  assert_fault (&error, SMAAJOB_ERROR_FORMAT, "");
  smaajob_vocabulary_free (more);
  smaajob_vocabulary_free (own);
}
END_TEST

START_TEST (an_object_that_is_damaged_is_told_by_its_number)
{
  for (int kind = 0; kind < 2; kind++) {
    Bytes whole = read_bytes (kind == 0 ? market_path : caseload_path);
    const StoreHead *head = (const StoreHead *) whole.bytes;
    const StoreEntry *entries =
        (const StoreEntry *) (whole.bytes + head->sections[STORE_ENTRIES].offset);

    whole.bytes[head->sections[STORE_IMAGES].offset + entries[2].offset + entries[2].size / 2] ^= 1;
    write_bytes (spare_path, whole.bytes, whole.n);
    ck_assert (spare_is_refused_or_harmless (kind == 0));
    assert_fault (&error, SMAAJOB_ERROR_DAMAGED, "/2");
    ck_assert (!smaajob_packed_check (crowd.world.vocabulary, spare_path, &error));
    assert_fault (&error, SMAAJOB_ERROR_DAMAGED, "/2");
    free (whole.bytes);
  }
}
END_TEST

START_TEST (damage_that_was_seen_once_ends_whatever_ranks_or_scores_the_market)
{
  Bytes whole = read_bytes (market_path);
  const StoreHead *head = (const StoreHead *) whole.bytes;
  const StoreEntry *entries =
      (const StoreEntry *) (whole.bytes + head->sections[STORE_ENTRIES].offset);
  SmaajobPolicy *policy = smaajob_policy_new (&error);
  const SmaajobScoresOptions none = {.policy = policy};
  const SmaajobRankingOptions options = {.policy = policy};
  SmaajobMarket *market;

  whole.bytes[head->sections[STORE_IMAGES].offset + entries[1].offset + entries[1].size / 2] ^= 1;
  write_bytes (spare_path, whole.bytes, whole.n);
  market = smaajob_market_new_from_file (crowd.world.vocabulary, spare_path, &error);
  ck_assert (smaajob_score_citizens (crowd.caseload, market, &none, NULL, &error));
  ck_assert_str_eq (smaajob_market_get_opening_id_at (market, 1), "");
  ck_assert (!smaajob_score_citizens (crowd.caseload, market, &none, NULL, &error));
  assert_fault (&error, SMAAJOB_ERROR_DAMAGED, "/1");
  ck_assert_ptr_null (
      smaajob_ranking_new_for_citizen (crowd.citizens[0], market, &options, &error));
  assert_fault (&error, SMAAJOB_ERROR_DAMAGED, "/1");
  ck_assert_str_ne (smaajob_market_get_opening_id_at (market, 2), "");
  smaajob_market_free (market);
  smaajob_policy_free (policy);
  free (whole.bytes);
}
END_TEST

/* So many openings are ranked for by sweeps. */
#define MANY_OPENINGS 60

START_TEST (a_damaged_opening_ends_the_rankings_of_a_market_that_is_swept)
{
  Crowd many = crowd_make (32, CROWD_ANY, 5, MANY_OPENINGS);
  SmaajobMarket *market;
  Bytes whole;
  char *told;

  ck_assert (smaajob_market_save (many.market, spare_path, &error));
  whole = read_bytes (spare_path);
  for (uint32_t i = 0; i < MANY_OPENINGS; i += 7) {
    const StoreHead *head = (const StoreHead *) whole.bytes;
    const StoreEntry *entries =
        (const StoreEntry *) (whole.bytes + head->sections[STORE_ENTRIES].offset);
    char *byte = &whole.bytes[head->sections[STORE_IMAGES].offset + entries[i].offset + 100];
    FILE *text = tmpfile ();
    SmaajobRankingOptions options = {.policy = many.world.policy,
                                     .top = MANY_OPENINGS,
                                     .receive = receive_ranking,
                                     .data = text};

    *byte ^= 1;
    write_bytes (spare_path, whole.bytes, whole.n);
    market = smaajob_market_new_from_file (many.world.vocabulary, spare_path, &error);
    ck_assert_msg (market != NULL, "%s", error.message);
    ck_assert (!smaajob_rank_openings (market, many.caseload, &options, &error));
    ck_assert_int_eq (error.code, SMAAJOB_ERROR_DAMAGED);
    ck_assert_int_eq (atoi (error.pointer + 1), (int) i);
    smaajob_market_free (market);
    fclose (text);
    *byte ^= 1;
  }
  write_bytes (spare_path, whole.bytes, whole.n);
  market = smaajob_market_new_from_file (many.world.vocabulary, spare_path, &error);
  told = tell_everything (many.caseload, market, 2, &error);
  ck_assert_ptr_nonnull (told);
  free (told);
  free (whole.bytes);
  smaajob_market_free (market);
  crowd_clear (&many);
}
END_TEST

/* --- forgeries: every checksum is right --- */

static bool
is_inside (uint64_t offset, uint64_t size, uint64_t whole)
{
  return offset <= whole && size <= whole - offset;
}

static void
seal_images (Bytes *whole, const StoreSection *images, const StoreSection *entries)
{
  StoreEntry *entry = (StoreEntry *) (whole->bytes + entries->offset);

  if (entries->offset % 8 != 0 || !is_inside (images->offset, images->size, whole->n) ||
      !is_inside (entries->offset, entries->size, whole->n))
    return;
  for (uint32_t i = 0; i < entries->size / sizeof *entry; i++)
    if (is_inside (entry[i].offset, entry[i].size, images->size))
      entry[i].checksum =
          (uint32_t) checksum_of (whole->bytes + images->offset + entry[i].offset, entry[i].size);
}

static void
seal (Bytes *whole)
{
  StoreHead *head = (StoreHead *) whole->bytes;

  seal_images (whole, &head->sections[STORE_IMAGES], &head->sections[STORE_ENTRIES]);
  for (int i = STORE_ENTRIES; i < STORE_SECTIONS; i++) {
    StoreSection *section = &head->sections[i];

    if (is_inside (section->offset, section->size, whole->n))
      section->checksum = checksum_of (whole->bytes + section->offset, section->size);
  }
  seal_head (head);
}

/* What is in a section of a market. */
static void *
section_of (const Bytes *whole, SectionId id)
{
  const StoreHead *head = (const StoreHead *) whole->bytes;

  return whole->bytes + head->sections[STORE_FIRST + id].offset;
}

/* A market of openings that say nothing but what they are called. */
static SmaajobMarket *
make_alike (int n)
{
  char *text;
  size_t length;
  FILE *file = open_memstream (&text, &length);
  SmaajobMarket *market;

  for (int i = 0; i < n; i++)
    fprintf (file,
             "{\"format\":\"smaajob.opening/1\",\"id\":\"o-%d\",\"tasks\":[{\"id\":\"t\"}]}\n", i);
  fclose (file);
  market = smaajob_market_new_from_ndjson (crowd.world.vocabulary, text, length, &error);
  free (text);
  ck_assert_msg (market != NULL, "%s", error.message);
  return market;
}

/* Two records of one id, or two openings. */
static void
assert_two_of_one_id_are_not_packed (const char *path)
{
  Bytes whole = read_bytes (path);
  const StoreHead *head = (const StoreHead *) whole.bytes;
  StoreEntry *entries = (StoreEntry *) (whole.bytes + head->sections[STORE_ENTRIES].offset);
  SmaajobCaseload *caseload = NULL;
  SmaajobMarket *market = NULL;

  entries[2] = entries[0];
  seal (&whole);
  write_bytes (spare_path, whole.bytes, whole.n);
  if (path == market_path)
    market = smaajob_market_new_from_file (crowd.world.vocabulary, spare_path, &error);
  else
    caseload = smaajob_caseload_new_from_file (crowd.world.vocabulary, spare_path, &error);
  ck_assert_msg (market != NULL || caseload != NULL, "%s", error.message);
  memset (&error, 0, sizeof error);
  ck_assert (path == market_path ? !smaajob_market_save (market, spare_path, &error)
                                 : !smaajob_caseload_save (caseload, spare_path, &error));
  assert_fault (&error, SMAAJOB_ERROR_DAMAGED, "/2");
  ck_assert (path == market_path ? !smaajob_market_save (market, spare_path, NULL)
                                 : !smaajob_caseload_save (caseload, spare_path, NULL));
  smaajob_market_free (market);
  smaajob_caseload_free (caseload);
  free (whole.bytes);
}

START_TEST (what_has_two_of_one_id_is_not_packed_and_it_is_told)
{
  SmaajobMarket *market = make_alike (3);

  assert_two_of_one_id_are_not_packed (caseload_path);
  ck_assert (smaajob_market_save (market, market_path, &error));
  assert_two_of_one_id_are_not_packed (market_path);
  smaajob_market_free (market);
}
END_TEST

START_TEST (a_market_whose_openings_do_not_follow_one_another_is_refused)
{
  enum { FIRST, TASKS, REQUIREMENTS, LAST, BLOCK, N };

  for (int i = 0; i < N; i++) {
    Bytes whole = read_bytes (market_path);
    PackedStart *starts = section_of (&whole, SECTION_starts);
    Start *block = section_of (&whole, SECTION_block_starts);

    starts[0].requirement += i == FIRST;
    starts[1].task += i == TASKS ? OPENING_MAX_TASKS : 0;
    starts[1].requirement += i == REQUIREMENTS ? starts[2].requirement + 1 : 0;
    starts[3].task += i == LAST;
    block->task -= i == BLOCK;
    seal (&whole);
    write_bytes (spare_path, whole.bytes, whole.n);
    ck_assert_ptr_null (smaajob_market_new_from_file (crowd.world.vocabulary, spare_path, &error));
    assert_fault (&error, SMAAJOB_ERROR_DAMAGED, "");
    free (whole.bytes);
  }
}
END_TEST

/* Numbers at the edges do the most harm. */
static void
forge (Random *random, Bytes *whole)
{
  const uint32_t edges[] = {0, 1, 2, 3, 255, 256, 65535, 0x7fffffff, 0x80000000, 0xffffffff};
  size_t from = random_chance (random, 10) ? 64 : sizeof (StoreHead);

  for (int n = random_between (random, 1, 3); n > 0; n--) {
    size_t at = from + (size_t) random_below (random, (int) (whole->n - from - 4));
    uint32_t value = edges[random_below (random, (int) COUNT (edges))];

    if (random_chance (random, 50)) {
      whole->bytes[at] = (char) random_below (random, 256);
    } else {
      at -= at % 4;
      memcpy (whole->bytes + at, &value, random_chance (random, 50) ? 4 : 2);
    }
  }
}

START_TEST (a_forged_file_is_refused_or_says_something_else)
{
  const uint64_t seed = number_from ("SMAAJOB_TEST_SEED", 5);
  const int n = (int) number_from ("SMAAJOB_TEST_FORGERIES", 4000);
  int n_told = 0;

  for (int i = 0; i < n; i++) {
    Random random = random_make (seed, (uint64_t) i);
    bool market = random_chance (&random, 60);
    Bytes whole = read_bytes (market ? market_path : caseload_path);
    char *told;

    forge (&random, &whole);
    seal (&whole);
    write_bytes (spare_path, whole.bytes, whole.n);
    told = tell_files (market ? spare_path : market_path, market ? caseload_path : spare_path);
    ck_assert_msg (told != NULL || is_told (error.code), "%d: %s", i, error.message);
    n_told += told != NULL;
    free (told);
    free (whole.bytes);
  }
  ck_assert_int_gt (n_told, n / 20);
  ck_assert_int_lt (n_told, n * 19 / 20);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {damage_of_any_byte_of_a_market_is_refused_or_harmless,
                                damage_of_any_byte_of_a_caseload_is_refused_or_harmless,
                                a_file_of_another_length_is_refused,
                                a_foreign_file_is_refused_by_name,
                                a_file_of_another_vocabulary_is_refused,
                                an_object_that_is_damaged_is_told_by_its_number,
                                damage_that_was_seen_once_ends_whatever_ranks_or_scores_the_market,
                                a_damaged_opening_ends_the_rankings_of_a_market_that_is_swept};
  const TTest *const forgeries[] = {what_has_two_of_one_id_is_not_packed_and_it_is_told,
                                    a_market_whose_openings_do_not_follow_one_another_is_refused,
                                    a_forged_file_is_refused_or_says_something_else};
  Suite *suite = suite_create ("packing-damage");

  tcase_add_checked_fixture (add_case (suite, "damage", tests, COUNT (tests)), set_up, tear_down);
  tcase_add_checked_fixture (add_case (suite, "forgery", forgeries, COUNT (forgeries)), set_up,
                             tear_down);
  return run_suite (suite);
}
