// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

/** What a held level rests on, the weakest first. */
public enum Evidence implements Word {
  /** The citizen says so. */
  STATED,
  /** It was seen in practice. */
  OBSERVED,
  /** It was shown in a job. */
  EMPLOYED,
  /** A certificate says so. */
  CERTIFIED;

  /** {@return the name in a document} */
  @Override
  public String toString() {
    return Words.nameOf(this);
  }
}
