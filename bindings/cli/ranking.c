/* SPDX-License-Identifier: Apache-2.0 */
#include "rank.h"

#include <string.h>

guint
ranking_get_n (const Ranking *ranking)
{
  return ranking->by_opening ? ranking->openings->len : ranking->citizens->len;
}

const char *
ranking_get_id (const Ranking *ranking, guint i)
{
  if (ranking->by_opening)
    return smaajob_opening_get_id (g_ptr_array_index (ranking->openings, i));
  return smaajob_citizen_get_id (g_ptr_array_index (ranking->citizens, i));
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const Ranked *x = a, *y = b;

  if (x->score.score != y->score.score)
    return x->score.score > y->score.score ? -1 : 1;
  if (x->score.verdict != y->score.verdict)
    return x->score.verdict > y->score.verdict ? -1 : 1;
  return strcmp (x->other, y->other);
}

static bool
score_pair (const Ranking *ranking, guint c, guint o, Ranked *ranked, Report *report)
{
  const SmaajobPair pair = {g_ptr_array_index (ranking->citizens, c),
                            g_ptr_array_index (ranking->openings, o), SMAAJOB_UNKNOWN};
  SmaajobError error;

  if (!smaajob_score (&pair, ranking->policy, &ranked->score, &error)) {
    report_error (report, "smaajob", 1, &error);
    return false;
  }
  ranked->citizen = smaajob_citizen_get_id (pair.citizen);
  ranked->opening = smaajob_opening_get_id (pair.opening);
  ranked->other = ranking->by_opening ? ranked->citizen : ranked->opening;
  return true;
}

GArray *
ranking_make (Ranking *ranking, guint i, Report *report)
{
  const guint n = ranking->by_opening ? ranking->citizens->len : ranking->openings->len;
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (Ranked));

  for (guint k = 0; k < n; k++) {
    Ranked ranked;

    if (!score_pair (ranking, ranking->by_opening ? k : i, ranking->by_opening ? i : k, &ranked,
                     report))
      return NULL;
    if (ranked.score.score == SMAAJOB_UNKNOWN)
      ranking->left_out[ranked.score.verdict]++;
    else
      g_array_append_val (list, ranked);
  }
  g_array_sort (list, compare);
  g_array_set_size (list, MIN (list->len, ranking->top));
  return g_steal_pointer (&list);
}
