/* SPDX-License-Identifier: Apache-2.0 */

/* Where the scores go, and what is called back, is each language's own affair: `scores` with its
   `room` in bytes, and `progress` with its `data`. */
%ignore SmaajobScoresOptions;
%include <smaajob/scores.h>

%typemap(check) SmaajobScore *scores, SmaajobScoresProgress, void *data "";

%{
/* Whether so many scores have room in the caller's bytes, which only a binding knows. */
static bool
scores_have_room (size_t n, size_t n_openings, size_t room, SmaajobError *error)
{
  if (n_openings == 0 || n <= room / sizeof (SmaajobScore) / n_openings)
    return true;
  memset (error, 0, sizeof *error);
  error->code = SMAAJOB_ERROR_RANGE;
  strcpy (error->message, "scores: too few bytes, expected 32 for each citizen and opening");
  return false;
}
%}

%inline %{
static void
score_citizens (const SmaajobCaseload *caseload, const SmaajobMarket *market,
                const SmaajobPolicy *policy, size_t first, size_t n, unsigned threads,
                SmaajobScore *scores, size_t room, SmaajobScoresProgress progress, void *data,
                SmaajobError *error)
{
  const SmaajobScoresOptions options = { policy, first, n, threads, progress, data };

  if (scores_have_room (n, smaajob_market_get_n_openings (market), room, error))
    SMAAJOB_LONG_WORK (smaajob_score_citizens (caseload, market, &options, scores, error));
}
%}
