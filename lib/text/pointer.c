/* SPDX-License-Identifier: Apache-2.0 */
#include "text/pointer.h"

#include "words/fault.h"

#include <stdio.h>
#include <string.h>

static bool
add_token (char *pointer, const char *token)
{
  const size_t length = strlen (pointer), needed = strlen (token) + 1;

  if (length + needed >= POINTER_SIZE)
    return false;
  pointer[length] = '/';
  memcpy (pointer + length + 1, token, needed);
  return true;
}

bool
pointer_can_name (const char *name)
{
  return strcmp (told_text (name).text, name) == 0;
}

bool
pointer_add_name (char *pointer, const char *name)
{
  return pointer_can_name (name) && add_token (pointer, name);
}

bool
pointer_add_index (char *pointer, uint32_t index)
{
  char token[16];

  snprintf (token, sizeof token, "%u", index);
  return add_token (pointer, token);
}
