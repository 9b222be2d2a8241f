/* SPDX-License-Identifier: Apache-2.0 */
#ifndef WORDS_TREE_H
#define WORDS_TREE_H

#include "words/array.h"

/* A crit-bit tree of strings: what an id costs to find depends on its own length alone, whatever
   ids a document chooses, and the order of the tree is theirs. {0} is empty. */
typedef struct {
  Array nodes, leaves;
  uint32_t root;
} Tree;

#define TREE_NONE UINT32_MAX

/* The value at key, or TREE_NONE. Keys of the tree are offsets into text. */
uint32_t tree_find (const Tree *tree, const char *text, const char *key);
/* Make room for more keys; after that so many tree_add cannot fail. */
bool tree_reserve (Tree *tree, size_t more);
/* Add the key at offset, which must not be there. */
void tree_add (Tree *tree, const char *text, uint32_t offset, uint32_t value);
/* All values, by key in the order of strcmp. */
void tree_sort (const Tree *tree, uint32_t *values);
void tree_clear (Tree *tree);

#endif
