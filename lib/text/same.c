/* SPDX-License-Identifier: Apache-2.0 */
#include "text/same.h"

#include <string.h>

static bool
is_equal (Slice a, Slice b)
{
  return a.n == b.n && memcmp (a.at, b.at, a.n) == 0;
}

static bool
agree (Slice a, Slice b, const char *pointer)
{
  return is_equal (scan_find (a, pointer), scan_find (b, pointer));
}

/* What follows the digests: everything that is not about what it was made of. */
static Slice
find_result (Slice match)
{
  const Slice digests = scan_find (match, "/digests");
  const char *const at = digests.at + digests.n;

  return (Slice){at, (size_t) (match.at + match.n - at)};
}

SmaajobSame
matches_compare (Slice before, Slice after)
{
  SmaajobSame same = {
      .engine = agree (before, after, "/engine/version"),
      .model = agree (before, after, "/engine/model"),
      .citizen = agree (before, after, "/digests/citizen"),
      .opening = agree (before, after, "/digests/opening"),
      .policy = agree (before, after, "/digests/policy"),
      .vocabulary = agree (before, after, "/digests/vocabulary"),
      .result = is_equal (find_result (before), find_result (after)),
  };

  same.all = is_equal (before, after);
  return same;
}
