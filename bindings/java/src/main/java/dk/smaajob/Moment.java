// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

/** Which of the two matches. */
public enum Moment implements Word {
  /** The first of the two. */
  BEFORE,
  /** The second of the two. */
  AFTER;

  /** {@return the name in a document} */
  @Override
  public String toString() {
    return Words.nameOf(this);
  }
}
