/* SPDX-License-Identifier: Apache-2.0 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <smaajob/error.h>

/* The only place that files are touched. Each that can fail tells why, and returns false, -1 or
   NULL. */

/* Open to be read; the size is 0 of what has none, such as a pipe. */
int file_open (const char *path, uint64_t *size, SmaajobError *error);
/* The same of a file alone: a directory, device or pipe is refused and neither opened nor waited
   for. */
int file_open_regular (const char *path, uint64_t *size, SmaajobError *error);
/* The next bytes, at most size; 0 at the end, -1 after telling why not. */
long file_read (int file, void *bytes, size_t size, SmaajobError *error);
void file_close (int file);

/* A new file beside the one it will replace, which may be what a link points to, be it there
   or not, for its owner alone unless that one says otherwise; its name, in beside, is for
   memory_free(). What is there and is no file is not replaced. */
int file_create_beside (const char *path, char **beside, SmaajobError *error);
bool file_write (int file, const void *bytes, size_t size, SmaajobError *error);
bool file_write_at_start (int file, const void *bytes, size_t size, SmaajobError *error);
/* All of it is on the disk, then it takes its place; the file is still to be closed. */
bool file_place (int file, const char *beside, SmaajobError *error);
void file_remove (const char *beside);

/* Its first bytes, to be read; not empty. */
const void *file_map (int file, size_t size, SmaajobError *error);
void file_unmap (const void *mapped, size_t size);

#endif
