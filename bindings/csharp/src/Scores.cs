// SPDX-License-Identifier: Apache-2.0
using System;
using System.Runtime.InteropServices;

namespace Smaajob
{
    /// <summary>Verdict and numbers of one of many pairs, without an object of its own; 0–1, null where there is none.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct PairScore
    {
        private readonly ScoreRow row;

        internal PairScore(ScoreRow row)
        {
            this.row = row;
        }

        /// <summary>What the match comes to.</summary>
        public Verdict Verdict => (Verdict)row.Verdict;

        /// <summary>The score; null when blocked, or when nothing is known.</summary>
        public double? Value => Values.Known(row.Score);

        /// <summary>The score in thousandths; -1 when there is none.</summary>
        public int Thousandths => row.Score;

        /// <summary>The least it can become when what is unknown is known.</summary>
        public double? Low => Values.Known(row.Low);

        /// <summary>The most it can become.</summary>
        public double? High => Values.Known(row.High);

        /// <summary>Known share of what was asked.</summary>
        public double Coverage => row.Coverage / 1000.0;

        /// <summary>The score with blockers lifted.</summary>
        public double? Potential => Values.Known(row.Potential);

        /// <summary>The same as an object, with both sides.</summary>
        /// <returns>The score.</returns>
        public Score ToScore()
        {
            return Score.Of(row);
        }
    }

    /// <summary>How to score many pairs.</summary>
    public sealed class ScoresOptions
    {
        /// <summary>Number in the caseload of the first citizen to score.</summary>
        public int First { get; set; }

        /// <summary>What to score with; null: every default.</summary>
        public Policy Policy { get; set; }

        /// <summary>How many may work, at most 256; results do not depend on it.</summary>
        public int Threads { get; set; } = 1;

        /// <summary>
        /// Told of the pairs scored so far, and of all, on the thread that calls for the work; false stops it, with
        /// ErrorCode.Cancelled. What it throws stops the work too, and comes out of the call. Null: nobody is told.
        /// </summary>
        public Func<long, long, bool> Progress { get; set; }

        internal void Fill(Caseload caseload, Market market, PairScore[,] scores)
        {
            ulong first = (ulong)Values.Whole(First, "/first");
            uint threads = (uint)Values.Whole(Threads, "/threads");
            GCHandle pin = GCHandle.Alloc(scores, GCHandleType.Pinned);
            try
            {
                new LongWork(Progress).Run<object>(work =>
                {
                    Native.score_citizens(
                        caseload.Native, market.Native, (Policy ?? Policy.Defaults).Native, first,
                        (ulong)scores.GetLength(0), threads, pin.AddrOfPinnedObject(),
                        (ulong)scores.LongLength * (ulong)Marshal.SizeOf(typeof(ScoreRow)), work.Progress);
                    return null;
                });
            }
            finally
            {
                pin.Free();
            }
        }
    }
}
