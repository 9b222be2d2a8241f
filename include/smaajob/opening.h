/* SPDX-License-Identifier: Apache-2.0 */
#ifndef SMAAJOB_OPENING_H
#define SMAAJOB_OPENING_H

/**
 * @file opening.h
 * An opening: what one employer offers; tasks, hours, conditions and terms.
 *
 * A SmaajobOpening is checked on entry, then immutable, and may be shared by threads. It is read
 * from a `smaajob.opening/1` document or made with a builder; both ways pass the same checks.
 * Whatever is not said is unknown, unless a setter says otherwise. Tasks are numbered in the order
 * they are added.
 */

#include <smaajob/citizen.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct _SmaajobOpening SmaajobOpening;
typedef struct _SmaajobOpeningBuilder SmaajobOpeningBuilder;

/** The requirement cannot be learned in practice. */
#define SMAAJOB_TRAINING_IMPOSSIBLE (-2)

/** The terms an employer may accept. */
typedef enum {
  SMAAJOB_TERM_PAID = 0,     /**< wages for a small job */
  SMAAJOB_TERM_PRACTICE = 1, /**< unpaid practice */
  SMAAJOB_TERM_HYBRID = 2,   /**< paid and practice hours beside each other */
  SMAAJOB_TERM_PROSPECT = 3, /**< pay held out in prospect */
  SMAAJOB_TERM_FLEKSJOB = 4  /**< the employer wants a subsidised permanent job instead */
} SmaajobTerm;

/** What an hour's pay is for. */
typedef enum {
  SMAAJOB_PAY_BASIS_EFFECTIVE = 0, /**< a fully effective hour; the value when nothing is said */
  SMAAJOB_PAY_BASIS_PRESENT = 1    /**< an hour present */
} SmaajobPayBasis;

/** How much the hours of work vary from week to week. */
typedef enum {
  SMAAJOB_VARIATION_UNKNOWN = 0,
  SMAAJOB_VARIATION_LOW = 1,
  SMAAJOB_VARIATION_HIGH = 2
} SmaajobVariation;

/** What a task demands of competence; the concept is borrowed for the call. */
typedef struct {
  const char *concept_id;
  int level; /**< 1–5 */
  SmaajobStrength importance;
  int training_weeks; /**< 0–520 weeks of practice; SMAAJOB_UNKNOWN; SMAAJOB_TRAINING_IMPOSSIBLE */
} SmaajobRequirement;

/** The opening's hours, in minutes a week, 0–10080; SMAAJOB_UNKNOWN leaves that end open. */
typedef struct {
  int min;    /**< at most max */
  int max;    /**< at most growth */
  int growth; /**< how far hours may grow; open: not stated */
} SmaajobOpeningHours;

#ifdef __cplusplus
}
#endif

#include <smaajob/opening-builder.h>
#endif
