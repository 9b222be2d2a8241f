/* SPDX-License-Identifier: Apache-2.0 */
/* The scores of many pairs against smaajob_score() of each. */
#include "support-data.h"

#include "many.h"

#include <smaajob/smaajob.h>

static SmaajobError error;

/* What no score is, to see what has been written. */
#define UNTOUCHED -7

static void
leave_untouched (SmaajobScore *scores, size_t n)
{
  for (size_t i = 0; i < n; i++)
    scores[i] = (SmaajobScore){.score = UNTOUCHED};
}

static SmaajobScore
score_of (const Crowd *crowd, size_t citizen, size_t opening)
{
  const SmaajobPair pair = {crowd->citizens[citizen], crowd->openings[opening], SMAAJOB_UNKNOWN};
  SmaajobScore score;

  ck_assert (smaajob_score (&pair, crowd->world.policy, &score, &error));
  return score;
}

static void
assert_rows_are (const Crowd *crowd, const SmaajobScore *scores, size_t first, size_t n)
{
  size_t openings = (size_t) crowd->n_openings;

  for (size_t i = 0; i < n * openings; i++) {
    SmaajobScore expected = score_of (crowd, first + i / openings, i % openings);

    ck_assert_mem_eq (&scores[i], &expected, sizeof expected);
  }
}

START_TEST (every_range_gives_the_score_of_each_of_its_pairs)
{
  static SmaajobScore scores[CROWD_MOST * CROWD_MOST + 1];

  for (uint64_t seed = 1; seed <= 40; seed++) {
    Random random = random_make (seed, 3);
    int n_citizens = random_between (&random, 0, 20), n_openings = random_between (&random, 0, 50);
    Crowd crowd = crowd_make (seed, (CrowdSort) (seed % N_CROWD_SORTS), n_citizens, n_openings);
    size_t first = (size_t) random_between (&random, 0, n_citizens);
    size_t n = (size_t) random_between (&random, 0, n_citizens - (int) first);
    SmaajobScoresOptions options = {.policy = crowd.world.policy,
                                    .first = first,
                                    .n = n,
                                    .threads = (unsigned) random_between (&random, 0, 4)};

    leave_untouched (scores, COUNT (scores));
    ck_assert (smaajob_score_citizens (crowd.caseload, crowd.market, &options, scores, &error));
    assert_rows_are (&crowd, scores, first, n);
    ck_assert_int_eq (scores[n * (size_t) n_openings].score, UNTOUCHED);
    crowd_clear (&crowd);
  }
}
END_TEST

/* More openings than are scored between two looks at whether to stop. */
typedef struct {
  SmaajobVocabulary *vocabulary;
  SmaajobPolicy *policy;
  SmaajobCaseload *caseload;
  SmaajobMarket *market;
  SmaajobScore *scores;
  size_t n_citizens, n_openings;
} Town;

static char *
documents (const char *kind, const char *rest, size_t n)
{
  char *text = malloc (n * 200 + 1), *end = text;

  *end = '\0';
  for (size_t i = 0; i < n; i++)
    end += sprintf (end, "{\"format\":\"smaajob.%s/1\",\"id\":\"n-%zu\"%s}\n", kind, i, rest);
  return text;
}

static Town
town_make (size_t n_citizens, size_t n_openings)
{
  Town town = {.n_citizens = n_citizens, .n_openings = n_openings};
  char *citizens = documents ("citizen", ",\"needs\":[],\"hours\":{\"max\":10}", n_citizens);
  char *openings = documents ("opening", ",\"tasks\":[{\"id\":\"t\",\"requires\":[]}]", n_openings);

  town.vocabulary = smaajob_vocabulary_new (&error);
  town.policy = smaajob_policy_new (&error);
  town.caseload =
      smaajob_caseload_new_from_ndjson (town.vocabulary, citizens, strlen (citizens), &error);
  town.market =
      smaajob_market_new_from_ndjson (town.vocabulary, openings, strlen (openings), &error);
  ck_assert (town.caseload != NULL && town.market != NULL);
  town.scores = malloc (n_citizens * n_openings * sizeof *town.scores);
  free (citizens);
  free (openings);
  return town;
}

static void
town_clear (Town *town)
{
  smaajob_caseload_free (town->caseload);
  smaajob_market_free (town->market);
  smaajob_policy_free (town->policy);
  smaajob_vocabulary_free (town->vocabulary);
  free (town->scores);
}

typedef struct {
  uint64_t last, all;
  int calls, most;
} Told;

static bool
tell (uint64_t done, uint64_t all, void *data)
{
  Told *told = data;

  ck_assert_uint_ge (done, told->last);
  ck_assert_uint_le (done, all);
  told->last = done;
  told->all = all;
  return ++told->calls < told->most;
}

START_TEST (progress_is_told_up_to_the_end)
{
  Town town = town_make (3, 1100);

  for (int round = 0; round < 40; round++)
    for (unsigned threads = 0; threads <= 4; threads++) {
      Told told = {.most = 1000};
      SmaajobScoresOptions options = {
          .policy = town.policy, .n = 3, .threads = threads, .progress = tell, .data = &told};

      ck_assert (
          smaajob_score_citizens (town.caseload, town.market, &options, town.scores, &error));
      ck_assert_uint_eq (told.last, 3300);
      ck_assert_uint_eq (told.all, 3300);
      ck_assert (threads > 1 || told.calls == 9);
    }
  town_clear (&town);
}
END_TEST

START_TEST (what_is_stopped_says_so_and_leaves_the_rest_unchanged)
{
  Town town = town_make (4, 1100);

  for (unsigned threads = 0; threads <= 3; threads++)
    for (int most = 1; most <= 3; most++) {
      Told told = {.most = most};
      SmaajobScoresOptions options = {
          .policy = town.policy, .n = 4, .threads = threads, .progress = tell, .data = &told};
      size_t untouched = 0;

      leave_untouched (town.scores, 4400);
      if (smaajob_score_citizens (town.caseload, town.market, &options, town.scores, &error)) {
        ck_assert_int_lt (told.calls, most);
        continue;
      }
      assert_fault (&error, SMAAJOB_ERROR_CANCELLED, "");
      ck_assert_int_eq (told.calls, most);
      for (size_t i = 0; i < 4400; i++)
        untouched += town.scores[i].score == UNTOUCHED;
      if (threads <= 1)
        ck_assert_uint_eq (untouched, 4400 - told.last);
    }
  town_clear (&town);
}
END_TEST

START_TEST (scoring_many_takes_no_memory_and_gives_it_back)
{
  Crowd crowd = crowd_make (8, CROWD_ANY, 10, 40);
  size_t before = bytes_in_use;
  static SmaajobScore scores[400];
  SmaajobScoresOptions options = {.policy = crowd.world.policy, .n = 10, .threads = 2};

  ck_assert (smaajob_score_citizens (crowd.caseload, crowd.market, &options, scores, &error));
  ck_assert_uint_eq (bytes_in_use, before);
  crowd_clear (&crowd);
}
END_TEST

START_TEST (what_cannot_be_scored_is_told_and_changes_nothing)
{
  Crowd crowd = crowd_make (2, CROWD_ANY, 2, 2), other = crowd_make (4, CROWD_ANY, 2, 2);
  SmaajobPolicy *policy = crowd.world.policy;
  SmaajobScore scores[4];
  const struct {
    SmaajobCaseload *caseload;
    SmaajobMarket *market;
    SmaajobScoresOptions options;
    SmaajobScore *scores;
    SmaajobErrorCode code;
  } rows[] = {
      {NULL, crowd.market, {policy, 0, 2, 1, NULL, NULL}, scores, SMAAJOB_ERROR_ARGUMENT},
      {crowd.caseload, NULL, {policy, 0, 2, 1, NULL, NULL}, scores, SMAAJOB_ERROR_ARGUMENT},
      {crowd.caseload, crowd.market, {NULL, 0, 2, 1, NULL, NULL}, scores, SMAAJOB_ERROR_ARGUMENT},
      {crowd.caseload, crowd.market, {policy, 0, 2, 1, NULL, NULL}, NULL, SMAAJOB_ERROR_ARGUMENT},
      {crowd.caseload, other.market, {policy, 0, 2, 1, NULL, NULL}, scores, SMAAJOB_ERROR_ARGUMENT},
      {crowd.caseload, crowd.market, {policy, 0, 2, 257, NULL, NULL}, scores, SMAAJOB_ERROR_RANGE},
      {crowd.caseload, crowd.market, {policy, 0, 3, 1, NULL, NULL}, scores, SMAAJOB_ERROR_RANGE},
      {crowd.caseload, crowd.market, {policy, 1, 2, 1, NULL, NULL}, scores, SMAAJOB_ERROR_RANGE},
      {crowd.caseload, crowd.market, {policy, 3, 0, 1, NULL, NULL}, scores, SMAAJOB_ERROR_RANGE},
      {crowd.caseload,
       crowd.market,
       {policy, SIZE_MAX, 2, 1, NULL, NULL},
       scores,
       SMAAJOB_ERROR_RANGE},
      {crowd.caseload,
       crowd.market,
       {policy, 2, SIZE_MAX, 1, NULL, NULL},
       scores,
       SMAAJOB_ERROR_RANGE}};

  leave_untouched (scores, 4);
  for (size_t i = 0; i < COUNT (rows); i++) {
    ck_assert (!smaajob_score_citizens (rows[i].caseload, rows[i].market, &rows[i].options,
                                        rows[i].scores, &error));
    assert_fault (&error, rows[i].code, rows[i].options.threads > 256 ? "/threads" : "");
    for (int j = 0; j < 4; j++)
      ck_assert_int_eq (scores[j].score, UNTOUCHED);
  }
  ck_assert (!smaajob_score_citizens (crowd.caseload, crowd.market, NULL, scores, &error));
  assert_fault (&error, SMAAJOB_ERROR_ARGUMENT, "");
  crowd_clear (&crowd);
  crowd_clear (&other);
}
END_TEST

START_TEST (of_nobody_or_nothing_no_scores_are_needed)
{
  const int sizes[][2] = {{0, 0}, {0, 3}, {3, 0}, {3, 3}};

  for (size_t i = 0; i < COUNT (sizes); i++) {
    Crowd crowd = crowd_make (i, CROWD_ANY, sizes[i][0], sizes[i][1]);
    SmaajobScoresOptions options = {.policy = crowd.world.policy,
                                    .first = (size_t) sizes[i][0],
                                    .threads = 2,
                                    .progress = tell};

    ck_assert (smaajob_score_citizens (crowd.caseload, crowd.market, &options, NULL, &error));
    crowd_clear (&crowd);
  }
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {every_range_gives_the_score_of_each_of_its_pairs,
                                progress_is_told_up_to_the_end,
                                what_is_stopped_says_so_and_leaves_the_rest_unchanged,
                                scoring_many_takes_no_memory_and_gives_it_back,
                                what_cannot_be_scored_is_told_and_changes_nothing,
                                of_nobody_or_nothing_no_scores_are_needed};
  Suite *suite = suite_create ("scores");

  add_case (suite, "scores", tests, COUNT (tests));
  return run_suite (suite);
}
