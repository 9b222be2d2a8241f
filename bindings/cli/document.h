/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_DOCUMENT_H
#define CLI_DOCUMENT_H

#include "input.h"

typedef enum {
  KIND_UNKNOWN,
  KIND_CITIZEN,
  KIND_OPENING,
  KIND_POLICY,
  KIND_VOCABULARY,
  KIND_MATCH,
  KIND_RECORD,
  N_KINDS
} Kind;

/** One document of a file, as text; the text is gone with the next. */
typedef struct {
  const char *text;
  gsize length;
  guint line; /**< 1-based line on which it begins */
  Kind kind;  /**< what its `format` says, whatever the version */
} Document;

/** The documents of a file: one, or one a line. */
typedef struct _Documents Documents;

/** Open a file of documents; NULL after telling why not. */
Documents *documents_open (const char *file, Report *report);
void documents_close (Documents *documents);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Documents, documents_close)

/** The next document, if there is one at all; INPUT_LONG has been told and the one after it can be
 * read. */
InputResult documents_next (Documents *documents, Document *document);
/** The file's name, as it was given. */
const char *documents_get_file (const Documents *documents);
/** How many bytes of the file they came to so far. */
guint64 documents_count_bytes (const Documents *documents);
/** Say in the fault of a document that it was taken for the only one, where that may be wrong, and
 * of an id that is said again where it stands. */
void documents_explain (const Documents *documents, const Document *document, SmaajobError *error);
/** Tell that there is no document, unless a file of that name may be without; call it at the end.
 */
void documents_tell_none (const Documents *documents);

/** Read a file that is one document of at most @p max bytes; NULL after telling why not. */
GString *document_read (const char *file, gsize max, Report *report);
/** What the text's `format` member says; text that is not JSON is of unknown kind. */
Kind document_get_kind (const char *text, gsize length);
/** The 1-based byte column of a top-level member's value, on one line; 0 when it is not there. */
guint document_find_column (const char *text, gsize length, const char *member);

#endif
