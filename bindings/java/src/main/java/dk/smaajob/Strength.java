// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

/** How much a need or a requirement weighs. */
public enum Strength implements Word {
  /** It is demanded. */
  MUST,
  /** It weighs much. */
  SHOULD,
  /** It weighs a little. */
  NICE;

  /** {@return the name in a document} */
  @Override
  public String toString() {
    return Words.nameOf(this);
  }
}
