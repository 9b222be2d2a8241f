// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

/** What an employer may accept. */
public enum Term implements Word {
  /** Wages for a small job. */
  PAID,
  /** Unpaid practice. */
  PRACTICE,
  /** Paid and practice hours beside each other. */
  HYBRID,
  /** Pay held out in prospect. */
  PROSPECT,
  /** The employer wants a subsidised permanent job instead. */
  FLEKSJOB;

  /** {@return the name in a document} */
  @Override
  public String toString() {
    return Words.nameOf(this);
  }
}
