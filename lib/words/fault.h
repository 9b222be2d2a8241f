/* SPDX-License-Identifier: Apache-2.0 */
#ifndef WORDS_FAULT_H
#define WORDS_FAULT_H

#include <smaajob/error.h>

/* A JSON Pointer, and a value as a message tells it. They live to the end of the expression that
   makes them: fault (error, code, pointer_to ("/tasks/%zu/id", i).text, "%s …", told_text
   (id).text). */
typedef struct {
  char text[160];
} Pointer;
typedef struct {
  char text[64];
} Told;

Pointer pointer_to (const char *format, ...) __attribute__ ((format (printf, 1, 2)));
/* A member of an object by its name; the object itself when the name may not be told. */
Pointer pointer_to_key (const char *object, const char *key);

/* error_set with the place in front of the message: "needs[2].strength: …". Returns false. */
bool fault (SmaajobError *error, SmaajobErrorCode code, const char *pointer, const char *format,
            ...) __attribute__ ((format (printf, 4, 5)));

/* A word like an id, of at most 48 bytes, as it is; else "a string of N bytes": an error repeats no
   sentence. */
Told told_text (const char *text);
Told told_number (double value); /* to six decimals, with a point in every locale */
/* One of more than three decimals, also when the first six do not show them. */
Told told_decimals (double value);
Told told_hours (int64_t minutes); /* in hours, to as few decimals as give back the minute */

#endif
