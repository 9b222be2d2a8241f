// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

/** The lists of reasons that a match has as a whole. */
public enum ReasonList implements Word {
  /** What stands in the way. */
  BLOCKERS,
  /** Why the advice on timing. */
  TIMING,
  /** What to look at. */
  ATTENTION;

  /** {@return the name in a document} */
  @Override
  public String toString() {
    return Words.nameOf(this);
  }
}
