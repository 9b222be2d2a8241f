/* SPDX-License-Identifier: Apache-2.0 */
#include "table.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define BATCH_ROWS 8192

static int make_type (const char **columns, struct ArrowSchema *schema);

static int
make_children (const char **columns, struct ArrowSchema *schema)
{
  const char *from = *columns;
  int64_t n = 0;
  int depth = 0, fault;

  for (const char *c = from; *c != '\0' && depth >= 0; c++) {
    n += *c == ':' && depth == 0;
    depth += (*c == '{' || *c == '[') - (*c == '}' || *c == ']');
  }
  if ((fault = ArrowSchemaSetTypeStruct (schema, n)) != 0)
    return fault;
  for (int64_t i = 0; i < n; i++) {
    const char *name = *columns += strspn (*columns, " ");
    char copy[32] = "";

    *columns = strchr (name, ':') + 1;
    memcpy (copy, name, (size_t) (*columns - 1 - name));
    if ((fault = make_type (columns, schema->children[i])) != 0 ||
        (fault = ArrowSchemaSetName (schema->children[i], copy)) != 0)
      return fault;
  }
  return 0;
}

static int
make_type (const char **columns, struct ArrowSchema *schema)
{
  int fault;

  switch (*(*columns)++) {
  case '{':
    fault = make_children (columns, schema);
    ++*columns;
    return fault;
  case '[':
    if ((fault = ArrowSchemaSetType (schema, NANOARROW_TYPE_LIST)) != 0 ||
        (fault = make_type (columns, schema->children[0])) != 0)
      return fault;
    ++*columns;
    return ArrowSchemaSetName (schema->children[0], "item");
  case 'g':
    return ArrowSchemaSetType (schema, NANOARROW_TYPE_DOUBLE);
  case 'l':
    return ArrowSchemaSetType (schema, NANOARROW_TYPE_INT64);
  default:
    return ArrowSchemaSetType (schema, NANOARROW_TYPE_STRING);
  }
}

typedef struct {
  Table table;
  uint64_t next;
  struct ArrowError error;
} Stream;

static int
get_schema (struct ArrowArrayStream *stream, struct ArrowSchema *schema)
{
  const char *columns = ((Stream *) stream->private_data)->table.columns;
  int fault;

  ArrowSchemaInit (schema);
  fault = make_children (&columns, schema);
  if (fault != 0)
    ArrowSchemaRelease (schema);
  return fault;
}

static int
fill_batch (Stream *stream, struct ArrowArray *batch)
{
  int fault = ArrowArrayStartAppending (batch);

  for (int n = 0; fault == 0 && n < BATCH_ROWS && stream->next < stream->table.n_rows; n++) {
    Row row = {batch->children, 0};

    stream->table.fill (stream->table.source, stream->next++, &row);
    fault = row.fault != 0 ? row.fault : ArrowArrayFinishElement (batch);
  }
  return fault != 0 ? fault : ArrowArrayFinishBuildingDefault (batch, &stream->error);
}

static int
get_next (struct ArrowArrayStream *made, struct ArrowArray *batch)
{
  Stream *stream = made->private_data;
  struct ArrowSchema schema;
  int fault;

  batch->release = NULL;
  if (stream->next >= stream->table.n_rows)
    return 0;
  if ((fault = get_schema (made, &schema)) != 0)
    return fault;
  fault = ArrowArrayInitFromSchema (batch, &schema, &stream->error);
  ArrowSchemaRelease (&schema);
  if (fault == 0 && (fault = fill_batch (stream, batch)) != 0)
    ArrowArrayRelease (batch);
  return fault;
}

static const char *
get_last_error (struct ArrowArrayStream *stream)
{
  return ((Stream *) stream->private_data)->error.message;
}

static void
release (struct ArrowArrayStream *made)
{
  Stream *stream = made->private_data;

  stream->table.end (stream->table.keeper);
  free (stream);
  made->release = NULL;
}

int
table_export (const Table *table, struct ArrowArrayStream *stream)
{
  Stream *made = calloc (1, sizeof *made);

  if (made == NULL)
    return ENOMEM;
  made->table = *table;
  *stream = (struct ArrowArrayStream){get_schema, get_next, get_last_error, release, made};
  return 0;
}

static void
note (Row *row, int fault)
{
  row->fault = row->fault != 0 ? row->fault : fault;
}

void
row_add_text (Row *row, const char *text)
{
  struct ArrowArray *column = *row->next++;

  note (row, text == NULL ? ArrowArrayAppendNull (column, 1)
                          : ArrowArrayAppendString (column, ArrowCharView (text)));
}

void
row_add_thousandths (Row *row, int number)
{
  struct ArrowArray *column = *row->next++;

  note (row, number == SMAAJOB_UNKNOWN ? ArrowArrayAppendNull (column, 1)
                                       : ArrowArrayAppendDouble (column, number / 1000.0));
}

void
row_add_hours (Row *row, int minutes)
{
  struct ArrowArray *column = *row->next++;

  note (row, minutes == SMAAJOB_UNKNOWN ? ArrowArrayAppendNull (column, 1)
                                        : ArrowArrayAppendDouble (column, minutes / 60.0));
}

void
row_add_number (Row *row, int64_t number)
{
  note (row, ArrowArrayAppendInt (*row->next++, number));
}

Row
row_begin_struct (Row *row)
{
  return (Row){(*row->next)->children, 0};
}

void
row_end_struct (Row *row, const Row *within)
{
  note (row, within->fault != 0 ? within->fault : ArrowArrayFinishElement (*row->next));
  row->next++;
}

Row
row_begin_list (Row *row)
{
  return (Row){(*row->next)->children, 0};
}

Row
row_begin_element (const Row *list)
{
  return (Row){(*list->next)->children, 0};
}

void
row_end_element (Row *list, const Row *within)
{
  note (list, within->fault != 0 ? within->fault : ArrowArrayFinishElement (*list->next));
}

void
row_end_list (Row *row, const Row *list)
{
  note (row, list->fault != 0 ? list->fault : ArrowArrayFinishElement (*row->next));
  row->next++;
}

void
row_add_score (Row *row, const SmaajobScore *score)
{
  row_add_text (row, smaajob_verdict_get_name (score->verdict));
  row_add_numbers (row, score);
}

void
row_add_numbers (Row *row, const SmaajobScore *score)
{
  Row sides;

  row_add_thousandths (row, score->score);
  row_add_thousandths (row, score->low);
  row_add_thousandths (row, score->high);
  row_add_thousandths (row, score->coverage);
  row_add_thousandths (row, score->potential);
  sides = row_begin_struct (row);
  row_add_thousandths (&sides, score->side_citizen);
  row_add_thousandths (&sides, score->side_employer);
  row_end_struct (row, &sides);
}
