/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TEXT_RECORD_H
#define TEXT_RECORD_H

#include "data/check.h"
#include "text/digest.h"
#include "text/instant.h"
#include "text/scan.h"

#include <smaajob/record.h>

#define N_SOURCES        4
#define N_RECORD_SOURCES 3 /* those that can be in it whole */

/* One block: what is asked of it, and its canonical text, of which the slices are parts. */
struct _SmaajobRecord {
  char engine_version[ID_SIZE], model_version[ID_SIZE];
  char time[INSTANT_SIZE], actor[ID_SIZE];
  char citizen[ID_SIZE], opening[ID_SIZE];
  Digest digest, source_digests[N_SOURCES];
  int travel_minutes;
  SmaajobOverride replaced; /* its strings are the two below */
  char override_reason[ID_SIZE], override_actor[ID_SIZE];
  Slice match, sources[N_RECORD_SOURCES]; /* NULL: only the digest is there */
  size_t length;
  char text[];
};

/* Tell a fault of a document that stands at a pointer of another: "/inputs/citizen". */
void error_put_under (SmaajobError *error, const char *pointer) __attribute__ ((nonnull));
/* A copy of a part of the text, NUL-terminated. */
char *slice_copy (Slice slice, SmaajobError *error);

#endif
