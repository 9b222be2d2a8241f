/* SPDX-License-Identifier: Apache-2.0 */
#include "text/json.h"

#include "base/error.h"
#include "text/pointer.h"
#include "text/scan.h"

#include <cjson/cJSON.h>
#include <glib.h>
#include <string.h>

/* cJSON notes every parse in a global of its own. */
static GMutex parse_mutex;

static const cJSON *
item (const Json *json)
{
  return (const cJSON *) json;
}

Json *
json_parse (const char *text, size_t length, SmaajobError *error)
{
  cJSON *tree;

  g_mutex_lock (&parse_mutex);
  tree = cJSON_ParseWithLengthOpts (text, length, NULL, false);
  g_mutex_unlock (&parse_mutex);
  if (tree == NULL)
    error_memory (error);
  return (Json *) tree;
}

void
json_free (Json *json)
{
  cJSON_Delete ((cJSON *) json);
}

JsonType
json_get_type (const Json *json)
{
  switch (item (json)->type & 0xff) {
  case cJSON_True:
  case cJSON_False:
    return JSON_BOOLEAN;
  case cJSON_Number:
    return JSON_NUMBER;
  case cJSON_String:
    return JSON_STRING;
  case cJSON_Array:
    return JSON_ARRAY;
  case cJSON_Object:
    return JSON_OBJECT;
  default:
    return JSON_NULL;
  }
}

bool
json_get_boolean (const Json *json)
{
  return cJSON_IsTrue (item (json));
}

double
json_get_number (const Json *json)
{
  return item (json)->valuedouble;
}

const char *
json_get_string (const Json *json)
{
  return item (json)->valuestring;
}

const Json *
json_get_first (const Json *json)
{
  return (const Json *) item (json)->child;
}

const Json *
json_get_next (const Json *json)
{
  return (const Json *) item (json)->next;
}

const char *
json_get_name (const Json *json)
{
  return item (json)->string;
}

const Json *
json_find (const Json *object, const char *name)
{
  const Json *member = json_get_first (object);

  while (member != NULL && strcmp (json_get_name (member), name) != 0)
    member = json_get_next (member);
  return member;
}

/* The values on the way to one value, and which child of the one above each is. */
typedef struct {
  const Json *steps[SCAN_MAX_DEPTH + 1];
  uint32_t indexes[SCAN_MAX_DEPTH + 1];
  size_t n;
} Trail;

static bool
trail_push (Trail *trail, const Json *json, uint32_t index)
{
  if (json == NULL || trail->n > SCAN_MAX_DEPTH)
    return false;
  trail->steps[trail->n] = json;
  trail->indexes[trail->n++] = index;
  return true;
}

/* The next value in the order of the text: a child, else a sibling, else one of a parent. */
static bool
trail_advance (Trail *trail)
{
  if (trail_push (trail, json_get_first (trail->steps[trail->n - 1]), 0))
    return true;
  while (trail->n > 1) {
    trail->n--;
    if (trail_push (trail, json_get_next (trail->steps[trail->n]), trail->indexes[trail->n] + 1))
      return true;
  }
  return false;
}

void
json_write_pointer (const Json *root, const Json *json, char *pointer)
{
  Trail trail = {.steps = {root}, .n = 1};
  bool named = true;

  *pointer = '\0';
  while (trail.steps[trail.n - 1] != json)
    if (!trail_advance (&trail))
      return;
  for (size_t i = 1; i < trail.n && named; i++)
    named = json_get_type (trail.steps[i - 1]) == JSON_OBJECT
                ? pointer_add_name (pointer, json_get_name (trail.steps[i]))
                : pointer_add_index (pointer, trail.indexes[i]);
}
