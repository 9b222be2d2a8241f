// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Hours a week and a real week; hours are empty when nothing says how many.
 *
 * @param presentHours paid and practice together
 * @param paidHours paid
 * @param practiceHours in practice
 * @param capacityHours the most that can be scheduled
 * @param growthTo how far hours may grow; empty when not stated
 * @param schedule the week, Monday first
 */
public record Plan(
    OptionalDouble presentHours,
    OptionalDouble paidHours,
    OptionalDouble practiceHours,
    OptionalDouble capacityHours,
    OptionalDouble growthTo,
    List<Shift> schedule) {

  static Plan of(Row row, List<Shift> schedule) {
    return new Plan(planned(row, 1), planned(row, 2), planned(row, 3), row.hours(4), row.hours(5), schedule);
  }

  private static OptionalDouble planned(Row row, int i) {
    return row.flag(0) ? row.hours(i) : OptionalDouble.empty();
  }
}
