/* SPDX-License-Identifier: Apache-2.0 */
#include "packed.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* No text begins so: the first byte is not UTF-8. */
static const char magic[] = "\211smaajob";

bool
packed_begins (Span bytes)
{
  const size_t n = sizeof magic - 1;

  return (size_t) (bytes.end - bytes.at) >= n && memcmp (bytes.at, magic, n) == 0;
}

bool
packed_is (const char *file)
{
  struct stat status;
  char bytes[sizeof magic];
  ssize_t n;
  int from;

  if (strcmp (file, "-") == 0 || stat (file, &status) != 0 || !S_ISREG (status.st_mode))
    return false;
  from = open (file, O_RDONLY | O_CLOEXEC);
  if (from < 0)
    return false;
  n = read (from, bytes, sizeof bytes);
  close (from);
  return n > 0 && packed_begins ((Span){bytes, bytes + n});
}
