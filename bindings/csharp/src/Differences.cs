// SPDX-License-Identifier: Apache-2.0
using System.Collections.Generic;

namespace Smaajob
{
    /// <summary>The same of two matches.</summary>
    /// <typeparam name="T">What it is.</typeparam>
    public sealed class Both<T>
    {
        internal Both(T before, T after)
        {
            Before = before;
            After = after;
        }

        /// <summary>Of the first.</summary>
        public T Before { get; }

        /// <summary>Of the second.</summary>
        public T After { get; }
    }

    /// <summary>What two matches have in common: what made them, what they were made of, what came of it.</summary>
    public sealed class Same
    {
        internal Same(bool all, bool engine, bool model, bool citizen, bool opening, bool policy, bool vocabulary, bool result)
        {
            All = all;
            Engine = engine;
            Model = model;
            Citizen = citizen;
            Opening = opening;
            Policy = policy;
            Vocabulary = vocabulary;
            Result = result;
        }

        internal static Same Of(SameRow row)
        {
            return new Same(
                row.All != 0, row.Engine != 0, row.Model != 0, row.Citizen != 0, row.Opening != 0,
                row.Policy != 0, row.Vocabulary != 0, row.Result != 0);
        }

        /// <summary>Everything below.</summary>
        public bool All { get; }

        /// <summary>The version of the library.</summary>
        public bool Engine { get; }

        /// <summary>The version of the model.</summary>
        public bool Model { get; }

        /// <summary>The citizen, by its digest.</summary>
        public bool Citizen { get; }

        /// <summary>The opening, by its digest.</summary>
        public bool Opening { get; }

        /// <summary>The policy, by its digest.</summary>
        public bool Policy { get; }

        /// <summary>The vocabulary, by its digest.</summary>
        public bool Vocabulary { get; }

        /// <summary>All the rest of the match, byte by byte.</summary>
        public bool Result { get; }
    }

    /// <summary>One comparison, as each match has it; null when it does not make it.</summary>
    public sealed class ItemChange
    {
        internal ItemChange(CriterionId criterion, string subject, string task, Item before, Item after, double? change)
        {
            Criterion = criterion;
            Subject = subject;
            Task = task;
            Before = before;
            After = after;
            Change = change;
        }

        /// <summary>Of which criterion.</summary>
        public CriterionId Criterion { get; }

        /// <summary>A concept, condition, sector or member.</summary>
        public string Subject { get; }

        /// <summary>Null when it is about the whole opening.</summary>
        public string Task { get; }

        /// <summary>As the first match has it.</summary>
        public Item Before { get; }

        /// <summary>As the second match has it.</summary>
        public Item After { get; }

        /// <summary>What it adds to the change of potential; null without a sum.</summary>
        public double? Change { get; }
    }

    /// <summary>What a task is in one of two matches.</summary>
    public sealed class TaskState
    {
        internal TaskState(TaskVerdict verdict, double? hours)
        {
            Verdict = verdict;
            Hours = hours;
        }

        /// <summary>What it is.</summary>
        public TaskVerdict Verdict { get; }

        /// <summary>Planned hours a week; null when nothing says how many.</summary>
        public double? Hours { get; }
    }

    /// <summary>One task, as each opening has it; null when it does not.</summary>
    public sealed class TaskChange
    {
        internal TaskChange(string id, TaskState before, TaskState after)
        {
            Id = id;
            Before = before;
            After = after;
        }

        internal static TaskChange Of(TaskChangeRow row)
        {
            return new TaskChange(
                Text.Of(row.Id),
                row.HasBefore != 0 ? new TaskState((TaskVerdict)row.VerdictBefore, Values.Hours(row.MinutesBefore)) : null,
                row.HasAfter != 0 ? new TaskState((TaskVerdict)row.VerdictAfter, Values.Hours(row.MinutesAfter)) : null);
        }

        /// <summary>The task.</summary>
        public string Id { get; }

        /// <summary>In the first match.</summary>
        public TaskState Before { get; }

        /// <summary>In the second match.</summary>
        public TaskState After { get; }
    }

    /// <summary>Reasons that only one of two matches has.</summary>
    public sealed class ReasonChange
    {
        internal ReasonChange(IReadOnlyList<Reason> removed, IReadOnlyList<Reason> added)
        {
            Removed = removed;
            Added = added;
        }

        /// <summary>Of the first alone.</summary>
        public IReadOnlyList<Reason> Removed { get; }

        /// <summary>Of the second alone.</summary>
        public IReadOnlyList<Reason> Added { get; }
    }
}
