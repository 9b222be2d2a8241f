/* SPDX-License-Identifier: Apache-2.0 */
#ifndef ARROW_ROW_H
#define ARROW_ROW_H

#include "../nanoarrow/nanoarrow.h"

#include <stdbool.h>

/* Text that grows; when memory runs out it is lost, and stays so. */
typedef struct {
  char *bytes;
  size_t length, room;
  bool lost;
} Text;

void text_add (Text *text, const char *bytes, size_t length);
void text_clear (Text *text);

/* Whether every column is of a type that a document can have; message says which is not. */
bool columns_check (const struct ArrowSchema *schema, char *message, size_t size);
/* A row as the JSON text of a document: a null is a member that is absent, and a struct or a map an
   object. */
void row_write (const struct ArrowSchema *schema, const struct ArrowArrayView *view, int64_t i,
                const char *format, Text *text);

#endif
