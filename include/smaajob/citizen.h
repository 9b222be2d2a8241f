/* SPDX-License-Identifier: Apache-2.0 */
#ifndef SMAAJOB_CITIZEN_H
#define SMAAJOB_CITIZEN_H

/**
 * @file citizen.h
 * A citizen: what is held, what is needed, when, and how far; functional needs only, never a
 * diagnosis.
 *
 * A SmaajobCitizen is checked on entry, then immutable, and may be shared by threads. It is read
 * from a `smaajob.citizen/1` document or made with a builder from a host's own database; both ways
 * pass the same checks. Whatever is not said is unknown, unless a setter says otherwise. Every
 * setter fails with `argument` on NULL, with a JSON Pointer to the member in a document, and then
 * changes nothing.
 */

#include <smaajob/vocabulary.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct _SmaajobCitizen SmaajobCitizen;
typedef struct _SmaajobCitizenBuilder SmaajobCitizenBuilder;

/** A time or an amount that is not stated. */
#define SMAAJOB_UNKNOWN (-1)

/** What a held level rests on; `stated` is the weakest and the value when a document does not say.
 */
typedef enum {
  SMAAJOB_EVIDENCE_STATED = 0,
  SMAAJOB_EVIDENCE_OBSERVED = 1,
  SMAAJOB_EVIDENCE_EMPLOYED = 2,
  SMAAJOB_EVIDENCE_CERTIFIED = 3
} SmaajobEvidence;

/** How much a need or a requirement weighs. */
typedef enum {
  SMAAJOB_STRENGTH_MUST = 0,
  SMAAJOB_STRENGTH_SHOULD = 1,
  SMAAJOB_STRENGTH_NICE = 2
} SmaajobStrength;

/** An answer to a formal question. */
typedef enum {
  SMAAJOB_ANSWER_UNKNOWN = 0,
  SMAAJOB_ANSWER_YES = 1,
  SMAAJOB_ANSWER_NO = 2
} SmaajobAnswer;

/** A professional's presumption that what a wage demands is there. */
typedef enum {
  SMAAJOB_PREREQUISITES_UNKNOWN = 0,
  SMAAJOB_PREREQUISITES_PRESENT = 1,
  SMAAJOB_PREREQUISITES_ABSENT = 2
} SmaajobPrerequisites;

/** Whether the citizen has chosen this, knowing what it means. */
typedef enum {
  SMAAJOB_CHOICE_UNKNOWN = 0,
  SMAAJOB_CHOICE_INFORMED = 1,
  SMAAJOB_CHOICE_PENDING = 2,
  SMAAJOB_CHOICE_DECLINED = 3
} SmaajobChoice;

/** What the course is for now. */
typedef enum {
  SMAAJOB_PURPOSE_UNKNOWN = 0,
  SMAAJOB_PURPOSE_PAY = 1,
  SMAAJOB_PURPOSE_OTHER = 2
} SmaajobPurpose;

/** In what the attendance was seen. */
typedef enum {
  SMAAJOB_CONTEXT_UNKNOWN = 0,
  SMAAJOB_CONTEXT_PRACTICE = 1,
  SMAAJOB_CONTEXT_PAID = 2
} SmaajobContext;

/** What a wish wants of a concept or sector. */
typedef enum { SMAAJOB_WISH_SEEK = 0, SMAAJOB_WISH_AVOID = 1 } SmaajobWish;

/** How the citizen gets to work. */
typedef enum {
  SMAAJOB_MODE_WALK = 0,
  SMAAJOB_MODE_BIKE = 1,
  SMAAJOB_MODE_TRANSIT = 2,
  SMAAJOB_MODE_CAR = 3
} SmaajobMode;

/** Days of the week as bits: Monday is 1, Sunday 64. */
typedef enum {
  SMAAJOB_DAY_MON = 1,
  SMAAJOB_DAY_TUE = 2,
  SMAAJOB_DAY_WED = 4,
  SMAAJOB_DAY_THU = 8,
  SMAAJOB_DAY_FRI = 16,
  SMAAJOB_DAY_SAT = 32,
  SMAAJOB_DAY_SUN = 64
} SmaajobDay;

/** A time in the week: the same hours on one or more days, on a 15-minute grid, not across
 * midnight. */
typedef struct {
  unsigned days;   /**< SmaajobDay bits, 1–127 */
  int from_minute; /**< minutes after midnight, 0–1425, a multiple of 15 */
  int to_minute;   /**< after from_minute, at most 1440, a multiple of 15 */
} SmaajobWindow;

/** A competence held; the concept is borrowed for the call. */
typedef struct {
  const char *concept_id;
  int level; /**< 0 known not held, 1 beginner, 3 as an ordinary employee, 5 expert */
  SmaajobEvidence evidence;
} SmaajobCompetence;

/** A need; the condition is borrowed for the call. */
typedef struct {
  const char *condition;
  double value; /**< tolerates 0–4, requires 0–2 (whole) or at_most 0–100000 (at most three
                   decimals) */
  SmaajobStrength strength;
} SmaajobNeed;

/** The citizen's hours, in minutes a week, 0–10080; SMAAJOB_UNKNOWN leaves that end open. */
typedef struct {
  int min;         /**< at most max */
  int max;         /**< at most limit; open: the limit */
  int limit;       /**< health ceiling over all engagements; open: none stated */
  int max_per_day; /**< minutes a day, 0–1440; open: none stated */
  int committed;   /**< already used of limit; SMAAJOB_UNKNOWN is unknown here, not open */
} SmaajobCitizenHours;

#ifdef __cplusplus
}
#endif

#include <smaajob/citizen-builder.h>
#endif
