/* SPDX-License-Identifier: Apache-2.0 */
#ifndef ARROW_TABLE_H
#define ARROW_TABLE_H

#include "../nanoarrow/nanoarrow.h"

#include <smaajob/smaajob.h>

/* A place in a row: the children of a struct are filled from the first to the last. */
typedef struct {
  struct ArrowArray **next;
  int fault; /* nanoarrow's; 0 while all is well */
} Row;

/*
 * A table that is made as it is read. Its columns are told in a line: "name:u" is text, "g" a
 * double, "l" a whole number, "{…}" a struct and "[…]" a list.
 */
typedef struct {
  const char *columns;
  uint64_t n_rows;
  void (*fill) (const void *source, uint64_t i, Row *row);
  const void *source;
  void (*end) (void *keeper); /* called once, when the stream is released */
  void *keeper;               /* of whatever the source is in */
} Table;

/* The stream of a table; fails with an error number when memory runs out. */
int table_export (const Table *table, struct ArrowArrayStream *stream);

/* Fill what is next in a row. */
void row_add_text (Row *row, const char *text);  /* NULL: a null */
void row_add_thousandths (Row *row, int number); /* SMAAJOB_UNKNOWN: a null */
void row_add_hours (Row *row, int minutes);      /* the same */
void row_add_number (Row *row, int64_t number);
Row row_begin_struct (Row *row);
void row_end_struct (Row *row, const Row *within);
/* Each element of a list is ended by itself; then the list is. */
Row row_begin_list (Row *row);
Row row_begin_element (const Row *list);
void row_end_element (Row *list, const Row *within);
void row_end_list (Row *row, const Row *list);
/* The numbers of a score, without its verdict. */
#define NUMBERS_COLUMNS "score:g low:g high:g coverage:g potential:g sides:{citizen:g employer:g}"
void row_add_numbers (Row *row, const SmaajobScore *score);
#define SCORE_COLUMNS "verdict:u " NUMBERS_COLUMNS
void row_add_score (Row *row, const SmaajobScore *score);

#endif
