/* SPDX-License-Identifier: Apache-2.0 */
#include "json-oracle.h"

#include "text/json.h"

#include <check.h>
#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

static JsonType
type_of (const cJSON *other)
{
  switch (other->type & 0xff) {
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

static bool
is_same_number (double number, double other)
{
  return memcmp (&number, &other, sizeof number) == 0;
}

static bool is_same (const Json *json, const cJSON *other);

static bool
has_same_name (const Json *object, const Json *member, const cJSON *other)
{
  return strcmp (json_get_name (member), other->string) == 0 &&
         json_find (object, other->string) == member;
}

static bool
has_same_members (const Json *json, const cJSON *other)
{
  const bool is_object = json_get_type (json) == JSON_OBJECT;
  const Json *child = json_get_first (json);
  const cJSON *other_child = other->child;

  for (; child != NULL && other_child != NULL; other_child = other_child->next) {
    if ((is_object && !has_same_name (json, child, other_child)) || !is_same (child, other_child))
      return false;
    child = json_get_next (child);
  }
  return child == NULL && other_child == NULL;
}

static bool
is_same (const Json *json, const cJSON *other)
{
  if (json_get_type (json) != type_of (other))
    return false;
  switch (json_get_type (json)) {
  case JSON_NULL:
    return true;
  case JSON_BOOLEAN:
    return json_get_boolean (json) == (bool) cJSON_IsTrue (other);
  case JSON_NUMBER:
    return is_same_number (json_get_number (json), other->valuedouble);
  case JSON_STRING:
    return strcmp (json_get_string (json), other->valuestring) == 0;
  default:
    return has_same_members (json, other);
  }
}

const Json *
read_beside_oracle (Tape *tape, const char *text, size_t length, SmaajobError *error)
{
  char *copy = malloc (length > 0 ? length : 1);
  const Json *json;
  cJSON *other;

  memcpy (copy, text, length);
  json = scan_read (tape, (Slice){copy, length}, SCAN_MAX_VOCABULARY, error);
  if (json != NULL) {
    other = cJSON_ParseWithLength (copy, length);
    ck_assert_msg (other != NULL, "cJSON refuses %.*s", (int) length, text);
    ck_assert_msg (is_same (json, other), "cJSON reads %.*s otherwise", (int) length, text);
    cJSON_Delete (other);
  }
  free (copy);
  return json;
}
