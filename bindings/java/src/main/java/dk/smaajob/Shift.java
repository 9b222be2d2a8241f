// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

/**
 * A stretch of the week on one task.
 *
 * @param day the day
 * @param from such as {@code 08:00}
 * @param to such as {@code 12:00}, at most {@code 24:00}
 * @param task the task
 */
public record Shift(Day day, String from, String to, String task) {

  static Shift of(Row row) {
    return new Shift(row.word(Day.class, 0), Values.time(row.number(1)), Values.time(row.number(2)), row.text(0));
  }
}
