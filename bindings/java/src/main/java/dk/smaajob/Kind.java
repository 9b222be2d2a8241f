// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

/** What area of life a condition belongs to. */
public enum Kind implements Word {
  /** The surroundings. */
  ENVIRONMENT,
  /** The body. */
  PHYSICAL,
  /** Thinking. */
  COGNITIVE,
  /** Other people. */
  SOCIAL,
  /** When and how long. */
  TIME,
  /** Help at work. */
  SUPPORT,
  /** Getting to work. */
  TRANSPORT;

  /** {@return the name in a document} */
  @Override
  public String toString() {
    return Words.nameOf(this);
  }
}
