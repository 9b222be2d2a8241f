/* SPDX-License-Identifier: Apache-2.0 */
#include "base/error.h"
#include "data/policy.h"
#include "text/documents.h"

#include <string.h>

static bool
is_same_section (const char *a, const char *b)
{
  return a == NULL || b == NULL ? a == b : strcmp (a, b) == 0;
}

/* The rows of a section stand together: it is opened by its first and closed by its last. */
static void
write_number (Writer *writer, const SmaajobPolicy *policy, size_t i)
{
  const PolicyRow *row = &policy_rows[i];
  const char *before = i > 0 ? policy_rows[i - 1].section : NULL;
  const char *after = i + 1 < N_POLICY_NUMBERS ? policy_rows[i + 1].section : NULL;

  if (row->section != NULL && !is_same_section (before, row->section)) {
    write_name (writer, row->section);
    write_object (writer);
  }
  write_thousandths_member (writer, row->member, policy->numbers[i]);
  if (row->section != NULL && !is_same_section (row->section, after))
    write_object_end (writer);
}

void
write_policy (Writer *writer, const SmaajobPolicy *policy)
{
  write_object (writer);
  write_string_member (writer, "format", "smaajob.policy/1");
  for (size_t i = 0; i < N_POLICY_NUMBERS; i++)
    write_number (writer, policy, i);
  write_week_member (writer, "ordinary_week", &policy->ordinary_week);
  write_object_end (writer);
}

char *
smaajob_policy_to_json (const SmaajobPolicy *policy, SmaajobError *error)
{
  Writer writer = {0};

  if (policy == NULL) {
    error_argument (error, "policy is NULL, expected one");
    return NULL;
  }
  write_policy (&writer, policy);
  return writer_finish (&writer, error);
}
