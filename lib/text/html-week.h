/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TEXT_HTML_WEEK_H
#define TEXT_HTML_WEEK_H

#include "text/html-write.h"

/* The week as a calendar, and as a table for whoever does not see it. */
void html_put_week (Html *html);

#endif
