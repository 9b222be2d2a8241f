/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_SCAN_H
#define CLI_SCAN_H

#include <stdbool.h>
#include <stddef.h>

/** A stretch of text. */
typedef struct {
  const char *at;
  const char *end;
} Span;

/** Past spaces, tabs and line ends. */
const char *scan_space (Span text);
/** Whether the text is one whole object and nothing else but space, judged by its brackets alone.
 */
bool scan_is_whole (Span text);
/** The value of a top-level member, as it is written; empty when it is not there. */
Span scan_member (Span text, const char *member);

#endif
