/* SPDX-License-Identifier: Apache-2.0 */
#ifndef SMAAJOB_POLICY_H
#define SMAAJOB_POLICY_H

/**
 * @file policy.h
 * A policy: the weights, shares, priors and thresholds that a score and its advice are made with.
 *
 * Every number has a default; a policy states only what differs. A number is addressed by the JSON
 * Pointer of its place in a `smaajob.policy/1` document, such as "/weights/wish" or
 * "/thresholds/attendance_kept"; docs/scoring.md lists all of them with range and reason.
 * Immutable; may be shared by threads.
 */

#include <smaajob/citizen.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct _SmaajobPolicy SmaajobPolicy;
typedef struct _SmaajobPolicyBuilder SmaajobPolicyBuilder;

/** A new policy with every default. Fails: memory. */
SMAAJOB_API SmaajobPolicy *smaajob_policy_new (SmaajobError *error);

/**
 * A new policy from a `smaajob.policy/1` document, which overrides the defaults member by member.
 * Fails also: range, when the weights do not sum to 1.
 * @param length of @p json in bytes, at most 1 MiB; the text need not end in a NUL
 */
SMAAJOB_API SmaajobPolicy *smaajob_policy_new_from_json (const char *json, size_t length,
                                                         SmaajobError *error);

/** Give up a policy; matches made with it live on. NULL is allowed. */
SMAAJOB_API void smaajob_policy_free (SmaajobPolicy *policy);

/** The whole policy, defaults included, as canonical JSON; free with smaajob_free(). Fails: memory.
 */
SMAAJOB_API char *smaajob_policy_to_json (const SmaajobPolicy *policy, SmaajobError *error);

/** The number at @p pointer into @p value. Fails: unknown_member; @p value is then unchanged. */
SMAAJOB_API bool smaajob_policy_get_number (const SmaajobPolicy *policy, const char *pointer,
                                            double *value, SmaajobError *error);

/** A builder that holds every default. Fails: memory. */
SMAAJOB_API SmaajobPolicyBuilder *smaajob_policy_builder_new (SmaajobError *error);
/** Free a builder; NULL is allowed. */
SMAAJOB_API void smaajob_policy_builder_free (SmaajobPolicyBuilder *builder);
/** Set the number at @p pointer to @p value, whole or of at most three decimals. Fails:
 * unknown_member, range. */
SMAAJOB_API bool smaajob_policy_builder_set_number (SmaajobPolicyBuilder *builder,
                                                    const char *pointer, double value,
                                                    SmaajobError *error);
/**
 * Empty the ordinary week, to be added anew with smaajob_policy_builder_add_window(). Left empty,
 * no hour is planned where neither side has said when: the capacity of such tasks is 0. It blocks
 * nothing and changes no verdict, since it is nobody's word that there is no time.
 */
SMAAJOB_API bool smaajob_policy_builder_clear_windows (SmaajobPolicyBuilder *builder,
                                                       SmaajobError *error);
/** Add to the week in which is planned when neither side has said when. Fails: range. */
SMAAJOB_API bool smaajob_policy_builder_add_window (SmaajobPolicyBuilder *builder,
                                                    const SmaajobWindow *window,
                                                    SmaajobError *error);
/** The checked policy; the builder may be used on. Fails: range (weights), memory. */
SMAAJOB_API SmaajobPolicy *smaajob_policy_builder_build (const SmaajobPolicyBuilder *builder,
                                                         SmaajobError *error);

#ifdef __cplusplus
}
#endif
#endif
