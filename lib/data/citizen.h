/* SPDX-License-Identifier: Apache-2.0 */
#ifndef DATA_CITIZEN_H
#define DATA_CITIZEN_H

#include "base/memory.h"
#include "base/sphere.h"
#include "base/week.h"
#include "words/vocabulary.h"

#define CITIZEN_MAX_COMPETENCES 256
#define CITIZEN_MAX_NEEDS       64
#define CITIZEN_MAX_WISHES      64
#define CITIZEN_MAX_GATES       64

typedef struct {
  uint32_t concept_index;
  uint8_t level;
  uint8_t evidence; /* SmaajobEvidence */
} Competence;

typedef struct {
  uint32_t condition;
  uint8_t type;     /* SmaajobConditionType */
  uint8_t strength; /* SmaajobStrength */
  int32_t value;    /* thousandths */
} Need;

typedef struct {
  uint32_t gate;
  uint8_t answer; /* SmaajobAnswer */
} GateAnswer;

typedef struct {
  uint64_t near;          /* vocabulary_get_near_held() of the concept */
  uint32_t concept_index; /* WORD_NONE when it is about a sector */
  char sector[9];
  uint8_t wants; /* SmaajobWish */
} Wish;

/* What is held of a concept's surroundings: for key concept k, the best of the held concepts that…
 */
enum {
  HELD_SELF,       /* …are k */
  HELD_CHILD,      /* …have k as a parent */
  HELD_GRANDCHILD, /* …have k as a grandparent */
  HELD_COPARENT,   /* …share a child with k */
  N_HELD
};

typedef struct {
  uint32_t concept_index;
  uint8_t level[N_HELD];  /* level + 1; 0 for nothing held */
  uint8_t low[N_HELD];    /* the same with stated levels counted one down (not below 0) */
  uint8_t proven[N_HELD]; /* the same of what is observed, employed or certified alone */
} Holding;

struct _SmaajobCitizen {
  References references;
  SmaajobVocabulary *vocabulary;
  size_t size;
  const char *id;
  const Competence *competences; /* in document order */
  const Need *needs;             /* in document order */
  const GateAnswer *gates;       /* sorted by gate */
  const Wish *wishes;            /* in document order */
  const Holding *holdings;       /* sorted by concept; the table requirements are judged by */
  uint64_t holding_filter[8];    /* bit citizen_filter_bit (concept) of every key in holdings */
  uint16_t n_competences, n_needs, n_gates, n_wishes;
  uint32_t n_holdings;
  bool competencies_complete;
  bool needs_known;
  bool hours_known;
  bool availability_known;
  bool location_known;
  bool travel_known;
  SmaajobCitizenHours hours; /* when hours_known */
  Week availability;
  int32_t effectiveness;    /* thousandths, or SMAAJOB_UNKNOWN */
  int32_t attendance_kept;  /* thousandths, or SMAAJOB_UNKNOWN */
  int32_t attendance_weeks; /* or SMAAJOB_UNKNOWN */
  SmaajobContext attendance_context;
  SmaajobPrerequisites prerequisites;
  SmaajobChoice choice;
  SmaajobPurpose purpose;
  Place location;
  SmaajobMode travel_mode;
  int travel_max_minutes;
};

/* A further reference; const, since only the count changes. */
const SmaajobCitizen *citizen_take (const SmaajobCitizen *citizen);

static inline unsigned
citizen_filter_bit (uint32_t concept_index)
{
  return (concept_index * 2654435761u) >> 23;
}

#endif
