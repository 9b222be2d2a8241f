// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

/** A professional's presumption that what a wage demands is there. */
public enum Prerequisites implements Word {
  /** Nobody has judged them. */
  UNKNOWN,
  /** They are presumed present. */
  PRESENT,
  /** They are presumed absent. */
  ABSENT;

  /** {@return the name in a document} */
  @Override
  public String toString() {
    return Words.nameOf(this);
  }
}
