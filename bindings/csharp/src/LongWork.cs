// SPDX-License-Identifier: Apache-2.0
using System;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace Smaajob
{
    /// <summary>What the native layer calls back while it works. No exception may pass through it, so they wait here.</summary>
    internal sealed class LongWork
    {
        [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
        [return: MarshalAs(UnmanagedType.I1)]
        internal delegate bool ReceiveCallback(IntPtr ranking, IntPtr data);

        [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
        [return: MarshalAs(UnmanagedType.I1)]
        internal delegate bool ProgressCallback(ulong done, ulong all, IntPtr data);

        /// <summary>A line at fault (what is 0), or how far packing has come (what is 1).</summary>
        [UnmanagedFunctionPointer(CallingConvention.StdCall)]
        [return: MarshalAs(UnmanagedType.I1)]
        internal delegate bool PackingCallback(int what, ulong done, ulong all, ulong documents, IntPtr line);

        private readonly Func<long, long, bool> progress;
        private readonly Func<Ranking, bool> receive;
        private readonly PackingOptions packing;
        private readonly string from;
        private ExceptionDispatchInfo thrown;

        internal LongWork(Func<long, long, bool> progress, Func<Ranking, bool> receive = null)
        {
            this.progress = progress;
            this.receive = receive;
        }

        internal LongWork(PackingOptions packing, string from)
        {
            this.packing = packing;
            this.from = from;
        }

        internal PackingCallback Packing => (what, done, all, documents, line) => Guard(() => what == 0
            ? LeaveOut(line, done)
            : packing.Progress == null || packing.Progress((long)done, (long)all, (long)documents));

        /// <summary>The fault is pending, as if the call had ended with it: here it is taken.</summary>
        private bool LeaveOut(IntPtr line, ulong length)
        {
            SmaajobException fault = (SmaajobException)NativePINVOKE.SWIGPendingException.Retrieve();
            return packing.LeaveOut != null && packing.LeaveOut(fault.In(from), Text.Of(line, length));
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

        /// <summary>Packs one file into another, either of which a fault may be about.</summary>
        internal static void Pack(string from, string to, PackingOptions options, Action<PackingCallback> pack)
        {
            new LongWork(options ?? new PackingOptions(), from).Run<object>(work =>
            {
                try
                {
                    pack(work.Packing);
                }
                catch (SmaajobException fault)
                {
                    throw fault.In(from, to);
                }
                return null;
            });
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
