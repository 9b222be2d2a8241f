// SPDX-License-Identifier: Apache-2.0
using System;

namespace Smaajob
{
    /// <summary>How to rank, such as new RankingOptions { Top = 10, Threads = 4 }.</summary>
    public sealed class RankingOptions
    {
        /// <summary>Keep at most so many; 0 keeps none.</summary>
        public int Top { get; set; } = 10;

        /// <summary>What to score with; null: every default.</summary>
        public Policy Policy { get; set; }

        /// <summary>How many may work, at most 256; results do not depend on it.</summary>
        public int Threads { get; set; } = 1;

        /// <summary>
        /// Whether to count every pair's verdict, those without a score, and what blocks the blocked, which takes longer.
        /// </summary>
        public bool CountBlockers { get; set; }

        /// <summary>
        /// Told of the pairs decided so far, and of all, on the thread that calls for the work; false stops it, with
        /// ErrorCode.Cancelled. What it throws stops the work too, and comes out of the call. Null: nobody is told.
        /// </summary>
        public Func<long, long, bool> Progress { get; set; }

        internal Handle By => (Policy ?? Policy.Defaults).Native;

        internal ulong Most => (ulong)Values.Whole(Top, "/top");

        internal uint Hands => (uint)Values.Whole(Threads, "/threads");
    }
}
