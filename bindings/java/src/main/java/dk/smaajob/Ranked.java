// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

/**
 * One of the best.
 *
 * @param number its place in the market or the caseload
 * @param id the opening's, or the citizen's
 * @param score verdict and numbers of the pair
 */
public record Ranked(int number, String id, Score score) {

  static Ranked of(Row row) {
    return new Ranked(row.number(8), row.text(0), Score.of(row));
  }
}
