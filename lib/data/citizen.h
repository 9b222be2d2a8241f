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
  uint32_t key;           /* holding_key() of the concept */
  uint8_t level[N_HELD];  /* level + 1; 0 for nothing held */
  uint8_t low[N_HELD];    /* the same with stated levels counted one down (not below 0) */
  uint8_t proven[N_HELD]; /* the same of what is observed, employed or certified alone */
} Holding;

/* An odd factor: every concept has a key of its own, and keys are spread over the buckets. */
#define N_HOLDING_BUCKETS 64

static inline uint32_t
holding_key (uint32_t concept_index)
{
  return concept_index * 2654435761u;
}

static inline unsigned
holding_bucket (uint32_t key)
{
  return key >> 26;
}

struct _SmaajobCitizen {
  References references;
  SmaajobVocabulary *vocabulary;
  size_t size;
  const char *id;
  const Competence *competences; /* in document order */
  const Need *needs;             /* in document order */
  const GateAnswer *gates;       /* sorted by gate */
  const Wish *wishes;            /* in document order */
  const Holding *holdings;       /* sorted by key; the table requirements are judged by */
  uint32_t first_holding[N_HOLDING_BUCKETS + 1]; /* of each bucket, and the end */
  uint16_t n_competences, n_needs, n_gates, n_wishes;
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
  /* what citizen_derive() makes of the rest */
  uint64_t near;                            /* buckets of holdings that are not empty, as bits */
  uint64_t must_exposures, must_provisions; /* needs that are musts, as bits */
};

/* A further reference; const, since only the count changes. */
const SmaajobCitizen *citizen_take (const SmaajobCitizen *citizen);

void citizen_derive (SmaajobCitizen *citizen);

/* What is held around a concept, or NULL. Most buckets are empty or hold one. */
static inline const Holding *
citizen_find_holding (const SmaajobCitizen *citizen, uint32_t concept_index)
{
  uint32_t key = holding_key (concept_index);
  const uint32_t *first = &citizen->first_holding[holding_bucket (key)];

  for (uint32_t i = first[0]; i < first[1]; i++)
    if (citizen->holdings[i].key == key)
      return &citizen->holdings[i];
  return NULL;
}

#endif
