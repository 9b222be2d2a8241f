// SPDX-License-Identifier: Apache-2.0
namespace Smaajob
{
    /// <summary>What a held level rests on, the weakest first.</summary>
    public enum Evidence
    {
        /// <summary>The citizen says so.</summary>
        Stated = Native.EVIDENCE_STATED,
        /// <summary>It was seen in practice.</summary>
        Observed = Native.EVIDENCE_OBSERVED,
        /// <summary>It was shown in a job.</summary>
        Employed = Native.EVIDENCE_EMPLOYED,
        /// <summary>A certificate says so.</summary>
        Certified = Native.EVIDENCE_CERTIFIED,
    }

    /// <summary>How much a need or a requirement weighs.</summary>
    public enum Strength
    {
        /// <summary>It is demanded.</summary>
        Must = Native.STRENGTH_MUST,
        /// <summary>It weighs much.</summary>
        Should = Native.STRENGTH_SHOULD,
        /// <summary>It weighs a little.</summary>
        Nice = Native.STRENGTH_NICE,
    }

    /// <summary>An answer to a formal question.</summary>
    public enum Answer
    {
        /// <summary>Nobody has said.</summary>
        Unknown = Native.ANSWER_UNKNOWN,
        /// <summary>Yes.</summary>
        Yes = Native.ANSWER_YES,
        /// <summary>No.</summary>
        No = Native.ANSWER_NO,
    }

    /// <summary>A professional's presumption that what a wage demands is there.</summary>
    public enum Prerequisites
    {
        /// <summary>Nobody has judged them.</summary>
        Unknown = Native.PREREQUISITES_UNKNOWN,
        /// <summary>They are presumed present.</summary>
        Present = Native.PREREQUISITES_PRESENT,
        /// <summary>They are presumed absent.</summary>
        Absent = Native.PREREQUISITES_ABSENT,
    }

    /// <summary>Whether the citizen has chosen this, knowing what it means.</summary>
    public enum Choice
    {
        /// <summary>Nobody has said.</summary>
        Unknown = Native.CHOICE_UNKNOWN,
        /// <summary>Yes, knowing what it means.</summary>
        Informed = Native.CHOICE_INFORMED,
        /// <summary>Not yet.</summary>
        Pending = Native.CHOICE_PENDING,
        /// <summary>No.</summary>
        Declined = Native.CHOICE_DECLINED,
    }

    /// <summary>What the course is for now.</summary>
    public enum Purpose
    {
        /// <summary>Nobody has said.</summary>
        Unknown = Native.PURPOSE_UNKNOWN,
        /// <summary>A paid job.</summary>
        Pay = Native.PURPOSE_PAY,
        /// <summary>Something else than pay.</summary>
        Other = Native.PURPOSE_OTHER,
    }

    /// <summary>In what the attendance was seen.</summary>
    public enum Context
    {
        /// <summary>Nobody has said.</summary>
        Unknown = Native.CONTEXT_UNKNOWN,
        /// <summary>In unpaid practice.</summary>
        Practice = Native.CONTEXT_PRACTICE,
        /// <summary>In paid work.</summary>
        Paid = Native.CONTEXT_PAID,
    }

    /// <summary>What a wish wants of a concept or sector.</summary>
    public enum Wants
    {
        /// <summary>It is sought.</summary>
        Seek = Native.WISH_SEEK,
        /// <summary>It is to be avoided.</summary>
        Avoid = Native.WISH_AVOID,
    }

    /// <summary>How the citizen gets to work.</summary>
    public enum Mode
    {
        /// <summary>On foot.</summary>
        Walk = Native.MODE_WALK,
        /// <summary>By bicycle.</summary>
        Bike = Native.MODE_BIKE,
        /// <summary>By bus, tram or train.</summary>
        Transit = Native.MODE_TRANSIT,
        /// <summary>By car.</summary>
        Car = Native.MODE_CAR,
    }

    /// <summary>A day of the week.</summary>
    public enum Day
    {
        /// <summary>Monday.</summary>
        Mon = Native.DAY_MON,
        /// <summary>Tuesday.</summary>
        Tue = Native.DAY_TUE,
        /// <summary>Wednesday.</summary>
        Wed = Native.DAY_WED,
        /// <summary>Thursday.</summary>
        Thu = Native.DAY_THU,
        /// <summary>Friday.</summary>
        Fri = Native.DAY_FRI,
        /// <summary>Saturday.</summary>
        Sat = Native.DAY_SAT,
        /// <summary>Sunday.</summary>
        Sun = Native.DAY_SUN,
    }

    /// <summary>What an employer may accept.</summary>
    public enum Term
    {
        /// <summary>Wages for a small job.</summary>
        Paid = Native.TERM_PAID,
        /// <summary>Unpaid practice.</summary>
        Practice = Native.TERM_PRACTICE,
        /// <summary>Paid and practice hours beside each other.</summary>
        Hybrid = Native.TERM_HYBRID,
        /// <summary>Pay held out in prospect.</summary>
        Prospect = Native.TERM_PROSPECT,
        /// <summary>The employer wants a subsidised permanent job instead.</summary>
        Fleksjob = Native.TERM_FLEKSJOB,
    }

    /// <summary>What an hour's pay is for.</summary>
    public enum PayBasis
    {
        /// <summary>A fully effective hour; the value when nothing is said.</summary>
        Effective = Native.PAY_BASIS_EFFECTIVE,
        /// <summary>An hour present.</summary>
        Present = Native.PAY_BASIS_PRESENT,
    }

    /// <summary>How much the hours of work vary from week to week.</summary>
    public enum Variation
    {
        /// <summary>Nobody has said.</summary>
        Unknown = Native.VARIATION_UNKNOWN,
        /// <summary>Little.</summary>
        Low = Native.VARIATION_LOW,
        /// <summary>Much.</summary>
        High = Native.VARIATION_HIGH,
    }

    /// <summary>How a condition is measured, and so which member of a need applies to it.</summary>
    public enum ConditionType
    {
        /// <summary>Exposure 0–4 against tolerance 0–4 (tolerates).</summary>
        Limit = Native.CONDITION_LIMIT,
        /// <summary>0 no, 1 partly or by agreement, 2 yes (requires).</summary>
        Provision = Native.CONDITION_PROVISION,
        /// <summary>A quantity in the condition's unit, 0–100000 (at_most).</summary>
        Ceiling = Native.CONDITION_CEILING,
    }

    /// <summary>What area of life a condition belongs to.</summary>
    public enum Kind
    {
        /// <summary>The surroundings.</summary>
        Environment = Native.KIND_ENVIRONMENT,
        /// <summary>The body.</summary>
        Physical = Native.KIND_PHYSICAL,
        /// <summary>Thinking.</summary>
        Cognitive = Native.KIND_COGNITIVE,
        /// <summary>Other people.</summary>
        Social = Native.KIND_SOCIAL,
        /// <summary>When and how long.</summary>
        Time = Native.KIND_TIME,
        /// <summary>Help at work.</summary>
        Support = Native.KIND_SUPPORT,
        /// <summary>Getting to work.</summary>
        Transport = Native.KIND_TRANSPORT,
    }
}
