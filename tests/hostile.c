/* SPDX-License-Identifier: Apache-2.0 */
#include "hostile.h"

#include <glib.h>
#include <stdlib.h>

#define COUNT(table) (sizeof (table) / sizeof *(table))

/* Documents are written with apostrophes, to be legible. */
static void
quote (GString *text)
{
  for (char *at = text->str; *at != '\0'; at++)
    if (*at == '\'')
      *at = '"';
}

static void
insist (bool ok, const GString *text, const SmaajobError *error)
{
  if (ok)
    return;
  fprintf (stderr, "hostile: %s: %s: %s\n", error->pointer, error->message, text->str);
  exit (EXIT_FAILURE);
}

/* --- openings --- */

static void
add_place (GString *text, Random *random, int region)
{
  g_string_append_printf (text, ",'location':{'lat':%.4f,'lon':%.4f}",
                          55.4 + random_below (random, region * 100 + 1) / 10000.0,
                          9.5 + random_below (random, region * 200 + 1) / 10000.0);
}

static void
add_terms (GString *text, bool paid, bool practice)
{
  g_string_append_printf (text, ",'terms':{'paid':'%s','practice':'%s'}", paid ? "yes" : "no",
                          practice ? "yes" : "no");
}

#define WINDOW(day, from, to) "{'days':['" day "'],'from':'" from ":00','to':'" to ":00'}"
#define NIGHT                 "'windows':[" WINDOW ("sun", "20", "23") "]"
#define MUST(concept, training)                                                                    \
  "{'concept':'" concept "','level':5,'importance':'must','training_weeks':" training "}"

/* Of others the tasks ask for nothing. */
static const char *const tasks_of_traps[N_TRAPS] = {
    [TRAP_UNEVEN] = "{'id':'a','requires':[],'exposures':{'n0':3}},"
                    "{'id':'b','requires':[],'exposures':{'n0':4}}",
    [TRAP_QUANTITY] = "{'id':'a','requires':[],'exposures':{'n3':30}},"
                      "{'id':'b','requires':[],'exposures':{'n3':40}}",
    [TRAP_NO_PRACTICE] = "{'id':'a','requires':[" MUST ("c0", "4") "]}",
    [TRAP_UNTRAINABLE] = "{'id':'a','requires':[" MUST ("c0", "null") "]}",
    [TRAP_UNTIMED] = "{'id':'a','requires':[]," NIGHT "}",
    [TRAP_UNTIMED_WITHIN_REACH] = "{'id':'a','requires':[],'exposures':{'n0':4}},"
                                  "{'id':'b','requires':[],'exposures':{'n0':0}," NIGHT "}",
    [TRAP_SILENT] = "{'id':'a'}",
};

/* Light in all that is asked of whoever is not trapped. */
static void
add_trapped (GString *text, Random *random, Trap trap, int region)
{
  const char *const tasks = tasks_of_traps[trap];

  g_string_append_printf (text, "'tasks':[%s]", tasks != NULL ? tasks : "{'id':'a','requires':[]}");
  if (trap == TRAP_SILENT)
    return;
  g_string_append_printf (text, ",'gates':[%s],'provisions':{'n5':%d},'sector':'46.31'",
                          trap == TRAP_GATE ? "'g0'" : "", trap == TRAP_PROVISION ? 0 : 2);
  add_terms (text, trap != TRAP_REFUSED && trap != TRAP_UNPAID,
             trap != TRAP_NO_PRACTICE && trap != TRAP_REFUSED && trap != TRAP_PROVISION);
  if (trap == TRAP_FAR)
    g_string_append (text, ",'location':{'lat':57.9,'lon':12.5}");
  else if (trap != TRAP_NO_PLACE)
    add_place (text, random, region);
}

static void
add_requirements (GString *text, Random *random)
{
  static const char *const importances[] = {"must", "should", "nice"};
  const int n = random_below (random, 4);

  g_string_append (text, ",'requires':[");
  for (int i = 0; i < n; i++)
    g_string_append_printf (text,
                            "%s{'concept':'c%d','level':%d,'importance':'%s','training_weeks':4}",
                            i > 0 ? "," : "", i * 3 + random_below (random, 3),
                            random_between (random, 1, 5), importances[random_below (random, 3)]);
  g_string_append_c (text, ']');
}

static void
add_task (GString *text, Random *random, int number)
{
  /* the last have more windows than a word has room for */
  static const char *const windows[] = {
      WINDOW ("tue", "08", "16"), WINDOW ("sat", "08", "16"),
      "{'days':['mon','tue'],'from':'08:00','to':'09:00'}," WINDOW ("wed", "08", "11") "," WINDOW (
          "thu", "08", "12"),
      WINDOW ("thu", "05", "06") "," WINDOW ("fri", "05", "07") "," WINDOW (
          "sat", "05", "08") "," WINDOW ("sun", "05", "09")};

  g_string_append_printf (text, "%s{'id':'t%d'", number > 0 ? "," : "", number);
  if (number > 0 && random_chance (random, 20))
    g_string_append (text, ",'optional':true");
  if (random_chance (random, 70))
    g_string_append (text, ",'hours':{'min':2,'max':10}");
  if (random_chance (random, 70))
    g_string_append_printf (text, ",'windows':[%s]", windows[random_below (random, 4)]);
  if (random_chance (random, 90))
    add_requirements (text, random);
  if (random_chance (random, 30))
    g_string_append_printf (text, ",'exposures':{'n0':%d,'n3':%d,'n4':%d}",
                            random_below (random, 5), random_below (random, 20),
                            random_below (random, 400));
  g_string_append_c (text, '}');
}

static void
add_any (GString *text, Random *random, int region)
{
  static const char *const sectors[] = {"46.31", "46.9", "10", "88.1"};
  const int n = random_between (random, 1, 3);

  g_string_append (text, "'tasks':[");
  for (int i = 0; i < n; i++)
    add_task (text, random, i);
  g_string_append (text, "]");
  if (random_chance (random, 60))
    g_string_append_printf (text, ",'hours':{'min':%d,'max':20}", random_below (random, 21));
  if (random_chance (random, 60))
    g_string_append_printf (text, ",'sector':'%s'", sectors[random_below (random, 4)]);
  g_string_append_printf (text, ",'exposures':{'n1':%d},'provisions':{'n5':%d}",
                          random_below (random, 5), random_below (random, 3));
  if (random_chance (random, 50))
    add_terms (text, random_chance (random, 80), random_chance (random, 80));
  if (random_chance (random, 80))
    add_place (text, random, region);
}

static void
add_heavy (GString *text, Random *random, int region)
{
  g_string_append_printf (
      text,
      "'tasks':[{'id':'a','requires':[" MUST ("c1", "4") "," MUST (
          "c2", "4") "]}],"
                     "'exposures':{'n1':4,'n2':4,'n4':%d},'sector':'10','hours':{'min':30}",
      random_chance (random, 30) ? 0 : random_between (random, 140, 200));
  add_place (text, random, region);
}

static void
add_graded (GString *text, Random *random, int region)
{
  (void) region;
  g_string_append_printf (text,
                          "'tasks':[{'id':'a','requires':[]}],'gates':[],'exposures':{'n4':%d}",
                          random_between (random, 140, 280));
}

static void
add_plain (GString *text, Random *random, int region)
{
  g_string_append (text, "'tasks':[{'id':'a'");
  add_requirements (text, random);
  g_string_append_printf (text,
                          "}],'gates':[],'sector':'%s','exposures':{'n1':%d,'n2':%d},"
                          "'provisions':{'n5':%d}",
                          random_chance (random, 30) ? "10" : "46.31", random_below (random, 5),
                          random_below (random, 5), random_below (random, 3));
  add_place (text, random, region);
}

/* Up to sixteen metres before or behind. */
static void
add_at_edge (GString *text, Random *random, int region)
{
  const int lat = 55400000 + region + random_between (random, -150, 150);

  g_string_append_printf (text,
                          "'tasks':[{'id':'a','requires':[]}],"
                          "'location':{'lat':%d.%06d,'lon':9.5}",
                          lat / 1000000, lat % 1000000);
}

static void
add_opening (GString *text, Random *random, const MarketSort *sort, int number)
{
  static void (*const adds[N_OTHERS + 1]) (GString *, Random *, int) = {
      [OTHERS_ANY] = add_any,     [OTHERS_HEAVY] = add_heavy,     [OTHERS_GRADED] = add_graded,
      [OTHERS_PLAIN] = add_plain, [OTHERS_AT_EDGE] = add_at_edge,
  };
  const Trap trap = sort->trap == TRAP_ANY ? (Trap) random_below (random, N_TRAPS) : sort->trap;

  g_string_append_printf (text, "{'format':'smaajob.opening/1','id':'o-%d',",
                          (number * 7919 + 13) % 99991);
  if (random_below (random, 1000) < sort->trapped)
    add_trapped (text, random, trap, sort->region);
  else
    adds[sort->others](text, random, sort->region);
  g_string_append (text, "}\n");
}

SmaajobMarket *
hostile_market (SmaajobVocabulary *vocabulary, Random *random, const MarketSort *sort)
{
  GString *text = g_string_new (NULL);
  SmaajobError error;
  SmaajobMarket *market;

  for (int i = 0; i < sort->n; i++)
    add_opening (text, random, sort, i);
  quote (text);
  market = smaajob_market_new_from_ndjson (vocabulary, text->str, text->len, &error);
  insist (market != NULL, text, &error);
  g_string_free (text, TRUE);
  return market;
}

/* --- citizens --- */

#define HOLDS                                                                                      \
  "'competencies':[{'concept':'c0','level':1},{'concept':'c1','level':1},"                         \
  "{'concept':'c2','level':1},{'concept':'c4','level':3,'evidence':'observed'}]"
#define SHOULD(condition)      "{'condition':'" condition "','tolerates':0,'strength':'should'}"
#define SHOULD_HAVE(condition) "{'condition':'" condition "','requires':2,'strength':'should'}"
#define SHOULD_BE_BELOW_140    "{'condition':'n4','at_most':140,'strength':'should'}"
#define NO_MORE_THAN_1         "{'condition':'n0','tolerates':1,'strength':'must'}"
#define NEEDS                                                                                      \
  "'needs':[" NO_MORE_THAN_1 ",{'condition':'n3','at_most':15,'strength':'must'},"                 \
  "{'condition':'n4','at_most':150,'strength':'must'},"                                            \
  "{'condition':'n5','requires':1,'strength':'must'}," SHOULD ("n1") "," SHOULD ("n2") "]"
#define LIVES "'location':{'lat':55.4,'lon':9.5},'travel':{'mode':'car','max_minutes':45}"
#define WORKS                                                                                      \
  "'hours':{'min':6,'max':15,'limit':15,'max_per_day':5,'committed':0},"                           \
  "'availability':[{'days':['mon','tue','wed'],'from':'08:00','to':'16:00'}]"
#define ASKED          "'gates':{'g0':'no'},'choice':'informed'"
#define AVOID(concept) "{'concept':'" concept "','wants':'avoid'}"
#define SEEKS          "'wishes':[{'concept':'46.3','wants':'seek'}]"
#define SHUNS                                                                                      \
  "'wishes':[" AVOID ("c2") "," AVOID ("10") "," AVOID (                                           \
      "88") ",{'concept':'c0','wants':'seek'}," AVOID ("46.9") "," AVOID ("c4") "]"

static const char *const citizens[N_HOSTILE_CITIZENS] = {
    [CITIZEN_GRADED] =
        "'competencies':[],'needs':[" SHOULD_BE_BELOW_140 "," SHOULD ("n0") "," SHOULD (
            "n1") "," SHOULD ("n2") "," SHOULD_HAVE ("n5") "," SHOULD_HAVE ("n6") "]," ASKED,
    [CITIZEN_PLAIN] = HOLDS ",'needs':[" SHOULD ("n1") "," SHOULD ("n2") "," SHOULD_HAVE (
        "n5") "]," ASKED ",'wishes':[" AVOID ("10") "," AVOID ("c3") "]",
    [CITIZEN_AT_EDGE] = "'competencies':[],'needs':[],'choice':'informed'," LIVES,
    HOLDS "," NEEDS "," LIVES "," WORKS "," ASKED "," SEEKS,
    "'competencies':[]," ASKED,
    HOLDS "," NEEDS "," LIVES "," ASKED,
    "'competencies':[],'choice':'declined'," SHUNS,
    HOLDS "," NEEDS "," WORKS "," ASKED "," SHUNS,
    HOLDS "," ASKED,
    HOLDS ",'needs':[" SHOULD_BE_BELOW_140 "," SHOULD ("n1") "]," ASKED "," SEEKS,
    HOLDS ",'competencies_complete':true," NEEDS "," ASKED,
    NEEDS "," LIVES ",'hours':{'limit':10,'committed':10}",
    "'competencies':[]," LIVES,
    "'competencies':[],'needs':[" SHOULD_BE_BELOW_140 "]," ASKED,
    "'competencies':[],'needs':[{'condition':'n4','at_most':300,'strength':'must'}]," ASKED,
    HOLDS "," NEEDS "," ASKED,
    SEEKS,
    HOLDS ",'competencies_complete':true,'needs':[]," LIVES "," WORKS "," SHUNS,
    LIVES "," ASKED ",'hours':{'max_per_day':0}",
    HOLDS "," WORKS ",'needs':[]",
    "'competencies':[],'needs':[" NO_MORE_THAN_1 "],'choice':'pending'," LIVES,
};

SmaajobCitizen *
hostile_citizen (SmaajobVocabulary *vocabulary, int number)
{
  GString *text = g_string_new (NULL);
  SmaajobError error;
  SmaajobCitizen *citizen;

  g_string_printf (text, "{'format':'smaajob.citizen/1','id':'c',%s}", citizens[number]);
  quote (text);
  citizen = smaajob_citizen_new_from_json (vocabulary, text->str, text->len, &error);
  insist (citizen != NULL, text, &error);
  g_string_free (text, TRUE);
  return citizen;
}
