/* SPDX-License-Identifier: Apache-2.0 */
#ifndef DATA_HOLDINGS_H
#define DATA_HOLDINGS_H

#include "data/citizen.h"
#include "words/array.h"

/* What the competences say of every concept near them, packed and sorted by key; the array is
   empty before, and its items are freed by the caller in any case. False when there is no memory.
 */
bool holdings_gather (const SmaajobVocabulary *vocabulary, const Competence *competences, size_t n,
                      Array *gathered);
size_t holdings_count (const Array *gathered);
/* Make the table, for which there must be room, and where each bucket begins, which must be zero.
 */
void holdings_fill (const Array *gathered, Holding *holdings, uint32_t *first);

#endif
