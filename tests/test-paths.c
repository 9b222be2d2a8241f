/* SPDX-License-Identifier: Apache-2.0 */
/* Every way of ranking against every other and against brute force: which processor it is, how many
   threads there are and which pairs are bounded together changes nothing. */
#include "support-paths.h"

#include "many/sound.h"

#include <pthread.h>
#include <smaajob/smaajob.h>

static SmaajobError error;

static void
assert_same (const SmaajobRanking *a, const SmaajobRanking *b)
{
  ck_assert_uint_eq (smaajob_ranking_get_n_ranked (a), smaajob_ranking_get_n_ranked (b));
  ck_assert_uint_eq (smaajob_ranking_get_n_pairs (a), smaajob_ranking_get_n_pairs (b));
  for (size_t i = 0; i < smaajob_ranking_get_n_ranked (a); i++) {
    SmaajobRanked x = smaajob_ranking_get_ranked_at (a, i),
                  y = smaajob_ranking_get_ranked_at (b, i);

    ck_assert_msg (x.number == y.number, "%s: number %zu is %s, not %s", smaajob_ranking_get_id (a),
                   i, x.id, y.id);
    ck_assert_mem_eq (&x.score, &y.score, sizeof x.score);
  }
  for (int verdict = 0; verdict < 4; verdict++)
    ck_assert_uint_eq (smaajob_ranking_get_n_without_score (a, (SmaajobVerdict) verdict),
                       smaajob_ranking_get_n_without_score (b, (SmaajobVerdict) verdict));
  for (int verdict = 0; verdict < 4; verdict++)
    ck_assert_uint_eq (smaajob_ranking_get_n_with_verdict (a, (SmaajobVerdict) verdict),
                       smaajob_ranking_get_n_with_verdict (b, (SmaajobVerdict) verdict));
  for (int code = 0; code <= SMAAJOB_CODE_NEED_REFUSED; code++)
    ck_assert_uint_eq (smaajob_ranking_get_n_blocked_by (a, (SmaajobCode) code),
                       smaajob_ranking_get_n_blocked_by (b, (SmaajobCode) code));
}

START_TEST (every_path_ranks_as_brute_force_does)
{
  for (uint64_t seed = 500; seed < 505 + pairs_wanted (20000) / 300; seed++) {
    Random random = random_make (seed, 3);
    Crowd crowd = crowd_make (seed, (CrowdSort) (seed % N_CROWD_SORTS),
                              random_between (&random, 1, 4), random_between (&random, 1, 280));

    assert_paths_rank_alike (&crowd, (size_t) random_between (&random, 0, 70),
                             (unsigned) random_between (&random, 1, 3));
    crowd_clear (&crowd);
  }
}
END_TEST

START_TEST (every_path_tells_of_which_pairs_nothing_is_known)
{
  for (uint64_t seed = 700; seed < 701 + pairs_wanted (20000) / 800; seed++) {
    Crowd crowd = crowd_make (seed, CROWD_UNTOLD, 24, 200);

    assert_paths_rank_alike (&crowd, 5, 1);
    crowd_clear (&crowd);
  }
}
END_TEST

/* Of much that citizens need no opening of so few says anything. */
START_TEST (every_path_counts_blockers_of_few_openings_alike)
{
  for (uint64_t seed = 300; seed < 301 + pairs_wanted (20000) / 500; seed++) {
    Crowd crowd = crowd_make (seed, seed % 2 ? CROWD_KNOWN : CROWD_ANY, 60, 1 + (int) (seed % 4));

    assert_paths_rank_alike (&crowd, 1, 1);
    crowd_clear (&crowd);
  }
}
END_TEST

/* More citizens than are kept, and than are counted before what they come to is told. */
START_TEST (every_path_ranks_many_citizens_as_brute_force_does)
{
  for (uint64_t seed = 900; seed < 901 + pairs_wanted (20000) / 2000; seed++) {
    Random random = random_make (seed, 5);
    Crowd crowd = crowd_make (seed, (CrowdSort) (seed % N_CROWD_SORTS),
                              seed % 3 == 0 ? CROWD_MOST : random_between (&random, 20, 90),
                              random_between (&random, 60, 130));

    assert_paths_rank_alike (&crowd, (size_t) random_between (&random, 0, 9),
                             (unsigned) random_between (&random, 1, 3));
    crowd_clear (&crowd);
  }
}
END_TEST

/* So many sectors that not all of them have a code. */
static void
set_sector (char *text, int number)
{
  char *old = strstr (text, "\"sector\":"), *tasks;
  char sector[32], rest[1 << 15];

  if (old != NULL)
    memmove (old, strchr (old, ',') + 1, strlen (strchr (old, ',') + 1) + 1);
  tasks = strstr (text, "\"tasks\":");
  sprintf (sector, "\"sector\":\"%02d.%02d\",", number % 100, number / 100 % 10);
  ck_assert_uint_lt (strlen (tasks), sizeof rest);
  strcpy (rest, tasks);
  sprintf (tasks, "%s%s", sector, rest);
}

/* So many that they are of several parts. */
static int
count_many (void)
{
  return few_are_wanted () ? PART_OPENINGS + 100 : 2 * PART_OPENINGS + 800;
}

/* The openings of a crowd again and again under other ids: ties everywhere, and several parts. */
static SmaajobMarket *
multiply (const Crowd *crowd, int n, bool sectors)
{
  SmaajobMarketBuilder *builder = smaajob_market_builder_new (crowd->world.vocabulary, &error);
  SmaajobMarket *market;

  for (int i = 0; i < n; i++) {
    const SmaajobOpening *opening = crowd->openings[i * 31 % crowd->n_openings];
    const char *id = smaajob_opening_get_id (opening), *at;
    char *json = smaajob_opening_to_json (opening, &error), *text = malloc (strlen (json) + 64);
    SmaajobOpening *renamed;

    ck_assert_ptr_nonnull (text);
    at = strstr (json, id);
    sprintf (text, "%.*sn-%d%s", (int) (at - json), json, i, at + strlen (id));
    if (sectors)
      set_sector (text, i);
    renamed = smaajob_opening_new_from_json (crowd->world.vocabulary, text, strlen (text), &error);
    ck_assert_msg (renamed != NULL, "%s", error.message);
    ck_assert (smaajob_market_builder_add_opening (builder, renamed, &error));
    smaajob_opening_free (renamed);
    smaajob_free (json);
    free (text);
  }
  market = smaajob_market_builder_build (builder, &error);
  ck_assert_ptr_nonnull (market);
  smaajob_market_builder_free (builder);
  return market;
}

static void
assert_packed_as_told (const SmaajobMarket *market)
{
  for (uint32_t i = 0; i < market->n; i++) {
    const Start start = market_start (market, i), end = market_start (market, i + 1);
    const SmaajobOpening *opening = market_image (market, i);

    ck_assert_uint_eq (end.task - start.task, opening->n_tasks);
    ck_assert_uint_eq (end.requirement - start.requirement, opening->n_requirements);
  }
}

START_TEST (every_path_ranks_a_market_of_many_parts_alike)
{
  const CrowdSort sorts[] = {CROWD_ANY, CROWD_KNOWN, CROWD_UNTOLD};

  for (uint64_t seed = 70; seed < 71 + pairs_wanted (20000) / 2500; seed++) {
    Crowd crowd = crowd_make (seed, sorts[seed % 3], 12, 250);
    SmaajobMarket *market = multiply (&crowd, count_many (), seed % 2);
    const RankSides sides = {crowd.caseload, market, 0, 0};
    const Kernel *paths[MOST_PATHS];
    unsigned n = list_paths (paths);
    Made expected = {.n = 0}, made = {.n = 0};
    SmaajobRankingOptions options = {
        .policy = crowd.world.policy, .top = 1 + seed % 40, .threads = 2, .receive = receive};

    options.count_blockers = seed % 4 >= 2;
    ck_assert (market_is_sound (market));
    assert_packed_as_told (market);
    options.data = &expected;
    ck_assert (rank_citizens_by (NULL, &sides, &options, &error));
    options.data = &made;
    for (unsigned path = 0; path + 1 < n; path++) {
      ck_assert (rank_citizens_by (paths[path], &sides, &options, &error));
      for (int i = 0; i < expected.n; i++)
        assert_same (made.made[i], expected.made[i]);
      made_clear (&made);
    }
    made_clear (&expected);
    smaajob_market_free (market);
    crowd_clear (&crowd);
  }
}
END_TEST

/* Rankings for openings, each compared with that of another path. */
typedef struct {
  SmaajobRanking **expected;
  size_t n;
} Compared;

static bool
take (SmaajobRanking *ranking, void *data)
{
  Compared *compared = data;

  compared->expected[compared->n++] = ranking;
  return true;
}

static bool
compare (SmaajobRanking *ranking, void *data)
{
  Compared *compared = data;

  ck_assert_str_eq (smaajob_ranking_get_id (ranking),
                    smaajob_ranking_get_id (compared->expected[compared->n]));
  assert_same (ranking, compared->expected[compared->n++]);
  smaajob_ranking_free (ranking);
  return true;
}

static void
assert_openings_rank_alike (const Crowd *crowd, SmaajobMarket *market, size_t top)
{
  const size_t n = market->n;
  const size_t rooms[] = {0, n / 2 * top, (n - 1) * top};
  const Kernel *paths[MOST_PATHS];
  const unsigned n_paths = list_paths (paths);
  Compared compared = {calloc (n, sizeof (void *)), 0};
  SmaajobRankingOptions options = {
      .policy = crowd->world.policy, .top = top, .receive = take, .data = &compared};

  options.count_blockers = top % 2;
  ck_assert (
      rank_openings_by (NULL, &(RankSides){crowd->caseload, market, 0, 0}, &options, &error));
  ck_assert_uint_eq (compared.n, n);
  options.receive = compare;
  for (unsigned path = 0; path + 1 < n_paths; path++)
    for (size_t i = 0; i < COUNT (rooms); i++) {
      const RankSides sides = {crowd->caseload, market, rooms[i], 0};

      compared.n = 0;
      options.threads = 1 + (unsigned) i;
      ck_assert (rank_openings_by (paths[path], &sides, &options, &error));
      ck_assert_uint_eq (compared.n, n);
    }
  for (size_t i = 0; i < n; i++)
    smaajob_ranking_free (compared.expected[i]);
  free (compared.expected);
}

START_TEST (openings_of_many_parts_are_ranked_for_alike)
{
  const CrowdSort sorts[] = {CROWD_KNOWN, CROWD_ANY, CROWD_UNTOLD};

  for (uint64_t seed = 80; seed < 81 + pairs_wanted (20000) / 5000; seed++) {
    Crowd crowd = crowd_make (seed, sorts[seed % 3], 20, 250);
    SmaajobMarket *market = multiply (&crowd, count_many (), seed % 2);

    assert_openings_rank_alike (&crowd, market, 1 + seed % 6);
    smaajob_market_free (market);
    crowd_clear (&crowd);
  }
}
END_TEST

#define COPIES 200

/* So many that who has time is told by bits. */
static SmaajobMarket *
make_copies (SmaajobVocabulary *vocabulary, const char *opening)
{
  GString *text = g_string_new (NULL);
  SmaajobMarket *market;

  for (int i = 0; i < COPIES; i++)
    g_string_append_printf (text, "{\"format\":\"smaajob.opening/1\",\"id\":\"o-%d\",%s}\n", i,
                            opening);
  market = smaajob_market_new_from_ndjson (vocabulary, text->str, text->len, &error);
  ck_assert_msg (market != NULL, "%s", error.message);
  g_string_free (text, TRUE);
  return market;
}

/* There is time for one task, which is out of reach, and none for the other. */
START_TEST (time_for_a_task_out_of_reach_is_not_common_time)
{
  const char citizen_text[] =
      "{\"format\":\"smaajob.citizen/"
      "1\",\"id\":\"c\",\"competencies\":[{\"concept\":\"esco:7e9daad3-8604-4839-af9b-"
      "dc6f8db3ef68\","
      "\"level\":1}],\"availability\":[{\"days\":[\"mon\"],\"from\":\"08:00\",\"to\":\"16:00\"}]}";
  const char opening_text[] = "\"tasks\":[{\"id\":\"a\",\"windows\":[{\"days\":[\"mon\"],\"from\":"
                              "\"08:00\",\"to\":\"16:00\"}],"
                              "\"requires\":[{\"concept\":\"esco:7e9daad3-8604-4839-af9b-"
                              "dc6f8db3ef68\",\"level\":4,\"importance\":\"must\","
                              "\"training_weeks\":null}]},{\"id\":\"b\",\"windows\":[{\"days\":["
                              "\"tue\"],\"from\":\"08:00\","
                              "\"to\":\"16:00\"}],\"requires\":[]}]";
  SmaajobVocabulary *vocabulary = smaajob_vocabulary_new (&error);
  SmaajobMarket *market = make_copies (vocabulary, opening_text);
  SmaajobCitizen *citizen =
      smaajob_citizen_new_from_json (vocabulary, citizen_text, sizeof citizen_text - 1, &error);
  SmaajobPolicy *policy = smaajob_policy_new (&error);
  SmaajobRankingOptions options = {.policy = policy, .top = 3, .count_blockers = true};
  SmaajobRanking *ranking;

  ck_assert_msg (citizen != NULL, "%s", error.message);
  ranking = smaajob_ranking_new_for_citizen (citizen, market, &options, &error);
  ck_assert_ptr_nonnull (ranking);
  ck_assert_uint_eq (smaajob_ranking_get_n_blocked_by (ranking, SMAAJOB_CODE_NO_COMMON_TIME),
                     COPIES);
  ck_assert_uint_eq (smaajob_ranking_get_n_without_score (ranking, SMAAJOB_VERDICT_BLOCKED),
                     COPIES);
  smaajob_ranking_free (ranking);
  smaajob_policy_free (policy);
  smaajob_citizen_free (citizen);
  smaajob_market_free (market);
  smaajob_vocabulary_free (vocabulary);
}
END_TEST

static void
assert_one_is_brute_force (const Crowd *crowd, int citizen, bool every)
{
  SmaajobRankingOptions options = {
      .policy = crowd->world.policy, .top = 15, .count_blockers = every};
  BruteForce expected = brute_force_for_citizen (crowd, citizen);
  SmaajobRanking *ranking =
      smaajob_ranking_new_for_citizen (crowd->citizens[citizen], crowd->market, &options, &error);

  ck_assert_ptr_nonnull (ranking);
  assert_is_brute_force (ranking, &expected, options.top, every);
  smaajob_ranking_free (ranking);
}

/* Bounds are of a market and a policy: what is kept of one ranking is not for another. */
START_TEST (policies_may_take_turns)
{
  const char strict_text[] =
      "{\"format\":\"smaajob.policy/1\",\"max_training_weeks\":0,\"floor\":0.5}";
  Crowd crowd = crowd_make (9, CROWD_KNOWN, 4, 200);
  SmaajobPolicy *usual = crowd.world.policy,
                *strict = smaajob_policy_new_from_json (strict_text, strlen (strict_text), &error);

  ck_assert_msg (strict != NULL, "%s", error.message);
  for (int i = 0; i < 24; i++) {
    crowd.world.policy = i % 3 ? strict : usual;
    assert_one_is_brute_force (&crowd, i % 4, i >= 12);
  }
  smaajob_policy_free (strict);
  crowd.world.policy = usual;
  crowd_clear (&crowd);
}
END_TEST

#define MOST_HANDS 12

static void *
rank_again_and_again (void *data)
{
  const Crowd *crowd = data;
  SmaajobRankingOptions options = {.policy = crowd->world.policy, .top = 5};
  SmaajobError own;
  size_t sum = 0;

  for (int i = 0; i < 40; i++) {
    SmaajobRanking *ranking =
        smaajob_ranking_new_for_citizen (crowd->citizens[i % 4], crowd->market, &options, &own);

    for (size_t k = 0; ranking != NULL && k < smaajob_ranking_get_n_ranked (ranking); k++)
      sum += (k + 1) * smaajob_ranking_get_ranked_at (ranking, k).number;
    smaajob_ranking_free (ranking);
  }
  return (void *) sum;
}

START_TEST (threads_may_rank_one_market_at_once)
{
  Crowd crowd = crowd_make (9, CROWD_KNOWN, 4, 200);
  void *expected = rank_again_and_again (&crowd), *sums[MOST_HANDS];
  pthread_t hands[MOST_HANDS];

  for (int i = 0; i < MOST_HANDS; i++)
    ck_assert_int_eq (pthread_create (&hands[i], NULL, rank_again_and_again, &crowd), 0);
  for (int i = 0; i < MOST_HANDS; i++)
    ck_assert_int_eq (pthread_join (hands[i], &sums[i]), 0);
  for (int i = 0; i < MOST_HANDS; i++)
    ck_assert_ptr_eq (sums[i], expected);
  crowd_clear (&crowd);
  ck_assert_uint_eq (bytes_in_use, 0);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {every_path_ranks_as_brute_force_does,
                                every_path_tells_of_which_pairs_nothing_is_known,
                                every_path_counts_blockers_of_few_openings_alike,
                                every_path_ranks_many_citizens_as_brute_force_does,
                                every_path_ranks_a_market_of_many_parts_alike,
                                openings_of_many_parts_are_ranked_for_alike,
                                time_for_a_task_out_of_reach_is_not_common_time,
                                policies_may_take_turns,
                                threads_may_rank_one_market_at_once};
  Suite *suite = suite_create ("paths");

  add_case (suite, "paths", tests, COUNT (tests));
  return run_suite (suite);
}
