/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TEXT_SCHEMAS_H
#define TEXT_SCHEMAS_H

#include <stddef.h>

/* The files of schemas/ as generate_schemas.py writes them. */
typedef struct {
  const char *kind;
  const char *text;
} Schema;

extern const Schema schemas[];
extern const size_t n_schemas;

#endif
