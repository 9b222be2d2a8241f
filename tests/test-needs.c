/* SPDX-License-Identifier: Apache-2.0 */
/* What is kept of needs from one citizen to the next is what each comes to when it is judged. */
#include "support-data.h"

#include "many.h"
#include "many/needs.h"
#include "many/screen.h"

#include <smaajob/smaajob.h>

static SmaajobError error;

/* A value for any condition: as often as not one that others have too. */
static SmaajobNeed
draw_need (const World *world, Random *random, int number)
{
  SmaajobCondition condition =
      smaajob_vocabulary_get_condition_at (world->vocabulary, (size_t) world->conditions[number]);
  SmaajobNeed need = {.condition = condition.id,
                      .strength = (SmaajobStrength) random_below (random, 3)};

  if (condition.type == SMAAJOB_CONDITION_CEILING)
    need.value = random_below (random, 300) / 2.0;
  else
    need.value = random_below (random, condition.type == SMAAJOB_CONDITION_PROVISION ? 3 : 5);
  return need;
}

static SmaajobCitizen *
draw_citizen (const World *world, Random *random)
{
  SmaajobCitizenBuilder *builder = smaajob_citizen_builder_new (world->vocabulary, "c", &error);
  SmaajobCitizen *citizen;

  for (int i = 0; i < world->n_conditions; i++)
    if (random_chance (random, 95)) {
      SmaajobNeed need = draw_need (world, random, i);

      ck_assert_msg (smaajob_citizen_builder_add_need (builder, &need, &error), "%s",
                     error.message);
    }
  citizen = smaajob_citizen_builder_build (builder, &error);
  ck_assert_msg (citizen != NULL, "%s", error.message);
  smaajob_citizen_builder_free (builder);
  return citizen;
}

/* Returns how many openings were compared. */
static int
check_table (const Screen *screen, const NeedView *view, int shift)
{
  int n = 0;

  needs_set_shift (screen, view, shift);
  for (uint32_t i = 0; i < screen->market->n; i++) {
    unsigned code = column_code (screen->market, view->column, i);
    const NeedPattern *kept = &view->table->patterns[code];
    NeedPattern judged;

    if (code == CODE_OTHER)
      continue;
    needs_judge (screen, view, i, &judged);
    ck_assert_uint_eq (kept->cost, judged.cost);
    ck_assert_uint_eq (kept->state, judged.state);
    ck_assert (kept->known == judged.known);
    ck_assert (kept->uneven == judged.uneven);
    /* where tasks differ the code does not tell which they are */
    if (!kept->uneven) {
      ck_assert_uint_eq (kept->exceeded, judged.exceeded);
      ck_assert_uint_eq (kept->untold, judged.untold);
    }
    ck_assert_uint_eq (
        view->table->costs[code],
        cost_in_units (screen->policy, SMAAJOB_CRITERION_ACCOMMODATION, judged.cost, shift));
    n++;
  }
  return n;
}

/* No two needs of a quantity have the same table, and none is of a citizen to come. */
static void
check_apart (const Screen *screen)
{
  for (uint32_t i = 0; i < screen->n_tables; i++)
    ck_assert_uint_le (screen->tables[i].stamp, screen->stamp);
  for (size_t k = 0; k < screen->n_needs; k++)
    for (size_t other = 0; other < k; other++)
      ck_assert (screen->needs[k].need->kind != NEED_OF_QUANTITY ||
                 screen->needs[k].table != screen->needs[other].table);
}

static Screen *
make_screen (const Crowd *crowd, uint32_t n_tables)
{
  View *view = view_new (crowd->market, crowd->world.policy);
  Screen *screen = screen_new (crowd->market, view);

  ck_assert_ptr_nonnull (screen);
  view_free (view);
  screen->n_tables = n_tables;
  return screen;
}

static int
count_citizens (void)
{
  return few_are_wanted () ? 16 : 150;
}

static void
compare_citizens (uint32_t n_tables, uint32_t stamp)
{
  Crowd crowd = crowd_make (22, CROWD_ANY, 1, 120);
  Random random = random_make (n_tables, 3);
  Screen *screen = make_screen (&crowd, n_tables);
  int n = 0;

  screen->stamp = stamp;
  for (int i = 0; i < count_citizens (); i++) {
    SmaajobCitizen *citizen = draw_citizen (&crowd.world, &random);

    screen_begin (screen, citizen);
    check_apart (screen);
    for (size_t k = 0; k < screen->n_needs; k++)
      n += check_table (screen, &screen->needs[k], 22 + 2 * random_below (&random, 2));
    smaajob_citizen_free (citizen);
  }
  ck_assert_int_gt (n, 200 * count_citizens ());
  screen_free (screen);
  crowd_clear (&crowd);
  ck_assert_uint_eq (bytes_in_use, 0);
}

START_TEST (a_table_kept_is_what_the_need_comes_to)
{
  compare_citizens (NEED_TABLES, 0);
}
END_TEST

/* There is hardly room for the eight needs of one citizen. */
START_TEST (tables_give_way_to_others)
{
  compare_citizens (9, 0);
}
END_TEST

START_TEST (stamps_may_begin_again)
{
  compare_citizens (WORLD_MOST + 20, UINT32_MAX - (uint32_t) count_citizens () / 2);
}
END_TEST

#define MARKED ((Cost) 1 << 40)

START_TEST (what_was_seen_before_is_kept)
{
  Crowd crowd = crowd_make (22, CROWD_ANY, 1, 60);
  Random random = random_make (5, 3);
  Screen *screen = make_screen (&crowd, NEED_TABLES);
  SmaajobCitizen *citizen = draw_citizen (&crowd.world, &random),
                 *other = draw_citizen (&crowd.world, &random);
  NeedTable *tables[CITIZEN_MAX_NEEDS];

  screen_begin (screen, citizen);
  ck_assert_uint_gt (screen->n_needs, 3);
  for (size_t k = 0; k < screen->n_needs; k++) {
    tables[k] = screen->needs[k].table;
    tables[k]->patterns[0].cost |= MARKED;
  }
  screen_begin (screen, other);
  screen_begin (screen, citizen);
  for (size_t k = 0; k < screen->n_needs; k++) {
    NeedPattern judged;

    ck_assert_ptr_eq (screen->needs[k].table, tables[k]);
    for (uint32_t i = 0; i < screen->market->n; i++)
      if (column_code (screen->market, screen->needs[k].column, i) == 0) {
        needs_judge (screen, &screen->needs[k], i, &judged);
        ck_assert_uint_eq (tables[k]->patterns[0].cost, judged.cost | MARKED);
      }
  }
  smaajob_citizen_free (citizen);
  smaajob_citizen_free (other);
  screen_free (screen);
  crowd_clear (&crowd);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("needs");
  TCase *needs = tcase_create ("needs");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_set_timeout (needs, 60);
  tcase_add_test (needs, a_table_kept_is_what_the_need_comes_to);
  tcase_add_test (needs, tables_give_way_to_others);
  tcase_add_test (needs, stamps_may_begin_again);
  tcase_add_test (needs, what_was_seen_before_is_kept);
  suite_add_tcase (suite, needs);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
