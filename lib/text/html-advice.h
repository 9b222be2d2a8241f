/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TEXT_HTML_ADVICE_H
#define TEXT_HTML_ADVICE_H

#include "text/html-write.h"

/* What to do with it: sections that have a paragraph. */
void html_put_tasks (Html *html);
void html_put_attention (Html *html);
void html_put_questions (Html *html);
void html_put_levers (Html *html);

#endif
