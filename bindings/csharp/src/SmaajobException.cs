// SPDX-License-Identifier: Apache-2.0
using System;

namespace Smaajob
{
    /// <summary>A document or an argument that is not as it must be: what is wrong, where, and what was expected.</summary>
    public sealed class SmaajobException : Exception
    {
        internal SmaajobException(ErrorCode code, string fault, string pointer = "", int line = 0, int column = 0, string file = null)
            : base(Place(file, line, column) + fault)
        {
            Code = code;
            Fault = fault;
            Pointer = pointer;
            Line = line;
            Column = column;
            File = file;
        }

        /// <summary>The kind of fault.</summary>
        public ErrorCode Code { get; }

        /// <summary>One English sentence: what was found and what was expected, without the place.</summary>
        public string Fault { get; }

        /// <summary>JSON Pointer of the faulty value; "" is the whole document.</summary>
        public string Pointer { get; }

        /// <summary>1-based line of the text; 0 when there is no text.</summary>
        public int Line { get; }

        /// <summary>1-based byte column in that line; 0 when there is no text.</summary>
        public int Column { get; }

        /// <summary>The file it is about, when a path was given; else null.</summary>
        public string File { get; }

        internal SmaajobException In(string path)
        {
            return new SmaajobException(Code, Fault, Pointer, Line, Column, path);
        }

        /// <summary>What comes of work on a file, whose name is in any fault.</summary>
        internal static T Naming<T>(string path, Func<T> work)
        {
            try
            {
                return work();
            }
            catch (SmaajobException fault)
            {
                throw fault.In(path);
            }
        }

        /// <summary>Of packing: what cannot be written is the second, and whoever stopped it is in neither.</summary>
        internal SmaajobException In(string from, string to)
        {
            if (Code == ErrorCode.Cancelled || Code == ErrorCode.Memory)
            {
                return this;
            }
            return In(Code == ErrorCode.File && Fault.StartsWith("cannot be written", StringComparison.Ordinal) ? to : from);
        }

        /// <summary>Called by the native layer: thrown when the call is back.</summary>
        internal static void Pend(int code, IntPtr message, IntPtr pointer, uint line, uint column)
        {
            NativePINVOKE.SWIGPendingException.Set(new SmaajobException(
                (ErrorCode)code, Text.Of(message), Text.Of(pointer), (int)line, (int)column));
        }

        private static string Place(string file, int line, int column)
        {
            string where = line == 0 ? "" : Text.Plain(line) + ":" + Text.Plain(column);
            if (file == null)
            {
                return where.Length == 0 ? "" : where + ": ";
            }
            return where.Length == 0 ? file + ": " : file + ":" + where + ": ";
        }
    }
}
