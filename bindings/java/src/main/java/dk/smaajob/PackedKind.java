// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

/** What a packed file holds. */
public enum PackedKind implements Word {
  /** Nothing: it is not a packed file. */
  NONE,
  /** A market. */
  MARKET,
  /** A caseload. */
  CASELOAD;

  /** {@return the name in lower case} */
  @Override
  public String toString() {
    return Words.nameOf(this);
  }
}
