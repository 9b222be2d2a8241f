/* SPDX-License-Identifier: Apache-2.0 */
#include "text/names.h"

#include <stdio.h>
#include <string.h>

Names names_of_advice[] = {"not_now",          "ask_first", "practice_first",
                           "wage_in_prospect", "paid_now",  NULL};
Names names_of_answer[] = {"unknown", "yes", "no", NULL};
Names names_of_choice[] = {"unknown", "informed", "pending", "declined", NULL};
Names names_of_condition_kind[] = {"environment", "physical", "cognitive", "social",
                                   "time",        "support",  "transport", NULL};
Names names_of_condition_type[] = {"limit", "provision", "ceiling", NULL};
Names names_of_context[] = {"unknown", "practice", "paid", NULL};
Names names_of_criterion[] = {
    "competence", "accommodation", "hours_employer", "hours_citizen", "wish", "travel", NULL};
Names names_of_day[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun", NULL};
Names names_of_evidence[] = {"stated", "observed", "employed", "certified", NULL};
Names names_of_mode[] = {"walk", "bike", "transit", "car", NULL};
Names names_of_pay_basis[] = {"effective", "present", NULL};
Names names_of_prerequisites[] = {"unknown", "present", "absent", NULL};
Names names_of_purpose[] = {"unknown", "pay", "other", NULL};
Names names_of_side[] = {"citizen", "employer", NULL};
Names names_of_state[] = {"met", "short", "unknown", NULL};
Names names_of_strength[] = {"must", "should", "nice", NULL};
Names names_of_task_verdict[] = {"out_of_reach", "practice", "unclear", "paid", NULL};
Names names_of_term[] = {"paid", "practice", "hybrid", "prospect", "fleksjob", NULL};
Names names_of_unit[] = {"week", "month", NULL};
Names names_of_variation[] = {"unknown", "low", "high", NULL};
Names names_of_verdict[] = {"blocked", "practice_only", "unclear", "fit", NULL};
Names names_of_wish[] = {"seek", "avoid", NULL};

int
names_find (Names *names, const char *name)
{
  for (int i = 0; names[i] != NULL; i++)
    if (*names[i] == *name && strcmp (names[i], name) == 0)
      return i;
  return -1;
}

void
names_write (Names *names, char *text, size_t size)
{
  size_t length = 0;

  *text = '\0';
  for (size_t i = 0; names[i] != NULL && length < size; i++)
    length += (size_t) snprintf (text + length, size - length, "%s%s", i > 0 ? ", " : "", names[i]);
}
