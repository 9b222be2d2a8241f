/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_INTERRUPT_H
#define CLI_INTERRUPT_H

#include <stdbool.h>

/** From now on the first request to end is noted, for whoever has a file half written to remove it;
 * the second ends the program as ever. */
void interrupt_watch (void);
/** Whether there was one. */
bool interrupt_came (void);
/** What was asked for is done and in place: nothing is ended any more, neither by what came too
 * late nor by what comes now. */
void interrupt_forget (void);
/** End the program as the request would have; nothing when there was none. */
void interrupt_obey (void);

#endif
