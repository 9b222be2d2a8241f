/* SPDX-License-Identifier: Apache-2.0 */
#include "rank-summary.h"

#include <string.h>

#define SHOWN_UNKNOWNS 15 /* on a page; JSON has all */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmaajobQuestions, smaajob_questions_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmaajobRanking, smaajob_ranking_free)

/* A question that decides for so many; the subject is that of a word, or "". */
typedef struct {
  SmaajobCode code;
  SmaajobAsk ask;
  char *subject;
  size_t lists, last; /* how many, and which was the last of them, from 1 */
} Unknown;

struct _Summary {
  RankStyle style;
  const SmaajobVocabulary *vocabulary;
  size_t lists, pairs;
  size_t best[RANK_VERDICTS]; /* lists by the best verdict of their pairs with a score; blocked are
                                 those all pairs of which are */
  size_t without_score;       /* the other lists that have no pair with a score */
  size_t asked;               /* lists of which a pair was asked about */
  size_t blocked_pairs[RANK_BLOCKERS];
  size_t blocked_lists[RANK_BLOCKERS]; /* all pairs of which it blocks */
  GHashTable *unknowns;                /* of Unknown, by code and subject */
};

static void
unknown_free (gpointer data)
{
  Unknown *unknown = data;

  g_free (unknown->subject);
  g_free (unknown);
}

Summary *
summary_new (const RankStyle *style, const SmaajobVocabulary *vocabulary)
{
  Summary *summary = g_new0 (Summary, 1);

  summary->style = *style;
  summary->vocabulary = vocabulary;
  summary->unknowns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unknown_free);
  return summary;
}

void
summary_free (Summary *summary)
{
  if (summary == NULL)
    return;
  g_hash_table_unref (summary->unknowns);
  g_free (summary);
}

/* The subject of a question is a word, the same for all, or a member or task of one opening: such
 * are counted once for each list, also when several tasks leave the same unknown. */
static void
count_unknown (Summary *summary, const SmaajobQuestion *question)
{
  bool word = smaajob_vocabulary_get_label (summary->vocabulary, question->subject, "en") != NULL;
  const char *subject = word ? question->subject : "";
  char *key = g_strdup_printf ("%d %s", question->code, subject);
  Unknown *unknown = g_hash_table_lookup (summary->unknowns, key);

  if (unknown == NULL) {
    unknown = g_new0 (Unknown, 1);
    *unknown = (Unknown){question->code, question->ask, g_strdup (subject), 0, 0};
    g_hash_table_insert (summary->unknowns, key, unknown);
  } else {
    g_free (key);
  }
  unknown->lists += unknown->last != summary->lists;
  unknown->last = summary->lists;
}

static void
count_deciding (Summary *summary, const SmaajobQuestions *questions)
{
  for (size_t i = 0; i < smaajob_questions_get_n (questions); i++) {
    const SmaajobQuestion question = smaajob_questions_get_at (questions, i);

    if (question.decides)
      count_unknown (summary, &question);
  }
}

typedef struct {
  SmaajobCitizen *citizen;
  SmaajobOpening *opening;
} Both;

static void
both_clear (Both *both)
{
  g_clear_pointer (&both->citizen, smaajob_citizen_free);
  g_clear_pointer (&both->opening, smaajob_opening_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Both, both_clear)

/* Have whichever of the two is not there yet. */
static bool
both_complete (Both *both, const Ranking *ranking, const size_t pair[2], SmaajobError *error)
{
  if (both->citizen == NULL)
    both->citizen = smaajob_caseload_get_citizen_at (ranking->caseload, pair[0], error);
  if (both->citizen != NULL && both->opening == NULL)
    both->opening = smaajob_market_get_opening_at (ranking->market, pair[1], error);
  return both->citizen != NULL && both->opening != NULL;
}

static bool
ask_about (Summary *summary, const Ranking *ranking, const size_t pair[2], SmaajobError *error)
{
  g_auto (Both) both = {NULL, NULL};
  const bool found = both_complete (&both, ranking, pair, error);
  const SmaajobPair known = {both.citizen, both.opening, SMAAJOB_UNKNOWN};
  g_autoptr (SmaajobMatch) match =
      found ? smaajob_match_new (&known, ranking->policy, error) : NULL;
  g_autoptr (SmaajobQuestions) questions =
      match != NULL ? smaajob_questions_new (match, error) : NULL;

  if (questions == NULL)
    return false;
  count_deciding (summary, questions);
  return true;
}

static size_t
count_scored (const SmaajobRanking *list, SmaajobVerdict verdict)
{
  return smaajob_ranking_get_n_with_verdict (list, verdict) -
         smaajob_ranking_get_n_without_score (list, verdict);
}

static bool
find_ranked (const SmaajobRanking *list, size_t *number)
{
  for (size_t k = 0; k < smaajob_ranking_get_n_ranked (list); k++) {
    const SmaajobRanked ranked = smaajob_ranking_get_ranked_at (list, k);

    *number = ranked.number;
    if (ranked.score.verdict == SMAAJOB_VERDICT_UNCLEAR)
      return true;
  }
  return false;
}

/* List i as it is when everybody with a score is kept; NULL after filling the error. */
static SmaajobRanking *
rank_all (const Summary *summary, const Ranking *ranking, size_t i, SmaajobError *error)
{
  const SmaajobRankingOptions options = {.policy = ranking->policy, .top = SIZE_MAX};

  if (summary->style.by_opening) {
    g_autoptr (SmaajobOpening) opening = smaajob_market_get_opening_at (ranking->market, i, error);

    return opening == NULL
               ? NULL
               : smaajob_ranking_new_for_opening (opening, ranking->caseload, &options, error);
  } else {
    g_autoptr (SmaajobCitizen) citizen =
        smaajob_caseload_get_citizen_at (ranking->caseload, i, error);

    return citizen == NULL
               ? NULL
               : smaajob_ranking_new_for_citizen (citizen, ranking->market, &options, error);
  }
}

/* The first unclear pair of which nothing is known, so that it has no score; the other side stays.
 * Nothing is found when nothing is known of any of them, and yet none is unclear. */
static bool
find_scoreless (const Summary *summary, const Ranking *ranking, size_t pair[2], bool *found_one,
                SmaajobError *error)
{
  const bool by_opening = summary->style.by_opening;
  const size_t n = by_opening ? smaajob_caseload_get_n_citizens (ranking->caseload)
                              : smaajob_market_get_n_openings (ranking->market);
  g_auto (Both) both = {NULL, NULL};

  for (size_t *other = &pair[by_opening ? 0 : 1]; *other < n; ++*other) {
    const bool found = both_complete (&both, ranking, pair, error);
    const SmaajobPair known = {both.citizen, both.opening, SMAAJOB_UNKNOWN};
    SmaajobScore score;

    if (!found || !smaajob_score (&known, ranking->policy, &score, error))
      return false;
    if ((*found_one = score.verdict == SMAAJOB_VERDICT_UNCLEAR))
      return true;
    if (by_opening)
      g_clear_pointer (&both.citizen, smaajob_citizen_free);
    else
      g_clear_pointer (&both.opening, smaajob_opening_free);
  }
  return true;
}

/* The best unclear pair need not be among those that were kept. */
static bool
find_scored (const Summary *summary, const Ranking *ranking, size_t pair[2],
             const SmaajobRanking *list, SmaajobError *error)
{
  const bool by_opening = summary->style.by_opening;
  size_t *other = &pair[by_opening ? 0 : 1];
  g_autoptr (SmaajobRanking) all = NULL;

  if (find_ranked (list, other))
    return true;
  all = rank_all (summary, ranking, pair[by_opening ? 1 : 0], error);
  if (all != NULL)
    find_ranked (all, other);
  return all != NULL;
}

static bool
ask_about_best (Summary *summary, const Ranking *ranking, size_t i, const SmaajobRanking *list,
                SmaajobError *error)
{
  size_t pair[2] = {0};
  bool with_score = count_scored (list, SMAAJOB_VERDICT_UNCLEAR) > 0, found_one = with_score;

  pair[summary->style.by_opening ? 1 : 0] = i;
  if (!(with_score ? find_scored (summary, ranking, pair, list, error)
                   : find_scoreless (summary, ranking, pair, &found_one, error)))
    return false;
  if (!found_one)
    return true;
  summary->asked++;
  return ask_about (summary, ranking, pair, error);
}

static void
count_blockers (Summary *summary, const SmaajobRanking *list)
{
  const size_t n = smaajob_ranking_get_n_pairs (list);

  for (int code = 1; code < RANK_BLOCKERS; code++) {
    const size_t blocked = smaajob_ranking_get_n_blocked_by (list, (SmaajobCode) code);

    summary->blocked_pairs[code] += blocked;
    summary->blocked_lists[code] += n > 0 && blocked == n;
  }
}

/* A verdict without a score is nothing that anybody is offered, so the best is one with a score. */
static SmaajobVerdict
find_best (const SmaajobRanking *list)
{
  int verdict = SMAAJOB_VERDICT_FIT;

  while (verdict > SMAAJOB_VERDICT_BLOCKED && count_scored (list, (SmaajobVerdict) verdict) == 0)
    verdict--;
  return (SmaajobVerdict) verdict;
}

static bool
is_blocked (const SmaajobRanking *list)
{
  const size_t n = smaajob_ranking_get_n_pairs (list);

  return n > 0 && smaajob_ranking_get_n_with_verdict (list, SMAAJOB_VERDICT_BLOCKED) == n;
}

bool
summary_add (Summary *summary, const Ranking *ranking, guint i, const SmaajobRanking *list,
             SmaajobError *error)
{
  const SmaajobVerdict best = find_best (list);
  const bool scoreless = best == SMAAJOB_VERDICT_BLOCKED && !is_blocked (list);

  summary->lists++;
  summary->pairs += smaajob_ranking_get_n_pairs (list);
  if (scoreless)
    summary->without_score++;
  else
    summary->best[best]++;
  count_blockers (summary, list);
  return !(scoreless || best == SMAAJOB_VERDICT_UNCLEAR) ||
         ask_about_best (summary, ranking, i, list, error);
}

/* Those of most first. */
static int
compare_figures (gconstpointer a, gconstpointer b)
{
  const Figure *x = a, *y = b;

  if (x->n != y->n)
    return x->n < y->n ? 1 : -1;
  return x->code != y->code ? (x->code > y->code) - (x->code < y->code)
                            : strcmp (x->subject, y->subject);
}

static void
add_best (const Summary *summary, GArray *figures)
{
  Figure figure = {.subject = "", .of = summary->lists};

  for (int verdict = SMAAJOB_VERDICT_FIT; verdict >= SMAAJOB_VERDICT_BLOCKED; verdict--) {
    figure.name = smaajob_verdict_get_name ((SmaajobVerdict) verdict);
    figure.n = summary->best[verdict];
    g_array_append_val (figures, figure);
  }
  figure.name = "without_score";
  figure.n = summary->without_score;
  g_array_append_val (figures, figure);
}

static void
add_blockers (const Summary *summary, GArray *figures)
{
  for (int code = 1; code < RANK_BLOCKERS; code++) {
    const Figure figure = {.code = (SmaajobCode) code,
                           .name = smaajob_code_get_name ((SmaajobCode) code),
                           .subject = "",
                           .n = summary->blocked_pairs[code],
                           .of = summary->pairs,
                           .in_full = summary->blocked_lists[code]};

    if (figure.n > 0)
      g_array_append_val (figures, figure);
  }
  g_array_sort (figures, compare_figures);
}

static void
add_unknowns (const Summary *summary, GArray *figures)
{
  GHashTableIter all;
  gpointer found;

  g_hash_table_iter_init (&all, summary->unknowns);
  while (g_hash_table_iter_next (&all, NULL, &found)) {
    const Unknown *unknown = found;
    const Figure figure = {.code = unknown->code,
                           .name = smaajob_code_get_name (unknown->code),
                           .subject = unknown->subject,
                           .ask = unknown->ask,
                           .n = unknown->lists,
                           .of = summary->asked};

    g_array_append_val (figures, figure);
  }
  g_array_sort (figures, compare_figures);
}

GArray *
summary_list (const Summary *summary, SummaryPart part)
{
  static void (*const add[]) (const Summary *summary, GArray *figures) = {add_best, add_blockers,
                                                                          add_unknowns};
  GArray *figures = g_array_new (FALSE, FALSE, sizeof (Figure));

  add[part](summary, figures);
  return figures;
}

SummaryTotals
summary_get_totals (const Summary *summary)
{
  return (SummaryTotals){summary->lists, summary->pairs, summary->asked};
}

RankStyle
summary_get_style (const Summary *summary)
{
  return summary->style;
}

const char *
summary_find_label (const Summary *summary, SummaryPart part, const Figure *figure)
{
  static const char *const prefixes[] = {"summary.", "blocker.", "unknown."};
  const Language language = summary->style.language;
  const char *label = NULL;

  if (part == SUMMARY_UNKNOWNS)
    label = smaajob_vocabulary_get_label (summary->vocabulary, figure->subject,
                                          language_get_name (language));
  else if (part == SUMMARY_BEST && strcmp (figure->name, "without_score") != 0)
    label = text_named (language, "verdict.", figure->name);
  return label != NULL ? label : text_named (language, prefixes[part], figure->name);
}

const char *
summary_find_heading (const RankStyle *style, SummaryPart part)
{
  const char *const keys[] = {style->by_opening ? "summary.best.opening" : "summary.best.citizen",
                              "summary.blockers", "summary.unknowns"};

  return text_get (style->language, keys[part]);
}

guint
summary_count_shown (SummaryPart part, const GArray *figures)
{
  return part == SUMMARY_UNKNOWNS ? MIN (figures->len, SHOWN_UNKNOWNS) : figures->len;
}

/* Half up, in whole numbers: the same on every machine. */
char *
summary_share (const Figure *figure, const char *unit)
{
  if (figure->of == 0)
    return g_strdup ("");
  return g_strdup_printf ("%zu%s", (200 * figure->n + figure->of) / (2 * figure->of), unit);
}
