// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

/** What hours are of. */
public enum Unit implements Word {
  /** Hours a week. */
  WEEK,
  /** Hours a month, twelve of which are 52 weeks. */
  MONTH;

  /** {@return the most hours there are} */
  int most() {
    return this == WEEK ? Values.WEEK : Values.MONTH;
  }

  /** {@return the name in a document} */
  @Override
  public String toString() {
    return Words.nameOf(this);
  }
}
