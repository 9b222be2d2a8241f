/* SPDX-License-Identifier: Apache-2.0 */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include <smaajob/error.h>

/* All of these return false, so that a check reads `return error_set (…)`. NULL error is allowed.
 */
bool error_set (SmaajobError *error, SmaajobErrorCode code, const char *pointer, const char *format,
                ...) __attribute__ ((format (printf, 4, 5)));
bool error_memory (SmaajobError *error);
bool error_argument (SmaajobError *error, const char *what);

#endif
