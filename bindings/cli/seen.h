/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_SEEN_H
#define CLI_SEEN_H

#include "document.h"

/** The ids of a file's documents so far. */
typedef struct _Seen Seen;

Seen *seen_new (void);
void seen_free (Seen *seen);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Seen, seen_free)
/** Remember the id of a document; false and `duplicate` when one of its kind has it already. */
bool seen_add (Seen *seen, const Document *document, const char *id, SmaajobError *error);

#endif
