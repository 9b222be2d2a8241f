// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.util.Optional;

/**
 * One task, as each opening has it; empty when it does not.
 *
 * @param id the task
 * @param before in the first match
 * @param after in the second match
 */
public record TaskChange(String id, Optional<TaskState> before, Optional<TaskState> after) {

  static TaskChange of(Row row) {
    return new TaskChange(row.text(0), state(row, 0), state(row, 1));
  }

  private static Optional<TaskState> state(Row row, int moment) {
    return row.flag(moment)
        ? Optional.of(new TaskState(row.word(TaskVerdict.class, 2 + moment), row.hours(4 + moment)))
        : Optional.empty();
  }
}
