/* SPDX-License-Identifier: Apache-2.0 */
#include "base/error.h"
#include "data/citizen-draft.h"
#include "data/holdings.h"

#include <string.h>

/* A gate said to be unknown is as one that is not spoken of. */
static const GateAnswer *
place_gates (const SmaajobCitizenBuilder *builder, char **end, uint16_t *n)
{
  GateAnswer *gates = (GateAnswer *) *end;

  *n = 0;
  for (size_t i = 0; i < builder->made.n_gates; i++)
    if (builder->gates[i].answer != SMAAJOB_ANSWER_UNKNOWN)
      gates[(*n)++] = builder->gates[i];
  *end += *n * sizeof *gates;
  return gates;
}

static size_t
size_of_citizen (const SmaajobCitizenBuilder *builder, const Array *gathered)
{
  const SmaajobCitizen *made = &builder->made;

  return sizeof *made + made->n_competences * sizeof (Competence) + made->n_needs * sizeof (Need) +
         made->n_wishes * sizeof (Wish) + made->n_gates * sizeof (GateAnswer) +
         holdings_count (gathered) * sizeof (Holding) + strlen (builder->id) + 1;
}

static SmaajobCitizen *
place_citizen (const SmaajobCitizenBuilder *builder, const Array *gathered)
{
  size_t size = size_of_citizen (builder, gathered);
  SmaajobCitizen *citizen = memory_resize (NULL, size);
  char *end = (char *) (citizen + 1);
  Holding *holdings;

  if (citizen == NULL)
    return NULL;
  *citizen = builder->made;
  references_init (&citizen->references);
  vocabulary_take (citizen->vocabulary);
  citizen->size = size;
  /* What must be aligned most comes first. */
  citizen->wishes = block_place (&end, builder->wishes, citizen->n_wishes * sizeof (Wish));
  citizen->competences =
      block_place (&end, builder->competences, citizen->n_competences * sizeof (Competence));
  citizen->needs = block_place (&end, builder->needs, citizen->n_needs * sizeof (Need));
  citizen->gates = place_gates (builder, &end, &citizen->n_gates);
  citizen->holdings = holdings =
      block_place (&end, NULL, holdings_count (gathered) * sizeof (Holding));
  holdings_fill (gathered, holdings, citizen->first_holding);
  citizen_derive (citizen);
  citizen->id = block_place (&end, builder->id, strlen (builder->id) + 1);
  return citizen;
}

static bool
check_whole_citizen (const SmaajobCitizenBuilder *builder, SmaajobError *error)
{
  if (builder == NULL)
    return error_argument (error, "the builder is NULL");
  if (builder->made.attendance_weeks != SMAAJOB_UNKNOWN &&
      builder->made.attendance_kept == SMAAJOB_UNKNOWN)
    return fault (error, SMAAJOB_ERROR_MISSING, "/attendance/kept",
                  "missing, expected since attendance.weeks is there");
  return true;
}

SmaajobCitizen *
smaajob_citizen_builder_build (const SmaajobCitizenBuilder *builder, SmaajobError *error)
{
  SmaajobCitizen *citizen = NULL;
  Array gathered = {0};

  if (!check_whole_citizen (builder, error))
    return NULL;
  if (holdings_gather (builder->made.vocabulary, builder->competences, builder->made.n_competences,
                       &gathered))
    citizen = place_citizen (builder, &gathered);
  memory_free (gathered.items);
  if (citizen == NULL)
    error_memory (error);
  return citizen;
}
