/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TEXT_TEXTS_H
#define TEXT_TEXTS_H

#include <stddef.h>

/* The texts of po/, compiled in by generate_texts.py. A language is its place in the list. */
int texts_find_language (const char *language);        /* -1 when there is none of that name */
const char *texts_get (int language, const char *key); /* NULL when there is none */

#endif
