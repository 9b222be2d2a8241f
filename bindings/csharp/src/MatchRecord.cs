// SPDX-License-Identifier: Apache-2.0
using System;

namespace Smaajob
{
    /// <summary>What a professional decided instead: a verdict, an advice, or both.</summary>
    public sealed class Decision
    {
        /// <summary>A decision.</summary>
        /// <param name="reason">An id out of the case system's own list.</param>
        /// <param name="actor">The id of the professional.</param>
        /// <param name="verdict">The verdict instead; null when it stands.</param>
        /// <param name="advice">The advice instead; null when it stands.</param>
        public Decision(string reason, string actor, Verdict? verdict = null, Advice? advice = null)
        {
            Reason = Text.NotNull(reason, nameof(reason));
            Actor = Text.NotNull(actor, nameof(actor));
            Verdict = verdict;
            Advice = advice;
        }

        /// <summary>The verdict instead; null when it stands.</summary>
        public Verdict? Verdict { get; }

        /// <summary>The advice instead; null when it stands.</summary>
        public Advice? Advice { get; }

        /// <summary>An id out of the case system's own list.</summary>
        public string Reason { get; }

        /// <summary>The id of the professional.</summary>
        public string Actor { get; }

        internal static Decision Of(OverrideRow row)
        {
            string reason = Text.Of(row.Reason);
            return reason == null ? null : new Decision(
                reason, Text.Of(row.Actor),
                row.Verdict == Native.UNKNOWN ? (Verdict?)null : (Verdict)row.Verdict,
                row.Advice == Native.UNKNOWN ? (Advice?)null : (Advice)row.Advice);
        }
    }

    /// <summary>
    /// A record: what a match was made of, when and by whom, and what a professional made of it, so that it can be
    /// made again and found to be the same. It holds no free text. Keep its bytes as they are: its digest is over
    /// them. Immutable, and safe to share between threads.
    /// </summary>
    public sealed class MatchRecord : IDisposable
    {
        private const int Limit = 4 * Text.MiB;

        private MatchRecord(IntPtr address)
        {
            Native = new Handle(address, NativePINVOKE.CSharp_Smaajob_delete_Record);
        }

        internal Handle Native { get; }

        /// <summary>Whether the citizen and the opening are in it whole.</summary>
        public bool IsWhole => Smaajob.Native.Record_is_whole(Native);

        /// <summary>The digest of the record itself.</summary>
        public string Digest => Native.Hold(() => Smaajob.Native.Record_get_digest(Native));

        /// <summary>The version of the library that made the match.</summary>
        public string EngineVersion => Native.Hold(() => Smaajob.Native.Record_get_engine_version(Native));

        /// <summary>The version of the model that made the match.</summary>
        public string ModelVersion => Native.Hold(() => Smaajob.Native.Record_get_model_version(Native));

        /// <summary>When, as the caller said.</summary>
        public string Time => Native.Hold(() => Smaajob.Native.Record_get_time(Native));

        /// <summary>The id of whoever had the match made.</summary>
        public string Actor => Native.Hold(() => Smaajob.Native.Record_get_actor(Native));

        /// <summary>The citizen's id.</summary>
        public string CitizenId => Native.Hold(() => Smaajob.Native.Record_get_citizen_id(Native));

        /// <summary>The opening's id.</summary>
        public string OpeningId => Native.Hold(() => Smaajob.Native.Record_get_opening_id(Native));

        /// <summary>Minutes of travel each way that the caller gave; null when none.</summary>
        public int? TravelMinutes
        {
            get
            {
                int minutes = Smaajob.Native.Record_get_travel_minutes(Native);
                return minutes == Smaajob.Native.UNKNOWN ? (int?)null : minutes;
            }
        }

        /// <summary>What a professional decided instead; null when the match stands as it is.</summary>
        public Decision Decision => Native.Hold(() => Smaajob.Decision.Of(Smaajob.Native.Record_get_override(Native)));

        /// <summary>A record of a match.</summary>
        /// <param name="match">The match.</param>
        /// <param name="time">RFC 3339 with Z or an offset, such as 2026-11-22T14:00:00Z.</param>
        /// <param name="actor">The id of whoever had the match made.</param>
        /// <param name="digestsOnly">Whether the citizen and the opening stay out; whoever replays gives them.</param>
        /// <param name="decision">What a professional decided instead; null when the match stands as it is.</param>
        /// <returns>The record.</returns>
        public static MatchRecord Of(Match match, string time, string actor, bool digestsOnly = false, Decision decision = null)
        {
            int verdict = decision?.Verdict == null ? Smaajob.Native.UNKNOWN : (int)decision.Verdict.Value;
            int advice = decision?.Advice == null ? Smaajob.Native.UNKNOWN : (int)decision.Advice.Value;
            return new MatchRecord(Smaajob.Native.new_Record(
                Text.NotNull(match, nameof(match)).Native, Text.NotNull(time, nameof(time)),
                Text.NotNull(actor, nameof(actor)), digestsOnly, verdict, advice, decision?.Reason, decision?.Actor));
        }

        /// <summary>A record from a document.</summary>
        /// <param name="json">A smaajob.record/1 document.</param>
        /// <returns>The record.</returns>
        /// <exception cref="SmaajobException">The document is not as it must be, or was changed.</exception>
        public static MatchRecord FromJson(string json)
        {
            return new MatchRecord(Smaajob.Native.Record_new_from_json(Text.Document(json)));
        }

        /// <summary>The same from UTF-8.</summary>
        /// <param name="json">A smaajob.record/1 document.</param>
        /// <returns>The record.</returns>
        /// <exception cref="SmaajobException">The document is not as it must be, or was changed.</exception>
        public static MatchRecord FromJson(byte[] json)
        {
            return new MatchRecord(Smaajob.Native.Record_new_from_json(Text.Document(json)));
        }

        /// <summary>The same from a file of at most 4 MiB.</summary>
        /// <param name="path">Where the document is.</param>
        /// <returns>The record.</returns>
        /// <exception cref="SmaajobException">The document is not as it must be, or was changed; it names the file.</exception>
        public static MatchRecord FromPath(string path)
        {
            return Text.FromPath(path, Limit, FromJson);
        }

        /// <summary>Scores it again, with the citizen and the opening in it.</summary>
        /// <param name="vocabulary">The words; null: the built-in ones.</param>
        /// <returns>The new match; a Difference says what differs.</returns>
        public Match Replay(Vocabulary vocabulary = null)
        {
            return Match.Of(Smaajob.Native.Record_replay(
                Native, (vocabulary ?? Vocabulary.BuiltIn).Native, Handle.None, Handle.None));
        }

        /// <summary>Scores it again, with a citizen and an opening given.</summary>
        /// <param name="citizen">The citizen.</param>
        /// <param name="opening">The opening, made with the same vocabulary.</param>
        /// <returns>The new match; a Difference says what differs.</returns>
        public Match Replay(Citizen citizen, Opening opening)
        {
            Text.NotNull(citizen, nameof(citizen));
            Text.NotNull(opening, nameof(opening));
            return Match.Of(Smaajob.Native.Record_replay(
                Native, citizen.Vocabulary.Native, citizen.Native, opening.Native));
        }

        /// <summary>The match in it.</summary>
        /// <returns>The document, smaajob.match/1.</returns>
        public string MatchToJson()
        {
            return Smaajob.Native.Record_match_to_json(Native);
        }

        /// <summary>A document in it.</summary>
        /// <param name="source">Which.</param>
        /// <returns>The document.</returns>
        /// <exception cref="SmaajobException">Only its digest is there.</exception>
        public string SourceToJson(Source source)
        {
            return Smaajob.Native.Record_source_to_json(Native, (int)source);
        }

        /// <summary>The digest of a document the match was made of.</summary>
        /// <param name="source">Which.</param>
        /// <returns>Its digest.</returns>
        public string SourceDigest(Source source)
        {
            return Native.Hold(() => Smaajob.Native.Record_get_source_digest(Native, (int)source));
        }

        /// <summary>The record as canonical JSON: the same bytes for ever.</summary>
        /// <returns>The document.</returns>
        public string ToJson()
        {
            return Smaajob.Native.Record_to_json(Native);
        }

        /// <summary>Gives it up; what was made of it lives on.</summary>
        public void Dispose()
        {
            Native.Dispose();
        }
    }
}
