/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_RANK_STYLE_H
#define CLI_RANK_STYLE_H

/** The style sheet of the library's pages, and rank-style.css after it: markup that stands as it
 * is. */
extern const char html_style[];

#endif
