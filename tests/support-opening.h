/* SPDX-License-Identifier: Apache-2.0 */
#ifndef SUPPORT_OPENING_H
#define SUPPORT_OPENING_H

#include "support-data.h"

#include "data/opening.h"

/* A builder of an opening for each test, and short ways to use it. */

/* Two concepts of the built-in vocabulary; the first is broader than the second. */
#define REPAIR_MOBILES      "esco:55cd5608-1497-4ed1-96d0-cb9494749a09"
#define DISASSEMBLE_MOBILES "esco:211e4a02-69a6-494e-b94a-93741e2a3a0b"

static SmaajobError error;
static SmaajobVocabulary *vocabulary;
static SmaajobOpeningBuilder *builder;

static inline void
set_up (void)
{
  vocabulary = smaajob_vocabulary_new (&error);
  builder = smaajob_opening_builder_new (vocabulary, "o-9", &error);
  ck_assert_ptr_nonnull (builder);
}

static inline void
tear_down (void)
{
  smaajob_opening_builder_free (builder);
  smaajob_vocabulary_free (vocabulary);
  ck_assert_uint_eq (bytes_in_use, 0);
}

static inline void
add_task (const char *id)
{
  ck_assert_msg (smaajob_opening_builder_add_task (builder, id, &error), "%s", error.message);
}

static inline bool
add_requirement (size_t task, const char *id, int level)
{
  const SmaajobRequirement requirement = {id, level, SMAAJOB_STRENGTH_MUST, SMAAJOB_UNKNOWN};

  return smaajob_opening_builder_add_requirement (builder, task, &requirement, &error);
}

static inline SmaajobOpening *
build (void)
{
  SmaajobOpening *opening = smaajob_opening_builder_build (builder, &error);

  ck_assert_msg (opening != NULL, "%s", error.message);
  return opening;
}

static inline void
add_fixed_case (Suite *suite, const char *name, const TTest *const *tests, size_t n)
{
  tcase_add_checked_fixture (add_case (suite, name, tests, n), set_up, tear_down);
}

#endif
