// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * A citizen's hours, such as {@code CitizenHours.week().min(4).max(10)}.
 * An end that is not stated is open; committed not stated is unknown.
 *
 * @param unit what the hours are of
 * @param min at least this many
 * @param max at most this many
 * @param limit the health ceiling over all engagements
 * @param maxPerDay at most this many a day, whatever the unit
 * @param committed what is already used of the limit
 */
public record CitizenHours(
    Unit unit,
    OptionalDouble min,
    OptionalDouble max,
    OptionalDouble limit,
    OptionalDouble maxPerDay,
    OptionalDouble committed) {

  /**
   * Nothing of it is null.
   *
   * @param unit what the hours are of
   * @param min at least this many
   * @param max at most this many
   * @param limit the health ceiling over all engagements
   * @param maxPerDay at most this many a day, whatever the unit
   * @param committed what is already used of the limit
   */
  public CitizenHours {
    Objects.requireNonNull(unit);
    Objects.requireNonNull(min);
    Objects.requireNonNull(max);
    Objects.requireNonNull(limit);
    Objects.requireNonNull(maxPerDay);
    Objects.requireNonNull(committed);
  }

  /** {@return hours a week, of which nothing is stated} */
  public static CitizenHours week() {
    return of(Unit.WEEK);
  }

  /** {@return hours a month, of which nothing is stated} */
  public static CitizenHours month() {
    return of(Unit.MONTH);
  }

  private static CitizenHours of(Unit unit) {
    OptionalDouble none = OptionalDouble.empty();
    return new CitizenHours(unit, none, none, none, none, none);
  }

  /**
   * The same with one more stated: at least this many.
   *
   * @param hours how many
   * @return these hours
   */
  public CitizenHours min(double hours) {
    return new CitizenHours(unit, OptionalDouble.of(hours), max, limit, maxPerDay, committed);
  }

  /**
   * The same with one more stated: at most this many.
   *
   * @param hours how many
   * @return these hours
   */
  public CitizenHours max(double hours) {
    return new CitizenHours(unit, min, OptionalDouble.of(hours), limit, maxPerDay, committed);
  }

  /**
   * The same with one more stated: the health ceiling over all engagements.
   *
   * @param hours how many
   * @return these hours
   */
  public CitizenHours limit(double hours) {
    return new CitizenHours(unit, min, max, OptionalDouble.of(hours), maxPerDay, committed);
  }

  /**
   * The same with one more stated: at most this many a day, whatever the unit.
   *
   * @param hours how many
   * @return these hours
   */
  public CitizenHours maxPerDay(double hours) {
    return new CitizenHours(unit, min, max, limit, OptionalDouble.of(hours), committed);
  }

  /**
   * The same with one more stated: what is already used of the limit.
   *
   * @param hours how many
   * @return these hours
   */
  public CitizenHours committed(double hours) {
    return new CitizenHours(unit, min, max, limit, maxPerDay, OptionalDouble.of(hours));
  }
}
