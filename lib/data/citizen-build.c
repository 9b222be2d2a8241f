/* SPDX-License-Identifier: Apache-2.0 */
#include "base/error.h"
#include "data/citizen-draft.h"
#include "data/holdings.h"

#include <string.h>

/* Where the next thing will be placed. */
static Offset
offset_of (const SmaajobCitizen *citizen, const char *end)
{
  return (Offset) (end - (const char *) citizen);
}

static Offset
place (const SmaajobCitizen *citizen, const void *bytes, size_t size, char **end)
{
  Offset offset = offset_of (citizen, *end);

  block_place (end, bytes, size);
  return offset;
}

/* A gate said to be unknown is as one that is not spoken of. */
static void
place_gates (const SmaajobCitizenBuilder *builder, SmaajobCitizen *citizen, char **end)
{
  GateAnswer *gates = (GateAnswer *) *end;
  uint16_t n = 0;

  for (size_t i = 0; i < builder->made.n_gates; i++)
    if (builder->gates[i].answer != SMAAJOB_ANSWER_UNKNOWN)
      gates[n++] = builder->gates[i];
  citizen->n_gates = n;
  citizen->gates = place (citizen, NULL, n * sizeof *gates, end);
}

static size_t
count_answered (const SmaajobCitizenBuilder *builder)
{
  size_t n = 0;

  for (size_t i = 0; i < builder->made.n_gates; i++)
    n += builder->gates[i].answer != SMAAJOB_ANSWER_UNKNOWN;
  return n;
}

static size_t
size_of_citizen (const SmaajobCitizenBuilder *builder, const Array *gathered)
{
  const SmaajobCitizen *made = &builder->made;

  return sizeof *made + made->n_competences * sizeof (Competence) + made->n_needs * sizeof (Need) +
         made->n_wishes * sizeof (Wish) + count_answered (builder) * sizeof (GateAnswer) +
         holdings_count (gathered) * sizeof (Holding) + strlen (builder->id) + 1;
}

/* The first citizen takes what it needs; others as they come should not take more each time. */
static bool
make_room (CitizenCopy *copy, size_t size)
{
  const size_t room = copy->room == 0 ? size : 2 * size;
  SmaajobCitizen *citizen;

  if (copy->room >= size)
    return true;
  citizen = memory_resize (copy->citizen, room);
  if (citizen == NULL)
    return false;
  *copy = (CitizenCopy){citizen, room};
  return true;
}

static void
place_citizen (const SmaajobCitizenBuilder *builder, const Array *gathered, size_t size,
               SmaajobCitizen *citizen)
{
  char *end = (char *) (citizen + 1);
  Holding *holdings;

  *citizen = builder->made;
  references_init (&citizen->references);
  citizen->size = (uint32_t) size;
  /* What must be aligned most comes first; a holding keeps that of a wish. */
  holdings = block_place (&end, NULL, holdings_count (gathered) * sizeof *holdings);
  holdings_fill (gathered, holdings, citizen->first_holding);
  citizen->wishes = place (citizen, builder->wishes, citizen->n_wishes * sizeof (Wish), &end);
  citizen->competences =
      place (citizen, builder->competences, citizen->n_competences * sizeof (Competence), &end);
  citizen->needs = place (citizen, builder->needs, citizen->n_needs * sizeof (Need), &end);
  place_gates (builder, citizen, &end);
  citizen->id = place (citizen, builder->id, strlen (builder->id) + 1, &end);
  citizen_derive (citizen);
}

SmaajobCitizen *
citizen_make (const SmaajobCitizenBuilder *draft, CitizenCopy *copy)
{
  const SmaajobCitizen *made = &draft->made;
  Array gathered = {0};
  bool done =
      holdings_gather (made->vocabulary, draft->competences, made->n_competences, &gathered);

  if (done) {
    const size_t size = size_of_citizen (draft, &gathered);

    done = make_room (copy, size);
    if (done)
      place_citizen (draft, &gathered, size, copy->citizen);
  }
  memory_free (gathered.items);
  return done ? copy->citizen : NULL;
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
  CitizenCopy made = {NULL, 0};

  if (!check_whole_citizen (builder, error))
    return NULL;
  if (citizen_make (builder, &made) == NULL)
    error_memory (error);
  else
    vocabulary_take (made.citizen->vocabulary);
  return made.citizen;
}
