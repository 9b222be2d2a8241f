/* SPDX-License-Identifier: Apache-2.0 */
/* Every ranking against scoring and matching each pair and sorting. SMAAJOB_TEST_PAIRS says of how
   many pairs, SMAAJOB_TEST_SEED which. */
#include "support-data.h"

#include "many.h"

#include <smaajob/smaajob.h>

static SmaajobError error;

static void
assert_score_is (const SmaajobScore *found, const SmaajobScore *expected)
{
  ck_assert_int_eq (found->verdict, expected->verdict);
  ck_assert_int_eq (found->score, expected->score);
  ck_assert_int_eq (found->low, expected->low);
  ck_assert_int_eq (found->high, expected->high);
  ck_assert_int_eq (found->coverage, expected->coverage);
  ck_assert_int_eq (found->potential, expected->potential);
  ck_assert_int_eq (found->side_citizen, expected->side_citizen);
  ck_assert_int_eq (found->side_employer, expected->side_employer);
}

static void
assert_ranking_is (const SmaajobRanking *ranking, const BruteForce *expected, size_t n_pairs,
                   const SmaajobRankingOptions *options)
{
  size_t n = options->top < (size_t) expected->n ? options->top : (size_t) expected->n;

  ck_assert_uint_eq (smaajob_ranking_get_n_ranked (ranking), n);
  ck_assert_uint_eq (smaajob_ranking_get_n_pairs (ranking), n_pairs);
  ck_assert_uint_le (smaajob_ranking_get_n_scored (ranking), n_pairs);
  for (size_t i = 0; i < n; i++) {
    SmaajobRanked ranked = smaajob_ranking_get_ranked_at (ranking, i);

    ck_assert_str_eq (ranked.id, expected->placed[i].id);
    ck_assert_uint_eq (ranked.number, (size_t) expected->placed[i].number);
    assert_score_is (&ranked.score, &expected->placed[i].score);
  }
  for (int verdict = 0; verdict < 4; verdict++) {
    size_t without = options->count_blockers ? expected->without_score[verdict] : 0;

    ck_assert_msg (smaajob_ranking_get_n_without_score (ranking, (SmaajobVerdict) verdict) ==
                       without,
                   "%s: %zu %s without a score, expected %zu", smaajob_ranking_get_id (ranking),
                   smaajob_ranking_get_n_without_score (ranking, (SmaajobVerdict) verdict),
                   smaajob_verdict_get_name ((SmaajobVerdict) verdict), without);
  }
  for (int verdict = 0; verdict < 4; verdict++)
    ck_assert_uint_eq (smaajob_ranking_get_n_with_verdict (ranking, (SmaajobVerdict) verdict),
                       options->count_blockers ? expected->with_verdict[verdict] : 0);
  for (int code = 0; code <= SMAAJOB_CODE_NEED_REFUSED; code++)
    ck_assert_uint_eq (smaajob_ranking_get_n_blocked_by (ranking, (SmaajobCode) code),
                       options->count_blockers ? expected->blocked_by[code] : 0);
}

/* The rankings received, each checked as it comes. */
typedef struct {
  const Crowd *crowd;
  const SmaajobRankingOptions *options;
  bool by_opening;
  int n;
} Receiver;

static bool
receive (SmaajobRanking *ranking, void *data)
{
  Receiver *receiver = data;
  const Crowd *crowd = receiver->crowd;
  BruteForce expected;

  if (receiver->by_opening) {
    expected = brute_force_for_opening (crowd, receiver->n);
    ck_assert_str_eq (smaajob_ranking_get_id (ranking),
                      smaajob_opening_get_id (crowd->openings[receiver->n]));
    assert_ranking_is (ranking, &expected, (size_t) crowd->n_citizens, receiver->options);
  } else {
    expected = brute_force_for_citizen (crowd, receiver->n);
    ck_assert_str_eq (smaajob_ranking_get_id (ranking),
                      smaajob_citizen_get_id (crowd->citizens[receiver->n]));
    assert_ranking_is (ranking, &expected, (size_t) crowd->n_openings, receiver->options);
  }
  smaajob_ranking_free (ranking);
  receiver->n++;
  return true;
}

static void
assert_both_ways (const Crowd *crowd, size_t top, unsigned threads, bool count_blockers)
{
  SmaajobRankingOptions options = {.policy = crowd->world.policy,
                                   .top = top,
                                   .threads = threads,
                                   .count_blockers = count_blockers,
                                   .receive = receive};
  Receiver receiver = {crowd, &options, false, 0};

  options.data = &receiver;
  ck_assert (smaajob_rank_citizens (crowd->caseload, crowd->market, &options, &error));
  ck_assert_int_eq (receiver.n, crowd->n_citizens);
  receiver = (Receiver){crowd, &options, true, 0};
  ck_assert (smaajob_rank_openings (crowd->market, crowd->caseload, &options, &error));
  ck_assert_int_eq (receiver.n, crowd->n_openings);
}

START_TEST (a_ranking_is_every_pair_scored_and_sorted)
{
  uint64_t pairs = number_from ("SMAAJOB_TEST_PAIRS", 20000) / 4, done = 0,
           seed = number_from ("SMAAJOB_TEST_SEED", 20261122);

  for (; done < pairs; seed++) {
    Random random = random_make (seed, 1);
    int n_citizens = random_between (&random, 1, 12), n_openings = random_between (&random, 1, 60);
    Crowd crowd = crowd_make (seed, (CrowdSort) (seed % N_CROWD_SORTS), n_citizens, n_openings);

    assert_both_ways (&crowd, (size_t) random_between (&random, 0, 20),
                      (unsigned) random_between (&random, 0, 4), random_chance (&random, 50));
    done += 2 * (uint64_t) (n_citizens * n_openings);
    crowd_clear (&crowd);
  }
}
END_TEST

START_TEST (the_number_kept_may_be_none_one_or_more_than_there_are)
{
  const size_t tops[] = {0, 1, 2, 60, 61, 1000000, SIZE_MAX};

  for (size_t i = 0; i < COUNT (tops); i++) {
    Crowd crowd = crowd_make (5 + i, CROWD_KNOWN, 7, 60);

    assert_both_ways (&crowd, tops[i], 2, true);
    assert_both_ways (&crowd, tops[i], 2, false);
    crowd_clear (&crowd);
  }
}
END_TEST

START_TEST (nobody_and_nothing_make_no_ranking_or_an_empty_one)
{
  const int sizes[][2] = {{0, 0}, {0, 3}, {3, 0}, {1, 1}, {1, 60}, {60, 1}};

  for (size_t i = 0; i < COUNT (sizes); i++) {
    Crowd crowd = crowd_make (i, CROWD_ANY, sizes[i][0], sizes[i][1]);

    assert_both_ways (&crowd, 5, (unsigned) i, true);
    assert_both_ways (&crowd, 5, (unsigned) i, false);
    crowd_clear (&crowd);
  }
}
END_TEST

START_TEST (all_blocked_are_counted_and_none_is_kept)
{
  Crowd crowd = crowd_make (3, CROWD_BLOCKED, 4, 50);
  SmaajobRankingOptions options = {.policy = crowd.world.policy, .top = 5, .count_blockers = true};
  SmaajobRanking *ranking =
      smaajob_ranking_new_for_citizen (crowd.citizens[0], crowd.market, &options, &error);

  ck_assert_ptr_nonnull (ranking);
  ck_assert_uint_eq (smaajob_ranking_get_n_ranked (ranking), 0);
  ck_assert_uint_eq (smaajob_ranking_get_n_without_score (ranking, SMAAJOB_VERDICT_BLOCKED), 50);
  ck_assert_uint_eq (smaajob_ranking_get_n_blocked_by (ranking, SMAAJOB_CODE_CHOICE_DECLINED), 50);
  smaajob_ranking_free (ranking);
  assert_both_ways (&crowd, 5, 1, true);
  assert_both_ways (&crowd, 5, 1, false);
  crowd_clear (&crowd);
}
END_TEST

START_TEST (one_against_many_is_the_ranking_among_many)
{
  for (uint64_t seed = 100; seed < 130; seed++) {
    Crowd crowd = crowd_make (seed, (CrowdSort) (seed % N_CROWD_SORTS), 20, 20);
    SmaajobRankingOptions options = {
        .policy = crowd.world.policy, .top = seed % 7, .threads = 3, .count_blockers = seed % 2};

    for (int i = 0; i < 20; i++) {
      BruteForce by_citizen = brute_force_for_citizen (&crowd, i);
      BruteForce by_opening = brute_force_for_opening (&crowd, i);
      SmaajobRanking *one =
          smaajob_ranking_new_for_citizen (crowd.citizens[i], crowd.market, &options, &error);
      SmaajobRanking *other =
          smaajob_ranking_new_for_opening (crowd.openings[i], crowd.caseload, &options, &error);

      ck_assert (one != NULL && other != NULL);
      assert_ranking_is (one, &by_citizen, 20, &options);
      assert_ranking_is (other, &by_opening, 20, &options);
      smaajob_ranking_free (one);
      smaajob_ranking_free (other);
    }
    crowd_clear (&crowd);
  }
}
END_TEST

START_TEST (a_ranking_outlives_what_it_was_made_of)
{
  Crowd crowd = crowd_make (12, CROWD_KNOWN, 3, 30);
  SmaajobRankingOptions options = {.policy = crowd.world.policy, .top = 30};
  BruteForce expected = brute_force_for_citizen (&crowd, 1);
  SmaajobRanking *ranking =
      smaajob_ranking_new_for_citizen (crowd.citizens[1], crowd.market, &options, &error);
  char best[16];

  ck_assert_int_gt (expected.n, 0);
  strcpy (best, expected.placed[0].id);
  crowd_clear (&crowd);
  ck_assert_str_eq (smaajob_ranking_get_ranked_at (ranking, 0).id, best);
  smaajob_ranking_free (ranking);
  ck_assert_uint_eq (bytes_in_use, 0);
}
END_TEST

/* Stops after so many calls. */
static bool
tell_until (uint64_t done, uint64_t all, void *data)
{
  ck_assert_uint_le (done, all);
  return (*(int *) data)-- > 0;
}

static bool
receive_until (SmaajobRanking *ranking, void *data)
{
  smaajob_ranking_free (ranking);
  return (*(int *) data)-- > 0;
}

static bool
receive_and_free (SmaajobRanking *ranking, void *unused)
{
  (void) unused;
  smaajob_ranking_free (ranking);
  return true;
}

START_TEST (what_is_stopped_says_so_and_leaks_nothing)
{
  Crowd crowd = crowd_make (21, CROWD_ANY, 40, 60);
  SmaajobRankingOptions first = {
      .policy = crowd.world.policy, .threads = 3, .receive = receive_and_free};
  size_t before;

  /* what a market keeps for the next ranking it has from here on */
  ck_assert (smaajob_rank_citizens (crowd.caseload, crowd.market, &first, &error));
  before = bytes_in_use;

  for (int calls = 0; calls < 30; calls++)
    for (unsigned threads = 1; threads <= 3; threads += 2)
      for (int way = 0; way < 4; way++) {
        int left = calls;
        SmaajobRankingOptions options = {.policy = crowd.world.policy,
                                         .top = 3,
                                         .threads = threads,
                                         .receive = receive_until,
                                         .progress = way & 1 ? tell_until : NULL,
                                         .data = &left};
        bool done = way & 2
                        ? smaajob_rank_openings (crowd.market, crowd.caseload, &options, &error)
                        : smaajob_rank_citizens (crowd.caseload, crowd.market, &options, &error);

        ck_assert (done || error.code == SMAAJOB_ERROR_CANCELLED);
        ck_assert (!done || left >= 0);
        ck_assert_uint_eq (bytes_in_use, before);
      }
  crowd_clear (&crowd);
}
END_TEST

/* The last that was told. */
typedef struct {
  uint64_t done, all;
} Far;

static bool
note_how_far (uint64_t done, uint64_t all, void *data)
{
  Far *far = data;

  ck_assert_uint_ge (done, far->done);
  *far = (Far){done, all};
  return true;
}

START_TEST (at_the_end_all_pairs_are_told_on_any_number_of_threads)
{
  Crowd crowd = crowd_make (22, CROWD_ANY, 70, 90);

  for (int round = 0; round < 40; round++)
    for (unsigned threads = 1; threads <= 4; threads++) {
      Far far = {0, 0};
      SmaajobRankingOptions options = {.policy = crowd.world.policy,
                                       .threads = threads,
                                       .receive = receive_and_free,
                                       .progress = note_how_far,
                                       .data = &far};

      ck_assert (round & 1
                     ? smaajob_rank_openings (crowd.market, crowd.caseload, &options, &error)
                     : smaajob_rank_citizens (crowd.caseload, crowd.market, &options, &error));
      ck_assert_uint_eq (far.all, 70 * 90);
      ck_assert_uint_eq (far.done, far.all);
    }
  crowd_clear (&crowd);
}
END_TEST

static Crowd shared;

static bool
rank_market (SmaajobMarket *market, SmaajobError *fault)
{
  SmaajobRankingOptions options = {
      .policy = shared.world.policy, .top = 3, .count_blockers = true, .receive = receive_and_free};
  SmaajobRanking *one, *other;
  bool done = smaajob_rank_citizens (shared.caseload, market, &options, fault) &&
              smaajob_rank_openings (market, shared.caseload, &options, fault);

  if (!done)
    return false;
  one = smaajob_ranking_new_for_citizen (shared.citizens[0], market, &options, fault);
  other = one == NULL ? NULL
                      : smaajob_ranking_new_for_opening (shared.openings[0], shared.caseload,
                                                         &options, fault);
  smaajob_ranking_free (one);
  smaajob_ranking_free (other);
  return other != NULL;
}

/* A market of its own: it keeps what rankings are made with. */
static bool
rank_everything (SmaajobError *fault)
{
  SmaajobMarket *market = smaajob_market_new_from_ndjson (
      shared.world.vocabulary, shared.openings_text, strlen (shared.openings_text), fault);
  bool done = market != NULL && rank_market (market, fault);

  smaajob_market_free (market);
  return done;
}

static void
run_out_of_memory (Crowd crowd, bool (*rank) (SmaajobError *fault))
{
  shared = crowd;
  assert_told_when_memory_runs_out (rank);
  crowd_clear (&shared);
  ck_assert_uint_eq (bytes_in_use, 0);
}

START_TEST (when_memory_runs_out_a_ranking_says_so)
{
  run_out_of_memory (crowd_make (33, CROWD_ANY, 3, 5), rank_everything);
}
END_TEST

/* So many that they are ranked for by sweeps. */
static bool
rank_many_openings (SmaajobError *fault)
{
  const SmaajobRankingOptions options = {
      .policy = shared.world.policy, .top = 2, .receive = receive_and_free};
  SmaajobMarketBuilder *builder = smaajob_market_builder_new (shared.world.vocabulary, fault);
  SmaajobMarket *market;
  bool done = builder != NULL;

  for (int i = 0; i < shared.n_openings && done; i++)
    done = smaajob_market_builder_add_opening (builder, shared.openings[i], fault);
  market = done ? smaajob_market_builder_build (builder, fault) : NULL;
  done = market != NULL && smaajob_rank_openings (market, shared.caseload, &options, fault);
  smaajob_market_free (market);
  smaajob_market_builder_free (builder);
  return done;
}

START_TEST (when_memory_runs_out_a_ranking_for_many_openings_says_so)
{
  run_out_of_memory (crowd_make (34, CROWD_ANY, 4, 50), rank_many_openings);
}
END_TEST

START_TEST (what_cannot_be_ranked_is_an_argument_fault)
{
  Crowd crowd = crowd_make (2, CROWD_ANY, 2, 2), other = crowd_make (4, CROWD_ANY, 2, 2);
  SmaajobRankingOptions none = {.policy = NULL}, deaf = {.policy = crowd.world.policy},
                        many = {.policy = crowd.world.policy, .threads = 257},
                        fine = {.policy = crowd.world.policy, .receive = receive_and_free};
  const struct {
    SmaajobCaseload *caseload;
    SmaajobMarket *market;
    const SmaajobRankingOptions *options;
    SmaajobErrorCode code;
  } rows[] = {{NULL, crowd.market, &fine, SMAAJOB_ERROR_ARGUMENT},
              {crowd.caseload, NULL, &fine, SMAAJOB_ERROR_ARGUMENT},
              {crowd.caseload, crowd.market, NULL, SMAAJOB_ERROR_ARGUMENT},
              {crowd.caseload, crowd.market, &none, SMAAJOB_ERROR_ARGUMENT},
              {crowd.caseload, crowd.market, &deaf, SMAAJOB_ERROR_ARGUMENT},
              {crowd.caseload, crowd.market, &many, SMAAJOB_ERROR_RANGE},
              {other.caseload, crowd.market, &fine, SMAAJOB_ERROR_ARGUMENT}};

  for (size_t i = 0; i < COUNT (rows); i++) {
    const char *pointer = rows[i].options == &many ? "/threads" : "";

    ck_assert (!smaajob_rank_citizens (rows[i].caseload, rows[i].market, rows[i].options, &error));
    assert_fault (&error, rows[i].code, pointer);
    ck_assert (!smaajob_rank_openings (rows[i].market, rows[i].caseload, rows[i].options, &error));
    assert_fault (&error, rows[i].code, pointer);
  }
  ck_assert_ptr_null (smaajob_ranking_new_for_citizen (NULL, crowd.market, &fine, &error));
  ck_assert_ptr_null (
      smaajob_ranking_new_for_citizen (other.citizens[0], crowd.market, &fine, &error));
  ck_assert_ptr_null (
      smaajob_ranking_new_for_citizen (crowd.citizens[0], crowd.market, &many, &error));
  ck_assert_ptr_null (smaajob_ranking_new_for_opening (crowd.openings[0], NULL, &fine, &error));
  ck_assert_ptr_null (
      smaajob_ranking_new_for_opening (other.openings[0], crowd.caseload, &fine, &error));
  ck_assert_ptr_null (
      smaajob_ranking_new_for_opening (crowd.openings[0], crowd.caseload, &none, &error));
  crowd_clear (&crowd);
  crowd_clear (&other);
}
END_TEST

static void
assert_nobody (SmaajobRanked ranked)
{
  const SmaajobScore none = {SMAAJOB_VERDICT_BLOCKED, SMAAJOB_UNKNOWN, SMAAJOB_UNKNOWN,
                             SMAAJOB_UNKNOWN,         SMAAJOB_UNKNOWN, SMAAJOB_UNKNOWN,
                             SMAAJOB_UNKNOWN,         SMAAJOB_UNKNOWN};

  ck_assert_ptr_null (ranked.id);
  ck_assert_uint_eq (ranked.number, 0);
  assert_score_is (&ranked.score, &none);
}

START_TEST (nothing_is_read_from_no_ranking_or_beyond_its_end)
{
  Crowd crowd = crowd_make (12, CROWD_KNOWN, 3, 30);
  const SmaajobRankingOptions options = {.policy = crowd.world.policy, .top = 3};
  SmaajobRanking *ranking =
      smaajob_ranking_new_for_citizen (crowd.citizens[1], crowd.market, &options, &error);

  ck_assert_str_eq (smaajob_ranking_get_id (NULL), "");
  ck_assert_uint_eq (smaajob_ranking_get_n_ranked (NULL), 0);
  ck_assert_uint_eq (smaajob_ranking_get_n_pairs (NULL), 0);
  ck_assert_uint_eq (smaajob_ranking_get_n_scored (NULL), 0);
  ck_assert_uint_eq (smaajob_ranking_get_n_without_score (NULL, SMAAJOB_VERDICT_BLOCKED), 0);
  ck_assert_uint_eq (smaajob_ranking_get_n_with_verdict (NULL, SMAAJOB_VERDICT_FIT), 0);
  ck_assert_uint_eq (smaajob_ranking_get_n_blocked_by (NULL, SMAAJOB_CODE_GATE_REFUSED), 0);
  assert_nobody (smaajob_ranking_get_ranked_at (NULL, 0));
  smaajob_ranking_free (NULL);
  ck_assert_uint_eq (smaajob_ranking_get_n_ranked (ranking), 3);
  assert_nobody (smaajob_ranking_get_ranked_at (ranking, 3));
  assert_nobody (smaajob_ranking_get_ranked_at (ranking, SIZE_MAX));
  smaajob_ranking_free (ranking);
  crowd_clear (&crowd);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {a_ranking_is_every_pair_scored_and_sorted,
                                the_number_kept_may_be_none_one_or_more_than_there_are,
                                nobody_and_nothing_make_no_ranking_or_an_empty_one,
                                all_blocked_are_counted_and_none_is_kept,
                                one_against_many_is_the_ranking_among_many,
                                a_ranking_outlives_what_it_was_made_of,
                                what_is_stopped_says_so_and_leaks_nothing,
                                at_the_end_all_pairs_are_told_on_any_number_of_threads,
                                when_memory_runs_out_a_ranking_says_so,
                                when_memory_runs_out_a_ranking_for_many_openings_says_so,
                                what_cannot_be_ranked_is_an_argument_fault,
                                nothing_is_read_from_no_ranking_or_beyond_its_end};
  Suite *suite = suite_create ("ranking");

  add_case (suite, "ranking", tests, COUNT (tests));
  return run_suite (suite);
}
