// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.util.Objects;
import java.util.Optional;

/**
 * What a professional decided instead: a verdict, an advice, or both.
 *
 * @param verdict empty when it stands
 * @param advice empty when it stands
 * @param reason an id out of the case system's own list
 * @param actor the id of the professional
 */
public record Decision(Optional<Verdict> verdict, Optional<Advice> advice, String reason, String actor) {

  /**
   * Nothing of it is null.
   *
   * @param verdict empty when it stands
   * @param advice empty when it stands
   * @param reason an id out of the case system's own list
   * @param actor the id of the professional
   */
  public Decision {
    Objects.requireNonNull(verdict);
    Objects.requireNonNull(advice);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(actor);
  }

  /**
   * Another verdict.
   *
   * @param verdict what it is instead
   * @param reason an id out of the case system's own list
   * @param actor the id of the professional
   * @return the decision
   */
  public static Decision of(Verdict verdict, String reason, String actor) {
    return new Decision(Optional.of(verdict), Optional.empty(), reason, actor);
  }

  /**
   * Another advice on timing.
   *
   * @param advice what it is instead
   * @param reason an id out of the case system's own list
   * @param actor the id of the professional
   * @return the decision
   */
  public static Decision of(Advice advice, String reason, String actor) {
    return new Decision(Optional.empty(), Optional.of(advice), reason, actor);
  }

  static Optional<Decision> of(Row row) {
    if (row.text(0) == null) {
      return Optional.empty();
    }
    return Optional.of(new Decision(row.optionalWord(Verdict.class, 0), row.optionalWord(Advice.class, 1),
        row.text(0), row.text(1)));
  }

  static int number(Optional<? extends Enum<?>> word) {
    return word.isPresent() ? Words.numberOf(word.get()) : NativeConstants.UNKNOWN;
  }
}
