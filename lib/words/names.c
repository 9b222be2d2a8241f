/* SPDX-License-Identifier: Apache-2.0 */
#include "words/names.h"

#include <stdio.h>

Names names_of_actor[] = {"citizen", "employer", "municipality", ""};
Names names_of_advice[] = {"not_now",          "ask_first", "practice_first",
                           "wage_in_prospect", "paid_now",  ""};
Names names_of_answer[] = {"unknown", "yes", "no", ""};
Names names_of_ask[] = {"employer", "citizen", "caseworker", ""};
Names names_of_choice[] = {"unknown", "informed", "pending", "declined", ""};
Names names_of_condition_kind[] = {"environment", "physical", "cognitive", "social",
                                   "time",        "support",  "transport", ""};
Names names_of_condition_type[] = {"limit", "provision", "ceiling", ""};
Names names_of_context[] = {"unknown", "practice", "paid", ""};
Names names_of_criterion[] = {
    "competence", "accommodation", "hours_employer", "hours_citizen", "wish", "travel", ""};
Names names_of_day[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun", ""};
Names names_of_evidence[] = {"stated", "observed", "employed", "certified", ""};
Names names_of_mode[] = {"walk", "bike", "transit", "car", ""};
Names names_of_pay_basis[] = {"effective", "present", ""};
Names names_of_prerequisites[] = {"unknown", "present", "absent", ""};
Names names_of_purpose[] = {"unknown", "pay", "other", ""};
Names names_of_reader[] = {"caseworker", "citizen", "employer", ""};
Names names_of_section[] = {"verdict", "blockers",  "timing",    "tasks",  "week",
                            "score",   "attention", "questions", "levers", ""};
Names names_of_side[] = {"citizen", "employer", ""};
Names names_of_state[] = {"met", "short", "unknown", ""};
Names names_of_strength[] = {"must", "should", "nice", ""};
Names names_of_task_verdict[] = {"out_of_reach", "practice", "unclear", "paid", ""};
Names names_of_term[] = {"paid", "practice", "hybrid", "prospect", "fleksjob", ""};
Names names_of_unit[] = {"week", "month", ""};
Names names_of_variation[] = {"unknown", "low", "high", ""};
Names names_of_verdict[] = {"blocked", "practice_only", "unclear", "fit", ""};
Names names_of_wish[] = {"seek", "avoid", ""};

static int
find_long (Names *names, const char *string, uint64_t head)
{
  for (int i = 0; *names[i] != '\0'; i++)
    if (name_has_head (names[i], string, head))
      return i;
  return -1;
}

/* Nobody can foresee which of them it is: all are compared, without a branch for each. */
int
names_find (Names *names, const char *string)
{
  const uint64_t head = name_get_head (string);
  int found = -1;

  if (head >> 56 != 0)
    return find_long (names, string, head);
  for (int i = 0; *names[i] != '\0'; i++)
    found = name_has_head (names[i], string, head) ? i : found;
  return found;
}

void
names_write (Names *names, char *text, size_t size)
{
  size_t length = 0;

  *text = '\0';
  for (size_t i = 0; *names[i] != '\0' && length < size; i++)
    length += (size_t) snprintf (text + length, size - length, "%s%s", i > 0 ? ", " : "", names[i]);
}
