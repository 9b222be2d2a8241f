/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TESTS_ORACLE_QUESTION_H
#define TESTS_ORACLE_QUESTION_H

#include "property.h"

/*
 * Questions by the table of docs/scoring.md: every answer written into the pair's model, which is
 * made by way of the public builders and scored.
 */

#define ORACLE_MOST_QUESTIONS 128

/* In order; returns how many. The subjects are words of the world, ids of the pair or static. */
int oracle_ask (const Made *made, SmaajobQuestion *questions);

#endif
