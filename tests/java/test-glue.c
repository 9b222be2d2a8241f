/* SPDX-License-Identifier: Apache-2.0 */
/* The glue of Java on a virtual machine that runs out of memory: while that is pending, nothing
   else is asked of it. */
#include "native.h"

#include "support-data.h"

static int blocks_to_come;   /* before there is no more memory */
static int blocks_made;      /* so far, the one for which there was none among them */
static bool pending;         /* whether there is something that has to come out first */
static int calls_in_between; /* while there was */
static char object;          /* what every reference is to */

static void *
make (void)
{
  calls_in_between += pending;
  blocks_made++;
  pending = pending || blocks_to_come-- == 0;
  return pending ? NULL : &object;
}

static void
use (void)
{
  calls_in_between += pending;
}

static jboolean JNICALL
check (JNIEnv *jenv)
{
  (void) jenv;
  return pending;
}

static jclass JNICALL
find_class (JNIEnv *jenv, const char *name)
{
  (void) jenv, (void) name;
  return make ();
}

static jmethodID JNICALL
find_method (JNIEnv *jenv, jclass type, const char *name, const char *signature)
{
  (void) jenv, (void) type, (void) name, (void) signature;
  return make ();
}

static jbyteArray JNICALL
new_bytes (JNIEnv *jenv, jsize n)
{
  (void) jenv, (void) n;
  return make ();
}

static void JNICALL
set_bytes (JNIEnv *jenv, jbyteArray bytes, jsize at, jsize n, const jbyte *from)
{
  (void) jenv, (void) bytes, (void) at, (void) n, (void) from;
  use ();
}

static jintArray JNICALL
new_numbers (JNIEnv *jenv, jsize n)
{
  (void) jenv, (void) n;
  return make ();
}

static void JNICALL
set_numbers (JNIEnv *jenv, jintArray numbers, jsize at, jsize n, const jint *from)
{
  (void) jenv, (void) numbers, (void) at, (void) n, (void) from;
  use ();
}

static jobjectArray JNICALL
new_row (JNIEnv *jenv, jsize n, jclass type, jobject first)
{
  (void) jenv, (void) n, (void) type, (void) first;
  return make ();
}

static void JNICALL
set_row (JNIEnv *jenv, jobjectArray row, jsize at, jobject element)
{
  (void) jenv, (void) row, (void) at, (void) element;
  use ();
}

static void JNICALL
forget (JNIEnv *jenv, jobject reference)
{
  (void) jenv, (void) reference;
}

static jint JNICALL
begin_frame (JNIEnv *jenv, jint n)
{
  (void) jenv, (void) n;
  return make () == NULL ? JNI_ERR : JNI_OK;
}

static jobject JNICALL
end_frame (JNIEnv *jenv, jobject result)
{
  (void) jenv;
  return result;
}

static jobject JNICALL
call_for_object (JNIEnv *jenv, jclass type, jmethodID method, const jvalue *arguments)
{
  (void) jenv, (void) type, (void) method, (void) arguments;
  return make ();
}

static jboolean JNICALL
call_for_answer (JNIEnv *jenv, jobject work, jmethodID method, const jvalue *arguments)
{
  (void) jenv, (void) work, (void) method, (void) arguments;
  return make () != NULL;
}

static jint JNICALL
throw_it (JNIEnv *jenv, jthrowable fault)
{
  (void) jenv, (void) fault;
  use ();
  pending = true;
  return JNI_OK;
}

static const struct JNINativeInterface_ calls = {.ExceptionCheck = check,
                                                 .FindClass = find_class,
                                                 .GetStaticMethodID = find_method,
                                                 .NewByteArray = new_bytes,
                                                 .SetByteArrayRegion = set_bytes,
                                                 .NewIntArray = new_numbers,
                                                 .SetIntArrayRegion = set_numbers,
                                                 .NewObjectArray = new_row,
                                                 .SetObjectArrayElement = set_row,
                                                 .DeleteLocalRef = forget,
                                                 .PushLocalFrame = begin_frame,
                                                 .PopLocalFrame = end_frame,
                                                 .CallStaticObjectMethodA = call_for_object,
                                                 .CallBooleanMethodA = call_for_answer,
                                                 .Throw = throw_it};
static JNIEnv machine = &calls;
static const SmaajobError fault = {
    .code = SMAAJOB_ERROR_RANGE, .pointer = "/id", .message = "id: none"};

/* Do it with memory for more and more, until there is enough; how many blocks that is. */
static int
do_with_more_and_more (void (*work) (void))
{
  for (int n = 0; n < 100; n++) {
    blocks_to_come = n;
    blocks_made = calls_in_between = 0;
    pending = false;
    work ();
    ck_assert_msg (calls_in_between == 0, "%d calls behind block %d", calls_in_between, n);
    if (blocks_made <= n)
      return n;
    ck_assert (pending);
  }
  ck_abort_msg ("never enough");
}

static void
raise_fault (void)
{
  java_raise (&machine, &fault);
  ck_assert (pending);
}

START_TEST (a_fault_is_raised_or_that_there_is_no_memory)
{
  ck_assert_int_eq (do_with_more_and_more (raise_fault), 5);
}
END_TEST

static void
make_row (void)
{
  const char *const texts[] = {"c-1", NULL, "c-2", ""};
  const jint numbers[] = {1, 2};

  ck_assert_int_eq (java_row (&machine, numbers, 2, texts, 4) != NULL, !pending);
}

START_TEST (a_row_is_whole_or_there_is_none)
{
  ck_assert_int_eq (do_with_more_and_more (make_row), 5);
}
END_TEST

static void
tell_fault_in_line (void)
{
  JavaWork work = {.jenv = &machine, .work = (jobject) &object, .fault = (jmethodID) &object};

  ck_assert_int_eq (java_fault (&fault, "{}", 2, &work), !pending);
}

static void
tell_fault_without_line (void)
{
  JavaWork work = {.jenv = &machine, .work = (jobject) &object, .fault = (jmethodID) &object};

  ck_assert_int_eq (java_fault (&fault, NULL, 0, &work), !pending);
}

START_TEST (packing_ends_when_a_fault_cannot_be_told)
{
  ck_assert_int_eq (do_with_more_and_more (tell_fault_in_line), 5);
  ck_assert_int_eq (do_with_more_and_more (tell_fault_without_line), 4);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {a_fault_is_raised_or_that_there_is_no_memory,
                                a_row_is_whole_or_there_is_none,
                                packing_ends_when_a_fault_cannot_be_told};
  Suite *suite = suite_create ("glue");

  add_case (suite, "glue", tests, COUNT (tests));
  return run_suite (suite);
}
