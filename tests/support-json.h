/* SPDX-License-Identifier: Apache-2.0 */
#ifndef SUPPORT_JSON_H
#define SUPPORT_JSON_H

/* For tests of documents: each kind read and written by name, and one document of each that has
   every member. In the texts here ' stands for ". */

#include "support-data.h"

#include <smaajob/smaajob.h>

typedef enum { CITIZEN, OPENING, POLICY, VOCABULARY, N_KINDS } Kind;

static const char *const formats[N_KINDS] = {"smaajob.citizen/1", "smaajob.opening/1",
                                             "smaajob.policy/1", "smaajob.vocabulary/1"};

static const char *const full_documents[N_KINDS] = {
    "{'format':'smaajob.citizen/1','id':'c-17','competencies':[{'concept':"
    "'esco:55cd5608-1497-4ed1-96d0-cb9494749a09','level':3,'evidence':'observed'}],"
    "'competencies_complete':true,'needs':[{'condition':'env_noise','tolerates':1,'strength':'must'"
    "},"
    "{'condition':'sup_contact','requires':2,'strength':'should'},"
    "{'condition':'phy_lift','at_most':10.5,'strength':'nice'}],"
    "'gates':{'gate_driving_licence':'yes','gate_age18':'no'},"
    "'hours':{'min':4,'max':10,'limit':12.25,'max_per_day':4,'committed':0},"
    "'availability':[{'days':['mon','tue'],'from':'08:00','to':'12:00'},"
    "{'days':['sun'],'from':'00:00','to':'24:00'}],'effectiveness':0.75,"
    "'attendance':{'kept':0.9,'weeks':8,'context':'practice'},'prerequisites':'present',"
    "'choice':'informed','purpose':'pay','wishes':[{'concept':'46.31','wants':'seek'},{'concept':"
    "'esco:211e4a02-69a6-494e-b94a-93741e2a3a0b','wants':'avoid'}],"
    "'location':{'lat':57.05,'lon':-9.920001},'travel':{'mode':'bike','max_minutes':30}}",

    "{'format':'smaajob.opening/1','id':'o-9','employer':'e-4','sector':'46.31','seats':2,"
    "'hours':{'min':5,'max':15,'growth':20},'tasks':[{'id':'boxes','hours':{'min':8,'max':12},"
    "'optional':true,'windows':[{'days':['mon','fri'],'from':'06:15','to':'14:45'}],"
    "'requires':[{'concept':'esco:55cd5608-1497-4ed1-96d0-cb9494749a09','level':2,'importance':"
    "'must','training_weeks':4},{'concept':'esco:211e4a02-69a6-494e-b94a-93741e2a3a0b','level':1,"
    "'importance':'nice','training_weeks':null}],'exposures':{'env_noise':2,'phy_lift':15}},"
    "{'id':'truck','optional':false}],'exposures':{'env_crowd':1},'provisions':{'sup_contact':2},"
    "'gates':['gate_criminal_record'],'terms':{'paid':'yes','practice':'no','hybrid':'yes',"
    "'prospect':'yes','fleksjob':'no','pay_basis':'present'},'weekly_variation':'low',"
    "'location':{'lat':-57.05,'lon':9.92}}",

    "{'format':'smaajob.policy/1','weights':{'competence':0.4,'accommodation':0.25,"
    "'hours_employer':0.1,'hours_citizen':0.1,'wish':0.05,'travel':0.1},'shares':{'must':0.9,"
    "'should':0.5,'nice':0.2},'priors':{'competence':0.75,'other':0.5},'similarity':{'broader':0.7,"
    "'narrower':0.9},'floor':0.1,'max_training_weeks':26,'speeds':{'walk':4,'bike':12,'transit':20,"
    "'car':40},'thresholds':{'attendance_kept':0.8,'total_load':0.8,'few_paid_hours':6,"
    "'contract_paid_hours':3,'under_demand_levels':2,'weak_score':0.5},'ordinary_week':["
    "{'days':['mon'],'from':'08:00','to':'16:00'}]}",

    "{'format':'smaajob.vocabulary/1','version':'2025-01','conditions':[{'id':'noise','kind':"
    "'environment','type':'limit','unit':'0-4','label':{'da':'St\xc3\xb8j','en':'Noise'},'icf':"
    "'e250','onet':'4.C.2'}],'gates':[{'id':'truck','label':{'da':'Truckcertifikat'}}],"
    "'competencies':[{'id':'move','label':{'en':'move'}},{'id':'boxes','label':{'en':'boxes'},"
    "'broader':['move']}]}",
};

static SmaajobVocabulary *words;

static inline void
make_words (void)
{
  SmaajobError error;

  words = smaajob_vocabulary_new (&error);
  ck_assert_ptr_nonnull (words);
}

static inline void
free_words (void)
{
  smaajob_vocabulary_free (words);
}

/* With " for '; the place of the first ^, which is left out, by its offset, else 0. */
static inline char *
make_text (const char *text, size_t *marked)
{
  char *made = malloc (strlen (text) + 1), *at = made;

  *marked = 0;
  for (; *text != '\0'; text++)
    if (*text == '^')
      *marked = (size_t) (at - made);
    else
      *at++ = *text == '\'' ? '"' : *text;
  *at = '\0';
  return made;
}

#define DEFINE_REWRITE(noun, Noun, read)                                                           \
  static inline char *rewrite_##noun (const char *text, size_t length, SmaajobError *error)        \
  {                                                                                                \
    Smaajob##Noun *made = read;                                                                    \
    char *json = made == NULL ? NULL : smaajob_##noun##_to_json (made, error);                     \
    smaajob_##noun##_free (made);                                                                  \
    return json;                                                                                   \
  }

DEFINE_REWRITE (citizen, Citizen, smaajob_citizen_new_from_json (words, text, length, error))
DEFINE_REWRITE (opening, Opening, smaajob_opening_new_from_json (words, text, length, error))
DEFINE_REWRITE (policy, Policy, smaajob_policy_new_from_json (text, length, error))
DEFINE_REWRITE (vocabulary, Vocabulary,
                smaajob_vocabulary_new_from_json (NULL, text, length, error))

/* The canonical document, to be freed with smaajob_free; NULL and the error when it is refused. */
static inline char *
rewrite (Kind kind, const char *text, size_t length, SmaajobError *error)
{
  char *(*const functions[N_KINDS]) (const char *, size_t, SmaajobError *) = {
      rewrite_citizen, rewrite_opening, rewrite_policy, rewrite_vocabulary};

  return functions[kind](text, length, error);
}

#endif
