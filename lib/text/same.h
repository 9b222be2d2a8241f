/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TEXT_SAME_H
#define TEXT_SAME_H

#include "text/scan.h"

#include <smaajob/difference.h>

/* What two match documents, checked and without white space, have in common. */
SmaajobSame matches_compare (Slice before, Slice after);

#endif
