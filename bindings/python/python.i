/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Python's way: a fault is smaajob.SmaajobError (no memory: MemoryError), a null is a TypeError, a struct
 * that a reader gives is a tuple with its strings copied, so that nothing borrowed is ever kept.
 */

%{
#include <time.h>

#define SMAAJOB_NULL_FAULT SWIG_TypeError
/* Other threads of Python go on meanwhile: for what takes long, and touches nothing of Python's. */
#define SMAAJOB_LONG_WORK(work) Py_BEGIN_ALLOW_THREADS work; Py_END_ALLOW_THREADS
#define SMAAJOB_THROW(fault)                                                                      \
  do {                                                                                            \
    Py_XDECREF (resultobj);                                                                       \
    python_raise (fault);                                                                         \
    SWIG_fail;                                                                                    \
  } while (0)

static void
python_raise (const SmaajobError *fault)
{
  PyObject *module, *type, *message, *raised = NULL;

  if (PyErr_Occurred ()) /* what a callback raised is why it was cancelled */
    return;
  if (fault->code == SMAAJOB_ERROR_MEMORY) {
    PyErr_NoMemory ();
    return;
  }
  module = PyImport_ImportModule ("smaajob._error");
  type = module ? PyObject_GetAttrString (module, "SmaajobError") : NULL;
  message = PyUnicode_DecodeUTF8 (fault->message, (Py_ssize_t) strlen (fault->message), "replace");
  if (type && message)
    raised = PyObject_CallFunction (type, "sOsII", smaajob_error_code_get_name (fault->code),
                                    message, fault->pointer, fault->line, fault->column);
  if (raised)
    PyErr_SetObject (type, raised);
  Py_XDECREF (raised);
  Py_XDECREF (message);
  Py_XDECREF (type);
  Py_XDECREF (module);
}

/* TypeError: the text before, what the type of the object is called, the text after. */
static void
python_raise_type (const char *before, PyObject *object, const char *after)
{
  PyObject *name = PyObject_GetAttrString ((PyObject *) Py_TYPE (object), "__name__");

  if (name)
    PyErr_Format (PyExc_TypeError, "%s%S%s", before, name, after);
  Py_XDECREF (name);
}

/* The UTF-8 of a str as new bytes; what is not UTF-8 is told as the library does. */
static PyObject *
python_utf8 (PyObject *text, const char *message)
{
  SmaajobError fault = { .code = SMAAJOB_ERROR_ENCODING };
  PyObject *bytes = PyUnicode_AsUTF8String (text);

  if (!bytes && PyErr_ExceptionMatches (PyExc_UnicodeError)) {
    PyErr_Clear ();
    strcpy (fault.message, message);
    python_raise (&fault);
  }
  return bytes;
}

/* A C string of a str, which the bytes keep. A NUL would silently end it, so it is a fault. */
static const char *
python_text (PyObject *object, const char *function, int argument, PyObject **bytes)
{
  SmaajobError fault = { .code = SMAAJOB_ERROR_ENCODING };
  const char *text;
  char before[100];

  if (!PyUnicode_Check (object)) {
    snprintf (before, sizeof before, "%.60s: argument %d is ", function, argument);
    python_raise_type (before, object, ", expected str");
    return NULL;
  }
  *bytes = python_utf8 (object, "a string with half a surrogate pair, expected text");
  if (!*bytes)
    return NULL;
  text = PyBytes_AsString (*bytes);
  if (strlen (text) == (size_t) PyBytes_Size (*bytes))
    return text;
  strcpy (fault.message, "a string with a NUL, expected text");
  python_raise (&fault);
  return NULL;
}

/* A document: str or bytes. Neither can change under a reader that has let go of the lock. */
static int
python_document (PyObject *object, const char **text, size_t *length, PyObject **bytes)
{
  Py_ssize_t size = 0;
  char *start = NULL;

  if (PyUnicode_Check (object)) {
    *bytes = python_utf8 (object, "the text has half a surrogate pair, expected UTF-8");
  } else if (PyBytes_Check (object)) {
    Py_INCREF (object);
    *bytes = object;
  } else {
    python_raise_type ("", object, " is not JSON text, expected str or bytes");
  }
  if (!*bytes || PyBytes_AsStringAndSize (*bytes, &start, &size) < 0)
    return -1;
  *text = start;
  *length = (size_t) size;
  return 0;
}

/*
 * Long work, which has let go of the lock: every so often it takes it to see whether Ctrl-C was
 * pressed, and to call the caller's progress, if any. What either raises ends the work.
 */
typedef struct {
  PyObject *progress;
  struct timespec last;
} PythonWork;

#define PYTHON_PAUSE_SECONDS 0.05

static void
python_work_begin (PythonWork *work, PyObject *progress)
{
  work->progress = progress == Py_None ? NULL : progress;
  clock_gettime (CLOCK_MONOTONIC, &work->last);
}

static bool
python_pause_is_over (PythonWork *work)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);
  if ((double) (now.tv_sec - work->last.tv_sec) + (double) (now.tv_nsec - work->last.tv_nsec) / 1e9
      < PYTHON_PAUSE_SECONDS)
    return false;
  work->last = now;
  return true;
}

static bool
python_tell (uint64_t done, uint64_t all, void *data)
{
  PythonWork *work = data;
  PyGILState_STATE state;
  PyObject *answer = NULL;
  bool goes_on;

  if (!python_pause_is_over (work) && (done < all || !work->progress))
    return true;
  state = PyGILState_Ensure ();
  goes_on = PyErr_CheckSignals () == 0;
  if (goes_on && work->progress) {
    answer = PyObject_CallFunction (work->progress, "KK", (unsigned long long) done,
                                    (unsigned long long) all);
    goes_on = answer != NULL;
    Py_XDECREF (answer);
  }
  PyGILState_Release (state);
  return goes_on;
}

/* Packing: each line at fault, and how far it is; either is None or is called. */
typedef struct {
  PyObject *fault;
  PyObject *progress;
  PythonWork pause;
} PythonPacking;

static int
python_packing_begin (PythonPacking *work, PyObject *both)
{
  if (!PyTuple_Check (both) || PyTuple_Size (both) != 2) {
    PyErr_SetString (PyExc_TypeError, "a pair is expected: what is called of faults, and of progress");
    return -1;
  }
  work->fault = PyTuple_GetItem (both, 0);
  work->progress = PyTuple_GetItem (both, 1);
  python_work_begin (&work->pause, work->progress);
  return 0;
}

/* The exception that the fault would be, as an object. */
static PyObject *
python_fault (const SmaajobError *fault)
{
  PyObject *type = NULL, *value = NULL, *trace = NULL;

  python_raise (fault);
  PyErr_Fetch (&type, &value, &trace);
  PyErr_NormalizeException (&type, &value, &trace);
  Py_XDECREF (type);
  Py_XDECREF (trace);
  return value;
}

static PyObject *
python_none (void)
{
  Py_INCREF (Py_None);
  return Py_None;
}

static bool
python_packing_fault (const SmaajobError *fault, const char *line, size_t length, void *data)
{
  const PythonPacking *work = data;
  PyGILState_STATE state;
  PyObject *told, *text, *answer = NULL;
  bool leave_out;

  if (work->fault == Py_None)
    return false;
  state = PyGILState_Ensure ();
  told = python_fault (fault);
  text = line ? PyBytes_FromStringAndSize (line, (Py_ssize_t) length) : python_none ();
  if (told && text)
    answer = PyObject_CallFunctionObjArgs (work->fault, told, text, NULL);
  leave_out = answer && PyObject_IsTrue (answer) == 1;
  Py_XDECREF (answer);
  Py_XDECREF (text);
  Py_XDECREF (told);
  PyGILState_Release (state);
  return leave_out;
}

static bool
python_packing_progress (uint64_t done, uint64_t all, uint64_t documents, void *data)
{
  PythonPacking *work = data;
  PyGILState_STATE state;
  PyObject *answer = NULL;
  bool goes_on;

  if (!python_pause_is_over (&work->pause) && done < all)
    return true;
  state = PyGILState_Ensure ();
  goes_on = PyErr_CheckSignals () == 0;
  if (goes_on && work->progress != Py_None) {
    answer = PyObject_CallFunction (work->progress, "KKK", (unsigned long long) done,
                                    (unsigned long long) all, (unsigned long long) documents);
    goes_on = answer != NULL;
    Py_XDECREF (answer);
  }
  PyGILState_Release (state);
  return goes_on;
}

/* Bytes to write to: while there is a view of them, a bytearray does not change its size. */
static PyObject *
python_room (PyObject *object, void **bytes, size_t *room)
{
  if (!PyByteArray_Check (object)) {
    PyErr_SetString (PyExc_TypeError, "a bytearray is expected to write to");
    return NULL;
  }
  *bytes = PyByteArray_AsString (object);
  *room = (size_t) PyByteArray_Size (object);
  return PyMemoryView_FromObject (object);
}

/* The native objects of a tuple, all of one type. */
static bool
python_natives (PyObject *objects, swig_type_info *type, void **list)
{
  bool good = PyTuple_Check (objects);

  for (Py_ssize_t i = 0; good && i < PyTuple_Size (objects); i++)
    good = SWIG_IsOK (SWIG_ConvertPtr (PyTuple_GetItem (objects, i), &list[i], type, 0)) && list[i];
  if (!good)
    PyErr_SetString (PyExc_TypeError, "a tuple of native objects is expected");
  return good;
}

/* After its end an object is null, and so refused. */
static void
python_forget (PyObject *object)
{
  SwigPyObject *self = SWIG_Python_GetSwigThis (object);

  if (self)
    self->ptr = NULL;
}
%}

%typemap(check) int64_t *numbers "";
%typemap(in) const char * (PyObject *bytes = NULL) {
  if ($input == Py_None)
    $1 = NULL;
  else if (!($1 = (char *) python_text ($input, "$symname", $argnum, &bytes)))
    SWIG_fail;
}
%typemap(freearg) const char * "Py_XDECREF (bytes$argnum);";
%typemap(in) (const char *json, size_t length) (PyObject *bytes = NULL),
  (const char *before, size_t before_length) (PyObject *bytes = NULL),
  (const char *after, size_t after_length) (PyObject *bytes = NULL) {
  if (python_document ($input, (const char **) &$1, &$2, &bytes) < 0)
    SWIG_fail;
}
%typemap(freearg) (const char *json, size_t length), (const char *before, size_t before_length),
  (const char *after, size_t after_length) "Py_XDECREF (bytes$argnum);";

%typemap(in) (SmaajobScore *scores, size_t room) (PyObject *view = NULL),
  (int64_t *numbers, size_t room) (PyObject *view = NULL) {
  void *bytes = NULL;

  if (!(view = python_room ($input, &bytes, &$2)))
    SWIG_fail;
  $1 = bytes;
}
%typemap(freearg) (SmaajobScore *scores, size_t room), (int64_t *numbers, size_t room)
  "Py_XDECREF (view$argnum);";
%typemap(in) (SmaajobScoresProgress progress, void *data) (PythonWork work),
  (SmaajobRankingProgress progress, void *data) (PythonWork work) {
  python_work_begin (&work, $input);
  $1 = python_tell;
  $2 = &work;
}

%typemap(in) (PackingFault fault, PackingProgress progress, void *data) (PythonPacking work) {
  if (python_packing_begin (&work, $input) < 0)
    SWIG_fail;
  $1 = python_packing_fault;
  $2 = python_packing_progress;
  $3 = &work;
}

%define %smaajob_freed(NOUN)
%exception _Smaajob##NOUN::~_Smaajob##NOUN {
  $action
  python_forget (swig_obj[0]);
}
%enddef

/* A whole ESCO release takes a while to read: let others run. */
%exception _SmaajobVocabulary::new_from_json {
  Py_BEGIN_ALLOW_THREADS
  $action
  Py_END_ALLOW_THREADS
}

/* Structs as tuples, members in the order of the header. */
%ignore SmaajobCondition;
%ignore SmaajobWord;
%ignore SmaajobScore;
%ignore SmaajobReason;
%ignore SmaajobCriterion;
%ignore SmaajobItem;
%ignore SmaajobTaskMatch;
%ignore SmaajobPlan;
%ignore SmaajobShift;
%ignore SmaajobTiming;
%ignore SmaajobSame;
%ignore SmaajobItemChange;
%ignore SmaajobTaskChange;
%ignore SmaajobOverride;
%ignore SmaajobQuestion;
%ignore SmaajobLever;
%ignore SmaajobChange;
%rename(from_) from;
%ignore SmaajobParagraph;
%ignore SmaajobValue;

%typemap(out) SmaajobRanked {
  const SmaajobScore *s = &$1.score;

  $result = Py_BuildValue ("(nz(iiiiiiii))", (Py_ssize_t) $1.number, $1.id, (int) s->verdict, s->score,
                           s->low, s->high, s->coverage, s->potential, s->side_citizen, s->side_employer);
}

%typemap(out) SmaajobCondition {
  $result = Py_BuildValue ("(ziizzzzz)", $1.id, (int) $1.kind, (int) $1.type, $1.unit, $1.label_da,
                           $1.label_en, $1.icf, $1.onet);
}
%typemap(out) SmaajobWord {
  $result = Py_BuildValue ("(zzz)", $1.id, $1.label_da, $1.label_en);
}
%typemap(out) SmaajobScore {
  $result = Py_BuildValue ("(iiiiiiii)", (int) $1.verdict, $1.score, $1.low, $1.high, $1.coverage,
                           $1.potential, $1.side_citizen, $1.side_employer);
}
%typemap(out) SmaajobReason {
  $result = Py_BuildValue ("(izz)", (int) $1.code, $1.subject, $1.task);
}
%typemap(out) SmaajobCriterion {
  $result = Py_BuildValue ("(iiiiiiin)", (int) $1.id, (int) $1.side, $1.value, $1.low, $1.high,
                           $1.weight, $1.loss, (Py_ssize_t) $1.n_items);
}
%typemap(out) SmaajobItem {
  $result = Py_BuildValue ("(zziiiii)", $1.subject, $1.task, (int) $1.state, $1.have, $1.want,
                           $1.share, $1.loss);
}
%typemap(out) SmaajobTaskMatch {
  $result = Py_BuildValue ("(ziin)", $1.id, (int) $1.verdict, $1.planned_minutes_per_week,
                           (Py_ssize_t) $1.n_reasons);
}
%typemap(out) SmaajobPlan {
  $result = Py_BuildValue ("(Niiiii)", PyBool_FromLong ($1.known), $1.present_minutes,
                           $1.paid_minutes, $1.practice_minutes, $1.capacity_minutes,
                           $1.growth_minutes);
}
%typemap(out) SmaajobShift {
  $result = Py_BuildValue ("(iiiz)", (int) $1.day, $1.from_minute, $1.to_minute, $1.task);
}
%typemap(out) SmaajobTiming {
  $result = Py_BuildValue ("(in)", (int) $1.advice, (Py_ssize_t) $1.n_reasons);
}
%typemap(out) SmaajobQuestion {
  $result = Py_BuildValue ("(iziiiiN)", (int) $1.code, $1.subject, (int) $1.ask, $1.best, $1.worst,
                           $1.swing, PyBool_FromLong ($1.decides));
}
%typemap(out) SmaajobLever {
  $result = Py_BuildValue ("(niii)", (Py_ssize_t) $1.n_changes, (int) $1.verdict, $1.score, $1.gain);
}
%typemap(out) SmaajobChange {
  $result = Py_BuildValue ("(iizii)", (int) $1.by, (int) $1.code, $1.subject, $1.from, $1.to);
}
%typemap(out) SmaajobParagraph {
  $result = Py_BuildValue ("(iizzzzn)", (int) $1.section, $1.depth, $1.code, $1.subject, $1.task,
                           $1.text, (Py_ssize_t) $1.n_values);
}
%typemap(out) SmaajobValue {
  $result = Py_BuildValue ("(zi)", $1.name, $1.number);
}
%typemap(out) SmaajobSame {
  $result = Py_BuildValue ("(NNNNNNNN)", PyBool_FromLong ($1.all), PyBool_FromLong ($1.engine),
                           PyBool_FromLong ($1.model), PyBool_FromLong ($1.citizen),
                           PyBool_FromLong ($1.opening), PyBool_FromLong ($1.policy),
                           PyBool_FromLong ($1.vocabulary), PyBool_FromLong ($1.result));
}
%typemap(out) SmaajobItemChange {
  $result = Py_BuildValue ("(izzNNiii)", (int) $1.criterion, $1.subject, $1.task,
                           PyBool_FromLong ($1.has_before), PyBool_FromLong ($1.has_after),
                           $1.loss_before, $1.loss_after, $1.change);
}
%typemap(out) SmaajobTaskChange {
  $result = Py_BuildValue ("(zNNiiii)", $1.id, PyBool_FromLong ($1.has_before),
                           PyBool_FromLong ($1.has_after), (int) $1.verdict_before,
                           (int) $1.verdict_after, $1.minutes_before, $1.minutes_after);
}
%typemap(out) SmaajobOverride {
  $result = Py_BuildValue ("(iizz)", $1.verdict, $1.advice, $1.reason, $1.actor);
}
