/* SPDX-License-Identifier: Apache-2.0 */
#ifndef BASE_SPHERE_H
#define BASE_SPHERE_H

#include <smaajob/error.h>

#define PLACE_MOST_LAT 90000000
#define PLACE_MOST_LON 180000000

/* A place on the globe: as stated in millionths of a degree, and as a unit vector made of them with
   + − × ÷ alone, so that a distance is the same on every machine. */
typedef struct {
  int32_t lat_millionths, lon_millionths;
  double x, y, z;
} Place;

Place place_make (int32_t lat_millionths, int32_t lon_millionths);
int64_t place_distance_metres (const Place *a, const Place *b); /* great circle, R = 6371008.8 m */

#endif
