/* SPDX-License-Identifier: Apache-2.0 */
#ifndef SUPPORT_CITIZEN_H
#define SUPPORT_CITIZEN_H

#include "support-data.h"

#include "data/citizen.h"

/* A builder of a citizen for each test, and short ways to use it. */

/* Two concepts of the built-in vocabulary; the first is broader than the second. */
#define REPAIR_MOBILES      "esco:55cd5608-1497-4ed1-96d0-cb9494749a09"
#define DISASSEMBLE_MOBILES "esco:211e4a02-69a6-494e-b94a-93741e2a3a0b"

static SmaajobError error;
static SmaajobVocabulary *vocabulary;
static SmaajobCitizenBuilder *builder;

static inline void
set_up (void)
{
  vocabulary = smaajob_vocabulary_new (&error);
  builder = smaajob_citizen_builder_new (vocabulary, "c-17", &error);
  ck_assert_ptr_nonnull (builder);
}

static inline void
tear_down (void)
{
  smaajob_citizen_builder_free (builder);
  smaajob_vocabulary_free (vocabulary);
  ck_assert_uint_eq (bytes_in_use, 0);
}

static inline bool
add_competence (const char *id, int level, SmaajobEvidence evidence)
{
  const SmaajobCompetence competence = {id, level, evidence};

  return smaajob_citizen_builder_add_competence (builder, &competence, &error);
}

static inline bool
add_need (const char *condition, double value, SmaajobStrength strength)
{
  const SmaajobNeed need = {condition, value, strength};

  return smaajob_citizen_builder_add_need (builder, &need, &error);
}

static inline SmaajobCitizen *
build (void)
{
  SmaajobCitizen *citizen = smaajob_citizen_builder_build (builder, &error);

  ck_assert_msg (citizen != NULL, "%s", error.message);
  return citizen;
}

static inline void
add_fixed_case (Suite *suite, const char *name, const TTest *const *tests, size_t n)
{
  tcase_add_checked_fixture (add_case (suite, name, tests, n), set_up, tear_down);
}

#endif
