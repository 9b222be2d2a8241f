// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.util.OptionalDouble;

/**
 * What a task is in one of two matches.
 *
 * @param verdict what it is
 * @param hours planned hours a week; empty when nothing says how many
 */
public record TaskState(TaskVerdict verdict, OptionalDouble hours) {
}
