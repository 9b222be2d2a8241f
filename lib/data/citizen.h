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
  uint16_t level;
  uint16_t evidence; /* SmaajobEvidence */
} Competence;

/* The needs of whole levels that there are: by strength, limits by what is tolerated, 0–4, then
   provisions by what is required, 0–2; behind them all needs of a quantity, the ceilings. */
#define NEED_TOLERATES_ALL   4
#define NEED_FIRST_PROVISION 5
#define N_NEED_SHAPES        8
#define N_STRENGTHS          3
#define N_NEED_KINDS         (N_STRENGTHS * N_NEED_SHAPES)
#define NEED_OF_QUANTITY     N_NEED_KINDS

typedef struct {
  uint32_t condition;
  int32_t value;    /* thousandths */
  uint8_t type;     /* SmaajobConditionType */
  uint8_t strength; /* SmaajobStrength */
  uint8_t kind;     /* what citizen_derive() makes of the three */
  uint8_t unused;
} Need;

uint8_t need_find_kind (const Need *need);

typedef struct {
  uint32_t gate;
  uint32_t answer; /* SmaajobAnswer */
} GateAnswer;

typedef struct {
  uint64_t near;          /* vocabulary_get_near_held() of the concept */
  uint32_t concept_index; /* WORD_NONE when it is about a sector */
  char sector[9];
  uint8_t wants; /* SmaajobWish */
  uint16_t unused;
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

/* Which concept has that key. */
static inline uint32_t
holding_concept (uint32_t key)
{
  return key * 244002641u;
}

static inline unsigned
holding_bucket (uint32_t key)
{
  return key >> 26;
}

/* Where something begins: bytes from the start of the block that it is in. An object has no pointer
   into itself, and means the same wherever its bytes are. */
typedef uint32_t Offset;

/* One block of memory: behind this the holdings, sorted by key, and what the offsets lead to. */
struct _SmaajobCitizen {
  References references;
  uint32_t size;
  SmaajobVocabulary *vocabulary;                 /* the only pointer */
  uint32_t first_holding[N_HOLDING_BUCKETS + 1]; /* of each bucket, and the end */
  Offset id;
  /* what citizen_derive() makes of the rest */
  uint64_t near;                            /* buckets of holdings that are not empty, as bits */
  uint64_t must_exposures, must_provisions; /* needs that are musts, as bits */
  uint64_t quantities;                      /* needs of one, as bits */
  Week availability;
  Place location;
  SmaajobCitizenHours hours; /* when hours_known */
  int32_t effectiveness;     /* thousandths, or SMAAJOB_UNKNOWN */
  int32_t attendance_kept;   /* thousandths, or SMAAJOB_UNKNOWN */
  int32_t attendance_weeks;  /* or SMAAJOB_UNKNOWN */
  int32_t travel_max_minutes;
  Offset competences;
  Offset needs;
  Offset gates;
  Offset wishes;
  uint16_t n_competences, n_needs, n_gates, n_wishes;
  uint8_t attendance_context; /* SmaajobContext */
  uint8_t prerequisites;      /* SmaajobPrerequisites */
  uint8_t choice;             /* SmaajobChoice */
  uint8_t purpose;            /* SmaajobPurpose */
  uint8_t travel_mode;        /* SmaajobMode */
  bool competencies_complete;
  bool needs_known;
  bool hours_known;
  bool availability_known;
  bool location_known;
  bool travel_known;
  uint8_t unused;
};

/* A further reference; const, since only the count changes. */
const SmaajobCitizen *citizen_take (const SmaajobCitizen *citizen);

void citizen_derive (SmaajobCitizen *citizen);

static inline const void *
citizen_at (const SmaajobCitizen *citizen, Offset offset)
{
  return (const char *) citizen + offset;
}

static inline const char *
citizen_id (const SmaajobCitizen *citizen)
{
  return citizen_at (citizen, citizen->id);
}

/* In document order. */
static inline const Competence *
citizen_competences (const SmaajobCitizen *citizen)
{
  return citizen_at (citizen, citizen->competences);
}

/* In document order. */
static inline const Need *
citizen_needs (const SmaajobCitizen *citizen)
{
  return citizen_at (citizen, citizen->needs);
}

/* Sorted by gate. */
static inline const GateAnswer *
citizen_gates (const SmaajobCitizen *citizen)
{
  return citizen_at (citizen, citizen->gates);
}

/* In document order. */
static inline const Wish *
citizen_wishes (const SmaajobCitizen *citizen)
{
  return citizen_at (citizen, citizen->wishes);
}

/* Sorted by key; the table requirements are judged by. */
static inline const Holding *
citizen_holdings (const SmaajobCitizen *citizen)
{
  return (const Holding *) (citizen + 1);
}

/* What is held around a concept, or NULL. Most buckets are empty or hold one. */
static inline const Holding *
citizen_find_holding (const SmaajobCitizen *citizen, uint32_t concept_index)
{
  uint32_t key = holding_key (concept_index);
  const uint32_t *first = &citizen->first_holding[holding_bucket (key)];
  const Holding *holdings = citizen_holdings (citizen);

  for (uint32_t i = first[0]; i < first[1]; i++)
    if (holdings[i].key == key)
      return &holdings[i];
  return NULL;
}

#endif
