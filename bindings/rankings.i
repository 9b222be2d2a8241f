/* SPDX-License-Identifier: Apache-2.0 */

/* Many rankings at once: a callback is each language's own affair, so they are received into a list. */
%nodefaultctor Rankings;
%newobject rank_citizens;
%newobject rank_openings;
%newobject Rankings::take_at;

%{
typedef struct {
  size_t n;
  SmaajobRanking **list;
  SmaajobRankingProgress progress;
  void *data;
} Rankings;
%}

%{
static void
rankings_free (Rankings *rankings)
{
  for (size_t i = 0; rankings != NULL && i < rankings->n; i++)
    smaajob_ranking_free (rankings->list[i]);
  if (rankings != NULL)
    free (rankings->list);
  free (rankings);
}

static Rankings *
rankings_new (size_t most, SmaajobError *error)
{
  Rankings *rankings = calloc (1, sizeof *rankings);

  if (rankings != NULL)
    rankings->list = calloc (most + 1, sizeof *rankings->list);
  if (rankings != NULL && rankings->list != NULL)
    return rankings;
  rankings_free (rankings);
  memset (error, 0, sizeof *error);
  error->code = SMAAJOB_ERROR_MEMORY;
  return NULL;
}

static bool
rankings_receive (SmaajobRanking *ranking, void *data)
{
  Rankings *rankings = data;

  rankings->list[rankings->n++] = ranking;
  return true;
}

static bool
rankings_tell (uint64_t done, uint64_t all, void *data)
{
  Rankings *rankings = data;

  return rankings->progress (done, all, rankings->data);
}

static void
rankings_expect (Rankings *rankings, SmaajobRankingOptions *options, SmaajobRankingProgress progress,
                 void *data)
{
  rankings->progress = progress;
  rankings->data = data;
  options->receive = rankings_receive;
  options->progress = progress ? rankings_tell : NULL;
  options->data = rankings;
}

/* Nothing, when it failed; its error has been filled. */
static Rankings *
rankings_finish (Rankings *rankings, bool done)
{
  if (done)
    return rankings;
  rankings_free (rankings);
  return NULL;
}
%}

%inline %{
static Rankings *
rank_citizens (SmaajobCaseload *caseload, SmaajobMarket *market, const SmaajobPolicy *policy,
               size_t top, unsigned threads, bool count_blockers, SmaajobRankingProgress progress,
               void *data, SmaajobError *error)
{
  SmaajobRankingOptions options = ranking_options (policy, top, threads, count_blockers);
  Rankings *rankings = rankings_new (smaajob_caseload_get_n_citizens (caseload), error);
  bool done;

  if (rankings == NULL)
    return NULL;
  rankings_expect (rankings, &options, progress, data);
  SMAAJOB_LONG_WORK (done = smaajob_rank_citizens (caseload, market, &options, error));
  return rankings_finish (rankings, done);
}

static Rankings *
rank_openings (SmaajobMarket *market, SmaajobCaseload *caseload, const SmaajobPolicy *policy,
               size_t top, unsigned threads, bool count_blockers, SmaajobRankingProgress progress,
               void *data, SmaajobError *error)
{
  SmaajobRankingOptions options = ranking_options (policy, top, threads, count_blockers);
  Rankings *rankings = rankings_new (smaajob_market_get_n_openings (market), error);
  bool done;

  if (rankings == NULL)
    return NULL;
  rankings_expect (rankings, &options, progress, data);
  SMAAJOB_LONG_WORK (done = smaajob_rank_openings (market, caseload, &options, error));
  return rankings_finish (rankings, done);
}
%}

typedef struct {} Rankings;

%extend Rankings {
  ~Rankings () {
    rankings_free ($self);
  }
  size_t get_n () const {
    return $self->n;
  }
  /* Once only: it is then the taker's. */
  SmaajobRanking *take_at (size_t i) {
    SmaajobRanking *taken = i < $self->n ? $self->list[i] : NULL;

    if (taken != NULL)
      $self->list[i] = NULL;
    return taken;
  }
}
