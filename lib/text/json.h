/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TEXT_JSON_H
#define TEXT_JSON_H

#include "text/tape.h"

static inline JsonType
json_get_type (const Json *json)
{
  return (JsonType) json->type;
}

static inline bool
json_get_boolean (const Json *json)
{
  return json->number != 0;
}

static inline double
json_get_number (const Json *json)
{
  return json->number;
}

static inline const char *
json_get_string (const Json *json)
{
  return (const char *) json - json->string;
}

/* Of an array or object, in the order of the text; NULL at the end. */
static inline const Json *
json_get_first (const Json *json)
{
  return json->first == 0 ? NULL : json + json->first;
}

static inline const Json *
json_get_next (const Json *json)
{
  return json->next == 0 ? NULL : json + json->next;
}

/* A member's own name. */
static inline const char *
json_get_name (const Json *json)
{
  return (const char *) json - json->name;
}

/* The member of that very name, NULL when there is none. */
const Json *json_find (const Json *object, const char *name);
/* The JSON Pointer of a value in the tree of root, up to the first name that may not be told. */
void json_write_pointer (const Json *root, const Json *json, char *pointer);

#endif
