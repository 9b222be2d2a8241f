/* SPDX-License-Identifier: Apache-2.0 */
/* Wishes for the concepts of a market, many of them for the same as someone else's before: the best
   openings of each citizen are those that scoring every pair tells of. */
#include "many/sweep-state.h"

#include "many.h"
#include "support-opening.h"

#include <smaajob/smaajob.h>

#define N_OPENINGS 2300 /* of which a ranking does not decide all */
#define N_CITIZENS 120
#define TOP        20
_Static_assert(N_OPENINGS > SWEEP_FEW, "the sweep is not exact");

static size_t n_concepts;
static SmaajobOpening *openings[N_OPENINGS];
static SmaajobMarket *market;
static SmaajobPolicy *policy;

static const char *
concept_id (size_t i)
{
  return smaajob_vocabulary_get_concept_at (vocabulary, i % n_concepts).id;
}

static void
write_id (char id[16], const char *prefix, unsigned number)
{
  snprintf (id, 16, "%s%u", prefix, number);
}

static SmaajobOpening *
make_opening (unsigned number)
{
  SmaajobRequirement requirement = {concept_id (number), 1 + (int) (number % 5),
                                    SMAAJOB_STRENGTH_NICE, SMAAJOB_UNKNOWN};
  char id[16];

  write_id (id, "o", number);
  smaajob_opening_builder_free (builder);
  builder = smaajob_opening_builder_new (vocabulary, id, &error);
  add_task ("t");
  ck_assert (smaajob_opening_builder_add_requirement (builder, 0, &requirement, &error));
  requirement.concept_id = concept_id (number / n_concepts * 5 + number * 3 + 1);
  requirement.level = 3;
  if (strcmp (requirement.concept_id, concept_id (number)) != 0)
    ck_assert (smaajob_opening_builder_add_requirement (builder, 0, &requirement, &error));
  return build ();
}

static void
make_market (void)
{
  SmaajobMarketBuilder *markets = smaajob_market_builder_new (vocabulary, &error);

  n_concepts = smaajob_vocabulary_get_n_concepts (vocabulary);
  ck_assert_uint_gt (n_concepts, SWEEP_KEPT);
  policy = smaajob_policy_new (&error);
  for (unsigned i = 0; i < N_OPENINGS; i++) {
    openings[i] = make_opening (i);
    ck_assert (smaajob_market_builder_add_opening (markets, openings[i], &error));
  }
  market = smaajob_market_builder_build (markets, &error);
  ck_assert_ptr_nonnull (market);
  smaajob_market_builder_free (markets);
}

static void
clear_market (void)
{
  for (unsigned i = 0; i < N_OPENINGS; i++)
    smaajob_opening_free (openings[i]);
  smaajob_market_free (market);
  smaajob_policy_free (policy);
}

/* One wish; two that have the same place among what is kept; or two of two kinds. */
static SmaajobCitizen *
make_citizen (unsigned number)
{
  const SmaajobCompetence held = {concept_id (number * 11), 3, SMAAJOB_EVIDENCE_OBSERVED};
  const SmaajobWish other = number % 3 == 2 ? SMAAJOB_WISH_AVOID : SMAAJOB_WISH_SEEK;
  SmaajobCitizenBuilder *citizens;
  SmaajobCitizen *citizen;
  char id[16];

  write_id (id, "c", number);
  citizens = smaajob_citizen_builder_new (vocabulary, id, &error);
  ck_assert (smaajob_citizen_builder_add_competence (citizens, &held, &error));
  ck_assert (smaajob_citizen_builder_add_wish (citizens, concept_id (number * 7), SMAAJOB_WISH_SEEK,
                                               &error));
  if (number % 3 > 0)
    ck_assert (smaajob_citizen_builder_add_wish (citizens, concept_id (number * 7 + SWEEP_KEPT),
                                                 other, &error));
  citizen = smaajob_citizen_builder_build (citizens, &error);
  ck_assert_msg (citizen != NULL, "%s", error.message);
  smaajob_citizen_builder_free (citizens);
  return citizen;
}

static int
place_all (const SmaajobCitizen *citizen, Placed placed[N_OPENINGS])
{
  int n = 0;

  for (int i = 0; i < N_OPENINGS; i++) {
    const SmaajobPair pair = {citizen, openings[i], SMAAJOB_UNKNOWN};

    placed[n] = (Placed){.number = i, .id = smaajob_opening_get_id (openings[i])};
    ck_assert (smaajob_score (&pair, policy, &placed[n].score, &error));
    n += placed[n].score.score != SMAAJOB_UNKNOWN;
  }
  qsort (placed, (size_t) n, sizeof *placed, placed_compare);
  return n;
}

START_TEST (a_wish_that_somebody_had_before_is_found_in_the_same_openings)
{
  static Placed placed[N_OPENINGS];

  make_market ();
  for (unsigned i = 0; i < N_CITIZENS; i++) {
    const SmaajobRankingOptions options = {.policy = policy, .top = TOP, .threads = 1};
    SmaajobCitizen *citizen = make_citizen (i);
    SmaajobRanking *ranking = smaajob_ranking_new_for_citizen (citizen, market, &options, &error);

    ck_assert_msg (ranking != NULL, "%s", error.message);
    ck_assert_int_ge (place_all (citizen, placed), TOP);
    ck_assert_uint_eq (smaajob_ranking_get_n_ranked (ranking), TOP);
    for (size_t k = 0; k < TOP; k++) {
      const SmaajobRanked ranked = smaajob_ranking_get_ranked_at (ranking, k);

      ck_assert_str_eq (ranked.id, placed[k].id);
      ck_assert_int_eq (ranked.score.score, placed[k].score.score);
    }
    smaajob_ranking_free (ranking);
    smaajob_citizen_free (citizen);
  }
  clear_market ();
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {a_wish_that_somebody_had_before_is_found_in_the_same_openings};
  Suite *suite = suite_create ("wishing");

  add_fixed_case (suite, "wishing", tests, COUNT (tests));
  return run_suite (suite);
}
