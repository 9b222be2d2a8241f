// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

/**
 * The value of a need, of the kind that its condition takes.
 *
 * @param type how the condition is measured
 * @param value the value
 */
public record Need(ConditionType type, double value) {

  /**
   * The type is not null.
   *
   * @param type how the condition is measured
   * @param value the value
   */
  public Need {
    java.util.Objects.requireNonNull(type);
  }

  /**
   * Of a limit.
   *
   * @param tolerance 0–4
   * @return the value of a need
   */
  public static Need tolerates(double tolerance) {
    return new Need(ConditionType.LIMIT, tolerance);
  }

  /**
   * Of a provision.
   *
   * @param provision 0–2
   * @return the value of a need
   */
  public static Need requires(double provision) {
    return new Need(ConditionType.PROVISION, provision);
  }

  /**
   * Of a ceiling.
   *
   * @param ceiling in the condition's unit
   * @return the value of a need
   */
  public static Need atMost(double ceiling) {
    return new Need(ConditionType.CEILING, ceiling);
  }

  String member() {
    return memberOf(type);
  }

  static String memberOf(ConditionType type) {
    return switch (type) {
      case LIMIT -> "tolerates";
      case PROVISION -> "requires";
      case CEILING -> "at_most";
    };
  }
}
