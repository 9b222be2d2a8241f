// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

/** Whose the change is to make. */
public enum Actor implements Word {
  /** The citizen. */
  CITIZEN,
  /** The employer. */
  EMPLOYER,
  /** The municipality. */
  MUNICIPALITY;

  /** {@return the name in a document} */
  @Override
  public String toString() {
    return Words.nameOf(this);
  }
}
