/* SPDX-License-Identifier: Apache-2.0 */
/* The published cases, one line each: cases DIRECTORY… prints the table and ends with 1 when a case
   does not come out as its expected.json says. */
#include "flat.h"

#include <smaajob/smaajob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What every case is matched with. */
typedef struct {
  SmaajobVocabulary *vocabulary;
  SmaajobPolicy *policy;
} Setting;

static bool
complain (const char *file, const SmaajobError *error)
{
  fprintf (stderr, "%s:%u:%u: %s: %s\n", file, (unsigned) error->line, (unsigned) error->column,
           error->pointer, error->message);
  return false;
}

static SmaajobCitizen *
read_citizen (const Setting *setting, const char *directory)
{
  char path[FLAT_PATH];
  char *text = flat_read (directory, "citizen.json", path);
  SmaajobCitizen *citizen = NULL;
  SmaajobError error;

  if (text == NULL)
    return NULL;
  citizen = smaajob_citizen_new_from_json (setting->vocabulary, text, strlen (text), &error);
  if (citizen == NULL)
    complain (path, &error);
  free (text);
  return citizen;
}

static SmaajobOpening *
read_opening (const Setting *setting, const char *directory)
{
  char path[FLAT_PATH];
  char *text = flat_read (directory, "opening.json", path);
  SmaajobOpening *opening = NULL;
  SmaajobError error;

  if (text == NULL)
    return NULL;
  opening = smaajob_opening_new_from_json (setting->vocabulary, text, strlen (text), &error);
  if (opening == NULL)
    complain (path, &error);
  free (text);
  return opening;
}

static SmaajobMatch *
match_case (const Setting *setting, const char *directory)
{
  SmaajobCitizen *citizen = read_citizen (setting, directory);
  SmaajobOpening *opening = read_opening (setting, directory);
  SmaajobMatch *match = NULL;
  SmaajobError error;

  if (citizen != NULL && opening != NULL) {
    const SmaajobPair pair = {citizen, opening, SMAAJOB_UNKNOWN};

    match = smaajob_match_new (&pair, setting->policy, &error);
    if (match == NULL)
      complain (directory, &error);
  }
  smaajob_opening_free (opening);
  smaajob_citizen_free (citizen);
  return match;
}

/* A reader of the match's reasons of one kind, and how many there are. */
typedef struct {
  size_t n;
  SmaajobReason (*get_at) (const SmaajobMatch *match, size_t i);
} Reasons;

static bool
has_reason (const SmaajobMatch *match, Reasons reasons, const char *code)
{
  for (size_t i = 0; i < reasons.n; i++)
    if (strcmp (smaajob_code_get_name (reasons.get_at (match, i).code), code) == 0)
      return true;
  return false;
}

static bool
has_all (const SmaajobMatch *match, Reasons reasons, const char *expected, const char *member)
{
  char code[FLAT_WORD];

  for (size_t i = 0; flat_get_word_at (expected, member, i, code); i++)
    if (!has_reason (match, reasons, code))
      return false;
  return true;
}

static bool
has_no_other (const SmaajobMatch *match, Reasons reasons, const char *expected, const char *member)
{
  for (size_t i = 0; i < reasons.n; i++)
    if (!flat_has_word (expected, member, smaajob_code_get_name (reasons.get_at (match, i).code)))
      return false;
  return true;
}

/* Every blocker is foretold; of attention points and timing reasons, those that the case is about.
 */
static bool
is_for_reasons (const SmaajobMatch *match, const char *expected)
{
  const Reasons blockers = {smaajob_match_get_n_blockers (match), smaajob_match_get_blocker_at};
  const Reasons attention = {smaajob_match_get_n_attention (match), smaajob_match_get_attention_at};
  const Reasons timing = {smaajob_match_get_timing (match).n_reasons,
                          smaajob_match_get_timing_reason_at};

  return has_all (match, blockers, expected, "blockers") &&
         has_no_other (match, blockers, expected, "blockers") &&
         has_all (match, attention, expected, "attention") &&
         has_all (match, timing, expected, "timing_reasons");
}

static const char *
timing_name (const SmaajobMatch *match)
{
  return smaajob_advice_get_name (smaajob_match_get_timing (match).advice);
}

/* Without the member nobody has spoken of growth. */
static bool
is_growth (const char *expected, int minutes)
{
  return minutes == SMAAJOB_UNKNOWN ? !flat_has (expected, "growth_to")
                                    : flat_is_hours (expected, "growth_to", minutes);
}

static bool
is_as_expected (const SmaajobMatch *match, const char *expected)
{
  const SmaajobPlan plan = smaajob_match_get_plan (match);
  const SmaajobScore score = smaajob_match_get_score (match);

  return flat_is (expected, "verdict", smaajob_verdict_get_name (score.verdict)) &&
         flat_is (expected, "timing", timing_name (match)) &&
         flat_is_hours (expected, "paid_hours", plan.paid_minutes) &&
         flat_is_hours (expected, "practice_hours", plan.practice_minutes) &&
         is_growth (expected, plan.growth_minutes) && is_for_reasons (match, expected);
}

static void
print_points (int thousandths)
{
  if (thousandths == SMAAJOB_UNKNOWN)
    printf ("    –");
  else
    printf ("%d.%03d", thousandths / 1000, thousandths % 1000);
}

static void
print_row (const char *directory, const SmaajobMatch *match, bool as_expected)
{
  const char *slash = strrchr (directory, '/');
  const SmaajobScore score = smaajob_match_get_score (match);
  const SmaajobPlan plan = smaajob_match_get_plan (match);

  printf ("%-26s %-13s %5.2f + %5.2f  ", slash != NULL ? slash + 1 : directory,
          smaajob_verdict_get_name (score.verdict), plan.paid_minutes / 60.0,
          plan.practice_minutes / 60.0);
  print_points (score.score);
  printf (" [");
  print_points (score.low);
  printf ("–");
  print_points (score.high);
  printf ("]  ");
  print_points (score.coverage);
  printf ("  %-16s %s\n", timing_name (match), as_expected ? "as expected" : "NOT AS EXPECTED");
}

static bool
show_case (const Setting *setting, const char *directory)
{
  char path[FLAT_PATH];
  char *expected = flat_read (directory, "expected.json", path);
  SmaajobMatch *match = match_case (setting, directory);
  bool ok = match != NULL && expected != NULL && is_as_expected (match, expected);

  if (match != NULL)
    print_row (directory, match, ok);
  smaajob_match_free (match);
  free (expected);
  return ok;
}

static int
show_cases (const Setting *setting, int n, char **directories)
{
  int n_wrong = 0;

  printf ("%-26s %-13s %-13s  %-21s  %-5s  %-16s %s\n", "case", "verdict", "paid+practice",
          "score [low–high]", "known", "timing", "outcome");
  for (int i = 0; i < n; i++)
    if (!show_case (setting, directories[i]))
      n_wrong++;
  printf ("%d cases, %d not as expected\n", n, n_wrong);
  return n > 0 && n_wrong == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

int
main (int argc, char **argv)
{
  SmaajobError error;
  Setting setting = {smaajob_vocabulary_new (&error), smaajob_policy_new (&error)};
  int status = EXIT_FAILURE;

  if (setting.vocabulary != NULL && setting.policy != NULL)
    status = show_cases (&setting, argc - 1, argv + 1);
  smaajob_policy_free (setting.policy);
  smaajob_vocabulary_free (setting.vocabulary);
  return status;
}
