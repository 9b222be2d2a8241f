// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

/** Who can answer. */
public enum Ask implements Word {
  /** The employer. */
  EMPLOYER,
  /** The citizen. */
  CITIZEN,
  /** The caseworker. */
  CASEWORKER;

  /** {@return the name in a document} */
  @Override
  public String toString() {
    return Words.nameOf(this);
  }
}
