// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

/** An answer to a formal question. */
public enum Answer implements Word {
  /** Nobody has said. */
  UNKNOWN,
  /** Yes. */
  YES,
  /** No. */
  NO;

  /** {@return the name in a document} */
  @Override
  public String toString() {
    return Words.nameOf(this);
  }
}
