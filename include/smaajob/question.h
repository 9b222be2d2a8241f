/* SPDX-License-Identifier: Apache-2.0 */
#ifndef SMAAJOB_QUESTION_H
#define SMAAJOB_QUESTION_H

/**
 * @file question.h
 * What to ask next: one question for each unknown, and what its answer can change.
 */

#include <smaajob/match.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The questions of a match, immutable. Strings it gives are borrowed from it. */
typedef struct _SmaajobQuestions SmaajobQuestions;

/** Who can answer. */
typedef enum {
  SMAAJOB_ASK_EMPLOYER = 0,
  SMAAJOB_ASK_CITIZEN = 1,
  SMAAJOB_ASK_CASEWORKER = 2
} SmaajobAsk;

/** One question. Scores are potentials in thousandths, 0–1000, with this one answer filled in. */
typedef struct {
  SmaajobCode code;    /**< what is unknown: one of the codes that end in `_unknown` */
  const char *subject; /**< the concept, condition, gate, member or task; NULL: index too large */
  SmaajobAsk ask;
  int best;     /**< with the best answer; SMAAJOB_UNKNOWN when there is no score even then */
  int worst;    /**< with the worst answer; SMAAJOB_UNKNOWN when there is no score even then */
  int swing;    /**< best − worst; 0 when one of them has no score */
  bool decides; /**< whether an answer changes the verdict */
} SmaajobQuestion;

/** The questions of a match, the deciding first, then by swing; free with
 * smaajob_questions_free(). Fails: argument (NULL), memory. */
SMAAJOB_API SmaajobQuestions *smaajob_questions_new (const SmaajobMatch *match,
                                                     SmaajobError *error);
/** Free questions; NULL is allowed. */
SMAAJOB_API void smaajob_questions_free (SmaajobQuestions *questions);
/** Number of questions; 0 when everything is known, or for NULL. */
SMAAJOB_API size_t smaajob_questions_get_n (const SmaajobQuestions *questions);
/** Question @p i < n; its subject is NULL when the index is too large. */
SMAAJOB_API SmaajobQuestion smaajob_questions_get_at (const SmaajobQuestions *questions, size_t i);

/** The name of who can answer, such as "employer"; "" for a value outside the enum. */
SMAAJOB_API const char *smaajob_ask_get_name (SmaajobAsk ask);

#ifdef __cplusplus
}
#endif
#endif
