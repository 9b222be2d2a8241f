// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

/** What the match comes to, from worst to best. */
public enum Verdict implements Word {
  /** Something known stands in the way. */
  BLOCKED,
  /** Not blocked, but no pay is possible now. */
  PRACTICE_ONLY,
  /** A must is unknown, or the choice is pending. */
  UNCLEAR,
  /** At least one paid task. */
  FIT;

  /** {@return the name in a document} */
  @Override
  public String toString() {
    return Words.nameOf(this);
  }
}
