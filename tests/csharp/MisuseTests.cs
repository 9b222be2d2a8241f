// SPDX-License-Identifier: Apache-2.0
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Threading;

namespace Smaajob.Tests
{
    /// <summary>Whatever is done to it, it throws, and nothing worse.</summary>
    internal static class MisuseTests
    {
        private static readonly Type[] Classes =
        {
            typeof(Engine), typeof(Vocabulary), typeof(VocabularyBuilder), typeof(Citizen), typeof(CitizenBuilder),
            typeof(Opening), typeof(OpeningBuilder), typeof(TaskBuilder), typeof(Policy), typeof(PolicyBuilder),
            typeof(Match), typeof(Explanation), typeof(Difference), typeof(MatchRecord), typeof(Market), typeof(MarketBuilder),
            typeof(Caseload), typeof(CaseloadBuilder), typeof(Ranking), typeof(RankingOptions),
            typeof(ScoresOptions), typeof(PackingOptions),
        };

        private static readonly int Calls = int.Parse(Environment.GetEnvironmentVariable("SMAAJOB_TEST_CALLS") ?? "30000");

        public static void AnObjectThatIsDisposedIsRefused()
        {
            Citizen citizen = Support.Citizen();
            Opening opening = Support.Opening();
            Match match = Engine.Match(citizen, opening);
            Match kept = Engine.Match(citizen, opening);
            MatchRecord record = MatchRecord.Of(match, "2026-11-22T14:00:00Z", "a");
            IDisposable[] things =
            {
                citizen, opening, match, record, match.Explain(), Difference.Of(match, match), BuildersTests.Citizen(),
                BuildersTests.Opening(), new PolicyBuilder(), new VocabularyBuilder("v"), new PolicyBuilder().Build(),
                Vocabulary.FromJson(Vocabulary.BuiltIn.ToJson()), Market(), Caseload(), Ranking(), new MarketBuilder(),
                new CaseloadBuilder(),
            };
            foreach (IDisposable thing in things)
            {
                thing.Dispose();
                thing.Dispose();
                int refused = 0;
                foreach (MethodInfo method in thing.GetType().GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
                {
                    string name = method.Name;
                    bool kept_ = name == "Dispose" || name == "get_Vocabulary" || name == "get_Verdict" || name == "get_Result" || (thing == match && name == "get_Score");
                    if (!kept_ && method.GetParameters().Length == 0)
                    {
                        TargetInvocationException thrown = Check.Throws<TargetInvocationException>(() => method.Invoke(thing, null), thing.GetType().Name + "." + name);
                        Check.That(thrown.InnerException is ObjectDisposedException, name + ": " + thrown.InnerException);
                        refused++;
                    }
                }
                Check.That(refused > 0, thing.GetType().Name);
            }
            Check.Throws<ObjectDisposedException>(() => Engine.Match(citizen, Support.Opening()));
            Check.Throws<ObjectDisposedException>(() => Engine.Score(Support.Citizen(), opening));
            Check.Throws<ObjectDisposedException>(() => record.Replay());
            Check.Equal("c-17", kept.CitizenId, "a match keeps alive what it was made of");
            OpeningBuilder builder = new OpeningBuilder("o");
            TaskBuilder orphan = builder.AddTask("t");
            builder.Dispose();
            Check.Throws<ObjectDisposedException>(() => orphan.SetOptional());
        }

        private static Market Market()
        {
            return Smaajob.Market.Of(new[] { Support.Opening() });
        }

        private static Caseload Caseload()
        {
            return Smaajob.Caseload.Of(new[] { Support.Citizen() });
        }

        private static Ranking Ranking()
        {
            return Engine.Rank(Support.Citizen(), Market());
        }

        public static void NullIsRefused()
        {
            Check.Throws<ArgumentNullException>(() => Engine.Match(null, Support.Opening()));
            Check.Throws<ArgumentNullException>(() => Engine.Score(Support.Citizen(), null));
            Check.Throws<ArgumentNullException>(() => Citizen.FromJson((string)null));
            Check.Throws<ArgumentNullException>(() => Policy.FromJson((byte[])null));
            Check.Throws<ArgumentNullException>(() => new CitizenBuilder(null));
            Check.Throws<ArgumentNullException>(() => new CitizenBuilder("c").SetGate(null, Answer.Yes));
            Check.Throws<ArgumentNullException>(() => new CitizenBuilder("c").AddWindow(null, "08:00", "09:00"));
            Check.Throws<ArgumentNullException>(() => Vocabulary.BuiltIn.Label(null));
            Check.Throws<ArgumentNullException>(() => Engine.Rank((Citizen)null, Market()));
            Check.Throws<ArgumentNullException>(() => Engine.RankCitizens(Caseload(), Market(), null, null));
            Check.Throws<ArgumentNullException>(() => Smaajob.Market.Of(new Opening[] { null }));
            Check.Throws<ArgumentNullException>(() => Native.Citizen_get_id(null), "the native layer itself");
            Check.Throws<ApplicationException>(() => Native.Citizen_new_from_json(Handle.None, Text.Document("{}")));
            Check.Throws<ApplicationException>(() => Native.get_schema(null));
            Check.Equal("c-17", Support.Match().CitizenId, "nothing is left pending");
        }

        public static void EveryPublicClassThatReachesTheLibraryIsMisusedHere()
        {
            List<string> forgotten = new List<string>();
            foreach (string file in Directory.GetFiles(Support.Root + "/bindings/csharp/src", "*.cs"))
            {
                foreach (string part in Regex.Split(File.ReadAllText(file), @"(?=\n    (?:public|internal) )").Skip(1))
                {
                    string name = Regex.Match(part, @"\A\n    public (?:sealed|static) class (\w+)").Groups[1].Value;
                    if (name != "" && Regex.IsMatch(part, @"\bNative\.[A-Za-z]+_") && Classes.All(type => type.Name != name))
                    {
                        forgotten.Add(name);
                    }
                }
            }
            Check.Equal("", string.Join(" ", forgotten));
        }

        public static void DisposingWhatIsSharedDoesNothing()
        {
            Vocabulary.BuiltIn.Dispose();
            Policy.Defaults.Dispose();
            Check.Equal("c-17", Support.Match().CitizenId);
        }

        public static void AnotherVocabularyIsRefused()
        {
            using (Vocabulary other = Vocabulary.FromJson(Vocabulary.BuiltIn.ToJson()))
            using (Opening opening = Opening.FromJson(Support.OpeningText, other))
            using (Citizen citizen = Support.Citizen())
            {
                Check.Fault(ErrorCode.Argument, null, () => Engine.Match(citizen, opening));
            }
        }

        private static void InThreads(int n, Action work)
        {
            Exception thrown = null;
            Thread[] threads = Enumerable.Range(0, n).Select(_ => new Thread(() =>
            {
                try
                {
                    work();
                }
                catch (Exception e)
                {
                    thrown = e;
                }
            })).ToArray();
            foreach (Thread thread in threads)
            {
                thread.Start();
            }
            foreach (Thread thread in threads)
            {
                thread.Join();
            }
            Check.That(thrown == null, "" + thrown);
        }

        public static void ABuilderIsForOneThreadAtATime()
        {
            CitizenBuilder builder = new CitizenBuilder("c");
            Check.Throws<InvalidOperationException>(() => builder.Alone(at => builder.SetNeedsKnown()));
            InThreads(8, () =>
            {
                for (int i = 0; i < 500; i++)
                {
                    try
                    {
                        builder.AddWindow(new[] { Day.Mon }, "08:00", "12:00").SetNeedsKnown().Build().Dispose();
                    }
                    catch (InvalidOperationException)
                    {
                        // One thread was first.
                    }
                    catch (SmaajobException)
                    {
                        // 336 windows are there.
                    }
                }
            });
            Check.Equal("c", builder.Build().Id);
        }

        public static void SharedObjectsGiveEveryThreadTheSame()
        {
            string expected = Support.Match().ToJson();
            using (Citizen citizen = Support.Citizen())
            using (Opening opening = Support.Opening())
            using (Match shared = Engine.Match(citizen, opening))
            {
                InThreads(8, () =>
                {
                    for (int i = 0; i < 50; i++)
                    {
                        using (Match own = Engine.Match(citizen, opening))
                        {
                            Check.Equal(expected, own.ToJson());
                            Check.Equal(expected, shared.ToJson());
                        }
                    }
                });
            }
        }

        public static void ADisposeDuringCallsEndsThemWell()
        {
            string expected = Support.Match().ToJson();
            for (int round = 0; round < 200; round++)
            {
                Citizen citizen = Support.Citizen();
                Opening opening = Support.Opening();
                Match match = Engine.Match(citizen, opening);
                int closer = 0;
                InThreads(4, () =>
                {
                    bool closes = Interlocked.Increment(ref closer) == 1;
                    try
                    {
                        for (int i = 0; i < 20; i++)
                        {
                            if (closes && i == 5)
                            {
                                match.Dispose();
                                opening.Dispose();
                                citizen.Dispose();
                            }
                            Check.Equal(expected, match.ToJson());
                            Check.Equal(6, match.Criteria.Count);
                            Engine.Match(citizen, opening).Dispose();
                        }
                    }
                    catch (ObjectDisposedException)
                    {
                        // It was disposed.
                    }
                });
            }
        }

        public static void ADisposeDuringRankingsEndsThemWell()
        {
            string expected = Ranking().Ranked[0].Id;
            for (int round = 0; round < 100; round++)
            {
                Citizen citizen = Support.Citizen();
                Market market = Market();
                Caseload caseload = Caseload();
                int closer = 0;
                InThreads(4, () =>
                {
                    bool closes = Interlocked.Increment(ref closer) == 1;
                    try
                    {
                        for (int i = 0; i < 20; i++)
                        {
                            if (closes && i == 5)
                            {
                                market.Dispose();
                                citizen.Dispose();
                                caseload.Dispose();
                            }
                            using (Ranking one = Engine.Rank(citizen, market))
                            {
                                Check.Equal(expected, one.Ranked[0].Id);
                            }
                            Engine.RankOpenings(market, caseload)[0].Dispose();
                            Check.Equal(1, Engine.Score(caseload, market).Length);
                        }
                    }
                    catch (ObjectDisposedException)
                    {
                        // It was disposed.
                    }
                });
            }
        }

        public static void RandomCallsThrowAndNothingWorse()
        {
            string directory = Path.Combine(Path.GetTempPath(), "smaajob-" + Guid.NewGuid());
            Directory.CreateDirectory(directory);
            try
            {
                new Misuser(directory).Run(Calls);
            }
            finally
            {
                Directory.Delete(directory, true);
            }
            Check.Equal("c-17", Support.Match().CitizenId);
        }

        /// <summary>What a callback throws.</summary>
        private sealed class Thrown : Exception
        {
        }

        private sealed class Misuser
        {
            private readonly Random random = new Random(20260101);
            private readonly List<object> things = new List<object>();

            private readonly string written;

            internal Misuser(string directory)
            {
                written = Path.Combine(directory, "written");
                Match match = Support.Match();
                string[] documents =
                {
                    Support.CitizenText, Support.OpeningText, Support.Citizen().ToJson(), Support.Opening().ToJson(), "{\"format\":\"smaajob.policy/1\"}", match.ToJson(),
                    MatchRecord.Of(match, "2026-11-22T14:00:00Z", "a").ToJson(),
                    "{\"format\":\"smaajob.vocabulary/1\",\"version\":\"v\",\"conditions\":[],\"gates\":[],\"competencies\":[]}",
                };
                foreach (string document in documents)
                {
                    string path = Path.Combine(directory, things.Count + ".json");
                    File.WriteAllText(path, document);
                    things.AddRange(new object[] { document, System.Text.Encoding.UTF8.GetBytes(document), path });
                }
                string market = Path.Combine(directory, "market");
                string caseload = Path.Combine(directory, "caseload");
                Market().Save(market);
                Caseload().Save(caseload);
                things.AddRange(new object[]
                {
                    market, caseload, Path.Combine(directory, "new"), (Func<SmaajobException, string, bool>)((fault, line) => true),
                    (Func<SmaajobException, string, bool>)((fault, line) => throw new Thrown()),
                    (Func<long, long, long, bool>)((done, all, good) => good > 7),
                    "", "c", "da", "en", "citizen", "env_noise", "sup_contact", "gate_driving_licence", "/weights/wish", "46.31", "a\0b", "\ud800",
                    new string('x', 10000), "æøå😀", "07:00", "08:00", "12:00", "12:15", "24:00", "2026-11-22T14:00:00Z", "{}", Support.Concepts[0].Id,
                    new byte[0], new byte[] { 0xff }, directory,
                    Need.Tolerates(1), Need.Requires(2), Need.AtMost(3), Need.AtMost(double.NaN), default(Need),
                    Training.Unknown, Training.Impossible, Training.Weeks(3), Training.Weeks(-3),
                    new Decision("r", "p", Verdict.Fit), new Decision("æ", "p", null, Advice.NotNow), new Decision("r", "p"),
                    new Condition("x", Kind.Time, ConditionType.Limit, null, "x"), Vocabulary.BuiltIn.Conditions[0],
                    (Func<long, long, bool>)((done, all) => done != 7), (Func<long, long, bool>)((done, all) => throw new Thrown()),
                    (Func<Ranking, bool>)(ranking => true), (Func<Ranking, bool>)(ranking => ranking.Pairs > 7),
                    (Func<Ranking, bool>)(ranking => throw new Thrown()), new RankingOptions { Threads = 2 },
                    new PairScore[1, 1], new PairScore[3, 1], new PairScore[0, 0], new ScoresOptions { First = -1 },
                    new ScoresOptions { Threads = 999 }, new RankingOptions { Top = -3 }, new RankingOptions { Threads = 999 },
                    new Label("y", "y"), Support.Concepts[1], Vocabulary.BuiltIn, Policy.Defaults,
                });
            }

            internal void Run(int n)
            {
                List<MethodBase> calls = new List<MethodBase>();
                foreach (Type type in Classes)
                {
                    calls.AddRange(type.GetConstructors());
                    calls.AddRange(type.GetMethods(
                        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly));
                }
                List<MethodBase> waiting = new List<MethodBase>(calls);
                int thrown = 0;
                for (int i = 0; i < n; i++)
                {
                    // Half of the calls are those that have not come back with anything yet.
                    List<MethodBase> among = i % 2 == 0 && waiting.Count > 0 ? waiting : calls;
                    MethodBase call = among[random.Next(among.Count)];
                    try
                    {
                        Invoke(call);
                        waiting.Remove(call);
                    }
                    catch (TargetInvocationException e)
                    {
                        Check.That(Expected(e.InnerException), call + ": " + e.InnerException);
                        thrown++;
                    }
                }
                Check.That(thrown > n / 20 && thrown < n, thrown + " thrown");
                Check.Equal("", string.Join("\n", waiting.Select(c => c.DeclaringType.Name + "." + c)), "came back with something at least once");
            }

            private static bool Expected(Exception thrown)
            {
                return thrown is SmaajobException || thrown is ArgumentException || thrown is ObjectDisposedException
                    || thrown is Thrown || thrown is IOException || thrown is UnauthorizedAccessException;
            }

            private void Invoke(MethodBase call)
            {
                object[] arguments = call.GetParameters().Select(p => Argument(p.ParameterType)).ToArray();
                // What is written goes where nothing else is read from.
                if (call.Name == "Save" || call.Name == "Pack")
                {
                    arguments[call.Name == "Save" ? 0 : 1] = random.Next(9) == 0 ? null : written;
                }
                if (call is ConstructorInfo constructor)
                {
                    constructor.Invoke(arguments);
                    return;
                }
                object self = call.IsStatic ? null : Made(call.DeclaringType);
                if (call.Name != "Dispose" || random.Next(4) == 0)
                {
                    call.Invoke(self, arguments);
                }
            }

            private object Argument(Type type)
            {
                Type inner = Nullable.GetUnderlyingType(type);
                if (inner != null)
                {
                    return random.Next(3) == 0 ? null : Argument(inner);
                }
                if (type == typeof(int))
                {
                    return new[] { 0, 1, 2, 3, 15, 480, -1, -2, int.MaxValue, int.MinValue }[random.Next(10)];
                }
                if (type == typeof(double))
                {
                    return new[] { 0, 0.5, 1, 2, 57, -1.5, 1e300, double.NaN, double.PositiveInfinity }[random.Next(9)];
                }
                if (type == typeof(bool))
                {
                    return random.Next(2) == 0;
                }
                if (type.IsEnum)
                {
                    Array values = Enum.GetValues(type);
                    return random.Next(10) == 0 ? Enum.ToObject(type, random.Next(-2, 300)) : values.GetValue(random.Next(values.Length));
                }
                if (random.Next(12) == 0 && !type.IsValueType)
                {
                    return null;
                }
                if (type == typeof(IEnumerable<Day>))
                {
                    return new[] { new Day[0], new[] { Day.Tue }, new[] { (Day)999 } }[random.Next(3)];
                }
                if (type == typeof(IEnumerable<string>))
                {
                    return new[] { new string[0], new[] { "env_noise" }, new string[] { null } }[random.Next(3)];
                }
                if (type == typeof(IEnumerable<Citizen>))
                {
                    return new[] { new Citizen[0], new[] { (Citizen)Made(typeof(Citizen)) }, new Citizen[] { null } }[random.Next(3)];
                }
                if (type == typeof(IEnumerable<Opening>))
                {
                    return new[] { new Opening[0], new[] { (Opening)Made(typeof(Opening)) }, new Opening[] { null } }[random.Next(3)];
                }
                return type == typeof(object) ? "" : Made(type);
            }

            /// <summary>One of a kind, sometimes one that is disposed already.</summary>
            private object Made(Type type)
            {
                object[] found = things.Where(type.IsInstanceOfType).ToArray();
                if (!Classes.Contains(type) || (found.Length > 0 && random.Next(8) > 0))
                {
                    return found[random.Next(found.Length)];
                }
                object fresh = Fresh(type);
                if (found.Length > 8)
                {
                    things.Remove(found[0]);
                }
                things.Add(fresh);
                return fresh;
            }

            private object Fresh(Type type)
            {
                switch (type.Name)
                {
                    case "Citizen": return Support.Citizen();
                    case "Opening": return Support.Opening();
                    case "Match": return Support.Match();
                    case "Explanation": return Support.Match().Explain();
                    case "Difference": return Difference.Of(Support.Match(), Support.Match());
                    case "MatchRecord": return MatchRecord.Of(Support.Match(), "2026-11-22T14:00:00Z", "a");
                    case "CitizenBuilder": return new CitizenBuilder("c");
                    case "OpeningBuilder": return random.Next(2) == 0 ? BuildersTests.Opening() : new OpeningBuilder("o");
                    case "TaskBuilder": return new OpeningBuilder("o").AddTask("t");
                    case "PolicyBuilder": return new PolicyBuilder();
                    case "VocabularyBuilder": return new VocabularyBuilder("v", Vocabulary.BuiltIn);
                    case "Market": return Market();
                    case "MarketBuilder": return new MarketBuilder();
                    case "Caseload": return Caseload();
                    case "CaseloadBuilder": return new CaseloadBuilder();
                    case "Ranking": return Ranking();
                    case "ScoresOptions": return new ScoresOptions();
                    case "PackingOptions": return new PackingOptions();
                    case "RankingOptions": return new RankingOptions();
                    case "Policy": return Policy.Defaults;
                    default: return Vocabulary.BuiltIn;
                }
            }
        }
    }
}
