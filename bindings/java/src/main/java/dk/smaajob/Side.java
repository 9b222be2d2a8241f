// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

/** For whom a criterion speaks. */
public enum Side implements Word {
  /** The side of the citizen. */
  CITIZEN,
  /** The side of the employer. */
  EMPLOYER;

  /** {@return the name in a document} */
  @Override
  public String toString() {
    return Words.nameOf(this);
  }
}
