/* SPDX-License-Identifier: Apache-2.0 */
#include "support-data.h"

#include "many.h"

#include <smaajob/smaajob.h>

static SmaajobError error;

/* Two documents of each kind, as builders and NDJSON make them. */
static Crowd crowd;

static void
set_up (void)
{
  crowd = crowd_make (17, CROWD_ANY, 5, 6);
}

static void
tear_down (void)
{
  crowd_clear (&crowd);
  ck_assert_uint_eq (bytes_in_use, 0);
}

START_TEST (a_market_has_its_openings_in_the_order_they_were_added)
{
  ck_assert_uint_eq (smaajob_market_get_n_openings (crowd.market), 6);
  for (size_t i = 0; i < 6; i++)
    ck_assert_str_eq (smaajob_market_get_opening_id_at (crowd.market, i),
                      smaajob_opening_get_id (crowd.openings[i]));
  ck_assert_str_eq (smaajob_market_get_opening_id_at (crowd.market, 6), "");
  ck_assert_uint_gt (smaajob_market_get_size_bytes (crowd.market), 6 * 40);
}
END_TEST

START_TEST (a_caseload_has_its_citizens_in_the_order_they_were_added)
{
  ck_assert_uint_eq (smaajob_caseload_get_n_citizens (crowd.caseload), 5);
  for (size_t i = 0; i < 5; i++)
    ck_assert_str_eq (smaajob_caseload_get_citizen_id_at (crowd.caseload, i),
                      smaajob_citizen_get_id (crowd.citizens[i]));
  ck_assert_str_eq (smaajob_caseload_get_citizen_id_at (crowd.caseload, 5), "");
  ck_assert_uint_gt (smaajob_caseload_get_size_bytes (crowd.caseload), 5 * 16);
}
END_TEST

static SmaajobMarket *
read_market (const char *text)
{
  return smaajob_market_new_from_ndjson (crowd.world.vocabulary, text, strlen (text), &error);
}

static SmaajobCaseload *
read_caseload (const char *text)
{
  return smaajob_caseload_new_from_ndjson (crowd.world.vocabulary, text, strlen (text), &error);
}

/* The text with something before its line of that number, from 0. */
static char *
insert (const char *text, int line, const char *what)
{
  char *changed = malloc (strlen (text) + strlen (what) + 1);
  const char *at = text;

  for (; line > 0; line--)
    at = strchr (at, '\n') + 1;
  sprintf (changed, "%.*s%s%s", (int) (at - text), text, what, at);
  return changed;
}

START_TEST (ndjson_makes_what_a_builder_makes)
{
  char *text = insert (crowd.openings_text, 2, "\n  \t\r\n");
  SmaajobMarket *market = read_market (text);
  SmaajobCaseload *caseload;

  text[strlen (text) - 1] = '\0'; /* the last line need not end */
  smaajob_market_free (market);
  market = read_market (text);
  caseload = read_caseload (crowd.citizens_text);
  ck_assert_uint_eq (smaajob_market_get_n_openings (market), 6);
  ck_assert_str_eq (smaajob_market_get_opening_id_at (market, 5),
                    smaajob_opening_get_id (crowd.openings[5]));
  ck_assert_uint_eq (smaajob_market_get_size_bytes (market),
                     smaajob_market_get_size_bytes (crowd.market));
  ck_assert_uint_eq (smaajob_caseload_get_n_citizens (caseload), 5);
  ck_assert_str_eq (smaajob_caseload_get_citizen_id_at (caseload, 4),
                    smaajob_citizen_get_id (crowd.citizens[4]));
  smaajob_market_free (market);
  smaajob_caseload_free (caseload);
  free (text);
}
END_TEST

START_TEST (a_text_without_documents_is_empty)
{
  const char *const texts[] = {"", "\n", " \n\t\n", "\r\n"};

  for (size_t i = 0; i < COUNT (texts); i++) {
    SmaajobMarket *market = read_market (texts[i]);
    SmaajobCaseload *caseload = read_caseload (texts[i]);

    ck_assert (market != NULL && caseload != NULL);
    ck_assert_uint_eq (smaajob_market_get_n_openings (market), 0);
    ck_assert_uint_eq (smaajob_caseload_get_n_citizens (caseload), 0);
    smaajob_market_free (market);
    smaajob_caseload_free (caseload);
  }
}
END_TEST

START_TEST (a_bad_line_is_told_by_its_number)
{
  const struct {
    const char *line, *pointer;
    SmaajobErrorCode code;
  } rows[] = {{"{]\n", "", SMAAJOB_ERROR_SYNTAX},
              {"{\"format\":\"smaajob.policy/1\"}\n", "/format", SMAAJOB_ERROR_FORMAT},
              {"{\"format\":\"smaajob.opening/1\"}\n", "", SMAAJOB_ERROR_MISSING},
              {"\xff\n", "", SMAAJOB_ERROR_ENCODING}};

  for (size_t i = 0; i < COUNT (rows); i++) {
    char *text = insert (crowd.openings_text, 3, rows[i].line);

    ck_assert_ptr_null (read_market (text));
    assert_fault (&error, rows[i].code, rows[i].pointer);
    ck_assert_uint_eq (error.line, 4);
    free (text);
  }
}
END_TEST

START_TEST (an_id_said_twice_is_told_where_it_is_said_again)
{
  char *line = strndup (crowd.openings_text, strcspn (crowd.openings_text, "\n") + 1);
  char *text = insert (crowd.openings_text, 4, line);
  SmaajobCaseloadBuilder *builder = smaajob_caseload_builder_new (crowd.world.vocabulary, &error);

  ck_assert_ptr_null (read_market (text));
  assert_fault (&error, SMAAJOB_ERROR_DUPLICATE, "/id");
  ck_assert_uint_eq (error.line, 5);
  free (text);
  free (line);

  for (int i = 0; i < 4; i++)
    ck_assert (smaajob_caseload_builder_add_citizen (builder, crowd.citizens[i % 3], &error));
  ck_assert_ptr_null (smaajob_caseload_builder_build (builder, &error));
  assert_fault (&error, SMAAJOB_ERROR_DUPLICATE, "/3/id");
  smaajob_caseload_builder_free (builder);
}
END_TEST

START_TEST (builders_may_be_used_on)
{
  SmaajobMarketBuilder *builder = smaajob_market_builder_new (crowd.world.vocabulary, &error);
  SmaajobMarket *markets[3];

  for (int i = 0; i < 3; i++) {
    markets[i] = smaajob_market_builder_build (builder, &error);
    ck_assert (smaajob_market_builder_add_opening (builder, crowd.openings[i], &error));
  }
  smaajob_market_builder_free (builder);
  for (size_t i = 0; i < 3; i++) {
    ck_assert_uint_eq (smaajob_market_get_n_openings (markets[i]), i);
    smaajob_market_free (markets[i]);
  }
}
END_TEST

START_TEST (what_does_not_belong_together_is_an_argument_fault)
{
  Crowd other = crowd_make (18, CROWD_ANY, 1, 1);
  SmaajobMarketBuilder *openings = smaajob_market_builder_new (crowd.world.vocabulary, &error);
  SmaajobCaseloadBuilder *citizens = smaajob_caseload_builder_new (crowd.world.vocabulary, &error);
  const bool done[] = {
      smaajob_market_builder_new (NULL, &error) != NULL,
      smaajob_caseload_builder_new (NULL, &error) != NULL,
      smaajob_market_builder_add_opening (openings, NULL, &error),
      smaajob_market_builder_add_opening (NULL, crowd.openings[0], &error),
      smaajob_market_builder_add_opening (openings, other.openings[0], &error),
      smaajob_caseload_builder_add_citizen (citizens, NULL, &error),
      smaajob_caseload_builder_add_citizen (NULL, crowd.citizens[0], &error),
      smaajob_caseload_builder_add_citizen (citizens, other.citizens[0], &error),
      smaajob_market_builder_build (NULL, &error) != NULL,
      smaajob_caseload_builder_build (NULL, &error) != NULL,
      smaajob_market_new_from_ndjson (NULL, "", 0, &error) != NULL,
      smaajob_market_new_from_ndjson (crowd.world.vocabulary, NULL, 0, &error) != NULL,
      smaajob_caseload_new_from_ndjson (NULL, "", 0, &error) != NULL,
      smaajob_caseload_new_from_ndjson (crowd.world.vocabulary, NULL, 0, &error) != NULL,
  };

  assert_fault (&error, SMAAJOB_ERROR_ARGUMENT, "");
  for (size_t i = 0; i < COUNT (done); i++)
    ck_assert (!done[i]);
  smaajob_market_builder_free (openings);
  smaajob_caseload_builder_free (citizens);
  crowd_clear (&other);
}
END_TEST

START_TEST (nothing_is_read_from_nothing)
{
  ck_assert_uint_eq (smaajob_market_get_n_openings (NULL), 0);
  ck_assert_str_eq (smaajob_market_get_opening_id_at (NULL, 0), "");
  ck_assert_uint_eq (smaajob_market_get_size_bytes (NULL), 0);
  ck_assert_uint_eq (smaajob_caseload_get_n_citizens (NULL), 0);
  ck_assert_str_eq (smaajob_caseload_get_citizen_id_at (NULL, 0), "");
  ck_assert_uint_eq (smaajob_caseload_get_size_bytes (NULL), 0);
  smaajob_market_free (NULL);
  smaajob_market_builder_free (NULL);
  smaajob_caseload_free (NULL);
  smaajob_caseload_builder_free (NULL);
}
END_TEST

static bool
build_everything (SmaajobError *fault)
{
  SmaajobMarket *market = smaajob_market_new_from_ndjson (
      crowd.world.vocabulary, crowd.openings_text, strlen (crowd.openings_text), fault);
  SmaajobCaseload *caseload =
      market == NULL
          ? NULL
          : smaajob_caseload_new_from_ndjson (crowd.world.vocabulary, crowd.citizens_text,
                                              strlen (crowd.citizens_text), fault);
  bool done = caseload != NULL;

  smaajob_market_free (market);
  smaajob_caseload_free (caseload);
  return done;
}

START_TEST (when_memory_runs_out_it_is_told)
{
  assert_told_when_memory_runs_out (build_everything);
}
END_TEST

static SmaajobOpening *
open_lifting (SmaajobVocabulary *vocabulary, int number, int weight)
{
  char text[200], *end = text;
  SmaajobOpening *opening;

  end += sprintf (text,
                  "{\"format\":\"smaajob.opening/1\",\"id\":\"o-%d\",\"exposures\":"
                  "{\"phy_lift\":%d},\"tasks\":[{\"id\":\"t\",\"requires\":[]}]}",
                  number, weight);
  opening = smaajob_opening_new_from_json (vocabulary, text, (size_t) (end - text), &error);
  ck_assert_msg (opening != NULL, "%s", error.message);
  return opening;
}

/* The lightest are kept; what is above 100 is out of reach. */
static void
assert_lightest_are_best (SmaajobVocabulary *vocabulary, SmaajobMarket *market,
                          const char *strength, bool counted)
{
  char text[300];
  int end = sprintf (text,
                     "{\"format\":\"smaajob.citizen/1\",\"id\":\"c\",\"needs\":[{\"condition\":"
                     "\"phy_lift\",\"at_most\":100,\"strength\":\"%s\"}]}",
                     strength);
  SmaajobCitizen *citizen = smaajob_citizen_new_from_json (vocabulary, text, (size_t) end, &error);
  SmaajobPolicy *policy = smaajob_policy_new (&error);
  SmaajobRankingOptions options = {.policy = policy, .top = 200, .count_blockers = counted};
  SmaajobRanking *ranking = smaajob_ranking_new_for_citizen (citizen, market, &options, &error);
  bool must = strength[0] == 'm';

  ck_assert_uint_eq (smaajob_ranking_get_n_ranked (ranking), must ? 100 : 200);
  ck_assert_uint_eq (smaajob_ranking_get_n_without_score (ranking, SMAAJOB_VERDICT_BLOCKED),
                     must && counted ? 300 : 0);
  for (size_t i = 0; i < (must ? 100u : 101u); i++)
    ck_assert_uint_ge (smaajob_ranking_get_ranked_at (ranking, i).number, i < 100 ? 300 : 0);
  smaajob_ranking_free (ranking);
  smaajob_policy_free (policy);
  smaajob_citizen_free (citizen);
}

static void
assert_any_number_of_values_may_be_stated (SmaajobVocabulary *vocabulary)
{
  SmaajobMarketBuilder *builder = smaajob_market_builder_new (vocabulary, &error);
  SmaajobMarket *market;

  for (int i = 0; i < 400; i++) {
    SmaajobOpening *opening = open_lifting (vocabulary, i, 400 - i);

    ck_assert (smaajob_market_builder_add_opening (builder, opening, &error));
    smaajob_opening_free (opening);
  }
  market = smaajob_market_builder_build (builder, &error);
  ck_assert_ptr_nonnull (market);
  for (int counted = 0; counted < 2; counted++) {
    assert_lightest_are_best (vocabulary, market, "must", counted);
    assert_lightest_are_best (vocabulary, market, "should", counted);
  }
  smaajob_market_free (market);
  smaajob_market_builder_free (builder);
}

START_TEST (any_number_of_values_may_be_stated)
{
  SmaajobVocabulary *vocabulary = smaajob_vocabulary_new (&error);

  assert_any_number_of_values_may_be_stated (vocabulary);
  smaajob_vocabulary_free (vocabulary);
}
END_TEST

START_TEST (the_last_of_the_most_conditions_there_may_be_is_ranked_by)
{
  SmaajobVocabularyBuilder *builder = smaajob_vocabulary_builder_new (NULL, "most", &error);
  const SmaajobCondition lifting = {
      .id = "phy_lift", .type = SMAAJOB_CONDITION_CEILING, .label_da = "da"};
  SmaajobVocabulary *vocabulary;

  for (int i = 0; i < 65534; i++) {
    char id[16];
    const SmaajobCondition condition = {.id = id, .label_da = "da"};

    sprintf (id, "c%d", i);
    ck_assert (smaajob_vocabulary_builder_add_condition (builder, &condition, &error));
  }
  ck_assert (smaajob_vocabulary_builder_add_condition (builder, &lifting, &error));
  vocabulary = smaajob_vocabulary_builder_build (builder, &error);
  smaajob_vocabulary_builder_free (builder);
  assert_any_number_of_values_may_be_stated (vocabulary);
  smaajob_vocabulary_free (vocabulary);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {a_market_has_its_openings_in_the_order_they_were_added,
                                a_caseload_has_its_citizens_in_the_order_they_were_added,
                                ndjson_makes_what_a_builder_makes,
                                a_text_without_documents_is_empty,
                                a_bad_line_is_told_by_its_number,
                                an_id_said_twice_is_told_where_it_is_said_again,
                                builders_may_be_used_on,
                                what_does_not_belong_together_is_an_argument_fault,
                                nothing_is_read_from_nothing,
                                when_memory_runs_out_it_is_told,
                                any_number_of_values_may_be_stated,
                                the_last_of_the_most_conditions_there_may_be_is_ranked_by};
  Suite *suite = suite_create ("market");
  tcase_add_checked_fixture (add_case (suite, "market", tests, COUNT (tests)), set_up, tear_down);

  return run_suite (suite);
}
