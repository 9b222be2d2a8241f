/* SPDX-License-Identifier: Apache-2.0 */
#include "data/image.h"

#include "base/checksum.h"
#include "data/check.h"

#include <string.h>

#define MOST_THOUSANDTH (1000 * MOST_QUANTITY)
#define MOST_MINUTES    WEEK_MINUTES

/* Where the image is, how long it is, and what it may name. */
typedef struct {
  const char *bytes;
  size_t size, head; /* the head is the struct itself */
  uint32_t n_conditions, n_gates, n_concepts;
} Image;

static Image
image_of (const void *bytes, size_t size, size_t head, const SmaajobVocabulary *vocabulary)
{
  return (Image){bytes,
                 size,
                 head,
                 (uint32_t) smaajob_vocabulary_get_n_conditions (vocabulary),
                 (uint32_t) smaajob_vocabulary_get_n_gates (vocabulary),
                 (uint32_t) smaajob_vocabulary_get_n_concepts (vocabulary)};
}

/* Whether n items of such a size are inside, behind the head. */
static bool
has (const Image *image, uint64_t offset, uint64_t n, size_t size, size_t alignment)
{
  return offset >= image->head && offset % alignment == 0 && offset <= image->size &&
         n <= (image->size - offset) / size;
}

static bool
has_id (const Image *image, Offset offset)
{
  size_t room = offset < image->size ? image->size - offset : 0;

  return offset >= image->head && memchr (image->bytes + offset, '\0', room) != NULL &&
         id_is_valid (image->bytes + offset);
}

static bool
is_within (int64_t value, int64_t least, int64_t most)
{
  return value >= least && value <= most;
}

/* A bool that is neither true nor false may be taken for both. */
static bool
are_bools (const bool *values, size_t n)
{
  unsigned char any = 0;

  for (size_t i = 0; i < n; i++)
    any |= ((const unsigned char *) values)[i];
  return any <= 1;
}

static bool
check_week (const Week *week)
{
  for (int day = 0; day < WEEK_DAYS; day++)
    if ((week->early[day] | week->late[day]) != 0 && (week->days >> day & 1) == 0)
      return false;
  return week->days <= WEEK_ALL_DAYS;
}

static bool
check_place_image (const Place *place, bool known)
{
  Place made;

  if (!known)
    return true;
  if (!is_within (place->lat_millionths, -PLACE_MOST_LAT, PLACE_MOST_LAT) ||
      !is_within (place->lon_millionths, -PLACE_MOST_LON, PLACE_MOST_LON))
    return false;
  made = place_make (place->lat_millionths, place->lon_millionths);
  return memcmp (&made, place, sizeof made) == 0;
}

static bool
check_sector (const char *sector)
{
  return memchr (sector, '\0', 9) != NULL && (sector[0] == '\0' || sector_is_valid (sector));
}

static bool
check_stated (const Image *image, const Stated *stated, size_t n)
{
  for (size_t i = 0; i < n; i++)
    if (stated[i].condition >= image->n_conditions ||
        !is_within (stated[i].value, 0, MOST_THOUSANDTH) ||
        (i > 0 && stated[i].condition <= stated[i - 1].condition))
      return false;
  return true;
}

static bool
check_task (const Image *image, const SmaajobOpening *opening, const Task *task)
{
  return has_id (image, task->id) && are_bools (&task->optional, 4) &&
         check_week (&task->windows) && is_within (task->min, SMAAJOB_UNKNOWN, MOST_MINUTES) &&
         is_within (task->max, SMAAJOB_UNKNOWN, MOST_MINUTES) &&
         is_within (task->weight, 1, MOST_MINUTES) &&
         task->n_requirements <= OPENING_MAX_REQUIREMENTS &&
         (uint32_t) task->first_requirement + task->n_requirements <= opening->n_requirements &&
         (uint64_t) task->musts >> task->n_requirements == 0;
}

static bool
check_tasks (const Image *image, const SmaajobOpening *opening)
{
  const Task *tasks = opening_tasks (opening);

  if (!is_within (opening->n_tasks, 1, OPENING_MAX_TASKS) ||
      !has (image, image->head, opening->n_tasks, sizeof *tasks, 8))
    return false;
  for (int i = 0; i < opening->n_tasks; i++)
    if (!check_task (image, opening, &tasks[i]))
      return false;
  return true;
}

static bool
check_keys (const Image *image, const SmaajobOpening *opening, const Requirement *requirement)
{
  uint64_t at = (uint64_t) ((const char *) requirement - image->bytes);
  const Helper *helpers = requirement_helpers (requirement);

  if (!has (image, at + requirement->keys,
            1u + requirement->n_broader + (uint64_t) requirement->n_broader_2, 4, 4) ||
      !has (image, at + requirement->helpers, requirement->n_helpers, sizeof *helpers, 4) ||
      requirement_keys (requirement)[0] != requirement->concept_index)
    return false;
  for (size_t i = 0; i < requirement->n_helpers; i++)
    if (helpers[i].requirement >= opening->n_requirements || helpers[i].relation >= N_RELATIONS)
      return false;
  return true;
}

static bool
check_requirements (const Image *image, const SmaajobOpening *opening)
{
  const Requirement *requirement = opening_requirements (opening);

  if (!has (image, opening->requirements, opening->n_requirements, sizeof *requirement, 8) ||
      opening->n_requirements > OPENING_MAX_TASKS * OPENING_MAX_REQUIREMENTS)
    return false;
  for (size_t i = 0; i < opening->n_requirements; i++)
    if (requirement[i].concept_index >= image->n_concepts ||
        !is_within (requirement[i].level, 1, MOST_LEVEL) ||
        requirement[i].importance > SMAAJOB_STRENGTH_NICE ||
        !is_within (requirement[i].training_weeks, SMAAJOB_TRAINING_IMPOSSIBLE, 520) ||
        !check_keys (image, opening, &requirement[i]))
      return false;
  return true;
}

static bool
check_offered (const Image *image, const SmaajobOpening *opening)
{
  const uint16_t *said = opening_said (opening);
  const int32_t *offered = opening_offered (opening);
  size_t n = (size_t) opening->n_offered * opening->n_tasks;

  if (opening->n_conditions != image->n_conditions || opening->n_offered == 0 ||
      !has (image, opening->said, opening->n_conditions, sizeof *said, 2) ||
      !has (image, opening->offered, n, sizeof *offered, 4))
    return false;
  for (size_t i = 0; i < opening->n_conditions; i++)
    if ((said[i] & (N_ROWS - 1)) >= opening->n_offered)
      return false;
  for (size_t i = 0; i < n; i++)
    if (!is_within (offered[i], SMAAJOB_UNKNOWN, i < opening->n_tasks ? -1 : MOST_THOUSANDTH))
      return false;
  return true;
}

static bool
check_lists (const Image *image, const SmaajobOpening *opening)
{
  const uint32_t *gates = opening_gates (opening);
  const Stated *exposures = opening_stated_exposures (opening);
  uint32_t n = 0;

  for (int i = 0; i <= opening->n_tasks; i++) {
    if (opening->n_stated_exposures[i] > OPENING_MAX_EXPOSURES)
      return false;
    n += opening->n_stated_exposures[i];
  }
  if (!has (image, opening->stated_exposures, n, sizeof *exposures, 4) ||
      !has (image, opening->provisions, opening->n_provisions, sizeof *exposures, 4) ||
      !has (image, opening->gates, opening->n_gates, sizeof *gates, 4) ||
      opening->n_provisions > OPENING_MAX_PROVISIONS || opening->n_gates > OPENING_MAX_GATES ||
      !check_stated (image, opening_provisions (opening), opening->n_provisions))
    return false;
  for (int i = 0; i <= opening->n_tasks; exposures += opening->n_stated_exposures[i++])
    if (!check_stated (image, exposures, opening->n_stated_exposures[i]))
      return false;
  for (size_t i = 0; i < opening->n_gates; i++)
    if (gates[i] >= image->n_gates)
      return false;
  return true;
}

static bool
check_opening_numbers (const SmaajobOpening *opening)
{
  const SmaajobOpeningHours *hours = &opening->hours;

  for (int i = 0; i < N_TERMS; i++)
    if (opening->terms[i] > SMAAJOB_ANSWER_NO)
      return false;
  return are_bools (&opening->hours_known, 2) &&
         check_place_image (&opening->location, opening->location_known) &&
         is_within (hours->min, SMAAJOB_UNKNOWN, MOST_MINUTES) &&
         is_within (hours->max, SMAAJOB_UNKNOWN, MOST_MINUTES) &&
         is_within (hours->growth, SMAAJOB_UNKNOWN, MOST_MINUTES) &&
         is_within (opening->seats, 1, 1000) && check_sector (opening->sector) &&
         opening->pay_basis <= SMAAJOB_PAY_BASIS_PRESENT &&
         opening->weekly_variation <= SMAAJOB_VARIATION_HIGH;
}

bool
opening_check_image (const void *bytes, size_t size, const SmaajobVocabulary *vocabulary)
{
  const SmaajobOpening *opening = bytes;
  const Image image = image_of (bytes, size, sizeof *opening, vocabulary);

  return size >= sizeof *opening && opening->size == size && check_tasks (&image, opening) &&
         check_requirements (&image, opening) && check_offered (&image, opening) &&
         opening_is_derived (opening) && check_lists (&image, opening) &&
         has_id (&image, opening->id) &&
         (opening->employer == 0 || has_id (&image, opening->employer)) &&
         check_opening_numbers (opening);
}

SmaajobOpening *
opening_new_from_image (const void *image, SmaajobVocabulary *vocabulary)
{
  size_t size = ((const SmaajobOpening *) image)->size;
  SmaajobOpening *opening = memory_resize (NULL, size);

  if (opening == NULL)
    return NULL;
  memcpy (opening, image, size);
  references_init (&opening->references);
  opening->vocabulary = vocabulary_take (vocabulary);
  return opening;
}

uint64_t
image_layout (void)
{
  const uint32_t sizes[] = {
      sizeof (Week),
      sizeof (Place),
      sizeof (SmaajobOpening),
      sizeof (Task),
      sizeof (Requirement),
      sizeof (Helper),
      sizeof (Stated),
      offsetof (SmaajobOpening, location),
      offsetof (SmaajobOpening, n_tasks),
      offsetof (SmaajobOpening, core),
      ROW_BITS,
      offsetof (SmaajobOpening, location_known),
      offsetof (Task, first_requirement),
      offsetof (Requirement, training_weeks),
      OPENING_MAX_TASKS,
      N_TERMS,
  };

  return checksum_of (sizes, sizeof sizes);
}
