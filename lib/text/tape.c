/* SPDX-License-Identifier: Apache-2.0 */
#include "text/tape.h"

#include "base/memory.h"

#include <string.h>

/* What is taken at first: documents have a value for every 14 bytes or more. */
#define BYTES_OF_A_VALUE 12
#define FEWEST_VALUES    64

/* Room for so many values, the first of them behind a number of bytes. */
static bool
reserve (Tape *tape, size_t values, size_t capacity)
{
  const size_t size = values + capacity * sizeof (Json);

  if (size > tape->size) {
    char *block = memory_resize (tape->block, size);
    if (block == NULL)
      return false;
    tape->block = block;
    tape->size = size;
  }
  tape->values = (Json *) (void *) (tape->block + values);
  tape->capacity = (uint32_t) ((tape->size - values) / sizeof (Json));
  return true;
}

bool
tape_start (Tape *tape, const char *text, size_t length)
{
  const size_t align = _Alignof(Json);

  tape->n = 0;
  if (!reserve (tape, ((length + TAPE_PADDING) / align + 1) * align,
                length / BYTES_OF_A_VALUE + FEWEST_VALUES))
    return false;
  memcpy (tape->block, text, length);
  memset (tape->block + length, 0, TAPE_PADDING);
  return true;
}

bool
tape_grow (Tape *tape)
{
  const size_t values = (size_t) ((char *) tape->values - tape->block);

  return reserve (tape, values, (size_t) 2 * tape->capacity);
}

void
tape_free (Tape *tape)
{
  memory_free (tape->block);
  *tape = (Tape){0};
}
