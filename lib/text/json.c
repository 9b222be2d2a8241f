/* SPDX-License-Identifier: Apache-2.0 */
#include "text/json.h"

#include "text/pointer.h"

#include <string.h>

const Json *
json_find (const Json *object, const char *name)
{
  const Json *member = json_get_first (object);

  while (member != NULL && strcmp (json_get_name (member), name) != 0)
    member = json_get_next (member);
  return member;
}

/* The item or member that the value is, or that holds it; its number. */
static const Json *
find_around (const Json *parent, const Json *json, uint32_t *index)
{
  const Json *around = json_get_first (parent);

  for (*index = 0; around->next != 0 && json >= around + around->next; ++*index)
    around += around->next;
  return around;
}

void
json_write_pointer (const Json *root, const Json *json, char *pointer)
{
  bool told = true;
  uint32_t index;

  *pointer = '\0';
  for (const Json *at = root; at != json && told;) {
    const bool named = json_get_type (at) == JSON_OBJECT;

    at = find_around (at, json, &index);
    told =
        named ? pointer_add_name (pointer, json_get_name (at)) : pointer_add_index (pointer, index);
  }
}
