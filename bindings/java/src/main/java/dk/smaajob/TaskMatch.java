// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What one task of the opening is for the citizen.
 *
 * @param id the task
 * @param verdict what it is
 * @param hours planned hours a week; empty when nothing says how many
 * @param reasons why
 */
public record TaskMatch(String id, TaskVerdict verdict, OptionalDouble hours, List<Reason> reasons) {

  static TaskMatch of(Row row, List<Reason> reasons) {
    return new TaskMatch(row.text(0), row.word(TaskVerdict.class, 0), row.hours(1), reasons);
  }
}
