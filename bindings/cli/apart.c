/* SPDX-License-Identifier: Apache-2.0 */
#include "apart.h"

#include "esco.h"
#include "output.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* By whatever path: a file is its node, and one that is yet to be made a name in a folder. */
typedef struct {
  dev_t device;
  ino_t node;
  char *name;
} Identity;

typedef struct {
  NamedFile named;
  char *path; /* of a table in a folder; else NULL */
  Identity identity;
  bool is_file; /* what is written to a device or a pipe replaces nothing */
} File;

static void
file_clear (gpointer data)
{
  File *file = data;

  g_free (file->path);
  g_free (file->identity.name);
}

static bool
is_standard (const NamedFile *named)
{
  return strcmp (named->file, "-") == 0;
}

static bool
find_status (const NamedFile *named, struct stat *status)
{
  if (is_standard (named))
    return fstat (named->use == FILE_WRITTEN ? STDOUT_FILENO : STDIN_FILENO, status) == 0;
  return stat (named->file, status) == 0;
}

static bool
find_place (const NamedFile *named, Identity *identity)
{
  g_autofree char *place = output_follow_links (named->file);
  g_autofree char *folder = g_path_get_dirname (place);
  struct stat status;

  if (is_standard (named) || stat (folder, &status) != 0)
    return false;
  *identity = (Identity){status.st_dev, status.st_ino, g_path_get_basename (place)};
  return true;
}

/* False of what is no file. */
static bool
identify (const NamedFile *named, Identity *identity)
{
  struct stat status;

  if (!find_status (named, &status))
    return find_place (named, identity);
  *identity = (Identity){status.st_dev, status.st_ino, NULL};
  return S_ISREG (status.st_mode);
}

/* Takes the path, which may be NULL. */
static void
add_file (GArray *files, const NamedFile *named, char *path)
{
  File file = {.named = *named, .path = path};

  if (path != NULL)
    file.named = (NamedFile){named->option, path, FILE_READ};
  file.is_file = identify (&file.named, &file.identity);
  g_array_append_val (files, file);
}

static void
add_tables (GArray *files, const NamedFile *folder)
{
  g_autofree char **tables = esco_list_tables (folder->file);

  for (char **table = tables; *table != NULL; table++)
    add_file (files, folder, *table);
}

static GArray *
list_files (const Options *options)
{
  g_autoptr (GArray) named = options_list_files (options);
  GArray *files = g_array_new (FALSE, FALSE, sizeof (File));

  g_array_set_clear_func (files, file_clear);
  for (guint i = 0; i < named->len; i++) {
    const NamedFile *each = &g_array_index (named, NamedFile, i);

    if (each->use == FOLDER_READ)
      add_tables (files, each);
    else
      add_file (files, each, NULL);
  }
  return files;
}

/* What is written twice to standard output is mixed there, whatever it is. */
static bool
is_same (const File *one, const File *other)
{
  if (is_standard (&one->named) && is_standard (&other->named) &&
      one->named.use == other->named.use)
    return true;
  return one->is_file && other->is_file && one->identity.device == other->identity.device &&
         one->identity.node == other->identity.node &&
         g_strcmp0 (one->identity.name, other->identity.name) == 0;
}

static char *
tell_name (const NamedFile *named, Language language)
{
  const bool written = named->use == FILE_WRITTEN;
  g_autofree char *file =
      written && is_standard (named) ? g_strdup ("-") : file_display_name (named->file);

  if (named->option != NULL)
    return g_strconcat ("--", named->option, " ", file, NULL);
  return g_strdup (written ? text_get (language, "output.stdout") : file);
}

static Status
refuse (const Options *options, const File *written, const File *other)
{
  g_autofree char *one = tell_name (&written->named, options->language);
  g_autofree char *two = tell_name (&other->named, options->language);

  return usage_error (options, text_get (options->language, "usage.same"), one, two);
}

/* Each two that are written are looked at once. */
static Status
check_written (const Options *options, const GArray *files, guint i)
{
  const File *written = &g_array_index (files, File, i);

  for (guint k = 0; k < files->len; k++) {
    const File *other = &g_array_index (files, File, k);

    if ((other->named.use != FILE_WRITTEN || k < i) && is_same (written, other))
      return refuse (options, written, other);
  }
  return STATUS_DONE;
}

/* What is read from it a second time would be empty. */
static bool
shares_input (const GArray *files)
{
  guint n = 0;

  for (guint i = 0; i < files->len; i++) {
    const NamedFile *named = &g_array_index (files, File, i).named;

    n += named->use == FILE_READ && is_standard (named);
  }
  return n > 1;
}

Status
apart_check (const Options *options)
{
  g_autoptr (GArray) files = list_files (options);
  Status status = STATUS_DONE;

  if (shares_input (files))
    return usage_error (options, "%s", text_get (options->language, "usage.stdin"));
  for (guint i = 0; status == STATUS_DONE && i < files->len; i++)
    if (g_array_index (files, File, i).named.use == FILE_WRITTEN)
      status = check_written (options, files, i);
  return status;
}
