// SPDX-License-Identifier: Apache-2.0
using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;

namespace Smaajob.Tests
{
    internal static class VectorsTests
    {
        public static void EveryVectorComesOutToTheByte()
        {
            int n = 0;
            List<string> wrong = new List<string>();
            foreach (KeyValuePair<string, string> line in Support.Vectors())
            {
                string told = Differs(Json.Members(line.Value));
                if (told != null)
                {
                    wrong.Add(line.Key + " " + told);
                }
                n++;
            }
            Check.That(n >= 300, n + " vectors");
            Check.Equal("", string.Join("\n", wrong));
        }

        private static string Differs(Dictionary<string, string> vector)
        {
            Func<string, string> Get = name => vector.ContainsKey(name) ? vector[name] : null;
            int? travel = Get("travel_minutes") == null ? (int?)null : int.Parse(Get("travel_minutes"));
            Vocabulary words = Get("vocabulary") == null
                ? Vocabulary.BuiltIn : Vocabulary.FromJson(Get("vocabulary"), Vocabulary.BuiltIn);
            using (words)
            using (Policy policy = Get("policy") == null ? Policy.Defaults : Policy.FromJson(Get("policy")))
            using (Citizen citizen = Citizen.FromJson(Get("citizen"), words))
            using (Opening opening = Opening.FromJson(Get("opening"), words))
            using (Match match = Engine.Match(citizen, opening, policy, travel))
            {
                Score score = Engine.Score(citizen, opening, policy, travel);
                Check.Equal(match.Score, score.Value);
                Check.Equal(match.Result.Low, score.Low);
                Dictionary<string, object> written = (Dictionary<string, object>)Json.Parse(Get("match"));
                foreach (string name in new[] { "format", "engine", "digests" })
                {
                    written.Remove(name);
                }
                return Support.Difference(Support.AsDocument(match), written, "")
                    ?? (Get("match") == match.ToJson() ? null : "not to the byte");
            }
        }
    }

    internal static class BuildersTests
    {
        internal static CitizenBuilder Citizen()
        {
            return new CitizenBuilder("c-17")
                .AddCompetence(Support.Concepts[0].Id, 3, Evidence.Observed)
                .AddCompetence(Support.Concepts[1].Id, 1)
                .SetCompetenciesComplete()
                .AddNeed("env_noise", Need.Tolerates(1), Strength.Must)
                .AddNeed("sup_contact", Need.Requires(2), Strength.Should)
                .AddNeed("phy_lift", Need.AtMost(10), Strength.Nice)
                .SetGate("gate_driving_licence", Answer.Yes)
                .SetHours(min: 4, max: 10, limit: 12, maxPerDay: 4, committed: 0)
                .AddWindow(new[] { Day.Mon, Day.Tue, Day.Wed }, "08:00", "12:00")
                .SetEffectiveness(0.75)
                .SetAttendance(0.7, Context.Practice)
                .SetAttendanceWeeks(8)
                .SetPrerequisites(Prerequisites.Present)
                .SetChoice(Choice.Informed)
                .SetPurpose(Purpose.Pay)
                .AddWish("46.3", Wants.Seek)
                .SetLocation(57.05, 9.92)
                .SetTravel(Mode.Bike, 30);
        }

        internal static OpeningBuilder Opening()
        {
            OpeningBuilder builder = new OpeningBuilder("o-9").SetEmployer("e-4").SetSector("46.31").SetSeats(2)
                .SetHours(min: 5, max: 15, growth: 20);
            builder.AddTask("boxes").SetHours(min: 6, max: 12)
                .AddWindow(new[] { Day.Mon, Day.Tue, Day.Wed, Day.Thu }, "07:00", "15:00")
                .AddRequirement(Support.Concepts[0].Id, 2, Strength.Must, Training.Weeks(4))
                .AddRequirement(Support.Concepts[1].Id, 2, Strength.Should, Training.Impossible)
                .AddRequirement(Support.Concepts[2].Id, 1, Strength.Nice)
                .SetExposure("env_noise", 1).SetExposure("phy_lift", 15);
            builder.AddTask("floor").SetOptional().SetRequirementsKnown();
            return builder.SetExposure("env_noise", 2).SetProvision("sup_contact", 2).AddGate("gate_driving_licence")
                .SetTerm(Term.Paid, Answer.Yes).SetTerm(Term.Practice, Answer.Yes).SetTerm(Term.Hybrid, Answer.Yes)
                .SetTerm(Term.Prospect, Answer.No).SetTerm(Term.Fleksjob, Answer.No)
                .SetWeeklyVariation(Variation.Low).SetLocation(57.06, 9.93);
        }

        public static void WhatIsMadeInCodeIsWhatTheDocumentSays()
        {
            Check.Equal(Support.Citizen().ToJson(), Citizen().Build().ToJson());
            Check.Equal(Support.Opening().ToJson(), Opening().Build().ToJson());
            Policy policy = new PolicyBuilder().SetNumber("/max_training_weeks", 13).ClearWindows()
                .AddWindow(new[] { Day.Mon }, "08:00", "24:00").Build();
            Check.Equal(policy.ToJson(), Policy.FromJson(policy.ToJson()).ToJson());
            Check.Equal(13.0, policy.Number("/max_training_weeks"));
        }

        public static void WhatIsKnownToBeNoneDiffersFromUnknown()
        {
            string plain = new CitizenBuilder("c").Build().ToJson();
            Check.That(!plain.Contains("needs") && !plain.Contains("availability"));
            string known = new CitizenBuilder("c").SetNeedsKnown().SetAvailabilityKnown().Build().ToJson();
            Check.That(known.Contains("\"needs\":[]") && known.Contains("\"availability\":[]"));
            string opening = new OpeningBuilder("o").SetPayBasis(PayBasis.Present).AddTask("t").SetWindowsKnown()
                .SetRequirementsKnown().Opening.Build().ToJson();
            Check.That(opening.Contains("\"windows\":[]") && opening.Contains("\"requires\":[]"));
        }

        public static void AFaultTellsWhatAndWhereAndWhatWasExpected()
        {
            CitizenBuilder citizen = Citizen();
            TaskBuilder task = new OpeningBuilder("o").AddTask("t");
            Day[] monday = { Day.Mon };
            Check.Fault(ErrorCode.Range, "/id", () => new CitizenBuilder("a b"));
            Check.Fault(ErrorCode.Duplicate, "/needs/3/condition", () => citizen.AddNeed("env_noise", Need.Tolerates(1), Strength.Must));
            Check.Fault(ErrorCode.Type, "/needs/3/at_most", () => citizen.AddNeed("env_noise", Need.AtMost(1), Strength.Must));
            Check.Fault(ErrorCode.UnknownConcept, "/needs/3/condition", () => citizen.AddNeed("no_such", Need.AtMost(1), Strength.Must));
            Check.Fault(ErrorCode.Range, "/hours/max", () => citizen.SetHours(max: 200));
            Check.Fault(ErrorCode.Range, "/hours/max", () => citizen.SetHours(max: double.NaN));
            Check.Fault(ErrorCode.Range, "/hours/min", () => citizen.SetHours(min: 4, max: 3));
            Check.Fault(ErrorCode.Range, "/hours/unit", () => citizen.SetHours(unit: (Unit)7));
            Check.Fault(ErrorCode.Range, "/availability/1/from", () => citizen.AddWindow(monday, "08:10", "12:00"));
            Check.Fault(ErrorCode.Range, "/availability/1/days", () => citizen.AddWindow(new Day[0], "08:00", "12:00"));
            Check.Fault(ErrorCode.Range, null, () => citizen.AddWindow(new[] { (Day)1000 }, "08:00", "12:00"));
            Check.Fault(ErrorCode.Range, "/effectiveness", () => citizen.SetEffectiveness(double.NaN));
            Check.Fault(ErrorCode.Range, "/travel/max_minutes", () => citizen.SetTravel(Mode.Car, -1));
            Check.Fault(ErrorCode.Range, null, () => citizen.SetChoice((Choice)99));
            Check.Fault(ErrorCode.UnknownConcept, "/tasks/0/requires/0/concept", () => task.AddRequirement("no", 2, Strength.Must));
            Check.Fault(ErrorCode.Missing, "/tasks", () => new OpeningBuilder("o").Build());
            Check.Fault(ErrorCode.UnknownMember, "", () => Policy.Defaults.Number("/no"));
            Check.Fault(ErrorCode.Argument, "", () => Engine.Schema("no"));
            Check.Fault(ErrorCode.Range, null, () => Support.Match().Explain(language: "xx"));
            Check.Fault(ErrorCode.Range, null, () => Support.Match().Explain((Reader)7));
            SmaajobException fault = Check.Throws<SmaajobException>(() => citizen.SetHours(max: 200));
            Check.Equal("hours.max: 200 is outside [0, 168]", fault.Message);
            Check.Equal(Support.Citizen().ToJson(), citizen.Build().ToJson(), "nothing changed");
        }

        /// <summary>By the library, in bindings/ids.c, and by what is C#'s own.</summary>
        public static void AnIdIsToldEverywhereOrNowhere()
        {
            string path = Path.Combine(Path.GetTempPath(), Guid.NewGuid() + ".ndjson");
            CitizenBuilder citizen = new CitizenBuilder("c");
            string uuid = "urn:uuid:" + new string('f', 36);
            foreach (string id in new[] { uuid, new string('i', 48), new string('i', 49), new string('i', 128) })
            {
                string told = id.Length <= 48 ? id : "a string of " + id.Length + " bytes";
                string line = "{\"format\":\"smaajob.citizen/1\",\"id\":\"" + id + "\"}\n";
                File.WriteAllText(path, line + line);
                try
                {
                    SmaajobException twice = Check.Throws<SmaajobException>(() => Caseload.FromPath(path));
                    Check.Equal("id: " + told + " is the id of line 1 already, expected every id once", twice.Fault);
                }
                finally
                {
                    File.Delete(path);
                }
                SmaajobException gate = Check.Throws<SmaajobException>(() => citizen.SetGate(id, Answer.Yes));
                Check.That(gate.Fault.Contains(": " + told + ", expected a gate"), gate.Fault);
                SmaajobException time = Check.Throws<SmaajobException>(() => Values.From(id, ""));
                Check.That(time.Fault.Replace("\"", "").StartsWith("from: " + told + ", expected"), time.Fault);
            }
        }

        public static void AFaultInAFileNamesTheFile()
        {
            string path = Path.Combine(Path.GetTempPath(), "blåbær 😀 " + Guid.NewGuid() + ".json");
            File.WriteAllText(path, "{\"format\":\"smaajob.citizen/1\",\n \"id\":\"c\",\"effectiveness\":2}");
            try
            {
                SmaajobException fault = Check.Throws<SmaajobException>(() => Smaajob.Citizen.FromPath(path));
                Check.Equal(path, fault.File);
                Check.Equal(2, fault.Line);
                Check.That(fault.Column > 1);
                Check.Equal(path + ":2:" + fault.Column + ": " + fault.Fault, fault.Message);
                Check.Throws<FileNotFoundException>(() => Smaajob.Opening.FromPath(path + "none"));
            }
            finally
            {
                File.Delete(path);
            }
        }

        public static void AVocabularyIsMadeAndToldInWholeText()
        {
            const string Label = "Rødgrød på æblekage 😀𐍈";
            using (Vocabulary ours = new VocabularyBuilder("ours-1", Vocabulary.BuiltIn)
                .AddCondition(new Condition("our_mass", Kind.Physical, ConditionType.Ceiling, "kg", Label, null, "e225", "1.A"))
                .AddGate(new Label("gate_ours", "Vores")).AddConcept(new Label("ours:a", null, "a"))
                .AddConcept(new Label("ours:b", null, "b")).AddBroader("ours:a").Build())
            {
                Check.Equal("ours-1", ours.Version);
                Check.Equal(57, ours.Conditions.Count);
                Check.Equal(Label, ours.Conditions[56].LabelDa);
                Check.Equal(null, ours.Conditions[56].LabelEn);
                Check.Equal(Label, ours.Label("our_mass", "da"));
                Check.Equal(null, ours.Label("no_such"));
                Check.Equal(9, ours.Gates.Count);
                Check.Equal(46, ours.Concepts.Count);
                Check.That(ours.ToJson().Contains(Label));
                Check.Equal(ours.ToJson(), Vocabulary.FromJson(ours.ToJson()).ToJson());
            }
            Check.Equal("Støj", Vocabulary.BuiltIn.Label("env_noise", "da"));
        }

        public static void TextThatIsNotWholeIsRefused()
        {
            foreach (string bad in new[] { "a\0b", "\ud800", "a\udc00b", "\0" })
            {
                Check.Fault(ErrorCode.Encoding, "", () => new CitizenBuilder(bad));
                Check.Fault(ErrorCode.Encoding, "", () => Vocabulary.BuiltIn.Label(bad));
                Check.Fault(ErrorCode.Encoding, "", () => Engine.Schema(bad));
                Check.Fault(ErrorCode.Encoding, "", () => Policy.Defaults.Number(bad));
                Check.Fault(ErrorCode.Encoding, "", () => new OpeningBuilder("o").AddTask(bad));
            }
            Check.Fault(ErrorCode.Encoding, "", () => Smaajob.Citizen.FromJson("{\"format\":\"\ud800\"}"));
            Check.Fault(ErrorCode.Encoding, null, () => Smaajob.Citizen.FromJson(new byte[] { (byte)'{', 0xff, (byte)'}' }));
            Check.Fault(ErrorCode.Encoding, null, () => Smaajob.Citizen.FromJson("{\"format\":\"smaajob.citizen/1\",\"id\":\"c\"}\0"));
        }

        public static void MatchAndScoreTakeAPolicyAndAJourney()
        {
            using (Citizen citizen = Support.Citizen())
            using (Opening opening = Support.Opening())
            using (Match far = Engine.Match(citizen, opening, Policy.Defaults, 600))
            {
                Check.Equal(Verdict.Blocked, far.Verdict);
                Check.Equal(Code.TravelTooFar, far.Blockers[0].Code);
                Check.Equal(null, far.Score);
                Check.Equal(far.Result.Potential, Engine.Score(citizen, opening, null, 600).Potential);
                Check.Fault(ErrorCode.Range, "/travel_minutes", () => Engine.Match(citizen, opening, null, -1));
            }
        }

        public static void AnExplanationIsForItsReader()
        {
            using (Match match = Support.Match())
            using (Explanation told = match.Explain())
            using (Explanation withheld = match.Explain(Reader.Citizen, "en"))
            using (Explanation employer = match.Explain(Reader.Employer, "en", false, new[] { "env_noise" }))
            {
                Check.Equal("da en", string.Join(" ", Engine.Languages));
                Check.Equal("da", told.Language);
                Check.Equal(Reader.Employer, employer.Reader);
                Check.That(told.Title != "" && told.Heading(Section.Timing) != "");
                Check.That(told.Paragraphs.Any(p => p.Values.ContainsKey("score")));
                Check.That(told.ToHtml().Contains("<html") && told.ToJson().Contains("smaajob.explanation/1"));
                Check.Equal(0, withheld.Paragraphs.Count);
                Check.That(employer.Paragraphs.Count > 0);
                Check.Fault(ErrorCode.UnknownConcept, null, () => match.Explain(Reader.Employer, "en", false, new[] { "a,b" }));
            }
        }

        public static void ARecordIsReplayedAndFoundTheSame()
        {
            Decision decision = new Decision("r-1", "p-1", Verdict.Unclear);
            using (Citizen citizen = Support.Citizen())
            using (Opening opening = Support.Opening())
            using (Match match = Engine.Match(citizen, opening))
            using (MatchRecord record = MatchRecord.Of(match, "2026-11-22T14:00:00Z", "a-1"))
            using (MatchRecord bare = MatchRecord.Of(match, "2026-11-22T14:00:00Z", "a-1", true, decision))
            using (Match again = record.Replay())
            using (Match given = bare.Replay(citizen, opening))
            using (Difference difference = Difference.Of(match, again))
            {
                Check.Equal(match.ToJson(), again.ToJson());
                Check.Equal(match.ToJson(), given.ToJson());
                Check.That(difference.Same.All && record.IsWhole && !bare.IsWhole);
                Check.Equal("r-1", bare.Decision.Reason);
                Check.Equal(Verdict.Unclear, bare.Decision.Verdict);
                Check.Equal(null, bare.Decision.Advice);
                Check.Equal(null, record.Decision);
                Check.Equal(record.ToJson(), MatchRecord.FromJson(record.ToJson()).ToJson());
                Check.Equal(match.ToJson(), record.MatchToJson());
                Check.Equal(citizen.ToJson(), record.SourceToJson(Source.Citizen));
                Check.Fault(ErrorCode.Missing, null, () => bare.Replay());
                Check.Fault(ErrorCode.Damaged, null, () => MatchRecord.FromJson(record.ToJson().Replace("a-1", "a-2")));
            }
        }

        public static void ADifferenceTellsWhatChanged()
        {
            using (Match before = Support.Match())
            using (Opening other = Smaajob.Opening.FromJson(Support.OpeningText.Replace("\"env_noise\":1", "\"env_noise\":4")))
            using (Match after = Engine.Match(Support.Citizen(), other))
            using (Difference told = Difference.Of(before, after))
            {
                Check.That(!told.Same.Opening && told.Same.Citizen);
                Check.Equal(before.Score, told.Score.Before.Value);
                Check.Equal(after.Result.Potential, told.Score.After.Potential);
                Check.Equal(after.Plan.PaidHours, told.Plan.After.PaidHours);
                Check.Equal(before.Timing.Advice, told.Advice.Before);
                Check.That(Math.Abs(told.Change.Value - told.Items.Sum(item => item.Change ?? 0)) < 1e-9);
                Check.Equal("boxes floor", string.Join(" ", told.Tasks.Select(task => task.Id)));
                Check.Equal(before.Tasks[0].Verdict, told.Tasks[0].Before.Verdict);
                Check.Equal("c-17o-9", told.CitizenId.After + told.OpeningId.Before);
                Check.That(told.Reasons(ReasonList.Attention).Added != null);
                Check.That(told.ToJson().StartsWith("{\"format\":\"smaajob.difference/1\""));
            }
        }
    }

    internal static class WorldTests
    {
        public static void ADecimalCommaChangesNothing()
        {
            string expected = Support.Match().ToJson();
            CultureInfo before = Thread.CurrentThread.CurrentCulture;
            try
            {
                foreach (string name in new[] { "da-DK", "tr-TR", "ar-SA" })
                {
                    Thread.CurrentThread.CurrentCulture = new CultureInfo(name);
                    Check.Equal(expected, Support.Match().ToJson());
                    Check.Equal("limit", ConditionType.Limit.Word());
                    Check.Equal("hours.max: 200.5 is outside [0, 168]", Check.Throws<SmaajobException>(
                        () => new CitizenBuilder("c").SetHours(max: 200.5)).Message);
                }
            }
            finally
            {
                Thread.CurrentThread.CurrentCulture = before;
            }
        }

        private static void Flat(int n, Action step)
        {
            for (int i = 0; i < Math.Max(3000, n / 10); i++)
            {
                step();
            }
            // The runtime itself may grow once, what leaks grows every time: one match each time would be 100 MiB.
            const long Limit = 16384;
            long grown = long.MaxValue;
            for (int round = 0; round < 3 && grown > Limit; round++)
            {
                long before = Settled();
                for (int i = 0; i < n; i++)
                {
                    step();
                }
                grown = Settled() - before;
            }
            Check.That(grown <= Limit, "grew by " + grown + " KiB");
        }

        private static long Settled()
        {
            for (int i = 0; i < 3; i++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
            return Support.SizeKib();
        }

        public static void MemoryIsFlatOverManyMatches()
        {
            using (Citizen citizen = Support.Citizen())
            using (Opening opening = Support.Opening())
            {
                int made = 0;
                Flat(Support.Matches, () =>
                {
                    using (Match match = Engine.Match(citizen, opening))
                    {
                        Check.Equal(6, match.Criteria.Count);
                        Check.That(match.Plan != null);
                        // It looks for levers: a hundred matches each.
                        if (++made % 20 == 0)
                        {
                            match.ToJson();
                        }
                    }
                });
            }
        }

        public static void WhatIsForgottenIsFreedByTheCollector()
        {
            using (Citizen citizen = Support.Citizen())
            using (Opening opening = Support.Opening())
            {
                int made = 0;
                Flat(Support.Matches, () =>
                {
                    Engine.Match(citizen, opening);
                    if (++made % 1000 == 0)
                    {
                        GC.Collect();
                        GC.WaitForPendingFinalizers();
                    }
                });
            }
        }

        public static void MemoryIsFlatOverManyDocumentsAndFaults()
        {
            Flat(Support.Matches / 10, () =>
            {
                Support.Match().Dispose();
                using (CitizenBuilder citizen = BuildersTests.Citizen())
                {
                    citizen.Build().Dispose();
                }
                Check.Fault(ErrorCode.Range, "/hours/max", () => Citizen.FromJson(
                    "{\"format\":\"smaajob.citizen/1\",\"id\":\"c\",\"hours\":{\"max\":200}}"));
            });
        }

        public static void MemoryIsFlatOverManyRankings()
        {
            using (Citizen citizen = Support.Citizen())
            using (Opening opening = Support.Opening())
            using (Market market = Market.Of(new[] { opening }))
            using (Caseload caseload = Caseload.Of(new[] { citizen }))
            {
                Flat(Support.Matches / 4, () =>
                {
                    Engine.Rank(citizen, market).Dispose();
                    Engine.RankOpenings(market, caseload)[0].Dispose();
                    Check.Throws<ArithmeticException>(() => Engine.RankCitizens(caseload, market, ranking =>
                    {
                        ranking.Dispose();
                        throw new ArithmeticException();
                    }));
                });
            }
        }

        public static void TheVersionsAndSchemasAreTold()
        {
            Check.Equal("1", Engine.ModelVersion);
            Check.Equal(3, Engine.Version.Split('.').Length);
            foreach (string kind in new[] { "citizen", "opening", "policy", "vocabulary", "match", "explanation", "record", "difference" })
            {
                Check.That(Engine.Schema(kind).Contains("2020-12"));
            }
        }
    }
}
