// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

/** What the course is for now. */
public enum Purpose implements Word {
  /** Nobody has said. */
  UNKNOWN,
  /** A paid job. */
  PAY,
  /** Something else than pay. */
  OTHER;

  /** {@return the name in a document} */
  @Override
  public String toString() {
    return Words.nameOf(this);
  }
}
