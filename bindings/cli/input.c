/* SPDX-License-Identifier: Apache-2.0 */
#include "input.h"

#include "interrupt.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <poll.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define WAIT_MILLISECONDS 100 /* between two looks at whether to stop */

struct _Input {
  int from;
  const char *file;
  Report *report;
  size_t at;
  size_t n;
  size_t size;
  guint64 read;
  char *bytes;
};

Input *
input_open (const char *file, Report *report)
{
  int from = strcmp (file, "-") == 0 ? STDIN_FILENO : open (file, O_RDONLY | O_CLOEXEC);
  Input *input;

  if (from < 0) {
    report_file (report, file, STATUS_NO_INPUT, g_strerror (errno));
    return NULL;
  }
  input = g_new (Input, 1);
  input->from = from;
  input->file = file;
  input->report = report;
  input->at = input->n = 0;
  input->read = 0;
  input->size = 1 << 16;
  input->bytes = g_malloc (input->size);
  return input;
}

void
input_close (Input *input)
{
  if (input->from != STDIN_FILENO)
    close (input->from);
  g_free (input->bytes);
  g_free (input);
}

guint64
input_count_bytes (const Input *input)
{
  return input->read - (input->n - input->at);
}

guint64
input_size (const char *file)
{
  GStatBuf found;

  return strcmp (file, "-") != 0 && g_stat (file, &found) == 0 && S_ISREG (found.st_mode)
             ? (guint64) found.st_size
             : 0;
}

/* Who waits for a pipe must see that a request to end has come. */
static bool
wait_for (Input *input)
{
  struct pollfd from = {input->from, POLLIN, 0};

  while (!interrupt_came ())
    if (poll (&from, 1, WAIT_MILLISECONDS) != 0)
      return !interrupt_came ();
  return false;
}

static InputResult
input_add (Input *input)
{
  ssize_t n = -1;

  errno = EAGAIN;
  while (n < 0 && (errno == EINTR || errno == EAGAIN)) {
    if (!wait_for (input))
      return INPUT_FAILED;
    n = read (input->from, input->bytes + input->n, input->size - input->n);
  }
  if (n >= 0) {
    input->n += (size_t) n;
    input->read += (guint64) n;
    return n > 0 ? INPUT_TEXT : INPUT_END;
  }
  report_file (input->report, input->file, STATUS_NO_INPUT, g_strerror (errno));
  return INPUT_FAILED;
}

static InputResult
input_fill (Input *input)
{
  if (input->at < input->n)
    return INPUT_TEXT;
  input->at = input->n = 0;
  return input_add (input);
}

InputResult
input_peek (Input *input, gsize n, Span *bytes)
{
  InputResult result = INPUT_TEXT;

  memmove (input->bytes, input->bytes + input->at, input->n - input->at);
  input->n -= input->at;
  input->at = 0;
  if (input->size < n) {
    input->size = n;
    input->bytes = g_realloc (input->bytes, n);
  }
  while (input->n < n && result == INPUT_TEXT)
    result = input_add (input);
  *bytes = (Span){input->bytes, input->bytes + input->n};
  return result == INPUT_END && input->n > 0 ? INPUT_TEXT : result;
}

/* Keeps one byte more than max, so that "too long" can be told from "just fits". */
static void
append_up_to (GString *text, const char *bytes, size_t n, gsize max)
{
  const gsize room = text->len <= max ? max + 1 - text->len : 0;

  g_string_append_len (text, bytes, (gssize) MIN (n, room));
}

InputResult
input_read_line (Input *input, gsize max, GString *line)
{
  InputResult result = input_fill (input);

  g_string_truncate (line, 0);
  if (result != INPUT_TEXT)
    return result;
  for (; result == INPUT_TEXT; result = input_fill (input)) {
    const char *start = input->bytes + input->at;
    const size_t left = input->n - input->at;
    const char *end = memchr (start, '\n', left);
    const size_t n = end ? (size_t) (end - start) : left;

    append_up_to (line, start, n, max);
    input->at += n + (end != NULL);
    if (end != NULL)
      break;
  }
  if (result == INPUT_FAILED)
    return result;
  return line->len > max ? INPUT_LONG : INPUT_TEXT;
}

InputResult
input_read_rest (Input *input, gsize max, GString *text)
{
  InputResult result = INPUT_TEXT;

  while (text->len <= max && (result = input_fill (input)) == INPUT_TEXT) {
    const size_t n = input->n - input->at;

    append_up_to (text, input->bytes + input->at, n, max);
    input->at += n;
  }
  if (result == INPUT_FAILED)
    return result;
  return text->len > max ? INPUT_LONG : INPUT_TEXT;
}
