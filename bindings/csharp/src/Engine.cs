// SPDX-License-Identifier: Apache-2.0
using System.Collections.Generic;

namespace Smaajob
{
    /// <summary>What belongs to no object: to match, to score, and to tell of the library itself.</summary>
    public static class Engine
    {
        /// <summary>The version of the library.</summary>
        public static string Version => Native.get_version();

        /// <summary>The version of the model, which changes when any score can change.</summary>
        public static string ModelVersion => Native.get_model_version();

        /// <summary>The languages that there are texts for.</summary>
        public static IReadOnlyList<string> Languages =>
            Values.List(Native.get_n_languages(), i => Native.get_language_at(i));

        /// <summary>The JSON Schema (2020-12) of a kind of document.</summary>
        /// <param name="kind">Such as citizen.</param>
        /// <returns>The schema, as JSON.</returns>
        /// <exception cref="SmaajobException">There is no such kind.</exception>
        public static string Schema(string kind)
        {
            return Native.get_schema(Text.NotNull(kind, nameof(kind))) ?? throw new SmaajobException(
                ErrorCode.Argument,
                Text.Told(kind) + " is no kind of document, expected citizen, opening, policy, vocabulary, match, "
                + "explanation, record or difference");
        }

        /// <summary>Matches a citizen and an opening in full.</summary>
        /// <param name="citizen">The citizen.</param>
        /// <param name="opening">The opening, made with the same vocabulary.</param>
        /// <param name="policy">What to match with; null: every default.</param>
        /// <param name="travelMinutes">Each way; it replaces what the two locations would say.</param>
        /// <returns>The match.</returns>
        /// <exception cref="SmaajobException">The two do not belong together, or the minutes are out of range.</exception>
        public static Match Match(Citizen citizen, Opening opening, Policy policy = null, int? travelMinutes = null)
        {
            return Smaajob.Match.Of(Native.new_Match(
                Text.NotNull(citizen, nameof(citizen)).Native,
                Text.NotNull(opening, nameof(opening)).Native,
                Minutes(travelMinutes),
                (policy ?? Policy.Defaults).Native));
        }

        /// <summary>The verdict and numbers of a match alone, in a fraction of its time.</summary>
        /// <param name="citizen">The citizen.</param>
        /// <param name="opening">The opening, made with the same vocabulary.</param>
        /// <param name="policy">What to score with; null: every default.</param>
        /// <param name="travelMinutes">Each way; it replaces what the two locations would say.</param>
        /// <returns>The score.</returns>
        /// <exception cref="SmaajobException">The two do not belong together, or the minutes are out of range.</exception>
        public static Score Score(Citizen citizen, Opening opening, Policy policy = null, int? travelMinutes = null)
        {
            return Smaajob.Score.Of(Native.score(
                Text.NotNull(citizen, nameof(citizen)).Native,
                Text.NotNull(opening, nameof(opening)).Native,
                Minutes(travelMinutes),
                (policy ?? Policy.Defaults).Native));
        }

        private static int Minutes(int? travel)
        {
            return travel == null ? Native.UNKNOWN : Values.Whole(travel.Value, "/travel_minutes");
        }
    }
}
