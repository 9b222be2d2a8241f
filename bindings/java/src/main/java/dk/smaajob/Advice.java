// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

/** When to bring up pay. */
public enum Advice implements Word {
  /** Do not bring up pay now. */
  NOT_NOW,
  /** Something must be asked before anything is held out. */
  ASK_FIRST,
  /** Let value be shown in practice, and let pay follow. */
  PRACTICE_FIRST,
  /** Start in practice, with pay held out. */
  WAGE_IN_PROSPECT,
  /** Bring up pay at once. */
  PAID_NOW;

  /** {@return the name in a document} */
  @Override
  public String toString() {
    return Words.nameOf(this);
  }
}
