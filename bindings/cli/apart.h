/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_APART_H
#define CLI_APART_H

#include "options.h"

/** Refuse to write to a file that is read, or to one file twice, by whatever paths, and to read
 * standard input twice; before anything is read or written. */
Status apart_check (const Options *options);

#endif
