// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

/** The parts of an explanation, in their order. */
public enum Section implements Word {
  /** What the match comes to. */
  VERDICT,
  /** What stands in the way. */
  BLOCKERS,
  /** When to bring up pay. */
  TIMING,
  /** What each task is for the citizen. */
  TASKS,
  /** The plan of the week. */
  WEEK,
  /** What the score is made of. */
  SCORE,
  /** What to look at. */
  ATTENTION,
  /** What to ask next. */
  QUESTIONS,
  /** What would make it work. */
  LEVERS;

  /** {@return the name in a document} */
  @Override
  public String toString() {
    return Words.nameOf(this);
  }
}
