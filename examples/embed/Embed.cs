// SPDX-License-Identifier: Apache-2.0
using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Mono.Data.Sqlite;
using Smaajob;

/// <summary>A host with a database of its own ranks, and keeps matches and records: embed.exe DATABASE.</summary>
internal sealed class Embed
{
    private const int Threads = 4;

    private readonly SqliteConnection database;
    private readonly TextWriter output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { NewLine = "\n" };

    private Embed(SqliteConnection database)
    {
        this.database = database;
    }

    /// <summary>What is to be kept of one of the best.</summary>
    private sealed class Result
    {
        internal Citizen Citizen;
        internal Ranked Ranked;
        internal int Place;
        internal string Match;
        internal string Record;
    }

    private SqliteCommand Command(string sql, params object[] values)
    {
        SqliteCommand command = new SqliteCommand(sql, database);
        foreach (object value in values)
        {
            command.Parameters.Add(new SqliteParameter { Value = value });
        }
        return command;
    }

    /// <summary>All rows of a query, each by the names of its columns; what nobody has told is not there.</summary>
    private List<Dictionary<string, object>> Rows(string sql, params object[] texts)
    {
        List<Dictionary<string, object>> rows = new List<Dictionary<string, object>>();
        using (SqliteCommand command = Command(sql, texts))
        using (SqliteDataReader reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                rows.Add(Enumerable.Range(0, reader.FieldCount).Where(i => !reader.IsDBNull(i))
                    .ToDictionary(reader.GetName, reader.GetValue));
            }
        }
        return rows;
    }

    private static bool Has(Dictionary<string, object> row, params string[] columns)
    {
        return columns.Any(row.ContainsKey);
    }

    private static string Of(Dictionary<string, object> row, string column)
    {
        return (string)row[column];
    }

    private static int Whole(Dictionary<string, object> row, string column)
    {
        return Convert.ToInt32(row[column], CultureInfo.InvariantCulture);
    }

    private static double? Number(Dictionary<string, object> row, string column)
    {
        return Has(row, column) ? Convert.ToDouble(row[column], CultureInfo.InvariantCulture) : (double?)null;
    }

    private static T Word<T>(Dictionary<string, object> row, string column)
    {
        return (T)Enum.Parse(typeof(T), Of(row, column), true);
    }

    private static Day[] Days(Dictionary<string, object> row)
    {
        return Of(row, "days").Split(' ').Select(day => (Day)Enum.Parse(typeof(Day), day, true)).ToArray();
    }

    private static Need NeedOf(Dictionary<string, object> row)
    {
        double value = Number(row, "value").Value;
        switch (Of(row, "kind"))
        {
            case "tolerates": return Need.Tolerates(value);
            case "requires": return Need.Requires(value);
            default: return Need.AtMost(value);
        }
    }

    private void AddLists(CitizenBuilder builder, string id)
    {
        foreach (var row in Rows("SELECT * FROM competence WHERE citizen = ? ORDER BY rowid", id))
        {
            builder.AddCompetence(Of(row, "concept"), Whole(row, "level"), Word<Evidence>(row, "evidence"));
        }
        foreach (var row in Rows("SELECT * FROM need WHERE citizen = ? ORDER BY rowid", id))
        {
            builder.AddNeed(Of(row, "condition"), NeedOf(row), Word<Strength>(row, "strength"));
        }
        foreach (var row in Rows("SELECT * FROM answer WHERE citizen = ? ORDER BY rowid", id))
        {
            builder.SetGate(Of(row, "gate"), Word<Answer>(row, "answer"));
        }
        foreach (var row in Rows("SELECT * FROM wish WHERE citizen = ? ORDER BY rowid", id))
        {
            builder.AddWish(Of(row, "concept"), Word<Wants>(row, "wants"));
        }
        foreach (var row in Rows("SELECT * FROM time_window WHERE owner = ? AND task IS NULL ORDER BY rowid", id))
        {
            builder.AddWindow(Days(row), Of(row, "from_time"), Of(row, "to_time"));
        }
    }

    private static void SetKnown(CitizenBuilder builder, Dictionary<string, object> row)
    {
        builder.SetCompetenciesComplete(Whole(row, "competencies_complete") != 0);
        if (Whole(row, "needs_known") != 0)
        {
            builder.SetNeedsKnown();
        }
        if (Whole(row, "availability_known") != 0)
        {
            builder.SetAvailabilityKnown();
        }
        if (Has(row, "hours_min", "hours_max", "hours_limit", "hours_per_day", "hours_committed"))
        {
            builder.SetHours(
                Number(row, "hours_min"), Number(row, "hours_max"), Number(row, "hours_limit"),
                Number(row, "hours_per_day"), Number(row, "hours_committed"));
        }
    }

    private static void SetOutput(CitizenBuilder builder, Dictionary<string, object> row)
    {
        if (Has(row, "effectiveness"))
        {
            builder.SetEffectiveness(Number(row, "effectiveness").Value);
        }
        if (Has(row, "kept"))
        {
            builder.SetAttendance(
                Number(row, "kept").Value, Has(row, "kept_in") ? Word<Context>(row, "kept_in") : Context.Unknown);
        }
        if (Has(row, "kept_weeks"))
        {
            builder.SetAttendanceWeeks(Whole(row, "kept_weeks"));
        }
    }

    private static void SetChoices(CitizenBuilder builder, Dictionary<string, object> row)
    {
        if (Has(row, "prerequisites"))
        {
            builder.SetPrerequisites(Word<Prerequisites>(row, "prerequisites"));
        }
        if (Has(row, "choice"))
        {
            builder.SetChoice(Word<Choice>(row, "choice"));
        }
        if (Has(row, "purpose"))
        {
            builder.SetPurpose(Word<Purpose>(row, "purpose"));
        }
        if (Has(row, "lat"))
        {
            builder.SetLocation(Number(row, "lat").Value, Number(row, "lon").Value);
        }
        if (Has(row, "travel_by"))
        {
            builder.SetTravel(Word<Mode>(row, "travel_by"), Whole(row, "travel_minutes"));
        }
    }

    private Citizen CitizenOf(Dictionary<string, object> row)
    {
        using (CitizenBuilder builder = new CitizenBuilder(Of(row, "id")))
        {
            SetKnown(builder, row);
            AddLists(builder, Of(row, "id"));
            SetOutput(builder, row);
            SetChoices(builder, row);
            return builder.Build();
        }
    }

    private static Training TrainingOf(Dictionary<string, object> row)
    {
        if (!Has(row, "training_weeks"))
        {
            return Training.Unknown;
        }
        return Whole(row, "training_weeks") == -1 ? Training.Impossible : Training.Weeks(Whole(row, "training_weeks"));
    }

    private void AddTask(OpeningBuilder builder, Dictionary<string, object> row)
    {
        string opening = Of(row, "opening");
        string id = Of(row, "id");
        TaskBuilder task = builder.AddTask(id).SetOptional(Whole(row, "optional") != 0);
        if (Has(row, "hours_min", "hours_max"))
        {
            task.SetHours(Number(row, "hours_min"), Number(row, "hours_max"));
        }
        if (Whole(row, "windows_known") != 0)
        {
            task.SetWindowsKnown();
        }
        if (Whole(row, "requirements_known") != 0)
        {
            task.SetRequirementsKnown();
        }
        foreach (var window in Rows("SELECT * FROM time_window WHERE owner = ? AND task = ? ORDER BY rowid", opening, id))
        {
            task.AddWindow(Days(window), Of(window, "from_time"), Of(window, "to_time"));
        }
        foreach (var demand in Rows("SELECT * FROM requirement WHERE opening = ? AND task = ? ORDER BY rowid", opening, id))
        {
            task.AddRequirement(
                Of(demand, "concept"), Whole(demand, "level"), Word<Strength>(demand, "importance"), TrainingOf(demand));
        }
        foreach (var exposure in Rows("SELECT * FROM exposure WHERE opening = ? AND task = ? ORDER BY rowid", opening, id))
        {
            task.SetExposure(Of(exposure, "condition"), Number(exposure, "value").Value);
        }
    }

    private void AddLists(OpeningBuilder builder, string id)
    {
        foreach (var row in Rows("SELECT * FROM task WHERE opening = ? ORDER BY rowid", id))
        {
            AddTask(builder, row);
        }
        foreach (var row in Rows("SELECT * FROM exposure WHERE opening = ? AND task IS NULL ORDER BY rowid", id))
        {
            builder.SetExposure(Of(row, "condition"), Number(row, "value").Value);
        }
        foreach (var row in Rows("SELECT * FROM provision WHERE opening = ? ORDER BY rowid", id))
        {
            builder.SetProvision(Of(row, "condition"), Whole(row, "value"));
        }
        foreach (var row in Rows("SELECT * FROM gate WHERE opening = ? ORDER BY rowid", id))
        {
            builder.AddGate(Of(row, "gate"));
        }
    }

    private static void SetTerms(OpeningBuilder builder, Dictionary<string, object> row)
    {
        foreach (Term term in Enum.GetValues(typeof(Term)))
        {
            if (Has(row, term.Word()))
            {
                builder.SetTerm(term, Word<Answer>(row, term.Word()));
            }
        }
        if (Has(row, "pay_basis"))
        {
            builder.SetPayBasis(Word<PayBasis>(row, "pay_basis"));
        }
        if (Has(row, "weekly_variation"))
        {
            builder.SetWeeklyVariation(Word<Variation>(row, "weekly_variation"));
        }
    }

    private Opening OpeningOf(Dictionary<string, object> row)
    {
        using (OpeningBuilder builder = new OpeningBuilder(Of(row, "id")).SetSeats(Whole(row, "seats")))
        {
            if (Has(row, "employer"))
            {
                builder.SetEmployer(Of(row, "employer"));
            }
            if (Has(row, "sector"))
            {
                builder.SetSector(Of(row, "sector"));
            }
            if (Has(row, "hours_min", "hours_max", "hours_growth"))
            {
                builder.SetHours(
                    Number(row, "hours_min"), Number(row, "hours_max"), Number(row, "hours_growth"),
                    Word<Unit>(row, "hours_unit"));
            }
            AddLists(builder, Of(row, "id"));
            SetTerms(builder, row);
            if (Has(row, "lat"))
            {
                builder.SetLocation(Number(row, "lat").Value, Number(row, "lon").Value);
            }
            return builder.Build();
        }
    }

    private void Tell(Ranking ranking)
    {
        long blocked;
        ranking.WithoutScore.TryGetValue(Verdict.Blocked, out blocked);
        output.WriteLine(
            ranking.Id + ": the best " + ranking.Ranked.Count + " of " + ranking.Pairs + " openings; " + blocked + " blocked");
    }

    private static void Fill(Result result, Opening opening, string time, string actor)
    {
        using (Match match = Engine.Match(result.Citizen, opening))
        using (MatchRecord record = MatchRecord.Of(match, time, actor))
        {
            result.Match = match.ToJson();
            result.Record = record.ToJson();
        }
    }

    private List<Result> Results(List<Citizen> citizens, List<Opening> openings)
    {
        Dictionary<string, object> request = Rows("SELECT * FROM request").First();
        RankingOptions options = new RankingOptions { Top = Whole(request, "top"), Threads = Threads, CountBlockers = true };
        List<Result> results = new List<Result>();
        using (Caseload caseload = Caseload.Of(citizens))
        using (Market market = Market.Of(openings))
        {
            int number = 0;
            Engine.RankCitizens(
                caseload, market, ranking =>
                {
                    Citizen citizen = citizens[number++];
                    Tell(ranking);
                    results.AddRange(ranking.Ranked.Select((ranked, i) => new Result
                    {
                        Citizen = citizen, Ranked = ranked, Place = i + 1,
                    }));
                    ranking.Dispose();
                    return true;
                },
                options);
        }
        results.AsParallel().WithDegreeOfParallelism(Threads).ForAll(result => Fill(
            result, openings[result.Ranked.Number], Of(request, "time"), Of(request, "actor")));
        return results;
    }

    private void Keep(List<Result> results)
    {
        using (SqliteTransaction all = database.BeginTransaction())
        {
            Command("DELETE FROM result").ExecuteNonQuery();
            foreach (Result result in results)
            {
                using (SqliteCommand insert = Command(
                    "INSERT INTO result VALUES (?, ?, ?, ?, ?, ?, ?)", result.Citizen.Id, result.Place, result.Ranked.Id,
                    result.Ranked.Score.Verdict.Word(), result.Ranked.Score.Value.Value, result.Match, result.Record))
                {
                    insert.ExecuteNonQuery();
                }
            }
            all.Commit();
        }
    }

    /// <summary>What is kept in the database alone is scored again.</summary>
    private static bool IsSameAgain(Dictionary<string, object> row)
    {
        using (MatchRecord record = MatchRecord.FromJson(Of(row, "record")))
        using (Match again = record.Replay())
        using (Difference difference = Difference.Of(record.MatchToJson(), again.ToJson()))
        {
            return difference.Same.All && again.ToJson() == Of(row, "match");
        }
    }

    private bool PrintResults()
    {
        List<Dictionary<string, object>> rows = Rows("SELECT * FROM result ORDER BY rowid");
        foreach (var row in rows)
        {
            using (MatchRecord record = MatchRecord.FromJson(Of(row, "record")))
            {
                output.WriteLine(string.Join(
                    " ", Of(row, "citizen"), Whole(row, "place"), Of(row, "opening"), Of(row, "verdict"),
                    Number(row, "score").Value.ToString("0.000", CultureInfo.InvariantCulture), record.Digest));
            }
        }
        int same = rows.AsParallel().WithDegreeOfParallelism(Threads).Count(IsSameAgain);
        output.WriteLine(rows.Count + " kept; " + same + " of them scored again, the same to the byte");
        output.Flush();
        return same == rows.Count;
    }

    private bool Run()
    {
        List<Citizen> citizens = Rows("SELECT * FROM citizen ORDER BY rowid").Select(CitizenOf).ToList();
        List<Opening> openings = Rows("SELECT * FROM opening ORDER BY rowid").Select(OpeningOf).ToList();
        Keep(Results(citizens, openings));
        citizens.ForEach(citizen => citizen.Dispose());
        openings.ForEach(opening => opening.Dispose());
        return PrintResults();
    }

    private static int Main(string[] arguments)
    {
        using (SqliteConnection database = new SqliteConnection("Data Source=" + arguments[0]))
        {
            database.Open();
            return new Embed(database).Run() ? 0 : 1;
        }
    }
}
