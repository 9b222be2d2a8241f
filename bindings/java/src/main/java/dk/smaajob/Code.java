// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

/** Every cause that a match can name. */
public enum Code implements Word {
  /** The opening demands it and the citizen is known not to pass. */
  GATE_REFUSED,
  /** The citizen has said no. */
  CHOICE_DECLINED,
  /** Every task is out of reach. */
  NO_TASK_WITHIN_REACH,
  /** No time in the week suits both. */
  NO_COMMON_TIME,
  /** No hours are left under the health ceiling. */
  LOAD_EXCEEDED,
  /** The journey is known to be longer than the citizen can make. */
  TRAVEL_TOO_FAR,
  /** The employer does not pay; it blocks together with practice_refused. */
  PAY_REFUSED,
  /** The employer takes nobody in practice, and no pay is possible. */
  PRACTICE_REFUSED,
  /** A must-provision is known not to be offered in full; no pay, but practice. */
  NEED_REFUSED,
  /** The must is held at the level demanded, or above. */
  MASTERED,
  /** The must is held too low, or known not to be held. */
  COMPETENCE_BELOW,
  /** Nothing says whether it is held. */
  COMPETENCE_UNKNOWN,
  /** The gap can be closed in practice within the policy's weeks. */
  TRAINING_POSSIBLE,
  /** The task carries more of it than the citizen tolerates. */
  EXPOSURE_ABOVE_TOLERANCE,
  /** The task does not say how much of it it carries. */
  EXPOSURE_UNKNOWN,
  /** The task asks for more kilos, hours or minutes than the citizen's ceiling. */
  CEILING_EXCEEDED,
  /** The match is blocked. */
  BLOCKED,
  /** The employer refuses a small job and wants a fleksjob, a subsidised permanent job: another path. */
  FLEKSJOB_TRACK,
  /** A professional presumes that what a wage demands is not there. */
  PREREQUISITES_ABSENT,
  /** The citizen has not chosen yet. */
  CHOICE_PENDING,
  /** Nobody knows whether the employer pays: ask before hope is raised. */
  EMPLOYER_NOT_ASKED,
  /** A must is unknown, so the answer can turn the advice. */
  MUST_UNKNOWN,
  /** The paid tasks' musts rest on observed, employed or certified evidence. */
  VALUE_SHOWN,
  /** They rest on what the citizen says alone. */
  VALUE_STATED_ONLY,
  /** A paid task has no requirement that must be met, so nothing has to be shown. */
  NO_MUST_REQUIRED,
  /** They are presumed present, so pay may be held out. */
  PREREQUISITES_PRESENT,
  /** Nobody has judged them, so pay is not held out. */
  PREREQUISITES_UNKNOWN,
  /** The employer does not hold pay out. */
  PROSPECT_REFUSED,
  /** Whether the employer pays is unknown: ask there first. */
  HOPE_BEFORE_EMPLOYER,
  /** The employer will pay, but no task can be paid. */
  KINDNESS_IS_NOT_VALUE,
  /** Prerequisites not presumed present, or a need about responsibility or pressure. */
  EXPECTATION_PRESSURE,
  /** Hours are committed elsewhere, or the plan takes much of the health ceiling. */
  TOTAL_LOAD,
  /** A need for rest days or about pain, or a plan above the citizen's own maximum. */
  RESTITUTION,
  /** Hours present are paid in full, and output is lower. */
  EFFECTIVENESS_BELOW_PAID,
  /** Paid and practice hours on one task. */
  SAME_TASK_SPLIT,
  /** Paid and practice beside each other is wanted, and refused or hard to tell apart. */
  HYBRID_NOT_UNDERSTOOD,
  /** The employer wants a fleksjob and does not, or not yet, pay for a small job. */
  FLEKSJOB_PLAN_FIRST,
  /** A demanded gate is unknown. */
  CHECK_GATE_FIRST,
  /** The choice is pending. */
  INFORMED_CHOICE,
  /** Few agreed meetings kept in unpaid practice; it never speaks against pay. */
  ATTENDANCE_IN_PRACTICE,
  /** Few agreed meetings kept in paid work. */
  ATTENDANCE_WHEN_PAID,
  /** No fixed contact person is offered. */
  CONTACT_PERSON,
  /** Few paid hours a week. */
  FEW_HOURS_PAY_DELAY,
  /** Enough paid hours a week for the duty to give a written contract. */
  CONTRACT_DUTY,
  /** The opening can grow beyond the plan and the citizen's maximum. */
  GROWTH,
  /** Public transport is a must, or how the citizen travels is unknown. */
  TRANSPORT_FRAGILE,
  /** The course is now for something else than pay. */
  PURPOSE_OTHER_THAN_PAY,
  /** A must is above the level held. */
  OVER_DEMAND,
  /** Every requirement is exceeded by far. */
  UNDER_DEMAND,
  /** Without one task that is not optional, it would be a fit. */
  CARVE,
  /** Whether the citizen wants this is unknown or pending. */
  CHOICE_UNKNOWN,
  /** Whether the citizen passes a gate that is demanded is unknown. */
  GATE_UNKNOWN,
  /** Nobody has told what the citizen needs. */
  NEEDS_UNKNOWN,
  /** The citizen's hours are untold. */
  HOURS_UNKNOWN,
  /** How much of the health limit is taken is untold. */
  COMMITTED_UNKNOWN,
  /** When the citizen can work is untold. */
  AVAILABILITY_UNKNOWN,
  /** How the citizen travels, and how far, is untold. */
  TRAVEL_UNKNOWN,
  /** How long the journey takes is not known. */
  JOURNEY_UNKNOWN,
  /** Output against that of a colleague is untold. */
  EFFECTIVENESS_UNKNOWN,
  /** What the course is for now is unknown. */
  PURPOSE_UNKNOWN,
  /** The opening's hours are untold. */
  OPENING_HOURS_UNKNOWN,
  /** Its hours are untold. */
  TASK_HOURS_UNKNOWN,
  /** When it can be done is untold. */
  WINDOWS_UNKNOWN,
  /** What it demands is untold. */
  REQUIREMENTS_UNKNOWN,
  /** Whether, and how fast, it can be learned in practice is untold. */
  TRAINING_UNKNOWN,
  /** Whether the workplace offers it is untold. */
  PROVISION_UNKNOWN,
  /** Whether the employer accepts it is unknown. */
  TERM_UNKNOWN,
  /** How much hours vary from week to week is unknown. */
  WEEKLY_VARIATION_UNKNOWN,
  /** The opening's sector is untold. */
  SECTOR_UNKNOWN,
  /** The workplace, or the municipality, offers what is required. */
  PROVISION_GIVEN,
  /** On every task down to what is tolerated. */
  EXPOSURE_REDUCED,
  /** It is left out. */
  TASK_CARVED,
  /** Learned to the level wanted. */
  REQUIREMENT_TRAINED,
  /** One side makes do with fewer hours. */
  HOURS_MIN_LOWERED,
  /** One side takes more hours. */
  HOURS_MAX_RAISED,
  /** It may take more hours. */
  TASK_HOURS_RAISED,
  /** It may also be done when the citizen can. */
  WINDOW_MOVED,
  /** The employer agrees to what was refused. */
  TERM_AGREED;

  /** {@return the name in a document} */
  @Override
  public String toString() {
    return Words.nameOf(this);
  }
}
