/* SPDX-License-Identifier: Apache-2.0 */
#include "base/sphere.h"
#include "population.h"

#include <check.h>
#include <math.h>
#include <stdlib.h>

#define RADIUS       6371008.8
#define HALF_EQUATOR 20015114 /* metres, π · radius */
#define PER_RADIAN   57295779.513082320877

static double
haversine (int32_t lat_a, int32_t lon_a, int32_t lat_b, int32_t lon_b)
{
  double lat = sin ((lat_b - lat_a) / PER_RADIAN / 2);
  double lon = sin (((double) lon_b - lon_a) / PER_RADIAN / 2);
  double h = lat * lat + cos (lat_a / PER_RADIAN) * cos (lat_b / PER_RADIAN) * lon * lon;

  return 2 * RADIUS * asin (sqrt (h < 1 ? h : 1));
}

static int64_t
distance (int32_t lat_a, int32_t lon_a, int32_t lat_b, int32_t lon_b)
{
  const Place a = place_make (lat_a, lon_a), b = place_make (lat_b, lon_b);

  ck_assert_int_eq (place_distance_metres (&a, &b), place_distance_metres (&b, &a));
  return place_distance_metres (&a, &b);
}

/* Places in millionths of a degree, metres, and how far off. */
static const struct {
  int32_t lat_a, lon_a, lat_b, lon_b;
  int64_t metres, tolerance;
} known[] = {
    {57048000, 9919000, 55676000, 12568000, 223000, 1115}, /* Aalborg, Copenhagen */
    {57048000, 9919000, 57048000, 9919000, 0, 0},          /* the same place */
    {90000000, 0, -90000000, 0, HALF_EQUATOR, 1},          /* from pole to pole */
    {90000000, -120000000, 90000000, 45000000, 0, 0},      /* the pole has every longitude */
    {0, 0, 0, 180000000, HALF_EQUATOR, 1},                 /* antipodes on the equator */
    {0, -180000000, 0, 180000000, 0, 0},                   /* the date line is one line */
    {57048000, 9919000, -57048000, -170081000, HALF_EQUATOR, 1},
    {0, 0, 0, 90000000, HALF_EQUATOR / 2, 1},
    {0, 0, 90000000, 0, HALF_EQUATOR / 2, 1},
    {0, 0, 1000000, 0, 111195, 1},                /* one degree */
    {57048000, 9919000, 57048009, 9919000, 1, 0}, /* one metre */
    {0, 179999999, 0, -179999999, 0, 0},          /* 22 cm across the date line */
    /* Near the antipodes the last bit of a sum of squares decides the metre. */
    {54774342, 12413272, -54774330, -167586706, 20015113, 0},
    {57554352, 11511697, -57554334, -168488246, 20015111, 0},
    {54831586, 11054201, -54831557, -168945703, 20015108, 0},
};

START_TEST (a_known_distance_is_found)
{
  int64_t found = distance (known[_i].lat_a, known[_i].lon_a, known[_i].lat_b, known[_i].lon_b);

  ck_assert_int_ge (found, known[_i].metres - known[_i].tolerance);
  ck_assert_int_le (found, known[_i].metres + known[_i].tolerance);
}
END_TEST

/* Near the antipodes the haversine itself loses half its digits: a millionth of a radian. */
static void
check_against_haversine (int32_t lat_a, int32_t lon_a, int32_t lat_b, int32_t lon_b)
{
  double expected = haversine (lat_a, lon_a, lat_b, lon_b);
  double tolerance = expected > 19900000 ? 10 : 0.51;

  ck_assert_msg (fabs ((double) distance (lat_a, lon_a, lat_b, lon_b) - expected) <= tolerance,
                 "%d %d – %d %d: %lld, the haversine gives %f", lat_a, lon_a, lat_b, lon_b,
                 (long long) distance (lat_a, lon_a, lat_b, lon_b), expected);
}

START_TEST (any_distance_is_the_haversine)
{
  for (uint64_t i = 0; i < 200000; i++) {
    Random random = random_make (1, i);
    int32_t lat = random_between (&random, -90000000, 90000000);
    int32_t lon = random_between (&random, -180000000, 180000000);

    check_against_haversine (lat, lon, random_between (&random, -90000000, 90000000),
                             random_between (&random, -180000000, 180000000));
    /* And near by, where people travel. */
    lat = lat > 88000000 ? 88000000 : lat;
    lon = lon > 179000000 ? 179000000 : lon;
    check_against_haversine (lat, lon, lat + random_below (&random, 1000000),
                             lon + random_below (&random, 1000000));
  }
}
END_TEST

START_TEST (a_place_is_on_the_sphere)
{
  for (uint64_t i = 0; i < 100000; i++) {
    Random random = random_make (2, i);
    const Place place = place_make (random_between (&random, -90000000, 90000000),
                                    random_between (&random, -180000000, 180000000));
    double lat = place.lat_millionths / PER_RADIAN, lon = place.lon_millionths / PER_RADIAN;

    ck_assert_double_eq_tol (place.x, cos (lat) * cos (lon), 1e-14);
    ck_assert_double_eq_tol (place.y, cos (lat) * sin (lon), 1e-14);
    ck_assert_double_eq_tol (place.z, sin (lat), 1e-14);
  }
}
END_TEST

START_TEST (a_place_is_the_same_to_the_bit_everywhere)
{
  static const Place places[] = {
      {57048000, 9919000, 0x1.12551d52d1e17p-1, 0x1.7fc789b3645e5p-4, 0x1.ada1febd0c16cp-1},
      {-33900000, 151200000, -0x1.74669abe3f52cp-1, 0x1.997548de253f0p-2, -0x1.1d90c45524b92p-1},
  };

  for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
    const Place place = place_make (places[i].lat_millionths, places[i].lon_millionths);

    ck_assert_mem_eq (&place, &places[i], sizeof place);
  }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("sphere");
  TCase *distances = tcase_create ("distances");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_set_timeout (distances, 30);
  tcase_add_loop_test (distances, a_known_distance_is_found, 0,
                       (int) (sizeof known / sizeof *known));
  tcase_add_test (distances, any_distance_is_the_haversine);
  tcase_add_test (distances, a_place_is_on_the_sphere);
  tcase_add_test (distances, a_place_is_the_same_to_the_bit_everywhere);
  suite_add_tcase (suite, distances);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
