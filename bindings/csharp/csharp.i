/* SPDX-License-Identifier: Apache-2.0 */
/*
 * C#'s way: a fault is Smaajob.SmaajobException, raised when the call has returned; an object is a Handle (a
 * SafeHandle), which the runtime holds while a call runs and refuses when it is null or disposed; text is UTF-8
 * in a byte[], whatever the platform thinks of strings; a struct that a reader gives is given by value, and its
 * strings are copied while the object is held.
 */

%include "enumsimple.swg"
%csconst(1);
%pragma(csharp) moduleclassmodifiers="internal static class"
%pragma(csharp) imclassclassmodifiers="internal class"

%{
#define SMAAJOB_NULL_FAULT SWIG_RuntimeError
/* What is raised is pending: the call goes on to its end, and C# throws when it is back. */
#define SMAAJOB_THROW(fault) csharp_raise (fault)
/* Other threads go on anyhow. */
#define SMAAJOB_LONG_WORK(work) work

typedef void (SWIGSTDCALL *csharp_fault_callback) (int code, const char *message, const char *pointer,
                                                   unsigned line, unsigned column);
/* Set once, before the first call, by the one runtime that has loaded this library. */
static csharp_fault_callback csharp_fault = NULL;

SWIGEXPORT void SWIGSTDCALL
csharp_register_fault (csharp_fault_callback callback)
{
  csharp_fault = callback;
}

SWIGEXPORT void SWIGSTDCALL
csharp_free_text (char *text)
{
  smaajob_free (text);
}

static void
csharp_raise (const SmaajobError *fault)
{
  if (csharp_fault)
    csharp_fault ((int) fault->code, fault->message, fault->pointer, fault->line, fault->column);
}
%}

%{
typedef bool (SWIGSTDCALL *CsharpPacking) (int what, uint64_t done, uint64_t all, uint64_t documents,
                                           const char *line);

/* What is raised is not for the call that is under way: the callback takes it. */
static bool
csharp_packing_fault (const SmaajobError *fault, const char *line, size_t length, void *data)
{
  csharp_raise (fault);
  return ((CsharpPacking) data) (0, length, 0, 0, line);
}

static bool
csharp_packing_progress (uint64_t done, uint64_t all, uint64_t documents, void *data)
{
  return ((CsharpPacking) data) (1, done, all, documents, NULL);
}
%}

%pragma(csharp) imclasscode=%{
  [global::System.Runtime.InteropServices.UnmanagedFunctionPointer(global::System.Runtime.InteropServices.CallingConvention.StdCall)]
  internal delegate void FaultCallback(int code, global::System.IntPtr message, global::System.IntPtr pointer, uint line, uint column);

  [global::System.Runtime.InteropServices.DllImport("$dllimport", EntryPoint="csharp_register_fault")]
  private static extern void csharp_register_fault(FaultCallback callback);

  [global::System.Runtime.InteropServices.DllImport("$dllimport", EntryPoint="csharp_free_text")]
  internal static extern void csharp_free_text(global::System.IntPtr text);

  /* Kept, so that the garbage collector leaves it where the library expects it. */
  internal static readonly FaultCallback Fault = RegisterFault();

  private static FaultCallback RegisterFault()
  {
    FaultCallback callback = SmaajobException.Pend;
    csharp_register_fault(callback);
    return callback;
  }
%}

/* An object goes in as its handle, and comes out as an address that its class puts in one. */
%typemap(imtype, out="global::System.IntPtr") SWIGTYPE * "Handle"
%typemap(cstype, out="global::System.IntPtr") SWIGTYPE * "Handle"
%typemap(csin) SWIGTYPE * "$csinput"
%typemap(csout, excode=SWIGEXCODE) SWIGTYPE * {
    global::System.IntPtr ret = $imcall;$excode
    return ret;
  }
/* What frees an object takes its address, as its handle is closing. */
%define %smaajob_freed(NOUN)
%pragma(csharp) imclasscode=%{
  [global::System.Runtime.InteropServices.DllImport("$dllimport")]
  internal static extern void CSharp_Smaajob_delete_##NOUN(global::System.IntPtr self);
%}
%enddef

/* Text goes in with a NUL at its end, put there by Text.Utf8, which refuses any other. */
%typemap(ctype) const char * "const char *"
%typemap(imtype, out="global::System.IntPtr") const char * "byte[]"
%typemap(cstype) const char * "string"
%typemap(csin) const char * "Text.Utf8($csinput)"
%typemap(in) const char * "$1 = (char *) $input;"
%typemap(out) const char * "$result = $1;"
%typemap(csout, excode=SWIGEXCODE) const char * {
    global::System.IntPtr ret = $imcall;$excode
    return Text.Of(ret);
  }
%typemap(freearg, canthrow = 1) const char * ""

/* New text is C#'s to free, when it has been read: not the wrapper's. */
%typemap(ctype) char * "char *"
%typemap(imtype, out="global::System.IntPtr") char * "byte[]"
%typemap(cstype) char * "string"
%typemap(out) char * {
  $result = $1;
  $1 = NULL;
}
%typemap(csout, excode=SWIGEXCODE) char * {
    global::System.IntPtr ret = $imcall;
    try {$excode
      return Text.Of(ret);
    } finally {
      $modulePINVOKE.csharp_free_text(ret);
    }
  }

/* A document: its length in eight bytes, then its bytes as they are. */
%define %csharp_document(TEXT, LENGTH)
%typemap(ctype) (const char *TEXT, size_t LENGTH) "const char *"
%typemap(imtype) (const char *TEXT, size_t LENGTH) "byte[]"
%typemap(cstype) (const char *TEXT, size_t LENGTH) "byte[]"
%typemap(csin) (const char *TEXT, size_t LENGTH) "$csinput"
%typemap(in) (const char *TEXT, size_t LENGTH) {
  uint64_t length = 0;
  if ($input)
    memcpy (&length, $input, sizeof length);
  $1 = $input ? (char *) $input + sizeof length : NULL;
  $2 = (size_t) length;
}
%typemap(freearg, canthrow = 1) (const char *TEXT, size_t LENGTH) ""
%enddef
%csharp_document (json, length)
%csharp_document (before, before_length)
%csharp_document (after, after_length)

%define %csharp_as_it_is(TYPE, CTYPE, ITS)
%typemap(ctype) TYPE "CTYPE"
%typemap(imtype) TYPE "ITS"
%typemap(cstype) TYPE "ITS"
%typemap(csin) TYPE "$csinput"
%typemap(in) TYPE "$1 = $input;"
%enddef
/* A callback is a delegate of LongWork's, which throws nothing into the library. */
%csharp_as_it_is (SmaajobRankingReceive, SmaajobRankingReceive, LongWork.ReceiveCallback)
%csharp_as_it_is (SmaajobRankingProgress, SmaajobRankingProgress, LongWork.ProgressCallback)
%csharp_as_it_is (SmaajobScoresProgress, SmaajobScoresProgress, LongWork.ProgressCallback)
%typemap(in, numinputs = 0) void *data "$1 = NULL;"

%typemap(ctype) (PackingFault fault, PackingProgress progress, void *data) "CsharpPacking"
%typemap(imtype) (PackingFault fault, PackingProgress progress, void *data) "LongWork.PackingCallback"
%typemap(cstype) (PackingFault fault, PackingProgress progress, void *data) "LongWork.PackingCallback"
%typemap(csin) (PackingFault fault, PackingProgress progress, void *data) "$csinput"
%typemap(in) (PackingFault fault, PackingProgress progress, void *data) {
  $1 = csharp_packing_fault;
  $2 = csharp_packing_progress;
  $3 = (void *) $input;
}

/* Scores go into the caller's own array, which is pinned for the call. */
%csharp_as_it_is (SmaajobScore *scores, SmaajobScore *, global::System.IntPtr)

/* An index has the width of the machine. */
%typemap(ctype) size_t "size_t"
%typemap(imtype) size_t "global::System.UIntPtr"
%typemap(cstype) size_t "ulong"
%typemap(csin) size_t "(global::System.UIntPtr) $csinput"
%typemap(csout, excode=SWIGEXCODE) size_t {
    ulong ret = (ulong) $imcall;$excode
    return ret;
  }

/* Whoever may fail throws when it is back. */
%typemap(freearg, canthrow = 1) SmaajobError *error ""

/* Structs by value, as Rows.cs lays them out. */
%define %csharp_row(TYPE, ROW)
%ignore TYPE;
%typemap(ctype) TYPE "TYPE"
%typemap(imtype) TYPE "ROW"
%typemap(cstype) TYPE "ROW"
%typemap(out, null = "(TYPE) { 0 }") TYPE "$result = $1;"
%typemap(csout, excode=SWIGEXCODE) TYPE {
    ROW ret = $imcall;$excode
    return ret;
  }
%enddef

%csharp_row (SmaajobCondition, ConditionRow)
%csharp_row (SmaajobWord, WordRow)
%csharp_row (SmaajobScore, ScoreRow)
%csharp_row (SmaajobRanked, RankedRow)
%csharp_row (SmaajobReason, ReasonRow)
%csharp_row (SmaajobCriterion, CriterionRow)
%csharp_row (SmaajobItem, ItemRow)
%csharp_row (SmaajobTaskMatch, TaskMatchRow)
%csharp_row (SmaajobPlan, PlanRow)
%csharp_row (SmaajobShift, ShiftRow)
%csharp_row (SmaajobTiming, TimingRow)
%csharp_row (SmaajobQuestion, QuestionRow)
%csharp_row (SmaajobLever, LeverRow)
%csharp_row (SmaajobChange, ChangeRow)
%csharp_row (SmaajobParagraph, ParagraphRow)
%csharp_row (SmaajobValue, ValueRow)
%csharp_row (SmaajobSame, SameRow)
%csharp_row (SmaajobItemChange, ItemChangeRow)
%csharp_row (SmaajobTaskChange, TaskChangeRow)
%csharp_row (SmaajobOverride, OverrideRow)
