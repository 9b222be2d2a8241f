/* SPDX-License-Identifier: Apache-2.0 */
#include "many/checks.h"

#include "base/error.h"
#include "many/crew.h"
#include "words/fault.h"

bool
check_means (const SmaajobPolicy *policy, unsigned threads, SmaajobError *error)
{
  if (policy == NULL)
    return error_argument (error, "the options or their policy is NULL");
  if (threads > CREW_MOST)
    return fault (error, SMAAJOB_ERROR_RANGE, "/threads", "%u is outside [0, %d]", threads,
                  CREW_MOST);
  return true;
}

bool
check_vocabularies (const SmaajobVocabulary *a, const SmaajobVocabulary *b, SmaajobError *error)
{
  return a == b ||
         error_argument (error, "the citizens and the openings were read with two vocabularies");
}
