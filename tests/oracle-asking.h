/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TESTS_ORACLE_ASKING_H
#define TESTS_ORACLE_ASKING_H

#include "oracle-question.h"

#define MOST_LEVEL 5
#define WEEK       10080
#define NONE       SMAAJOB_UNKNOWN

/* Windows that are answers. */
static const WindowsModel never = {.known = true};
static const WindowsModel always = {.known = true, .n = 1, .list = {{127, 0, 1440}}};

typedef struct {
  const Made *made;
  const PairModel *pair;
  SmaajobQuestion *list;
  int n;
} Asking;

/* A question of which no answer has been tried. */
void asking_begin (Asking *asking, SmaajobCode code, SmaajobAsk who, const char *subject);
/* Whether nothing of the kind has been asked before. */
bool asking_is_new (const Asking *asking, SmaajobCode code, const char *subject);
/* Try an answer of the last question. */
void asking_try (Asking *asking, const PairModel *filled);
/* Try the pair with something else in it. */
#define ANSWER(asking, change)                                                                     \
  do {                                                                                             \
    PairModel pair = *(asking)->pair;                                                              \
                                                                                                   \
    change;                                                                                        \
    asking_try ((asking), &pair);                                                                  \
  } while (0)

const char *asked_concept (const PairModel *pair, int i);
const char *asked_condition (const PairModel *pair, int i);

/* The rows of the table about the opening, from its hours on. */
void ask_about_the_opening (Asking *asking);

#endif
