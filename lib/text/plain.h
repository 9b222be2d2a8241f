/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TEXT_PLAIN_H
#define TEXT_PLAIN_H

#include "text/cursor.h"
#include "text/keys.h"

#define SCAN_MAX_DEPTH 64
#define FEW_KEYS       64

/* An open object or array. */
typedef struct {
  bool is_object;
  uint32_t index;
  uint32_t value, newest; /* itself, and what it holds last; their numbers on the tape */
  size_t first_key;
  uint64_t met, again; /* bits of its names; those that two of them have, or all where not each name
                          was looked at */
} Frame;

typedef struct {
  const char *text;
  Tape *tape;
  Cursor cursor;
  bool in_value; /* of the innermost frame's newest member or item */
  unsigned depth;
  Frame frames[SCAN_MAX_DEPTH];
  Key *keys; /* of all open objects */
  size_t n_keys, capacity;
  Key few_keys[FEW_KEYS]; /* where they are while they are few */
} Scan;

typedef enum {
  STEP_FAULT,
  STEP_ITEM,  /* a member or an item comes next */
  STEP_VALUE, /* a value comes next */
  STEP_AFTER, /* a value has just ended */
  STEP_END
} Step;

/* Go over what is plain, where a member or an item comes next: no white space, no escapes, ASCII
   alone, numbers of few digits. What is not, or is wrong, is left to who looks at everything, with
   nothing of it taken. STEP_ITEM or STEP_AFTER. */
Step scan_plain (Scan *scan);

#endif
