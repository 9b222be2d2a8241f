/* SPDX-License-Identifier: Apache-2.0 */
#include "text/json.h"

#include "text/pointer.h"

#include <string.h>

JsonType
json_get_type (const Json *json)
{
  return (JsonType) json->type;
}

bool
json_get_boolean (const Json *json)
{
  return json->number != 0;
}

double
json_get_number (const Json *json)
{
  return json->number;
}

const char *
json_get_string (const Json *json)
{
  return (const char *) json - json->string;
}

const Json *
json_get_first (const Json *json)
{
  return json->first == 0 ? NULL : json + json->first;
}

const Json *
json_get_next (const Json *json)
{
  return json->next == 0 ? NULL : json + json->next;
}

const char *
json_get_name (const Json *json)
{
  return (const char *) json - json->name;
}

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
