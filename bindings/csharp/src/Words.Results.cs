// SPDX-License-Identifier: Apache-2.0
namespace Smaajob
{
    /// <summary>Every cause that a match can name.</summary>
    public enum Code
    {
        /// <summary>The opening demands it and the citizen is known not to pass.</summary>
        GateRefused = Native.CODE_GATE_REFUSED,
        /// <summary>The citizen has said no.</summary>
        ChoiceDeclined = Native.CODE_CHOICE_DECLINED,
        /// <summary>Every task is out of reach.</summary>
        NoTaskWithinReach = Native.CODE_NO_TASK_WITHIN_REACH,
        /// <summary>No time in the week suits both.</summary>
        NoCommonTime = Native.CODE_NO_COMMON_TIME,
        /// <summary>No hours are left under the health ceiling.</summary>
        LoadExceeded = Native.CODE_LOAD_EXCEEDED,
        /// <summary>The journey is known to be longer than the citizen can make.</summary>
        TravelTooFar = Native.CODE_TRAVEL_TOO_FAR,
        /// <summary>The employer does not pay; it blocks together with practice_refused.</summary>
        PayRefused = Native.CODE_PAY_REFUSED,
        /// <summary>The employer takes nobody in practice, and no pay is possible.</summary>
        PracticeRefused = Native.CODE_PRACTICE_REFUSED,
        /// <summary>A must-provision is known not to be offered in full; no pay, but practice.</summary>
        NeedRefused = Native.CODE_NEED_REFUSED,
        /// <summary>The must is held at the level demanded, or above.</summary>
        Mastered = Native.CODE_MASTERED,
        /// <summary>The must is held too low, or known not to be held.</summary>
        CompetenceBelow = Native.CODE_COMPETENCE_BELOW,
        /// <summary>Nothing says whether it is held.</summary>
        CompetenceUnknown = Native.CODE_COMPETENCE_UNKNOWN,
        /// <summary>The gap can be closed in practice within the policy's weeks.</summary>
        TrainingPossible = Native.CODE_TRAINING_POSSIBLE,
        /// <summary>The task carries more of it than the citizen tolerates.</summary>
        ExposureAboveTolerance = Native.CODE_EXPOSURE_ABOVE_TOLERANCE,
        /// <summary>The task does not say how much of it it carries.</summary>
        ExposureUnknown = Native.CODE_EXPOSURE_UNKNOWN,
        /// <summary>The task asks for more kilos, hours or minutes than the citizen's ceiling.</summary>
        CeilingExceeded = Native.CODE_CEILING_EXCEEDED,
        /// <summary>The match is blocked.</summary>
        Blocked = Native.CODE_BLOCKED,
        /// <summary>The employer refuses a small job and wants a fleksjob, a subsidised permanent job: another path.</summary>
        FleksjobTrack = Native.CODE_FLEKSJOB_TRACK,
        /// <summary>A professional presumes that what a wage demands is not there.</summary>
        PrerequisitesAbsent = Native.CODE_PREREQUISITES_ABSENT,
        /// <summary>The citizen has not chosen yet.</summary>
        ChoicePending = Native.CODE_CHOICE_PENDING,
        /// <summary>Nobody knows whether the employer pays: ask before hope is raised.</summary>
        EmployerNotAsked = Native.CODE_EMPLOYER_NOT_ASKED,
        /// <summary>A must is unknown, so the answer can turn the advice.</summary>
        MustUnknown = Native.CODE_MUST_UNKNOWN,
        /// <summary>The paid tasks' musts rest on observed, employed or certified evidence.</summary>
        ValueShown = Native.CODE_VALUE_SHOWN,
        /// <summary>They rest on what the citizen says alone.</summary>
        ValueStatedOnly = Native.CODE_VALUE_STATED_ONLY,
        /// <summary>A paid task has no requirement that must be met, so nothing has to be shown.</summary>
        NoMustRequired = Native.CODE_NO_MUST_REQUIRED,
        /// <summary>They are presumed present, so pay may be held out.</summary>
        PrerequisitesPresent = Native.CODE_PREREQUISITES_PRESENT,
        /// <summary>Nobody has judged them, so pay is not held out.</summary>
        PrerequisitesUnknown = Native.CODE_PREREQUISITES_UNKNOWN,
        /// <summary>The employer does not hold pay out.</summary>
        ProspectRefused = Native.CODE_PROSPECT_REFUSED,
        /// <summary>Whether the employer pays is unknown: ask there first.</summary>
        HopeBeforeEmployer = Native.CODE_HOPE_BEFORE_EMPLOYER,
        /// <summary>The employer will pay, but no task can be paid.</summary>
        KindnessIsNotValue = Native.CODE_KINDNESS_IS_NOT_VALUE,
        /// <summary>Prerequisites not presumed present, or a need about responsibility or pressure.</summary>
        ExpectationPressure = Native.CODE_EXPECTATION_PRESSURE,
        /// <summary>Hours are committed elsewhere, or the plan takes much of the health ceiling.</summary>
        TotalLoad = Native.CODE_TOTAL_LOAD,
        /// <summary>A need for rest days or about pain, or a plan above the citizen's own maximum.</summary>
        Restitution = Native.CODE_RESTITUTION,
        /// <summary>Hours present are paid in full, and output is lower.</summary>
        EffectivenessBelowPaid = Native.CODE_EFFECTIVENESS_BELOW_PAID,
        /// <summary>Paid and practice hours on one task.</summary>
        SameTaskSplit = Native.CODE_SAME_TASK_SPLIT,
        /// <summary>Paid and practice beside each other is wanted, and refused or hard to tell apart.</summary>
        HybridNotUnderstood = Native.CODE_HYBRID_NOT_UNDERSTOOD,
        /// <summary>The employer wants a fleksjob and does not, or not yet, pay for a small job.</summary>
        FleksjobPlanFirst = Native.CODE_FLEKSJOB_PLAN_FIRST,
        /// <summary>A demanded gate is unknown.</summary>
        CheckGateFirst = Native.CODE_CHECK_GATE_FIRST,
        /// <summary>The choice is pending.</summary>
        InformedChoice = Native.CODE_INFORMED_CHOICE,
        /// <summary>Few agreed meetings kept in unpaid practice; it never speaks against pay.</summary>
        AttendanceInPractice = Native.CODE_ATTENDANCE_IN_PRACTICE,
        /// <summary>Few agreed meetings kept in paid work.</summary>
        AttendanceWhenPaid = Native.CODE_ATTENDANCE_WHEN_PAID,
        /// <summary>No fixed contact person is offered.</summary>
        ContactPerson = Native.CODE_CONTACT_PERSON,
        /// <summary>Few paid hours a week.</summary>
        FewHoursPayDelay = Native.CODE_FEW_HOURS_PAY_DELAY,
        /// <summary>Enough paid hours a week for the duty to give a written contract.</summary>
        ContractDuty = Native.CODE_CONTRACT_DUTY,
        /// <summary>The opening can grow beyond the plan and the citizen's maximum.</summary>
        Growth = Native.CODE_GROWTH,
        /// <summary>Public transport is a must, or how the citizen travels is unknown.</summary>
        TransportFragile = Native.CODE_TRANSPORT_FRAGILE,
        /// <summary>The course is now for something else than pay.</summary>
        PurposeOtherThanPay = Native.CODE_PURPOSE_OTHER_THAN_PAY,
        /// <summary>A must is above the level held.</summary>
        OverDemand = Native.CODE_OVER_DEMAND,
        /// <summary>Every requirement is exceeded by far.</summary>
        UnderDemand = Native.CODE_UNDER_DEMAND,
        /// <summary>Without one task that is not optional, it would be a fit.</summary>
        Carve = Native.CODE_CARVE,
        /// <summary>Whether the citizen wants this is unknown or pending.</summary>
        ChoiceUnknown = Native.CODE_CHOICE_UNKNOWN,
        /// <summary>Whether the citizen passes a gate that is demanded is unknown.</summary>
        GateUnknown = Native.CODE_GATE_UNKNOWN,
        /// <summary>Nobody has told what the citizen needs.</summary>
        NeedsUnknown = Native.CODE_NEEDS_UNKNOWN,
        /// <summary>The citizen's hours are untold.</summary>
        HoursUnknown = Native.CODE_HOURS_UNKNOWN,
        /// <summary>How much of the health limit is taken is untold.</summary>
        CommittedUnknown = Native.CODE_COMMITTED_UNKNOWN,
        /// <summary>When the citizen can work is untold.</summary>
        AvailabilityUnknown = Native.CODE_AVAILABILITY_UNKNOWN,
        /// <summary>How the citizen travels, and how far, is untold.</summary>
        TravelUnknown = Native.CODE_TRAVEL_UNKNOWN,
        /// <summary>How long the journey takes is not known.</summary>
        JourneyUnknown = Native.CODE_JOURNEY_UNKNOWN,
        /// <summary>Output against that of a colleague is untold.</summary>
        EffectivenessUnknown = Native.CODE_EFFECTIVENESS_UNKNOWN,
        /// <summary>What the course is for now is unknown.</summary>
        PurposeUnknown = Native.CODE_PURPOSE_UNKNOWN,
        /// <summary>The opening's hours are untold.</summary>
        OpeningHoursUnknown = Native.CODE_OPENING_HOURS_UNKNOWN,
        /// <summary>Its hours are untold.</summary>
        TaskHoursUnknown = Native.CODE_TASK_HOURS_UNKNOWN,
        /// <summary>When it can be done is untold.</summary>
        WindowsUnknown = Native.CODE_WINDOWS_UNKNOWN,
        /// <summary>What it demands is untold.</summary>
        RequirementsUnknown = Native.CODE_REQUIREMENTS_UNKNOWN,
        /// <summary>Whether, and how fast, it can be learned in practice is untold.</summary>
        TrainingUnknown = Native.CODE_TRAINING_UNKNOWN,
        /// <summary>Whether the workplace offers it is untold.</summary>
        ProvisionUnknown = Native.CODE_PROVISION_UNKNOWN,
        /// <summary>Whether the employer accepts it is unknown.</summary>
        TermUnknown = Native.CODE_TERM_UNKNOWN,
        /// <summary>How much hours vary from week to week is unknown.</summary>
        WeeklyVariationUnknown = Native.CODE_WEEKLY_VARIATION_UNKNOWN,
        /// <summary>The opening's sector is untold.</summary>
        SectorUnknown = Native.CODE_SECTOR_UNKNOWN,
        /// <summary>The workplace, or the municipality, offers what is required.</summary>
        ProvisionGiven = Native.CODE_PROVISION_GIVEN,
        /// <summary>On every task down to what is tolerated.</summary>
        ExposureReduced = Native.CODE_EXPOSURE_REDUCED,
        /// <summary>It is left out.</summary>
        TaskCarved = Native.CODE_TASK_CARVED,
        /// <summary>Learned to the level wanted.</summary>
        RequirementTrained = Native.CODE_REQUIREMENT_TRAINED,
        /// <summary>One side makes do with fewer hours.</summary>
        HoursMinLowered = Native.CODE_HOURS_MIN_LOWERED,
        /// <summary>One side takes more hours.</summary>
        HoursMaxRaised = Native.CODE_HOURS_MAX_RAISED,
        /// <summary>It may take more hours.</summary>
        TaskHoursRaised = Native.CODE_TASK_HOURS_RAISED,
        /// <summary>It may also be done when the citizen can.</summary>
        WindowMoved = Native.CODE_WINDOW_MOVED,
        /// <summary>The employer agrees to what was refused.</summary>
        TermAgreed = Native.CODE_TERM_AGREED,
    }

    /// <summary>What one task is for one citizen.</summary>
    public enum TaskVerdict
    {
        /// <summary>A must is known to be missing and cannot be trained, or a must-limit or must-ceiling is known to be exceeded.</summary>
        OutOfReach = Native.TASK_OUT_OF_REACH,
        /// <summary>A must is missing, and each gap can be trained within the policy's weeks.</summary>
        Practice = Native.TASK_PRACTICE,
        /// <summary>A must is unknown, or the citizen has not chosen yet.</summary>
        Unclear = Native.TASK_UNCLEAR,
        /// <summary>Every must is mastered, every must-limit and must-ceiling is kept.</summary>
        Paid = Native.TASK_PAID,
    }

    /// <summary>When to bring up pay.</summary>
    public enum Advice
    {
        /// <summary>Do not bring up pay now.</summary>
        NotNow = Native.ADVICE_NOT_NOW,
        /// <summary>Something must be asked before anything is held out.</summary>
        AskFirst = Native.ADVICE_ASK_FIRST,
        /// <summary>Let value be shown in practice, and let pay follow.</summary>
        PracticeFirst = Native.ADVICE_PRACTICE_FIRST,
        /// <summary>Start in practice, with pay held out.</summary>
        WageInProspect = Native.ADVICE_WAGE_IN_PROSPECT,
        /// <summary>Bring up pay at once.</summary>
        PaidNow = Native.ADVICE_PAID_NOW,
    }

    /// <summary>The six criteria, in the order of a match.</summary>
    public enum CriterionId
    {
        /// <summary>What the core tasks require against what is held (employer's side).</summary>
        Competence = Native.CRITERION_COMPETENCE,
        /// <summary>Needs against exposures and provisions (citizen's side).</summary>
        Accommodation = Native.CRITERION_ACCOMMODATION,
        /// <summary>The planned hours against the opening's (employer's side).</summary>
        HoursEmployer = Native.CRITERION_HOURS_EMPLOYER,
        /// <summary>The planned hours against the citizen's (citizen's side).</summary>
        HoursCitizen = Native.CRITERION_HOURS_CITIZEN,
        /// <summary>What the citizen seeks and avoids (citizen's side).</summary>
        Wish = Native.CRITERION_WISH,
        /// <summary>The journey against what the citizen can make (citizen's side).</summary>
        Travel = Native.CRITERION_TRAVEL,
    }

    /// <summary>For whom a criterion speaks.</summary>
    public enum Side
    {
        /// <summary>The side of the citizen.</summary>
        Citizen = Native.SIDE_CITIZEN,
        /// <summary>The side of the employer.</summary>
        Employer = Native.SIDE_EMPLOYER,
    }

    /// <summary>How a comparison came out.</summary>
    public enum State
    {
        /// <summary>Nothing is missing.</summary>
        Met = Native.STATE_MET,
        /// <summary>Something is known to be missing.</summary>
        Short = Native.STATE_SHORT,
        /// <summary>An answer could change it.</summary>
        Unknown = Native.STATE_UNKNOWN,
    }

    /// <summary>Which of the two matches.</summary>
    public enum Moment
    {
        /// <summary>The first of the two.</summary>
        Before = Native.MOMENT_BEFORE,
        /// <summary>The second of the two.</summary>
        After = Native.MOMENT_AFTER,
    }

    /// <summary>The lists of reasons that a match has as a whole.</summary>
    public enum ReasonList
    {
        /// <summary>What stands in the way.</summary>
        Blockers = Native.LIST_BLOCKERS,
        /// <summary>Why the advice on timing.</summary>
        Timing = Native.LIST_TIMING,
        /// <summary>What to look at.</summary>
        Attention = Native.LIST_ATTENTION,
    }

    /// <summary>Kinds of fault.</summary>
    public enum ErrorCode
    {
        /// <summary>The text is not JSON.</summary>
        Syntax = Native.ERROR_SYNTAX,
        /// <summary>The text is not UTF-8, or holds a NUL.</summary>
        Encoding = Native.ERROR_ENCODING,
        /// <summary>Nested deeper than 64 levels.</summary>
        Depth = Native.ERROR_DEPTH,
        /// <summary>More bytes or more entries than a document may hold.</summary>
        Size = Native.ERROR_SIZE,
        /// <summary>A member, id or concept is said twice.</summary>
        Duplicate = Native.ERROR_DUPLICATE,
        /// <summary>Another JSON type, or another kind of condition, was expected.</summary>
        Type = Native.ERROR_TYPE,
        /// <summary>A value outside its range, or two values that contradict.</summary>
        Range = Native.ERROR_RANGE,
        /// <summary>A required member is not there.</summary>
        Missing = Native.ERROR_MISSING,
        /// <summary>A member that the format does not have.</summary>
        UnknownMember = Native.ERROR_UNKNOWN_MEMBER,
        /// <summary>A concept, condition or gate that the vocabulary does not have.</summary>
        UnknownConcept = Native.ERROR_UNKNOWN_CONCEPT,
        /// <summary>The format member names another kind of document.</summary>
        Format = Native.ERROR_FORMAT,
        /// <summary>NULL, or objects that do not belong together.</summary>
        Argument = Native.ERROR_ARGUMENT,
        /// <summary>No memory; the host can go on.</summary>
        Memory = Native.ERROR_MEMORY,
        /// <summary>A record's digest is not that of its content.</summary>
        Damaged = Native.ERROR_DAMAGED,
        /// <summary>Long work that the caller stopped.</summary>
        Cancelled = Native.ERROR_CANCELLED,
        /// <summary>A file cannot be opened, read or written.</summary>
        File = Native.ERROR_FILE,
    }

    /// <summary>Who reads it.</summary>
    public enum Reader
    {
        /// <summary>The caseworker, who is told everything.</summary>
        Caseworker = Native.READER_CASEWORKER,
        /// <summary>The citizen, who is told nothing before it is released.</summary>
        Citizen = Native.READER_CITIZEN,
        /// <summary>The employer, who is told of tasks and hours alone.</summary>
        Employer = Native.READER_EMPLOYER,
    }

    /// <summary>The parts of an explanation, in their order.</summary>
    public enum Section
    {
        /// <summary>What the match comes to.</summary>
        Verdict = Native.SECTION_VERDICT,
        /// <summary>What stands in the way.</summary>
        Blockers = Native.SECTION_BLOCKERS,
        /// <summary>When to bring up pay.</summary>
        Timing = Native.SECTION_TIMING,
        /// <summary>What each task is for the citizen.</summary>
        Tasks = Native.SECTION_TASKS,
        /// <summary>The plan of the week.</summary>
        Week = Native.SECTION_WEEK,
        /// <summary>What the score is made of.</summary>
        Score = Native.SECTION_SCORE,
        /// <summary>What to look at.</summary>
        Attention = Native.SECTION_ATTENTION,
        /// <summary>What to ask next.</summary>
        Questions = Native.SECTION_QUESTIONS,
        /// <summary>What would make it work.</summary>
        Levers = Native.SECTION_LEVERS,
    }

    /// <summary>Whose the change is to make.</summary>
    public enum Actor
    {
        /// <summary>The citizen.</summary>
        Citizen = Native.ACTOR_CITIZEN,
        /// <summary>The employer.</summary>
        Employer = Native.ACTOR_EMPLOYER,
        /// <summary>The municipality.</summary>
        Municipality = Native.ACTOR_MUNICIPALITY,
    }

    /// <summary>Who can answer.</summary>
    public enum Ask
    {
        /// <summary>The employer.</summary>
        Employer = Native.ASK_EMPLOYER,
        /// <summary>The citizen.</summary>
        Citizen = Native.ASK_CITIZEN,
        /// <summary>The caseworker.</summary>
        Caseworker = Native.ASK_CASEWORKER,
    }

    /// <summary>What a match is made of.</summary>
    public enum Source
    {
        /// <summary>The citizen.</summary>
        Citizen = Native.SOURCE_CITIZEN,
        /// <summary>The opening.</summary>
        Opening = Native.SOURCE_OPENING,
        /// <summary>The policy.</summary>
        Policy = Native.SOURCE_POLICY,
        /// <summary>The vocabulary.</summary>
        Vocabulary = Native.SOURCE_VOCABULARY,
    }

    /// <summary>What the match comes to, from worst to best.</summary>
    public enum Verdict
    {
        /// <summary>Something known stands in the way.</summary>
        Blocked = Native.VERDICT_BLOCKED,
        /// <summary>Not blocked, but no pay is possible now.</summary>
        PracticeOnly = Native.VERDICT_PRACTICE_ONLY,
        /// <summary>A must is unknown, or the choice is pending.</summary>
        Unclear = Native.VERDICT_UNCLEAR,
        /// <summary>At least one paid task.</summary>
        Fit = Native.VERDICT_FIT,
    }

    /// <summary>What became of one opening from one market to the next.</summary>
    public enum Renewal
    {
        /// <summary>It is new; openings from its number on stood one lower before.</summary>
        Added = Native.RENEWAL_ADDED,
        /// <summary>Another stands in its place, or it says something else.</summary>
        Replaced = Native.RENEWAL_REPLACED,
        /// <summary>It is gone; openings behind it stand one lower now.</summary>
        Removed = Native.RENEWAL_REMOVED,
    }

    /// <summary>What a packed file holds.</summary>
    public enum PackedKind
    {
        /// <summary>Nothing: it is not a packed file.</summary>
        None = Native.PACKED_NONE,
        /// <summary>A market.</summary>
        Market = Native.PACKED_MARKET,
        /// <summary>A caseload.</summary>
        Caseload = Native.PACKED_CASELOAD,
    }
}
