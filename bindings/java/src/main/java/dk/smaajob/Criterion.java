// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.util.List;

/**
 * One criterion, and the comparisons it was made of.
 *
 * @param id which
 * @param side for whom it speaks
 * @param value its factor
 * @param low its factor in the score's low
 * @param high its factor in the score's high
 * @param weight from the policy
 * @param loss points of the score it costs
 * @param items the comparisons
 */
public record Criterion(
    CriterionId id,
    Side side,
    double value,
    double low,
    double high,
    double weight,
    double loss,
    List<Item> items) {

  static Criterion of(Row row, List<Item> items) {
    return new Criterion(row.word(CriterionId.class, 0), row.word(Side.class, 1), row.thousandths(2),
        row.thousandths(3), row.thousandths(4), row.thousandths(5), row.thousandths(6), items);
  }
}
