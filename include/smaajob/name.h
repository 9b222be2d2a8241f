/* SPDX-License-Identifier: Apache-2.0 */
#ifndef SMAAJOB_NAME_H
#define SMAAJOB_NAME_H

/**
 * @file name.h
 * From a name to its value and back, for hosts that keep or are sent what documents say.
 *
 * The names are those of a document. smaajob_verdict_get_name() and its like, of what a match says,
 * stand with their lists.
 */

#include <smaajob/explanation.h>
#include <smaajob/lever.h>
#include <smaajob/opening.h>
#include <smaajob/question.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * The value of a name, such as "observed".
 * @param name as documents have it, in small letters
 * @param value filled on success, unchanged on failure
 * Fails: argument (NULL), range (no such name: the message says which there are).
 */
SMAAJOB_API bool smaajob_evidence_from_name (const char *name, SmaajobEvidence *value,
                                             SmaajobError *error);
/** As smaajob_evidence_from_name(), such as "must". */
SMAAJOB_API bool smaajob_strength_from_name (const char *name, SmaajobStrength *value,
                                             SmaajobError *error);
/** As smaajob_evidence_from_name(), such as "yes". */
SMAAJOB_API bool smaajob_answer_from_name (const char *name, SmaajobAnswer *value,
                                           SmaajobError *error);
/** As smaajob_evidence_from_name(), such as "present". */
SMAAJOB_API bool smaajob_prerequisites_from_name (const char *name, SmaajobPrerequisites *value,
                                                  SmaajobError *error);
/** As smaajob_evidence_from_name(), such as "informed". */
SMAAJOB_API bool smaajob_choice_from_name (const char *name, SmaajobChoice *value,
                                           SmaajobError *error);
/** As smaajob_evidence_from_name(), such as "pay". */
SMAAJOB_API bool smaajob_purpose_from_name (const char *name, SmaajobPurpose *value,
                                            SmaajobError *error);
/** As smaajob_evidence_from_name(), such as "practice". */
SMAAJOB_API bool smaajob_context_from_name (const char *name, SmaajobContext *value,
                                            SmaajobError *error);
/** As smaajob_evidence_from_name(), such as "seek". */
SMAAJOB_API bool smaajob_wish_from_name (const char *name, SmaajobWish *value, SmaajobError *error);
/** As smaajob_evidence_from_name(), such as "bike". */
SMAAJOB_API bool smaajob_mode_from_name (const char *name, SmaajobMode *value, SmaajobError *error);
/** As smaajob_evidence_from_name(), such as "mon". */
SMAAJOB_API bool smaajob_day_from_name (const char *name, SmaajobDay *value, SmaajobError *error);
/** As smaajob_evidence_from_name(), such as "hybrid". */
SMAAJOB_API bool smaajob_term_from_name (const char *name, SmaajobTerm *value, SmaajobError *error);
/** As smaajob_evidence_from_name(), such as "present". */
SMAAJOB_API bool smaajob_pay_basis_from_name (const char *name, SmaajobPayBasis *value,
                                              SmaajobError *error);
/** As smaajob_evidence_from_name(), such as "low". */
SMAAJOB_API bool smaajob_variation_from_name (const char *name, SmaajobVariation *value,
                                              SmaajobError *error);
/** As smaajob_evidence_from_name(), such as "limit". */
SMAAJOB_API bool smaajob_condition_type_from_name (const char *name, SmaajobConditionType *value,
                                                   SmaajobError *error);
/** As smaajob_evidence_from_name(), such as "physical". */
SMAAJOB_API bool smaajob_condition_kind_from_name (const char *name, SmaajobConditionKind *value,
                                                   SmaajobError *error);
/** As smaajob_evidence_from_name(). */
SMAAJOB_API bool smaajob_verdict_from_name (const char *name, SmaajobVerdict *value,
                                            SmaajobError *error);
/** As smaajob_evidence_from_name(). */
SMAAJOB_API bool smaajob_task_verdict_from_name (const char *name, SmaajobTaskVerdict *value,
                                                 SmaajobError *error);
/** As smaajob_evidence_from_name(). */
SMAAJOB_API bool smaajob_advice_from_name (const char *name, SmaajobAdvice *value,
                                           SmaajobError *error);
/** As smaajob_evidence_from_name(). The message names no code. */
SMAAJOB_API bool smaajob_code_from_name (const char *name, SmaajobCode *value, SmaajobError *error);
/** As smaajob_evidence_from_name(). */
SMAAJOB_API bool smaajob_criterion_from_name (const char *name, SmaajobCriterionId *value,
                                              SmaajobError *error);
/** As smaajob_evidence_from_name(). */
SMAAJOB_API bool smaajob_side_from_name (const char *name, SmaajobSide *value, SmaajobError *error);
/** As smaajob_evidence_from_name(). */
SMAAJOB_API bool smaajob_state_from_name (const char *name, SmaajobState *value,
                                          SmaajobError *error);
/** As smaajob_evidence_from_name(). */
SMAAJOB_API bool smaajob_ask_from_name (const char *name, SmaajobAsk *value, SmaajobError *error);
/** As smaajob_evidence_from_name(). */
SMAAJOB_API bool smaajob_actor_from_name (const char *name, SmaajobActor *value,
                                          SmaajobError *error);
/** As smaajob_evidence_from_name(). */
SMAAJOB_API bool smaajob_reader_from_name (const char *name, SmaajobReader *value,
                                           SmaajobError *error);
/** As smaajob_evidence_from_name(). */
SMAAJOB_API bool smaajob_section_from_name (const char *name, SmaajobSection *value,
                                            SmaajobError *error);

/** The name, such as "observed"; "" for a value outside the enum. */
SMAAJOB_API const char *smaajob_evidence_get_name (SmaajobEvidence value);
/** The name, such as "must"; "" for a value outside the enum. */
SMAAJOB_API const char *smaajob_strength_get_name (SmaajobStrength value);
/** The name, such as "yes"; "" for a value outside the enum. */
SMAAJOB_API const char *smaajob_answer_get_name (SmaajobAnswer value);
/** The name, such as "present"; "" for a value outside the enum. */
SMAAJOB_API const char *smaajob_prerequisites_get_name (SmaajobPrerequisites value);
/** The name, such as "informed"; "" for a value outside the enum. */
SMAAJOB_API const char *smaajob_choice_get_name (SmaajobChoice value);
/** The name, such as "pay"; "" for a value outside the enum. */
SMAAJOB_API const char *smaajob_purpose_get_name (SmaajobPurpose value);
/** The name, such as "practice"; "" for a value outside the enum. */
SMAAJOB_API const char *smaajob_context_get_name (SmaajobContext value);
/** The name, such as "seek"; "" for a value outside the enum. */
SMAAJOB_API const char *smaajob_wish_get_name (SmaajobWish value);
/** The name, such as "bike"; "" for a value outside the enum. */
SMAAJOB_API const char *smaajob_mode_get_name (SmaajobMode value);
/** The name of one day, such as "mon"; "" for a value outside the enum. */
SMAAJOB_API const char *smaajob_day_get_name (SmaajobDay value);
/** The name, such as "hybrid"; "" for a value outside the enum. */
SMAAJOB_API const char *smaajob_term_get_name (SmaajobTerm value);
/** The name, such as "present"; "" for a value outside the enum. */
SMAAJOB_API const char *smaajob_pay_basis_get_name (SmaajobPayBasis value);
/** The name, such as "low"; "" for a value outside the enum. */
SMAAJOB_API const char *smaajob_variation_get_name (SmaajobVariation value);
/** The name, such as "limit"; "" for a value outside the enum. */
SMAAJOB_API const char *smaajob_condition_type_get_name (SmaajobConditionType value);
/** The name, such as "physical"; "" for a value outside the enum. */
SMAAJOB_API const char *smaajob_condition_kind_get_name (SmaajobConditionKind value);

#ifdef __cplusplus
}
#endif
#endif
