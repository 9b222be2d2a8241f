// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

/**
 * The same of two matches.
 *
 * @param <T> what it is
 * @param before of the first
 * @param after of the second
 */
public record Both<T>(T before, T after) {
}
