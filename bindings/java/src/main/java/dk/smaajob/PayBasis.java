// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

/** What an hour's pay is for. */
public enum PayBasis implements Word {
  /** A fully effective hour; the value when nothing is said. */
  EFFECTIVE,
  /** An hour present. */
  PRESENT;

  /** {@return the name in a document} */
  @Override
  public String toString() {
    return Words.nameOf(this);
  }
}
