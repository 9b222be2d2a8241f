/* SPDX-License-Identifier: Apache-2.0 */
#ifndef WORDS_BUILTIN_H
#define WORDS_BUILTIN_H

#include <smaajob/vocabulary.h>

/* The built-in vocabulary as tables; generate_builtin.py makes them of data/. */
typedef struct {
  uint32_t child, parent; /* numbers of concepts */
} BuiltinBroader;

/* A condition that is said as a member of the citizen document. */
typedef struct {
  const char *id, *member;
} BuiltinMember;

extern const SmaajobCondition builtin_conditions[];
extern const size_t n_builtin_conditions;
extern const SmaajobWord builtin_gates[];
extern const size_t n_builtin_gates;
extern const SmaajobWord builtin_concepts[];
extern const size_t n_builtin_concepts;
extern const BuiltinBroader builtin_broader[]; /* by child */
extern const size_t n_builtin_broader;
extern const BuiltinMember builtin_members[];
extern const size_t n_builtin_members;

#endif
