// SPDX-License-Identifier: Apache-2.0
using System;
using System.Collections.Generic;

namespace Smaajob
{
    /// <summary>
    /// One citizen and one opening, explained. Immutable, and safe to share between threads; it keeps alive what it
    /// was made of. What it gives are plain values, read anew at each call, that live on when it is disposed.
    /// </summary>
    public sealed class Match : IDisposable
    {
        private Match(IntPtr address)
        {
            Native = new Handle(address, NativePINVOKE.CSharp_Smaajob_delete_Match);
            Result = Smaajob.Score.Of(Smaajob.Native.Match_get_score(Native));
        }

        internal Handle Native { get; }

        /// <summary>Verdict and numbers together.</summary>
        public Score Result { get; }

        /// <summary>What the match comes to.</summary>
        public Verdict Verdict => Result.Verdict;

        /// <summary>0–1, to a thousandth; null when blocked, or when nothing is known.</summary>
        public double? Score => Result.Value;

        /// <summary>The citizen's id.</summary>
        public string CitizenId => Native.Hold(() => Smaajob.Native.Match_get_citizen_id(Native));

        /// <summary>The opening's id.</summary>
        public string OpeningId => Native.Hold(() => Smaajob.Native.Match_get_opening_id(Native));

        /// <summary>Everything known that stands in the way.</summary>
        public IReadOnlyList<Reason> Blockers => Native.Hold(() => Values.List(
            Smaajob.Native.Match_get_n_blockers(Native),
            i => Reason.Of(Smaajob.Native.Match_get_blocker_at(Native, i))));

        /// <summary>The six criteria, each with its items.</summary>
        public IReadOnlyList<Criterion> Criteria =>
            Native.Hold(() => Values.List(Smaajob.Native.Match_get_n_criteria(Native), CriterionAt));

        /// <summary>What each task of the opening is for the citizen, in the opening's order.</summary>
        public IReadOnlyList<TaskMatch> Tasks =>
            Native.Hold(() => Values.List(Smaajob.Native.Match_get_n_tasks(Native), TaskAt));

        /// <summary>Hours a week, and a real week.</summary>
        public Plan Plan => Native.Hold(() => Smaajob.Plan.Of(
            Smaajob.Native.Match_get_plan(Native),
            Values.List(Smaajob.Native.Match_get_n_shifts(Native), i => Shift.Of(Smaajob.Native.Match_get_shift_at(Native, i)))));

        /// <summary>When to bring up pay, and why.</summary>
        public Timing Timing => Native.Hold(() =>
        {
            TimingRow row = Smaajob.Native.Match_get_timing(Native);
            return new Timing((Advice)row.Advice, Values.List(
                (ulong)row.NReasons, i => Reason.Of(Smaajob.Native.Match_get_timing_reason_at(Native, i))));
        });

        /// <summary>What a professional should look at.</summary>
        public IReadOnlyList<Reason> Attention => Native.Hold(() => Values.List(
            Smaajob.Native.Match_get_n_attention(Native),
            i => Reason.Of(Smaajob.Native.Match_get_attention_at(Native, i))));

        internal static Match Of(IntPtr address)
        {
            return new Match(address);
        }

        private Criterion CriterionAt(ulong i)
        {
            CriterionRow row = Smaajob.Native.Match_get_criterion_at(Native, i);
            return Criterion.Of(row, Values.List(
                (ulong)row.NItems, j => Item.Of(Smaajob.Native.Match_get_item_at(Native, i, j))));
        }

        private TaskMatch TaskAt(ulong i)
        {
            TaskMatchRow row = Smaajob.Native.Match_get_task_at(Native, i);
            return TaskMatch.Of(row, Values.List(
                (ulong)row.NReasons, j => Reason.Of(Smaajob.Native.Match_get_task_reason_at(Native, i, j))));
        }

        /// <summary>What to ask next, the deciding first, then by swing.</summary>
        /// <returns>The questions.</returns>
        public IReadOnlyList<Question> Questions()
        {
            using (Handle questions = new Handle(Smaajob.Native.new_Questions(Native), NativePINVOKE.CSharp_Smaajob_delete_Questions))
            {
                return Values.List(
                    Smaajob.Native.Questions_get_n(questions), i => Question.Of(Smaajob.Native.Questions_get_at(questions, i)));
            }
        }

        /// <summary>The smallest changes that help, best first.</summary>
        /// <returns>The levers.</returns>
        public IReadOnlyList<Lever> Levers()
        {
            using (Handle levers = new Handle(Smaajob.Native.new_Levers(Native), NativePINVOKE.CSharp_Smaajob_delete_Levers))
            {
                return Values.List(Smaajob.Native.Levers_get_n(levers), i =>
                {
                    LeverRow row = Smaajob.Native.Levers_get_at(levers, i);
                    return Lever.Of(row, Values.List(
                        (ulong)row.NChanges, j => Change.Of(Smaajob.Native.Levers_get_change_at(levers, i, j))));
                });
            }
        }

        /// <summary>The match in words.</summary>
        /// <param name="reader">Who reads it.</param>
        /// <param name="language">Such as da.</param>
        /// <param name="released">Whether the caseworker lets the citizen see it.</param>
        /// <param name="disclosed">Conditions that the citizen agreed the employer may know of; null: none.</param>
        /// <returns>The explanation.</returns>
        /// <exception cref="SmaajobException">There are no texts in that language, or no such condition.</exception>
        public Explanation Explain(Reader reader = Reader.Caseworker, string language = "da", bool released = false, IEnumerable<string> disclosed = null)
        {
            return Explanation.Of(this, reader, language, released, disclosed);
        }

        /// <summary>The match as canonical JSON, smaajob.match/1.</summary>
        /// <returns>The document.</returns>
        public string ToJson()
        {
            return Smaajob.Native.Match_to_json(Native);
        }

        /// <summary>Gives it up; what was read of it lives on.</summary>
        public void Dispose()
        {
            Native.Dispose();
        }

        /// <summary>Ids and verdict.</summary>
        /// <returns>Ids and verdict.</returns>
        public override string ToString()
        {
            return "Match " + CitizenId + " " + OpeningId + ": " + Verdict.Word();
        }
    }
}
