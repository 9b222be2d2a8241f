/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_REACH_H
#define MANY_REACH_H

#include "many/sweep-state.h"

/* Which openings are out of reach, as bits of the sweep. */

/* For the citizen that the screen began with. */
void reach_begin (Sweep *sweep);
/* Those of a block that are too far away. */
uint64_t reach_find_far (const Sweep *sweep, uint32_t block);
/* Those that are neither too far away nor refuse pay and practice become alive. */
void reach_leave_far (Sweep *sweep, uint32_t part);
/* Of those that are not unsure only such stay alive as have time in common with the citizen, for
   whichever of their tasks that is not dead. */
void reach_leave_untimed (Sweep *sweep, uint32_t part);
/* Of an opening that is alive some tasks are out of reach, or may leave no pay; not of none. */
void reach_touch (Sweep *sweep, uint32_t opening, unsigned tasks);
/* Then, all that are out of reach by a need having been touched, only those stay alive that have
   a task within reach that there is time for; those become unsure that may leave no pay. */
void reach_find_hurdles (Sweep *sweep);
/* Whether there is time for some task that no must of the opening puts out of reach: if not, it is
   blocked. */
bool reach_is_open (const Sweep *sweep, uint32_t opening);
/* Only touch those alive that have a must that is not mastered, for who has not told all that they
   hold; and forget who was touched. */
void reach_touch_below (Sweep *sweep);
void reach_forget_touched (Sweep *sweep);

#endif
