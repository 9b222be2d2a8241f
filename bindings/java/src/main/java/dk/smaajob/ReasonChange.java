// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.util.List;

/**
 * Reasons that only one of two matches has.
 *
 * @param removed of the first alone
 * @param added of the second alone
 */
public record ReasonChange(List<Reason> removed, List<Reason> added) {
}
