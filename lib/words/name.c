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

const char *
smaajob_evidence_get_name (SmaajobEvidence value)
{
  return name_at (names_of_evidence, (int) value);
}

bool
smaajob_evidence_from_name (const char *name, SmaajobEvidence *value, SmaajobError *error)
{
  const int found = find (names_of_evidence, name, value, error);

  if (found >= 0)
    *value = (SmaajobEvidence) found;
  return found >= 0;
}

const char *
smaajob_strength_get_name (SmaajobStrength value)
{
  return name_at (names_of_strength, (int) value);
}

bool
smaajob_strength_from_name (const char *name, SmaajobStrength *value, SmaajobError *error)
{
  const int found = find (names_of_strength, name, value, error);

  if (found >= 0)
    *value = (SmaajobStrength) found;
  return found >= 0;
}

const char *
smaajob_answer_get_name (SmaajobAnswer value)
{
  return name_at (names_of_answer, (int) value);
}

bool
smaajob_answer_from_name (const char *name, SmaajobAnswer *value, SmaajobError *error)
{
  const int found = find (names_of_answer, name, value, error);

  if (found >= 0)
    *value = (SmaajobAnswer) found;
  return found >= 0;
}

const char *
smaajob_prerequisites_get_name (SmaajobPrerequisites value)
{
  return name_at (names_of_prerequisites, (int) value);
}

bool
smaajob_prerequisites_from_name (const char *name, SmaajobPrerequisites *value, SmaajobError *error)
{
  const int found = find (names_of_prerequisites, name, value, error);

  if (found >= 0)
    *value = (SmaajobPrerequisites) found;
  return found >= 0;
}

const char *
smaajob_choice_get_name (SmaajobChoice value)
{
  return name_at (names_of_choice, (int) value);
}

bool
smaajob_choice_from_name (const char *name, SmaajobChoice *value, SmaajobError *error)
{
  const int found = find (names_of_choice, name, value, error);

  if (found >= 0)
    *value = (SmaajobChoice) found;
  return found >= 0;
}

const char *
smaajob_purpose_get_name (SmaajobPurpose value)
{
  return name_at (names_of_purpose, (int) value);
}

bool
smaajob_purpose_from_name (const char *name, SmaajobPurpose *value, SmaajobError *error)
{
  const int found = find (names_of_purpose, name, value, error);

  if (found >= 0)
    *value = (SmaajobPurpose) found;
  return found >= 0;
}

const char *
smaajob_context_get_name (SmaajobContext value)
{
  return name_at (names_of_context, (int) value);
}

bool
smaajob_context_from_name (const char *name, SmaajobContext *value, SmaajobError *error)
{
  const int found = find (names_of_context, name, value, error);

  if (found >= 0)
    *value = (SmaajobContext) found;
  return found >= 0;
}

const char *
smaajob_wish_get_name (SmaajobWish value)
{
  return name_at (names_of_wish, (int) value);
}

bool
smaajob_wish_from_name (const char *name, SmaajobWish *value, SmaajobError *error)
{
  const int found = find (names_of_wish, name, value, error);

  if (found >= 0)
    *value = (SmaajobWish) found;
  return found >= 0;
}

const char *
smaajob_mode_get_name (SmaajobMode value)
{
  return name_at (names_of_mode, (int) value);
}

bool
smaajob_mode_from_name (const char *name, SmaajobMode *value, SmaajobError *error)
{
  const int found = find (names_of_mode, name, value, error);

  if (found >= 0)
    *value = (SmaajobMode) found;
  return found >= 0;
}

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

const char *
smaajob_term_get_name (SmaajobTerm value)
{
  return name_at (names_of_term, (int) value);
}

bool
smaajob_term_from_name (const char *name, SmaajobTerm *value, SmaajobError *error)
{
  const int found = find (names_of_term, name, value, error);

  if (found >= 0)
    *value = (SmaajobTerm) found;
  return found >= 0;
}

const char *
smaajob_pay_basis_get_name (SmaajobPayBasis value)
{
  return name_at (names_of_pay_basis, (int) value);
}

bool
smaajob_pay_basis_from_name (const char *name, SmaajobPayBasis *value, SmaajobError *error)
{
  const int found = find (names_of_pay_basis, name, value, error);

  if (found >= 0)
    *value = (SmaajobPayBasis) found;
  return found >= 0;
}

const char *
smaajob_variation_get_name (SmaajobVariation value)
{
  return name_at (names_of_variation, (int) value);
}

bool
smaajob_variation_from_name (const char *name, SmaajobVariation *value, SmaajobError *error)
{
  const int found = find (names_of_variation, name, value, error);

  if (found >= 0)
    *value = (SmaajobVariation) found;
  return found >= 0;
}

const char *
smaajob_condition_type_get_name (SmaajobConditionType value)
{
  return name_at (names_of_condition_type, (int) value);
}

bool
smaajob_condition_type_from_name (const char *name, SmaajobConditionType *value,
                                  SmaajobError *error)
{
  const int found = find (names_of_condition_type, name, value, error);

  if (found >= 0)
    *value = (SmaajobConditionType) found;
  return found >= 0;
}

const char *
smaajob_condition_kind_get_name (SmaajobConditionKind value)
{
  return name_at (names_of_condition_kind, (int) value);
}

bool
smaajob_condition_kind_from_name (const char *name, SmaajobConditionKind *value,
                                  SmaajobError *error)
{
  const int found = find (names_of_condition_kind, name, value, error);

  if (found >= 0)
    *value = (SmaajobConditionKind) found;
  return found >= 0;
}

const char *
smaajob_verdict_get_name (SmaajobVerdict verdict)
{
  return name_at (names_of_verdict, (int) verdict);
}

bool
smaajob_verdict_from_name (const char *name, SmaajobVerdict *value, SmaajobError *error)
{
  const int found = find (names_of_verdict, name, value, error);

  if (found >= 0)
    *value = (SmaajobVerdict) found;
  return found >= 0;
}

const char *
smaajob_task_verdict_get_name (SmaajobTaskVerdict verdict)
{
  return name_at (names_of_task_verdict, (int) verdict);
}

bool
smaajob_task_verdict_from_name (const char *name, SmaajobTaskVerdict *value, SmaajobError *error)
{
  const int found = find (names_of_task_verdict, name, value, error);

  if (found >= 0)
    *value = (SmaajobTaskVerdict) found;
  return found >= 0;
}

bool
smaajob_advice_from_name (const char *name, SmaajobAdvice *value, SmaajobError *error)
{
  const int found = find (names_of_advice, name, value, error);

  if (found >= 0)
    *value = (SmaajobAdvice) found;
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

const char *
smaajob_criterion_get_name (SmaajobCriterionId criterion)
{
  return name_at (names_of_criterion, (int) criterion);
}

bool
smaajob_criterion_from_name (const char *name, SmaajobCriterionId *value, SmaajobError *error)
{
  const int found = find (names_of_criterion, name, value, error);

  if (found >= 0)
    *value = (SmaajobCriterionId) found;
  return found >= 0;
}

const char *
smaajob_side_get_name (SmaajobSide side)
{
  return name_at (names_of_side, (int) side);
}

bool
smaajob_side_from_name (const char *name, SmaajobSide *value, SmaajobError *error)
{
  const int found = find (names_of_side, name, value, error);

  if (found >= 0)
    *value = (SmaajobSide) found;
  return found >= 0;
}

const char *
smaajob_state_get_name (SmaajobState state)
{
  return name_at (names_of_state, (int) state);
}

bool
smaajob_state_from_name (const char *name, SmaajobState *value, SmaajobError *error)
{
  const int found = find (names_of_state, name, value, error);

  if (found >= 0)
    *value = (SmaajobState) found;
  return found >= 0;
}

const char *
smaajob_ask_get_name (SmaajobAsk ask)
{
  return name_at (names_of_ask, (int) ask);
}

bool
smaajob_ask_from_name (const char *name, SmaajobAsk *value, SmaajobError *error)
{
  const int found = find (names_of_ask, name, value, error);

  if (found >= 0)
    *value = (SmaajobAsk) found;
  return found >= 0;
}

const char *
smaajob_actor_get_name (SmaajobActor actor)
{
  return name_at (names_of_actor, (int) actor);
}

bool
smaajob_actor_from_name (const char *name, SmaajobActor *value, SmaajobError *error)
{
  const int found = find (names_of_actor, name, value, error);

  if (found >= 0)
    *value = (SmaajobActor) found;
  return found >= 0;
}

const char *
smaajob_reader_get_name (SmaajobReader reader)
{
  return name_at (names_of_reader, (int) reader);
}

bool
smaajob_reader_from_name (const char *name, SmaajobReader *value, SmaajobError *error)
{
  const int found = find (names_of_reader, name, value, error);

  if (found >= 0)
    *value = (SmaajobReader) found;
  return found >= 0;
}

const char *
smaajob_section_get_name (SmaajobSection section)
{
  return name_at (names_of_section, (int) section);
}

bool
smaajob_section_from_name (const char *name, SmaajobSection *value, SmaajobError *error)
{
  const int found = find (names_of_section, name, value, error);

  if (found >= 0)
    *value = (SmaajobSection) found;
  return found >= 0;
}
