// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

/** How much the hours of work vary from week to week. */
public enum Variation implements Word {
  /** Nobody has said. */
  UNKNOWN,
  /** Little. */
  LOW,
  /** Much. */
  HIGH;

  /** {@return the name in a document} */
  @Override
  public String toString() {
    return Words.nameOf(this);
  }
}
