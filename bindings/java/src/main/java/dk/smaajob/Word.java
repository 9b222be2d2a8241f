// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

/** One of a closed list: an enum whose {@code toString()} is its name in a document. */
public interface Word {
  /** {@return the name in a document, such as {@code practice_only}} */
  default String word() {
    return Words.nameOf((Enum<?>) this);
  }
}
