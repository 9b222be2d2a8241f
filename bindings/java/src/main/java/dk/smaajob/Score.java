// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.util.OptionalDouble;

/**
 * Verdict and numbers, 0–1; empty where there is none.
 *
 * @param verdict what the match comes to
 * @param score empty when blocked, or when nothing is known
 * @param low the least it can become when what is unknown is known
 * @param high the most it can become
 * @param coverage known share of what was asked
 * @param potential the score with blockers lifted
 * @param sides of each side alone
 */
public record Score(
    Verdict verdict,
    OptionalDouble score,
    OptionalDouble low,
    OptionalDouble high,
    double coverage,
    OptionalDouble potential,
    Sides sides) {

  static Score of(Row row) {
    return new Score(row.word(Verdict.class, 0), row.known(1), row.known(2), row.known(3), row.thousandths(4),
        row.known(5), new Sides(row.known(6), row.known(7)));
  }
}
