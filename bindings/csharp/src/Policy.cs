// SPDX-License-Identifier: Apache-2.0
using System;
using System.Collections.Generic;

namespace Smaajob
{
    /// <summary>
    /// A policy: the weights, shares, priors and thresholds that a score and its advice are made with. A number is
    /// addressed by the JSON Pointer of its place in a smaajob.policy/1 document. Immutable, and safe to share
    /// between threads.
    /// </summary>
    public sealed class Policy : IDisposable
    {
        /// <summary>Made when it is first asked for, once for the whole process.</summary>
        private static readonly Lazy<Policy> Shared = new Lazy<Policy>(() => new Policy(Smaajob.Native.new_Policy(), false));

        private readonly bool disposes;

        private Policy(IntPtr address, bool disposes)
        {
            Native = new Handle(address, NativePINVOKE.CSharp_Smaajob_delete_Policy);
            this.disposes = disposes;
        }

        internal Handle Native { get; }

        /// <summary>The policy with every default, made once; disposing it does nothing.</summary>
        public static Policy Defaults => Shared.Value;

        internal static Policy Of(IntPtr address)
        {
            return new Policy(address, true);
        }

        /// <summary>A policy from a document, which states what differs from the defaults.</summary>
        /// <param name="json">A smaajob.policy/1 document.</param>
        /// <returns>The policy.</returns>
        /// <exception cref="SmaajobException">The document is not as it must be.</exception>
        public static Policy FromJson(string json)
        {
            return Of(Smaajob.Native.Policy_new_from_json(Text.Document(json)));
        }

        /// <summary>The same from UTF-8.</summary>
        /// <param name="json">A smaajob.policy/1 document.</param>
        /// <returns>The policy.</returns>
        /// <exception cref="SmaajobException">The document is not as it must be.</exception>
        public static Policy FromJson(byte[] json)
        {
            return Of(Smaajob.Native.Policy_new_from_json(Text.Document(json)));
        }

        /// <summary>The same from a file of at most 1 MiB.</summary>
        /// <param name="path">Where the document is.</param>
        /// <returns>The policy.</returns>
        /// <exception cref="SmaajobException">The document is not as it must be; it names the file.</exception>
        public static Policy FromPath(string path)
        {
            return Text.FromPath(path, Text.MiB, FromJson);
        }

        /// <summary>A number of the policy.</summary>
        /// <param name="pointer">Such as /weights/wish.</param>
        /// <returns>The number.</returns>
        /// <exception cref="SmaajobException">There is none.</exception>
        public double Number(string pointer)
        {
            return Smaajob.Native.Policy_get_number(Native, Text.NotNull(pointer, nameof(pointer)));
        }

        /// <summary>The whole policy, defaults included, as canonical JSON.</summary>
        /// <returns>The document.</returns>
        public string ToJson()
        {
            return Smaajob.Native.Policy_to_json(Native);
        }

        /// <summary>Gives it up; matches made with it live on. The default one stays.</summary>
        public void Dispose()
        {
            if (disposes)
            {
                Native.Dispose();
            }
        }
    }

    /// <summary>A policy in the making, that holds every default.</summary>
    public sealed class PolicyBuilder : Builder
    {
        private int windows;

        /// <summary>With every default.</summary>
        public PolicyBuilder()
            : base(new Handle(Smaajob.Native.new_PolicyBuilder(), NativePINVOKE.CSharp_Smaajob_delete_PolicyBuilder))
        {
        }

        /// <summary>Sets a number.</summary>
        /// <param name="pointer">Such as /weights/wish.</param>
        /// <param name="value">The number.</param>
        /// <returns>This.</returns>
        public PolicyBuilder SetNumber(string pointer, double value)
        {
            Text.NotNull(pointer, nameof(pointer));
            Alone(at => Smaajob.Native.PolicyBuilder_set_number(at, pointer, value));
            return this;
        }

        /// <summary>Empties the ordinary week, to be added anew; left empty, nothing is planned in it.</summary>
        /// <returns>This.</returns>
        public PolicyBuilder ClearWindows()
        {
            Alone(at => Smaajob.Native.PolicyBuilder_clear_windows(at));
            windows = 0;
            return this;
        }

        /// <summary>Adds to the week in which is planned when neither side has said when.</summary>
        /// <param name="days">One or more.</param>
        /// <param name="from">Such as 08:00, on a quarter-hour.</param>
        /// <param name="to">Such as 12:00, at most 24:00.</param>
        /// <returns>This.</returns>
        public PolicyBuilder AddWindow(IEnumerable<Day> days, string from, string to)
        {
            string pointer = "/ordinary_week/" + Text.Plain(windows);
            uint bits = Values.Days(days, pointer);
            int start = Values.From(from, pointer);
            int end = Values.To(to, pointer);
            Alone(at => Smaajob.Native.PolicyBuilder_add_window(at, bits, start, end));
            windows++;
            return this;
        }

        /// <summary>The checked policy; the builder may be used on.</summary>
        /// <returns>A policy.</returns>
        public Policy Build()
        {
            return Policy.Of(Alone(at => Smaajob.Native.PolicyBuilder_build(at)));
        }
    }
}
