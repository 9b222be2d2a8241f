/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TEXT_HTML_SCORE_H
#define TEXT_HTML_SCORE_H

#include "text/html-write.h"

/* The score as what each criterion takes away of 1.000. */
void html_put_score (Html *html);
/* Every comparison behind it, if there is any. */
bool html_has_items (const Html *html);
void html_put_items (Html *html);

#endif
