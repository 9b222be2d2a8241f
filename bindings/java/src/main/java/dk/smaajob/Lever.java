// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Changes made together, and what comes of them.
 *
 * @param changes one to three
 * @param score the score then
 * @param verdict the verdict then
 * @param gain in potential; below 0 only where the verdict is raised
 */
public record Lever(List<Change> changes, OptionalDouble score, Verdict verdict, double gain) {

  static Lever of(Row row, List<Change> changes) {
    return new Lever(changes, row.known(2), row.word(Verdict.class, 1), row.thousandths(3));
  }
}
