// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.util.OptionalInt;

/**
 * Whether, and in how many weeks of practice, a requirement can be learned.
 *
 * @param possible whether it can be learned, as far as is known
 * @param weeks in how many weeks; empty when that is unknown, or when it cannot
 */
public record Training(boolean possible, OptionalInt weeks) {
  /** Nobody has said. */
  public static final Training UNKNOWN = new Training(true, OptionalInt.empty());

  /** It cannot be learned in practice. */
  public static final Training IMPOSSIBLE = new Training(false, OptionalInt.empty());

  /**
   * What is impossible takes no weeks.
   *
   * @param possible whether it can be learned, as far as is known
   * @param weeks in how many weeks; empty when that is unknown, or when it cannot
   */
  public Training {
    if (!possible && weeks.isPresent()) {
      throw new IllegalArgumentException("weeks of what cannot be learned");
    }
  }

  /**
   * In so many weeks.
   *
   * @param weeks 0–520
   * @return the training
   */
  public static Training weeks(int weeks) {
    return new Training(true, OptionalInt.of(weeks));
  }

  int number(String pointer) throws SmaajobException {
    if (!possible) {
      return NativeConstants.TRAINING_IMPOSSIBLE;
    }
    return weeks.isPresent() ? Values.whole(weeks.getAsInt(), pointer) : NativeConstants.UNKNOWN;
  }
}
