// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.util.OptionalDouble;

/**
 * The score of each side's own criteria; empty when there is none.
 *
 * @param citizen accommodation, hours, wish and travel
 * @param employer competence and hours
 */
public record Sides(OptionalDouble citizen, OptionalDouble employer) {
}
