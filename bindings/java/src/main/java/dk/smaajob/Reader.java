// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

/** Who reads it. */
public enum Reader implements Word {
  /** The caseworker, who is told everything. */
  CASEWORKER,
  /** The citizen, who is told nothing before it is released. */
  CITIZEN,
  /** The employer, who is told of tasks and hours alone. */
  EMPLOYER;

  /** {@return the name in a document} */
  @Override
  public String toString() {
    return Words.nameOf(this);
  }
}
