/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MANY_CHECKS_H
#define MANY_CHECKS_H

#include <smaajob/policy.h>

/* What every work on many needs: a policy, and no more threads than a crew has. */
bool check_means (const SmaajobPolicy *policy, unsigned threads, SmaajobError *error);
bool check_vocabularies (const SmaajobVocabulary *a, const SmaajobVocabulary *b,
                         SmaajobError *error);

#endif
