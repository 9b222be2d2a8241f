/* SPDX-License-Identifier: Apache-2.0 */
#define _XOPEN_SOURCE 700
#include "base/file.h"

#include "base/error.h"
#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/* strerror() would speak the host's language. */
static bool
fault_of (SmaajobError *error, const char *what)
{
  static const struct {
    int code;
    const char *told;
  } known[] = {
      {ENOENT, "there is no such file or directory"},
      {EACCES, "permission denied"},
      {EPERM, "permission denied"},
      {EISDIR, "it is a directory"},
      {ENOTDIR, "a part of the path is not a directory"},
      {ENOSPC, "no space is left on the device"},
      {EDQUOT, "the quota is used up"},
      {EFBIG, "the file would be too large"},
      {EROFS, "the file system is read-only"},
      {EIO, "the device failed"},
      {EMFILE, "too many files are open"},
      {ENAMETOOLONG, "the name is too long"},
      {ESPIPE, "it is a device or a pipe"},
  };
  int code = errno;

  if (code == ENOMEM)
    return error_memory (error);
  for (size_t i = 0; i < sizeof known / sizeof *known; i++)
    if (known[i].code == code)
      return error_set (error, SMAAJOB_ERROR_FILE, "", "%s: %s", what, known[i].told);
  return error_set (error, SMAAJOB_ERROR_FILE, "", "%s: the system's error %d", what, code);
}

int
file_open (const char *path, uint64_t *size, SmaajobError *error)
{
  struct stat status;
  int file = open (path, O_RDONLY | O_CLOEXEC);

  if (file < 0) {
    fault_of (error, "cannot be opened");
    return -1;
  }
  if (fstat (file, &status) != 0 || S_ISDIR (status.st_mode)) {
    errno = EISDIR;
    fault_of (error, "cannot be read");
    close (file);
    return -1;
  }
  *size = S_ISREG (status.st_mode) ? (uint64_t) status.st_size : 0;
  return file;
}

long
file_read (int file, void *bytes, size_t size, SmaajobError *error)
{
  ssize_t n;

  do
    n = read (file, bytes, size);
  while (n < 0 && errno == EINTR);
  if (n < 0)
    fault_of (error, "cannot be read");
  return (long) n;
}

void
file_close (int file)
{
  if (file >= 0)
    close (file);
}

bool
file_is_regular (const char *path)
{
  struct stat status;

  return stat (path, &status) == 0 && S_ISREG (status.st_mode);
}

/* What a link points to is replaced, not the link. */
static const char *
find_place (const char *path, char *resolved)
{
  return realpath (path, resolved) != NULL ? resolved : path;
}

/* A rename would put a file in the place of a device or a pipe, for everybody. */
static bool
check_place (const char *path, SmaajobError *error)
{
  struct stat status;

  if (stat (path, &status) != 0 || S_ISREG (status.st_mode))
    return true;
  errno = S_ISDIR (status.st_mode) ? EISDIR : ESPIPE;
  return fault_of (error, "cannot be written");
}

/* Of the name beside it. */
static const char ending[] = ".XXXXXX";

int
file_create_beside (const char *path, char **beside, SmaajobError *error)
{
  char resolved[PATH_MAX];
  const char *place = find_place (path, resolved);
  size_t length = strlen (place);
  struct stat status;
  int file;

  *beside = NULL;
  if (!check_place (place, error))
    return -1;
  *beside = memory_resize (NULL, length + sizeof ending);
  if (*beside == NULL) {
    error_memory (error);
    return -1;
  }
  memcpy (*beside, place, length);
  memcpy (*beside + length, ending, sizeof ending);
  file = mkstemp (*beside);
  if (file < 0)
    fault_of (error, "cannot be written");
  else if (stat (place, &status) == 0)
    (void) !fchmod (file, status.st_mode & 0777);
  return file;
}

bool
file_write (int file, const void *bytes, size_t size, SmaajobError *error)
{
  const char *at = bytes;

  while (size > 0) {
    ssize_t n = write (file, at, size);

    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      return fault_of (error, "cannot be written");
    at += n;
    size -= (size_t) n;
  }
  return true;
}

bool
file_write_at_start (int file, const void *bytes, size_t size, SmaajobError *error)
{
  if (lseek (file, 0, SEEK_SET) != 0)
    return fault_of (error, "cannot be written");
  return file_write (file, bytes, size, error);
}

/* That the name has changed is on the disk when the directory is. */
static void
sync_directory (const char *path)
{
  const char *slash = strrchr (path, '/');
  size_t length = slash == NULL ? 0 : (size_t) (slash - path) + 1;
  char *name = memory_new (length + 2);
  int directory;

  if (name == NULL)
    return;
  memcpy (name, path, length);
  name[length] = '.';
  directory = open (name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (directory >= 0) {
    (void) !fsync (directory);
    close (directory);
  }
  memory_free (name);
}

bool
file_place (int file, const char *beside, SmaajobError *error)
{
  const size_t length = strlen (beside) - strlen (ending);
  char *place = memory_resize (NULL, length + 1);
  bool done;

  if (place == NULL)
    return error_memory (error);
  memcpy (place, beside, length);
  place[length] = '\0';
  done =
      (fsync (file) == 0 && rename (beside, place) == 0) || fault_of (error, "cannot be written");
  if (done)
    sync_directory (place);
  memory_free (place);
  return done;
}

void
file_remove (const char *beside)
{
  unlink (beside);
}

const void *
file_map (int file, size_t size, SmaajobError *error)
{
  void *mapped = mmap (NULL, size, PROT_READ, MAP_PRIVATE, file, 0);

  if (mapped != MAP_FAILED)
    return mapped;
  fault_of (error, "cannot be mapped");
  return NULL;
}

void
file_unmap (const void *mapped, size_t size)
{
  munmap ((void *) mapped, size);
}
