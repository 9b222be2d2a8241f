// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

/** How a condition is measured, and so which member of a need applies to it. */
public enum ConditionType implements Word {
  /** Exposure 0–4 against tolerance 0–4 (tolerates). */
  LIMIT,
  /** 0 no, 1 partly or by agreement, 2 yes (requires). */
  PROVISION,
  /** A quantity in the condition's unit, 0–100000 (at_most). */
  CEILING;

  /** {@return the name in a document} */
  @Override
  public String toString() {
    return Words.nameOf(this);
  }
}
