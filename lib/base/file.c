/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE /* mkostemp */
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
      {ENXIO, "it is a device or a pipe"},
      {ELOOP, "its links lead nowhere"},
  };
  int code = errno;

  if (code == ENOMEM)
    return error_memory (error);
  for (size_t i = 0; i < sizeof known / sizeof *known; i++)
    if (known[i].code == code)
      return error_set (error, SMAAJOB_ERROR_FILE, "", "%s: %s", what, known[i].told);
  return error_set (error, SMAAJOB_ERROR_FILE, "", "%s: the system's error %d", what, code);
}

/* A descriptor; -1 leaves errno. */
static int
open_to_read (const char *path, bool regular)
{
  int file;

  do
    file = regular ? open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
                   : open (path, O_RDONLY | O_CLOEXEC);
  while (file < 0 && errno == EINTR);
  return file;
}

/* What is read is a file or, where it may be, a device or a pipe; false leaves errno. */
static bool
is_readable (const struct stat *status, bool regular)
{
  if (S_ISREG (status->st_mode) || !(regular || S_ISDIR (status->st_mode)))
    return true;
  errno = S_ISDIR (status->st_mode) ? EISDIR : ESPIPE;
  return false;
}

static int
open_checked (const char *path, bool regular, uint64_t *size, SmaajobError *error)
{
  struct stat status;
  int file = open_to_read (path, regular);

  if (file < 0) {
    fault_of (error, "cannot be opened");
    return -1;
  }
  if (fstat (file, &status) != 0 || !is_readable (&status, regular)) {
    fault_of (error, "cannot be read");
    close (file);
    return -1;
  }
  *size = S_ISREG (status.st_mode) ? (uint64_t) status.st_size : 0;
  return file;
}

int
file_open (const char *path, uint64_t *size, SmaajobError *error)
{
  return open_checked (path, false, size, error);
}

/* Looked at before it is opened, since the writer of a pipe would take us for its reader; what
   takes its place after that is not waited for. */
int
file_open_regular (const char *path, uint64_t *size, SmaajobError *error)
{
  struct stat status;

  if (stat (path, &status) != 0 || is_readable (&status, true))
    return open_checked (path, true, size, error);
  fault_of (error, "cannot be read");
  return -1;
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

#define MOST_LINKS 40 /* as many as the system follows */

/* Where a link leads that leads to nothing yet: what it says begins where it stands. */
static bool
follow_links (char place[PATH_MAX])
{
  char target[PATH_MAX];
  ssize_t n;

  for (int i = 0; i < MOST_LINKS && (n = readlink (place, target, sizeof target)) >= 0; i++) {
    const char *slash = target[0] == '/' ? NULL : strrchr (place, '/');
    size_t folder = slash == NULL ? 0 : (size_t) (slash - place) + 1;

    if (folder + (size_t) n >= PATH_MAX) {
      errno = ENAMETOOLONG;
      return false;
    }
    memcpy (place + folder, target, (size_t) n);
    place[folder + (size_t) n] = '\0';
  }
  return true;
}

static bool
copy_path (const char *path, char place[PATH_MAX])
{
  const size_t size = strlen (path) + 1;

  if (size <= PATH_MAX) {
    memcpy (place, path, size);
    return true;
  }
  errno = ENAMETOOLONG;
  return false;
}

/* What a link points to is replaced, not the link. A rename would put a file in the place of a
   device or a pipe, for everybody. False leaves errno. */
static bool
find_place (const char *path, char place[PATH_MAX], struct stat *replaced, bool *exists)
{
  *exists = stat (path, replaced) == 0;
  if (*exists)
    return is_readable (replaced, true) && realpath (path, place) != NULL;
  return errno == ENOENT && copy_path (path, place) && follow_links (place);
}

/* What the one before allows its group, which need not be ours, no other group is allowed. */
static void
keep_access (int file, const struct stat *replaced)
{
  mode_t mode = replaced->st_mode & 0777;

  if (fchown (file, (uid_t) -1, replaced->st_gid) != 0)
    mode &= ~(mode_t) S_IRWXG;
  (void) !fchmod (file, mode);
}

/* Of the name beside it. */
static const char ending[] = ".XXXXXX";

int
file_create_beside (const char *path, char **beside, SmaajobError *error)
{
  char place[PATH_MAX];
  struct stat replaced;
  size_t length;
  bool exists;
  int file;

  *beside = NULL;
  if (!find_place (path, place, &replaced, &exists)) {
    fault_of (error, "cannot be written");
    return -1;
  }
  length = strlen (place);
  *beside = memory_resize (NULL, length + sizeof ending);
  if (*beside == NULL) {
    error_memory (error);
    return -1;
  }
  memcpy (*beside, place, length);
  memcpy (*beside + length, ending, sizeof ending);
  file = mkostemp (*beside, O_CLOEXEC);
  if (file < 0)
    fault_of (error, "cannot be written");
  else if (exists)
    keep_access (file, &replaced);
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
