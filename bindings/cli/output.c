/* SPDX-License-Identifier: Apache-2.0 */
#include "output.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static Status
write_failed (const char *where, const char *why)
{
  g_autofree char *name = g_filename_display_name (where);

  fprintf (stderr, "smaajob: %s: %s\n", name, why);
  return STATUS_WRITE;
}

static bool
stream_write (FILE *stream, const char *text)
{
  const bool written = fputs (text, stream) >= 0;

  /* fclose() is where a full disk or a broken network drive is told. */
  return (fclose (stream) == 0) && written;
}

Status
output_close (const Options *options)
{
  if (fflush (stdout) == 0 && !ferror (stdout) && fclose (stdout) == 0)
    return STATUS_DONE;
  return write_failed (text_get (options->language, "output.stdout"), g_strerror (errno));
}

static Status
write_stdout (const Options *options, const char *text)
{
  if (stream_write (stdout, text))
    return STATUS_DONE;
  return write_failed (text_get (options->language, "output.stdout"), g_strerror (errno));
}

/* A device or a pipe must be written to, never replaced by a file. */
static Status
write_device (const char *path, const char *text)
{
  FILE *stream = g_fopen (path, "wb");

  if (stream != NULL && stream_write (stream, text))
    return STATUS_DONE;
  return write_failed (path, g_strerror (errno));
}

static Status
write_file (const char *path, int mode, const char *text)
{
  g_autoptr (GError) error = NULL;

  if (g_file_set_contents_full (path, text, (gssize) strlen (text), G_FILE_SET_CONTENTS_CONSISTENT,
                                mode, &error))
    return STATUS_DONE;
  return write_failed (path, error->message);
}

static Status
write_path (const char *path, int mode, const char *text)
{
  struct stat found;
  char *target;
  Status status;

  if (stat (path, &found) != 0)
    return write_file (path, mode, text);
  if (!S_ISREG (found.st_mode))
    return write_device (path, text);
  /* What a symbolic link points to is replaced, not the link. */
  target = realpath (path, NULL);
  if (target == NULL)
    return write_failed (path, g_strerror (errno));
  status = write_file (target, found.st_mode & 0777, text);
  free (target);
  return status;
}

Status
output_write (const Options *options, const char *text)
{
  return options->output == NULL ? write_stdout (options, text)
                                 : write_path (options->output, 0666, text);
}

Status
output_write_private (const char *path, const char *text)
{
  return write_path (path, 0600, text);
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
