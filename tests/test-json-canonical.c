/* SPDX-License-Identifier: Apache-2.0 */
#include "support-json.h"

#include "data/citizen.h"
#include "text/digest.h"
#include "text/json.h"
#include "text/write.h"

#include <locale.h>

static void
assert_canonical (Kind kind, const char *text, const char *wanted)
{
  SmaajobError error;
  char *json = rewrite (kind, text, strlen (text), &error), *again;

  ck_assert_msg (json != NULL, "%s: %s at %s", text, error.message, error.pointer);
  if (wanted != NULL)
    ck_assert_str_eq (json, wanted);
  again = rewrite (kind, json, strlen (json), &error);
  ck_assert_msg (again != NULL, "%s: %s at %s", json, error.message, error.pointer);
  ck_assert_str_eq (again, json);
  smaajob_free (json);
  smaajob_free (again);
}

START_TEST (a_full_document_is_written_as_it_is_read)
{
  size_t marked;
  char *text = make_text (full_documents[_i], &marked);

  assert_canonical ((Kind) _i, text, text);
  free (text);
}
END_TEST

/* Two windows that touch on a day they share are three when each is said once: here 48 become 72.
 */
START_TEST (windows_that_touch_are_read_again)
{
  char text[10000], *json;
  size_t marked;
  int n = snprintf (text, sizeof text, "{'format':'smaajob.citizen/1','id':'c','availability':[");

  for (int hour = 0; hour < 24; hour++)
    n += snprintf (text + n, sizeof text - (size_t) n,
                   "%s{'days':['mon','tue'],'from':'%02d:00','to':'%02d:15'},"
                   "{'days':['tue','wed'],'from':'%02d:15','to':'%02d:30'}",
                   hour == 0 ? "" : ",", hour, hour, hour, hour);
  snprintf (text + n, sizeof text - (size_t) n, "]}");
  json = make_text (text, &marked);
  assert_canonical (CITIZEN, json, NULL);
  free (json);
}
END_TEST

static const struct {
  Kind kind;
  const char *text, *wanted;
} rewritten[] = {
    /* nothing said: only what an absence means is written */
    {CITIZEN, "{ 'id' : 'c' ,\n 'format':'smaajob.citizen/1' }",
     "{'format':'smaajob.citizen/1','id':'c','competencies_complete':false}"},
    {OPENING, "{'format':'smaajob.opening/1','id':'o','tasks':[{'id':'t'}]}",
     "{'format':'smaajob.opening/1','id':'o','seats':1,'tasks':[{'id':'t','optional':false}],"
     "'terms':{'pay_basis':'effective'}}"},
    {VOCABULARY, "{'format':'smaajob.vocabulary/1','version':'1'}",
     "{'format':'smaajob.vocabulary/"
     "1','version':'1','conditions':[],'gates':[],'competencies':[]}"},
    /* known to be none is not unknown */
    {CITIZEN,
     "{'format':'smaajob.citizen/1','id':'c','needs':[],'hours':{},'availability':[],'wishes':[],"
     "'competencies':[],'gates':{}}",
     "{'format':'smaajob.citizen/1','id':'c','competencies_complete':false,'needs':[],'hours':{},"
     "'availability':[]}"},
    {OPENING,
     "{'format':'smaajob.opening/1','id':'o','hours':{},'tasks':[{'id':'t','hours':{},'windows':[],"
     "'requires':[],'exposures':{}}],'exposures':{},'gates':[],'terms':{},'provisions':{}}",
     "{'format':'smaajob.opening/1','id':'o','seats':1,'hours':{},'tasks':[{'id':'t','hours':{},"
     "'optional':false,'windows':[],'requires':[]}],'terms':{'pay_basis':'effective'}}"},
    /* a said unknown is unknown */
    {CITIZEN,
     "{'format':'smaajob.citizen/1','id':'c','choice':'unknown','purpose':'unknown',"
     "'prerequisites':'unknown','attendance':{'kept':1.0,'context':'unknown'}}",
     "{'format':'smaajob.citizen/"
     "1','id':'c','competencies_complete':false,'attendance':{'kept':1}}"},
    {CITIZEN, "{'format':'smaajob.citizen/1','id':'c','gates':{'gate_age18':'unknown'}}",
     "{'format':'smaajob.citizen/1','id':'c','competencies_complete':false}"},
    {OPENING,
     "{'format':'smaajob.opening/1','id':'o','tasks':[{'id':'t'}],'terms':{'paid':'unknown'},"
     "'weekly_variation':'unknown'}",
     "{'format':'smaajob.opening/1','id':'o','seats':1,'tasks':[{'id':'t','optional':false}],"
     "'terms':{'pay_basis':'effective'}}"},
    /* numbers are the shortest of what is kept */
    {CITIZEN,
     "{'format':'smaajob.citizen/1','id':'c','effectiveness':7.5e-1,'location':{'lat':-0.0,'lon':"
     "9.92000049},'travel':{'mode':'car','max_minutes':3e1}}",
     "{'format':'smaajob.citizen/1','id':'c','competencies_complete':false,'effectiveness':0.75,"
     "'location':{'lat':0,'lon':9.92},'travel':{'mode':'car','max_minutes':30}}"},
    {CITIZEN,
     "{'format':'smaajob.citizen/1','id':'c','needs':[{'condition':'phy_lift','at_most':"
     "10.00000000000002,"
     "'strength':'must'},{'condition':'env_noise','tolerates':0.0,'strength':'nice'}]}",
     "{'format':'smaajob.citizen/1','id':'c','competencies_complete':false,'needs':[{'condition':"
     "'phy_lift','at_most':10,'strength':'must'},{'condition':'env_noise','tolerates':0,'strength':"
     "'nice'}]}"},
    /* hours are kept to the minute, half up; a month is 52/12 weeks */
    {CITIZEN,
     "{'format':'smaajob.citizen/1','id':'c','hours':{'min':0.025,'max':0.5083,'limit':0.525,"
     "'committed':0.0083}}",
     "{'format':'smaajob.citizen/1','id':'c','competencies_complete':false,'hours':{'min':0.03,"
     "'max':0.5,'limit':0.53,'committed':0}}"},
    {CITIZEN,
     "{'format':'smaajob.citizen/1','id':'c','hours':{'unit':'month','min':0.325,'max':52,'limit':"
     "728,'max_per_day':7.5,'committed':50}}",
     "{'format':'smaajob.citizen/1','id':'c','competencies_complete':false,'hours':{'min':0.08,"
     "'max':12,'limit':168,'max_per_day':7.5,'committed':11.53}}"},
    /* windows are the fewest that make up the week */
    {CITIZEN,
     "{'format':'smaajob.citizen/1','id':'c','availability':[{'days':['tue','mon'],'from':'10:00',"
     "'to':'12:00'},{'days':['mon'],'from':'08:00','to':'10:00'},{'days':['tue'],'from':'08:00',"
     "'to':'10:30'},{'days':['sun'],'from':'23:45','to':'24:00'}]}",
     "{'format':'smaajob.citizen/1','id':'c','competencies_complete':false,'availability':[{'days':"
     "['mon','tue'],'from':'08:00','to':'12:00'},{'days':['sun'],'from':'23:45','to':'24:00'}]}"},
    {VOCABULARY,
     "{'format':'smaajob.vocabulary/1','version':'\\u0041','gates':[{'id':'g','label':{'da':"
     "'\\u0001\\u001f\\b\\f\\n\\r\\t\\\\\\/\\u007f\\u00e6\\ud834\\udd1e'}}]}",
     "{'format':'smaajob.vocabulary/1','version':'A','conditions':[],'gates':[{'id':'g','label':"
     "{'da':'\\u0001\\u001f\\b\\f\\n\\r\\t\\\\/"
     "\x7f\xc3\xa6\xf0\x9d\x84\x9e'}}],'competencies':[]}"},
};

START_TEST (a_document_is_written_in_one_way)
{
  size_t marked;
  char *text = make_text (rewritten[_i].text, &marked);
  char *wanted = make_text (rewritten[_i].wanted, &marked);

  assert_canonical (rewritten[_i].kind, text, wanted);
  free (text);
  free (wanted);
}
END_TEST

START_TEST (the_defaults_and_the_built_in_words_are_read_as_written)
{
  SmaajobError error;
  SmaajobPolicy *policy = smaajob_policy_new (&error);
  char *json = smaajob_policy_to_json (policy, &error);

  assert_canonical (POLICY, "{\"format\":\"smaajob.policy/1\"}", json);
  smaajob_free (json);
  smaajob_policy_free (policy);
  json = smaajob_vocabulary_to_json (words, &error);
  assert_canonical (VOCABULARY, json, json);
  smaajob_free (json);
}
END_TEST

static char *
write_minutes (int minutes)
{
  Writer writer = {0};
  SmaajobError error;

  write_hours (&writer, minutes);
  return writer_finish (&writer, &error);
}

/* Every number of minutes that hours can be, through a document and back. */
START_TEST (hours_give_back_the_same_minute)
{
  for (int minutes = 0; minutes <= 10080; minutes++) {
    char text[200], *hours = write_minutes (minutes);
    SmaajobError error;
    SmaajobCitizen *citizen;

    snprintf (text, sizeof text,
              "{\"format\":\"smaajob.citizen/1\",\"id\":\"c\",\"hours\":{\"min\":%s}}", hours);
    citizen = smaajob_citizen_new_from_json (words, text, strlen (text), &error);
    ck_assert_msg (citizen != NULL && citizen->hours.min == minutes, "%d as %s", minutes, hours);
    ck_assert_uint_le (strcspn (hours, "."), 3);
    ck_assert_uint_le (strlen (strchr (hours, '.') == NULL ? "" : strchr (hours, '.')), 4);
    smaajob_citizen_free (citizen);
    smaajob_free (hours);
  }
}
END_TEST

START_TEST (numbers_are_written_in_full)
{
  SmaajobError error;
  Writer writer = {0};
  char *json;

  write_array (&writer);
  write_whole (&writer, INT64_MIN);
  write_whole (&writer, INT64_MAX);
  write_thousandths (&writer, -1);
  write_thousandths (&writer, 100000000);
  write_millionths (&writer, -180000000);
  write_millionths (&writer, 100);
  write_score (&writer, 0);
  write_score (&writer, 7);
  write_score (&writer, 1000);
  write_score (&writer, SMAAJOB_UNKNOWN);
  write_boolean (&writer, true);
  write_null (&writer);
  write_array_end (&writer);
  json = writer_finish (&writer, &error);
  ck_assert_str_eq (json, "[-9223372036854775808,9223372036854775807,-0.001,100000,-180,0.0001,"
                          "0.000,0.007,1.000,null,true,null]");
  smaajob_free (json);
}
END_TEST

START_TEST (a_digest_is_what_sha256sum_makes_of_the_canonical_bytes)
{
  static const char text[] = "{\"id\":\"c\",\"format\":\"smaajob.citizen/1\"}";
  SmaajobError error;
  SmaajobCitizen *citizen = smaajob_citizen_new_from_json (words, text, sizeof text - 1, &error);

  ck_assert_str_eq (digest_citizen (citizen).text,
                    "98dc40b5a50e86c9ba20feca8763b611d26af7d14ebd0616998203ccb94e4458");
  smaajob_citizen_free (citizen);
}
END_TEST

static void
assert_digest (Digest digest, char *json)
{
  unsigned char hash[crypto_hash_sha256_BYTES];
  char hex[2 * sizeof hash + 1];

  crypto_hash_sha256 (hash, (const unsigned char *) json, strlen (json));
  for (size_t i = 0; i < sizeof hash; i++)
    sprintf (hex + 2 * i, "%02x", hash[i]);
  ck_assert_str_eq (digest.text, hex);
  smaajob_free (json);
}

START_TEST (every_kind_has_its_digest)
{
  SmaajobError error;
  size_t marked;
  char *text = make_text (full_documents[OPENING], &marked);
  SmaajobOpening *opening = smaajob_opening_new_from_json (words, text, strlen (text), &error);
  SmaajobPolicy *policy = smaajob_policy_new (&error);

  assert_digest (digest_opening (opening), smaajob_opening_to_json (opening, &error));
  assert_digest (digest_policy (policy), smaajob_policy_to_json (policy, &error));
  for (int i = 0; i < 3; i++)
    assert_digest (digest_vocabulary (words), smaajob_vocabulary_to_json (words, &error));
  smaajob_opening_free (opening);
  smaajob_policy_free (policy);
  free (text);
}
END_TEST

START_TEST (a_danish_locale_changes_nothing)
{
  size_t marked;

  if (setlocale (LC_ALL, "da_DK.UTF-8") == NULL) {
    puts ("skipped: the locale da_DK.UTF-8 is not installed");
    return;
  }
  for (Kind kind = 0; kind < N_KINDS; kind++) {
    char *text = make_text (full_documents[kind], &marked);
    assert_canonical (kind, text, text);
    free (text);
  }
  setlocale (LC_ALL, "C");
}
END_TEST

static bool
rewrite_full (Kind kind, SmaajobError *error)
{
  size_t marked;
  char *text = make_text (full_documents[kind], &marked);
  char *json = rewrite (kind, text, strlen (text), error);
  const bool done = json != NULL;

  free (text);
  smaajob_free (json);
  return done;
}

static bool
rewrite_citizen_document (SmaajobError *error)
{
  return rewrite_full (CITIZEN, error);
}

static bool
rewrite_opening_document (SmaajobError *error)
{
  return rewrite_full (OPENING, error);
}

static bool
rewrite_policy_document (SmaajobError *error)
{
  return rewrite_full (POLICY, error);
}

static bool
rewrite_vocabulary_document (SmaajobError *error)
{
  return rewrite_full (VOCABULARY, error);
}

START_TEST (running_out_of_memory_is_told_and_leaves_nothing)
{
  assert_told_when_memory_runs_out (rewrite_citizen_document);
  assert_told_when_memory_runs_out (rewrite_opening_document);
  assert_told_when_memory_runs_out (rewrite_policy_document);
  assert_told_when_memory_runs_out (rewrite_vocabulary_document);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("json canonical");
  TCase *tcase = tcase_create ("bytes"), *memory = tcase_create ("memory");

  tcase_add_unchecked_fixture (tcase, make_words, free_words);
  tcase_add_loop_test (tcase, a_full_document_is_written_as_it_is_read, 0, N_KINDS);
  tcase_add_loop_test (tcase, a_document_is_written_in_one_way, 0, COUNT (rewritten));
  tcase_add_test (tcase, the_defaults_and_the_built_in_words_are_read_as_written);
  tcase_add_test (tcase, windows_that_touch_are_read_again);
  tcase_add_test (tcase, hours_give_back_the_same_minute);
  tcase_add_test (tcase, numbers_are_written_in_full);
  tcase_add_test (tcase, a_digest_is_what_sha256sum_makes_of_the_canonical_bytes);
  tcase_add_test (tcase, every_kind_has_its_digest);
  tcase_add_test (tcase, a_danish_locale_changes_nothing);
  suite_add_tcase (suite, tcase);
  tcase_add_unchecked_fixture (memory, make_words, free_words);
  tcase_add_test (memory, running_out_of_memory_is_told_and_leaves_nothing);
  suite_add_tcase (suite, memory);
  return run_suite (suite);
}
