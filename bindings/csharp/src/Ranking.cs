// SPDX-License-Identifier: Apache-2.0
using System;
using System.Collections.Generic;

namespace Smaajob
{
    /// <summary>One of the best.</summary>
    public sealed class Ranked
    {
        private Ranked(int number, string id, Score score)
        {
            Number = number;
            Id = id;
            Score = score;
        }

        internal static Ranked Of(RankedRow row)
        {
            return new Ranked((int)row.Number, Text.Of(row.Id), Score.Of(row.Score));
        }

        /// <summary>Its place in the market or the caseload.</summary>
        public int Number { get; }

        /// <summary>The opening's, or the citizen's.</summary>
        public string Id { get; }

        /// <summary>Verdict and numbers of the pair.</summary>
        public Score Score { get; }
    }

    /// <summary>
    /// The best openings of one citizen, or the best citizens for one opening; exact. Ranked are the pairs that have a
    /// score: the highest score first, then the better verdict, then the id. Immutable, and safe to share between
    /// threads; it keeps alive what it ranks. What it gives are plain values, read anew at each call, that live on when
    /// it is disposed.
    /// </summary>
    public sealed class Ranking : IDisposable
    {
        private Ranking(IntPtr address)
        {
            Native = new Handle(address, NativePINVOKE.CSharp_Smaajob_delete_Ranking);
        }

        internal Handle Native { get; }

        /// <summary>The id of the citizen or opening it is for.</summary>
        public string Id => Native.Hold(() => Smaajob.Native.Ranking_get_id(Native));

        /// <summary>Those kept, the best first.</summary>
        public IReadOnlyList<Ranked> Ranked => Native.Hold(() => Values.List(
            Smaajob.Native.Ranking_get_n_ranked(Native),
            i => Smaajob.Ranked.Of(Smaajob.Native.Ranking_get_ranked_at(Native, i))));

        /// <summary>How many pairs were decided: all openings of the market, or all citizens of the caseload.</summary>
        public long Pairs => (long)Smaajob.Native.Ranking_get_n_pairs(Native);

        /// <summary>How many of them had to be scored to decide that, a measure of the work.</summary>
        public long Scored => (long)Smaajob.Native.Ranking_get_n_scored(Native);

        /// <summary>
        /// How many have no score, by verdict: the blocked, and those of whom nothing is known; empty when blockers
        /// were not counted.
        /// </summary>
        public IReadOnlyDictionary<Verdict, long> WithoutScore =>
            Counts<Verdict>(verdict => Smaajob.Native.Ranking_get_n_without_score(Native, (int)verdict));

        /// <summary>How many come to which verdict, with a score or without; empty when blockers were not counted.</summary>
        public IReadOnlyDictionary<Verdict, long> WithVerdict =>
            Counts<Verdict>(verdict => Smaajob.Native.Ranking_get_n_with_verdict(Native, (int)verdict));

        /// <summary>How many are blocked by what, of which a pair can have several; empty when it was not counted.</summary>
        public IReadOnlyDictionary<Code, long> BlockedBy =>
            Counts<Code>(code => Smaajob.Native.Ranking_get_n_blocked_by(Native, (int)code));

        internal static Ranking Of(IntPtr address)
        {
            return new Ranking(address);
        }

        /// <summary>The ranking of a market in which one opening is not what it was: the same as ranking it anew, and mostly only that opening is scored.</summary>
        /// <param name="citizen">The one that this ranking is for.</param>
        /// <param name="market">As it is now; all other openings are what they were, in their order.</param>
        /// <param name="renewal">What became of the opening.</param>
        /// <param name="number">Of the opening: in the market as it is now or, of one that is removed, as it was.</param>
        /// <param name="options">How, with the policy that this ranking was made with; null: the best ten.</param>
        /// <returns>The ranking.</returns>
        /// <exception cref="SmaajobException">They do not belong together, an option is out of range, or it was stopped.</exception>
        public Ranking Renewed(Citizen citizen, Market market, Renewal renewal, int number, RankingOptions options = null)
        {
            Handle one = Text.NotNull(citizen, nameof(citizen)).Native;
            Handle many = Text.NotNull(market, nameof(market)).Native;
            RankingOptions how = options ?? new RankingOptions();
            ulong at = (ulong)Values.Whole(number, "/number");
            return Of(new LongWork(how.Progress).Run(work => Smaajob.Native.Ranking_new_renewed(
                Native, one, many, (int)renewal, at, how.By, how.Most, how.CountBlockers, work.Progress)));
        }

        private static IReadOnlyDictionary<T, long> Counts<T>(Func<T, ulong> count)
        {
            Dictionary<T, long> counts = new Dictionary<T, long>();
            foreach (T word in Enum.GetValues(typeof(T)))
            {
                ulong n = count(word);
                if (n > 0)
                {
                    counts[word] = (long)n;
                }
            }
            return counts;
        }

        /// <summary>Gives it up; what was read of it lives on.</summary>
        public void Dispose()
        {
            Native.Dispose();
        }

        /// <summary>For whom.</summary>
        /// <returns>For whom.</returns>
        public override string ToString()
        {
            return "Ranking for " + Id;
        }
    }
}
