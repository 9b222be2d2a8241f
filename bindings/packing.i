/* SPDX-License-Identifier: Apache-2.0 */

/*
 * Before the two that it extends, since it says what their callbacks are. How a line at fault and the progress
 * are told is each language's own affair: `fault` and `progress`, with their `data`.
 */
%ignore SmaajobPackingOptions;
%newobject *::new_from_file;
%newobject *::get_opening_at;
%newobject *::get_citizen_at;
%rename(packed_get_kind) smaajob_packed_get_kind;
%include <smaajob/packing.h>

%typemap(check) PackingFault, PackingProgress "";

%{
typedef bool (*PackingFault) (const SmaajobError *fault, const char *line, size_t length, void *data);
typedef bool (*PackingProgress) (uint64_t done, uint64_t all, uint64_t documents, void *data);
%}

%inline %{
static void
packed_check (SmaajobVocabulary *vocabulary, const char *path, SmaajobError *error)
{
  SMAAJOB_LONG_WORK (smaajob_packed_check (vocabulary, path, error));
}
%}

%extend _SmaajobCaseload {
  void save (const char *path, SmaajobError *error) const {
    SMAAJOB_LONG_WORK (smaajob_caseload_save ($self, path, error));
  }
  static SmaajobCaseload *new_from_file (SmaajobVocabulary *vocabulary, const char *path,
                                         SmaajobError *error) {
    SmaajobCaseload *caseload;

    SMAAJOB_LONG_WORK (caseload = smaajob_caseload_new_from_file (vocabulary, path, error));
    return caseload;
  }
  static void pack_ndjson (SmaajobVocabulary *vocabulary, const char *from, const char *to,
                           PackingFault fault, PackingProgress progress, void *data,
                           SmaajobError *error) {
    const SmaajobPackingOptions options = { fault, progress, data };

    SMAAJOB_LONG_WORK (smaajob_caseload_pack_ndjson (vocabulary, from, to, &options, error));
  }
}

%extend _SmaajobMarket {
  void save (const char *path, SmaajobError *error) const {
    SMAAJOB_LONG_WORK (smaajob_market_save ($self, path, error));
  }
  static SmaajobMarket *new_from_file (SmaajobVocabulary *vocabulary, const char *path,
                                       SmaajobError *error) {
    SmaajobMarket *market;

    SMAAJOB_LONG_WORK (market = smaajob_market_new_from_file (vocabulary, path, error));
    return market;
  }
  static void pack_ndjson (SmaajobVocabulary *vocabulary, const char *from, const char *to,
                           PackingFault fault, PackingProgress progress, void *data,
                           SmaajobError *error) {
    const SmaajobPackingOptions options = { fault, progress, data };

    SMAAJOB_LONG_WORK (smaajob_market_pack_ndjson (vocabulary, from, to, &options, error));
  }
}
