// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

/** A day of the week. */
public enum Day implements Word {
  /** Monday. */
  MON,
  /** Tuesday. */
  TUE,
  /** Wednesday. */
  WED,
  /** Thursday. */
  THU,
  /** Friday. */
  FRI,
  /** Saturday. */
  SAT,
  /** Sunday. */
  SUN;

  /** {@return the name in a document} */
  @Override
  public String toString() {
    return Words.nameOf(this);
  }
}
