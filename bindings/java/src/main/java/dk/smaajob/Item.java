// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One comparison.
 *
 * @param subject a concept, condition, sector or member
 * @param task empty when it is about the whole opening
 * @param state how it came out
 * @param have empty when unknown
 * @param want empty when it wants nothing particular
 * @param share how much it may take away
 * @param loss points of the score it costs
 */
public record Item(
    Optional<String> subject,
    Optional<String> task,
    State state,
    OptionalDouble have,
    OptionalDouble want,
    double share,
    double loss) {

  static Item of(Row row) {
    return new Item(row.optional(0), row.optional(1), row.word(State.class, 0), row.known(1), row.known(2),
        row.thousandths(3), row.thousandths(4));
  }
}
