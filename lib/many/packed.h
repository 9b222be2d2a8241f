/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_PACKED_H
#define MANY_PACKED_H

#include "base/fixed.h"
#include "data/opening.h"
#include "many/store.h"
#include "many/task-time.h"
#include "words/array.h"
#include <smaajob/market.h>

/* Openings that are near one another stand together: BLOCK_OPENINGS in a block, whose bits are one
   word, GROUP_BLOCKS blocks in a group, and PART_BLOCKS in a part. */
#define BLOCK_OPENINGS 64
#define GROUP_BLOCKS   8
#define GROUP_OPENINGS (GROUP_BLOCKS * BLOCK_OPENINGS)
#define PART_BLOCKS    64
#define PART_OPENINGS  (PART_BLOCKS * BLOCK_OPENINGS)
#define MARKET_MOST    (1u << 24) /* openings: see Posting */

/* Where tasks and requirements begin; they end where those of the next begin. */
typedef struct {
  uint32_t task, requirement;
} Start;

/* Those of an opening, counted from where those of its block begin. */
typedef struct {
  uint16_t task, requirement;
} PackedStart;
_Static_assert(UINT16_MAX >= BLOCK_OPENINGS * OPENING_MAX_TASKS * OPENING_MAX_REQUIREMENTS,
               "what a block has is counted in 16 bits");

enum { TASK_CORE = 1, TASK_TOLD = 2, TASK_MARK_BITS = 2 };
typedef struct {
  uint16_t share; /* of the opening's competence, in 2^-16 rounded down, less 1; of a core task */
  uint8_t n_requirements;
  uint8_t marks; /* and above them how many requirements are musts, which stand first */
} PackedTask;
#define SHARE_BITS 16
_Static_assert(OPENING_MAX_REQUIREMENTS << TASK_MARK_BITS <= UINT8_MAX, "all may be musts");

static inline unsigned
task_n_musts (const PackedTask *task)
{
  return task->marks >> TASK_MARK_BITS;
}

/* In so many bits, rounded down; 0 of a task that is not core. */
static inline uint32_t
task_share (const PackedTask *task, int bits)
{
  return task->marks & TASK_CORE ? (task->share + 1u) >> (SHARE_BITS - bits) : 0;
}

/* What a core task costs of its opening's competence. */
static inline Cost
share_cost (const PackedTask *task, Cost cost)
{
  return cost * (task->share + 1u) >> SHARE_BITS;
}

/* A requirement: the number of its concept, level and importance, and how long it takes to train.
 */
typedef uint32_t PackedRequirement;
#define TRAINING_BITS     10
#define PACKED_TRAINING   2 /* is added to training_weeks */
#define PACKED_TRAININGS  (520 + PACKED_TRAINING + 1)
#define PACKED_MOST_KINDS (1u << (32 - TRAINING_BITS))

static inline uint32_t
kind_of (PackedRequirement requirement)
{
  return requirement >> TRAINING_BITS;
}

static inline unsigned
training_of_packed (PackedRequirement requirement)
{
  return requirement & ((1u << TRAINING_BITS) - 1);
}

/* What all requirements of a number have in common, besides the concept. */
typedef struct {
  uint8_t level : 4, importance : 4;
} PackedKind;

/* A number for both. */
#define KIND_LEVELS 5
#define KIND_CODES  (KIND_LEVELS * N_STRENGTHS)

static inline unsigned
kind_code (PackedKind kind)
{
  return kind.importance * (unsigned) KIND_LEVELS + kind.level - 1;
}

/* A concept that some requirement is about, as its place in concepts, and how many steps above it
   that is by which it is found: 0 to 2. */
typedef uint32_t Asker;
#define ASKER_STEP_BITS 2

static inline uint32_t
asker_concept (Asker asker)
{
  return asker >> ASKER_STEP_BITS;
}

static inline unsigned
asker_steps (Asker asker)
{
  return asker & ((1u << ASKER_STEP_BITS) - 1);
}

/* What is told of the openings of a block, as bits. */
typedef struct {
  uint64_t located, scheduled, pay_refused, practice_refused;
  uint64_t sectored; /* its sector is told */
  uint64_t told;     /* what every core task requires is told */
  uint64_t asking;   /* some core task requires something */
  uint64_t easy;     /* of some task it is told, and nothing of it is a must */
  uint64_t unposted; /* some core task is too small a share of it to be in the lists of postings */
} Marks;

/* Around those openings of each block of a group that are located. */
typedef struct {
  float least[3][GROUP_BLOCKS], most[3][GROUP_BLOCKS];
} Boxes;

/* Unit vectors of the openings of a block. */
typedef struct {
  float at[3][BLOCK_OPENINGS];
} Places;

/*
 * What the openings say of one matter, as codes: openings of one code say the same, or of a
 * condition what is the same to a need of it: see column.c. Code 0 says nothing; CODE_OTHER is
 * whatever stands in the opening itself. In a block of narrow codes a byte is that of opening i
 * and, above, of opening i + 32.
 */
typedef struct {
  uint32_t matter; /* a condition, or one of these */
  uint32_t first_pattern;
  uint32_t n_patterns;  /* 0: of whole levels, whose codes are always those of level_code () */
  uint32_t block_bytes; /* BLOCK_OPENINGS, or half of it when the codes are narrow */
  uint64_t first_code;  /* in codes */
  uint32_t first_uneven, n_uneven;
} Column;
#define MATTER_SECTOR 0xfffffffdu
#define MATTER_GATES  0xfffffffeu
#define MATTER_HOURS  0xffffffffu
#define CODE_OTHER    255
#define NARROW_CODES  16
#define PATTERN_NONE  UINT32_MAX /* what nobody says has no example */

/*
 * Of a condition of whole levels sixteen codes say all that a need of it is judged by: what
 * opening_find_answer () says of the core tasks, and whether all tasks say that. An answer is 0–5
 * when some core task has not told, else 9–13; the codes between are of openings whose tasks
 * differ.
 */
static inline unsigned
level_code (unsigned answer, bool even)
{
  if (even)
    return answer;
  /* told by optional tasks alone costs what the least level costs that not all tell */
  if (!(answer & ANSWER_TOLD))
    return answer == 0 ? 1 : answer;
  return answer < 12 ? answer - 3 : answer + 2;
}

static inline bool
level_is_even (unsigned code)
{
  return code == 0 || (code >= 9 && code <= 13);
}

static inline unsigned
level_answer (unsigned code)
{
  const unsigned answer = code < 9 ? code + 3 : code - 2;

  return level_is_even (code) || code <= ANSWER_LEVELS ? code : answer;
}

/* Exposures of an opening whose tasks differ, which is in the lowest bits: above it, of each task,
   0 when it has not told, else its level and 1; or, of a quantity, for each task that tells it,
   which one, and then, so that they sort by it, how much, in thousandths. */
typedef uint64_t Uneven;
#define UNEVEN_SHIFT          24
#define UNEVEN_QUANTITY_SHIFT 32
#define UNEVEN_BITS           3                       /* of a task */
#define UNEVEN_PAIRS          UINT64_C (010101010101) /* 1 for every other task */

static inline uint32_t
uneven_opening (Uneven uneven)
{
  return uneven & (MARKET_MOST - 1);
}

static inline unsigned
uneven_task (Uneven uneven)
{
  return uneven >> UNEVEN_SHIFT & 15;
}

static inline int64_t
uneven_quantity (Uneven uneven)
{
  return (int64_t) (uneven >> UNEVEN_QUANTITY_SHIFT);
}

/* Of the lowest bits of tasks, the tasks, as bits. */
static inline unsigned
uneven_list (uint64_t lowest)
{
  unsigned tasks = 0;

  for (; lowest != 0; lowest &= lowest - 1)
    tasks |= 1u << __builtin_ctzll (lowest) / UNEVEN_BITS;
  return tasks;
}

/* Tasks whose level is above that, of 0–4. Of every other one is added up at a time, which has room
   to carry. */
static inline unsigned
uneven_above (Uneven uneven, unsigned level)
{
  const uint64_t all = uneven >> UNEVEN_SHIFT, ones = UNEVEN_PAIRS, more = (6 - level) * ones,
                 even = (all & 7 * ones) + more, odd = (all >> UNEVEN_BITS & 7 * ones) + more;

  return uneven_list ((even >> UNEVEN_BITS & ones) | (odd & ones << UNEVEN_BITS));
}

/* Tasks that have not told; also of those that there are not. */
static inline unsigned
uneven_untold (Uneven uneven)
{
  const uint64_t all = uneven >> UNEVEN_SHIFT;

  return uneven_list (~(all | all >> 1 | all >> 2) & (UNEVEN_PAIRS | UNEVEN_PAIRS << UNEVEN_BITS));
}

/* An opening that has such a requirement on a core task, and the share of that task in 2^-8,
   rounded down, less 1. */
typedef uint32_t Posting;
#define POSTING_SHARE_BITS 8

static inline uint32_t
posting_opening (Posting posting)
{
  return posting >> POSTING_SHARE_BITS;
}

/* 0 is too small to be posted. */
static inline uint32_t
posting_share (const PackedTask *task)
{
  return task_share (task, POSTING_SHARE_BITS);
}

/* Who has time for an opening is found for a group at once: its planes stand behind one another, of
   each moment the openings some task of which has it. */
typedef struct {
  uint64_t planes[N_MOMENTS][GROUP_BLOCKS];
} GroupTime;

/*
 * All that is packed of a market (who changes what any of it means counts up STORE_VERSION), in
 * arrays without pointers. Openings are in an order of their own; where nothing else is said an
 * array is by opening in that order. X (type, name)
 */
#define MARKET_SECTIONS(X)                                                                         \
  X (uint32_t, numbers)   /* in the market */                                                      \
  X (uint32_t, positions) /* by number: in the order of their own */                               \
  X (uint32_t, ranks)     /* of the id */                                                          \
  X (Start, block_starts) /* by block, */                                                          \
  X (PackedStart, starts) /* and one opening more */                                               \
  X (PackedTask, tasks)                                                                            \
  X (TaskTime, task_times) /* by task */                                                           \
  X (PackedRequirement, requirements)                                                              \
  X (Marks, marks)             /* by block */                                                      \
  X (Boxes, boxes)             /* by group */                                                      \
  X (Places, places)           /* by block */                                                      \
  X (GroupTime, group_times)   /* by group */                                                      \
  X (Column, columns)          /* sorted by matter */                                              \
  X (uint32_t, patterns)       /* of all columns: an opening that says so */                       \
  X (uint8_t, codes)           /* by column, block */                                              \
  X (Uneven, unevens)          /* by column; by opening, or quantity */                            \
  X (PackedKind, kinds)        /* sorted by concept, level, importance */                          \
  X (uint32_t, concepts)       /* the first kind of each concept, and the end */                   \
  X (uint32_t, keys)           /* holding_key() of what is looked up for some concept; sorted */   \
  X (uint32_t, first_askers)   /* by key; and the end */                                           \
  X (Asker, askers)            /* those concepts, by key, steps, concept */                        \
  X (uint32_t, first_postings) /* by kind; and the end */                                          \
  X (Posting, postings)

#define SECTION_MEMBER(type, name)                                                                 \
  type *name;                                                                                      \
  size_t n_##name;

/* Where searches of a market wait for the next ranking: to make one takes as long as to use it for
   many. It is opaque here, and whoever takes one has it alone. */
#define KEPT_SEARCHES 8
typedef struct Search Search;

struct _SmaajobMarket {
  References references;
  Search *kept[KEPT_SEARCHES]; /* exchanged atomically */
  const struct Kernel *kernel; /* the fastest here; NULL until it is known */
  SmaajobVocabulary *vocabulary;
  uint32_t n, n_blocks, n_parts;
  const SmaajobOpening **images; /* by number: the openings themselves, seldom looked at */
  bool borrowed;                 /* the images are another's, or mapped */
  Store store;              /* when it is mapped: then an image is NULL until it is looked at */
  SmaajobOpening *stand_in; /* for one that is damaged: of as many tasks as there can be */
  uint32_t damaged;         /* the number of such a one, and one more; else 0 */
  MARKET_SECTIONS (SECTION_MEMBER)
};

struct _SmaajobMarketBuilder {
  SmaajobVocabulary *vocabulary;
  Array openings; /* const SmaajobOpening * */
};

/* One row an array: who writes a market, maps or checks one needs no more than this table. */
typedef struct {
  size_t items, n; /* where in the market the pointer and the count are */
  size_t size;     /* of one item */
} SectionRow;
#define SECTION_ID(type, name) SECTION_##name,
typedef enum { MARKET_SECTIONS (SECTION_ID) N_SECTIONS } SectionId;
extern const SectionRow section_rows[N_SECTIONS];

static inline void **
section_items (const SmaajobMarket *market, SectionId id)
{
  return (void **) ((char *) market + section_rows[id].items);
}

static inline size_t *
section_count (const SmaajobMarket *market, SectionId id)
{
  return (size_t *) ((char *) market + section_rows[id].n);
}

SmaajobMarket *market_take (SmaajobMarket *market);
/* What a column has of an opening. */
unsigned column_code (const SmaajobMarket *market, const Column *column, uint32_t i);
/* What the openings say of a matter; NULL when none says anything. */
const Column *market_find_column (const SmaajobMarket *market, uint32_t matter);

/* A mapped image that nobody has looked at: it is checked. */
const SmaajobOpening *market_touch (const SmaajobMarket *market, uint32_t number);

/* Every image passes here. One that is damaged is a stand-in's: whoever looked at any asks
   market_tell_damage() before what came of it is told, and finds the damage, also when another
   thread put the stand-in there. */
static inline const SmaajobOpening *
market_find_image (const SmaajobMarket *market, uint32_t number)
{
  const SmaajobOpening *image = __atomic_load_n (&market->images[number], __ATOMIC_ACQUIRE);

  return image != NULL ? image : market_touch (market, number);
}

static inline const SmaajobOpening *
market_image (const SmaajobMarket *market, uint32_t i)
{
  return market_find_image (market, market->numbers[i]);
}

/* Who goes through a market that is being packed finds each opening far away. */
static inline void
market_prefetch (const SmaajobMarket *market, uint32_t i)
{
  if (i < market->n)
    opening_prefetch (market->images[market->numbers[i]]);
}
#define MARKET_AHEAD 6

/* False after telling of an opening that was found damaged. */
bool market_tell_damage (const SmaajobMarket *market, SmaajobError *error);
/* Opening of that number, borrowed; NULL after telling that it is damaged. */
const SmaajobOpening *market_get (const SmaajobMarket *market, uint32_t number,
                                  SmaajobError *error);
/* A packed one; digest is the vocabulary's. */
SmaajobMarket *market_map (SmaajobVocabulary *vocabulary, const char *path, const char *digest,
                           SmaajobError *error);

/* One opening more than there are. */
static inline size_t
market_n_block_starts (const SmaajobMarket *market)
{
  return market->n / BLOCK_OPENINGS + (size_t) 1;
}

static inline Start
market_start (const SmaajobMarket *market, uint32_t i)
{
  const Start *block = &market->block_starts[i / BLOCK_OPENINGS];
  const PackedStart *start = &market->starts[i];

  return (Start){block->task + start->task, block->requirement + start->requirement};
}

/* Tasks, when they can be done, and requirements are each somewhere else: have them fetched. */
static inline void
market_fetch_tasks (const SmaajobMarket *market, uint32_t i)
{
  const Start start = market_start (market, i);
  const PackedRequirement *requirements = &market->requirements[start.requirement];

  memory_fetch (&market->tasks[start.task]);
  memory_fetch (&market->task_times[start.task]);
  memory_fetch (requirements);
  memory_fetch ((const char *) requirements + 64);
}

static inline uint32_t
market_groups (const SmaajobMarket *market)
{
  return (market->n_blocks + GROUP_BLOCKS - 1) / GROUP_BLOCKS;
}

static inline uint32_t
part_blocks (const SmaajobMarket *market, uint32_t part)
{
  uint32_t left = market->n_blocks - part * PART_BLOCKS;

  return left < PART_BLOCKS ? left : PART_BLOCKS;
}

/* Openings of a block, as bits. */
static inline uint64_t
block_openings (const SmaajobMarket *market, uint32_t block)
{
  uint32_t left = market->n - block * BLOCK_OPENINGS;

  return left < BLOCK_OPENINGS ? (UINT64_C (1) << left) - 1 : UINT64_MAX;
}

/* Bits are by block. */
static inline void
bits_add (uint64_t *bits, uint32_t opening)
{
  bits[opening / BLOCK_OPENINGS] |= UINT64_C (1) << opening % BLOCK_OPENINGS;
}

static inline void
bits_add_all (uint64_t *bits, const uint64_t *others, uint32_t n_words)
{
  for (uint32_t i = 0; i < n_words; i++)
    bits[i] |= others[i];
}

/* Those of some postings, from the first to before the last. */
static inline void
bits_add_postings (const SmaajobMarket *market, uint32_t first, uint32_t last, uint64_t *bits)
{
  for (uint32_t i = first; i < last; i++)
    bits_add (bits, posting_opening (market->postings[i]));
}

/* Those that have a requirement of a kind on a core task. */
static inline void
bits_add_kind (const SmaajobMarket *market, uint32_t kind, uint64_t *bits)
{
  bits_add_postings (market, market->first_postings[kind], market->first_postings[kind + 1], bits);
}
#endif
