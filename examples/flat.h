/* SPDX-License-Identifier: Apache-2.0 */
#ifndef EXAMPLES_FLAT_H
#define EXAMPLES_FLAT_H

#include <stdbool.h>
#include <stddef.h>

/* Just enough to read our own expected.json files: one flat object of words, numbers and lists of
   words. A host has a JSON reader of its own. */

#define FLAT_PATH 1024
#define FLAT_WORD 64

/* The whole file directory/name, to be freed; its path into path. NULL, and said, on failure. */
char *flat_read (const char *directory, const char *name, char path[FLAT_PATH]);
/* Whether the member is there. */
bool flat_has (const char *text, const char *member);
/* Whether the member is this word. */
bool flat_is (const char *text, const char *member, const char *word);
/* Whether the member is this many minutes, in hours. */
bool flat_is_hours (const char *text, const char *member, int minutes);
/* The i-th word of the member's list into word; false beyond its end. */
bool flat_get_word_at (const char *text, const char *member, size_t i, char word[FLAT_WORD]);
/* Whether the word is in the member's list. */
bool flat_has_word (const char *text, const char *member, const char *word);

#endif
