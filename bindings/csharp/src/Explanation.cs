// SPDX-License-Identifier: Apache-2.0
using System;
using System.Collections.Generic;
using System.Linq;

namespace Smaajob
{
    /// <summary>
    /// A match in words, for one reader: paragraphs that a host can lay out, or one page of HTML. Immutable, and safe
    /// to share between threads; it keeps nothing of the match.
    /// </summary>
    public sealed class Explanation : IDisposable
    {
        private Explanation(IntPtr address)
        {
            Native = new Handle(address, NativePINVOKE.CSharp_Smaajob_delete_Explanation);
        }

        internal Handle Native { get; }

        /// <summary>What it is about, in one line.</summary>
        public string Title => Native.Hold(() => Smaajob.Native.Explanation_get_title(Native));

        /// <summary>Who reads it.</summary>
        public Reader Reader => (Reader)Smaajob.Native.Explanation_get_reader(Native);

        /// <summary>The language, such as da.</summary>
        public string Language => Native.Hold(() => Smaajob.Native.Explanation_get_language(Native));

        /// <summary>All that is said, section by section.</summary>
        public IReadOnlyList<Paragraph> Paragraphs => Native.Hold(() =>
            Values.List(Smaajob.Native.Explanation_get_n_paragraphs(Native), ParagraphAt));

        internal static Explanation Of(Match match, Reader reader, string language, bool released, IEnumerable<string> disclosed)
        {
            Text.NotNull(language, nameof(language));
            string[] conditions = (disclosed ?? Enumerable.Empty<string>()).ToArray();
            foreach (string condition in conditions)
            {
                if (Text.NotNull(condition, nameof(disclosed)).IndexOf(',') >= 0)
                {
                    throw Values.Fault("/disclosed", Text.Told(condition) + " is no condition", ErrorCode.UnknownConcept);
                }
            }
            string told = conditions.Length == 0 ? null : string.Join(",", conditions);
            return new Explanation(Smaajob.Native.new_Explanation(match.Native, (int)reader, language, released, told));
        }

        private Paragraph ParagraphAt(ulong i)
        {
            ParagraphRow row = Smaajob.Native.Explanation_get_paragraph_at(Native, i);
            Dictionary<string, int?> values = new Dictionary<string, int?>();
            for (ulong j = 0; j < (ulong)row.NValues; j++)
            {
                ValueRow value = Smaajob.Native.Explanation_get_value_at(Native, i, j);
                values[Text.Of(value.Name)] = value.Number == Smaajob.Native.UNKNOWN ? (int?)null : value.Number;
            }
            return Paragraph.Of(row, values);
        }

        /// <summary>The heading of a section.</summary>
        /// <param name="section">The section.</param>
        /// <returns>Its heading, in the language of the explanation.</returns>
        public string Heading(Section section)
        {
            return Native.Hold(() => Smaajob.Native.Explanation_get_heading(Native, (int)section));
        }

        /// <summary>One self-contained page of HTML.</summary>
        /// <returns>The page.</returns>
        public string ToHtml()
        {
            return Smaajob.Native.Explanation_to_html(Native);
        }

        /// <summary>As JSON, smaajob.explanation/1.</summary>
        /// <returns>The document.</returns>
        public string ToJson()
        {
            return Smaajob.Native.Explanation_to_json(Native);
        }

        /// <summary>Gives it up; what was read of it lives on.</summary>
        public void Dispose()
        {
            Native.Dispose();
        }
    }
}
