/* SPDX-License-Identifier: Apache-2.0 */
/* Openings that lie so near to where a journey becomes too long that floats cannot tell on which
   side: rankings against what the score says of each pair, which reckons in minutes. */
#include "support-paths.h"

#include "judgement/travel.h"
#include "many/screen.h"

/* The citizens of a crowd live at one place, and its openings lie where their journeys end: all
   around, or all in one direction, so that whole blocks are on one side or on none. */
typedef struct {
  const SmaajobPolicy *policy;
  PlaceModel home;
  SmaajobMode mode;
  int max_minutes;
  bool around;
  double north, east; /* the one direction: steps of about a millionth of a degree */
  int least, most;    /* so much farther than the edge, in centimetres */
} Setting;

static bool
takes_too_long (const SmaajobCitizen *citizen, const SmaajobOpening *opening,
                const SmaajobPolicy *policy)
{
  const SmaajobPair pair = {citizen, opening, SMAAJOB_UNKNOWN};

  return travel_minutes (&pair, policy) > citizen->travel_max_minutes;
}

static PlaceModel
place_towards (const Setting *setting, double steps)
{
  return (PlaceModel){true, setting->home.lat + (int) (steps * setting->north),
                      setting->home.lon + (int) (steps * setting->east)};
}

static Place
place_of (PlaceModel model)
{
  return place_make (model.lat, model.lon);
}

static bool
is_too_far (const Setting *setting, double steps)
{
  const SmaajobCitizen citizen = {.travel_known = true,
                                  .travel_mode = (uint8_t) setting->mode,
                                  .travel_max_minutes = setting->max_minutes,
                                  .location_known = true,
                                  .location = place_of (setting->home)};
  const SmaajobOpening opening = {.location_known = true,
                                  .location = place_of (place_towards (setting, steps))};

  return takes_too_long (&citizen, &opening, setting->policy);
}

/* In steps. */
static double
find_edge (const Setting *setting)
{
  double near = 0, far = 1;

  while (!is_too_far (setting, far))
    far *= 2;
  while (far - near > 0.1) {
    const double middle = (near + far) / 2;

    if (is_too_far (setting, middle))
      far = middle;
    else
      near = middle;
  }
  return far;
}

static void
draw_direction (Random *random, Setting *setting)
{
  do {
    setting->north = random_between (random, -100, 100) / 100.0;
    setting->east = random_between (random, -100, 100) / 100.0;
  } while (setting->north * setting->north + setting->east * setting->east < 0.3);
}

/* Some lie anywhere. */
static PlaceModel
draw_end (const Setting *setting, Random *random)
{
  Setting one = *setting;
  double edge, metres;
  Place home = place_of (setting->home), end;

  if (setting->around)
    draw_direction (random, &one);
  edge = find_edge (&one);
  if (setting->around && random_chance (random, 10))
    return place_towards (&one, edge * random_between (random, 0, 20) / 10);
  end = place_of (place_towards (&one, edge));
  metres = (double) place_distance_metres (&home, &end);
  return place_towards (
      &one, edge * (1 + random_between (random, setting->least, setting->most) / metres / 100));
}

static Setting
draw_setting (const World *world, Random *random)
{
  static const PlaceModel homes[] = {{true, 57048000, 9919000},
                                     {true, 12000, -78500000},
                                     {true, -33870000, 151210000},
                                     {true, 69650000, 18960000}};
  static const int minutes[] = {0, 5, 15, 30, 45, 60, 120};
  static const int sides[][2] = {{-250, 250}, {-250, 250}, {-600, 600}, {-170, -20}, {20, 170}};
  const int *side = sides[random_below (random, COUNT (sides))];
  Setting setting = {.policy = world->policy,
                     .home = homes[random_below (random, COUNT (homes))],
                     .mode = (SmaajobMode) random_below (random, 4),
                     .max_minutes = minutes[random_below (random, COUNT (minutes))],
                     .around = random_chance (random, 60),
                     .least = side[0],
                     .most = side[1]};

  draw_direction (random, &setting);
  return setting;
}

/* Little else stands in the way, so that it is seen who is left out for the journey. */
static void
ease (PairModel *pair)
{
  pair->citizen.choice = SMAAJOB_CHOICE_INFORMED;
  pair->citizen.hours_known = pair->citizen.availability.known = false;
  pair->citizen.complete = false;
  pair->citizen.n_needs = 0;
  pair->opening.n_gates = 0;
  pair->opening.terms[0] = SMAAJOB_ANSWER_YES;
}

static void
live_there (const Setting *setting, Random *random, CitizenModel *citizen)
{
  citizen->location = setting->home;
  citizen->location.lat += random_between (random, -2, 2);
  citizen->location.lon += random_between (random, -2, 2);
  citizen->travel_known = true;
  citizen->mode = setting->mode;
  citizen->max_minutes = setting->max_minutes;
}

static Crowd
make_crowd (uint64_t seed, int n_citizens, int n_openings)
{
  Crowd crowd = {.world = world_make (seed, (int) (seed % 11))};
  Random random = random_make (seed, 9);
  const Setting setting = draw_setting (&crowd.world, &random);

  while (crowd.n_citizens < n_citizens || crowd.n_openings < n_openings) {
    PairModel pair = pair_draw (&crowd.world, &random, (Unknown){2, 2});

    if (random_chance (&random, 80))
      ease (&pair);
    if (crowd.n_citizens % 5 != 4)
      live_there (&setting, &random, &pair.citizen);
    pair.opening.location = draw_end (&setting, &random);
    if (crowd.n_citizens < n_citizens)
      crowd_add_citizen (&crowd, &pair.citizen);
    if (crowd.n_openings < n_openings)
      crowd_add_opening (&crowd, &pair.opening);
  }
  crowd_gather (&crowd);
  return crowd;
}

/* Pairs that floats leave undecided and that nothing else blocks, by what the score decides. */
typedef struct {
  int within, beyond;
} Undecided;

static bool
is_undecided (const Screen *screen, const SmaajobOpening *opening)
{
  const Place *a = &screen->citizen->location, *b = &opening->location;
  const float x = (float) b->x - (float) a->x, y = (float) b->y - (float) a->y,
              z = (float) b->z - (float) a->z, square = x * x + y * y + z * z;

  return square > screen->range.near && square <= screen->range.far;
}

static void
count_undecided_of (const Screen *screen, const Crowd *crowd, Undecided *counts)
{
  for (int i = 0; i < crowd->n_openings; i++) {
    const SmaajobPair pair = {screen->citizen, crowd->openings[i], SMAAJOB_UNKNOWN};
    SmaajobError error;
    SmaajobMatch *match = smaajob_match_new (&pair, crowd->world.policy, &error);
    const bool far = takes_too_long (pair.citizen, pair.opening, crowd->world.policy);

    ck_assert_ptr_nonnull (match);
    if (is_undecided (screen, pair.opening) && smaajob_match_get_n_blockers (match) == far)
      *(far ? &counts->beyond : &counts->within) += 1;
    smaajob_match_free (match);
  }
}

static void
count_undecided (const Crowd *crowd, Undecided *counts)
{
  View *view = view_new (crowd->market, crowd->world.policy);
  Screen *screen = screen_new (crowd->market, view);

  ck_assert_ptr_nonnull (screen);
  for (int i = 0; i < crowd->n_citizens; i++) {
    screen_set_out (screen, crowd->citizens[i]);
    if (screen->range.made)
      count_undecided_of (screen, crowd, counts);
  }
  screen_free (screen);
  view_free (view);
}

START_TEST (rankings_decide_at_the_edge_of_reach_as_the_score_does)
{
  const uint64_t n = 12 + number_from ("SMAAJOB_TEST_PAIRS", 20000) / 1000 % 30;
  Undecided counts = {0, 0};

  for (uint64_t seed = 400; seed < 400 + n; seed++) {
    Random random = random_make (seed, 3);
    Crowd crowd =
        make_crowd (seed, random_between (&random, 2, 8), random_between (&random, 1, 150));

    assert_paths_rank_alike (&crowd, (size_t) random_between (&random, 1, CROWD_MOST), 1);
    count_undecided (&crowd, &counts);
    crowd_clear (&crowd);
  }
  ck_assert_int_gt (counts.within, 300);
  ck_assert_int_gt (counts.beyond, 300);
}
END_TEST

static void
assert_ranked_alone (const Crowd *crowd, int opening, bool every)
{
  const SmaajobRankingOptions options = {
      .policy = crowd->world.policy, .top = CROWD_MOST, .count_blockers = every};
  BruteForce expected = brute_force_for_opening (crowd, opening);
  SmaajobError error;
  SmaajobRanking *ranking =
      smaajob_ranking_new_for_opening (crowd->openings[opening], crowd->caseload, &options, &error);

  ck_assert_ptr_nonnull (ranking);
  assert_is_brute_force (ranking, &expected, CROWD_MOST, every);
  smaajob_ranking_free (ranking);
}

START_TEST (one_opening_at_the_edge_of_reach_of_a_caseload_is_ranked_for_as_the_score_does)
{
  Undecided counts = {0, 0};

  for (uint64_t seed = 600; seed < 620; seed++) {
    Crowd crowd = make_crowd (seed, 20, 12);

    for (int opening = 0; opening < crowd.n_openings; opening++) {
      assert_ranked_alone (&crowd, opening, false);
      assert_ranked_alone (&crowd, opening, true);
    }
    count_undecided (&crowd, &counts);
    crowd_clear (&crowd);
  }
  ck_assert_int_gt (counts.within, 300);
  ck_assert_int_gt (counts.beyond, 300);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
      rankings_decide_at_the_edge_of_reach_as_the_score_does,
      one_opening_at_the_edge_of_reach_of_a_caseload_is_ranked_for_as_the_score_does};
  Suite *suite = suite_create ("reach");

  add_case (suite, "reach", tests, COUNT (tests));
  return run_suite (suite);
}
