// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.util.OptionalDouble;

/**
 * One unknown, and what its answer can change; scores 0–1.
 *
 * @param code what is unknown
 * @param subject the concept, condition, gate, member or task it is about
 * @param ask who can answer
 * @param best the potential with the best answer; empty when there is no score even then
 * @param worst the potential with the worst answer; empty when there is no score even then
 * @param swing how far apart they are; 0 when one of them has no score
 * @param decides whether an answer changes the verdict
 */
public record Question(
    Code code,
    String subject,
    Ask ask,
    OptionalDouble best,
    OptionalDouble worst,
    double swing,
    boolean decides) {

  static Question of(Row row) {
    return new Question(row.word(Code.class, 0), row.text(0), row.word(Ask.class, 1), row.known(2), row.known(3),
        row.thousandths(4), row.flag(5));
  }
}
