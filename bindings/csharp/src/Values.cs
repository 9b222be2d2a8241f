// SPDX-License-Identifier: Apache-2.0
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Smaajob
{
    /// <summary>What hours are of.</summary>
    public enum Unit
    {
        /// <summary>Hours a week.</summary>
        Week,
        /// <summary>Hours a month, twelve of which are 52 weeks.</summary>
        Month,
    }

    /// <summary>
    /// C#'s values as the native layer takes them: whole minutes, days as bits, -1 for not stated. What has a
    /// meaning only there, such as -1, is refused here; every other check is the library's.
    /// </summary>
    internal static class Values
    {
        internal const int Day = 24;
        private const int Month = 728;
        /// <summary>Far below a minute and far above what multiplying rounds off: a half stays a half.</summary>
        private const double Tolerance = 1e-9;
        private static readonly Regex Time = new Regex(@"\A([0-9]{2}):(00|15|30|45)\z", RegexOptions.CultureInvariant);

        internal static int Most(Unit unit)
        {
            switch (unit)
            {
                case Unit.Week: return 168;
                case Unit.Month: return Month;
                default: throw Fault("/hours/unit", Text.Plain((int)unit) + " is not one of week, month");
            }
        }

        internal static int Minutes(double? hours, string pointer, int most)
        {
            if (hours == null)
            {
                return Native.UNKNOWN;
            }
            double number = hours.Value;
            if (!(number >= 0 && number <= most))
            {
                throw Fault(pointer, Text.Plain(number) + " is outside [0, " + Text.Plain(most) + "]");
            }
            if (most == Month)
            {
                number = number * 12 / 52;
            }
            return (int)Math.Floor(number * 60 + 0.5 + Tolerance);
        }

        internal static int Whole(int number, string pointer)
        {
            if (number < 0)
            {
                throw Fault(pointer, Text.Plain(number) + " is out of range");
            }
            return number;
        }

        internal static uint Days(IEnumerable<Day> days, string pointer)
        {
            uint bits = 0;
            foreach (Day day in Text.NotNull(days, nameof(days)))
            {
                bits |= (uint)day;
            }
            return bits != 0 ? bits : throw Fault(pointer + "/days", "no day, expected at least one");
        }

        internal static int From(string time, string pointer)
        {
            return Minute(Text.NotNull(time, "from"), pointer + "/from", 0, 1425);
        }

        internal static int To(string time, string pointer)
        {
            return Minute(Text.NotNull(time, "to"), pointer + "/to", 15, 1440);
        }

        private static int Minute(string time, string pointer, int least, int most)
        {
            System.Text.RegularExpressions.Match parts = Time.Match(time);
            int minute = parts.Success ? Number(parts.Groups[1]) * 60 + Number(parts.Groups[2]) : -1;
            if (minute < least || minute > most)
            {
                string expected = "expected a quarter-hour from " + TimeOf(least) + " to " + TimeOf(most);
                throw Fault(pointer, Text.Told(time) + ", " + expected);
            }
            return minute;
        }

        private static int Number(Group group)
        {
            return int.Parse(group.Value, CultureInfo.InvariantCulture);
        }

        /// <summary>Minutes after midnight as 08:00.</summary>
        internal static string TimeOf(int minute)
        {
            return string.Format(CultureInfo.InvariantCulture, "{0:00}:{1:00}", minute / 60, minute % 60);
        }

        internal static SmaajobException Fault(string pointer, string found, ErrorCode code = ErrorCode.Range)
        {
            return new SmaajobException(code, PathOf(pointer) + ": " + found, pointer);
        }

        /// <summary>A JSON Pointer as messages write it: /needs/2/strength is needs[2].strength.</summary>
        private static string PathOf(string pointer)
        {
            return Regex.Replace(pointer, "/([0-9]+)(?=/|$)", "[$1]").Replace('/', '.').TrimStart('.');
        }

        /// <summary>Thousandths that may be unknown.</summary>
        internal static double? Known(int thousandths)
        {
            return thousandths == Native.UNKNOWN ? (double?)null : thousandths / 1000.0;
        }

        /// <summary>Minutes, as hours, that may be unknown.</summary>
        internal static double? Hours(int minutes)
        {
            return minutes == Native.UNKNOWN ? (double?)null : minutes / 60.0;
        }

        /// <summary>All of a list of the native layer.</summary>
        internal static IReadOnlyList<T> List<T>(ulong n, Func<ulong, T> at)
        {
            T[] list = new T[n];
            for (ulong i = 0; i < n; i++)
            {
                list[i] = at(i);
            }
            return Array.AsReadOnly(list);
        }
    }
}
