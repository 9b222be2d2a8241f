/* SPDX-License-Identifier: Apache-2.0 */
/* Many documents in, many results out: NDJSON and Arrow, whose arrays go by as capsules. */

%{
#include "arrow/intake.h"
#include "arrow/results.h"

/* The rows at fault, as tuples in the caller's list. */
static void
python_tell_faults (const Intake *intake, PyObject *faults)
{
  uint64_t n = intake->n_faults < INTAKE_FAULTS ? intake->n_faults : INTAKE_FAULTS;

  for (uint64_t i = 0; i < n && !PyErr_Occurred (); i++) {
    const IntakeFault *fault = &intake->faults[i];
    PyObject *text = PyBytes_FromStringAndSize (fault->text.bytes, (Py_ssize_t) fault->text.length);
    PyObject *told = text ? Py_BuildValue ("(KsssIIN)", (unsigned long long) fault->row,
                                           smaajob_error_code_get_name (fault->error.code),
                                           fault->error.message, fault->error.pointer,
                                           fault->error.line, fault->error.column, text)
                          : NULL;

    if (told)
      PyList_Append (faults, told);
    Py_XDECREF (told);
  }
  if (!PyErr_Occurred () && n > 0) {
    PyObject *all = PyLong_FromUnsignedLongLong (intake->n_faults);

    if (all)
      PyList_Append (faults, all);
    Py_XDECREF (all);
  }
}

/* What it is read from: a stream, or else lines, or else a file. */
typedef struct {
  struct ArrowArrayStream *stream;
  const char *lines;
  size_t length;
  int file;
} IntakeFrom;

static bool
python_read (Intake *intake, IntakeFrom from, SmaajobError *error)
{
  intake->many.ids.counted = "row";
  if (from.stream)
    return intake_read_arrow (intake, from.stream, error);
  return from.lines ? intake_read_lines (intake, from.lines, from.length, error)
                    : intake_read_file (intake, from.file, error);
}

static bool
python_take_in (Intake *intake, IntakeFrom from, PyObject *faults, SmaajobError *error)
{
  bool taken;

  if (!PyList_Check (faults)) {
    PyErr_SetString (PyExc_TypeError, "a list is expected for the rows at fault");
    error->code = SMAAJOB_ERROR_ARGUMENT;
    return false;
  }
  SMAAJOB_LONG_WORK (taken = python_read (intake, from, error));
  if (!taken && error->code != SMAAJOB_ERROR_CANCELLED)
    python_tell_faults (intake, faults);
  return taken;
}

static SmaajobCaseload *
python_caseload (SmaajobVocabulary *vocabulary, IntakeFrom from, PyObject *faults,
                 SmaajobScoresProgress progress, void *data, SmaajobError *error)
{
  Intake intake = { .progress = progress, .data = data };
  SmaajobCaseload *caseload = NULL;

  if (many_builder_begin (&intake.many, vocabulary, true, error)
      && python_take_in (&intake, from, faults, error))
    SMAAJOB_LONG_WORK (caseload = smaajob_caseload_builder_build (intake.many.caseload, error));
  SMAAJOB_LONG_WORK (intake_clear (&intake));
  return caseload;
}

static SmaajobMarket *
python_market (SmaajobVocabulary *vocabulary, IntakeFrom from, PyObject *faults,
               SmaajobScoresProgress progress, void *data, SmaajobError *error)
{
  Intake intake = { .progress = progress, .data = data };
  SmaajobMarket *market = NULL;

  if (many_builder_begin (&intake.many, vocabulary, false, error)
      && python_take_in (&intake, from, faults, error))
    SMAAJOB_LONG_WORK (market = smaajob_market_builder_build (intake.many.market, error));
  SMAAJOB_LONG_WORK (intake_clear (&intake));
  return market;
}

static void
python_end_stream (PyObject *capsule)
{
  struct ArrowArrayStream *stream = PyCapsule_GetPointer (capsule, "arrow_array_stream");

  if (stream && stream->release)
    stream->release (stream);
  free (stream);
}

static PyObject *
python_stream (struct ArrowArrayStream stream)
{
  struct ArrowArrayStream *kept = malloc (sizeof *kept);
  PyObject *capsule;

  if (kept)
    *kept = stream;
  capsule = kept ? PyCapsule_New (kept, "arrow_array_stream", python_end_stream) : PyErr_NoMemory ();
  if (!capsule) {
    stream.release (&stream);
    free (kept);
  }
  return capsule;
}

/* What a table is made of stays until its reader has ended with it, on whatever thread. */
typedef struct {
  PyObject *objects;
  ScoresSource scores;
  RankingsSource rankings;
  MatchesSource matches;
  void **list;
  uint64_t *first;
} PythonKeeper;

static void
python_keeper_free (PythonKeeper *keeper)
{
  if (!keeper)
    return;
  Py_XDECREF (keeper->objects);
  free (keeper->list);
  free (keeper->first);
  free (keeper);
}

static void
python_end_table (void *keeper)
{
  PyGILState_STATE state;

  if (!Py_IsInitialized ())
    return;
  state = PyGILState_Ensure ();
  python_keeper_free (keeper);
  PyGILState_Release (state);
}

static PyObject *
python_export (Table table, PythonKeeper *keeper)
{
  struct ArrowArrayStream stream;

  table.end = python_end_table;
  table.keeper = keeper;
  if (table_export (&table, &stream) == 0)
    return python_stream (stream);
  python_keeper_free (keeper);
  return PyErr_NoMemory ();
}

/* The native objects of a tuple, all of one type, and the tuple itself. */
static PythonKeeper *
python_keep_list (PyObject *objects, swig_type_info *type, Py_ssize_t *n)
{
  PythonKeeper *keeper = calloc (1, sizeof *keeper);

  *n = keeper && PyTuple_Check (objects) ? PyTuple_Size (objects) : 0;
  if (keeper)
    keeper->list = calloc ((size_t) *n + 1, sizeof *keeper->list);
  if (!keeper || !keeper->list || !python_natives (objects, type, keeper->list)) {
    if (!PyErr_Occurred ())
      PyErr_NoMemory ();
    python_keeper_free (keeper);
    return NULL;
  }
  Py_INCREF (objects);
  keeper->objects = objects;
  return keeper;
}
%}

%typemap(in) struct ArrowArrayStream *stream {
  if (!($1 = PyCapsule_GetPointer ($input, "arrow_array_stream")))
    SWIG_fail;
}
%newobject caseload_from_arrow;
%newobject caseload_from_lines;
%newobject caseload_from_file;
%newobject market_from_arrow;
%newobject market_from_lines;
%newobject market_from_file;

%inline %{
static SmaajobCaseload *
caseload_from_arrow (SmaajobVocabulary *vocabulary, struct ArrowArrayStream *stream,
                     PyObject *faults, SmaajobScoresProgress progress, void *data,
                     SmaajobError *error)
{
  return python_caseload (vocabulary, (IntakeFrom) { .stream = stream }, faults, progress, data, error);
}

static SmaajobCaseload *
caseload_from_lines (SmaajobVocabulary *vocabulary, const char *json, size_t length,
                     PyObject *faults, SmaajobScoresProgress progress, void *data,
                     SmaajobError *error)
{
  return python_caseload (vocabulary, (IntakeFrom) { .lines = json, .length = length }, faults, progress, data, error);
}

static SmaajobCaseload *
caseload_from_file (SmaajobVocabulary *vocabulary, int file, PyObject *faults,
                    SmaajobScoresProgress progress, void *data, SmaajobError *error)
{
  return python_caseload (vocabulary, (IntakeFrom) { .file = file }, faults, progress, data, error);
}

static SmaajobMarket *
market_from_arrow (SmaajobVocabulary *vocabulary, struct ArrowArrayStream *stream,
                   PyObject *faults, SmaajobScoresProgress progress, void *data,
                   SmaajobError *error)
{
  return python_market (vocabulary, (IntakeFrom) { .stream = stream }, faults, progress, data, error);
}

static SmaajobMarket *
market_from_lines (SmaajobVocabulary *vocabulary, const char *json, size_t length,
                   PyObject *faults, SmaajobScoresProgress progress, void *data,
                   SmaajobError *error)
{
  return python_market (vocabulary, (IntakeFrom) { .lines = json, .length = length }, faults, progress, data, error);
}

static SmaajobMarket *
market_from_file (SmaajobVocabulary *vocabulary, int file, PyObject *faults,
                  SmaajobScoresProgress progress, void *data, SmaajobError *error)
{
  return python_market (vocabulary, (IntakeFrom) { .file = file }, faults, progress, data, error);
}

/* One array as a stream of it alone; it is taken out of its capsule. */
static PyObject *
stream_of_array (PyObject *schema, PyObject *array)
{
  struct ArrowSchema *type = PyCapsule_GetPointer (schema, "arrow_schema");
  struct ArrowArray *rows = type ? PyCapsule_GetPointer (array, "arrow_array") : NULL;
  struct ArrowArrayStream stream;

  if (!type || !rows)
    return NULL;
  if (!type->release || !rows->release || ArrowBasicArrayStreamInit (&stream, type, 1) != 0) {
    PyErr_SetString (PyExc_ValueError, "the Arrow array has been taken already");
    return NULL;
  }
  ArrowBasicArrayStreamSetArray (&stream, 0, rows);
  return python_stream (stream);
}

/* The tables of results: what is handed over is kept until they have been read. */
static PyObject *
scores_table (PyObject *kept, SmaajobScore *scores, size_t room, const SmaajobCaseload *caseload,
              const SmaajobMarket *market, size_t first, size_t n)
{
  PythonKeeper *keeper = calloc (1, sizeof *keeper);
  Table table = { SCORES_COLUMNS, n * smaajob_market_get_n_openings (market), scores_fill, NULL, NULL, NULL };

  if (!keeper)
    return PyErr_NoMemory ();
  Py_INCREF (kept);
  keeper->objects = kept;
  keeper->scores = (ScoresSource) { scores, caseload, market, first };
  table.source = &keeper->scores;
  if (table.n_rows * sizeof *scores <= room)
    return python_export (table, keeper);
  python_keeper_free (keeper);
  PyErr_SetString (PyExc_ValueError, "too few scores");
  return NULL;
}

static PyObject *
rankings_table (PyObject *list)
{
  const Rankings *rankings = rankings_of (list);
  PythonKeeper *keeper = rankings ? calloc (1, sizeof *keeper) : NULL;
  Table table = { RANKINGS_COLUMNS, 0, rankings_fill, NULL, NULL, NULL };

  if (keeper)
    keeper->first = calloc (rankings->n + 1, sizeof *keeper->first);
  if (!keeper || !keeper->first) {
    python_keeper_free (keeper);
    return rankings ? PyErr_NoMemory () : NULL;
  }
  Py_INCREF (list);
  keeper->objects = list;
  for (size_t i = 0; i < rankings->n; i++) {
    keeper->first[i] = table.n_rows;
    table.n_rows += smaajob_ranking_get_n_ranked (rankings->list[i]);
  }
  keeper->rankings = (RankingsSource) { rankings->list, keeper->first, rankings->n };
  table.source = &keeper->rankings;
  return python_export (table, keeper);
}

static PyObject *
matches_table (PyObject *matches)
{
  Py_ssize_t n;
  PythonKeeper *keeper = python_keep_list (matches, SWIGTYPE_p__SmaajobMatch, &n);
  Table table = { MATCHES_COLUMNS, (uint64_t) n, matches_fill, NULL, NULL, NULL };

  if (!keeper)
    return NULL;
  keeper->matches = (MatchesSource) { (SmaajobMatch *const *) keeper->list };
  table.source = &keeper->matches;
  return python_export (table, keeper);
}
%}
