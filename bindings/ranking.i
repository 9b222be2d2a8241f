/* SPDX-License-Identifier: Apache-2.0 */

/* What is called back is each language's own affair: `progress` and `receive`, with their `data`. */
%ignore SmaajobRankingOptions;
%ignore SmaajobRanked;
%ignore SmaajobRenewal;
%include <smaajob/ranking.h>

%newobject *::new_for_citizen;
%newobject *::new_for_opening;
%newobject *::new_renewed;

%typemap(check) SmaajobRankingProgress, SmaajobRankingReceive, void *data "";

%{
static SmaajobRankingOptions
ranking_options (const SmaajobPolicy *policy, size_t top, unsigned threads, bool count_blockers)
{
  const SmaajobRankingOptions options
      = { .policy = policy, .top = top, .threads = threads, .count_blockers = count_blockers };
  return options;
}
%}

%smaajob_noun (Ranking, smaajob_ranking_free)

%extend _SmaajobRanking {
  static SmaajobRanking *new_for_citizen (const SmaajobCitizen *citizen, SmaajobMarket *market,
                                          const SmaajobPolicy *policy, size_t top,
                                          bool count_blockers, SmaajobRankingProgress progress,
                                          void *data, SmaajobError *error) {
    SmaajobRankingOptions options = ranking_options (policy, top, 1, count_blockers);
    SmaajobRanking *ranking;

    options.progress = progress;
    options.data = data;
    SMAAJOB_LONG_WORK (ranking = smaajob_ranking_new_for_citizen (citizen, market, &options, error));
    return ranking;
  }
  static SmaajobRanking *new_for_opening (const SmaajobOpening *opening, SmaajobCaseload *caseload,
                                          const SmaajobPolicy *policy, size_t top,
                                          bool count_blockers, SmaajobRankingProgress progress,
                                          void *data, SmaajobError *error) {
    SmaajobRankingOptions options = ranking_options (policy, top, 1, count_blockers);
    SmaajobRanking *ranking;

    options.progress = progress;
    options.data = data;
    SMAAJOB_LONG_WORK (ranking = smaajob_ranking_new_for_opening (opening, caseload, &options, error));
    return ranking;
  }
}

%extend _SmaajobRanking {
  static SmaajobRanking *new_renewed (const SmaajobRanking *previous, const SmaajobCitizen *citizen,
                                      SmaajobMarket *market, SmaajobRenewalKind kind, size_t number,
                                      const SmaajobPolicy *policy, size_t top, bool count_blockers,
                                      SmaajobRankingProgress progress, void *data,
                                      SmaajobError *error) {
    const SmaajobRenewal renewal = { market, kind, number };
    SmaajobRankingOptions options = ranking_options (policy, top, 1, count_blockers);
    SmaajobRanking *ranking;

    options.progress = progress;
    options.data = data;
    SMAAJOB_LONG_WORK (ranking = smaajob_ranking_new_renewed (previous, citizen, &renewal, &options, error));
    return ranking;
  }
}

%extend _SmaajobRanking {
  const char *get_id () const {
    return smaajob_ranking_get_id ($self);
  }
  size_t get_n_ranked () const {
    return smaajob_ranking_get_n_ranked ($self);
  }
  SmaajobRanked get_ranked_at (size_t i) const {
    return smaajob_ranking_get_ranked_at ($self, i);
  }
  size_t get_n_pairs () const {
    return smaajob_ranking_get_n_pairs ($self);
  }
  size_t get_n_scored () const {
    return smaajob_ranking_get_n_scored ($self);
  }
  size_t get_n_without_score (SmaajobVerdict verdict) const {
    return smaajob_ranking_get_n_without_score ($self, verdict);
  }
  size_t get_n_with_verdict (SmaajobVerdict verdict) const {
    return smaajob_ranking_get_n_with_verdict ($self, verdict);
  }
  size_t get_n_blocked_by (SmaajobCode code) const {
    return smaajob_ranking_get_n_blocked_by ($self, code);
  }
}
