/* SPDX-License-Identifier: Apache-2.0 */
/* How files are opened, and how one takes another's place. */
#define _GNU_SOURCE
#include "support-data.h"

#include "base/file.h"
#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static SmaajobError error;
static char directory[] = "/tmp/smaajob-file-XXXXXX";
static char path[64], other[64];

static void
set_up (void)
{
  ck_assert_ptr_nonnull (mkdtemp (directory));
  sprintf (path, "%s/file", directory);
  sprintf (other, "%s/other", directory);
}

static void
tear_down (void)
{
  unlink (path);
  unlink (other);
  ck_assert_int_eq (rmdir (directory), 0);
  memcpy (directory + strlen (directory) - 6, "XXXXXX", 6);
}

static void
make_file (const char *name, mode_t mode)
{
  const int file = open (name, O_WRONLY | O_CREAT | O_EXCL, 0600);

  ck_assert_int_ge (file, 0);
  ck_assert_int_eq (fchmod (file, mode), 0);
  close (file);
}

/* --- in the place of the C library's --- */

static bool may_give_away = true; /* whether a file may be given to a group */
static gid_t given_to;
static int fault_of_status; /* what a file that is open says of itself */

int
fchown (int file, uid_t owner, gid_t group)
{
  ck_assert_uint_eq (owner, (uid_t) -1);
  given_to = group;
  if (may_give_away)
    return (int) syscall (SYS_fchown, file, owner, group);
  errno = EPERM;
  return -1;
}

int
fstat (int file, struct stat *status)
{
  if (fault_of_status == 0)
    return fstatat (file, "", status, AT_EMPTY_PATH);
  errno = fault_of_status;
  return -1;
}

/* --- reading --- */

START_TEST (what_is_not_known_of_a_file_is_told_as_it_is)
{
  uint64_t size;

  make_file (path, 0600);
  fault_of_status = EIO;
  ck_assert_int_lt (file_open (path, &size, &error), 0);
  fault_of_status = 0;
  assert_fault (&error, SMAAJOB_ERROR_FILE, "");
  ck_assert_str_eq (error.message, "cannot be read: the device failed");
  ck_assert_int_lt (file_open (directory, &size, &error), 0);
  ck_assert_str_eq (error.message, "cannot be read: it is a directory");
}
END_TEST

static atomic_uint n_interrupted;
static pthread_t reader;

static void
interrupt (int number)
{
  (void) number;
  atomic_fetch_add (&n_interrupted, 1);
}

/* Then the pipe has somebody who writes. */
static void *
interrupt_often (void *data)
{
  int file;

  (void) data;
  while (atomic_load (&n_interrupted) < 20) {
    pthread_kill (reader, SIGUSR1);
    usleep (1000);
  }
  file = open (path, O_WRONLY | O_CLOEXEC);
  close (file);
  return NULL;
}

START_TEST (who_is_interrupted_waits_on_for_a_pipe)
{
  const struct sigaction action = {.sa_handler = interrupt}; /* calls are not begun anew */
  pthread_t other_thread;
  uint64_t size;
  int file;

  ck_assert_int_eq (mkfifo (path, 0600), 0);
  ck_assert_int_eq (sigaction (SIGUSR1, &action, NULL), 0);
  reader = pthread_self ();
  ck_assert_int_eq (pthread_create (&other_thread, NULL, interrupt_often, NULL), 0);
  file = file_open (path, &size, &error);
  ck_assert_msg (file >= 0, "%s", error.message);
  ck_assert_uint_eq (size, 0);
  file_close (file);
  pthread_join (other_thread, NULL);
}
END_TEST

START_TEST (where_a_file_is_expected_nothing_else_is_waited_for)
{
  uint64_t size;
  int file;

  ck_assert_int_eq (mkfifo (path, 0600), 0);
  ck_assert_int_lt (file_open_regular (path, &size, &error), 0);
  assert_fault (&error, SMAAJOB_ERROR_FILE, "");
  ck_assert_str_eq (error.message, "cannot be read: it is a device or a pipe");
  ck_assert_int_lt (file_open_regular (directory, &size, &error), 0);
  ck_assert_str_eq (error.message, "cannot be read: it is a directory");
  ck_assert_int_lt (file_open_regular (other, &size, &error), 0);
  ck_assert_str_eq (error.message, "cannot be opened: there is no such file or directory");
  make_file (other, 0600);
  file = file_open_regular (other, &size, &error);
  ck_assert_int_ge (file, 0);
  file_close (file);
}
END_TEST

/* --- taking a place --- */

/* Put an empty file there. */
static bool
place (const char *name)
{
  char *beside;
  int file = file_create_beside (name, &beside, &error);
  bool done = file >= 0 && file_place (file, beside, &error);

  if (file >= 0 && !done)
    file_remove (beside);
  file_close (file);
  memory_free (beside);
  return done;
}

START_TEST (a_file_that_is_written_is_not_handed_to_other_programs)
{
  char *beside;
  int file = file_create_beside (path, &beside, &error);

  ck_assert_int_ge (file, 0);
  ck_assert_int_ne (fcntl (file, F_GETFD) & FD_CLOEXEC, 0);
  file_remove (beside);
  file_close (file);
  memory_free (beside);
}
END_TEST

static struct stat
status_of (const char *name)
{
  struct stat status;

  ck_assert_int_eq (lstat (name, &status), 0);
  return status;
}

START_TEST (a_file_that_is_replaced_keeps_its_group)
{
  struct stat before, after;

  make_file (path, 0640);
  if (geteuid () == 0)
    ck_assert_int_eq (chown (path, (uid_t) -1, 12345), 0);
  before = status_of (path);
  given_to = (gid_t) -1;
  ck_assert (place (path));
  after = status_of (path);
  ck_assert_uint_eq (given_to, before.st_gid);
  ck_assert_uint_eq (after.st_gid, before.st_gid);
  ck_assert_uint_eq (after.st_mode & 0777, 0640);
  ck_assert_uint_ne (after.st_ino, before.st_ino);
}
END_TEST

START_TEST (a_group_that_cannot_be_kept_is_no_other_groups_gain)
{
  make_file (path, 0664);
  may_give_away = false;
  ck_assert (place (path));
  may_give_away = true;
  ck_assert_uint_eq (status_of (path).st_mode & 0777, 0604);
}
END_TEST

/* What both links lead to is made; they stay. */
static void
assert_followed (const char *target)
{
  char between[80], folder[80];

  sprintf (folder, "%s/folder", directory);
  sprintf (between, "%s/folder/between", directory);
  ck_assert_int_eq (mkdir (folder, 0700), 0);
  ck_assert_int_eq (symlink ("folder/between", path), 0);
  ck_assert_int_eq (symlink (target, between), 0);
  ck_assert_msg (place (path), "%s", error.message);
  ck_assert (S_ISLNK (status_of (path).st_mode) && S_ISLNK (status_of (between).st_mode));
  ck_assert (S_ISREG (status_of (other).st_mode));
  unlink (path);
  unlink (between);
  unlink (other);
  ck_assert_int_eq (rmdir (folder), 0);
}

START_TEST (what_a_link_leads_to_is_made_where_it_is_to_be)
{
  assert_followed ("../other");
  assert_followed (other);
}
END_TEST

START_TEST (a_link_that_leads_nowhere_is_left)
{
  char far[4097];

  memset (far, 'x', sizeof far);
  far[sizeof far - 1] = '\0';
  ck_assert_int_eq (symlink ("file", path), 0);
  ck_assert (!place (path));
  assert_fault (&error, SMAAJOB_ERROR_FILE, "");
  ck_assert_str_eq (error.message, "cannot be written: its links lead nowhere");
  ck_assert (S_ISLNK (status_of (path).st_mode));
  unlink (path);
  memcpy (far, "nowhere/", 8);
  for (size_t i = 8; i < 4090; i += 2)
    far[i] = '/';
  far[4090] = '\0';
  ck_assert_int_eq (symlink (far, path), 0); /* with the folder it is longer than a path can be */
  ck_assert (!place (path));
  ck_assert_str_eq (error.message, "cannot be written: the name is too long");
  unlink (path);
  ck_assert_int_eq (symlink ("nowhere/file", path), 0);
  ck_assert (!place (path));
  ck_assert_str_eq (error.message, "cannot be written: there is no such file or directory");
  ck_assert (S_ISLNK (status_of (path).st_mode));
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {what_is_not_known_of_a_file_is_told_as_it_is,
                                who_is_interrupted_waits_on_for_a_pipe,
                                where_a_file_is_expected_nothing_else_is_waited_for,
                                a_file_that_is_written_is_not_handed_to_other_programs,
                                a_file_that_is_replaced_keeps_its_group,
                                a_group_that_cannot_be_kept_is_no_other_groups_gain,
                                what_a_link_leads_to_is_made_where_it_is_to_be,
                                a_link_that_leads_nowhere_is_left};
  Suite *suite = suite_create ("file");

  tcase_add_checked_fixture (add_case (suite, "file", tests, COUNT (tests)), set_up, tear_down);
  return run_suite (suite);
}
