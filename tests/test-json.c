/* SPDX-License-Identifier: Apache-2.0 */
#include "support-json.h"

#define CONCEPT   "esco:55cd5608-1497-4ed1-96d0-cb9494749a09"
#define OTHER     "esco:211e4a02-69a6-494e-b94a-93741e2a3a0b"
#define LONG_TEXT "Ann%20has%20epilepsy%20and%20much%20else%20too"
#define LONG_ID   "an-id-of-more-than-forty-eight-bytes-is-not-told-again"
#define TASK      "'tasks':[{'id':'t',"

#define DUPLICATE       SMAAJOB_ERROR_DUPLICATE
#define FORMAT          SMAAJOB_ERROR_FORMAT
#define MISSING         SMAAJOB_ERROR_MISSING
#define RANGE           SMAAJOB_ERROR_RANGE
#define SIZE            SMAAJOB_ERROR_SIZE
#define TYPE            SMAAJOB_ERROR_TYPE
#define UNKNOWN_CONCEPT SMAAJOB_ERROR_UNKNOWN_CONCEPT
#define UNKNOWN_MEMBER  SMAAJOB_ERROR_UNKNOWN_MEMBER

typedef struct {
  Kind kind;
  const char *text; /* ^ is where the fault is; nowhere: at the beginning */
  SmaajobErrorCode code;
  const char *pointer, *message;
} Fault;

/* Whole documents. */
static const Fault documents[] = {
    {CITIZEN, "^[]", TYPE, "",
     "an array, expected an object; many documents are read one a line (NDJSON), not in an array"},
    {CITIZEN, " \n ^'smaajob.citizen/1'", TYPE, "", "a string, expected an object"},
    {CITIZEN, "^{}", MISSING, "", "format is missing"},
    {CITIZEN, "^{'id':1,'format ':'smaajob.citizen/1'}", MISSING, "", "format is missing"},
    {CITIZEN, "{'id':1,'format':^7}", TYPE, "/format", "format: a number, expected a string"},
    {CITIZEN, "{'id':1,'format':^'smaajob.citizen/2'}", FORMAT, "/format",
     "format: smaajob.citizen/2 is newer than what this library reads, expected smaajob.citizen/1"},
    {CITIZEN, "{'diagnosis':1,'format':^'smaajob.opening/1'}", FORMAT, "/format",
     "smaajob.opening/1, expected smaajob.citizen/1"},
    {OPENING, "{'format':^'smaajob.citizen/1'}", FORMAT, "/format",
     "smaajob.citizen/1, expected smaajob.opening/1"},
    {POLICY, "{'format':^'smaajob.match/1'}", FORMAT, "/format", "expected smaajob.policy/1"},
    {VOCABULARY, "{'format':^''}", FORMAT, "/format", "a string of 0 bytes, expected smaajob.v"},
    {CITIZEN, "{'format':^'Ann has epilepsy'}", FORMAT, "/format", "a string of 16 bytes"},
    {CITIZEN, "{'format':^'" LONG_TEXT "'}", FORMAT, "/format", "a string of 46 bytes"},
    {CITIZEN, "^{'format':'smaajob.citizen/1'}", MISSING, "", "id is missing"},
    {OPENING, "^{'format':'smaajob.opening/1','id':'o'}", MISSING, "", "tasks is missing"},
    {VOCABULARY, "^{'format':'smaajob.vocabulary/1'}", MISSING, "", "version is missing"},
    {CITIZEN, "{'format':'smaajob.citizen/1',\n'id':^'a b'}", RANGE, "/id", "a string of 3 bytes"},
    {CITIZEN, "{'format':'smaajob.citizen/1','id':^''}", RANGE, "/id", "a string of 0 bytes"},
    {CITIZEN, "{'format':'smaajob.citizen/1','id':^'a\\n'}", RANGE, "/id", "a string of 2 bytes"},
    {CITIZEN, "{'format':'smaajob.citizen/1','id':^'a\\u001bb'}", RANGE, "/id", "3 bytes"},
    {CITIZEN, "{'format':'smaajob.citizen/1','id':^'\xc3\xa6'}", RANGE, "/id", "2 bytes"},
    {CITIZEN, "{'format':'smaajob.citizen/1','id':'a',^'id':'a'}", DUPLICATE, "/id", "already"},
    {CITIZEN, "{'format':'smaajob.citizen/1','id':'a'}^,", SMAAJOB_ERROR_SYNTAX, "", "','"},
    {CITIZEN, "{'format':'smaajob.citizen/1','id':'a','hours':{'min':^NaN}}", SMAAJOB_ERROR_SYNTAX,
     "/hours/min", "'N', expected a value"},
    {CITIZEN, "{'format':'smaajob.citizen/1','id':'a','hours':{'min':^1e999}}", RANGE, "/hours/min",
     "1e308 or more"},
};

/* Members of documents that are else good. */
static const Fault members[] = {
    {CITIZEN, "'diagnosis':^'F32'", UNKNOWN_MEMBER, "/diagnosis", "the format does not have"},
    {CITIZEN, "'Id':^'c'", UNKNOWN_MEMBER, "/Id", "the format does not have"},
    {CITIZEN, "'hours':{},\n'Ann has epilepsy':^1", UNKNOWN_MEMBER, "", "a member of 16 bytes"},
    {CITIZEN, "'" LONG_ID "':^1", UNKNOWN_MEMBER, "", "a member of 54 bytes"},
    {CITIZEN, "'competencia':^[]", UNKNOWN_MEMBER, "/competencia",
     "a member that the format does not have, expected one of format, id, competencies, "},
    {CITIZEN, "'locations':^{}", UNKNOWN_MEMBER, "/locations", "the format does not have"},
    {CITIZEN, "'competen':^[]", UNKNOWN_MEMBER, "/competen", "the format does not have"},
    /* competencies */
    {CITIZEN, "'competencies':[^1]", TYPE, "/competencies/0", "a number, expected a competence"},
    {CITIZEN, "'competencies':[^{'level':1}]", MISSING, "/competencies/0", "concept is missing"},
    {CITIZEN, "'competencies':[^{'concept':'" CONCEPT "'}]", MISSING, "/competencies/0", "level"},
    {CITIZEN, "'competencies':[{'concept':'" CONCEPT "','level':^6}]", RANGE,
     "/competencies/0/level", "competencies[0].level: 6 is outside [0, 5]"},
    {CITIZEN, "'competencies':[{'concept':'" CONCEPT "','level':^-1}]", RANGE,
     "/competencies/0/level", "-1, expected a whole number 0–5"},
    {CITIZEN, "'competencies':[{'concept':'" CONCEPT "','level':^2.5}]", RANGE,
     "/competencies/0/level", "competencies[0].level: 2.5, expected a whole number 0–5"},
    {CITIZEN, "'competencies':[{'concept':'" CONCEPT "','level':^9007199254740993}]", RANGE,
     "/competencies/0/level", "expected a whole number 0–5"},
    {CITIZEN, "'competencies':[{'concept':'" CONCEPT "','level':^'3'}]", TYPE,
     "/competencies/0/level", "competencies[0].level: a string, expected a whole number 0–5"},
    {CITIZEN, "'competencies':[{'concept':'" CONCEPT "','level':3,'evidence':^'seen'}]", RANGE,
     "/competencies/0/evidence", "seen, expected one of stated, observed, employed, certified"},
    {CITIZEN, "'competencies':[{'concept':^'nothing','level':3}]", UNKNOWN_CONCEPT,
     "/competencies/0/concept", "nothing"},
    {CITIZEN, "'competencies':[{'concept':^'Ann has epilepsy','level':3}]", UNKNOWN_CONCEPT,
     "/competencies/0/concept", "a string of 16 bytes"},
    {CITIZEN,
     "'competencies':[{'concept':'" CONCEPT "','level':3},\n{'concept':^'" CONCEPT "','level':3}]",
     DUPLICATE, "/competencies/1/concept", "at 0 already"},
    /* needs */
    {CITIZEN, "'needs':[^{'condition':'env_noise','strength':'must'}]", MISSING, "/needs/0",
     "expected one of tolerates, requires, at_most"},
    {CITIZEN, "'needs':[^{'condition':'env_noise','tolerates':1,'at_most':1,'strength':'must'}]",
     RANGE, "/needs/0", "more than one of tolerates, requires, at_most"},
    {CITIZEN, "'needs':[{'condition':'env_noise','requires':^1,'strength':'must'}]", TYPE,
     "/needs/0/requires", "the condition is a limit, expected tolerates"},
    {CITIZEN, "'needs':[{'condition':'sup_contact','at_most':^1,'strength':'must'}]", TYPE,
     "/needs/0/at_most", "the condition is a provision, expected requires"},
    {CITIZEN, "'needs':[{'condition':'phy_lift','tolerates':^1,'strength':'must'}]", TYPE,
     "/needs/0/tolerates", "the condition is a ceiling, expected at_most"},
    {CITIZEN, "'needs':[{'condition':'env_noise','tolerates':^5,'strength':'must'}]", RANGE,
     "/needs/0/tolerates", "5 is outside [0, 4]"},
    {CITIZEN, "'needs':[{'condition':'env_noise','tolerates':^0.5,'strength':'must'}]", RANGE,
     "/needs/0/tolerates", "0.5, expected a whole number"},
    {CITIZEN, "'needs':[{'condition':'phy_lift','at_most':^100000.001,'strength':'must'}]", RANGE,
     "/needs/0/at_most", "100000.001 is outside [0, 100000]"},
    {CITIZEN, "'needs':[{'condition':'phy_lift','at_most':^9.9996,'strength':'must'}]", RANGE,
     "/needs/0/at_most", "9.9996, expected at most three decimals"},
    {CITIZEN, "'needs':[{'condition':'env_noise','tolerates':1,'strength':^'foo'}]", RANGE,
     "/needs/0/strength", "needs[0].strength: foo, expected one of must, should, nice"},
    {CITIZEN, "'needs':[^{'condition':'env_noise','tolerates':1}]", MISSING, "/needs/0",
     "strength is missing"},
    {CITIZEN, "'needs':[{'condition':^'tim_week_max','at_most':1,'strength':'must'}]",
     UNKNOWN_CONCEPT, "/needs/0/condition", "hours.limit"},
    {CITIZEN, "'needs':[{'condition':^'tra_commute','at_most':1,'strength':'must'}]",
     UNKNOWN_CONCEPT, "/needs/0/condition", "travel.max_minutes"},
    /* gates */
    {CITIZEN, "'gates':{'gate_age18':^'maybe'}", RANGE, "/gates/gate_age18",
     "maybe, expected one of unknown, yes, no"},
    {CITIZEN, "'gates':{'gate_age18':^true}", TYPE, "/gates/gate_age18", "true or false, expected"},
    {CITIZEN, "'gates':{'gate_none':^'yes'}", UNKNOWN_CONCEPT, "/gates/gate_none", "gate_none"},
    {CITIZEN, "'gates':{'Ann has epilepsy':^'yes'}", UNKNOWN_CONCEPT, "/gates", "16 bytes"},
    {CITIZEN, "'gates':{'gate_age18':'yes',\n'http://x/y':\n^'no'}", UNKNOWN_CONCEPT, "/gates",
     "10 bytes"},
    /* hours */
    {CITIZEN, "'hours':{'max':^200}", RANGE, "/hours/max", "hours.max: 200 is outside [0, 168]"},
    {CITIZEN, "'hours':{'max':^-0.001}", RANGE, "/hours/max", "-0.001 is outside [0, 168]"},
    {CITIZEN, "'hours':{'min':^168.001}", RANGE, "/hours/min", "168.001 is outside [0, 168]"},
    {CITIZEN, "'hours':{'unit':'month','max':^728.001}", RANGE, "/hours/max",
     "728.001 is outside [0, 728]"},
    {CITIZEN, "'hours':{'unit':'month','max_per_day':^24.001}", RANGE, "/hours/max_per_day",
     "24.001 is outside [0, 24]"},
    {CITIZEN, "'hours':{'min':^12,'max':10}", RANGE, "/hours/min",
     "hours.min: 12 is above hours.max, 10"},
    {CITIZEN, "'hours':{'max':^12,'limit':10}", RANGE, "/hours/max", "12 is above hours.limit, 10"},
    {CITIZEN, "'hours':{'min':^12,'limit':10}", RANGE, "/hours/min", "12 is above hours.limit, 10"},
    {CITIZEN, "'hours':{'unit':^'day'}", RANGE, "/hours/unit", "day, expected one of week, month"},
    {CITIZEN, "'hours':{'growth':^1}", UNKNOWN_MEMBER, "/hours/growth",
     "does not have, expected one of min, max, limit, committed, max_per_day, unit"},
    /* windows */
    {CITIZEN, "'availability':[{'days':['mon'],'from':^'25:00','to':'12:00'}]", RANGE,
     "/availability/0/from", "25:00, expected a quarter-hour from 00:00 to 23:45"},
    {CITIZEN, "'availability':[{'days':['mon'],'from':^'24:00','to':'24:00'}]", RANGE,
     "/availability/0/from", "24:00, expected"},
    {CITIZEN, "'availability':[{'days':['mon'],'from':'00:00','to':^'24:15'}]", RANGE,
     "/availability/0/to", "24:15, expected a quarter-hour from 00:15 to 24:00"},
    {CITIZEN, "'availability':[{'days':['mon'],'from':^'08:60','to':'12:00'}]", RANGE,
     "/availability/0/from", "08:60"},
    {CITIZEN, "'availability':[{'days':['mon'],'from':^'08:10','to':'12:00'}]", RANGE,
     "/availability/0/from", "08:10"},
    {CITIZEN, "'availability':[{'days':['mon'],'from':^'8:00','to':'12:00'}]", RANGE,
     "/availability/0/from", "8:00"},
    {CITIZEN, "'availability':[{'days':['mon'],'from':^'08.00','to':'12:00'}]", RANGE,
     "/availability/0/from", "08.00"},
    {CITIZEN, "'availability':[{'days':['mon'],'from':^'-8:00','to':'12:00'}]", RANGE,
     "/availability/0/from", "-8:00"},
    {CITIZEN, "'availability':[{'days':['mon'],'from':'08:00','to':^'after work'}]", RANGE,
     "/availability/0/to", "a string of 10 bytes"},
    {CITIZEN, "'availability':[^{'days':['mon'],'from':'22:00','to':'06:00'}]", RANGE,
     "/availability/0", "midnight"},
    {CITIZEN, "'availability':[^{'days':['mon'],'from':'08:00','to':'08:00'}]", RANGE,
     "/availability/0", "must end after it begins"},
    {CITIZEN, "'availability':[^{'days':[],'from':'08:00','to':'09:00'}]", RANGE, "/availability/0",
     "one to seven days"},
    {CITIZEN, "'availability':[{'days':['mon',^'Mon'],'from':'08:00','to':'09:00'}]", RANGE,
     "/availability/0/days/1", "Mon, expected one of mon, tue"},
    {CITIZEN, "'availability':[{'days':['mon','tue',^'mon'],'from':'08:00','to':'09:00'}]",
     DUPLICATE, "/availability/0/days/2", "already"},
    {CITIZEN, "'availability':[{'days':['mon',^1],'from':'08:00','to':'09:00'}]", TYPE,
     "/availability/0/days/1", "a number, expected one of mon"},
    /* the rest of the citizen */
    {CITIZEN, "'effectiveness':^1.5", RANGE, "/effectiveness", "1.5 is outside [0, 1]"},
    {CITIZEN, "'effectiveness':^-0.0001", RANGE, "/effectiveness", "outside [0, 1]"},
    {CITIZEN, "'effectiveness':^0.9996", RANGE, "/effectiveness",
     "effectiveness: 0.9996, expected at most three decimals"},
    {CITIZEN, "'effectiveness':^0.30000001", RANGE, "/effectiveness", "more than six decimals"},
    {CITIZEN, "'attendance':{'kept':^0.7995}", RANGE, "/attendance/kept", "0.7995, expected"},
    {CITIZEN, "'attendance':^{'weeks':3}", MISSING, "/attendance", "kept is missing"},
    {CITIZEN, "'attendance':{'kept':^2}", RANGE, "/attendance/kept", "2 is outside [0, 1]"},
    {CITIZEN, "'attendance':{'kept':1,'weeks':^1001}", RANGE, "/attendance/weeks", "1001"},
    {CITIZEN, "'attendance':{'kept':1,'weeks':^-1}", RANGE, "/attendance/weeks", "-1, expected"},
    {CITIZEN, "'choice':^'yes'", RANGE, "/choice", "yes, expected one of unknown, informed"},
    {CITIZEN, "'purpose':^null", TYPE, "/purpose",
     "purpose: null, expected one of unknown, pay, other; leave the member out when it is unknown"},
    {CITIZEN, "'hours':^null", TYPE, "/hours",
     "hours: null, expected an object; leave the member out when it is unknown"},
    {CITIZEN, "'wishes':[{'concept':^'460','wants':'seek'}]", UNKNOWN_CONCEPT, "/wishes/0/concept",
     "460"},
    {CITIZEN, "'wishes':[{'concept':'46','wants':'seek'},{'concept':^'46','wants':'avoid'}]",
     DUPLICATE, "/wishes/1/concept", "already"},
    {CITIZEN, "'location':{'lat':^90.1,'lon':0}", RANGE, "/location/lat",
     "90.1 is outside [-90, 90]"},
    {CITIZEN, "'location':{'lat':0,'lon':^-181}", RANGE, "/location/lon", "[-180, 180]"},
    {CITIZEN, "'location':^{'lat':0}", MISSING, "/location", "lon is missing"},
    {CITIZEN, "'travel':^{'mode':'car'}", MISSING, "/travel", "max_minutes is missing"},
    {CITIZEN, "'travel':{'mode':'car','max_minutes':^-1}", RANGE, "/travel/max_minutes", "-1"},
    {CITIZEN, "'travel':{'mode':'car','max_minutes':^1441}", RANGE, "/travel/max_minutes",
     "1441 is outside [0, 1440]"},
    /* openings */
    {OPENING, "'tasks':^[]", MISSING, "/tasks", ""},
    {OPENING, TASK "'name':^1}]", UNKNOWN_MEMBER, "/tasks/0/name", "does not have"},
    {OPENING, TASK "'optional':true},{'id':^'t'}]", DUPLICATE, "/tasks/1/id", "already"},
    {OPENING, "'tasks':[^{'optional':true}]", MISSING, "/tasks/0", "id is missing"},
    {OPENING, TASK "'hours':{'max':^0.249}}]", RANGE, "/tasks/0/hours/max",
     "0.249 is outside [0.25, 168]"},
    {OPENING, TASK "'hours':{'unit':'month','max':^1.083}}]", RANGE, "/tasks/0/hours/max", "1.083"},
    {OPENING, TASK "'hours':{'min':^3,'max':2}}]", RANGE, "/tasks/0/hours/min", "3 is above"},
    {OPENING, TASK "'windows':[^{'days':['mon'],'from':'22:00','to':'06:00'}]}]", RANGE,
     "/tasks/0/windows/0", "midnight"},
    {OPENING, TASK "'requires':[{'concept':'" CONCEPT "','level':^0,'importance':'must'}]}]", RANGE,
     "/tasks/0/requires/0/level", "0 is outside [1, 5]"},
    {OPENING, TASK "'requires':[^{'concept':'" CONCEPT "','level':1}]}]", MISSING,
     "/tasks/0/requires/0", "importance is missing"},
    {OPENING,
     TASK "'requires':[{'concept':'" CONCEPT "','level':1,'importance':'must','training_weeks':"
          "^-1}]}]",
     RANGE, "/tasks/0/requires/0/training_weeks", "-1, expected a whole number 0–520 or null"},
    {OPENING,
     TASK "'requires':[{'concept':'" CONCEPT "','level':1,'importance':'must','training_weeks':"
          "^-2}]}]",
     RANGE, "/tasks/0/requires/0/training_weeks", "-2, expected a whole number 0–520 or null"},
    {OPENING, TASK "'exposures':{'env_noise':^4.5}}]", RANGE, "/tasks/0/exposures/env_noise",
     "4.5"},
    {OPENING, TASK "'exposures':{'phy_lift':^10.0004}}]", RANGE, "/tasks/0/exposures/phy_lift",
     "10.0004, expected at most three decimals"},
    {OPENING, "'exposures':{'phy_lift':^99999.9999},'tasks':[{'id':'t'}]", RANGE,
     "/exposures/phy_lift", "99999.9999, expected at most three decimals"},
    {OPENING, TASK "'exposures':{'sup_contact':^1}}]", TYPE, "/tasks/0/exposures/sup_contact",
     "a provision"},
    {OPENING, TASK "'exposures':{'env_noise':1, 'Ann has epilepsy': ^1}}]", UNKNOWN_CONCEPT,
     "/tasks/0/exposures", "16 bytes"},
    {OPENING, "'tasks':[{'id':'t'}],'provisions':{'env_noise':^1}", TYPE, "/provisions/env_noise",
     "expected a provision"},
    {OPENING, "'tasks':[{'id':'t'}],'provisions':{'sup_contact':^3}", RANGE,
     "/provisions/sup_contact", "3 is outside [0, 2]"},
    {OPENING, "'tasks':[{'id':'t'}],'gates':['gate_age18',^'gate_age18']", DUPLICATE, "/gates/1",
     "already"},
    {OPENING, "'tasks':[{'id':'t'}],'gates':[^'none']", UNKNOWN_CONCEPT, "/gates/0", "none"},
    {OPENING, "'tasks':[{'id':'t'}],'sector':^'4631'", RANGE, "/sector", "4631"},
    {OPENING, "'tasks':[{'id':'t'}],'seats':^0", RANGE, "/seats", "0 is outside [1, 1000]"},
    {OPENING, "'tasks':[{'id':'t'}],'hours':{'max':^5,'growth':4}", RANGE, "/hours/max", "above"},
    {OPENING, "'tasks':[{'id':'t'}],'terms':{'salary':^1}", UNKNOWN_MEMBER, "/terms/salary", ""},
    {OPENING, "'tasks':[{'id':'t'}],'employer':^'a/b'", RANGE, "/employer", "3 bytes"},
    /* policies */
    {POLICY, "'weights':^{'wish':0.2}", RANGE, "/weights", "1.1, expected exactly 1"},
    {POLICY, "'weights':{'wish':^2}", RANGE, "/weights/wish", "2 is outside [0, 1]"},
    {POLICY, "'weights':{'luck':^0.2}", UNKNOWN_MEMBER, "/weights/luck",
     "expected one of competence, accommodation, hours_employer, hours_citizen, wish, travel"},
    {POLICY, "'weights':{'must':^0.2}", UNKNOWN_MEMBER, "/weights/must", "does not have"},
    {POLICY, "'weights':{'wish':^0.0999,'travel':0.0501}", RANGE, "/weights/wish",
     "0.0999, expected at most three decimals"},
    {POLICY, "'luck':^0.2", UNKNOWN_MEMBER, "/luck",
     "expected one of format, weights, shares, priors, similarity, floor, max_training_weeks, "
     "speeds, thresholds, ordinary_week"},
    {POLICY, "'competence':^0.2", UNKNOWN_MEMBER, "/competence", "does not have"},
    {POLICY, "'id':^'p'", UNKNOWN_MEMBER, "/id", "does not have"},
    {POLICY, "'weights':^0.2", TYPE, "/weights", "a number, expected an object"},
    {POLICY, "'floor':^{}", TYPE, "/floor", "an object, expected a number"},
    {POLICY, "'floor':^0", RANGE, "/floor", "0 is outside [0.001, 1]"},
    {POLICY, "'max_training_weeks':^2.5", RANGE, "/max_training_weeks", "whole number"},
    {POLICY, "'ordinary_week':[^{'days':['mon'],'from':'22:00','to':'06:00'}]", RANGE,
     "/ordinary_week/0", "midnight"},
    /* vocabularies */
    {VOCABULARY, "'gates':[^{'label':{'da':'x'}}]", MISSING, "/gates/0", "id is missing"},
    {VOCABULARY, "'gates':[{'id':'g','label':{'sv':^'x'}}]", UNKNOWN_MEMBER, "/gates/0/label/sv",
     ""},
    {VOCABULARY, "'gates':[{'id':'g','label':{'da':^''}}]", RANGE, "/gates/0/label/da", "0 bytes"},
    {VOCABULARY, "'gates':[{'id':'g','label':^{}}]", MISSING, "/gates/0/label", "label"},
    {VOCABULARY, "'competencies':[^{'id':'a'}]", MISSING, "/competencies/0/label", "label"},
    {VOCABULARY, "'competencies':[{'id':'a','label':{'da':'x'},'broader':[^'b']}]", UNKNOWN_CONCEPT,
     "/competencies/0/broader/0", "b"},
    {VOCABULARY, "'competencies':[{'id':'a','label':{'da':'x'},'broader':[^1]}]", TYPE,
     "/competencies/0/broader/0", "a number, expected a concept id"},
};

static void
assert_refused (const Fault *wanted, const char *text, size_t marked)
{
  unsigned line = 1;
  size_t start = 0;
  SmaajobError error;
  char *json = rewrite (wanted->kind, text, strlen (text), &error);

  for (size_t i = 0; i < marked; i++)
    if (text[i] == '\n') {
      line++;
      start = i + 1;
    }
  ck_assert_msg (json == NULL, "accepted: %s", text);
  ck_assert_msg (error.code == wanted->code && strcmp (error.pointer, wanted->pointer) == 0,
                 "%s: %s at %s: %s", text, smaajob_error_code_get_name (error.code), error.pointer,
                 error.message);
  ck_assert_msg (strstr (error.message, wanted->message) != NULL, "%s: %s", text, error.message);
  ck_assert_msg (error.line == line && error.column == marked - start + 1, "%s: %u:%u", text,
                 error.line, error.column);
  ck_assert_ptr_null (strpbrk (error.message, "\n\r\x1b"));
  ck_assert_ptr_null (strstr (error.message, "epilepsy"));
  ck_assert_ptr_null (strstr (error.pointer, "epilepsy"));
}

START_TEST (refuses_a_document_and_says_where)
{
  size_t marked;
  char *text = make_text (documents[_i].text, &marked);

  assert_refused (&documents[_i], text, marked);
  free (text);
}
END_TEST

START_TEST (refuses_a_member_and_says_where)
{
  static const char *const heads[N_KINDS] = {"'id':'c',", "'id':'o',", "", "'version':'1',"};
  const Fault *fault = &members[_i];
  char template[1000], *text;
  size_t marked;

  snprintf (template, sizeof template, "{'format':'%s',%s\n%s}", formats[fault->kind],
            heads[fault->kind], fault->text);
  text = make_text (template, &marked);
  assert_refused (fault, text, marked);
  free (text);
}
END_TEST

START_TEST (refuses_null_and_says_so)
{
  SmaajobError error = {0};

  ck_assert_ptr_null (smaajob_citizen_new_from_json (NULL, "{}", 2, &error));
  ck_assert_int_eq (error.code, SMAAJOB_ERROR_ARGUMENT);
  ck_assert_ptr_null (smaajob_opening_new_from_json (NULL, "{}", 2, &error));
  ck_assert_int_eq (error.code, SMAAJOB_ERROR_ARGUMENT);
  for (Kind kind = 0; kind < N_KINDS; kind++) {
    error.code = SMAAJOB_ERROR_NONE;
    ck_assert_ptr_null (rewrite (kind, NULL, 0, &error));
    ck_assert_int_eq (error.code, SMAAJOB_ERROR_ARGUMENT);
    ck_assert_uint_eq (error.line, 0);
  }
  ck_assert_ptr_null (smaajob_citizen_to_json (NULL, &error));
  ck_assert_ptr_null (smaajob_opening_to_json (NULL, &error));
  ck_assert_ptr_null (smaajob_policy_to_json (NULL, &error));
  ck_assert_ptr_null (smaajob_vocabulary_to_json (NULL, &error));
  ck_assert_ptr_null (smaajob_match_to_json (NULL, &error));
  ck_assert_int_eq (error.code, SMAAJOB_ERROR_ARGUMENT);
  ck_assert_ptr_null (smaajob_citizen_new_from_json (NULL, NULL, 0, NULL));
  ck_assert_ptr_null (smaajob_policy_new_from_json ("{", 1, NULL));
}
END_TEST

START_TEST (an_error_is_untouched_on_success)
{
  SmaajobError error;
  size_t marked;
  char *text = make_text (full_documents[_i], &marked), *json;

  memset (&error, 0x5a, sizeof error);
  json = rewrite ((Kind) _i, text, strlen (text), &error);
  ck_assert_ptr_nonnull (json);
  for (size_t i = 0; i < sizeof error; i++)
    ck_assert_int_eq (((const unsigned char *) &error)[i], 0x5a);
  smaajob_free (json);
  free (text);
}
END_TEST

START_TEST (every_kind_has_a_schema)
{
  static const char *const kinds[] = {"citizen", "opening", "policy", "vocabulary", "match"};
  char id[64];

  for (size_t i = 0; i < COUNT (kinds); i++) {
    snprintf (id, sizeof id, "\"$id\": \"urn:smaajob:schema:%s:1\"", kinds[i]);
    ck_assert_ptr_nonnull (strstr (smaajob_get_schema (kinds[i]), id));
  }
  ck_assert_ptr_null (smaajob_get_schema ("Citizen"));
  ck_assert_ptr_null (smaajob_get_schema (""));
  ck_assert_ptr_null (smaajob_get_schema (NULL));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("json");
  TCase *tcase = tcase_create ("fault");

  tcase_add_unchecked_fixture (tcase, make_words, free_words);
  tcase_add_loop_test (tcase, refuses_a_document_and_says_where, 0, COUNT (documents));
  tcase_add_loop_test (tcase, refuses_a_member_and_says_where, 0, COUNT (members));
  tcase_add_test (tcase, refuses_null_and_says_so);
  tcase_add_loop_test (tcase, an_error_is_untouched_on_success, 0, N_KINDS);
  tcase_add_test (tcase, every_kind_has_a_schema);
  suite_add_tcase (suite, tcase);
  return run_suite (suite);
}
