// SPDX-License-Identifier: Apache-2.0
using System;
using System.Globalization;
using Smaajob;

static class Program
{
    static void Main()
    {
        const string Case = "examples/cases/michael-handyman";
        using (Citizen citizen = Citizen.FromPath(Case + "/citizen.json"))
        using (Opening opening = Opening.FromPath(Case + "/opening.json"))
        using (Match match = Engine.Match(citizen, opening))
        {
            string score = match.Score.Value.ToString("0.0##", CultureInfo.InvariantCulture);
            Console.WriteLine(match.Verdict.Word() + " " + score);
        }
    }
}
