/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Java's way: a fault is a checked dk.smaajob.SmaajobException, an object is its address, which
 * dk.smaajob.Handle holds while a call runs, text is UTF-8 in a byte[] (never JNI's own "modified" UTF-8),
 * and a struct that a reader gives is a Row, with its strings copied.
 */

%include "enumsimple.swg"
%javaconst(1);
%pragma(java) moduleclassmodifiers="final class"
%pragma(java) jniclassclassmodifiers="final class"
%pragma(java) jniclasscode=%{
  static {
    NativeLibrary.load();
  }
%}

%{
#define SMAAJOB_NULL_FAULT SWIG_ValueError
/* What is raised is pending: the call goes on to give back its strings, and returns to it. */
#define SMAAJOB_THROW(fault) java_raise (jenv, fault)
/* Other threads go on anyhow. */
#define SMAAJOB_LONG_WORK(work) work

static jbyteArray
java_bytes (JNIEnv *jenv, const char *text)
{
  const jsize length = text ? (jsize) strlen (text) : 0;
  const jbyteArray bytes = text ? (*jenv)->NewByteArray (jenv, length) : NULL;

  if (bytes)
    (*jenv)->SetByteArrayRegion (jenv, bytes, 0, length, (const jbyte *) text);
  return bytes;
}

/* A fault as Java takes it; false when there is no memory for its texts. Then that is pending, and until
   it has come out nothing may be made or called. */
static bool
java_tell (JNIEnv *jenv, const SmaajobError *fault, jvalue *told)
{
  told[0].i = (jint) fault->code;
  told[1].l = java_bytes (jenv, fault->message);
  told[2].l = told[1].l ? java_bytes (jenv, fault->pointer) : NULL;
  told[3].i = (jint) fault->line;
  told[4].i = (jint) fault->column;
  return told[2].l != NULL;
}

/* What a callback threw is pending already, and is what comes out. */
static void
java_raise (JNIEnv *jenv, const SmaajobError *fault)
{
  const bool thrown = (*jenv)->ExceptionCheck (jenv);
  const jclass type = thrown ? NULL : (*jenv)->FindClass (jenv, "dk/smaajob/SmaajobException");
  const jmethodID make =
      type ? (*jenv)->GetStaticMethodID (jenv, type, "of", "(I[B[BII)Ldk/smaajob/SmaajobException;")
           : NULL;
  jvalue told[5];
  jobject raised;

  if (!make || !java_tell (jenv, fault, told))
    return;
  raised = (*jenv)->CallStaticObjectMethodA (jenv, type, make, told);
  if (raised && !(*jenv)->ExceptionCheck (jenv))
    (*jenv)->Throw (jenv, (jthrowable) raised);
}

/* Set once, when the virtual machine loads this library. */
static jclass java_object = NULL;

JNIEXPORT jint JNICALL
JNI_OnLoad (JavaVM *vm, void *reserved)
{
  JNIEnv *jenv = NULL;
  jclass type;

  (void) reserved;
  if ((*vm)->GetEnv (vm, (void **) &jenv, JNI_VERSION_1_8) != JNI_OK)
    return JNI_ERR;
  type = (*jenv)->FindClass (jenv, "java/lang/Object");
  java_object = type ? (*jenv)->NewGlobalRef (jenv, type) : NULL;
  return java_object ? JNI_VERSION_1_8 : JNI_ERR;
}

static jintArray
java_numbers (JNIEnv *jenv, const jint *numbers, jsize n)
{
  const jintArray row = (*jenv)->NewIntArray (jenv, n);

  if (row)
    (*jenv)->SetIntArrayRegion (jenv, row, 0, n, numbers);
  return row;
}

/* Numbers, then texts: Object[] { int[], byte[], … }; null for a text that is NULL. NULL when there is
   no memory, which is pending then. */
static jobjectArray
java_row (JNIEnv *jenv, const jint *numbers, jsize n_numbers, const char *const *texts, jsize n_texts)
{
  const jobjectArray row = (*jenv)->NewObjectArray (jenv, 1 + n_texts, java_object, NULL);
  const jintArray first = row ? java_numbers (jenv, numbers, n_numbers) : NULL;

  if (!first)
    return NULL;
  (*jenv)->SetObjectArrayElement (jenv, row, 0, first);
  for (jsize i = 0; i < n_texts; i++) {
    const jbyteArray text = java_bytes (jenv, texts[i]);

    if (texts[i] && !text)
      return NULL;
    (*jenv)->SetObjectArrayElement (jenv, row, 1 + i, text);
    (*jenv)->DeleteLocalRef (jenv, text);
  }
  return row;
}

/* Long work calls a dk.smaajob.LongWork back, on the thread that began it. */
typedef struct {
  JNIEnv *jenv;
  jobject work;
  jmethodID receive;
  jmethodID progress;
  jmethodID fault;
  jmethodID packed;
} JavaWork;

static bool
java_work_find (JavaWork *self, JNIEnv *jenv, jobject work)
{
  const jclass type = (*jenv)->GetObjectClass (jenv, work);

  self->jenv = jenv;
  self->work = work;
  self->receive = (*jenv)->GetMethodID (jenv, type, "receive", "(J)Z");
  self->progress = self->receive ? (*jenv)->GetMethodID (jenv, type, "progress", "(JJ)Z") : NULL;
  self->fault = self->progress ? (*jenv)->GetMethodID (jenv, type, "fault", "(I[B[BII[B)Z") : NULL;
  self->packed = self->fault ? (*jenv)->GetMethodID (jenv, type, "packed", "(JJJ)Z") : NULL;
  return self->packed != NULL;
}

static bool
java_receive (SmaajobRanking *ranking, void *data)
{
  const JavaWork *self = data;
  const jboolean more
      = (*self->jenv)->CallBooleanMethod (self->jenv, self->work, self->receive, (jlong) (intptr_t) ranking);

  return !(*self->jenv)->ExceptionCheck (self->jenv) && more;
}

static bool
java_progress (uint64_t done, uint64_t all, void *data)
{
  const JavaWork *self = data;
  const jboolean more = (*self->jenv)->CallBooleanMethod (self->jenv, self->work, self->progress,
                                                          (jlong) done, (jlong) all);

  return !(*self->jenv)->ExceptionCheck (self->jenv) && more;
}

static jbyteArray
java_bytes_of (JNIEnv *jenv, const char *text, size_t length)
{
  const jbyteArray bytes = text ? (*jenv)->NewByteArray (jenv, (jsize) length) : NULL;

  if (bytes)
    (*jenv)->SetByteArrayRegion (jenv, bytes, 0, (jsize) length, (const jbyte *) text);
  return bytes;
}

/* Of so many lines that what is made for each must be given up before the next. */
static bool
java_fault (const SmaajobError *fault, const char *line, size_t length, void *data)
{
  const JavaWork *self = data;
  JNIEnv *jenv = self->jenv;
  jvalue told[6];
  jboolean more = JNI_FALSE;

  if ((*jenv)->PushLocalFrame (jenv, 8) < 0)
    return false;
  told[5].l = java_tell (jenv, fault, told) ? java_bytes_of (jenv, line, length) : NULL;
  if (!(*jenv)->ExceptionCheck (jenv))
    more = (*jenv)->CallBooleanMethodA (jenv, self->work, self->fault, told);
  (*jenv)->PopLocalFrame (jenv, NULL);
  return !(*jenv)->ExceptionCheck (jenv) && more;
}

static bool
java_packed (uint64_t done, uint64_t all, uint64_t documents, void *data)
{
  const JavaWork *self = data;
  const jboolean more
      = (*self->jenv)->CallBooleanMethod (self->jenv, self->work, self->packed, (jlong) done,
                                          (jlong) all, (jlong) documents);

  return !(*self->jenv)->ExceptionCheck (self->jenv) && more;
}

#define JAVA_ROW(...) java_row (jenv, (const jint[]) { __VA_ARGS__ }, \
                                (jsize) (sizeof ((const jint[]) { __VA_ARGS__ }) / sizeof (jint))
#define JAVA_ROW_OF_NUMBERS(...) java_numbers (jenv, (const jint[]) { __VA_ARGS__ }, \
                                 (jsize) (sizeof ((const jint[]) { __VA_ARGS__ }) / sizeof (jint)))
#define JAVA_TEXTS(...) (const char *const[]) { __VA_ARGS__ }, \
                        (jsize) (sizeof ((const char *const[]) { __VA_ARGS__ }) / sizeof (char *)))
%}

/* An object is its address. */
%typemap(jstype) SWIGTYPE * "long"
%typemap(javain) SWIGTYPE * "$javainput"
%typemap(javaout) SWIGTYPE * {
    return $jnicall;
  }

/* What frees an object takes its address, as every call does. */
%define %smaajob_freed(NOUN)
%enddef

/* Text goes in with a NUL at its end, put there by Text.utf8, which refuses any other. */
%typemap(jni) const char * "jbyteArray"
%typemap(jtype) const char * "byte[]"
%typemap(jstype) const char * "String"
%typemap(javain) const char * "Text.utf8($javainput)"
%typemap(in) const char * {
  $1 = NULL;
  if ($input && !($1 = (char *) (*jenv)->GetByteArrayElements (jenv, $input, NULL)))
    return $null;
}
%typemap(freearg, throws = "SmaajobException") const char * {
  if ($1)
    (*jenv)->ReleaseByteArrayElements (jenv, $input, (jbyte *) $1, JNI_ABORT);
}
%typemap(out) const char * "$result = java_bytes (jenv, $1);"
%typemap(javaout) const char * {
    return Text.of($jnicall);
  }

%typemap(jni) char * "jbyteArray"
%typemap(jtype) char * "byte[]"
%typemap(jstype) char * "String"
%typemap(out) char * "$result = java_bytes (jenv, $1);"
%typemap(javaout) char * {
    return Text.of($jnicall);
  }

/* A document: its bytes as they are. */
%define %java_document(TEXT, LENGTH)
%typemap(jni) (const char *TEXT, size_t LENGTH) "jbyteArray"
%typemap(jtype) (const char *TEXT, size_t LENGTH) "byte[]"
%typemap(jstype) (const char *TEXT, size_t LENGTH) "byte[]"
%typemap(javain) (const char *TEXT, size_t LENGTH) "java.util.Objects.requireNonNull($javainput)"
%typemap(in) (const char *TEXT, size_t LENGTH) {
  $1 = NULL;
  if ($input && !($1 = (char *) (*jenv)->GetByteArrayElements (jenv, $input, NULL)))
    return $null;
  $2 = $1 ? (size_t) (*jenv)->GetArrayLength (jenv, $input) : 0;
}
%typemap(freearg) (const char *TEXT, size_t LENGTH) {
  if ($1)
    (*jenv)->ReleaseByteArrayElements (jenv, $input, (jbyte *) $1, JNI_ABORT);
}
%enddef
%java_document (json, length)
%java_document (before, before_length)
%java_document (after, after_length)

/* A callback is a LongWork. */
%define %java_work(PARAMETERS, IN...)
%typemap(jni) PARAMETERS "jobject"
%typemap(jtype) PARAMETERS "LongWork"
%typemap(jstype) PARAMETERS "LongWork"
%typemap(javain) PARAMETERS "java.util.Objects.requireNonNull($javainput)"
%typemap(in) PARAMETERS (JavaWork work) {
  if (!$input || !java_work_find (&work, jenv, $input))
    return $null;
  IN
}
%enddef
%java_work ((SmaajobRankingProgress progress, void *data), $1 = java_progress; $2 = &work;)
%java_work ((SmaajobScoresProgress progress, void *data), $1 = java_progress; $2 = &work;)
%java_work ((PackingFault fault, PackingProgress progress, void *data),
            $1 = java_fault; $2 = java_packed; $3 = &work;)
%java_work ((SmaajobRankingReceive receive, SmaajobRankingProgress progress, void *data),
            $1 = java_receive; $2 = java_progress; $3 = &work;)

/* Scores go into the caller's own memory, a direct buffer. */
%typemap(jni) (SmaajobScore *scores, size_t room) "jobject"
%typemap(jtype) (SmaajobScore *scores, size_t room) "java.nio.ByteBuffer"
%typemap(jstype) (SmaajobScore *scores, size_t room) "java.nio.ByteBuffer"
%typemap(javain) (SmaajobScore *scores, size_t room) "java.util.Objects.requireNonNull($javainput)"
%typemap(in) (SmaajobScore *scores, size_t room) {
  $1 = $input ? (*jenv)->GetDirectBufferAddress (jenv, $input) : NULL;
  $2 = $1 ? (size_t) (*jenv)->GetDirectBufferCapacity (jenv, $input) : 0;
}

/* A fault is checked: whoever calls what may fail is told so by the compiler. */
%typemap(freearg, throws = "SmaajobException") SmaajobError *error ""

/* Structs as rows, numbers before texts, each in the order of the header. */
%define %java_row(TYPE, ROW, TEXTS)
%ignore TYPE;
%typemap(jni) TYPE "jobjectArray"
%typemap(jtype) TYPE "Object[]"
%typemap(jstype) TYPE "Row"
%typemap(out) TYPE "$result = JAVA_ROW ROW, JAVA_TEXTS TEXTS;"
%typemap(javaout) TYPE {
    return new Row($jnicall);
  }
%enddef

/* Without texts, numbers alone. */
%define %java_numbers(TYPE, ROW)
%ignore TYPE;
%typemap(jni) TYPE "jintArray"
%typemap(jtype) TYPE "int[]"
%typemap(jstype) TYPE "Row"
%typemap(out) TYPE "$result = JAVA_ROW_OF_NUMBERS ROW;"
%typemap(javaout) TYPE {
    return new Row($jnicall);
  }
%enddef

%java_row (SmaajobCondition, ((jint) $1.kind, (jint) $1.type),
           ($1.id, $1.unit, $1.label_da, $1.label_en, $1.icf, $1.onet))
%java_row (SmaajobWord, (0), ($1.id, $1.label_da, $1.label_en))
%java_numbers (SmaajobScore,
           ((jint) $1.verdict, $1.score, $1.low, $1.high, $1.coverage, $1.potential,
            $1.side_citizen, $1.side_employer))
%java_row (SmaajobRanked,
           ((jint) $1.score.verdict, $1.score.score, $1.score.low, $1.score.high, $1.score.coverage,
            $1.score.potential, $1.score.side_citizen, $1.score.side_employer, (jint) $1.number), ($1.id))
%java_row (SmaajobReason, ((jint) $1.code), ($1.subject, $1.task))
%java_numbers (SmaajobCriterion,
           ((jint) $1.id, (jint) $1.side, $1.value, $1.low, $1.high, $1.weight, $1.loss,
            (jint) $1.n_items))
%java_row (SmaajobItem, ((jint) $1.state, $1.have, $1.want, $1.share, $1.loss), ($1.subject, $1.task))
%java_row (SmaajobTaskMatch,
           ((jint) $1.verdict, $1.planned_minutes_per_week, (jint) $1.n_reasons), ($1.id))
%java_numbers (SmaajobPlan,
           ($1.known, $1.present_minutes, $1.paid_minutes, $1.practice_minutes,
            $1.capacity_minutes, $1.growth_minutes))
%java_row (SmaajobShift, ((jint) $1.day, $1.from_minute, $1.to_minute), ($1.task))
%java_numbers (SmaajobTiming, ((jint) $1.advice, (jint) $1.n_reasons))
%java_row (SmaajobQuestion,
           ((jint) $1.code, (jint) $1.ask, $1.best, $1.worst, $1.swing, $1.decides), ($1.subject))
%java_numbers (SmaajobLever, ((jint) $1.n_changes, (jint) $1.verdict, $1.score, $1.gain))
%java_row (SmaajobChange, ((jint) $1.by, (jint) $1.code, $1.from, $1.to), ($1.subject))
%java_row (SmaajobParagraph, ((jint) $1.section, $1.depth, (jint) $1.n_values),
           ($1.code, $1.subject, $1.task, $1.text))
%java_row (SmaajobValue, ($1.number), ($1.name))
%java_numbers (SmaajobSame,
           ($1.all, $1.engine, $1.model, $1.citizen, $1.opening, $1.policy, $1.vocabulary, $1.result))
%java_row (SmaajobItemChange,
           ((jint) $1.criterion, $1.has_before, $1.has_after, $1.loss_before, $1.loss_after, $1.change),
           ($1.subject, $1.task))
%java_row (SmaajobTaskChange,
           ($1.has_before, $1.has_after, (jint) $1.verdict_before, (jint) $1.verdict_after,
            $1.minutes_before, $1.minutes_after), ($1.id))
%java_row (SmaajobOverride, ($1.verdict, $1.advice), ($1.reason, $1.actor))
