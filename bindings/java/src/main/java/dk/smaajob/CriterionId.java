// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

/** The six criteria, in the order of a match. */
public enum CriterionId implements Word {
  /** What the core tasks require against what is held (employer's side). */
  COMPETENCE,
  /** Needs against exposures and provisions (citizen's side). */
  ACCOMMODATION,
  /** The planned hours against the opening's (employer's side). */
  HOURS_EMPLOYER,
  /** The planned hours against the citizen's (citizen's side). */
  HOURS_CITIZEN,
  /** What the citizen seeks and avoids (citizen's side). */
  WISH,
  /** The journey against what the citizen can make (citizen's side). */
  TRAVEL;

  /** {@return the name in a document} */
  @Override
  public String toString() {
    return Words.nameOf(this);
  }
}
