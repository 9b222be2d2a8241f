/* SPDX-License-Identifier: Apache-2.0 */
#ifndef DATA_CITIZEN_RECORD_H
#define DATA_CITIZEN_RECORD_H

#include "data/citizen-draft.h"

/*
 * What a citizen's document says, in as few bytes as are plain: the id and its end, two bytes of
 * flags, then numbers of as many bytes as each needs. What is made of it, such as the holdings, is
 * made again when it is unpacked. A record is of one vocabulary, and holds no place in memory.
 */
#define CITIZEN_RECORD_MOST 5120

/* Returns the size. */
size_t citizen_pack (const SmaajobCitizen *citizen, char record[CITIZEN_RECORD_MOST]);

/* Make the draft, whatever it was, say what the record says; false when that is none, for its bytes
   may be anything. The draft takes no reference to the vocabulary: it is not to be given to
   smaajob_citizen_builder_free(). */
bool citizen_unpack (const char *record, size_t size, SmaajobVocabulary *vocabulary,
                     SmaajobCitizenBuilder *draft);

/* Of a record that citizen_pack() made. */
static inline const char *
citizen_record_id (const void *record)
{
  return record;
}

#endif
