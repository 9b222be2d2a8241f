/* SPDX-License-Identifier: Apache-2.0 */
/* A ranking renewed after one change of its market against the ranking of the market as it is. */
#include "support-data.h"

#include "many.h"

#include <smaajob/smaajob.h>

static SmaajobError error;

/* A market of openings of the crowd, but for one that is left out (or none), and with one in the
   place of another. */
static SmaajobMarket *
make_market (const Crowd *crowd, int n, int without, const SmaajobOpening *instead)
{
  SmaajobMarketBuilder *builder = smaajob_market_builder_new (crowd->world.vocabulary, &error);
  SmaajobMarket *market;

  for (int i = 0; i < n; i++) {
    const SmaajobOpening *opening = i == without && instead != NULL ? instead : crowd->openings[i];

    if (i != without || instead != NULL)
      ck_assert (smaajob_market_builder_add_opening (builder, opening, &error));
  }
  market = smaajob_market_builder_build (builder, &error);
  ck_assert_ptr_nonnull (market);
  smaajob_market_builder_free (builder);
  return market;
}

static void
assert_same (const SmaajobRanking *a, const SmaajobRanking *b)
{
  ck_assert_str_eq (smaajob_ranking_get_id (a), smaajob_ranking_get_id (b));
  ck_assert_uint_eq (smaajob_ranking_get_n_pairs (a), smaajob_ranking_get_n_pairs (b));
  ck_assert_uint_eq (smaajob_ranking_get_n_ranked (a), smaajob_ranking_get_n_ranked (b));
  for (size_t i = 0; i < smaajob_ranking_get_n_ranked (a); i++) {
    SmaajobRanked x = smaajob_ranking_get_ranked_at (a, i),
                  y = smaajob_ranking_get_ranked_at (b, i);

    ck_assert_str_eq (x.id, y.id);
    ck_assert_uint_eq (x.number, y.number);
    ck_assert_mem_eq (&x.score, &y.score, sizeof x.score);
  }
  for (int verdict = 0; verdict < 4; verdict++) {
    SmaajobVerdict which = (SmaajobVerdict) verdict;

    ck_assert_uint_eq (smaajob_ranking_get_n_without_score (a, which),
                       smaajob_ranking_get_n_without_score (b, which));
    ck_assert_uint_eq (smaajob_ranking_get_n_with_verdict (a, which),
                       smaajob_ranking_get_n_with_verdict (b, which));
  }
  for (int code = 0; code <= SMAAJOB_CODE_NEED_REFUSED; code++)
    ck_assert_uint_eq (smaajob_ranking_get_n_blocked_by (a, (SmaajobCode) code),
                       smaajob_ranking_get_n_blocked_by (b, (SmaajobCode) code));
}

typedef struct {
  SmaajobMarket *before, *after;
  SmaajobRenewal renewal;
} Change;

static Change
make_change (const Crowd *crowd, Random *random)
{
  int n = crowd->n_openings - 1, which = random_between (random, 0, n - 1);
  Change change = {.renewal = {.kind = (SmaajobRenewalKind) random_between (random, 0, 2),
                               .number = (size_t) which}};
  SmaajobMarket *all = make_market (crowd, n, -1, NULL),
                *less = make_market (crowd, n, which, NULL);

  change.before = change.renewal.kind == SMAAJOB_RENEWAL_ADDED ? less : all;
  change.after = change.renewal.kind == SMAAJOB_RENEWAL_ADDED ? all : less;
  if (change.renewal.kind == SMAAJOB_RENEWAL_REPLACED) {
    smaajob_market_free (less);
    change.after = make_market (crowd, n, which, crowd->openings[n]);
  }
  change.renewal.market = change.after;
  return change;
}

static size_t
assert_renewed_as_anew (const Crowd *crowd, int citizen, const Change *change, Random *random)
{
  const SmaajobCitizen *who = crowd->citizens[citizen];
  SmaajobRankingOptions options = {.policy = crowd->world.policy,
                                   .top = (size_t) random_between (random, 0, 12),
                                   .count_blockers = random_chance (random, 50)};
  SmaajobRanking *previous =
      smaajob_ranking_new_for_citizen (who, change->before, &options, &error);
  SmaajobRanking *renewed, *anew;
  size_t scored;

  if (random_chance (random, 20))
    options.top = (size_t) random_between (random, 0, 20);
  if (random_chance (random, 20))
    options.count_blockers = !options.count_blockers;
  renewed = smaajob_ranking_new_renewed (previous, who, &change->renewal, &options, &error);
  anew = smaajob_ranking_new_for_citizen (who, change->after, &options, &error);
  ck_assert (previous != NULL && renewed != NULL && anew != NULL);
  assert_same (renewed, anew);
  scored = smaajob_ranking_get_n_scored (renewed);
  smaajob_ranking_free (previous);
  smaajob_ranking_free (renewed);
  smaajob_ranking_free (anew);
  return scored;
}

START_TEST (a_renewed_ranking_is_the_ranking_anew)
{
  size_t n = 0, cheap = 0;

  for (uint64_t seed = 900; seed < 1060; seed++) {
    Random random = random_make (seed, 5);
    Crowd crowd =
        crowd_make (seed, (CrowdSort) (seed % N_CROWD_SORTS), 6, random_between (&random, 2, 80));
    Change change = make_change (&crowd, &random);

    for (int i = 0; i < crowd.n_citizens; i++, n++)
      cheap += assert_renewed_as_anew (&crowd, i, &change, &random) <= 2;
    smaajob_market_free (change.before);
    smaajob_market_free (change.after);
    crowd_clear (&crowd);
  }
  ck_assert_uint_gt (cheap, n / 2);
}
END_TEST

/* Each renewed one is renewed again: nothing adds up. */
START_TEST (a_market_may_change_again_and_again)
{
  Crowd crowd = crowd_make (1, CROWD_KNOWN, 1, 120);
  SmaajobRankingOptions options = {.policy = crowd.world.policy, .top = 10, .count_blockers = true};
  SmaajobMarket *market = make_market (&crowd, 1, -1, NULL);
  SmaajobRanking *ranking =
      smaajob_ranking_new_for_citizen (crowd.citizens[0], market, &options, &error);

  smaajob_market_free (market);
  for (int n = 2; n <= 120; n++) {
    const SmaajobRenewal renewal = {make_market (&crowd, n, -1, NULL), SMAAJOB_RENEWAL_ADDED,
                                    (size_t) (n - 1)};
    SmaajobRanking *next = smaajob_ranking_new_renewed (ranking, crowd.citizens[0], &renewal,
                                                        &options, &error),
                   *anew = smaajob_ranking_new_for_citizen (crowd.citizens[0], renewal.market,
                                                            &options, &error);

    assert_same (next, anew);
    ck_assert_uint_eq (smaajob_ranking_get_n_scored (next), 1);
    smaajob_ranking_free (ranking);
    smaajob_ranking_free (anew);
    smaajob_market_free (renewal.market);
    ranking = next;
  }
  smaajob_ranking_free (ranking);
  crowd_clear (&crowd);
  ck_assert_uint_eq (bytes_in_use, 0);
}
END_TEST

START_TEST (a_change_that_does_not_fit_is_an_argument_fault)
{
  Crowd crowd = crowd_make (18, CROWD_KNOWN, 2, 12), other = crowd_make (4, CROWD_ANY, 2, 12);
  SmaajobRankingOptions options = {.policy = crowd.world.policy, .top = 10}, none = {.top = 1};
  SmaajobMarket *market = make_market (&crowd, 12, -1, NULL);
  SmaajobRanking *ranking =
                     smaajob_ranking_new_for_citizen (crowd.citizens[0], market, &options, &error),
                 *of_caseload = smaajob_ranking_new_for_opening (crowd.openings[0], crowd.caseload,
                                                                 &options, &error);
  const SmaajobRenewal fine = {market, SMAAJOB_RENEWAL_REPLACED, 3};
  const struct {
    const SmaajobRanking *previous;
    const SmaajobCitizen *citizen;
    SmaajobRenewal renewal;
    const SmaajobRankingOptions *options;
  } rows[] = {{NULL, crowd.citizens[0], fine, &options},
              {ranking, NULL, fine, &options},
              {ranking, crowd.citizens[0], fine, NULL},
              {ranking, crowd.citizens[0], fine, &none},
              {ranking, crowd.citizens[1], fine, &options},
              {of_caseload, crowd.citizens[0], fine, &options},
              {ranking, other.citizens[0], fine, &options},
              {ranking, crowd.citizens[0], {NULL, SMAAJOB_RENEWAL_REPLACED, 3}, &options},
              {ranking, crowd.citizens[0], {other.market, SMAAJOB_RENEWAL_REPLACED, 3}, &options},
              {ranking, crowd.citizens[0], {market, SMAAJOB_RENEWAL_REPLACED, 12}, &options},
              {ranking, crowd.citizens[0], {market, SMAAJOB_RENEWAL_ADDED, 3}, &options},
              {ranking, crowd.citizens[0], {market, SMAAJOB_RENEWAL_REMOVED, 3}, &options},
              {ranking, crowd.citizens[0], {market, (SmaajobRenewalKind) 3, 3}, &options}};

  ck_assert (ranking != NULL && of_caseload != NULL);
  for (size_t i = 0; i < COUNT (rows); i++) {
    ck_assert_ptr_null (smaajob_ranking_new_renewed (rows[i].previous, rows[i].citizen,
                                                     &rows[i].renewal, rows[i].options, &error));
    assert_fault (&error, SMAAJOB_ERROR_ARGUMENT, "");
  }
  ck_assert_ptr_null (
      smaajob_ranking_new_renewed (ranking, crowd.citizens[0], NULL, &options, &error));
  smaajob_ranking_free (ranking);
  smaajob_ranking_free (of_caseload);
  smaajob_market_free (market);
  crowd_clear (&crowd);
  crowd_clear (&other);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {a_renewed_ranking_is_the_ranking_anew,
                                a_market_may_change_again_and_again,
                                a_change_that_does_not_fit_is_an_argument_fault};
  Suite *suite = suite_create ("renewal");

  add_case (suite, "renewal", tests, COUNT (tests));
  return run_suite (suite);
}
