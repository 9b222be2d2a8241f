/* SPDX-License-Identifier: Apache-2.0 */
#include "rank-summary.h"

#include "layout.h"

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

static int
compare_unknowns (gconstpointer a, gconstpointer b)
{
  const Unknown *x = *(const Unknown *const *) a, *y = *(const Unknown *const *) b;

  if (x->lists != y->lists)
    return x->lists < y->lists ? 1 : -1;
  return x->code != y->code ? (x->code > y->code) - (x->code < y->code)
                            : strcmp (x->subject, y->subject);
}

/* Those that decide for most first. */
static GPtrArray *
sort_unknowns (const Summary *summary)
{
  GPtrArray *sorted = g_ptr_array_new ();
  GHashTableIter all;
  gpointer unknown;

  g_hash_table_iter_init (&all, summary->unknowns);
  while (g_hash_table_iter_next (&all, NULL, &unknown))
    g_ptr_array_add (sorted, unknown);
  g_ptr_array_sort (sorted, compare_unknowns);
  return sorted;
}

/* Codes of blockers, those of most pairs first. */
static int
compare_blockers (gconstpointer a, gconstpointer b, gpointer data)
{
  const Summary *summary = data;
  const int x = *(const int *) a, y = *(const int *) b;
  const size_t n = summary->blocked_pairs[x], m = summary->blocked_pairs[y];

  return n != m ? (n < m ? 1 : -1) : x - y;
}

static GArray *
sort_blockers (const Summary *summary)
{
  GArray *sorted = g_array_new (FALSE, FALSE, sizeof (int));

  for (int code = 1; code < RANK_BLOCKERS; code++)
    if (summary->blocked_pairs[code] > 0)
      g_array_append_val (sorted, code);
  g_array_sort_with_data (sorted, compare_blockers, (gpointer) summary);
  return sorted;
}

void
summary_append_json (GString *out, const Summary *summary)
{
  g_autoptr (GArray) blockers = sort_blockers (summary);
  g_autoptr (GPtrArray) unknowns = sort_unknowns (summary);

  g_string_append_printf (out, "{\"by\":\"%s\",\"lists\":%zu,\"pairs\":%zu,\"best\":{",
                          summary->style.by_opening ? "opening" : "citizen", summary->lists,
                          summary->pairs);
  for (int verdict = SMAAJOB_VERDICT_FIT; verdict >= SMAAJOB_VERDICT_BLOCKED; verdict--)
    g_string_append_printf (out, "%s\"%s\":%zu", verdict == SMAAJOB_VERDICT_FIT ? "" : ",",
                            smaajob_verdict_get_name ((SmaajobVerdict) verdict),
                            summary->best[verdict]);
  g_string_append_printf (out, ",\"without_score\":%zu},\"blockers\":[", summary->without_score);
  for (guint i = 0; i < blockers->len; i++) {
    const int code = g_array_index (blockers, int, i);

    g_string_append_printf (out, "%s{\"code\":\"%s\",\"pairs\":%zu,\"lists\":%zu}",
                            i > 0 ? "," : "", smaajob_code_get_name ((SmaajobCode) code),
                            summary->blocked_pairs[code], summary->blocked_lists[code]);
  }
  g_string_append (out, "],\"unknowns\":[");
  for (guint i = 0; i < unknowns->len; i++) {
    const Unknown *unknown = g_ptr_array_index (unknowns, i);

    g_string_append_printf (out, "%s{\"code\":\"%s\"", i > 0 ? "," : "",
                            smaajob_code_get_name (unknown->code));
    if (*unknown->subject) {
      g_string_append (out, ",\"subject\":");
      json_append_string (out, unknown->subject);
    }
    g_string_append_printf (out, ",\"ask\":\"%s\",\"lists\":%zu}",
                            smaajob_ask_get_name (unknown->ask), unknown->lists);
  }
  g_string_append (out, "]}\n");
}

static void
append_count (GString *out, size_t n, size_t of, const char *text)
{
  g_autoptr (GString) lead = g_string_new (NULL);
  g_autofree char *number = g_strdup_printf ("%zu", n);
  /* half up, in whole numbers: the same on every machine */
  g_autofree char *share =
      of == 0 ? g_strdup ("") : g_strdup_printf ("%zu %%", (200 * n + of) / (2 * of));

  layout_append_cell (lead, number, 12, true);
  layout_append_cell (lead, share, 7, true);
  layout_append_wrapped (out, lead->str, text, 21);
}

static void
append_heading (GString *out, const Summary *summary, const char *key)
{
  g_autofree char *heading = layout_upper (text_get (summary->style.language, key));

  g_string_append_printf (out, "\n%s\n", heading);
}

static void
append_best (GString *out, const Summary *summary)
{
  const Language language = summary->style.language;

  append_heading (out, summary,
                  summary->style.by_opening ? "summary.best.opening" : "summary.best.citizen");
  for (int verdict = SMAAJOB_VERDICT_FIT; verdict >= SMAAJOB_VERDICT_BLOCKED; verdict--)
    append_count (
        out, summary->best[verdict], summary->lists,
        text_named (language, "verdict.", smaajob_verdict_get_name ((SmaajobVerdict) verdict)));
  append_count (out, summary->without_score, summary->lists,
                text_get (language, "summary.without_score"));
}

static void
append_blockers (GString *out, const Summary *summary)
{
  const Language language = summary->style.language;
  g_autoptr (GArray) blockers = sort_blockers (summary);

  append_heading (out, summary, "summary.blockers");
  if (blockers->len == 0)
    layout_append_wrapped (out, "  ", text_get (language, "summary.nothing"), 2);
  for (guint i = 0; i < blockers->len; i++) {
    const int code = g_array_index (blockers, int, i);
    const char *label =
        text_named (language, "blocker.", smaajob_code_get_name ((SmaajobCode) code));
    const size_t lists = summary->blocked_lists[code];
    g_autofree char *all = lists == 0
                               ? g_strdup ("")
                               : g_strdup_printf (text_get (language, "summary.in_full"), lists);
    g_autofree char *text = g_strconcat (label, all, NULL);

    append_count (out, summary->blocked_pairs[code], summary->pairs, text);
  }
}

static void
append_unknowns (GString *out, const Summary *summary)
{
  const Language language = summary->style.language;
  g_autoptr (GPtrArray) unknowns = sort_unknowns (summary);

  append_heading (out, summary, "summary.unknowns");
  if (unknowns->len == 0)
    layout_append_wrapped (out, "  ", text_get (language, "summary.nothing"), 2);
  for (guint i = 0; i < unknowns->len && i < SHOWN_UNKNOWNS; i++) {
    const Unknown *unknown = g_ptr_array_index (unknowns, i);
    const char *label = smaajob_vocabulary_get_label (summary->vocabulary, unknown->subject,
                                                      language_get_name (language));
    g_autofree char *ask = g_strconcat ("page.ask_", smaajob_ask_get_name (unknown->ask), NULL);
    g_autofree char *text = g_strconcat (
        label != NULL ? label
                      : text_named (language, "unknown.", smaajob_code_get_name (unknown->code)),
        " ", text_get (language, ask), NULL);

    append_count (out, unknown->lists, summary->asked, text);
  }
}

void
summary_append_page (GString *out, const Summary *summary)
{
  g_autofree char *title = g_strdup_printf (
      text_get (summary->style.language,
                summary->style.by_opening ? "summary.title.opening" : "summary.title.citizen"),
      summary->lists, summary->pairs);

  layout_append_wrapped (out, "", title, 0);
  append_best (out, summary);
  append_blockers (out, summary);
  append_unknowns (out, summary);
}
