/* SPDX-License-Identifier: Apache-2.0 */
#include "words/tree.h"

#include "base/memory.h"

#include <string.h>

/* What a branch leads to: another node, or with this bit a leaf. */
#define LEAF 0x80000000u
/* No two nodes on a path look at the same bit, and ids are at most 128 bytes. */
#define MOST_DEPTH (128 * 8 + 2)

typedef struct {
  uint32_t branches[2];
  uint16_t byte; /* which byte of the key to look at */
  uint8_t bit;   /* and which bit of it, as a mask */
} Node;

typedef struct {
  uint32_t offset, value;
} Leaf;

static const Node *
node_at (const Tree *tree, uint32_t branch)
{
  return (const Node *) tree->nodes.items + branch;
}

static const Leaf *
leaf_at (const Tree *tree, uint32_t branch)
{
  return (const Leaf *) tree->leaves.items + (branch & ~LEAF);
}

static bool
branch_of (const Node *node, const char *key, size_t length)
{
  return node->byte < length && ((unsigned char) key[node->byte] & node->bit) != 0;
}

/* The only leaf that the key may be, or else one that shares as much with it as any. */
static const Leaf *
find_nearest (const Tree *tree, const char *key, size_t length)
{
  uint32_t branch = tree->root;

  while (!(branch & LEAF)) {
    const Node *node = node_at (tree, branch);

    branch = node->branches[branch_of (node, key, length)];
  }
  return leaf_at (tree, branch);
}

uint32_t
tree_find (const Tree *tree, const char *text, const char *key)
{
  const Leaf *leaf;

  if (tree->leaves.n == 0)
    return TREE_NONE;
  leaf = find_nearest (tree, key, strlen (key));
  return strcmp (text + leaf->offset, key) == 0 ? leaf->value : TREE_NONE;
}

bool
tree_reserve (Tree *tree, size_t more)
{
  return array_reserve (&tree->leaves, more, sizeof (Leaf)) &&
         array_reserve (&tree->nodes, more, sizeof (Node));
}

static void
find_difference (const char *a, const char *b, Node *node)
{
  size_t i = 0;
  unsigned differ;

  while (a[i] == b[i])
    i++;
  differ = (unsigned char) a[i] ^ (unsigned char) b[i];
  while (differ & (differ - 1))
    differ &= differ - 1;
  node->byte = (uint16_t) i;
  node->bit = (uint8_t) differ;
}

static bool
is_above (const Node *a, const Node *b)
{
  return a->byte < b->byte || (a->byte == b->byte && a->bit > b->bit);
}

static void
add_node (Tree *tree, const char *text, uint32_t offset, uint32_t leaf)
{
  const char *key = text + offset;
  size_t length = strlen (key);
  uint32_t *place = &tree->root, number = tree->nodes.n++;
  Node *nodes = tree->nodes.items, *node = &nodes[number];
  bool side;

  find_difference (text + find_nearest (tree, key, length)->offset, key, node);
  while (!(*place & LEAF) && is_above (&nodes[*place], node))
    place = &nodes[*place].branches[branch_of (&nodes[*place], key, length)];
  side = branch_of (node, key, length);
  node->branches[side] = leaf;
  node->branches[!side] = *place;
  *place = number;
}

void
tree_add (Tree *tree, const char *text, uint32_t offset, uint32_t value)
{
  uint32_t leaf = tree->leaves.n | LEAF;

  ((Leaf *) tree->leaves.items)[tree->leaves.n] = (Leaf){offset, value};
  if (tree->leaves.n == 0)
    tree->root = leaf;
  else
    add_node (tree, text, offset, leaf);
  tree->leaves.n++;
}

void
tree_sort (const Tree *tree, uint32_t *values)
{
  uint32_t waiting[MOST_DEPTH];
  size_t n = 0;

  if (tree->leaves.n > 0)
    waiting[n++] = tree->root;
  while (n > 0) {
    uint32_t branch = waiting[--n];

    if (branch & LEAF) {
      *values++ = leaf_at (tree, branch)->value;
    } else {
      waiting[n++] = node_at (tree, branch)->branches[1];
      waiting[n++] = node_at (tree, branch)->branches[0];
    }
  }
}

void
tree_clear (Tree *tree)
{
  memory_free (tree->nodes.items);
  memory_free (tree->leaves.items);
}
