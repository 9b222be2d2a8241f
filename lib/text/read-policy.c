/* SPDX-License-Identifier: Apache-2.0 */
#include "data/policy.h"
#include "text/reader.h"

#include <stdio.h>
#include <string.h>

#define ORDINARY_WEEK "ordinary_week"

typedef SmaajobPolicyBuilder Builder;

/* A section of the policy that is being built; NULL outside the sections. */
typedef struct {
  Builder *builder;
  const char *section;
} Target;

static bool
row_is_in (const PolicyRow *row, const char *section)
{
  if (row->section == NULL || section == NULL)
    return row->section == section;
  return strcmp (row->section, section) == 0;
}

static bool
has_section (const char *name)
{
  for (size_t i = 0; i < N_POLICY_NUMBERS; i++)
    if (row_is_in (&policy_rows[i], name))
      return true;
  return false;
}

static bool
has_number (const char *section, const char *name)
{
  for (size_t i = 0; i < N_POLICY_NUMBERS; i++)
    if (row_is_in (&policy_rows[i], section) && strcmp (policy_rows[i].member, name) == 0)
      return true;
  return false;
}

static void
add_name (Member *members, const char *name)
{
  while (*members->name != '\0' && strcmp (members->name, name) != 0)
    members++;
  snprintf (members->name, sizeof members->name, "%s", name);
}

/* Outside the sections they are members themselves. */
static bool
unknown_member (Reader *reader, const Json *json, const char *section)
{
  Member members[N_POLICY_NUMBERS + 3] = {{.name = ""}};

  if (section == NULL)
    add_name (members, "format");
  for (size_t i = 0; i < N_POLICY_NUMBERS; i++)
    if (section == NULL && policy_rows[i].section != NULL)
      add_name (members, policy_rows[i].section);
    else if (row_is_in (&policy_rows[i], section))
      add_name (members, policy_rows[i].member);
  if (section == NULL)
    add_name (members, ORDINARY_WEEK);
  return reader_unknown_member (reader, json, members);
}

static bool
read_number (Reader *reader, const Json *json, const Target *target)
{
  static const Member number = {.kind = MEMBER_NUMBER};
  char pointer[sizeof reader->error.pointer];

  if (target->section == NULL)
    snprintf (pointer, sizeof pointer, "/%s", json_get_name (json));
  else
    snprintf (pointer, sizeof pointer, "/%s/%s", target->section, json_get_name (json));
  return reader_check_value (reader, json, &number) &&
         smaajob_policy_builder_set_number (target->builder, pointer, json_get_number (json),
                                            &reader->error);
}

static bool
read_section_member (Reader *reader, const Json *json, void *data)
{
  const Target *target = data;

  return has_number (target->section, json_get_name (json))
             ? read_number (reader, json, target)
             : unknown_member (reader, json, target->section);
}

static bool
read_section (Reader *reader, const Json *json, Builder *builder)
{
  static const Member object = {.kind = MEMBER_OBJECT};
  Target target = {builder, json_get_name (json)};

  return reader_check_value (reader, json, &object) &&
         reader_each (reader, json, read_section_member, &target);
}

static bool
read_window (Reader *reader, const Json *json, void *builder)
{
  SmaajobWindow window;

  return reader_read_window (reader, json, &window) &&
         smaajob_policy_builder_add_window (builder, &window, &reader->error);
}

static bool
read_ordinary_week (Reader *reader, const Json *json, Builder *builder)
{
  static const Member array = {.kind = MEMBER_ARRAY, .expected = "an array of windows"};

  return reader_check_value (reader, json, &array) &&
         smaajob_policy_builder_clear_windows (builder, &reader->error) &&
         reader_each (reader, json, read_window, builder);
}

static bool
read_member (Reader *reader, const Json *json, void *builder)
{
  const Target document = {builder, NULL};
  const char *name = json_get_name (json);

  if (strcmp (name, "format") == 0)
    return true;
  if (strcmp (name, ORDINARY_WEEK) == 0)
    return read_ordinary_week (reader, json, builder);
  if (has_number (NULL, name))
    return read_number (reader, json, &document);
  return has_section (name) ? read_section (reader, json, builder)
                            : unknown_member (reader, json, NULL);
}

SmaajobPolicy *
smaajob_policy_new_from_json (const char *json, size_t length, SmaajobError *error)
{
  Reader reader;
  SmaajobPolicy *policy = NULL;
  Builder *builder = NULL;

  if (reader_open (&reader, json, length, "smaajob.policy/1"))
    builder = smaajob_policy_builder_new (&reader.error);
  if (builder != NULL && reader_each (&reader, reader.root, read_member, builder))
    policy = smaajob_policy_builder_build (builder, &reader.error);
  smaajob_policy_builder_free (builder);
  return reader_close (&reader, policy, error);
}
