/* SPDX-License-Identifier: Apache-2.0 */

/* What is given in a struct is given here member by member: nothing can be left borrowed. What a
   replay finds to be the same is told by the difference of the two matches, too. */
%ignore SmaajobNote;
%ignore SmaajobReplay;
%include <smaajob/record.h>

%smaajob_noun (Record, smaajob_record_free)

%newobject _SmaajobRecord::match_to_json;
%newobject _SmaajobRecord::source_to_json;
%newobject _SmaajobRecord::replay;

%extend _SmaajobRecord {
  _SmaajobRecord (const SmaajobMatch *match, const char *time, const char *actor,
                  bool digests_only, int override_verdict, int override_advice,
                  const char *override_reason, const char *override_actor, SmaajobError *error) {
    const SmaajobOverride replaced = { override_verdict, override_advice, override_reason,
                                       override_actor };
    const bool stands = override_verdict == SMAAJOB_UNKNOWN && override_advice == SMAAJOB_UNKNOWN
                        && !override_reason && !override_actor;
    const SmaajobNote note = { time, actor, digests_only, stands ? NULL : &replaced };
    return smaajob_record_new (match, &note, error);
  }
  static SmaajobRecord *new_from_json (const char *json, size_t length, SmaajobError *error) {
    return smaajob_record_new_from_json (json, length, error);
  }
  char *to_json (SmaajobError *error) const {
    return smaajob_record_to_json ($self, error);
  }
  char *match_to_json (SmaajobError *error) const {
    return smaajob_record_match_to_json ($self, error);
  }
  char *source_to_json (SmaajobSource source, SmaajobError *error) const {
    return smaajob_record_source_to_json ($self, source, error);
  }
  bool is_whole () const {
    return smaajob_record_is_whole ($self);
  }
  const char *get_source_digest (SmaajobSource source) const {
    return smaajob_record_get_source_digest ($self, source);
  }
  const char *get_digest () const {
    return smaajob_record_get_digest ($self);
  }
  const char *get_engine_version () const {
    return smaajob_record_get_engine_version ($self);
  }
  const char *get_model_version () const {
    return smaajob_record_get_model_version ($self);
  }
  const char *get_time () const {
    return smaajob_record_get_time ($self);
  }
  const char *get_actor () const {
    return smaajob_record_get_actor ($self);
  }
  const char *get_citizen_id () const {
    return smaajob_record_get_citizen_id ($self);
  }
  const char *get_opening_id () const {
    return smaajob_record_get_opening_id ($self);
  }
  int get_travel_minutes () const {
    return smaajob_record_get_travel_minutes ($self);
  }
  SmaajobOverride get_override () const {
    return smaajob_record_get_override ($self);
  }
  SmaajobMatch *replay (SmaajobVocabulary *vocabulary, const SmaajobCitizen *given_citizen,
                        const SmaajobOpening *given_opening, SmaajobError *error) const {
    const SmaajobReplay replay = { vocabulary, given_citizen, given_opening };
    SmaajobSame same;
    return smaajob_record_replay ($self, &replay, &same, error);
  }
}
