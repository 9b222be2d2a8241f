/* SPDX-License-Identifier: Apache-2.0 */
#include "output.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MOST_LINKS 40 /* as many as the system follows */

struct _Output {
  FILE *stream;
  const char *name; /* as it is told */
  char *target;     /* what is replaced; NULL for stdout and devices */
  char *beside;     /* what is written until then */
  char *held;       /* what is written at the end alone, or NULL */
  bool failed;
  int fault; /* errno of the first failure */
};

static Status
write_failed (const char *where, int fault)
{
  g_autofree char *name = g_filename_display_name (where);

  fprintf (stderr, "smaajob: %s: %s\n", name, g_strerror (fault));
  return STATUS_WRITE;
}

static void
note_fault (Output *output)
{
  if (!output->failed)
    output->fault = errno;
  output->failed = true;
}

/* What the one before allows its group, which need not be ours, no other group is allowed. */
static bool
keep_access (int file, const struct stat *replaced)
{
  mode_t mode = replaced->st_mode & 0777;

  if (fchown (file, (uid_t) -1, replaced->st_gid) != 0)
    mode &= ~(mode_t) S_IRWXG;
  return fchmod (file, mode) == 0;
}

/* A new file, beside the one that it is to replace, so that a rename is all that is left to do. */
static void
open_beside (Output *output, const struct stat *replaced, int mode)
{
  int file;

  output->beside = g_strconcat (output->target, ".XXXXXX", NULL);
  file = g_mkstemp_full (output->beside, O_WRONLY | O_CLOEXEC, replaced == NULL ? mode : 0600);
  if (file >= 0 && (replaced == NULL || keep_access (file, replaced)))
    output->stream = fdopen (file, "wb");
  if (output->stream != NULL)
    return;
  note_fault (output);
  if (file >= 0) {
    close (file);
    g_unlink (output->beside);
  }
}

/* What a symbolic link points to is replaced, not the link. */
static char *
resolve (const char *path)
{
  char *resolved = realpath (path, NULL);
  char *copy = g_strdup (resolved);

  free (resolved);
  return copy;
}

char *
output_follow_links (const char *path)
{
  char *place = g_strdup (path), *target;

  for (int i = 0; i < MOST_LINKS && (target = g_file_read_link (place, NULL)) != NULL; i++) {
    g_autofree char *folder = g_path_get_dirname (place);

    g_free (place);
    place =
        g_path_is_absolute (target) ? g_strdup (target) : g_build_filename (folder, target, NULL);
    g_free (target);
  }
  return place;
}

/* A device or a pipe must be written to, never replaced by a file. */
static void
open_path (Output *output, const char *path, int mode)
{
  struct stat found;
  const bool exists = stat (path, &found) == 0;

  if (!exists && errno != ENOENT) {
    note_fault (output);
    return;
  }
  if (exists && !S_ISREG (found.st_mode)) {
    output->stream = g_fopen (path, "wb");
    if (output->stream == NULL)
      note_fault (output);
    return;
  }
  output->target = exists ? resolve (path) : output_follow_links (path);
  if (output->target == NULL)
    note_fault (output);
  else
    open_beside (output, exists ? &found : NULL, mode);
}

static Status
output_free (Output *output, Status status)
{
  g_free (output->beside);
  g_free (output->target);
  g_free (output->held);
  g_free (output);
  return status;
}

/* No path and "-" are stdout. */
static Output *
output_open_at (const char *path, const char *name, int mode)
{
  Output *output = g_new0 (Output, 1);

  output->name = name;
  if (path == NULL || strcmp (path, "-") == 0)
    output->stream = stdout;
  else
    open_path (output, path, mode);
  if (!output->failed)
    return output;
  output_free (output, write_failed (name, output->fault));
  return NULL;
}

Output *
output_open (const Options *options)
{
  const char *name =
      options->output != NULL ? options->output : text_get (options->language, "output.stdout");

  return output_open_at (options->output, name, 0666);
}

Output *
output_open_file (const char *path)
{
  return output_open_at (path, path, 0666);
}

bool
output_append (Output *output, const GString *part)
{
  if (!output->failed && fwrite (part->str, 1, part->len, output->stream) != part->len)
    note_fault (output);
  return !output->failed;
}

/* What is renamed before it is on the disk could be empty after a power cut. */
static void
put_in_place (Output *output, bool keep)
{
  if (keep && !output->failed && g_rename (output->beside, output->target) == 0)
    return;
  if (keep)
    note_fault (output);
  g_unlink (output->beside);
}

static bool
append_text (Output *output, const char *text)
{
  const GString all = {(char *) text, strlen (text), 0};

  return output_append (output, &all);
}

static bool
bring_to_disk (Output *output)
{
  if (fflush (output->stream) != 0 ||
      (output->target != NULL && fsync (fileno (output->stream)) != 0))
    note_fault (output);
  return !output->failed;
}

/* What a device or a pipe was given cannot be taken back, so there it waits. */
Output *
output_hold_private (const char *path, const char *text)
{
  Output *output = output_open_at (path, path, 0600);

  if (output == NULL)
    return NULL;
  if (output->target == NULL)
    output->held = g_strdup (text);
  else if (!append_text (output, text) || !bring_to_disk (output)) {
    output_close (output, false);
    return NULL;
  }
  return output;
}

Status
output_close (Output *output, bool keep)
{
  if (keep && output->held != NULL)
    append_text (output, output->held);
  if (keep)
    bring_to_disk (output);
  /* fclose() is where a full disk or a broken network drive is told. */
  if (fclose (output->stream) != 0)
    note_fault (output);
  if (output->target != NULL)
    put_in_place (output, keep);
  return output_free (output,
                      output->failed ? write_failed (output->name, output->fault) : STATUS_DONE);
}

Status
output_write (const Options *options, const char *text)
{
  Output *output = output_open (options);

  if (output == NULL)
    return STATUS_WRITE;
  append_text (output, text);
  return output_close (output, true);
}

Status
output_close_stdout (const Options *options)
{
  if (fflush (stdout) == 0 && !ferror (stdout) && fclose (stdout) == 0)
    return STATUS_DONE;
  return write_failed (text_get (options->language, "output.stdout"), errno);
}

bool
output_is_page (const Options *options)
{
  return options->page || (!options->json && options->output == NULL && isatty (STDOUT_FILENO));
}

bool
output_has_colour (const Options *options)
{
  const char *no_colour = g_getenv ("NO_COLOR");
  const char *term = g_getenv ("TERM");

  return options->output == NULL && isatty (STDOUT_FILENO) && (no_colour == NULL || !*no_colour) &&
         term != NULL && *term && strcmp (term, "dumb") != 0;
}
