/* SPDX-License-Identifier: Apache-2.0 */
#include "effort.h"

#include <stdlib.h>

#define FEW 5000

uint64_t
number_from (const char *name, uint64_t otherwise)
{
  const char *text = getenv (name);

  return text == NULL ? otherwise : strtoull (text, NULL, 10);
}

uint64_t
pairs_wanted (uint64_t most)
{
  const uint64_t wanted = number_from ("SMAAJOB_TEST_PAIRS", most);

  return wanted < most ? wanted : most;
}

bool
few_are_wanted (void)
{
  return pairs_wanted (FEW) < FEW;
}
