/* SPDX-License-Identifier: Apache-2.0 */
#define _XOPEN_SOURCE 700
#include "intake.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define ROWS_BETWEEN_TELLING 64
#define PART_SIZE            ((size_t) 128 << 10)

static bool
fail (SmaajobError *error, SmaajobErrorCode code, const char *message)
{
  memset (error, 0, sizeof *error);
  error->code = code;
  snprintf (error->message, sizeof error->message, "%s", message);
  return false;
}

/* Only what there is no going on from is a failure here. */
static bool
take_row (Intake *intake, const char *text, size_t length, SmaajobError *error)
{
  uint64_t row = intake->n_rows++;
  IntakeFault *fault = &intake->faults[intake->n_faults < INTAKE_FAULTS ? intake->n_faults : 0];

  if (many_builder_add (&intake->many, text, length, (uint32_t) row, error))
    return true;
  if (error->code == SMAAJOB_ERROR_MEMORY)
    return false;
  if (intake->line > 0)
    many_builder_explain_line (error);
  if (intake->n_faults++ < INTAKE_FAULTS) {
    fault->row = row;
    fault->error = *error;
    fault->error.line = intake->line;
    fault->error.column = intake->line > 0 ? error->column : 0;
    text_add (&fault->text, text, length);
  }
  return true;
}

static bool
go_on (Intake *intake, uint64_t done, uint64_t all, SmaajobError *error)
{
  if (intake->progress == NULL || intake->progress (done, all, intake->data))
    return true;
  return fail (error, SMAAJOB_ERROR_CANCELLED, "stopped by the caller");
}

static bool
finish (const Intake *intake, SmaajobError *error)
{
  return intake->n_faults == 0 || fail (error, SMAAJOB_ERROR_RANGE, "rows are at fault");
}

static bool
take_line (const char *line, size_t length, void *data, SmaajobError *error)
{
  Intake *intake = data;

  intake->line++;
  intake->done += length + 1;
  if (!is_blank_line (line, length) && !take_row (intake, line, length, error))
    return false;
  return intake->n_rows % ROWS_BETWEEN_TELLING != 0 ||
         go_on (intake, intake->done, intake->all, error);
}

static bool
finish_lines (Intake *intake, Lines *lines, uint64_t length, SmaajobError *error)
{
  return lines_finish (lines, take_line, intake, error) && go_on (intake, length, length, error) &&
         finish (intake, error);
}

bool
intake_read_lines (Intake *intake, const char *text, size_t length, SmaajobError *error)
{
  Lines lines = {NULL, 0, 0, false};
  bool taken;

  intake->all = length;
  taken = lines_add (&lines, text, length, take_line, intake, error) &&
          finish_lines (intake, &lines, length, error);
  lines_clear (&lines);
  return taken;
}

static bool
read_parts (Intake *intake, int file, Lines *lines, SmaajobError *error)
{
  char part[PART_SIZE];
  uint64_t length = 0;
  ssize_t n;

  while ((n = read (file, part, sizeof part)) != 0) {
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      return fail (error, SMAAJOB_ERROR_FILE, "cannot be read");
    length += (uint64_t) n;
    if (!lines_add (lines, part, (size_t) n, take_line, intake, error))
      return false;
  }
  return finish_lines (intake, lines, length, error);
}

bool
intake_read_file (Intake *intake, int file, SmaajobError *error)
{
  Lines lines = {NULL, 0, 0, false};
  struct stat status;
  bool taken;

  if (fstat (file, &status) == 0 && S_ISREG (status.st_mode))
    intake->all = (uint64_t) status.st_size;
  taken = read_parts (intake, file, &lines, error);
  lines_clear (&lines);
  return taken;
}

static bool
has_format (const struct ArrowSchema *schema)
{
  for (int64_t i = 0; i < schema->n_children; i++)
    if (schema->children[i]->name != NULL && strcmp (schema->children[i]->name, "format") == 0)
      return true;
  return false;
}

static bool
take_rows (Intake *intake, const struct ArrowSchema *schema, const struct ArrowArrayView *view,
           SmaajobError *error)
{
  const char *kind = intake->many.caseload != NULL ? "smaajob.citizen/1" : "smaajob.opening/1";
  const char *format = has_format (schema) ? NULL : kind;
  Text text = {NULL, 0, 0, false};
  bool taken = true;

  for (int64_t i = 0; taken && i < view->length; i++) {
    text.length = 0;
    row_write (schema, view, i, format, &text);
    taken = text.lost ? fail (error, SMAAJOB_ERROR_MEMORY, "out of memory")
                      : take_row (intake, text.bytes, text.length, error);
    if (taken && intake->n_rows % ROWS_BETWEEN_TELLING == 0)
      taken = go_on (intake, intake->n_rows, 0, error);
  }
  text_clear (&text);
  return taken;
}

/* Polars hands over a column of nulls alone, such as the elements of lists that are all empty, with
   a buffer that it must not have; nanoarrow refuses it for that. */
static void
mend_nulls (const struct ArrowSchema *schema, struct ArrowArray *array)
{
  if (strcmp (schema->format, "n") == 0)
    array->n_buffers = 0;
  for (int64_t i = 0; i < schema->n_children && i < array->n_children; i++)
    mend_nulls (schema->children[i], array->children[i]);
}

static bool
take_batch (Intake *intake, const struct ArrowSchema *schema, struct ArrowArray *array,
            SmaajobError *error)
{
  struct ArrowArrayView view;
  struct ArrowError fault = {""};
  bool taken = false;

  mend_nulls (schema, array);
  if (ArrowArrayViewInitFromSchema (&view, schema, &fault) == NANOARROW_OK &&
      ArrowArrayViewSetArray (&view, array, &fault) == NANOARROW_OK &&
      ArrowArrayViewValidate (&view, NANOARROW_VALIDATION_LEVEL_FULL, &fault) == NANOARROW_OK)
    taken = take_rows (intake, schema, &view, error);
  else
    fail (error, SMAAJOB_ERROR_ARGUMENT, fault.message);
  ArrowArrayViewReset (&view);
  return taken;
}

static bool
fail_stream (struct ArrowArrayStream *stream, SmaajobError *error)
{
  const char *message = stream->get_last_error (stream);

  return fail (error, SMAAJOB_ERROR_ARGUMENT,
               message == NULL ? "the Arrow stream could not be read" : message);
}

static bool
take_batches (Intake *intake, struct ArrowArrayStream *stream, const struct ArrowSchema *schema,
              SmaajobError *error)
{
  struct ArrowArray array;
  bool taken = true;

  while (taken) {
    if (stream->get_next (stream, &array) != NANOARROW_OK)
      return fail_stream (stream, error);
    if (array.release == NULL)
      return true;
    taken = take_batch (intake, schema, &array, error);
    array.release (&array);
  }
  return false;
}

bool
intake_read_arrow (Intake *intake, struct ArrowArrayStream *stream, SmaajobError *error)
{
  struct ArrowSchema schema;
  char message[240];
  bool taken;

  if (stream->release == NULL)
    return fail (error, SMAAJOB_ERROR_ARGUMENT, "the Arrow stream has been read already");
  if (stream->get_schema (stream, &schema) != NANOARROW_OK)
    return fail_stream (stream, error);
  taken = columns_check (&schema, message, sizeof message)
              ? take_batches (intake, stream, &schema, error)
              : fail (error, SMAAJOB_ERROR_TYPE, message);
  schema.release (&schema);
  return taken && go_on (intake, intake->n_rows, intake->n_rows, error) && finish (intake, error);
}

void
intake_clear (Intake *intake)
{
  many_builder_clear (&intake->many);
  for (int i = 0; i < INTAKE_FAULTS; i++)
    text_clear (&intake->faults[i].text);
}
