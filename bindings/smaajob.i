/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One interface for every language. Enums and constants come from the public headers themselves; each
 * noun's file groups its functions as methods, in the order of its header. How a string, a fault or a
 * struct is given is the language's own affair: bindings/<language>/<language>.i.
 */
%module smaajob

%{
#include <smaajob/smaajob.h>
#include <stdlib.h>
#include <string.h>
%}

%include <exception.i>

/* SmaajobCitizen becomes Citizen, SMAAJOB_MODE_BIKE becomes MODE_BIKE. */
%rename("%(regex:/^_?Smaajob(.*)/\\1/)s", %$isclass) "";
%rename("%(regex:/^Smaajob(.*)/\\1/)s", %$isenum) "";
%rename("%(regex:/^SMAAJOB_(.*)/\\1/)s", %$isenumitem) "";
%rename("%(regex:/^SMAAJOB_(.*)/\\1/)s", %$isconstant) "";
/* A flat function is reached as a method; those that are nobody's are named in their noun's file. */
%rename("$ignore", %$isfunction, regextarget = 1) "^smaajob_";

#if defined(SWIGPYTHON)
%include "python/python.i"
#elif defined(SWIGJAVA)
%include "java/java.i"
#elif defined(SWIGCSHARP)
%include "csharp/csharp.i"
#endif

%include "error.i"
%include "told.h"
%include "vocabulary.i"
%include "citizen.i"
%include "opening.i"
%include "policy.i"
%include "code.i"
%include "criterion.i"
%include "score.i"
%include "match.i"
%include "question.i"
%include "lever.i"
%include "explanation.i"
%include "difference.i"
%include "record.i"
%include "schema.i"
%include "packing.i"
%include "market.i"
%include "caseload.i"
%include "ranking.i"
%include "scores.i"
#if defined(SWIGPYTHON)
%include "python/rankings.i"
%include "python/many.i"
#else
%include "reading.i"
#endif
%include "receive.i"
