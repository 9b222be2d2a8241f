// SPDX-License-Identifier: Apache-2.0
using System;
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

        /// <summary>What a file is said to be by its first bytes; none when it cannot be read.</summary>
        /// <param name="path">Where.</param>
        /// <returns>What it holds.</returns>
        public static PackedKind PackedKind(string path)
        {
            return (PackedKind)Native.packed_get_kind(Text.NotNull(path, nameof(path)));
        }

        /// <summary>Checks all of a packed file, every object in it.</summary>
        /// <param name="path">Where.</param>
        /// <param name="vocabulary">That it was packed with; null: the built-in one.</param>
        /// <exception cref="SmaajobException">It is not whole; its pointer is the number of the object, such as /17.</exception>
        public static void CheckPacked(string path, Vocabulary vocabulary = null)
        {
            Text.NotNull(path, nameof(path));
            SmaajobException.Naming<object>(path, () =>
            {
                Native.packed_check((vocabulary ?? Vocabulary.BuiltIn).Native, path);
                return null;
            });
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

        /// <summary>The scores of every citizen of a caseload with every opening of a market, in one call; travel goes by the two locations.</summary>
        /// <param name="caseload">The citizens.</param>
        /// <param name="market">Openings of the same vocabulary.</param>
        /// <param name="options">How, and from which citizen on; null: all, by every default.</param>
        /// <returns>A row for each citizen, in it a score for each opening.</returns>
        /// <exception cref="SmaajobException">The two do not belong together, an option is out of range, a packed file is damaged, there is no memory, or it was stopped.</exception>
        public static PairScore[,] Score(Caseload caseload, Market market, ScoresOptions options = null)
        {
            ScoresOptions how = options ?? new ScoresOptions();
            int citizens = Text.NotNull(caseload, nameof(caseload)).Count - Values.Whole(how.First, "/first");
            int openings = Text.NotNull(market, nameof(market)).Count;
            PairScore[,] scores = new PairScore[Values.Whole(citizens, "/first"), openings];
            how.Fill(caseload, market, scores);
            return scores;
        }

        /// <summary>The same into an array that is there: as many citizens as it has rows. After a fault, or when it was stopped, it is not to be used.</summary>
        /// <param name="caseload">The citizens.</param>
        /// <param name="market">Openings of the same vocabulary.</param>
        /// <param name="scores">A row for each citizen, in it a place for each opening.</param>
        /// <param name="options">How, and from which citizen on; null: from the first, by every default.</param>
        /// <exception cref="ArgumentException">There are not as many places as openings.</exception>
        /// <exception cref="SmaajobException">The two do not belong together, an option is out of range, a packed file is damaged, there is no memory, or it was stopped.</exception>
        public static void Score(Caseload caseload, Market market, PairScore[,] scores, ScoresOptions options = null)
        {
            Text.NotNull(caseload, nameof(caseload));
            int openings = Text.NotNull(market, nameof(market)).Count;
            if (Text.NotNull(scores, nameof(scores)).GetLength(1) != openings)
            {
                throw new ArgumentException("a place for each opening is expected", nameof(scores));
            }
            (options ?? new ScoresOptions()).Fill(caseload, market, scores);
        }

        /// <summary>The best openings of a market for one citizen; travel goes by the two locations.</summary>
        /// <param name="citizen">The citizen.</param>
        /// <param name="market">Openings of the same vocabulary.</param>
        /// <param name="options">How; null: the best ten.</param>
        /// <returns>The ranking.</returns>
        /// <exception cref="SmaajobException">The two do not belong together, an option is out of range, a packed file is damaged, or it was stopped.</exception>
        public static Ranking Rank(Citizen citizen, Market market, RankingOptions options = null)
        {
            Handle one = Text.NotNull(citizen, nameof(citizen)).Native;
            Handle many = Text.NotNull(market, nameof(market)).Native;
            RankingOptions how = options ?? new RankingOptions();
            return Ranking.Of(new LongWork(how.Progress).Run(work => Native.Ranking_new_for_citizen(
                one, many, how.By, how.Most, how.CountBlockers, work.Progress)));
        }

        /// <summary>The best citizens of a caseload for one opening; travel goes by the two locations.</summary>
        /// <param name="opening">The opening.</param>
        /// <param name="caseload">Citizens of the same vocabulary.</param>
        /// <param name="options">How; null: the best ten.</param>
        /// <returns>The ranking.</returns>
        /// <exception cref="SmaajobException">The two do not belong together, an option is out of range, a packed file is damaged, or it was stopped.</exception>
        public static Ranking Rank(Opening opening, Caseload caseload, RankingOptions options = null)
        {
            Handle one = Text.NotNull(opening, nameof(opening)).Native;
            Handle many = Text.NotNull(caseload, nameof(caseload)).Native;
            RankingOptions how = options ?? new RankingOptions();
            return Ranking.Of(new LongWork(how.Progress).Run(work => Native.Ranking_new_for_opening(
                one, many, how.By, how.Most, how.CountBlockers, work.Progress)));
        }

        /// <summary>The best openings for each citizen of a caseload, handed over one by one, in memory that does not grow with them.</summary>
        /// <param name="caseload">The citizens.</param>
        /// <param name="market">Openings of the same vocabulary.</param>
        /// <param name="receive">Takes each ranking, its own to dispose of, in the citizens' order on this thread; false stops the work. What it throws comes out of this call.</param>
        /// <param name="options">How; null: the best ten.</param>
        /// <exception cref="SmaajobException">The two do not belong together, an option is out of range, a packed file is damaged, or it was stopped.</exception>
        public static void RankCitizens(Caseload caseload, Market market, Func<Ranking, bool> receive, RankingOptions options = null)
        {
            Handle citizens = Text.NotNull(caseload, nameof(caseload)).Native;
            Handle openings = Text.NotNull(market, nameof(market)).Native;
            RankingOptions how = options ?? new RankingOptions();
            new LongWork(how.Progress, Text.NotNull(receive, nameof(receive))).Run<object>(work =>
            {
                Native.rank_citizens(
                    citizens, openings, how.By, how.Most, how.Hands, how.CountBlockers, work.Receive, work.Progress);
                return null;
            });
        }

        /// <summary>The best openings for each citizen of a caseload.</summary>
        /// <param name="caseload">The citizens.</param>
        /// <param name="market">Openings of the same vocabulary.</param>
        /// <param name="options">How; null: the best ten.</param>
        /// <returns>A ranking for each, to be disposed of.</returns>
        /// <exception cref="SmaajobException">The two do not belong together, an option is out of range, a packed file is damaged, or it was stopped.</exception>
        public static IReadOnlyList<Ranking> RankCitizens(Caseload caseload, Market market, RankingOptions options = null)
        {
            return All(receive => RankCitizens(caseload, market, receive, options));
        }

        /// <summary>The best citizens for each opening of a market, handed over one by one, in memory that does not grow with them.</summary>
        /// <param name="market">The openings.</param>
        /// <param name="caseload">Citizens of the same vocabulary.</param>
        /// <param name="receive">Takes each ranking, its own to dispose of, in the openings' order on this thread; false stops the work. What it throws comes out of this call.</param>
        /// <param name="options">How; null: the best ten.</param>
        /// <exception cref="SmaajobException">The two do not belong together, an option is out of range, a packed file is damaged, or it was stopped.</exception>
        public static void RankOpenings(Market market, Caseload caseload, Func<Ranking, bool> receive, RankingOptions options = null)
        {
            Handle openings = Text.NotNull(market, nameof(market)).Native;
            Handle citizens = Text.NotNull(caseload, nameof(caseload)).Native;
            RankingOptions how = options ?? new RankingOptions();
            new LongWork(how.Progress, Text.NotNull(receive, nameof(receive))).Run<object>(work =>
            {
                Native.rank_openings(
                    openings, citizens, how.By, how.Most, how.Hands, how.CountBlockers, work.Receive, work.Progress);
                return null;
            });
        }

        /// <summary>The best citizens for each opening of a market.</summary>
        /// <param name="market">The openings.</param>
        /// <param name="caseload">Citizens of the same vocabulary.</param>
        /// <param name="options">How; null: the best ten.</param>
        /// <returns>A ranking for each, to be disposed of.</returns>
        /// <exception cref="SmaajobException">The two do not belong together, an option is out of range, a packed file is damaged, or it was stopped.</exception>
        public static IReadOnlyList<Ranking> RankOpenings(Market market, Caseload caseload, RankingOptions options = null)
        {
            return All(receive => RankOpenings(market, caseload, receive, options));
        }

        private static IReadOnlyList<Ranking> All(Action<Func<Ranking, bool>> rank)
        {
            List<Ranking> rankings = new List<Ranking>();
            rank(ranking =>
            {
                rankings.Add(ranking);
                return true;
            });
            return rankings.AsReadOnly();
        }

        private static int Minutes(int? travel)
        {
            return travel == null ? Native.UNKNOWN : Values.Whole(travel.Value, "/travel_minutes");
        }
    }
}
