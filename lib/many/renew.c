/* SPDX-License-Identifier: Apache-2.0 */
#include "base/error.h"
#include "many/checks.h"
#include "many/ranking.h"
#include "many/screen.h"
#include "match/score.h"

#include <string.h>

/* One opening as it was and as it is, each in its market; NULL when it was or is not there. */
typedef struct {
  const SmaajobRanking *previous;
  const SmaajobCitizen *citizen;
  const SmaajobRenewal *renewal;
  const SmaajobRankingOptions *options;
  const SmaajobOpening *before, *after;
} Renewing;

/* What a pair adds to the counts of a ranking. */
typedef struct {
  SmaajobScore score;
  unsigned blockers;
} Counted;

static Counted
count_pair (const Renewing *renewing, const SmaajobOpening *opening)
{
  const SmaajobPair pair = {renewing->citizen, opening, SMAAJOB_UNKNOWN};
  Pairing pairing;
  Tally tally;
  Findings findings;
  Counted counted;

  pairing_init (&pairing, &pair, renewing->options->policy, pairing_all_tasks (opening));
  tally_init (&tally, renewing->options->policy, NULL);
  counted.score = pairing_score (&pairing, &tally, &findings);
  counted.blockers =
      counted.score.verdict == SMAAJOB_VERDICT_BLOCKED ? findings_list_blockers (&findings) : 0;
  return counted;
}

static void
add_counts (SmaajobRanking *ranking, const Counted *counted, bool more)
{
  const size_t one = more ? 1 : SIZE_MAX; /* which takes one away */

  if (counted->score.score == SMAAJOB_UNKNOWN)
    ranking->without_score[counted->score.verdict] += one;
  ranking->with_verdict[counted->score.verdict] += one;
  for (unsigned blockers = counted->blockers; blockers != 0; blockers &= blockers - 1)
    ranking->blocked_by[__builtin_ctz (blockers)] += one;
}

/* The number it has now. */
static uint32_t
renumber (const SmaajobRenewal *renewal, uint32_t number)
{
  if (renewal->kind == SMAAJOB_RENEWAL_ADDED)
    return number + (number >= renewal->number);
  return number - (renewal->kind == SMAAJOB_RENEWAL_REMOVED && number > renewal->number);
}

static RankKey
key_of (const SmaajobMarket *market, const Kept *kept)
{
  return rank_key (kept->score.score, kept->score.verdict,
                   market->ranks[market->positions[kept->number]]);
}

/* Whether it is the opening as it was. */
static bool
is_before (const Renewing *renewing, const Kept *kept)
{
  return renewing->before != NULL && kept->number == renewing->renewal->number;
}

/* The others that were kept, and the opening as it is. */
static void
keep_known (const Renewing *renewing, SmaajobRanking *ranking, const Counted *after)
{
  const SmaajobRanking *previous = renewing->previous;
  Kept own = {.number = (uint32_t) renewing->renewal->number};

  for (size_t i = 0; i < previous->n; i++) {
    Kept kept = previous->kept[i];

    if (is_before (renewing, &kept))
      continue;
    kept.number = renumber (renewing->renewal, kept.number);
    kept.key = key_of (ranking->market, &kept);
    if (ranking_has_room (ranking, kept.key))
      ranking_keep (ranking, kept);
  }
  if (after == NULL || after->score.score == SMAAJOB_UNKNOWN)
    return;
  own.score = after->score;
  own.key = key_of (ranking->market, &own);
  if (ranking_has_room (ranking, own.key))
    ranking_keep (ranking, own);
}

/* Whether the opening as it is comes before the last that was kept, whatever their ids. */
static bool
is_better_than_last (const SmaajobRanking *previous, const Counted *after)
{
  const SmaajobScore *last = &previous->kept[previous->n - 1].score;

  if (after == NULL || after->score.score == SMAAJOB_UNKNOWN)
    return false;
  return after->score.score != last->score ? after->score.score > last->score
                                           : after->score.verdict > last->verdict;
}

/* All that have a score were kept, or what was not is behind all that was, so the best are known
   while as many as before are still ahead of it. */
static bool
are_best_known (const Renewing *renewing, const Counted *after)
{
  const SmaajobRanking *previous = renewing->previous;

  if (previous->n < previous->most || previous->n == previous->n_pairs)
    return true;
  if (renewing->options->top > previous->n || previous->n == 0)
    return renewing->options->top == 0;
  for (size_t i = 0; i < previous->n; i++)
    if (is_before (renewing, &previous->kept[i]))
      return renewing->options->top < previous->n || is_better_than_last (previous, after);
  return true;
}

/* Those before, less the opening as it was, and with it as it is. */
static void
count (const Renewing *renewing, SmaajobRanking *ranking, const Counted *after)
{
  const SmaajobRanking *previous = renewing->previous;

  memcpy (ranking->without_score, previous->without_score, sizeof ranking->without_score);
  memcpy (ranking->with_verdict, previous->with_verdict, sizeof ranking->with_verdict);
  memcpy (ranking->blocked_by, previous->blocked_by, sizeof ranking->blocked_by);
  if (renewing->before != NULL) {
    const Counted before = count_pair (renewing, renewing->before);

    add_counts (ranking, &before, false);
    ranking->n_scored++;
  }
  if (after != NULL)
    add_counts (ranking, after, true);
}

static SmaajobRanking *
renew (const Renewing *renewing, SmaajobError *error)
{
  const SmaajobRanking *previous = renewing->previous;
  SmaajobMarket *market = renewing->renewal->market;
  Counted own, *after = NULL;
  SmaajobRanking *ranking;

  if (renewing->after != NULL) {
    own = count_pair (renewing, renewing->after);
    after = &own;
  }
  if ((renewing->options->count_blockers && !previous->counted) ||
      !are_best_known (renewing, after))
    return smaajob_ranking_new_for_citizen (renewing->citizen, market, renewing->options, error);
  ranking = ranking_new (previous->id, market, NULL, renewing->options);
  if (ranking == NULL) {
    error_memory (error);
    return NULL;
  }
  ranking->n_pairs = market->n;
  ranking->n_scored = after != NULL;
  if (ranking->counted)
    count (renewing, ranking, after);
  keep_known (renewing, ranking, after);
  ranking_sort (ranking);
  return ranking;
}

static bool
check_objects (const SmaajobRanking *previous, const SmaajobCitizen *citizen,
               const SmaajobRenewal *renewal, SmaajobError *error)
{
  if (previous == NULL || citizen == NULL || renewal == NULL || renewal->market == NULL)
    return error_argument (error, "the ranking, the citizen or the market is NULL");
  if (previous->market == NULL)
    return error_argument (error, "the ranking is one of a caseload");
  if (strcmp (previous->id, citizen_id (citizen)) != 0)
    return error_argument (error, "the ranking is another citizen's");
  return check_vocabularies (citizen->vocabulary, renewal->market->vocabulary, error) &&
         check_vocabularies (citizen->vocabulary, previous->market->vocabulary, error);
}

/* Both markets are as large as the change says, and the opening is in those it should be in. */
static bool
check_change (Renewing *renewing, SmaajobError *error)
{
  const SmaajobRenewal *renewal = renewing->renewal;
  const SmaajobMarket *was = renewing->previous->market, *is = renewal->market;
  const bool added = renewal->kind == SMAAJOB_RENEWAL_ADDED,
             removed = renewal->kind == SMAAJOB_RENEWAL_REMOVED;

  if ((unsigned) renewal->kind > SMAAJOB_RENEWAL_REMOVED ||
      (uint64_t) was->n + added != (uint64_t) is->n + removed ||
      renewal->number >= (removed ? was->n : is->n))
    return error_argument (error, "the market is not that of the ranking with this change");
  renewing->before = added ? NULL : market_get (was, renewal->number, error);
  renewing->after = removed ? NULL : market_get (is, renewal->number, error);
  return (added || renewing->before != NULL) && (removed || renewing->after != NULL);
}

SmaajobRanking *
smaajob_ranking_new_renewed (const SmaajobRanking *previous, const SmaajobCitizen *citizen,
                             const SmaajobRenewal *renewal, const SmaajobRankingOptions *options,
                             SmaajobError *error)
{
  Renewing renewing = {previous, citizen, renewal, options, NULL, NULL};

  if (options == NULL) {
    check_means (NULL, 0, error);
    return NULL;
  }
  if (!check_objects (previous, citizen, renewal, error) ||
      !check_means (options->policy, options->threads, error) || !check_change (&renewing, error))
    return NULL;
  return renew (&renewing, error);
}
