/* SPDX-License-Identifier: Apache-2.0 */
#ifndef SMAAJOB_ERROR_H
#define SMAAJOB_ERROR_H

/**
 * @file error.h
 * What went wrong, where, and what was expected.
 *
 * The return type of a function is its contract: a `bool` or pointer function whose last parameter
 * is `SmaajobError *error` may fail; it then returns false or NULL, fills @p error when that is not
 * NULL, and leaves everything else as it was. A function without that parameter cannot fail.
 *
 * NULL for an object never harms the host: what may fail fails with `argument`; a reader gives "",
 * 0, false, the first value of an enum or the struct it gives for an index that is too large, and
 * SMAAJOB_UNKNOWN for the numbers of a score, growth, minutes of travel and an override.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define SMAAJOB_API __attribute__ ((visibility ("default")))
#else
#define SMAAJOB_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/** Kinds of fault. The name of each, in lower case, is what `check --json` prints. */
typedef enum {
  SMAAJOB_ERROR_NONE = 0,      /**< nothing is wrong */
  SMAAJOB_ERROR_SYNTAX = 1,    /**< the text is not JSON */
  SMAAJOB_ERROR_ENCODING = 2,  /**< the text is not UTF-8, or holds a NUL */
  SMAAJOB_ERROR_DEPTH = 3,     /**< nested deeper than 64 levels */
  SMAAJOB_ERROR_SIZE = 4,      /**< more bytes or more entries than a document may hold */
  SMAAJOB_ERROR_DUPLICATE = 5, /**< a member, id or concept is said twice */
  SMAAJOB_ERROR_TYPE = 6,      /**< another JSON type, or another kind of condition, was expected */
  SMAAJOB_ERROR_RANGE = 7,     /**< a value outside its range, or two values that contradict */
  SMAAJOB_ERROR_MISSING = 8,   /**< a required member is not there */
  SMAAJOB_ERROR_UNKNOWN_MEMBER = 9, /**< a member that the format does not have */
  SMAAJOB_ERROR_UNKNOWN_CONCEPT =
      10,                       /**< a concept, condition or gate that the vocabulary does not have
                                 */
  SMAAJOB_ERROR_FORMAT = 11,    /**< the `format` member names another kind of document */
  SMAAJOB_ERROR_ARGUMENT = 12,  /**< NULL, or objects that do not belong together */
  SMAAJOB_ERROR_MEMORY = 13,    /**< no memory; the host can go on */
  SMAAJOB_ERROR_DAMAGED = 14,   /**< a record or a packed file is not what was written */
  SMAAJOB_ERROR_CANCELLED = 15, /**< long work that the caller stopped */
  SMAAJOB_ERROR_FILE = 16       /**< a file cannot be opened, read or written */
} SmaajobErrorCode;

/** A fault. Plain data that the caller owns; nothing to free; may be left uninitialised before a
 * call. */
typedef struct {
  SmaajobErrorCode code;
  uint32_t line;     /**< 1-based line of the text; 0 when there is no text */
  uint32_t column;   /**< 1-based byte column in that line; 0 when there is no text */
  char pointer[160]; /**< JSON Pointer (RFC 6901) of the faulty value; "" is the whole document */
  char message[320]; /**< one English sentence: what was found and what was expected; no line break.
                        Of a text, as in the pointer, at most a word of 48 bytes like an id */
} SmaajobError;

/** The code's name in lower case, such as `unknown_concept`; "none" for a value outside the enum.
 */
SMAAJOB_API const char *smaajob_error_code_get_name (SmaajobErrorCode code);

/** Free a string, @p memory, that the library returned as a new pointer; NULL is allowed. */
SMAAJOB_API void smaajob_free (void *memory);

/** The version of the library, such as "0.1.0"; borrowed, never NULL. */
SMAAJOB_API const char *smaajob_get_version (void);

/** The version of the model: it changes when any score can change. Borrowed, never NULL. */
SMAAJOB_API const char *smaajob_get_model_version (void);

#ifdef __cplusplus
}
#endif
#endif
