// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * A task's hours, such as {@code TaskHours.week().max(8)}. An end that is not stated is open.
 *
 * @param unit what the hours are of
 * @param min at least this many
 * @param max at most this many
 */
public record TaskHours(Unit unit, OptionalDouble min, OptionalDouble max) {

  /**
   * Nothing of it is null.
   *
   * @param unit what the hours are of
   * @param min at least this many
   * @param max at most this many
   */
  public TaskHours {
    Objects.requireNonNull(unit);
    Objects.requireNonNull(min);
    Objects.requireNonNull(max);
  }

  /** {@return hours a week, of which nothing is stated} */
  public static TaskHours week() {
    return of(Unit.WEEK);
  }

  /** {@return hours a month, of which nothing is stated} */
  public static TaskHours month() {
    return of(Unit.MONTH);
  }

  private static TaskHours of(Unit unit) {
    OptionalDouble none = OptionalDouble.empty();
    return new TaskHours(unit, none, none);
  }

  /**
   * The same with one more stated: at least this many.
   *
   * @param hours how many
   * @return these hours
   */
  public TaskHours min(double hours) {
    return new TaskHours(unit, OptionalDouble.of(hours), max);
  }

  /**
   * The same with one more stated: at most this many.
   *
   * @param hours how many
   * @return these hours
   */
  public TaskHours max(double hours) {
    return new TaskHours(unit, min, OptionalDouble.of(hours));
  }
}
