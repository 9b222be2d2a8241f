/* SPDX-License-Identifier: Apache-2.0 */
#include "seen.h"

#include <string.h>

/* A balanced tree, because whoever writes the ids could choose them to collide in a hash table. */
struct _Seen {
  GTree *lines;
};

static int
compare (gconstpointer a, gconstpointer b, gpointer unused)
{
  (void) unused;
  return strcmp (a, b);
}

Seen *
seen_new (void)
{
  Seen *seen = g_new (Seen, 1);

  seen->lines = g_tree_new_full (compare, NULL, g_free, NULL);
  return seen;
}

void
seen_free (Seen *seen)
{
  g_tree_destroy (seen->lines);
  g_free (seen);
}

bool
seen_add (Seen *seen, const Document *document, const char *id, SmaajobError *error)
{
  g_autofree char *key = g_strdup_printf ("%d %s", (int) document->kind, id);
  const guint first = GPOINTER_TO_UINT (g_tree_lookup (seen->lines, key));
  g_autofree char *message = NULL;

  if (first == 0) {
    g_tree_insert (seen->lines, g_steal_pointer (&key), GUINT_TO_POINTER (document->line));
    return true;
  }
  message = strlen (id) > 40 ? g_strdup_printf ("id: an id of %u bytes is on line %u already, "
                                                "expected every id once",
                                                (guint) strlen (id), first)
                             : g_strdup_printf ("id: \"%s\" is on line %u already, "
                                                "expected every id once",
                                                id, first);
  error_fill (error, SMAAJOB_ERROR_DUPLICATE, "/id", message);
  error->column = document_find_column (document->text, document->length, "id");
  return false;
}
