// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

/** In what the attendance was seen. */
public enum Context implements Word {
  /** Nobody has said. */
  UNKNOWN,
  /** In unpaid practice. */
  PRACTICE,
  /** In paid work. */
  PAID;

  /** {@return the name in a document} */
  @Override
  public String toString() {
    return Words.nameOf(this);
  }
}
