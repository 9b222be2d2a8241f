/* SPDX-License-Identifier: Apache-2.0 */
#ifndef ARROW_INTAKE_H
#define ARROW_INTAKE_H

#include "lines.h"
#include "many-builder.h"
#include "row.h"

#include <smaajob/smaajob.h>

/* How many rows that are not as they must be are told of; the others are counted. */
#define INTAKE_FAULTS 10

typedef struct {
  uint64_t row; /* from 0 */
  SmaajobError error;
  Text text; /* of the row's document */
} IntakeFault;

/* Rows on their way into a caseload or a market. */
typedef struct {
  ManyBuilder many;
  SmaajobScoresProgress progress;
  void *data;
  uint64_t n_rows, n_faults;
  uint64_t done, all; /* bytes of the text, where there is one */
  unsigned line;      /* of it; 0 where there is none */
  IntakeFault faults[INTAKE_FAULTS];
} Intake;

/* All read on after a row that is at fault, and fail when any was, or with an error of their own.
   The done that progress is told of is rows, of which all is not known and told as 0, or bytes. */
bool intake_read_arrow (Intake *intake, struct ArrowArrayStream *stream, SmaajobError *error);
bool intake_read_lines (Intake *intake, const char *lines, size_t length, SmaajobError *error);
/* Of a file that is open, from where it is, part by part. */
bool intake_read_file (Intake *intake, int file, SmaajobError *error);
void intake_clear (Intake *intake);

#endif
