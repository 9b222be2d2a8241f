/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TEXT_JSON_H
#define TEXT_JSON_H

#include "text/tape.h"

JsonType json_get_type (const Json *json);
bool json_get_boolean (const Json *json);
double json_get_number (const Json *json);
const char *json_get_string (const Json *json);
/* Of an array or object, in the order of the text; NULL at the end. */
const Json *json_get_first (const Json *json);
const Json *json_get_next (const Json *json);
/* A member's own name. */
const char *json_get_name (const Json *json);
/* The member of that very name, NULL when there is none. */
const Json *json_find (const Json *object, const char *name);
/* The JSON Pointer of a value in the tree of root, up to the first name that is free text. */
void json_write_pointer (const Json *root, const Json *json, char *pointer);

#endif
