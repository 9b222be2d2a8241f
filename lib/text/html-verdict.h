/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TEXT_HTML_VERDICT_H
#define TEXT_HTML_VERDICT_H

#include "text/html-write.h"

/* What it comes to, what stands in the way, and the timing: what stands on top. */
void html_put_verdict (Html *html);

#endif
