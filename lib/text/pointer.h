/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TEXT_POINTER_H
#define TEXT_POINTER_H

#include <smaajob/error.h>

#define POINTER_SIZE sizeof ((SmaajobError *) NULL)->pointer

/* Whether an error may tell the name (told_text). */
bool pointer_can_name (const char *name);
/* Go one level deeper; false, and no change, when there is no room, or when the name may not be
   told. */
bool pointer_add_name (char *pointer, const char *name);
bool pointer_add_index (char *pointer, uint32_t index);

#endif
