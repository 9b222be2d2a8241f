// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * An opening's hours, such as {@code OpeningHours.week().min(5).max(15)}. An end that is not stated is open.
 *
 * @param unit what the hours are of
 * @param min at least this many
 * @param max at most this many
 * @param growth how far they may grow
 */
public record OpeningHours(Unit unit, OptionalDouble min, OptionalDouble max, OptionalDouble growth) {

  /**
   * Nothing of it is null.
   *
   * @param unit what the hours are of
   * @param min at least this many
   * @param max at most this many
   * @param growth how far they may grow
   */
  public OpeningHours {
    Objects.requireNonNull(unit);
    Objects.requireNonNull(min);
    Objects.requireNonNull(max);
    Objects.requireNonNull(growth);
  }

  /** {@return hours a week, of which nothing is stated} */
  public static OpeningHours week() {
    return of(Unit.WEEK);
  }

  /** {@return hours a month, of which nothing is stated} */
  public static OpeningHours month() {
    return of(Unit.MONTH);
  }

  private static OpeningHours of(Unit unit) {
    OptionalDouble none = OptionalDouble.empty();
    return new OpeningHours(unit, none, none, none);
  }

  /**
   * The same with one more stated: at least this many.
   *
   * @param hours how many
   * @return these hours
   */
  public OpeningHours min(double hours) {
    return new OpeningHours(unit, OptionalDouble.of(hours), max, growth);
  }

  /**
   * The same with one more stated: at most this many.
   *
   * @param hours how many
   * @return these hours
   */
  public OpeningHours max(double hours) {
    return new OpeningHours(unit, min, OptionalDouble.of(hours), growth);
  }

  /**
   * The same with one more stated: how far they may grow.
   *
   * @param hours how many
   * @return these hours
   */
  public OpeningHours growth(double hours) {
    return new OpeningHours(unit, min, max, OptionalDouble.of(hours));
  }
}
