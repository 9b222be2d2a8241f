/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_KNOWN_H
#define MANY_KNOWN_H

#include "many/sweep-state.h"

/* Which pairs have no score, since nothing is known of them. */

/* For the citizen that the screen began with; the wishes are begun. */
void known_begin (Sweep *sweep);
/* Whether something is known of most pairs, whatever they ask and whatever is needed. */
bool known_is_likely (const Sweep *sweep);
/* Those of a part of which something is known, from their marks. */
void known_find (Sweep *sweep, uint32_t part);
/* How many are alive of a part of which nothing is known yet. */
uint32_t known_count_wanting (const Sweep *sweep, uint32_t part);
/* Those of which a requirement is known become known; and odd, of which it is not, but may decide
   the verdict. */
void known_find_requirements (Sweep *sweep);
/* Those of a block whose verdict bits do not tell, if nothing is known of them. */
uint64_t known_find_odd (const Sweep *sweep, uint32_t block);
/* Note those pairs of a block, of which nothing is known, by verdict. */
void known_note_scoreless (Sweep *sweep, uint32_t block, uint64_t pairs, uint64_t gates_unknown);

#endif
