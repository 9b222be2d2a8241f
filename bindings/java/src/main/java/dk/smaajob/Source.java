// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

/** What a match is made of. */
public enum Source implements Word {
  /** The citizen. */
  CITIZEN,
  /** The opening. */
  OPENING,
  /** The policy. */
  POLICY,
  /** The vocabulary. */
  VOCABULARY;

  /** {@return the name in a document} */
  @Override
  public String toString() {
    return Words.nameOf(this);
  }
}
