// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.util.List;

/**
 * When to bring up pay, and why.
 *
 * @param advice when
 * @param reasons why
 */
public record Timing(Advice advice, List<Reason> reasons) {
}
