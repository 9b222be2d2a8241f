// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

/** Whether the citizen has chosen this, knowing what it means. */
public enum Choice implements Word {
  /** Nobody has said. */
  UNKNOWN,
  /** Yes, knowing what it means. */
  INFORMED,
  /** Not yet. */
  PENDING,
  /** No. */
  DECLINED;

  /** {@return the name in a document} */
  @Override
  public String toString() {
    return Words.nameOf(this);
  }
}
