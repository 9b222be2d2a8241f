// SPDX-License-Identifier: Apache-2.0
using System;
using System.Text;

namespace Smaajob
{
    /// <summary>The names of the closed lists, as documents write them.</summary>
    public static class Words
    {
        /// <summary>The name in a document, such as practice_only for Verdict.PracticeOnly.</summary>
        /// <param name="word">One of a closed list.</param>
        /// <returns>The name.</returns>
        public static string Word(this Enum word)
        {
            string name = Text.NotNull(word, nameof(word)).ToString();
            StringBuilder told = new StringBuilder();
            foreach (char letter in name)
            {
                if (char.IsUpper(letter) && told.Length > 0)
                {
                    told.Append('_');
                }
                told.Append(char.ToLowerInvariant(letter));
            }
            return told.ToString();
        }
    }
}
