/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TESTS_EFFORT_H
#define TESTS_EFFORT_H

#include <stdbool.h>
#include <stdint.h>

/* How long tests on generated data go on, and with which data. */

/* What a variable of the environment says; otherwise, when it is not set. */
uint64_t number_from (const char *name, uint64_t otherwise);
/* What SMAAJOB_TEST_PAIRS asks for, but no more than that, which is what it is when not set. */
uint64_t pairs_wanted (uint64_t most);
/* It asks for few: under valgrind, of which it takes fifty times as long. */
bool few_are_wanted (void);

#endif
