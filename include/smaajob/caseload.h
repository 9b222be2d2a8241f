/* SPDX-License-Identifier: Apache-2.0 */
#ifndef SMAAJOB_CASELOAD_H
#define SMAAJOB_CASELOAD_H

/**
 * @file caseload.h
 * A caseload: many citizens, to be ranked together.
 *
 * A SmaajobCaseload is immutable and may be shared by threads. It keeps what its citizens say, in
 * some 80 bytes each, not the objects they were made of; each id once, all of one vocabulary.
 * Citizen @p i is the i-th that was added.
 */

#include <smaajob/citizen.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct _SmaajobCaseload SmaajobCaseload;
typedef struct _SmaajobCaseloadBuilder SmaajobCaseloadBuilder;

/** A builder for a caseload without citizens. Fails: argument, memory. */
SMAAJOB_API SmaajobCaseloadBuilder *smaajob_caseload_builder_new (SmaajobVocabulary *vocabulary,
                                                                  SmaajobError *error);
/** Free a builder; NULL is allowed. */
SMAAJOB_API void smaajob_caseload_builder_free (SmaajobCaseloadBuilder *builder);
/** Add a citizen, whom the caller still frees. Fails: argument (NULL, or another vocabulary),
 * memory. */
SMAAJOB_API bool smaajob_caseload_builder_add_citizen (SmaajobCaseloadBuilder *builder,
                                                       const SmaajobCitizen *citizen,
                                                       SmaajobError *error);
/**
 * The caseload, perhaps of no citizen; the builder may be used on. The pointer of a fault is the
 * citizen's number, such as "/17/id". Fails: argument, duplicate (an id), memory.
 */
SMAAJOB_API SmaajobCaseload *smaajob_caseload_builder_build (const SmaajobCaseloadBuilder *builder,
                                                             SmaajobError *error);

/**
 * A caseload of NDJSON, a `smaajob.citizen/1` document a line; free with smaajob_caseload_free().
 * Lines of white space alone are passed over; an empty text is a caseload of no citizen. The first
 * fault ends the reading; its line is that of the text, and its pointer is within the document.
 * @param length of @p text in bytes; the text need not end in a NUL
 * Fails: as smaajob_citizen_new_from_json() and smaajob_caseload_builder_build().
 */
SMAAJOB_API SmaajobCaseload *smaajob_caseload_new_from_ndjson (SmaajobVocabulary *vocabulary,
                                                               const char *text, size_t length,
                                                               SmaajobError *error);
/** Give up a caseload; rankings made of it live on. NULL is allowed. */
SMAAJOB_API void smaajob_caseload_free (SmaajobCaseload *caseload);
/** Number of citizens. */
SMAAJOB_API size_t smaajob_caseload_get_n_citizens (const SmaajobCaseload *caseload);
/** The id of citizen @p i < n, borrowed; "" when the index is too large, and of a citizen of a
 * packed file that is damaged. */
SMAAJOB_API const char *smaajob_caseload_get_citizen_id_at (const SmaajobCaseload *caseload,
                                                            size_t i);
/** Citizen @p i < n, a new object to free with smaajob_citizen_free(). Fails: argument (there is
 * none of that number), damaged (of a packed file), memory. */
SMAAJOB_API SmaajobCitizen *smaajob_caseload_get_citizen_at (const SmaajobCaseload *caseload,
                                                             size_t i, SmaajobError *error);
/** Size in bytes, without the vocabulary or the mapped file. */
SMAAJOB_API size_t smaajob_caseload_get_size_bytes (const SmaajobCaseload *caseload);

#ifdef __cplusplus
}
#endif
#endif
