/* SPDX-License-Identifier: Apache-2.0 */
#ifndef SMAAJOB_CITIZEN_BUILDER_H
#define SMAAJOB_CITIZEN_BUILDER_H

/** @file citizen-builder.h Making a citizen, from a document or member by member. */

#include <smaajob/citizen.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * A new citizen from a `smaajob.citizen/1` document; free with smaajob_citizen_free().
 * @param length of @p json in bytes, at most 1 MiB; the text need not end in a NUL
 */
SMAAJOB_API SmaajobCitizen *smaajob_citizen_new_from_json (SmaajobVocabulary *vocabulary,
                                                           const char *json, size_t length,
                                                           SmaajobError *error);
/** Give up a citizen; matches made of it live on. NULL is allowed. */
SMAAJOB_API void smaajob_citizen_free (SmaajobCitizen *citizen);
/** The citizen's id, borrowed; never NULL. */
SMAAJOB_API const char *smaajob_citizen_get_id (const SmaajobCitizen *citizen);
/** The citizen as canonical JSON, NUL-terminated; free with smaajob_free(). Fails: memory. */
SMAAJOB_API char *smaajob_citizen_to_json (const SmaajobCitizen *citizen, SmaajobError *error);
/** Size of the object in bytes, without its vocabulary. */
SMAAJOB_API size_t smaajob_citizen_get_size_bytes (const SmaajobCitizen *citizen);

/** A builder for a citizen of whom only the @p id is known. Fails: range (id), memory. */
SMAAJOB_API SmaajobCitizenBuilder *
smaajob_citizen_builder_new (SmaajobVocabulary *vocabulary, const char *id, SmaajobError *error);
/** Free a builder; NULL is allowed. */
SMAAJOB_API void smaajob_citizen_builder_free (SmaajobCitizenBuilder *builder);
/** Add a competence, at most 256. Fails: unknown_concept, duplicate, range, size. */
SMAAJOB_API bool smaajob_citizen_builder_add_competence (SmaajobCitizenBuilder *builder,
                                                         const SmaajobCompetence *competence,
                                                         SmaajobError *error);
/** @p complete: every concept that is not listed is known not to be held; false when not called. */
SMAAJOB_API bool smaajob_citizen_builder_set_competencies_complete (SmaajobCitizenBuilder *builder,
                                                                    bool complete,
                                                                    SmaajobError *error);
/** Say that the needs are known: those added, perhaps none. Not called and none added: unknown. */
SMAAJOB_API bool smaajob_citizen_builder_set_needs_known (SmaajobCitizenBuilder *builder,
                                                          SmaajobError *error);
/** Add a need, at most 64, one per condition. Fails: unknown_concept, duplicate, range, size. */
SMAAJOB_API bool smaajob_citizen_builder_add_need (SmaajobCitizenBuilder *builder,
                                                   const SmaajobNeed *need, SmaajobError *error);
/** Answer @p gate; unknown when not called. Fails: unknown_concept, duplicate, range. */
SMAAJOB_API bool smaajob_citizen_builder_set_gate (SmaajobCitizenBuilder *builder, const char *gate,
                                                   SmaajobAnswer answer, SmaajobError *error);
/** State the hours; unknown when not called. Fails: range. */
SMAAJOB_API bool smaajob_citizen_builder_set_hours (SmaajobCitizenBuilder *builder,
                                                    const SmaajobCitizenHours *hours,
                                                    SmaajobError *error);
/** Say that the availability is known: the windows added, perhaps none. */
SMAAJOB_API bool smaajob_citizen_builder_set_availability_known (SmaajobCitizenBuilder *builder,
                                                                 SmaajobError *error);
/** Add a window of availability; windows may overlap. Fails: range. */
SMAAJOB_API bool smaajob_citizen_builder_add_window (SmaajobCitizenBuilder *builder,
                                                     const SmaajobWindow *window,
                                                     SmaajobError *error);
/** @p effectiveness: output per hour present against an ordinary employee, 0–1, of at most three
 * decimals (what is within 1e-9 of that passes). Fails: range. */
SMAAJOB_API bool smaajob_citizen_builder_set_effectiveness (SmaajobCitizenBuilder *builder,
                                                            double effectiveness,
                                                            SmaajobError *error);
/** Share of agreed meetings @p kept (0–1, of at most three decimals), and in what. Fails: range. */
SMAAJOB_API bool smaajob_citizen_builder_set_attendance (SmaajobCitizenBuilder *builder,
                                                         double kept, SmaajobContext context,
                                                         SmaajobError *error);
/** Over how many @p weeks the attendance was seen, 0–1000; SMAAJOB_UNKNOWN when not called. Fails:
 * range. */
SMAAJOB_API bool smaajob_citizen_builder_set_attendance_weeks (SmaajobCitizenBuilder *builder,
                                                               int weeks, SmaajobError *error);
/** Say whether the prerequisites of a wage are presumed present. Fails: range. */
SMAAJOB_API bool smaajob_citizen_builder_set_prerequisites (SmaajobCitizenBuilder *builder,
                                                            SmaajobPrerequisites prerequisites,
                                                            SmaajobError *error);
/** Say what the citizen has chosen. Fails: range. */
SMAAJOB_API bool smaajob_citizen_builder_set_choice (SmaajobCitizenBuilder *builder,
                                                     SmaajobChoice choice, SmaajobError *error);
/** Say what the course is for now. Fails: range. */
SMAAJOB_API bool smaajob_citizen_builder_set_purpose (SmaajobCitizenBuilder *builder,
                                                      SmaajobPurpose purpose, SmaajobError *error);
/**
 * Add a wish, at most 64, about a competence concept, @p concept_id, or a sector: a NACE code such
 * as "46", "46.3" or "46.31". Fails: unknown_concept, duplicate, range, size.
 */
SMAAJOB_API bool smaajob_citizen_builder_add_wish (SmaajobCitizenBuilder *builder,
                                                   const char *concept_id, SmaajobWish wants,
                                                   SmaajobError *error);
/** Where the citizen sets out from, in degrees, WGS 84: @p lat −90–90, @p lon −180–180. Fails:
 * range. */
SMAAJOB_API bool smaajob_citizen_builder_set_location (SmaajobCitizenBuilder *builder, double lat,
                                                       double lon, SmaajobError *error);
/** How, and for at most how long each way: @p max_minutes 0–1440. Fails: range. */
SMAAJOB_API bool smaajob_citizen_builder_set_travel (SmaajobCitizenBuilder *builder,
                                                     SmaajobMode mode, int max_minutes,
                                                     SmaajobError *error);
/** The checked citizen; the builder may be used on. Fails: missing (attendance), memory. */
SMAAJOB_API SmaajobCitizen *smaajob_citizen_builder_build (const SmaajobCitizenBuilder *builder,
                                                           SmaajobError *error);

#ifdef __cplusplus
}
#endif
#endif
