/* SPDX-License-Identifier: Apache-2.0 */
#include "many.h"

#include <stdlib.h>
#include <string.h>

static void
insist (bool ok, const SmaajobError *error)
{
  if (ok)
    return;
  fprintf (stderr, "many: %s: %s\n", error->pointer, error->message);
  exit (EXIT_FAILURE);
}

/* A document with another id; the old one is freed. */
static char *
rename_document (char *json, const char *old, const char *id)
{
  const char *at = strstr (json, old);
  size_t head = (size_t) (at - json);
  char *text = malloc (strlen (json) + strlen (id) + 1);

  sprintf (text, "%.*s%s%s", (int) head, json, id, at + strlen (old));
  smaajob_free (json);
  return text;
}

static char *
append_line (char *text, const char *line)
{
  size_t before = text == NULL ? 0 : strlen (text);

  text = realloc (text, before + strlen (line) + 2);
  sprintf (text + before, "%s\n", line);
  return text;
}

/* Ids in another order than the documents. */
static void
write_id (char id[16], const char *kind, int number)
{
  sprintf (id, "%s-%d", kind, (number * 37 + 11) % 1009);
}

static void
change_pair (PairModel *pair, CrowdSort sort)
{
  if (sort == CROWD_BLOCKED)
    pair->citizen.choice = SMAAJOB_CHOICE_DECLINED;
  if (sort == CROWD_KNOWN && pair->citizen.choice == SMAAJOB_CHOICE_DECLINED)
    pair->citizen.choice = SMAAJOB_CHOICE_INFORMED;
}

/* One or two competences; needs of every third, wishes of every other. */
static void
leave_untold (CitizenModel *citizen, int number)
{
  citizen->travel_known = citizen->hours_known = citizen->availability.known = false;
  citizen->complete = number % 7 == 0;
  citizen->n_competences = citizen->n_competences > 2 ? 1 + number % 2 : citizen->n_competences;
  citizen->n_wishes = number % 2 ? citizen->n_wishes : 0;
  citizen->needs_known = number % 5 > 0;
  citizen->n_needs = number % 3 ? 0 : citizen->n_needs > 2 ? 2 : citizen->n_needs;
  if (citizen->choice == SMAAJOB_CHOICE_DECLINED || number % 4 == 0)
    citizen->choice = SMAAJOB_CHOICE_INFORMED;
}

static Unknown
unknown_of (Random *random, CrowdSort sort)
{
  return sort == CROWD_KNOWN ? (Unknown){2, 2} : unknown_draw (random);
}

void
crowd_add_citizen (Crowd *crowd, const CitizenModel *model)
{
  SmaajobError error;
  SmaajobCitizen *made = citizen_build (&crowd->world, model);
  char id[16], *json = smaajob_citizen_to_json (made, &error);

  write_id (id, "c", crowd->n_citizens);
  insist (json != NULL, &error);
  json = rename_document (json, "c-1", id);
  crowd->citizens[crowd->n_citizens] =
      smaajob_citizen_new_from_json (crowd->world.vocabulary, json, strlen (json), &error);
  insist (crowd->citizens[crowd->n_citizens++] != NULL, &error);
  crowd->citizens_text = append_line (crowd->citizens_text, json);
  free (json);
  smaajob_citizen_free (made);
}

void
crowd_add_opening (Crowd *crowd, const OpeningModel *model)
{
  SmaajobError error;
  SmaajobOpening *made = opening_build (&crowd->world, model);
  char id[16], *json = smaajob_opening_to_json (made, &error);

  write_id (id, "o", crowd->n_openings);
  insist (json != NULL, &error);
  json = rename_document (json, "o-1", id);
  crowd->openings[crowd->n_openings] =
      smaajob_opening_new_from_json (crowd->world.vocabulary, json, strlen (json), &error);
  insist (crowd->openings[crowd->n_openings++] != NULL, &error);
  crowd->openings_text = append_line (crowd->openings_text, json);
  free (json);
  smaajob_opening_free (made);
}

void
crowd_gather (Crowd *crowd)
{
  SmaajobError error;
  SmaajobCaseloadBuilder *citizens = smaajob_caseload_builder_new (crowd->world.vocabulary, &error);
  SmaajobMarketBuilder *openings = smaajob_market_builder_new (crowd->world.vocabulary, &error);

  for (int i = 0; i < crowd->n_citizens; i++)
    insist (smaajob_caseload_builder_add_citizen (citizens, crowd->citizens[i], &error), &error);
  for (int i = 0; i < crowd->n_openings; i++)
    insist (smaajob_market_builder_add_opening (openings, crowd->openings[i], &error), &error);
  crowd->caseload = smaajob_caseload_builder_build (citizens, &error);
  insist (crowd->caseload != NULL, &error);
  crowd->market = smaajob_market_builder_build (openings, &error);
  insist (crowd->market != NULL, &error);
  smaajob_caseload_builder_free (citizens);
  smaajob_market_builder_free (openings);
}

Crowd
crowd_make (uint64_t seed, CrowdSort sort, int n_citizens, int n_openings)
{
  Crowd crowd = {.world = world_make (seed, (int) (seed % 11))};
  Random random = random_make (seed, 7);
  PairModel pair = pair_draw (&crowd.world, &random, unknown_of (&random, sort));
  int n = n_citizens > n_openings ? n_citizens : n_openings;

  for (int i = 0; i < n; i++) {
    if (sort != CROWD_TIED || random_chance (&random, 30))
      pair = pair_draw (&crowd.world, &random, unknown_of (&random, sort));
    change_pair (&pair, sort);
    if (sort == CROWD_UNTOLD)
      leave_untold (&pair.citizen, i);
    if (i < n_citizens)
      crowd_add_citizen (&crowd, &pair.citizen);
    if (i < n_openings)
      crowd_add_opening (&crowd, &pair.opening);
  }
  crowd_gather (&crowd);
  return crowd;
}

void
crowd_clear (Crowd *crowd)
{
  for (int i = 0; i < crowd->n_citizens; i++)
    smaajob_citizen_free (crowd->citizens[i]);
  for (int i = 0; i < crowd->n_openings; i++)
    smaajob_opening_free (crowd->openings[i]);
  free (crowd->citizens_text);
  free (crowd->openings_text);
  smaajob_caseload_free (crowd->caseload);
  smaajob_market_free (crowd->market);
  world_clear (&crowd->world);
}

static void
count_blockers (BruteForce *found, const SmaajobMatch *match)
{
  unsigned seen = 0;

  for (size_t i = 0; i < smaajob_match_get_n_blockers (match); i++)
    seen |= 1u << smaajob_match_get_blocker_at (match, i).code;
  for (unsigned code = 0; code <= SMAAJOB_CODE_NEED_REFUSED; code++)
    found->blocked_by[code] += seen >> code & 1;
}

static void
place_pair (const Crowd *crowd, int citizen, int opening, bool by_opening, BruteForce *found)
{
  const SmaajobPair pair = {crowd->citizens[citizen], crowd->openings[opening], SMAAJOB_UNKNOWN};
  SmaajobError error;
  SmaajobMatch *match = smaajob_match_new (&pair, crowd->world.policy, &error);
  Placed placed = {by_opening ? citizen : opening,
                   by_opening ? smaajob_citizen_get_id (pair.citizen)
                              : smaajob_opening_get_id (pair.opening),
                   {0}};

  insist (match != NULL && smaajob_score (&pair, crowd->world.policy, &placed.score, &error),
          &error);
  found->with_verdict[placed.score.verdict]++;
  if (placed.score.verdict == SMAAJOB_VERDICT_BLOCKED)
    count_blockers (found, match);
  if (placed.score.score == SMAAJOB_UNKNOWN)
    found->without_score[placed.score.verdict]++;
  else
    found->placed[found->n++] = placed;
  smaajob_match_free (match);
}

int
placed_compare (const void *a, const void *b)
{
  const Placed *x = a, *y = b;

  if (x->score.score != y->score.score)
    return y->score.score - x->score.score;
  if (x->score.verdict != y->score.verdict)
    return (int) y->score.verdict - (int) x->score.verdict;
  return strcmp (x->id, y->id);
}

BruteForce
brute_force_for_citizen (const Crowd *crowd, int citizen)
{
  BruteForce found = {.n = 0};

  for (int i = 0; i < crowd->n_openings; i++)
    place_pair (crowd, citizen, i, false, &found);
  qsort (found.placed, (size_t) found.n, sizeof *found.placed, placed_compare);
  return found;
}

BruteForce
brute_force_for_opening (const Crowd *crowd, int opening)
{
  BruteForce found = {.n = 0};

  for (int i = 0; i < crowd->n_citizens; i++)
    place_pair (crowd, i, opening, true, &found);
  qsort (found.placed, (size_t) found.n, sizeof *found.placed, placed_compare);
  return found;
}
