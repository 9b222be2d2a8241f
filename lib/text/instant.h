/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TEXT_INSTANT_H
#define TEXT_INSTANT_H

#include <smaajob/error.h>

#define INSTANT_SIZE   40 /* the longest and its end */
#define INSTANT_EXPECT "a time by RFC 3339 such as 2026-11-22T14:00:00Z"

/* Whether a text is a date and time by RFC 3339 with Z or an offset, at most nine decimals, in
   capital letters. */
bool instant_is_valid (const char *text);

#endif
