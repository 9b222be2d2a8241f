/* SPDX-License-Identifier: Apache-2.0 */
#ifndef SMAAJOB_OPENING_BUILDER_H
#define SMAAJOB_OPENING_BUILDER_H

/**
 * @file opening-builder.h
 * Making an opening, from a document or member by member.
 *
 * Every setter fails with `argument` on NULL, and on a task that has not been added, whose place
 * the JSON Pointer then names, such as "/tasks/7".
 */

#include <smaajob/opening.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * A new opening from a `smaajob.opening/1` document; free with smaajob_opening_free().
 * @param length of @p json in bytes, at most 1 MiB; the text need not end in a NUL
 */
SMAAJOB_API SmaajobOpening *smaajob_opening_new_from_json (SmaajobVocabulary *vocabulary,
                                                           const char *json, size_t length,
                                                           SmaajobError *error);
/** Give up an opening; matches made of it live on. NULL is allowed. */
SMAAJOB_API void smaajob_opening_free (SmaajobOpening *opening);
/** The opening's id, borrowed; never NULL. */
SMAAJOB_API const char *smaajob_opening_get_id (const SmaajobOpening *opening);
/** The opening as canonical JSON, NUL-terminated; free with smaajob_free(). Fails: memory. */
SMAAJOB_API char *smaajob_opening_to_json (const SmaajobOpening *opening, SmaajobError *error);
/** Size of the object in bytes, without its vocabulary. */
SMAAJOB_API size_t smaajob_opening_get_size_bytes (const SmaajobOpening *opening);

/** A builder for an opening of which only the @p id is known. Fails: range (id), memory. */
SMAAJOB_API SmaajobOpeningBuilder *
smaajob_opening_builder_new (SmaajobVocabulary *vocabulary, const char *id, SmaajobError *error);
/** Free a builder; NULL is allowed. */
SMAAJOB_API void smaajob_opening_builder_free (SmaajobOpeningBuilder *builder);
/** Name the @p employer by id; not stated when not called. Fails: range. */
SMAAJOB_API bool smaajob_opening_builder_set_employer (SmaajobOpeningBuilder *builder,
                                                       const char *employer, SmaajobError *error);
/** The @p sector, a NACE code such as "46", "46.3" or "46.31"; unknown when not called. Fails:
 * range.
 */
SMAAJOB_API bool smaajob_opening_builder_set_sector (SmaajobOpeningBuilder *builder,
                                                     const char *sector, SmaajobError *error);
/** For how many citizens there is room: @p seats 1–1000; 1 when not called. Fails: range. */
SMAAJOB_API bool smaajob_opening_builder_set_seats (SmaajobOpeningBuilder *builder, int seats,
                                                    SmaajobError *error);
/** State the hours; unknown when not called. Fails: range. */
SMAAJOB_API bool smaajob_opening_builder_set_hours (SmaajobOpeningBuilder *builder,
                                                    const SmaajobOpeningHours *hours,
                                                    SmaajobError *error);
/** Add a task, at most 12, with @p id; its number is the count of those before. Fails: duplicate,
 * range, size.
 */
SMAAJOB_API bool smaajob_opening_builder_add_task (SmaajobOpeningBuilder *builder, const char *id,
                                                   SmaajobError *error);
/** Say whether task @p task is @p optional: the employer can do without it; false when not called.
 */
SMAAJOB_API bool smaajob_opening_builder_set_task_optional (SmaajobOpeningBuilder *builder,
                                                            size_t task, bool optional,
                                                            SmaajobError *error);
/**
 * State the hours of task @p task, in minutes a week: @p min 0–10080, @p max 15–10080,
 * SMAAJOB_UNKNOWN leaves that end open; unknown when not called. Fails: range.
 */
SMAAJOB_API bool smaajob_opening_builder_set_task_hours (SmaajobOpeningBuilder *builder,
                                                         size_t task, int min, int max,
                                                         SmaajobError *error);
/** Say that the windows of task @p task are known: those added, perhaps none. */
SMAAJOB_API bool smaajob_opening_builder_set_task_windows_known (SmaajobOpeningBuilder *builder,
                                                                 size_t task, SmaajobError *error);
/** Add a window in which task @p task can be done; windows may overlap. Fails: range. */
SMAAJOB_API bool smaajob_opening_builder_add_task_window (SmaajobOpeningBuilder *builder,
                                                          size_t task, const SmaajobWindow *window,
                                                          SmaajobError *error);
/** Say that the requirements of task @p task are known: those added, perhaps none. */
SMAAJOB_API bool smaajob_opening_builder_set_requirements_known (SmaajobOpeningBuilder *builder,
                                                                 size_t task, SmaajobError *error);
/** Add a requirement of task @p task, at most 32, one per concept. Fails: unknown_concept,
 * duplicate, range, size. */
SMAAJOB_API bool smaajob_opening_builder_add_requirement (SmaajobOpeningBuilder *builder,
                                                          size_t task,
                                                          const SmaajobRequirement *requirement,
                                                          SmaajobError *error);
/** The @p exposure of task @p task to @p condition, a limit (0–4, whole) or a ceiling (0–100000,
 * of at most three decimals); it overrides the opening's. Fails: unknown_concept, type, range,
 * duplicate, size. */
SMAAJOB_API bool smaajob_opening_builder_set_task_exposure (SmaajobOpeningBuilder *builder,
                                                            size_t task, const char *condition,
                                                            double exposure, SmaajobError *error);
/** The @p exposure to @p condition of every task that states none. Fails: unknown_concept, type,
 * range, duplicate, size. */
SMAAJOB_API bool smaajob_opening_builder_set_exposure (SmaajobOpeningBuilder *builder,
                                                       const char *condition, double exposure,
                                                       SmaajobError *error);
/** How much of a supporting @p condition is offered: @p provision 0 no, 1 partly, 2 yes; unknown
 * when not called. Fails: unknown_concept, type, range, duplicate, size. */
SMAAJOB_API bool smaajob_opening_builder_set_provision (SmaajobOpeningBuilder *builder,
                                                        const char *condition, int provision,
                                                        SmaajobError *error);
/** Demand @p gate; none is demanded when not called. Fails: unknown_concept, duplicate, size. */
SMAAJOB_API bool smaajob_opening_builder_add_gate (SmaajobOpeningBuilder *builder, const char *gate,
                                                   SmaajobError *error);
/** Say whether a term is accepted; unknown when not called. Fails: range. */
SMAAJOB_API bool smaajob_opening_builder_set_term (SmaajobOpeningBuilder *builder, SmaajobTerm term,
                                                   SmaajobAnswer answer, SmaajobError *error);
/** What an hour's pay is for; effective hours when not called. Fails: range. */
SMAAJOB_API bool smaajob_opening_builder_set_pay_basis (SmaajobOpeningBuilder *builder,
                                                        SmaajobPayBasis pay_basis,
                                                        SmaajobError *error);
/** How much hours vary from week to week. Fails: range. */
SMAAJOB_API bool smaajob_opening_builder_set_weekly_variation (SmaajobOpeningBuilder *builder,
                                                               SmaajobVariation variation,
                                                               SmaajobError *error);
/** Where the work is, in degrees, WGS 84: @p lat −90–90, @p lon −180–180. Fails: range. */
SMAAJOB_API bool smaajob_opening_builder_set_location (SmaajobOpeningBuilder *builder, double lat,
                                                       double lon, SmaajobError *error);
/** The checked opening; the builder may be used on. Fails: missing (no task), memory. */
SMAAJOB_API SmaajobOpening *smaajob_opening_builder_build (const SmaajobOpeningBuilder *builder,
                                                           SmaajobError *error);

#ifdef __cplusplus
}
#endif
#endif
