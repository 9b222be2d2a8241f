// SPDX-License-Identifier: Apache-2.0
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Smaajob.Tests
{
    /// <summary>What the tests share: a pair of documents that say everything, and a match as a document again.</summary>
    internal static class Support
    {
        internal static readonly string Root = Environment.GetEnvironmentVariable("SMAAJOB_ROOT");
        internal static readonly int Matches =
            int.Parse(Environment.GetEnvironmentVariable("SMAAJOB_TEST_MATCHES") ?? "20000");
        internal static readonly IReadOnlyList<Label> Concepts = Vocabulary.BuiltIn.Concepts;

        internal static readonly string CitizenText = (@"{'format':'smaajob.citizen/1','id':'c-17','competencies':[
            {'concept':'#0','level':3,'evidence':'observed'},{'concept':'#1','level':1}],'competencies_complete':true,
            'needs':[{'condition':'env_noise','tolerates':1,'strength':'must'},
            {'condition':'sup_contact','requires':2,'strength':'should'},
            {'condition':'phy_lift','at_most':10,'strength':'nice'}],'gates':{'gate_driving_licence':'yes'},
            'hours':{'min':4,'max':10,'limit':12,'max_per_day':4,'committed':0},
            'availability':[{'days':['mon','tue','wed'],'from':'08:00','to':'12:00'}],'effectiveness':0.75,
            'attendance':{'kept':0.7,'weeks':8,'context':'practice'},'prerequisites':'present','choice':'informed',
            'purpose':'pay','wishes':[{'concept':'46.3','wants':'seek'}],'location':{'lat':57.05,'lon':9.92},
            'travel':{'mode':'bike','max_minutes':30}}").Replace('\'', '"')
            .Replace("#0", Concepts[0].Id).Replace("#1", Concepts[1].Id);

        internal static readonly string OpeningText = (@"{'format':'smaajob.opening/1','id':'o-9','employer':'e-4',
            'sector':'46.31','seats':2,'hours':{'min':5,'max':15,'growth':20},'tasks':[{'id':'boxes',
            'hours':{'min':6,'max':12},'optional':false,
            'windows':[{'days':['mon','tue','wed','thu'],'from':'07:00','to':'15:00'}],'requires':[
            {'concept':'#0','level':2,'importance':'must','training_weeks':4},
            {'concept':'#1','level':2,'importance':'should','training_weeks':null},
            {'concept':'#2','level':1,'importance':'nice'}],'exposures':{'env_noise':1,'phy_lift':15}},
            {'id':'floor','optional':true,'requires':[]}],'exposures':{'env_noise':2},'provisions':{'sup_contact':2},
            'gates':['gate_driving_licence'],'terms':{'paid':'yes','practice':'yes','hybrid':'yes','prospect':'no',
            'fleksjob':'no'},'weekly_variation':'low','location':{'lat':57.06,'lon':9.93}}").Replace('\'', '"')
            .Replace("#0", Concepts[0].Id).Replace("#1", Concepts[1].Id).Replace("#2", Concepts[2].Id);

        internal static Citizen Citizen()
        {
            return Smaajob.Citizen.FromJson(CitizenText);
        }

        internal static Opening Opening()
        {
            return Smaajob.Opening.FromJson(OpeningText);
        }

        internal static Match Match()
        {
            using (Citizen citizen = Citizen())
            using (Opening opening = Opening())
            {
                return Engine.Match(citizen, opening);
            }
        }

        /// <summary>Every line of every shared vector, with where it stands.</summary>
        internal static IEnumerable<KeyValuePair<string, string>> Vectors()
        {
            string[] files = Directory.GetFiles(Root + "/tests/vectors", "*.ndjson", SearchOption.AllDirectories);
            foreach (string file in files.OrderBy(f => f, StringComparer.Ordinal))
            {
                int number = 0;
                foreach (string line in File.ReadLines(file))
                {
                    number++;
                    if (line.Trim().Length > 0)
                    {
                        yield return new KeyValuePair<string, string>(Path.GetFileName(file) + ":" + number, line);
                    }
                }
            }
        }

        /// <summary>Memory of this process that is in use, in KiB.</summary>
        internal static long SizeKib()
        {
            return long.Parse(File.ReadAllText("/proc/self/statm").Split(' ')[1]) * 4;
        }

        private static Dictionary<string, object> Map(params object[] pairs)
        {
            Dictionary<string, object> map = new Dictionary<string, object>();
            for (int i = 0; i < pairs.Length; i += 2)
            {
                map[(string)pairs[i]] = pairs[i + 1];
            }
            return map;
        }

        private static List<object> All<T>(IEnumerable<T> list, Func<T, object> of)
        {
            return list.Select(of).ToList();
        }

        private static object Of(Reason reason)
        {
            return Map("code", reason.Code.Word(), "subject", reason.Subject, "task", reason.Task);
        }

        private static object Of(Change change)
        {
            bool term = change.Code == Code.TermAgreed;
            return Map(
                "by", change.By.Word(), "code", change.Code.Word(), "subject", change.Subject,
                "from", term ? "no" : (object)change.From, "to", term ? "yes" : (object)change.To);
        }

        /// <summary>A match as a document again, made of what its readers say alone, but for format, engine and digests.</summary>
        internal static Dictionary<string, object> AsDocument(Match match)
        {
            Score score = match.Result;
            Plan plan = match.Plan;
            return Map(
                "citizen", match.CitizenId, "opening", match.OpeningId, "verdict", match.Verdict.Word(),
                "blockers", All(match.Blockers, Of), "score", match.Score, "low", score.Low, "high", score.High,
                "coverage", score.Coverage, "potential", score.Potential,
                "sides", Map("citizen", score.Sides.Citizen, "employer", score.Sides.Employer),
                "criteria", All(match.Criteria, c => Map(
                    "id", c.Id.Word(), "side", c.Side.Word(), "value", c.Value, "low", c.Low, "high", c.High,
                    "weight", c.Weight, "loss", c.Loss, "items", All(c.Items, i => Map(
                        "subject", i.Subject, "task", i.Task, "state", i.State.Word(), "have", i.Have, "want", i.Want,
                        "share", i.Share, "loss", i.Loss)))),
                "tasks", All(match.Tasks, t => Map(
                    "id", t.Id, "verdict", t.Verdict.Word(), "hours", t.Hours, "reasons", All(t.Reasons, Of))),
                "plan", Map(
                    "present_hours", plan.PresentHours, "paid_hours", plan.PaidHours,
                    "practice_hours", plan.PracticeHours, "capacity_hours", plan.CapacityHours,
                    "growth_to", plan.GrowthTo, "schedule", All(plan.Schedule, s => Map(
                        "day", s.Day.Word(), "from", s.From, "to", s.To, "task", s.Task))),
                "timing", Map("advice", match.Timing.Advice.Word(), "reasons", All(match.Timing.Reasons, Of)),
                "attention", All(match.Attention, Of),
                "questions", All(match.Questions(), q => Map(
                    "code", q.Code.Word(), "subject", q.Subject, "ask", q.Ask.Word(), "swing", q.Swing,
                    "decides", q.Decides)),
                "levers", All(match.Levers(), l => Map(
                    "changes", All(l.Changes, Of), "score", l.Score, "verdict", l.Verdict.Word(), "gain", l.Gain)));
        }

        /// <summary>Where what was told first differs from what was written; what does not apply may be left out.</summary>
        internal static string Difference(object told, object written, string at)
        {
            if (told is Dictionary<string, object> left && written is Dictionary<string, object> right)
            {
                string untold = right.Keys.FirstOrDefault(name => !left.ContainsKey(name));
                return untold != null
                    ? at + "/" + untold + " is not told"
                    : left.Where(pair => right.ContainsKey(pair.Key) || pair.Value != null)
                        .Select(pair => Difference(
                            pair.Value, right.TryGetValue(pair.Key, out object value) ? value : null, at + "/" + pair.Key))
                        .FirstOrDefault(found => found != null);
            }
            if (told is List<object> these && written is List<object> those)
            {
                return these.Count != those.Count
                    ? at + ": " + these.Count + " told, " + those.Count + " written"
                    : these.Select((value, i) => Difference(value, those[i], at + "/" + i))
                        .FirstOrDefault(found => found != null);
            }
            if (told is double a && written is double b && (at.Contains("hours") || at == "/plan/growth_to"))
            {
                // Written to the thousandth of an hour that gives back the minute.
                return Math.Round(a * 60) == Math.Round(b * 60) ? null : at + ": " + a + " told, " + b + " written";
            }
            return Equals(told, written) ? null : at + ": " + told + " told, " + written + " written";
        }
    }
}
