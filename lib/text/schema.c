/* SPDX-License-Identifier: Apache-2.0 */
#include <smaajob/schema.h>

#include "text/schemas.h"

#include <string.h>

const char *
smaajob_get_schema (const char *kind)
{
  for (size_t i = 0; kind != NULL && i < n_schemas; i++)
    if (strcmp (schemas[i].kind, kind) == 0)
      return schemas[i].text;
  return NULL;
}
