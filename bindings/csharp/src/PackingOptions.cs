// SPDX-License-Identifier: Apache-2.0
using System;

namespace Smaajob
{
    /// <summary>How to pack documents into a file.</summary>
    public sealed class PackingOptions
    {
        /// <summary>
        /// Told of a line that is at fault, and its text (null when another document has its id already, which is known only
        /// at the end), on the thread that calls for the work: true leaves it out, false ends with that fault. What it throws
        /// comes out of the call. Null: the first fault ends the work.
        /// </summary>
        public Func<SmaajobException, string, bool> LeaveOut { get; set; }

        /// <summary>
        /// Told of the bytes read, of all (0 when nobody knows), and of the documents that were good, every few thousand lines;
        /// false stops the work, with ErrorCode.Cancelled. Null: nobody is told.
        /// </summary>
        public Func<long, long, long, bool> Progress { get; set; }
    }
}
