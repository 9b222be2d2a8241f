/* SPDX-License-Identifier: Apache-2.0 */
#include "data/citizen-record.h"

#include "words/array.h"

#include <string.h>

#define NUMBER_BITS  7
#define NUMBER_MORE  0x80
#define NUMBER_BYTES 5 /* at the most, of what is written here but for competences */
#define SECTOR_SIZE  9
_Static_assert(ID_SIZE + 2 + 16 * NUMBER_BYTES + /* numbers alone, and how many are in each list */
                       (CITIZEN_MAX_COMPETENCES + DRAFT_SPARE) * (NUMBER_BYTES + 1) +
                       CITIZEN_MAX_NEEDS * 2 * NUMBER_BYTES +
                       (CITIZEN_MAX_GATES + DRAFT_SPARE) * NUMBER_BYTES +
                       CITIZEN_MAX_WISHES * (NUMBER_BYTES + SECTOR_SIZE) + MOST_WINDOWS * 3 <=
                   CITIZEN_RECORD_MOST,
               "a record has room for all that a document may say");

/* What is told at all, as bits of the first byte behind the id. */
enum {
  TOLD_ALL_COMPETENCES = 1,
  TOLD_NEEDS = 2,
  TOLD_HOURS = 4,
  TOLD_AVAILABILITY = 8,
  TOLD_LOCATION = 16,
  TOLD_TRAVEL = 32,
  TOLD_EFFECTIVENESS = 64,
  TOLD_ATTENDANCE = 128
};

/* The second byte, and what stands below a number: answers of two bits. */
#define ANSWER_BITS 2
#define ANSWER      ((1u << ANSWER_BITS) - 1)
#define LEVEL_BITS  3
#define SLOT_BITS   7
#define SLOT        ((1u << SLOT_BITS) - 1)
enum { AT_PREREQUISITES = 0, AT_CHOICE = 2, AT_PURPOSE = 4, AT_CONTEXT = 6 };

/* --- packing --- */

static void
put_byte (char **end, unsigned byte)
{
  *(*end)++ = (char) byte;
}

static void
put (char **end, uint64_t number)
{
  for (; number >= NUMBER_MORE; number >>= NUMBER_BITS)
    put_byte (end, (unsigned) (number & (NUMBER_MORE - 1)) | NUMBER_MORE);
  put_byte (end, (unsigned) number);
}

/* Of what may be SMAAJOB_UNKNOWN. */
static void
put_known (char **end, int32_t number)
{
  put (end, (uint64_t) (number + 1));
}

static unsigned
flags_of (const SmaajobCitizen *citizen)
{
  return (citizen->competencies_complete ? TOLD_ALL_COMPETENCES : 0) |
         (citizen->needs_known ? TOLD_NEEDS : 0) | (citizen->hours_known ? TOLD_HOURS : 0) |
         (citizen->availability_known ? TOLD_AVAILABILITY : 0) |
         (citizen->location_known ? TOLD_LOCATION : 0) | (citizen->travel_known ? TOLD_TRAVEL : 0) |
         (citizen->effectiveness != SMAAJOB_UNKNOWN ? TOLD_EFFECTIVENESS : 0) |
         (citizen->attendance_kept != SMAAJOB_UNKNOWN ? TOLD_ATTENDANCE : 0);
}

static void
put_hours (char **end, const SmaajobCitizenHours *hours)
{
  put_known (end, hours->min);
  put_known (end, hours->max);
  put_known (end, hours->limit);
  put_known (end, hours->max_per_day);
  put_known (end, hours->committed);
}

/* Where the next run of such slots begins, or WEEK_SLOTS. */
static int
find_slot (uint64_t early, uint32_t late, int from)
{
  if (from < 64 && early >> from != 0)
    return from + __builtin_ctzll (early >> from);
  from = from < 64 ? 64 : from;
  late = from < WEEK_SLOTS ? late >> (from - 64) : 0;
  return late != 0 ? from + __builtin_ctz (late) : WEEK_SLOTS;
}

static void
put_windows_of (char **end, const Week *week, int day, unsigned days)
{
  uint64_t early = week->early[day];
  uint32_t late = week->late[day];

  for (int to, from = find_slot (early, late, 0); from < WEEK_SLOTS;
       from = find_slot (early, late, to)) {
    to = find_slot (~early, ~late, from);
    put (end, (unsigned) to << 2 * SLOT_BITS | (unsigned) from << SLOT_BITS | days);
  }
}

static unsigned
find_days_as (const Week *week, int day)
{
  unsigned days = 0;

  for (int i = day; i < WEEK_DAYS; i++)
    days |= (unsigned) (week->early[i] == week->early[day] && week->late[i] == week->late[day])
            << i;
  return days;
}

/* Of days that are as one another together; none of no days is the end. */
static void
put_week (char **end, const Week *week)
{
  for (unsigned left = week->days, days; left != 0; left &= ~days) {
    days = find_days_as (week, __builtin_ctz (left));
    put_windows_of (end, week, __builtin_ctz (left), days);
  }
  put (end, 0);
}

static void
put_told (char **end, const SmaajobCitizen *citizen)
{
  if (citizen->hours_known)
    put_hours (end, &citizen->hours);
  if (citizen->availability_known)
    put_week (end, &citizen->availability);
  if (citizen->location_known) {
    put (end, (uint64_t) (citizen->location.lat_millionths + PLACE_MOST_LAT));
    put (end, (uint64_t) (citizen->location.lon_millionths + PLACE_MOST_LON));
  }
  if (citizen->travel_known)
    put (end, (uint64_t) citizen->travel_max_minutes << ANSWER_BITS | citizen->travel_mode);
  if (citizen->effectiveness != SMAAJOB_UNKNOWN)
    put (end, (uint64_t) citizen->effectiveness);
  if (citizen->attendance_kept != SMAAJOB_UNKNOWN) {
    put (end, (uint64_t) citizen->attendance_kept);
    put_known (end, citizen->attendance_weeks);
  }
}

static void
put_competences (char **end, const SmaajobCitizen *citizen)
{
  const Competence *competences = citizen_competences (citizen);

  put (end, citizen->n_competences);
  for (size_t i = 0; i < citizen->n_competences; i++)
    put (end, (uint64_t) competences[i].concept_index << (LEVEL_BITS + ANSWER_BITS) |
                  (unsigned) competences[i].level << ANSWER_BITS | competences[i].evidence);
}

/* Thousandths, of which levels are whole. */
static uint32_t
unit_of (SmaajobConditionType type)
{
  return type == SMAAJOB_CONDITION_CEILING ? 1 : 1000;
}

static void
put_needs (char **end, const SmaajobCitizen *citizen)
{
  const Need *needs = citizen_needs (citizen);

  put (end, citizen->n_needs);
  for (size_t i = 0; i < citizen->n_needs; i++) {
    put (end, needs[i].condition);
    put (end,
         (uint64_t) needs[i].value / unit_of (needs[i].type) << ANSWER_BITS | needs[i].strength);
  }
}

static void
put_gates (char **end, const SmaajobCitizen *citizen)
{
  const GateAnswer *gates = citizen_gates (citizen);

  put (end, citizen->n_gates);
  for (size_t i = 0; i < citizen->n_gates; i++)
    put (end, (uint64_t) gates[i].gate << ANSWER_BITS | gates[i].answer);
}

/* A concept's number and one, or none and the sector with its end. */
static void
put_wishes (char **end, const SmaajobCitizen *citizen)
{
  const Wish *wishes = citizen_wishes (citizen);

  put (end, citizen->n_wishes);
  for (size_t i = 0; i < citizen->n_wishes; i++) {
    bool sector = wishes[i].concept_index == WORD_NONE;

    put (end, (sector ? 0 : (uint64_t) wishes[i].concept_index + 1) << 1 | wishes[i].wants);
    if (sector)
      block_place (end, wishes[i].sector, strlen (wishes[i].sector) + 1);
  }
}

size_t
citizen_pack (const SmaajobCitizen *citizen, char record[CITIZEN_RECORD_MOST])
{
  char *end = record;

  block_place (&end, citizen_id (citizen), strlen (citizen_id (citizen)) + 1);
  put_byte (&end, flags_of (citizen));
  put_byte (&end, (unsigned) citizen->prerequisites << AT_PREREQUISITES |
                      (unsigned) citizen->choice << AT_CHOICE |
                      (unsigned) citizen->purpose << AT_PURPOSE |
                      (unsigned) citizen->attendance_context << AT_CONTEXT);
  put_told (&end, citizen);
  put_competences (&end, citizen);
  put_needs (&end, citizen);
  put_gates (&end, citizen);
  put_wishes (&end, citizen);
  return (size_t) (end - record);
}

/* --- unpacking --- */

/* What is left of a record. Once it is broken nothing is read from it, and everything is 0. */
typedef struct {
  const unsigned char *at, *end;
  bool broken;
} Reader;

static uint64_t
fail (Reader *reader)
{
  reader->at = reader->end;
  reader->broken = true;
  return 0;
}

static uint64_t
take_long (Reader *reader, uint64_t most)
{
  uint64_t number = 0;

  for (unsigned shift = 0; shift < 64 - NUMBER_BITS && reader->at < reader->end;
       shift += NUMBER_BITS) {
    const unsigned byte = *reader->at++;

    number |= (uint64_t) (byte & (NUMBER_MORE - 1)) << shift;
    if (byte < NUMBER_MORE)
      return number <= most ? number : fail (reader);
  }
  return fail (reader);
}

static inline uint64_t
take (Reader *reader, uint64_t most)
{
  if (reader->at < reader->end && *reader->at < NUMBER_MORE && *reader->at <= most)
    return *reader->at++;
  return take_long (reader, most);
}

static unsigned
take_byte (Reader *reader)
{
  return reader->at < reader->end ? *reader->at++ : (unsigned) fail (reader);
}

static int32_t
take_known (Reader *reader, int32_t most)
{
  return (int32_t) take (reader, (uint64_t) most + 1) - 1;
}

/* Of two bits, below a number that was taken. */
static uint8_t
answer_of (Reader *reader, uint64_t number, unsigned most)
{
  const unsigned answer = number & ANSWER;

  return (uint8_t) (answer <= most ? answer : fail (reader));
}

/* A text and its end, of such a size at the most. */
static bool
take_text (Reader *reader, char *text, size_t most)
{
  const size_t left = (size_t) (reader->end - reader->at);
  const unsigned char *end = memchr (reader->at, '\0', left < most ? left : most);

  if (end == NULL)
    return fail (reader);
  memcpy (text, reader->at, (size_t) (end - reader->at) + 1);
  reader->at = end + 1;
  return true;
}

static void
take_hours (Reader *reader, SmaajobCitizenHours *hours)
{
  hours->min = take_known (reader, WEEK_MINUTES);
  hours->max = take_known (reader, WEEK_MINUTES);
  hours->limit = take_known (reader, WEEK_MINUTES);
  hours->max_per_day = take_known (reader, 1440);
  hours->committed = take_known (reader, WEEK_MINUTES);
}

static void
take_week (Reader *reader, Week *week)
{
  uint64_t packed;

  while ((packed = take (reader, (uint64_t) 1 << 3 * SLOT_BITS)) != 0) {
    const int from = (int) (packed >> SLOT_BITS & SLOT), to = (int) (packed >> 2 * SLOT_BITS);

    if ((packed & SLOT) == 0 || from >= to || to > WEEK_SLOTS)
      fail (reader);
    else
      week_add (week,
                &(SmaajobWindow){packed & SLOT, from * WEEK_SLOT_MINUTES, to * WEEK_SLOT_MINUTES});
  }
}

static void
take_attendance (Reader *reader, SmaajobCitizen *made)
{
  made->attendance_kept = (int32_t) take (reader, 1000);
  made->attendance_weeks = take_known (reader, 1000);
}

static void
take_told (Reader *reader, unsigned told, SmaajobCitizen *made)
{
  if (made->hours_known)
    take_hours (reader, &made->hours);
  if (made->availability_known)
    take_week (reader, &made->availability);
  if (made->location_known) {
    const int32_t lat = (int32_t) take (reader, 2 * PLACE_MOST_LAT) - PLACE_MOST_LAT;
    const int32_t lon = (int32_t) take (reader, 2 * PLACE_MOST_LON) - PLACE_MOST_LON;

    made->location = place_make (lat, lon);
  }
  if (made->travel_known) {
    const uint64_t travel = take (reader, 1440 << ANSWER_BITS | ANSWER);

    made->travel_mode = answer_of (reader, travel, SMAAJOB_MODE_CAR);
    made->travel_max_minutes = (int32_t) (travel >> ANSWER_BITS);
  }
  if (told & TOLD_EFFECTIVENESS)
    made->effectiveness = (int32_t) take (reader, 1000);
  if (told & TOLD_ATTENDANCE)
    take_attendance (reader, made);
}

/* How many are in a list, in which each of so many words may stand once. */
static uint16_t
take_count (Reader *reader, uint64_t n_words, uint64_t most)
{
  return (uint16_t) take (reader, n_words < most ? n_words : most);
}

static void
take_competences (Reader *reader, SmaajobCitizenBuilder *draft)
{
  const uint64_t n_concepts = smaajob_vocabulary_get_n_concepts (draft->made.vocabulary);
  const uint16_t n = take_count (reader, n_concepts, CITIZEN_MAX_COMPETENCES);

  for (uint16_t i = 0; i < n; i++) {
    const uint64_t packed = take (reader, (n_concepts << (LEVEL_BITS + ANSWER_BITS)) - 1);
    const unsigned level = packed >> ANSWER_BITS & ((1u << LEVEL_BITS) - 1);

    draft->competences[i] =
        (Competence){(uint32_t) (packed >> (LEVEL_BITS + ANSWER_BITS)),
                     (uint16_t) (level <= MOST_LEVEL ? level : fail (reader)), packed & ANSWER};
  }
  draft->made.n_competences = n;
}

static uint64_t
most_of_need (SmaajobConditionType type)
{
  return type == SMAAJOB_CONDITION_CEILING ? UINT64_C (1000) * MOST_QUANTITY
         : type == SMAAJOB_CONDITION_LIMIT ? NEED_TOLERATES_ALL
                                           : MOST_PROVISION;
}

static void
take_needs (Reader *reader, SmaajobCitizenBuilder *draft)
{
  const SmaajobVocabulary *vocabulary = draft->made.vocabulary;
  const uint64_t n_conditions = smaajob_vocabulary_get_n_conditions (vocabulary);
  const uint16_t n = take_count (reader, n_conditions, CITIZEN_MAX_NEEDS);

  for (uint16_t i = 0; i < n; i++) {
    const uint32_t condition = (uint32_t) take (reader, n_conditions - 1);
    const SmaajobConditionType type = vocabulary_get_condition_type (vocabulary, condition);
    const uint64_t packed = take (reader, most_of_need (type) << ANSWER_BITS | ANSWER);

    draft->needs[i] = (Need){.condition = condition,
                             .value = (int32_t) ((packed >> ANSWER_BITS) * unit_of (type)),
                             .type = (uint8_t) type,
                             .strength = answer_of (reader, packed, SMAAJOB_STRENGTH_NICE)};
  }
  draft->made.n_needs = n;
}

static void
take_gates (Reader *reader, SmaajobCitizenBuilder *draft)
{
  const uint64_t n_gates = smaajob_vocabulary_get_n_gates (draft->made.vocabulary);
  const uint16_t n = take_count (reader, n_gates, CITIZEN_MAX_GATES);

  for (uint16_t i = 0; i < n; i++) {
    const uint64_t packed = take (reader, (n_gates << ANSWER_BITS) - 1);

    draft->gates[i] = (GateAnswer){(uint32_t) (packed >> ANSWER_BITS),
                                   answer_of (reader, packed, SMAAJOB_ANSWER_NO)};
    if (i > 0 && draft->gates[i].gate <= draft->gates[i - 1].gate)
      fail (reader);
  }
  draft->made.n_gates = n;
}

static void
take_wishes (Reader *reader, SmaajobCitizenBuilder *draft)
{
  const SmaajobVocabulary *vocabulary = draft->made.vocabulary;
  const uint64_t n_concepts = smaajob_vocabulary_get_n_concepts (vocabulary);
  const uint16_t n = (uint16_t) take (reader, CITIZEN_MAX_WISHES);

  for (uint16_t i = 0; i < n; i++) {
    const uint64_t packed = take (reader, n_concepts << 1 | 1);
    Wish wish = {.concept_index = (uint32_t) (packed >> 1) - 1, .wants = packed & 1};

    if (wish.concept_index != WORD_NONE)
      wish.near = vocabulary_get_near_held (vocabulary, wish.concept_index);
    else if (take_text (reader, wish.sector, sizeof wish.sector) && !sector_is_valid (wish.sector))
      fail (reader);
    draft->wishes[i] = wish;
  }
  draft->made.n_wishes = n;
}

static void
set_flags (SmaajobCitizen *made, unsigned told, unsigned answers, Reader *reader)
{
  made->competencies_complete = told & TOLD_ALL_COMPETENCES;
  made->needs_known = told & TOLD_NEEDS;
  made->hours_known = told & TOLD_HOURS;
  made->availability_known = told & TOLD_AVAILABILITY;
  made->location_known = told & TOLD_LOCATION;
  made->travel_known = told & TOLD_TRAVEL;
  made->prerequisites =
      answer_of (reader, answers >> AT_PREREQUISITES, SMAAJOB_PREREQUISITES_ABSENT);
  made->choice = answer_of (reader, answers >> AT_CHOICE, SMAAJOB_CHOICE_DECLINED);
  made->purpose = answer_of (reader, answers >> AT_PURPOSE, SMAAJOB_PURPOSE_OTHER);
  made->attendance_context = answer_of (reader, answers >> AT_CONTEXT, SMAAJOB_CONTEXT_PAID);
}

bool
citizen_unpack (const char *record, size_t size, SmaajobVocabulary *vocabulary,
                SmaajobCitizenBuilder *draft)
{
  const unsigned char *bytes = (const unsigned char *) record;
  Reader reader = {bytes, bytes + size, false};
  unsigned told;

  draft->made = (SmaajobCitizen){.vocabulary = vocabulary,
                                 .effectiveness = SMAAJOB_UNKNOWN,
                                 .attendance_kept = SMAAJOB_UNKNOWN,
                                 .attendance_weeks = SMAAJOB_UNKNOWN};
  draft->n_windows = 0;
  if (!take_text (&reader, draft->id, sizeof draft->id) || !id_is_valid (draft->id))
    return false;
  told = take_byte (&reader);
  set_flags (&draft->made, told, take_byte (&reader), &reader);
  take_told (&reader, told, &draft->made);
  take_competences (&reader, draft);
  take_needs (&reader, draft);
  take_gates (&reader, draft);
  take_wishes (&reader, draft);
  return !reader.broken && reader.at == reader.end;
}
