/* SPDX-License-Identifier: Apache-2.0 */
#include "base/sphere.h"

#include <float.h>
#include <math.h>

_Static_assert(FLT_EVAL_METHOD == 0, "the same bytes on every machine");

#define HALF_PI             1.57079632679489661923
#define EARTH_RADIUS_METRES 6371008.8
#define QUARTER_TURN        90000000

/* Taylor's series for |x| <= π/4, to the last bit but one. */
static double
sine_near (double x)
{
  double square = x * x, sum = 0;

  for (int n = 17; n > 1; n -= 2)
    sum = -square / (n * (n - 1)) * (1 + sum);
  return x * (1 + sum);
}

static double
cosine_near (double x)
{
  double square = x * x, sum = 0;

  for (int n = 18; n > 1; n -= 2)
    sum = -square / (n * (n - 1)) * (1 + sum);
  return 1 + sum;
}

/* The angle is a whole number of millionths, so that the quarter turns are taken off exactly. */
static double
sine (int64_t millionths)
{
  int64_t quarters = (millionths + QUARTER_TURN / 2 + 8 * (int64_t) QUARTER_TURN) / QUARTER_TURN;
  double x = (double) (millionths - (quarters - 8) * QUARTER_TURN) * (HALF_PI / QUARTER_TURN);

  switch (quarters % 4) {
  case 0:
    return sine_near (x);
  case 1:
    return cosine_near (x);
  case 2:
    return -sine_near (x);
  default:
    return -cosine_near (x);
  }
}

static double
cosine (int64_t millionths)
{
  return sine (millionths + QUARTER_TURN);
}

Place
place_make (int32_t lat_millionths, int32_t lon_millionths)
{
  double cos_lat = cosine (lat_millionths);
  Place place = {lat_millionths, lon_millionths, cos_lat * cosine (lon_millionths),
                 cos_lat * sine (lon_millionths), sine (lat_millionths)};

  return place;
}

/* arcsin for 0 <= s <= 1/2: each term of the series is less than a quarter of the one before. */
static double
arc_sine_near (double s)
{
  double square = s * s, term = s, sum = s;

  for (int n = 1; term > sum * 1e-17; n++) {
    term *= square * (2 * n - 1) / (2 * n);
    sum += term / (2 * n + 1);
  }
  return sum;
}

static double
arc_sine (double s)
{
  return s <= 0.5 ? arc_sine_near (s) : HALF_PI - 2 * arc_sine_near (sqrt ((1 - s) / 2));
}

int64_t
place_distance_metres (const Place *a, const Place *b)
{
  double x = a->x - b->x, y = a->y - b->y, z = a->z - b->z;
  double half_chord = sqrt (x * x + y * y + z * z) / 2;

  if (half_chord > 1)
    half_chord = 1;
  return (int64_t) (2 * EARTH_RADIUS_METRES * arc_sine (half_chord) + 0.5);
}
