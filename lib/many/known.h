/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_KNOWN_H
#define MANY_KNOWN_H

#include "many/sweep-state.h"

/* Which pairs have no score, since nothing is known of them. */

/* For the citizen that the screen began with; the wishes are begun. */
void known_begin (Sweep *sweep);
/* Those of a part of which something is known, from their marks. */
void known_find (Sweep *sweep, uint32_t part);
/* Whether it matters what else is known. */
bool known_is_wanting (const Sweep *sweep);
/* Those whose requirements are known in some way become known. Others become unsure whose verdict
   bits do not tell. */
void known_find_requirements (Sweep *sweep, uint32_t part);
/* Count those pairs of a block, of which nothing is known, by verdict. */
void known_count_scoreless (Sweep *sweep, uint32_t block, uint64_t pairs, uint64_t gates_unknown);

#endif
