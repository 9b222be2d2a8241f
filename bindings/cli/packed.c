/* SPDX-License-Identifier: Apache-2.0 */
#include "packed.h"

#include <string.h>

/* No text begins so: the first byte is not UTF-8. */
static const char magic[] = "\211smaajob";

bool
packed_begins (Span bytes)
{
  const size_t n = sizeof magic - 1;

  return (size_t) (bytes.end - bytes.at) >= n && memcmp (bytes.at, magic, n) == 0;
}
