# SPDX-License-Identifier: Apache-2.0
"""The closed lists, each a str that is its own name in a document."""

from __future__ import annotations

import enum
import re
from typing import Any, Dict, Type, TypeVar, Union

from . import _native
from ._error import SmaajobError

W = TypeVar("W", bound="Word")


class Word(str, enum.Enum):
    """One of a closed list: ``Verdict.FIT == "fit"`` and ``str(Verdict.FIT) == "fit"``."""

    __str__ = str.__str__
    __format__ = str.__format__  # type: ignore[assignment]


class Evidence(Word):
    """What a held level rests on, the weakest first."""

    STATED = "stated"
    OBSERVED = "observed"
    EMPLOYED = "employed"
    CERTIFIED = "certified"


class Strength(Word):
    """How much a need or a requirement weighs."""

    MUST = "must"
    SHOULD = "should"
    NICE = "nice"


class Answer(Word):
    """An answer to a formal question."""

    UNKNOWN = "unknown"
    YES = "yes"
    NO = "no"


class Prerequisites(Word):
    """A professional's presumption that what a wage demands is there."""

    UNKNOWN = "unknown"
    PRESENT = "present"
    ABSENT = "absent"


class Choice(Word):
    """Whether the citizen has chosen this, knowing what it means."""

    UNKNOWN = "unknown"
    INFORMED = "informed"
    PENDING = "pending"
    DECLINED = "declined"


class Purpose(Word):
    """What the course is for now."""

    UNKNOWN = "unknown"
    PAY = "pay"
    OTHER = "other"


class Context(Word):
    """In what the attendance was seen."""

    UNKNOWN = "unknown"
    PRACTICE = "practice"
    PAID = "paid"


class Wants(Word):
    """What a wish wants of a concept or sector."""

    SEEK = "seek"
    AVOID = "avoid"


class Mode(Word):
    """How the citizen gets to work."""

    WALK = "walk"
    BIKE = "bike"
    TRANSIT = "transit"
    CAR = "car"


class Day(Word):
    """A day of the week."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"


class Term(Word):
    """What an employer may accept."""

    PAID = "paid"
    PRACTICE = "practice"
    HYBRID = "hybrid"
    PROSPECT = "prospect"
    FLEKSJOB = "fleksjob"


class PayBasis(Word):
    """What an hour's pay is for: a fully effective hour, or an hour present."""

    EFFECTIVE = "effective"
    PRESENT = "present"


class Variation(Word):
    """How much the hours of work vary from week to week."""

    UNKNOWN = "unknown"
    LOW = "low"
    HIGH = "high"


class ConditionType(Word):
    """How a condition is measured."""

    LIMIT = "limit"
    PROVISION = "provision"
    CEILING = "ceiling"


class Kind(Word):
    """What area of life a condition belongs to."""

    ENVIRONMENT = "environment"
    PHYSICAL = "physical"
    COGNITIVE = "cognitive"
    SOCIAL = "social"
    TIME = "time"
    SUPPORT = "support"
    TRANSPORT = "transport"


class Verdict(Word):
    """What a match comes to, from worst to best."""

    BLOCKED = "blocked"
    PRACTICE_ONLY = "practice_only"
    UNCLEAR = "unclear"
    FIT = "fit"


class TaskVerdict(Word):
    """What one task is for one citizen."""

    OUT_OF_REACH = "out_of_reach"
    PRACTICE = "practice"
    UNCLEAR = "unclear"
    PAID = "paid"


class Advice(Word):
    """When to bring up pay."""

    NOT_NOW = "not_now"
    ASK_FIRST = "ask_first"
    PRACTICE_FIRST = "practice_first"
    WAGE_IN_PROSPECT = "wage_in_prospect"
    PAID_NOW = "paid_now"


class State(Word):
    """How a comparison came out."""

    MET = "met"
    SHORT = "short"
    UNKNOWN = "unknown"


class Side(Word):
    """For whom a criterion speaks."""

    CITIZEN = "citizen"
    EMPLOYER = "employer"


class CriterionId(Word):
    """The six criteria."""

    COMPETENCE = "competence"
    ACCOMMODATION = "accommodation"
    HOURS_EMPLOYER = "hours_employer"
    HOURS_CITIZEN = "hours_citizen"
    WISH = "wish"
    TRAVEL = "travel"


class Code(Word):
    """Every cause that a match can name."""

    GATE_REFUSED = "gate_refused"
    CHOICE_DECLINED = "choice_declined"
    NO_TASK_WITHIN_REACH = "no_task_within_reach"
    NO_COMMON_TIME = "no_common_time"
    LOAD_EXCEEDED = "load_exceeded"
    TRAVEL_TOO_FAR = "travel_too_far"
    PAY_REFUSED = "pay_refused"
    PRACTICE_REFUSED = "practice_refused"
    NEED_REFUSED = "need_refused"
    MASTERED = "mastered"
    COMPETENCE_BELOW = "competence_below"
    COMPETENCE_UNKNOWN = "competence_unknown"
    TRAINING_POSSIBLE = "training_possible"
    EXPOSURE_ABOVE_TOLERANCE = "exposure_above_tolerance"
    EXPOSURE_UNKNOWN = "exposure_unknown"
    CEILING_EXCEEDED = "ceiling_exceeded"
    BLOCKED = "blocked"
    FLEKSJOB_TRACK = "fleksjob_track"
    PREREQUISITES_ABSENT = "prerequisites_absent"
    CHOICE_PENDING = "choice_pending"
    EMPLOYER_NOT_ASKED = "employer_not_asked"
    MUST_UNKNOWN = "must_unknown"
    VALUE_SHOWN = "value_shown"
    VALUE_STATED_ONLY = "value_stated_only"
    NO_MUST_REQUIRED = "no_must_required"
    PREREQUISITES_PRESENT = "prerequisites_present"
    PREREQUISITES_UNKNOWN = "prerequisites_unknown"
    PROSPECT_REFUSED = "prospect_refused"
    HOPE_BEFORE_EMPLOYER = "hope_before_employer"
    KINDNESS_IS_NOT_VALUE = "kindness_is_not_value"
    EXPECTATION_PRESSURE = "expectation_pressure"
    TOTAL_LOAD = "total_load"
    RESTITUTION = "restitution"
    EFFECTIVENESS_BELOW_PAID = "effectiveness_below_paid"
    SAME_TASK_SPLIT = "same_task_split"
    HYBRID_NOT_UNDERSTOOD = "hybrid_not_understood"
    FLEKSJOB_PLAN_FIRST = "fleksjob_plan_first"
    CHECK_GATE_FIRST = "check_gate_first"
    INFORMED_CHOICE = "informed_choice"
    ATTENDANCE_IN_PRACTICE = "attendance_in_practice"
    ATTENDANCE_WHEN_PAID = "attendance_when_paid"
    CONTACT_PERSON = "contact_person"
    FEW_HOURS_PAY_DELAY = "few_hours_pay_delay"
    CONTRACT_DUTY = "contract_duty"
    GROWTH = "growth"
    TRANSPORT_FRAGILE = "transport_fragile"
    PURPOSE_OTHER_THAN_PAY = "purpose_other_than_pay"
    OVER_DEMAND = "over_demand"
    UNDER_DEMAND = "under_demand"
    CARVE = "carve"
    CHOICE_UNKNOWN = "choice_unknown"
    GATE_UNKNOWN = "gate_unknown"
    NEEDS_UNKNOWN = "needs_unknown"
    HOURS_UNKNOWN = "hours_unknown"
    COMMITTED_UNKNOWN = "committed_unknown"
    AVAILABILITY_UNKNOWN = "availability_unknown"
    TRAVEL_UNKNOWN = "travel_unknown"
    JOURNEY_UNKNOWN = "journey_unknown"
    EFFECTIVENESS_UNKNOWN = "effectiveness_unknown"
    PURPOSE_UNKNOWN = "purpose_unknown"
    OPENING_HOURS_UNKNOWN = "opening_hours_unknown"
    TASK_HOURS_UNKNOWN = "task_hours_unknown"
    WINDOWS_UNKNOWN = "windows_unknown"
    REQUIREMENTS_UNKNOWN = "requirements_unknown"
    TRAINING_UNKNOWN = "training_unknown"
    PROVISION_UNKNOWN = "provision_unknown"
    TERM_UNKNOWN = "term_unknown"
    WEEKLY_VARIATION_UNKNOWN = "weekly_variation_unknown"
    SECTOR_UNKNOWN = "sector_unknown"
    PROVISION_GIVEN = "provision_given"
    EXPOSURE_REDUCED = "exposure_reduced"
    TASK_CARVED = "task_carved"
    REQUIREMENT_TRAINED = "requirement_trained"
    HOURS_MIN_LOWERED = "hours_min_lowered"
    HOURS_MAX_RAISED = "hours_max_raised"
    TASK_HOURS_RAISED = "task_hours_raised"
    WINDOW_MOVED = "window_moved"
    TERM_AGREED = "term_agreed"


class Ask(Word):
    """Who can answer a question."""

    EMPLOYER = "employer"
    CITIZEN = "citizen"
    CASEWORKER = "caseworker"


class Actor(Word):
    """Whose a change is to make."""

    CITIZEN = "citizen"
    EMPLOYER = "employer"
    MUNICIPALITY = "municipality"


class Reader(Word):
    """Who reads an explanation."""

    CASEWORKER = "caseworker"
    CITIZEN = "citizen"
    EMPLOYER = "employer"


class Section(Word):
    """The parts of an explanation, in their order."""

    VERDICT = "verdict"
    BLOCKERS = "blockers"
    TIMING = "timing"
    TASKS = "tasks"
    WEEK = "week"
    SCORE = "score"
    ATTENTION = "attention"
    QUESTIONS = "questions"
    LEVERS = "levers"


class Moment(Word):
    """Which of two matches that are compared."""

    BEFORE = "before"
    AFTER = "after"


class Renewal(Word):
    """What became of one opening from one market to the next."""

    ADDED = "added"
    REPLACED = "replaced"
    REMOVED = "removed"


class PackedKind(Word):
    """What a packed file holds."""

    NONE = "none"
    MARKET = "market"
    CASELOAD = "caseload"


class ReasonList(Word):
    """The lists of reasons that a match has as a whole."""

    BLOCKERS = "blockers"
    TIMING = "timing"
    ATTENTION = "attention"


class Source(Word):
    """What a match is made of."""

    CITIZEN = "citizen"
    OPENING = "opening"
    POLICY = "policy"
    VOCABULARY = "vocabulary"


# How the C enum of each list begins.
PREFIXES: Dict[Type[Word], str] = {
    Evidence: "EVIDENCE_",
    Renewal: "RENEWAL_",
    PackedKind: "PACKED_",
    Strength: "STRENGTH_",
    Answer: "ANSWER_",
    Prerequisites: "PREREQUISITES_",
    Choice: "CHOICE_",
    Purpose: "PURPOSE_",
    Context: "CONTEXT_",
    Wants: "WISH_",
    Mode: "MODE_",
    Day: "DAY_",
    Term: "TERM_",
    PayBasis: "PAY_BASIS_",
    Variation: "VARIATION_",
    ConditionType: "CONDITION_",
    Kind: "KIND_",
    Verdict: "VERDICT_",
    TaskVerdict: "TASK_",
    Advice: "ADVICE_",
    State: "STATE_",
    Side: "SIDE_",
    CriterionId: "CRITERION_",
    Code: "CODE_",
    Moment: "MOMENT_",
    ReasonList: "LIST_",
    Source: "SOURCE_",
    Ask: "ASK_",
    Actor: "ACTOR_",
    Reader: "READER_",
    Section: "SECTION_",
}

_NUMBERS: Dict[Type[Word], Dict[str, int]] = {
    kind: {str(word): int(getattr(_native, prefix + word.name)) for word in kind} for kind, prefix in PREFIXES.items()
}
_WORDS: Dict[Type[Word], Dict[int, Any]] = {
    kind: {number: kind(name) for name, number in numbers.items()} for kind, numbers in _NUMBERS.items()
}


def word_of(kind: Type[W], number: int) -> W:
    """The word for a number of the native layer."""
    word: W = _WORDS[kind][number]
    return word


def number_of(kind: Type[Word], name: Union[Word, str], pointer: str) -> int:
    """The native layer's number for a word or its name; `pointer` says whose it is, if it is none."""
    if not isinstance(name, str):
        raise TypeError(f"{path_of(pointer)}: {type(name).__name__}, expected {kind.__name__} or str")
    number = _NUMBERS[kind].get(str(name))
    if number is None:
        raise SmaajobError(
            "range",
            f"{path_of(pointer)}: {told(name)} is not one of {', '.join(_NUMBERS[kind])}",
            pointer,
        )
    return number


def path_of(pointer: str) -> str:
    """A JSON Pointer as messages write it: ``/needs/2/strength`` is ``needs[2].strength``."""
    return re.sub(r"/(\d+)(?=/|$)", r"[\1]", pointer).replace("/", ".").lstrip(".")


def is_tellable(text: str) -> bool:
    """Whether an error may tell a string as it is: an id that is not long, since what could be about a person is not repeated."""
    return len(text) <= _native.TOLD_MOST_BYTES and re.fullmatch(r"[A-Za-z0-9._:-]+", text, re.ASCII) is not None


def told(text: str) -> str:
    """A string as an error may tell it."""
    if is_tellable(text):
        return f'"{text}"'
    return f"a string of {len(text.encode('utf-8', 'replace'))} bytes"
