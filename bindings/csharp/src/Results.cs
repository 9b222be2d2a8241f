// SPDX-License-Identifier: Apache-2.0
using System.Collections.Generic;

namespace Smaajob
{
    /// <summary>The score of each side's own criteria; null when there is none.</summary>
    public sealed class Sides
    {
        internal Sides(double? citizen, double? employer)
        {
            Citizen = citizen;
            Employer = employer;
        }

        /// <summary>Accommodation, hours, wish and travel.</summary>
        public double? Citizen { get; }

        /// <summary>Competence and hours.</summary>
        public double? Employer { get; }
    }

    /// <summary>Verdict and numbers, 0–1; null where there is none.</summary>
    public sealed class Score
    {
        internal Score(Verdict verdict, double? value, double? low, double? high, double coverage, double? potential, Sides sides)
        {
            Verdict = verdict;
            Value = value;
            Low = low;
            High = high;
            Coverage = coverage;
            Potential = potential;
            Sides = sides;
        }

        internal static Score Of(ScoreRow row)
        {
            return new Score(
                (Verdict)row.Verdict, Values.Known(row.Score), Values.Known(row.Low), Values.Known(row.High),
                row.Coverage / 1000.0, Values.Known(row.Potential),
                new Sides(Values.Known(row.SideCitizen), Values.Known(row.SideEmployer)));
        }

        /// <summary>What the match comes to.</summary>
        public Verdict Verdict { get; }

        /// <summary>The score; null when blocked, or when nothing is known.</summary>
        public double? Value { get; }

        /// <summary>The least it can become when what is unknown is known.</summary>
        public double? Low { get; }

        /// <summary>The most it can become.</summary>
        public double? High { get; }

        /// <summary>Known share of what was asked.</summary>
        public double Coverage { get; }

        /// <summary>The score with blockers lifted.</summary>
        public double? Potential { get; }

        /// <summary>Of each side alone.</summary>
        public Sides Sides { get; }
    }

    /// <summary>One cause: of a blocker, a task's verdict, the timing, or an attention point.</summary>
    public sealed class Reason
    {
        internal Reason(Code code, string subject, string task)
        {
            Code = code;
            Subject = subject;
            Task = task;
        }

        internal static Reason Of(ReasonRow row)
        {
            return new Reason(
                (Code)row.Code, Text.Of(row.Subject), Text.Of(row.Task));
        }

        /// <summary>What it is.</summary>
        public Code Code { get; }

        /// <summary>A concept, condition, gate or member it is about; null when none.</summary>
        public string Subject { get; }

        /// <summary>The task it is about; null when none.</summary>
        public string Task { get; }
    }

    /// <summary>One comparison.</summary>
    public sealed class Item
    {
        internal Item(string subject, string task, State state, double? have, double? want, double share, double loss)
        {
            Subject = subject;
            Task = task;
            State = state;
            Have = have;
            Want = want;
            Share = share;
            Loss = loss;
        }

        internal static Item Of(ItemRow row)
        {
            return new Item(
                Text.Of(row.Subject), Text.Of(row.Task), (State)row.State, Values.Known(row.Have),
                Values.Known(row.Want), row.Share / 1000.0, row.Loss / 1000.0);
        }

        /// <summary>A concept, condition, sector or member; null when none.</summary>
        public string Subject { get; }

        /// <summary>Null when it is about the whole opening.</summary>
        public string Task { get; }

        /// <summary>How it came out.</summary>
        public State State { get; }

        /// <summary>Null when unknown.</summary>
        public double? Have { get; }

        /// <summary>Null when it wants nothing particular.</summary>
        public double? Want { get; }

        /// <summary>How much it may take away.</summary>
        public double Share { get; }

        /// <summary>Points of the score it costs.</summary>
        public double Loss { get; }
    }

    /// <summary>One criterion, and the comparisons it was made of.</summary>
    public sealed class Criterion
    {
        internal Criterion(CriterionId id, Side side, double value, double low, double high, double weight, double loss, IReadOnlyList<Item> items)
        {
            Id = id;
            Side = side;
            Value = value;
            Low = low;
            High = high;
            Weight = weight;
            Loss = loss;
            Items = items;
        }

        internal static Criterion Of(CriterionRow row, IReadOnlyList<Item> items)
        {
            return new Criterion(
                (CriterionId)row.Id, (Side)row.Side, row.Value / 1000.0, row.Low / 1000.0,
                row.High / 1000.0, row.Weight / 1000.0, row.Loss / 1000.0, items);
        }

        /// <summary>Which.</summary>
        public CriterionId Id { get; }

        /// <summary>For whom it speaks.</summary>
        public Side Side { get; }

        /// <summary>Its factor.</summary>
        public double Value { get; }

        /// <summary>Its factor in the score's low.</summary>
        public double Low { get; }

        /// <summary>Its factor in the score's high.</summary>
        public double High { get; }

        /// <summary>From the policy.</summary>
        public double Weight { get; }

        /// <summary>Points of the score it costs.</summary>
        public double Loss { get; }

        /// <summary>The comparisons.</summary>
        public IReadOnlyList<Item> Items { get; }
    }

    /// <summary>What one task of the opening is for the citizen.</summary>
    public sealed class TaskMatch
    {
        internal TaskMatch(string id, TaskVerdict verdict, double? hours, IReadOnlyList<Reason> reasons)
        {
            Id = id;
            Verdict = verdict;
            Hours = hours;
            Reasons = reasons;
        }

        internal static TaskMatch Of(TaskMatchRow row, IReadOnlyList<Reason> reasons)
        {
            return new TaskMatch(
                Text.Of(row.Id), (TaskVerdict)row.Verdict, Values.Hours(row.PlannedMinutesPerWeek), reasons);
        }

        /// <summary>The task.</summary>
        public string Id { get; }

        /// <summary>What it is.</summary>
        public TaskVerdict Verdict { get; }

        /// <summary>Planned hours a week; null when nothing says how many.</summary>
        public double? Hours { get; }

        /// <summary>Why.</summary>
        public IReadOnlyList<Reason> Reasons { get; }
    }

    /// <summary>A stretch of the week on one task.</summary>
    public sealed class Shift
    {
        internal Shift(Day day, string @from, string to, string task)
        {
            Day = day;
            From = @from;
            To = to;
            Task = task;
        }

        internal static Shift Of(ShiftRow row)
        {
            return new Shift(
                (Day)row.Day, Values.TimeOf(row.FromMinute), Values.TimeOf(row.ToMinute), Text.Of(row.Task));
        }

        /// <summary>The day.</summary>
        public Day Day { get; }

        /// <summary>Such as 08:00.</summary>
        public string From { get; }

        /// <summary>Such as 12:00, at most 24:00.</summary>
        public string To { get; }

        /// <summary>The task.</summary>
        public string Task { get; }
    }

    /// <summary>Hours a week and a real week; hours are null when nothing says how many.</summary>
    public sealed class Plan
    {
        internal Plan(double? presentHours, double? paidHours, double? practiceHours, double? capacityHours, double? growthTo, IReadOnlyList<Shift> schedule)
        {
            PresentHours = presentHours;
            PaidHours = paidHours;
            PracticeHours = practiceHours;
            CapacityHours = capacityHours;
            GrowthTo = growthTo;
            Schedule = schedule;
        }

        internal static Plan Of(PlanRow row, IReadOnlyList<Shift> schedule)
        {
            return new Plan(
                row.Known != 0 ? Values.Hours(row.PresentMinutes) : null,
                row.Known != 0 ? Values.Hours(row.PaidMinutes) : null,
                row.Known != 0 ? Values.Hours(row.PracticeMinutes) : null,
                Values.Hours(row.CapacityMinutes), Values.Hours(row.GrowthMinutes), schedule);
        }

        /// <summary>Paid and practice together.</summary>
        public double? PresentHours { get; }

        /// <summary>Paid.</summary>
        public double? PaidHours { get; }

        /// <summary>In practice.</summary>
        public double? PracticeHours { get; }

        /// <summary>The most that can be scheduled.</summary>
        public double? CapacityHours { get; }

        /// <summary>How far hours may grow; null when not stated.</summary>
        public double? GrowthTo { get; }

        /// <summary>The week, Monday first.</summary>
        public IReadOnlyList<Shift> Schedule { get; }
    }

    /// <summary>When to bring up pay, and why.</summary>
    public sealed class Timing
    {
        internal Timing(Advice advice, IReadOnlyList<Reason> reasons)
        {
            Advice = advice;
            Reasons = reasons;
        }

        /// <summary>When.</summary>
        public Advice Advice { get; }

        /// <summary>Why.</summary>
        public IReadOnlyList<Reason> Reasons { get; }
    }
}
