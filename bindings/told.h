/* SPDX-License-Identifier: Apache-2.0 */
#ifndef BINDINGS_TOLD_H
#define BINDINGS_TOLD_H

/* The longest id that an error tells as it is, here as in the library; of whatever is longer, or no
   id, the length is told. SWIG reads it, so that every language has it from here. */
#define TOLD_MOST_BYTES 48

#endif
