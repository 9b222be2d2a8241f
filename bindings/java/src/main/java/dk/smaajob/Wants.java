// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

/** What a wish wants of a concept or sector. */
public enum Wants implements Word {
  /** It is sought. */
  SEEK,
  /** It is to be avoided. */
  AVOID;

  /** {@return the name in a document} */
  @Override
  public String toString() {
    return Words.nameOf(this);
  }
}
