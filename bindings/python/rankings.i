/* SPDX-License-Identifier: Apache-2.0 */
/* Many rankings at once: in a list of the native layer, of which Python makes objects when it is asked to. */

%{
/* An owner keeps those of a list that are another's; without one they are the list's own. */
typedef struct _SmaajobRankings {
  size_t n, most;
  SmaajobRanking **list;
  PyObject *owner;
} Rankings;

static void
rankings_free (Rankings *rankings)
{
  if (rankings == NULL)
    return;
  for (size_t i = 0; rankings->owner == NULL && i < rankings->n; i++)
    smaajob_ranking_free (rankings->list[i]);
  Py_XDECREF (rankings->owner);
  free (rankings->list);
  free (rankings);
}

static Rankings *
rankings_new (size_t most, SmaajobError *error)
{
  Rankings *rankings = calloc (1, sizeof *rankings);

  if (rankings != NULL && most < SIZE_MAX / sizeof *rankings->list)
    rankings->list = calloc (most + 1, sizeof *rankings->list);
  if (rankings != NULL && rankings->list != NULL) {
    rankings->most = most;
    return rankings;
  }
  rankings_free (rankings);
  memset (error, 0, sizeof *error);
  error->code = SMAAJOB_ERROR_MEMORY;
  return NULL;
}

static Rankings *
rankings_borrow (PyObject *owner, size_t most, SmaajobError *error)
{
  Rankings *rankings = rankings_new (most, error);

  if (rankings != NULL) {
    Py_INCREF (owner);
    rankings->owner = owner;
  }
  return rankings;
}

static Rankings *
rankings_of (PyObject *object)
{
  void *rankings = NULL;

  if (SWIG_IsOK (SWIG_ConvertPtr (object, &rankings, SWIGTYPE_p__SmaajobRankings, 0)) && rankings != NULL)
    return rankings;
  PyErr_SetString (PyExc_TypeError, "a native list of rankings is expected");
  return NULL;
}

static bool
rankings_take (Rankings *rankings, SmaajobRanking *ranking)
{
  if (rankings->n < rankings->most)
    rankings->list[rankings->n++] = ranking;
  else
    smaajob_ranking_free (ranking);
  return true;
}

/* Each ranking goes to a list, or else to what is called with it and is then its owner. */
typedef struct {
  PythonWork work; /* first: python_tell () knows no more of it */
  PyObject *receive;
  Rankings *list;
} PythonReceiving;

static int
python_receiving_begin (PythonReceiving *receiving, PyObject *both)
{
  if (!PyTuple_Check (both) || PyTuple_Size (both) != 2) {
    PyErr_SetString (PyExc_TypeError, "a pair is expected: what receives rankings, and progress");
    return -1;
  }
  python_work_begin (&receiving->work, PyTuple_GetItem (both, 1));
  receiving->receive = PyTuple_GetItem (both, 0);
  receiving->list = PyCallable_Check (receiving->receive) ? NULL : rankings_of (receiving->receive);
  return PyErr_Occurred () ? -1 : 0;
}

static bool
python_receive (SmaajobRanking *ranking, void *data)
{
  const PythonReceiving *receiving = data;
  PyGILState_STATE state;
  PyObject *given, *answer = NULL;

  if (receiving->list)
    return rankings_take (receiving->list, ranking);
  state = PyGILState_Ensure ();
  given = SWIG_NewPointerObj (ranking, SWIGTYPE_p__SmaajobRanking, SWIG_POINTER_OWN);
  if (given)
    answer = PyObject_CallFunctionObjArgs (receiving->receive, given, NULL);
  else
    smaajob_ranking_free (ranking);
  Py_XDECREF (answer);
  Py_XDECREF (given);
  PyGILState_Release (state);
  return answer != NULL;
}

static bool
ranked_are_same (const SmaajobRanking *a, const SmaajobRanking *b)
{
  size_t n = smaajob_ranking_get_n_ranked (a);
  bool same = n == smaajob_ranking_get_n_ranked (b);

  for (size_t i = 0; i < n && same; i++) {
    SmaajobRanked one = smaajob_ranking_get_ranked_at (a, i), other = smaajob_ranking_get_ranked_at (b, i);

    same = one.number == other.number && memcmp (&one.score, &other.score, sizeof one.score) == 0
           && strcmp (one.id, other.id) == 0;
  }
  return same;
}

/* But for how many were scored: that is work, and differs with threads and with what was renewed. */
static bool
counts_are_same (const SmaajobRanking *a, const SmaajobRanking *b)
{
  bool same = smaajob_ranking_get_n_pairs (a) == smaajob_ranking_get_n_pairs (b);

  for (int i = SMAAJOB_VERDICT_BLOCKED; i <= SMAAJOB_VERDICT_FIT && same; i++)
    same = smaajob_ranking_get_n_without_score (a, i) == smaajob_ranking_get_n_without_score (b, i)
           && smaajob_ranking_get_n_with_verdict (a, i) == smaajob_ranking_get_n_with_verdict (b, i);
  for (int i = 1; i <= SMAAJOB_CODE_NEED_REFUSED && same; i++)
    same = smaajob_ranking_get_n_blocked_by (a, i) == smaajob_ranking_get_n_blocked_by (b, i);
  return same;
}
%}

%typemap(in) (SmaajobRankingReceive receive, SmaajobRankingProgress progress, void *data) (PythonReceiving receiving) {
  if (python_receiving_begin (&receiving, $input) < 0)
    SWIG_fail;
  $1 = python_receive;
  $2 = python_tell;
  $3 = &receiving;
}

%newobject rankings_select;
%newobject rankings_gather;

typedef struct _SmaajobRankings Rankings;
%smaajob_noun (Rankings, rankings_free)

%extend _SmaajobRankings {
  _SmaajobRankings (size_t most, SmaajobError *error) {
    return rankings_new (most, error);
  }
  size_t get_n () const {
    return $self->n;
  }
  /* Borrowed: whoever asks keeps the list. NULL beyond the end. */
  const SmaajobRanking *get_at (size_t i) const {
    return i < $self->n ? $self->list[i] : NULL;
  }
  size_t get_n_kept () const {
    size_t n = 0;

    for (size_t i = 0; i < $self->n; i++)
      n += smaajob_ranking_get_n_ranked ($self->list[i]);
    return n;
  }
  /* As many as there is room for: where the rows of each begin, and the last end. */
  void get_starts (int64_t *numbers, size_t room) const {
    int64_t next = 0;

    for (size_t i = 0; i <= $self->n && i < room / sizeof *numbers; i++) {
      numbers[i] = next;
      next += i < $self->n ? (int64_t) smaajob_ranking_get_n_ranked ($self->list[i]) : 0;
    }
  }
  void get_numbers (int64_t *numbers, size_t room) const {
    size_t row = 0;

    for (size_t i = 0; i < $self->n; i++)
      for (size_t j = 0; j < smaajob_ranking_get_n_ranked ($self->list[i]) && row < room / sizeof *numbers; j++)
        numbers[row++] = (int64_t) smaajob_ranking_get_ranked_at ($self->list[i], j).number;
  }
  void get_scores (SmaajobScore *scores, size_t room) const {
    size_t row = 0;

    for (size_t i = 0; i < $self->n; i++)
      for (size_t j = 0; j < smaajob_ranking_get_n_ranked ($self->list[i]) && row < room / sizeof *scores; j++)
        scores[row++] = smaajob_ranking_get_ranked_at ($self->list[i], j).score;
  }
}

%inline %{
/* Whether they say the same of everybody, to the last number. */
static bool
rankings_are_same (const SmaajobRanking *a, const SmaajobRanking *b)
{
  return strcmp (smaajob_ranking_get_id (a), smaajob_ranking_get_id (b)) == 0 && counts_are_same (a, b)
         && ranked_are_same (a, b);
}

/* A list of n of another's: from one of them on, each so many further. */
static Rankings *
rankings_select (PyObject *owner, size_t start, ptrdiff_t step, size_t n, SmaajobError *error)
{
  const Rankings *from = rankings_of (owner);
  Rankings *selected = from ? rankings_borrow (owner, n, error) : NULL;

  if (!from)
    error->code = SMAAJOB_ERROR_ARGUMENT;
  for (size_t i = start; selected && selected->n < n && i < from->n; i += (size_t) step)
    rankings_take (selected, from->list[i]);
  return selected;
}

/* A list of those of a tuple. */
static Rankings *
rankings_gather (PyObject *owner, SmaajobError *error)
{
  Py_ssize_t n = PyTuple_Check (owner) ? PyTuple_Size (owner) : 0;
  Rankings *gathered = rankings_borrow (owner, (size_t) n, error);

  if (!gathered)
    return NULL;
  gathered->n = (size_t) n;
  if (python_natives (owner, SWIGTYPE_p__SmaajobRanking, (void **) gathered->list))
    return gathered;
  rankings_free (gathered);
  error->code = SMAAJOB_ERROR_ARGUMENT;
  return NULL;
}
%}
