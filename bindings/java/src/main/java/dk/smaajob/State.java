// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

/** How a comparison came out. */
public enum State implements Word {
  /** Nothing is missing. */
  MET,
  /** Something is known to be missing. */
  SHORT,
  /** An answer could change it. */
  UNKNOWN;

  /** {@return the name in a document} */
  @Override
  public String toString() {
    return Words.nameOf(this);
  }
}
