// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

/** How the citizen gets to work. */
public enum Mode implements Word {
  /** On foot. */
  WALK,
  /** By bicycle. */
  BIKE,
  /** By bus, tram or train. */
  TRANSIT,
  /** By car. */
  CAR;

  /** {@return the name in a document} */
  @Override
  public String toString() {
    return Words.nameOf(this);
  }
}
