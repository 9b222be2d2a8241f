/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_PAGE_H
#define CLI_PAGE_H

#include "texts.h"

#include <glib.h>
#include <smaajob/smaajob.h>

/** An explanation as a page of at most 80 columns. */
void page_append (GString *out, const SmaajobExplanation *explanation, Language language,
                  bool colour);

#endif
