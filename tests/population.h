/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TESTS_POPULATION_H
#define TESTS_POPULATION_H

#include <smaajob/smaajob.h>
#include <stdio.h>

/*
 * Random citizens and openings as plain values, in which what is unknown is said outright. They are
 * made into objects by the public builders, printed as documents, and changed: filled, improved,
 * permuted, shrunk. The same seed gives the same pair everywhere.
 */

typedef struct {
  uint64_t state;
} Random;

Random random_make (uint64_t seed, uint64_t number); /* one stream of many */
int random_below (Random *random, int n);            /* 0 … n − 1; n > 0 */
int random_between (Random *random, int least, int most);
bool random_chance (Random *random, int percent);

/* Words and numbers that pairs are drawn under: a few of each, so that they meet often. */
#define WORLD_MOST 12
typedef struct {
  SmaajobVocabulary *vocabulary;
  SmaajobPolicy *policy;
  int concepts[WORLD_MOST], conditions[WORLD_MOST], gates[WORLD_MOST];
  int n_concepts, n_conditions, n_gates;
} World;

/* World 0 has the built-in words, the others a small graph of concepts each; from WORLD_POLICIES on
   they have other numbers than the built-in policy. */
#define WORLD_POLICIES 6
World world_make (uint64_t seed, int number);
void world_clear (World *world);

#define MODEL_WINDOWS      4
#define MODEL_COMPETENCES  8
#define MODEL_NEEDS        6
#define MODEL_GATES        4
#define MODEL_WISHES       4
#define MODEL_TASKS        12
#define MODEL_REQUIREMENTS 5
#define MODEL_STATED       6
/* Lists have so much more room than is drawn, for what is changed afterwards. */
#define MODEL_ROOM 4

typedef struct {
  bool known;
  int n;
  SmaajobWindow list[MODEL_WINDOWS + MODEL_ROOM];
} WindowsModel;

typedef struct {
  int concept_index, level;
  SmaajobEvidence evidence;
} CompetenceModel;

typedef struct {
  int condition, value; /* thousandths */
  SmaajobStrength strength;
} NeedModel;

typedef struct {
  int gate;
  SmaajobAnswer answer;
} GateModel;

typedef struct {
  int concept_index;  /* −1: a sector */
  const char *sector; /* of static storage */
  SmaajobWish wants;
} WishModel;

typedef struct {
  bool known;
  int lat, lon; /* millionths */
} PlaceModel;

typedef struct {
  int n_competences, n_needs, n_gates, n_wishes;
  CompetenceModel competences[MODEL_COMPETENCES + MODEL_ROOM];
  bool complete;
  bool needs_known;
  NeedModel needs[MODEL_NEEDS + MODEL_ROOM];
  GateModel gates[MODEL_GATES];
  WishModel wishes[MODEL_WISHES];
  bool hours_known;
  SmaajobCitizenHours hours;
  WindowsModel availability;
  int effectiveness, kept; /* thousandths or SMAAJOB_UNKNOWN */
  SmaajobContext context;
  SmaajobPrerequisites prerequisites;
  SmaajobChoice choice;
  SmaajobPurpose purpose;
  PlaceModel location;
  bool travel_known;
  SmaajobMode mode;
  int max_minutes;
} CitizenModel;

typedef struct {
  int condition, value; /* thousandths */
} StatedModel;

typedef struct {
  int n;
  StatedModel list[MODEL_STATED + MODEL_ROOM];
} StatedList;

typedef struct {
  int concept_index, level;
  SmaajobStrength importance;
  int training_weeks;
} RequirementModel;

typedef struct {
  char id[8];
  bool optional;
  bool hours_known;
  int min, max;
  WindowsModel windows;
  bool requirements_known;
  int n_requirements;
  RequirementModel requirements[MODEL_REQUIREMENTS];
  StatedList exposures;
} TaskModel;

typedef struct {
  int n_tasks, n_gates;
  TaskModel tasks[MODEL_TASKS];
  StatedList exposures, provisions;
  int gates[MODEL_GATES];
  bool hours_known;
  SmaajobOpeningHours hours;
  const char *sector; /* NULL: unknown */
  SmaajobAnswer terms[5];
  SmaajobPayBasis pay_basis;
  SmaajobVariation variation;
  PlaceModel location;
} OpeningModel;

typedef struct {
  const World *world;
  CitizenModel citizen;
  OpeningModel opening;
  int travel_minutes;
} PairModel;

/* How much is left unknown, in hundredths, on each side. */
typedef struct {
  int citizen, opening;
} Unknown;

PairModel pair_draw (const World *world, Random *random, Unknown unknown);
Unknown unknown_draw (Random *random);
void draw_needs (const World *world, Random *random, CitizenModel *citizen);
void draw_citizen_hours (Random *random, CitizenModel *citizen, bool committed_known);
void draw_opening_hours (Random *random, OpeningModel *opening);
void draw_task_hours (Random *random, TaskModel *task);
void draw_windows (Random *random, WindowsModel *windows);
void draw_requirements (const World *world, Random *random, TaskModel *task, int unknown);
int draw_exposure (const World *world, Random *random, int condition);
const char *draw_sector (Random *random);
PlaceModel draw_place (Random *random);

SmaajobConditionType condition_type (const World *world, int condition);
const StatedModel *stated_find (const StatedList *list, int condition);

/* Ends the program when a builder refuses: a drawn pair is valid. */
SmaajobCitizen *citizen_build (const World *world, const CitizenModel *model);
SmaajobOpening *opening_build (const World *world, const OpeningModel *model);

void citizen_print (const World *world, const CitizenModel *model, FILE *out);
void opening_print (const World *world, const OpeningModel *model, FILE *out);

/* Whether no answer could change the score: see docs/scoring.md. */
bool pair_is_known (const PairModel *pair);
/* What the pair asks for and nobody has told. */
typedef enum {
  UNKNOWN_COMPETENCE,
  UNKNOWN_COMPLETENESS,
  UNKNOWN_EVIDENCE,
  UNKNOWN_NEEDS,
  UNKNOWN_CITIZEN_HOURS,
  UNKNOWN_COMMITTED,
  UNKNOWN_AVAILABILITY,
  UNKNOWN_OPENING_HOURS,
  UNKNOWN_TASK_HOURS,
  UNKNOWN_TASK_WINDOWS,
  UNKNOWN_REQUIREMENTS,
  UNKNOWN_TRAINING,
  UNKNOWN_EXPOSURE,
  UNKNOWN_PROVISION,
  UNKNOWN_SECTOR,
  UNKNOWN_PLACE_OF_CITIZEN,
  UNKNOWN_PLACE_OF_OPENING,
  UNKNOWN_TRAVEL,
  UNKNOWN_FORMALITIES
} UnknownKind;
typedef struct {
  UnknownKind kind;
  int i, j; /* a task, concept or condition; what of it */
} Unknowable;
#define MOST_UNKNOWNS 512
int pair_list_unknowns (const PairModel *pair, Unknowable *list);
/* What it turns out to be: anything, or what is best or worst where that can be said. */
typedef enum { TURNS_OUT_ANYHOW, TURNS_OUT_BEST, TURNS_OUT_WORST } Outcome;
void pair_fill (PairModel *pair, const Unknowable *unknown, Outcome outcome, Random *random);

/* Change number n: a level, tolerance or provision raised, or a need, requirement or gate removed,
   one each; false when there is no such change. sought: it takes away what the citizen seeks. */
bool pair_improve (PairModel *pair, int n, bool *sought);
void pair_permute (PairModel *pair, Random *random);
/* Step number n towards a smaller pair; false when there is no such step. It may change nothing. */
bool pair_shrink (PairModel *pair, int n);

#endif
