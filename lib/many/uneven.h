/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_UNEVEN_H
#define MANY_UNEVEN_H

#include "many/sweep-state.h"

/* Openings whose tasks differ in what a must of the screen's citizen is about: no code says which
   of them. */

/* Touch those that are alive with the tasks that expose to more than is tolerated. */
void uneven_touch (Sweep *sweep);
/* Of those that are neither unsure nor out of reach by their states, which become odd, note the
   tasks that do not tell. */
void uneven_note_untold (Sweep *sweep);

#endif
