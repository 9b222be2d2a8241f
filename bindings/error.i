/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Faults. A last parameter `SmaajobError *error` is not seen from outside: when it is filled, the
 * language's SMAAJOB_THROW (error) raises it. A method that only may fail returns nothing.
 */

%ignore SmaajobError;
%rename(error_code_get_name) smaajob_error_code_get_name;
%rename(get_version) smaajob_get_version;
%rename(get_model_version) smaajob_get_model_version;

%typemap(in, numinputs = 0) SmaajobError *error (SmaajobError fault) {
  fault.code = SMAAJOB_ERROR_NONE;
  $1 = &fault;
}
%typemap(argout) SmaajobError *error {
  if ($1->code != SMAAJOB_ERROR_NONE)
    SMAAJOB_THROW ($1);
}

/* Nothing null reaches the library, neither an object nor a string... */
%typemap(check) SWIGTYPE *, const char * {
  if (!$1)
    SWIG_exception (SMAAJOB_NULL_FAULT, "$symname: argument $argnum is null");
}
%typemap(check) SmaajobError *error "";
/* ...but for what the headers call optional. */
%typemap(check) const SmaajobVocabulary *base, const char *unit, const char *label_da,
  const char *label_en, const char *icf, const char *onet, const char *disclosed,
  const char *override_reason, const char *override_actor, const SmaajobCitizen *given_citizen,
  const SmaajobOpening *given_opening "";

/* A `char *` that a method returns is new; a `const char *` is borrowed, and every language copies it. */
%typemap(newfree) char * "smaajob_free ($1);";
%newobject *::to_json;
%newobject *::build;
%newobject *::new_from_json;
%newobject *::new_from_ndjson;

/* What begins every noun: no object is made but by a method that says how, and what frees one is said
   here, where the language's %smaajob_freed hears of it, too. */
%define %smaajob_noun(NOUN, FREE)
%nodefaultctor _Smaajob##NOUN;
%smaajob_freed (NOUN)
struct _Smaajob##NOUN {};
%extend _Smaajob##NOUN {
  ~_Smaajob##NOUN () {
    FREE ($self);
  }
}
%enddef

%include <smaajob/error.h>
