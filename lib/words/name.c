/* SPDX-License-Identifier: Apache-2.0 */
#include <smaajob/name.h>

#include "base/error.h"
#include "words/fault.h"
#include "words/names.h"

#define MOST_NAMES 160 /* bytes of the names of a list, with what is between them */

static const char *
name_at (Names *names, int value)
{
  for (int i = 0; *names[i] != '\0'; i++)
    if (i == value)
      return names[i];
  return "";
}

static int
tell_argument (SmaajobError *error)
{
  error_argument (error, "the name, or what its value is put into, is NULL");
  return -1;
}

/* The place of a name that is no string of a tape, or -1. */
static int
find (Names *names, const char *name, const void *value, SmaajobError *error)
{
  char expected[MOST_NAMES];

  if (name == NULL || value == NULL)
    return tell_argument (error);
  for (int i = 0; *names[i] != '\0'; i++)
    if (strcmp (names[i], name) == 0)
      return i;
  names_write (names, expected, sizeof expected);
  fault (error, SMAAJOB_ERROR_RANGE, "", "%s is not one of %s", told_text (name).text, expected);
  return -1;
}

static int
find_code (const char *name, const void *value, SmaajobError *error)
{
  if (name == NULL || value == NULL)
    return tell_argument (error);
  for (int i = SMAAJOB_CODE_NONE + 1; *smaajob_code_get_name ((SmaajobCode) i) != '\0'; i++)
    if (strcmp (smaajob_code_get_name ((SmaajobCode) i), name) == 0)
      return i;
  fault (error, SMAAJOB_ERROR_RANGE, "", "%s, expected a code of a match", told_text (name).text);
  return -1;
}

/* The name of a value and the value of a name, where values count from 0 as the names stand. */
#define NAMED(Type, list)                                                                          \
  const char *smaajob_##list##_get_name (Type value)                                               \
  {                                                                                                \
    return name_at (names_of_##list, (int) value);                                                 \
  }                                                                                                \
                                                                                                   \
  bool smaajob_##list##_from_name (const char *name, Type *value, SmaajobError *error)             \
  {                                                                                                \
    const int found = find (names_of_##list, name, value, error);                                  \
                                                                                                   \
    if (found >= 0)                                                                                \
      *value = (Type) found;                                                                       \
    return found >= 0;                                                                             \
  }

NAMED (SmaajobEvidence, evidence)
NAMED (SmaajobStrength, strength)
NAMED (SmaajobAnswer, answer)
NAMED (SmaajobPrerequisites, prerequisites)
NAMED (SmaajobChoice, choice)
NAMED (SmaajobPurpose, purpose)
NAMED (SmaajobContext, context)
NAMED (SmaajobWish, wish)
NAMED (SmaajobMode, mode)
NAMED (SmaajobTerm, term)
NAMED (SmaajobPayBasis, pay_basis)
NAMED (SmaajobVariation, variation)
NAMED (SmaajobConditionType, condition_type)
NAMED (SmaajobConditionKind, condition_kind)
NAMED (SmaajobVerdict, verdict)
NAMED (SmaajobTaskVerdict, task_verdict)
NAMED (SmaajobAdvice, advice)
NAMED (SmaajobCriterionId, criterion)
NAMED (SmaajobSide, side)
NAMED (SmaajobState, state)
NAMED (SmaajobAsk, ask)
NAMED (SmaajobActor, actor)
NAMED (SmaajobReader, reader)
NAMED (SmaajobSection, section)

/* Days are bits. */
const char *
smaajob_day_get_name (SmaajobDay value)
{
  for (int i = 0; *names_of_day[i] != '\0'; i++)
    if ((unsigned) value == 1u << i)
      return names_of_day[i];
  return "";
}

bool
smaajob_day_from_name (const char *name, SmaajobDay *value, SmaajobError *error)
{
  const int found = find (names_of_day, name, value, error);

  if (found >= 0)
    *value = (SmaajobDay) (1u << found);
  return found >= 0;
}

bool
smaajob_code_from_name (const char *name, SmaajobCode *value, SmaajobError *error)
{
  const int found = find_code (name, value, error);

  if (found >= 0)
    *value = (SmaajobCode) found;
  return found >= 0;
}
