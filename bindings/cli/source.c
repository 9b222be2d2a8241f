/* SPDX-License-Identifier: Apache-2.0 */
#include "source.h"

#include "interrupt.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define WAIT_MILLISECONDS 100 /* between two looks at whether to stop */

struct _Source {
  const char *file; /* as it is told */
  char *path;
  int from;
  int ends[2]; /* of the pipe; -1 when there is none */
  GThread *thread;
  gint stopped, ended, fault; /* atomic */
  guint64 handed;             /* bytes handed on, for all to see when it has ended */
};

static bool
write_all (int to, const char *bytes, size_t n)
{
  while (n > 0) {
    const ssize_t written = write (to, bytes, n);

    if (written < 0 && errno != EINTR)
      return false;
    bytes += MAX (written, 0);
    n -= (size_t) MAX (written, 0);
  }
  return true;
}

/* False at the end, when it cannot be read, or when nobody reads any more. */
static bool
hand_on (Source *source)
{
  char bytes[1 << 16];
  struct pollfd from = {source->from, POLLIN, 0};
  ssize_t n;

  if (poll (&from, 1, WAIT_MILLISECONDS) <= 0)
    return true;
  n = read (source->from, bytes, sizeof bytes);
  if (n < 0 && errno != EINTR && errno != EAGAIN)
    g_atomic_int_set (&source->fault, errno);
  source->handed += (guint64) MAX (n, 0);
  return n < 0 ? errno == EINTR || errno == EAGAIN
               : n > 0 && write_all (source->ends[1], bytes, (size_t) n);
}

static gpointer
hand_on_all (gpointer data)
{
  Source *source = data;

  while (!g_atomic_int_get (&source->stopped) && !interrupt_came () && hand_on (source))
    ;
  g_atomic_int_set (&source->ended, 1);
  close (source->ends[1]);
  return NULL;
}

/* Signals are for the main thread; that of a pipe that nobody reads any more is for nobody. */
static GThread *
start_thread (Source *source)
{
  sigset_t all, before;
  GThread *thread;

  sigfillset (&all);
  pthread_sigmask (SIG_BLOCK, &all, &before);
  thread = g_thread_new ("source", hand_on_all, source);
  pthread_sigmask (SIG_SETMASK, &before, NULL);
  return thread;
}

/* A file that somebody has begun to read already is handed on from there. */
static bool
is_whole_file (const Source *source, const struct stat *status)
{
  return S_ISREG (status->st_mode) && lseek (source->from, 0, SEEK_CUR) == 0;
}

static bool
find_path (Source *source)
{
  const bool is_stdin = source->from == STDIN_FILENO;
  struct stat status;

  if (fstat (source->from, &status) != 0)
    return false;
  if (S_ISDIR (status.st_mode)) {
    errno = EISDIR;
    return false;
  }
  if (is_whole_file (source, &status)) {
    source->path = g_strdup (is_stdin ? "/dev/stdin" : source->file);
    return true;
  }
  if (pipe2 (source->ends, O_CLOEXEC) != 0)
    return false;
  source->path = g_strdup_printf ("/dev/fd/%d", source->ends[0]);
  source->thread = start_thread (source);
  return true;
}

Source *
source_open (const char *file, Report *report)
{
  Source *source = g_new0 (Source, 1);

  source->file = file;
  source->ends[0] = source->ends[1] = -1;
  source->from = strcmp (file, "-") == 0 ? STDIN_FILENO : open (file, O_RDONLY | O_CLOEXEC);
  if (source->from >= 0 && find_path (source))
    return source;
  report_file (report, file, STATUS_NO_INPUT, g_strerror (errno));
  source_close (source);
  return NULL;
}

const char *
source_get_path (const Source *source)
{
  return source->path;
}

bool
source_is_good (const Source *source)
{
  return g_atomic_int_get (&source->fault) == 0;
}

bool
source_ends_at (const Source *source, guint64 n)
{
  struct stat status;

  if (source->thread != NULL)
    return g_atomic_int_get (&source->ended) != 0 && n >= source->handed;
  return fstat (source->from, &status) == 0 && n >= (guint64) status.st_size;
}

bool
source_tell_fault (const Source *source, Report *report)
{
  const int fault = g_atomic_int_get (&source->fault);

  if (fault != 0)
    report_file (report, source->file, STATUS_NO_INPUT, g_strerror (fault));
  return fault != 0;
}

void
source_close (Source *source)
{
  g_atomic_int_set (&source->stopped, 1);
  if (source->ends[0] >= 0)
    close (source->ends[0]);
  if (source->thread != NULL)
    g_thread_join (source->thread);
  if (source->from > STDIN_FILENO)
    close (source->from);
  g_free (source->path);
  g_free (source);
}
