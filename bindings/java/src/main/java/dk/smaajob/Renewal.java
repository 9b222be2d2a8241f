// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

/** What became of one opening from one market to the next. */
public enum Renewal implements Word {
  /** It is new; openings from its number on stood one lower before. */
  ADDED,
  /** Another stands in its place, or it says something else. */
  REPLACED,
  /** It is gone; openings behind it stand one lower now. */
  REMOVED;

  /** {@return the name in lower case} */
  @Override
  public String toString() {
    return Words.nameOf(this);
  }
}
