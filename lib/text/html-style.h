/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TEXT_HTML_STYLE_H
#define TEXT_HTML_STYLE_H

/* html/page.css as generate_style.py writes it: markup that stands as it is. */
extern const char html_style[];

#endif
