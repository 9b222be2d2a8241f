/* SPDX-License-Identifier: Apache-2.0 */
#ifndef SMAAJOB_LEVER_H
#define SMAAJOB_LEVER_H

/**
 * @file lever.h
 * What would make it work: the smallest changes that raise the score or the verdict, each verified
 * by scoring again. No lever asks a citizen to give up a need.
 */

#include <smaajob/match.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The most levers that are listed, and the most changes that one is made of. */
#define SMAAJOB_MAX_LEVERS  20
#define SMAAJOB_MAX_CHANGES 3

/** The levers of a match, immutable. Strings it gives are borrowed from it. */
typedef struct _SmaajobLevers SmaajobLevers;

/** Whose the change is to make. */
typedef enum {
  SMAAJOB_ACTOR_CITIZEN = 0,
  SMAAJOB_ACTOR_EMPLOYER = 1,
  SMAAJOB_ACTOR_MUNICIPALITY = 2
} SmaajobActor;

/** One change. Its numbers are in thousandths of their unit: level, exposure, provision, hours a
 * week; of a term 0 is no and 1000 yes. */
typedef struct {
  SmaajobActor by;
  SmaajobCode code;    /**< such as SMAAJOB_CODE_PROVISION_GIVEN */
  const char *subject; /**< the concept, condition, member or task; NULL: index too large */
  int from;            /**< SMAAJOB_UNKNOWN when it is not known, or when it has no number */
  int to;              /**< SMAAJOB_UNKNOWN when it has no number */
} SmaajobChange;

/** Changes that are made together, and what comes of them; scores in thousandths. */
typedef struct {
  size_t n_changes; /**< 1–3; 0 when the index is too large */
  SmaajobVerdict verdict;
  int score; /**< 0–1000; SMAAJOB_UNKNOWN when nothing is known to score */
  int gain; /**< in potential, −1000–1000; below 0 only where the verdict is raised; 0 when there
               is no score before or after */
} SmaajobLever;

/**
 * The levers of a match, at most 20, best first: by verdict, then the fewest changes, then by
 * score. Sets of two and three stand there only when no single change makes a fit; they are
 * minimal and make one. Free with smaajob_levers_free(). Fails: argument (NULL), memory.
 */
SMAAJOB_API SmaajobLevers *smaajob_levers_new (const SmaajobMatch *match, SmaajobError *error);
/** Free levers; NULL is allowed. */
SMAAJOB_API void smaajob_levers_free (SmaajobLevers *levers);
/** Number of levers; 0 when no change helps, or for NULL. */
SMAAJOB_API size_t smaajob_levers_get_n (const SmaajobLevers *levers);
/** Lever @p i < n. */
SMAAJOB_API SmaajobLever smaajob_levers_get_at (const SmaajobLevers *levers, size_t i);
/** Change @p i < n_changes of lever @p lever. */
SMAAJOB_API SmaajobChange smaajob_levers_get_change_at (const SmaajobLevers *levers, size_t lever,
                                                        size_t i);

/** The actor's name, such as "municipality"; "" for a value outside the enum. */
SMAAJOB_API const char *smaajob_actor_get_name (SmaajobActor actor);

#ifdef __cplusplus
}
#endif
#endif
