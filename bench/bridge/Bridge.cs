// SPDX-License-Identifier: Apache-2.0
using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using Smaajob;

/// <summary>What each call costs from C#: Bridge.exe DIRECTORY ROUNDS.</summary>
internal sealed class Bridge
{
    private const int N = 256;
    private const int Matches = 2048;
    private const int Gets = 1 << 16;

    private readonly Citizen[] citizens;
    private readonly Opening[] openings;
    private readonly Policy policy = Policy.Defaults;
    private readonly Caseload caseload;
    private readonly Market market;
    private readonly PairScore[,] scores = new PairScore[N, N];

    private Bridge(string directory)
    {
        citizens = File.ReadLines(directory + "/citizens.ndjson").Select(line => Citizen.FromJson(line)).ToArray();
        openings = File.ReadLines(directory + "/openings.ndjson").Select(line => Opening.FromJson(line)).ToArray();
        caseload = Caseload.FromPath(directory + "/citizens.ndjson");
        market = Market.FromPath(directory + "/openings.ndjson");
    }

    private long Get()
    {
        long sum = 0;
        for (int i = 0; i < Gets; i++)
        {
            sum += citizens[i % N].SizeBytes;
        }
        return sum;
    }

    private long Score()
    {
        long sum = 0;
        foreach (Citizen citizen in citizens)
        {
            foreach (Opening opening in openings)
            {
                double? told = Engine.Score(citizen, opening, policy).Value;
                sum += told == null ? -1 : (long)Math.Round(told.Value * 1000);
            }
        }
        return sum;
    }

    private long Match()
    {
        long sum = 0;
        for (int i = 0; i < Matches; i++)
        {
            using (Match made = Engine.Match(citizens[i % N], openings[i * 7 % N], policy))
            {
                sum += made.Blockers.Count;
            }
        }
        return sum;
    }

    private long Batch()
    {
        Engine.Score(caseload, market, scores);
        long sum = 0;
        for (int i = 0; i < N; i++)
        {
            for (int j = 0; j < N; j++)
            {
                sum += scores[i, j].Thousandths;
            }
        }
        return sum;
    }

    private static void Measure(string what, Func<long> round, int n, int rounds)
    {
        long sum = round();
        double least = double.MaxValue;
        for (int i = 0; i < rounds; i++)
        {
            Stopwatch watch = Stopwatch.StartNew();
            long again = round();
            least = Math.Min(least, watch.Elapsed.TotalMilliseconds);
            if (again != sum)
            {
                throw new InvalidOperationException(what);
            }
        }
        Console.WriteLine(string.Format(
            CultureInfo.InvariantCulture, "{{\"language\":\"C#\",\"what\":\"{0}\",\"ns\":{1:0.0},\"sum\":{2}}}", what,
            least * 1e6 / n, sum));
    }

    private static void Main(string[] arguments)
    {
        Bridge bridge = new Bridge(arguments[0]);
        int rounds = int.Parse(arguments[1], CultureInfo.InvariantCulture);
        Measure("get", bridge.Get, Gets, rounds);
        Measure("score", bridge.Score, N * N, rounds);
        Measure("match", bridge.Match, Matches, rounds);
        Measure("batch", bridge.Batch, N * N, rounds);
    }
}
