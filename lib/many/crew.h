/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_CREW_H
#define MANY_CREW_H

#include "base/memory.h"

#define CREW_MOST 256

/* Call work for each of n hands, each on a thread of its own, the first on the caller's; back when
   all are done. Where a thread cannot be had, its hand stays idle: so work must be such that any
   hand can do all of it. When the caller's is done before others are, it tends to the job now and
   then until they are. Nothing of a crew is left behind. */
typedef void (*CrewWork) (void *job, unsigned hand);
typedef void (*CrewTend) (void *job);
void crew_work (CrewWork work, CrewTend tend, void *job, unsigned n);

#endif
