/* SPDX-License-Identifier: Apache-2.0 */
#include "world.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Degrees in hundredths, inhabitants in hundreds. */
typedef struct {
  int code, lat, lon, hundreds, km2;
} Municipality;

#include <municipalities.h>

#define AALBORG        851
#define TOWN_KM2       50 /* of a disc as wide as the square of a dense population */
#define NEAR_PERCENT   35 /* of concepts: near one that was drawn before */
#define FLAT_CONCEPTS  4
#define FLAT_CONDITION 8

/* NACE codes, those with most small jobs first. */
static const char *const sectors[] = {
    "47.11", "56.10", "88.10", "81.21", "46.31", "47.52", "85.20", "87.30", "55.10", "01.50",
    "43.30", "10.71", "49.41", "45.20", "93.11", "52.10", "82.99", "16.23", "84.11", "62.02",
};

void
insist (bool ok, const SmaajobError *error)
{
  if (ok)
    return;
  fprintf (stderr, "population: %s: %s\n", error->pointer, error->message);
  exit (EXIT_FAILURE);
}

static GArray **
new_lists (uint32_t n)
{
  GArray **lists = g_new (GArray *, n);

  for (uint32_t i = 0; i < n; i++)
    lists[i] = g_array_new (FALSE, FALSE, sizeof (uint32_t));
  return lists;
}

static void
free_lists (GArray **lists, uint32_t n)
{
  for (uint32_t i = 0; i < n; i++)
    g_array_unref (lists[i]);
  g_free (lists);
}

/* The strings of a list that has no escapes in it, since ids never have. */
static void
relate (World *world, GHashTable *number_of, uint32_t concept, const char *list)
{
  const char *end = strchr (list, ']');
  g_autofree char *inside = g_strndup (list, (size_t) (end - list));
  g_auto (GStrv) ids = g_strsplit (g_strdelimit (inside, "\"", ' '), ",", -1);

  for (char **id = ids; *id != NULL; id++) {
    uint32_t broader = GPOINTER_TO_UINT (g_hash_table_lookup (number_of, g_strstrip (*id))) - 1;

    g_array_append_val (world->broader[concept], broader);
    g_array_append_val (world->narrower[broader], concept);
  }
}

/* Broader concepts are told by the canonical document alone, one concept after the other: its ids
   and member names are never inside a string, where a quotation mark is escaped. */
static void
read_relations (World *world, GHashTable *number_of)
{
  SmaajobError error;
  char *json = smaajob_vocabulary_to_json (world->vocabulary, &error);
  const char *at;
  uint32_t n = world->ids->len;

  insist (json != NULL, &error);
  at = strstr (json, "\"competencies\":[");
  for (uint32_t i = 0; i < n; i++) {
    const char *next, *broader;

    at = strstr (at, "{\"id\":\"") + 1;
    next = i + 1 < n ? strstr (at, "{\"id\":\"") : json + strlen (json);
    broader = g_strstr_len (at, next - at, "\"broader\":[");
    if (broader != NULL)
      relate (world, number_of, i, broader + strlen ("\"broader\":["));
  }
  smaajob_free (json);
}

static void
read_concepts (World *world)
{
  g_autoptr (GHashTable) number_of = g_hash_table_new (g_str_hash, g_str_equal);
  uint32_t n = (uint32_t) smaajob_vocabulary_get_n_concepts (world->vocabulary);

  world->ids = g_ptr_array_new ();
  for (uint32_t i = 0; i < n; i++) {
    gpointer id = (gpointer) smaajob_vocabulary_get_concept_at (world->vocabulary, i).id;

    g_ptr_array_add (world->ids, id);
    g_hash_table_insert (number_of, id, GUINT_TO_POINTER (i + 1));
  }
  world->broader = new_lists (n);
  world->narrower = new_lists (n);
  read_relations (world, number_of);
}

static uint32_t *
count_up (uint32_t n)
{
  uint32_t *numbers = g_new (uint32_t, n);

  for (uint32_t i = 0; i < n; i++)
    numbers[i] = i;
  return numbers;
}

/* The built-in concepts, those of small jobs, are the common ones. */
static void
order_words (World *world)
{
  SmaajobError error;
  SmaajobVocabulary *builtin = smaajob_vocabulary_new (&error);
  uint32_t n = world->ids->len, n_common;
  Dice dice = dice_new (world->seed, KIND_WORLD, 0);

  insist (builtin != NULL, &error);
  n_common = (uint32_t) MIN (n, smaajob_vocabulary_get_n_concepts (builtin));
  world->common_first = count_up (n);
  dice_shuffle (&dice, world->common_first, n_common);
  dice_shuffle (&dice, world->common_first + n_common, n - n_common);
  world->concepts = zipf_new (n, FLAT_CONCEPTS);
  n = (uint32_t) smaajob_vocabulary_get_n_conditions (world->vocabulary);
  world->conditions_first = count_up (n);
  dice_shuffle (&dice, world->conditions_first, n);
  world->conditions = zipf_new (n, FLAT_CONDITION);
  world->sectors = zipf_new (G_N_ELEMENTS (sectors), 2);
  smaajob_vocabulary_free (builtin);
}

World *
world_new (SmaajobVocabulary *vocabulary, uint64_t seed, Spread spread)
{
  World *world = g_new0 (World, 1);

  world->vocabulary = vocabulary;
  world->seed = seed;
  world->spread = spread;
  read_concepts (world);
  order_words (world);
  return world;
}

void
world_free (World *world)
{
  free_lists (world->broader, world->ids->len);
  free_lists (world->narrower, world->ids->len);
  g_ptr_array_unref (world->ids);
  g_free (world->common_first);
  g_free (world->conditions_first);
  zipf_clear (&world->concepts);
  zipf_clear (&world->conditions);
  zipf_clear (&world->sectors);
  g_free (world);
}

static uint32_t
pick (const GArray *list, Dice *dice)
{
  return g_array_index (list, uint32_t, dice_below (dice, list->len));
}

/* A parent, or half the time another child of it. */
static uint32_t
draw_near (const World *world, Dice *dice, uint32_t concept)
{
  if (world->broader[concept]->len == 0)
  return concept;
  concept = pick (world->broader[concept], dice);
  return dice_says (dice, 50) ? concept : pick (world->narrower[concept], dice);
}

static bool
has (const GArray *drawn, uint32_t concept)
{
  for (guint i = 0; i < drawn->len; i++)
    if (g_array_index (drawn, uint32_t, i) == concept)
      return true;
  return false;
}

const char *
world_draw_concept (const World *world, Dice *dice, GArray *drawn)
{
  uint32_t concept;

  do
    if (drawn->len > 0 && dice_says (dice, NEAR_PERCENT))
  concept
  = draw_near (world, dice, pick (drawn, dice));
  else concept = world->common_first[zipf_draw (&world->concepts, dice)];
  while (has (drawn, concept))
    ;
  g_array_append_val (drawn, concept);
  return g_ptr_array_index (world->ids, concept);
}

SmaajobCondition
world_draw_condition (const World *world, Dice *dice, uint64_t *taken)
{
  uint32_t place;

  do
    place = zipf_draw (&world->conditions, dice);
  while (place >= 64 || *taken >> place & 1);
  *taken |= (uint64_t) 1 << place;
  return smaajob_vocabulary_get_condition_at (world->vocabulary, world->conditions_first[place]);
}

const char *
world_draw_sector (const World *world, Dice *dice)
{
  return sectors[zipf_draw (&world->sectors, dice)];
}

SmaajobStrength
world_draw_strength (Dice *dice, unsigned must_percent)
{
  if (dice_says (dice, must_percent))
    return SMAAJOB_STRENGTH_MUST;
  return dice_says (dice, 60) ? SMAAJOB_STRENGTH_SHOULD : SMAAJOB_STRENGTH_NICE;
}

SmaajobWindow
world_draw_window (Dice *dice, unsigned weekend_percent)
{
  int from = 30 * dice_between (dice, 13, 26);
  unsigned days = 0, all = dice_says (dice, weekend_percent) ? 7 : 5;

  for (int n = dice_between (dice, 2, 6); n > 0; n--)
    days |= 1u << dice_below (dice, all);
  return (SmaajobWindow){days, from, from + 30 * dice_between (dice, 4, 15)};
}

static const Municipality *
draw_municipality (const World *world, Dice *dice)
{
  const Municipality *at = municipalities;
  int all = 0, thrown;

  for (size_t i = 0; i < G_N_ELEMENTS (municipalities); i++) {
    all += municipalities[i].hundreds;
    if (world->spread == SPREAD_DENSE && municipalities[i].code == AALBORG)
      return &municipalities[i];
  }
  for (thrown = dice_between (dice, 0, all - 1); thrown >= at->hundreds; at++)
    thrown -= at->hundreds;
  return at;
}

/* Half the side in metres of a square that is as wide as a disc of so many square kilometres. */
static int
half_side_of (int km2)
{
  int64_t square = (int64_t) km2 * 318310, half = 0;

  while ((half + 1) * (half + 1) <= square)
    half++;
  return (int) half;
}

/* In a square round the main town, near its middle more often than far from it: north and east are
   each the mean of two throws. A metre is 9 millionths of a degree to the north and, in Denmark,
   16 to the east. */
Place
world_draw_place (const World *world, Dice *dice)
{
  const Municipality *at = draw_municipality (world, dice);
  int half = half_side_of (world->spread == SPREAD_DENSE ? TOWN_KM2 : at->km2);
  int north = (dice_between (dice, -half, half) + dice_between (dice, -half, half)) / 2;
  int east = (dice_between (dice, -half, half) + dice_between (dice, -half, half)) / 2;

  return (Place){(at->lat * 10000 + north * 9) / 1e6, (at->lon * 10000 + east * 16) / 1e6};
}
