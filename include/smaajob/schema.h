/* SPDX-License-Identifier: Apache-2.0 */
#ifndef SMAAJOB_SCHEMA_H
#define SMAAJOB_SCHEMA_H

/** @file schema.h The JSON Schemas (2020-12) of the documents, for those who write them. */

#include <smaajob/error.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * The JSON Schema of a @p kind of document, borrowed: "citizen", "opening", "policy", "vocabulary",
 * "match", "explanation", "record" or "difference". Its `$comment` says what the library checks
 * beyond it. NULL for another kind, or NULL.
 */
SMAAJOB_API const char *smaajob_get_schema (const char *kind);

#ifdef __cplusplus
}
#endif
#endif
