// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

/** What one task is for one citizen. */
public enum TaskVerdict implements Word {
  /** A must is known to be missing and cannot be trained, or a must-limit or must-ceiling is known to be exceeded. */
  OUT_OF_REACH,
  /** A must is missing, and each gap can be trained within the policy's weeks. */
  PRACTICE,
  /** A must is unknown, or the citizen has not chosen yet. */
  UNCLEAR,
  /** Every must is mastered, every must-limit and must-ceiling is kept. */
  PAID;

  /** {@return the name in a document} */
  @Override
  public String toString() {
    return Words.nameOf(this);
  }
}
