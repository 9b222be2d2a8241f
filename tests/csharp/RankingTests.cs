// SPDX-License-Identifier: Apache-2.0
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;

namespace Smaajob.Tests
{
    /// <summary>Rankings of the shared vectors' citizens and openings, against a score of every pair.</summary>
    internal static class RankingTests
    {
        private static readonly List<Citizen> Citizens = new List<Citizen>();
        private static readonly List<Opening> Openings = new List<Opening>();
        private static readonly Caseload Caseload;
        private static readonly Market Market;

        static RankingTests()
        {
            foreach (Dictionary<string, string> vector in Support.Vectors().Select(line => Json.Members(line.Value)))
            {
                if (!vector.ContainsKey("vocabulary"))
                {
                    Openings.Add(Opening.FromJson(Numbered(vector["opening"], Openings.Count)));
                    if (Citizens.Count < 30)
                    {
                        Citizens.Add(Citizen.FromJson(Numbered(vector["citizen"], Citizens.Count)));
                    }
                }
            }
            Caseload = Caseload.Of(Citizens);
            Market = Market.Of(Openings);
        }

        private static RankingOptions All(int threads = 1, Func<long, long, bool> progress = null)
        {
            return new RankingOptions { Top = 1000, Threads = threads, CountBlockers = true, Progress = progress };
        }

        private static string Numbered(string document, int number)
        {
            return new Regex("\"id\":\"[^\"]*\"").Replace(document, "\"id\":\"n-" + number + "\"", 1);
        }

        private static string Told(int number, string id, Score score)
        {
            return string.Join(" ", number, id, score.Verdict, score.Value, score.Low, score.High, score.Coverage,
                score.Potential, score.Sides.Citizen, score.Sides.Employer);
        }

        private static string Told(IEnumerable<Ranked> ranked)
        {
            return string.Join("\n", ranked.Select(r => Told(r.Number, r.Id, r.Score)));
        }

        private static string Told<T>(IReadOnlyDictionary<T, long> counts)
        {
            return string.Join(" ", counts.Select(pair => pair.Key + "=" + pair.Value));
        }

        private static string Best(IEnumerable<KeyValuePair<string, Score>> all)
        {
            return string.Join("\n", all.Select((pair, i) => new { pair, i }).Where(one => one.pair.Value.Value != null)
                .OrderByDescending(one => one.pair.Value.Value).ThenByDescending(one => one.pair.Value.Verdict)
                .ThenBy(one => one.pair.Key, StringComparer.Ordinal)
                .Select(one => Told(one.i, one.pair.Key, one.pair.Value)));
        }

        private static string BestFor(Citizen citizen)
        {
            return Best(Openings.Select(o => new KeyValuePair<string, Score>(o.Id, Engine.Score(citizen, o))));
        }

        private static string BestFor(Opening opening)
        {
            return Best(Citizens.Select(c => new KeyValuePair<string, Score>(c.Id, Engine.Score(c, opening))));
        }

        public static void ARankingIsWhatScoringEveryPairAndSortingGives()
        {
            int ranked = 0;
            foreach (Citizen citizen in Citizens)
            {
                string expected = BestFor(citizen);
                using (Ranking all = Engine.Rank(citizen, Market, All()))
                using (Ranking few = Engine.Rank(citizen, Market))
                {
                    Check.Equal(citizen.Id, all.Id);
                    Check.Equal(expected, Told(all.Ranked));
                    Check.Equal(Told(all.Ranked.Take(10)), Told(few.Ranked));
                    Check.Equal((long)Openings.Count, all.Pairs);
                    Check.That(few.Scored <= few.Pairs);
                    Check.Equal(0, few.WithoutScore.Count + few.WithVerdict.Count + few.BlockedBy.Count);
                    Check.Equal(all.Pairs, all.Ranked.Count + all.WithoutScore.Values.Sum());
                    ranked += all.Ranked.Count;
                }
            }
            Check.That(ranked > 1000, ranked + " ranked");
            foreach (Opening opening in Openings.Take(20))
            {
                using (Ranking all = Engine.Rank(opening, Caseload, All()))
                {
                    Check.Equal(BestFor(opening), Told(all.Ranked));
                }
            }
        }

        public static void ManyAreRankedAsOneByOne()
        {
            foreach (int threads in new[] { 0, 3 })
            {
                RankingOptions few = new RankingOptions { Top = 5, Threads = threads, CountBlockers = true };
                IReadOnlyList<Ranking> rankings = Engine.RankCitizens(Caseload, Market, few);
                Check.Equal(Citizens.Count, rankings.Count);
                long blockers = 0;
                for (int i = 0; i < rankings.Count; i++)
                {
                    using (Ranking many = rankings[i])
                    using (Ranking one = Engine.Rank(Citizens[i], Market, few))
                    {
                        Check.Equal(one.Id, many.Id);
                        Check.Equal(Told(one.Ranked), Told(many.Ranked));
                        Check.Equal(Told(one.BlockedBy), Told(many.BlockedBy));
                        Check.Equal(Told(one.WithoutScore), Told(many.WithoutScore));
                        Check.Equal(Told(one.WithVerdict), Told(many.WithVerdict));
                        Check.Equal((long)Openings.Count, one.WithVerdict.Values.Sum());
                        blockers += many.BlockedBy.Values.Sum();
                    }
                }
                Check.That(blockers > 0);
                rankings = Engine.RankOpenings(Market, Caseload, All(threads));
                Check.Equal(Openings.Count, rankings.Count);
                Check.Equal("n-7", rankings[7].Id);
                Check.Equal(BestFor(Openings[7]), Told(rankings[7].Ranked));
                foreach (Ranking ranking in rankings)
                {
                    ranking.Dispose();
                }
            }
        }

        public static void APolicyChangesTheNumbers()
        {
            using (Policy policy = Policy.FromJson("{\"format\":\"smaajob.policy/1\",\"weights\":{\"competence\":0.3,\"accommodation\":0.35}}"))
            using (Ranking usual = Engine.Rank(Citizens[0], Market))
            using (Ranking other = Engine.Rank(Citizens[0], Market, new RankingOptions { Policy = policy }))
            {
                Check.That(Told(usual.Ranked) != Told(other.Ranked));
                Ranked first = other.Ranked[0];
                Check.Equal(Engine.Score(Citizens[0], Openings[first.Number], policy).Value, first.Score.Value);
            }
        }

        public static void ProgressIsToldOnTheCallersThreadAndCanStopTheWork()
        {
            int caller = Thread.CurrentThread.ManagedThreadId;
            List<long> told = new List<long>();
            int received = 0;
            Engine.RankCitizens(
                Caseload, Market, ranking =>
                {
                    Check.Equal(caller, Thread.CurrentThread.ManagedThreadId);
                    ranking.Dispose();
                    return ++received > 0;
                },
                // Told by the caller's thread alone, which may find nothing left to do when there are others.
                All(1, (done, all) =>
                {
                    Check.Equal(caller, Thread.CurrentThread.ManagedThreadId);
                    Check.Equal((long)Citizens.Count * Openings.Count, all);
                    told.Add(done);
                    return true;
                }));
            Check.Equal(Citizens.Count, received);
            Check.That(told.Count > 2 && told.SequenceEqual(told.OrderBy(n => n)));
            Check.Fault(ErrorCode.Cancelled, null, () => Engine.RankCitizens(Caseload, Market, All(1, (done, all) => false)));
            Check.Fault(ErrorCode.Cancelled, null, () => Engine.RankOpenings(Market, Caseload, ranking => false));
            Check.Fault(ErrorCode.Cancelled, null, () => Engine.Rank(Citizens[0], Market, All(1, (done, all) => false)));
        }

        public static void WhatACallbackThrowsComesOutOfTheCall()
        {
            IOException full = new IOException("the disc is full");
            foreach (int threads in new[] { 1, 3 })
            {
                Check.Equal(full, Check.Throws<IOException>(() => Engine.RankCitizens(
                    Caseload, Market, ranking => throw full, All(threads))));
            }
            RankingOptions throws = All(1, (done, all) => throw full);
            Check.Equal(full, Check.Throws<IOException>(() => Engine.RankOpenings(Market, Caseload, throws)));
            Check.Equal(full, Check.Throws<IOException>(() => Engine.Rank(Openings[0], Caseload, throws)));
            // What the library itself says in a callback comes out as it is, too.
            Check.Fault(ErrorCode.UnknownMember, "", () => Engine.RankCitizens(
                Caseload, Market, ranking => Policy.Defaults.Number("/no") > 0));
            ARankingOutlivesWhatItWasMadeOf();
        }

        public static void ACallbackMayCallTheLibrary()
        {
            int same = 0;
            Engine.RankCitizens(Caseload, Market, ranking =>
            {
                using (ranking)
                using (Ranking inner = Engine.Rank(Citizens[0], Market))
                {
                    Check.Equal("n-0", inner.Id);
                    return ++same > 0;
                }
            });
            Check.Equal(Citizens.Count, same);
        }

        public static void ATextOfDocumentsIsAMarketOrACaseload()
        {
            List<string> texts = Openings.Select(o => o.ToJson()).ToList();
            string path = Path.Combine(Path.GetTempPath(), "åbninger " + Guid.NewGuid() + ".ndjson");
            File.WriteAllText(path, string.Join("\n", texts));
            try
            {
                using (Market read = Market.FromPath(path))
                using (Market made = Market.FromNdjson(string.Join("\n", texts)))
                using (Caseload one = Caseload.FromNdjson(Citizens[0].ToJson()))
                using (Ranking a = Engine.Rank(Citizens[0], Market))
                using (Ranking b = Engine.Rank(Citizens[0], read))
                {
                    Check.Equal(Openings.Count, read.Count);
                    Check.Equal("n-3", made.OpeningId(3));
                    Check.That(made.Vocabulary == Vocabulary.BuiltIn && made.SizeBytes > 0 && one.SizeBytes > 0);
                    Check.Equal("n-0", one.CitizenId(0));
                    Check.Equal(1, one.Count);
                    Check.Throws<ArgumentOutOfRangeException>(() => one.CitizenId(1));
                    Check.Throws<ArgumentOutOfRangeException>(() => made.OpeningId(-1));
                    Check.Equal(Told(a.Ranked), Told(b.Ranked));
                }
                texts[2] = "{\"format\":\"smaajob.opening/1\"}";
                File.WriteAllText(path, string.Join("\n", texts));
                SmaajobException fault = Check.Throws<SmaajobException>(() => Market.FromPath(path));
                Check.Equal(3, fault.Line);
                Check.Equal(path, fault.File);
            }
            finally
            {
                File.Delete(path);
            }
            Check.Fault(ErrorCode.Duplicate, "/1/id", () => Caseload.Of(new[] { Citizens[0], Citizens[0] }));
        }

        public static void AFileMayBeLongerThanAnArray()
        {
            string path = Path.Combine(Path.GetTempPath(), Guid.NewGuid() + ".ndjson");
            string citizen = Support.CitizenText.Replace("\n", "");
            try
            {
                using (StreamWriter file = new StreamWriter(path))
                {
                    for (int i = 0; i < 5; i++)
                    {
                        file.Write(citizen.Replace("c-17", "c-" + i) + new string(' ', 900000) + "\n\n");
                    }
                }
                using (Caseload read = Caseload.FromPath(path))
                {
                    Check.Equal("c-4", read.CitizenId(read.Count - 1));
                }
                File.AppendAllText(path, citizen.Replace("c-17", "c-3"));
                SmaajobException fault = Check.Throws<SmaajobException>(() => Caseload.FromPath(path));
                Check.Equal("Duplicate 11 /id", fault.Code + " " + fault.Line + " " + fault.Pointer);
                Check.Equal("id: c-3 is the id of line 7 already, expected every id once", fault.Fault);
                // With nothing in it, it takes no room on a disk; a line is not read to its end when it is too long.
                using (FileStream file = File.Create(path))
                {
                    file.SetLength(1L << 31);
                }
                foreach (Action read in new Action[] { () => Market.FromPath(path), () => Caseload.FromPath(path) })
                {
                    fault = Check.Throws<SmaajobException>(read);
                    Check.Equal("Size 1 " + path, fault.Code + " " + fault.Line + " " + fault.File);
                }
            }
            finally
            {
                File.Delete(path);
            }
            Check.Throws<ArgumentNullException>(() => Caseload.FromPath(null));
            Check.Throws<FileNotFoundException>(() => Caseload.FromPath(path));
        }

        public static void WhatIsEmptyOrOutOfRangeIsTold()
        {
            using (Market none = Market.Of(new Opening[0]))
            using (Caseload nobody = Caseload.FromNdjson(""))
            using (Ranking empty = Engine.Rank(Citizens[0], none))
            using (Ranking unkept = Engine.Rank(Citizens[0], Market, new RankingOptions { Top = 0 }))
            {
                Check.Equal(0, empty.Ranked.Count);
                Check.Equal(0L, empty.Pairs);
                Check.Equal(0, unkept.Ranked.Count);
                Check.Equal((long)Openings.Count, unkept.Pairs);
                Check.Equal(0, Engine.RankCitizens(nobody, Market).Count);
            }
            Check.Fault(ErrorCode.Range, "/top", () => Engine.RankCitizens(Caseload, Market, new RankingOptions { Top = -1 }));
            Check.Fault(ErrorCode.Range, "/threads", () => Engine.RankCitizens(Caseload, Market, All(-1)));
            Check.Fault(ErrorCode.Range, null, () => Engine.RankCitizens(Caseload, Market, All(257)));
            using (Vocabulary other = Vocabulary.FromJson(Vocabulary.BuiltIn.ToJson()))
            using (Market theirs = Market.Of(new Opening[0], other))
            {
                Check.Fault(ErrorCode.Argument, null, () => Engine.Rank(Citizens[0], theirs));
                Check.Fault(ErrorCode.Argument, null, () => Market.Of(Openings, other));
            }
        }

        public static void ARankingIsRenewedAsIfItWereMadeAnew()
        {
            List<Opening> less = new List<Opening>(Openings);
            less.RemoveAt(7);
            List<Opening> other = new List<Opening>(less);
            other[3] = Openings[7];
            using (Market without = Market.Of(less))
            using (Market with = Market.Of(Openings))
            using (Market replaced = Market.Of(other))
            {
                foreach (Citizen citizen in Citizens.Take(10))
                {
                    Ranking all = Engine.Rank(citizen, with);
                    Ranking few = Engine.Rank(citizen, without);
                    Check.Equal(Told(few.Ranked), Told(all.Renewed(citizen, without, Renewal.Removed, 7).Ranked));
                    Check.Equal(Told(all.Ranked), Told(few.Renewed(citizen, with, Renewal.Added, 7).Ranked));
                    Check.Equal(
                        Told(Engine.Rank(citizen, replaced).Ranked),
                        Told(few.Renewed(citizen, replaced, Renewal.Replaced, 3).Ranked));
                }
                Ranking first = Engine.Rank(Citizens[0], with);
                Check.Fault(ErrorCode.Argument, null, () => first.Renewed(Citizens[1], without, Renewal.Removed, 7));
                Check.Fault(ErrorCode.Range, "/number", () => first.Renewed(Citizens[0], without, Renewal.Removed, -1));
            }
        }

        public static void ManyScoresInOneCallAreThoseOfEachPair()
        {
            foreach (int threads in new[] { 1, 3 })
            {
                PairScore[,] scores = Engine.Score(Caseload, Market, new ScoresOptions { First = 20, Threads = threads });
                Check.Equal(Citizens.Count - 20, scores.GetLength(0));
                for (int i = 0; i < scores.GetLength(0); i++)
                {
                    for (int j = 0; j < Openings.Count; j++)
                    {
                        Score expected = Engine.Score(Citizens[20 + i], Openings[j]);
                        PairScore told = scores[i, j];
                        Check.Equal(expected.Verdict, told.Verdict);
                        Check.Equal(expected.Value, told.Value);
                        Check.Equal((int)Math.Round((expected.Value ?? -0.001) * 1000), told.Thousandths);
                        Check.Equal(expected.Low, told.Low);
                        Check.Equal(expected.High, told.High);
                        Check.Equal(expected.Coverage, told.Coverage);
                        Check.Equal(expected.Potential, told.Potential);
                        Check.Equal(expected.Sides.Employer, told.ToScore().Sides.Employer);
                    }
                }
            }
        }

        public static void ScoresGoIntoTheCallersOwnArray()
        {
            PairScore[,] two = new PairScore[2, Openings.Count];
            Engine.Score(Caseload, Market, two, new ScoresOptions { First = 5 });
            Check.Equal(Engine.Score(Citizens[6], Openings[3]).Value, two[1, 3].Value);
            int n = Citizens.Count;
            Check.Fault(ErrorCode.Range, "/first", () => Engine.Score(Caseload, Market, new ScoresOptions { First = -1 }));
            Check.Fault(ErrorCode.Range, "/first", () => Engine.Score(Caseload, Market, new ScoresOptions { First = n + 1 }));
            Check.Fault(ErrorCode.Range, null, () => Engine.Score(Caseload, Market, two, new ScoresOptions { First = n - 1 }));
            Check.Fault(ErrorCode.Range, null, () => Engine.Score(Caseload, Market, two, new ScoresOptions { Threads = 257 }));
            Check.Throws<ArgumentException>(() => Engine.Score(Caseload, Market, new PairScore[1, 1]));
            Check.Throws<ArgumentNullException>(() => Engine.Score(Caseload, Market, (PairScore[,])null));
            Check.Equal(0, Engine.Score(Caseload, Market, new ScoresOptions { First = n }).Length);
        }

        public static void ScoringCanBeStopped()
        {
            long told = 0;
            IOException full = new IOException("the disc is full");
            Engine.Score(Caseload, Market, new ScoresOptions { Progress = (done, all) => (told = done) >= 0 });
            Check.That(told > 0 && told <= (long)Citizens.Count * Openings.Count);
            Check.Fault(ErrorCode.Cancelled, null, () => Engine.Score(
                Caseload, Market, new ScoresOptions { Progress = (done, all) => false }));
            Check.Equal(full, Check.Throws<IOException>(() => Engine.Score(
                Caseload, Market, new ScoresOptions { Progress = (done, all) => throw full })));
        }

        public static void ARankingOutlivesWhatItWasMadeOf()
        {
            Market brief = Market.Of(Openings);
            Ranking ranking = Engine.Rank(Citizens[0], brief, All());
            brief.Dispose();
            Check.Equal(BestFor(Citizens[0]), Told(ranking.Ranked));
            ranking.Dispose();
            Check.Throws<ObjectDisposedException>(() => ranking.Ranked.ToString());
        }
    }
}
