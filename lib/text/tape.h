/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TEXT_TAPE_H
#define TEXT_TAPE_H

#include "text/keys.h"

typedef enum {
  JSON_NULL,
  JSON_BOOLEAN,
  JSON_NUMBER,
  JSON_STRING,
  JSON_ARRAY,
  JSON_OBJECT
} JsonType;

/* A value of a document that was read. The values stand in the order of the text, each in front of
   what it holds; behind what it holds stands the next one. */
typedef struct _Json Json;

/* Sixteen bytes, and nothing in them that must change when the block moves. */
struct _Json {
  uint32_t type : 3;  /* JsonType */
  uint32_t next : 29; /* so many values on is the next one of the same parent; 0: it is the last */
  uint32_t name;      /* so many bytes back is a member's name */
  union {
    double number;   /* of a boolean: 0 or 1 */
    uint32_t string; /* so many bytes back */
    uint32_t first;  /* so many values on is the first of an array or object; 0: it has none */
  };
};

/* The one block that a document is read into: a copy of its text, in which every string ends with a
   NUL where its quote was, zeros behind it, and then the values. At most nine bytes for each of the
   text, and up to twice that when it had to grow. {0} is an empty one. The next document takes its
   place. */
#define TAPE_PADDING 16
typedef struct {
  char *block;
  size_t size;
  Json *values;
  uint32_t n, capacity;
} Tape;

/* Copy the text of the next document; false when there is no memory. */
bool tape_start (Tape *tape, const char *text, size_t length);
/* Room for more values; false when there is no memory. They may have moved. */
bool tape_grow (Tape *tape);

/* Another value, values[n - 1]; NULL when there is no memory. The others may have moved. */
static inline Json *
tape_add (Tape *tape, JsonType type)
{
  Json *value;

  if (tape->n == tape->capacity && !tape_grow (tape))
    return NULL;
  value = &tape->values[tape->n++];
  *value = (Json){.type = type};
  return value;
}

/* Make a string of what is in quotes in the text; how many bytes in front of the value it is.
   Without its escapes it is never longer. */
static inline uint32_t
tape_keep_string (const Tape *tape, const Json *value, const char *text, Key quoted)
{
  char *string = tape->block + quoted.offset;

  if (quoted.escaped)
    key_copy (text, quoted, string, quoted.length + 1);
  else
    string[quoted.length] = '\0';
  return (uint32_t) ((const char *) value - string);
}

/* Leaves an empty one. */
void tape_free (Tape *tape);

#endif
