// SPDX-License-Identifier: Apache-2.0
using System;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

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

        /// <summary>Whether to count what blocks the blocked pairs, which takes longer.</summary>
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

    /// <summary>What the native layer calls back while it works. No exception may pass through it, so they wait here.</summary>
    internal sealed class LongWork
    {
        [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
        [return: MarshalAs(UnmanagedType.I1)]
        internal delegate bool ReceiveCallback(IntPtr ranking, IntPtr data);

        [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
        [return: MarshalAs(UnmanagedType.I1)]
        internal delegate bool ProgressCallback(ulong done, ulong all, IntPtr data);

        private readonly Func<long, long, bool> progress;
        private readonly Func<Ranking, bool> receive;
        private ExceptionDispatchInfo thrown;

        internal LongWork(Func<long, long, bool> progress, Func<Ranking, bool> receive = null)
        {
            this.progress = progress;
            this.receive = receive;
        }

        internal ProgressCallback Progress => progress == null
            ? (ProgressCallback)null : (done, all, data) => Guard(() => progress((long)done, (long)all));

        internal ReceiveCallback Receive => (ranking, data) => Guard(() => receive(Ranking.Of(ranking)));

        private bool Guard(Func<bool> call)
        {
            try
            {
                return call();
            }
            catch (Exception e)
            {
                thrown = ExceptionDispatchInfo.Capture(e);
                return false;
            }
        }

        /// <summary>Does the work; what was thrown meanwhile is thrown on, in place of the fault that it was stopped.</summary>
        internal T Run<T>(Func<LongWork, T> work)
        {
            try
            {
                return work(this);
            }
            catch (SmaajobException) when (thrown != null)
            {
                thrown.Throw();
                throw;
            }
        }
    }
}
