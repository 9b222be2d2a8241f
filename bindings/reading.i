/* SPDX-License-Identifier: Apache-2.0 */

/* A file of many documents, handed over part by part: the host opens and reads it in its own way. */
%{
#include "reading.h"
%}
%newobject *::build_caseload;
%newobject *::build_market;

typedef struct _SmaajobReading SmaajobReading;
%smaajob_noun (Reading, reading_free)

%extend _SmaajobReading {
  _SmaajobReading (SmaajobVocabulary *vocabulary, bool citizens, SmaajobError *error) {
    return reading_new (vocabulary, citizens, error);
  }
  void add (const char *json, size_t length, SmaajobError *error) {
    reading_add ($self, json, length, error);
  }
  SmaajobCaseload *build_caseload (SmaajobError *error) {
    return reading_build_caseload ($self, error);
  }
  SmaajobMarket *build_market (SmaajobError *error) {
    return reading_build_market ($self, error);
  }
}
