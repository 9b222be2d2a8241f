// SPDX-License-Identifier: Apache-2.0
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Smaajob.Tests
{
    /// <summary>Packed files: what was written is what is mapped.</summary>
    internal static class PackedTests
    {
        private static string OpeningLine(int number)
        {
            return Support.OpeningText.Replace("\n", "").Replace("o-9", "o-" + number);
        }

        private static string CitizenLine(int number)
        {
            return Support.CitizenText.Replace("\n", "").Replace("c-17", "c-" + number);
        }

        private static void InDirectory(Action<string> work)
        {
            string directory = Path.Combine(Path.GetTempPath(), "smaajob-" + Guid.NewGuid());
            Directory.CreateDirectory(directory);
            try
            {
                work(directory + "/");
            }
            finally
            {
                Directory.Delete(directory, true);
            }
        }

        public static void WhatWasSavedIsMapped()
        {
            InDirectory(directory =>
            {
                string file = directory + "åbninger 😀.smaajob";
                using (Citizen citizen = Support.Citizen())
                using (Market made = Market.FromNdjson(string.Join("\n", Enumerable.Range(0, 50).Select(OpeningLine))))
                {
                    made.Save(file);
                    Check.Equal(PackedKind.Market, Engine.PackedKind(file));
                    Engine.CheckPacked(file);
                    using (Market mapped = Market.OpenPacked(file))
                    using (Opening one = mapped.OpeningAt(7))
                    using (Opening same = made.OpeningAt(7))
                    using (Ranking a = Engine.Rank(citizen, made))
                    using (Ranking b = Engine.Rank(citizen, mapped))
                    {
                        Check.Equal(50, mapped.Count);
                        Check.Equal("o-7", mapped.OpeningId(7));
                        Check.Equal(same.ToJson(), one.ToJson());
                        Check.Equal(Opening.FromJson(OpeningLine(7)).ToJson(), one.ToJson());
                        Check.Equal(string.Join(" ", a.Ranked.Select(r => r.Id)), string.Join(" ", b.Ranked.Select(r => r.Id)));
                        Check.Throws<ArgumentOutOfRangeException>(() => mapped.OpeningAt(50));
                    }
                }
                using (Caseload made = Caseload.FromNdjson(CitizenLine(1) + "\n" + CitizenLine(2)))
                {
                    made.Save(file);
                }
                Check.Equal(PackedKind.Caseload, Engine.PackedKind(file));
                Citizen kept;
                using (Caseload mapped = Caseload.OpenPacked(file))
                {
                    kept = mapped.CitizenAt(1);
                }
                Check.Equal("c-2", kept.Id, "what was taken out of a file outlives it");
                kept.Dispose();
            });
        }

        public static void WhatIsToldOfAFileNamesIt()
        {
            InDirectory(directory =>
            {
                string none = directory + "none";
                string to = directory + "nowhere/to";
                string from = directory + "from";
                File.WriteAllText(from, OpeningLine(1) + "\n{}\n" + OpeningLine(1));
                Names(none, () => Market.OpenPacked(none));
                Names(none, () => Caseload.OpenPacked(none));
                Names(from, () => Engine.CheckPacked(from));
                Names(none, () => Caseload.Pack(none, to));
                Names(from, () => Market.Pack(from, none));
                Names(to, () => Market.Pack(from, to));
                using (Market made = Market.FromNdjson(OpeningLine(1)))
                {
                    Names(to, () => made.Save(to));
                }
                List<string> told = new List<string>();
                Func<SmaajobException, string, bool> leaveOut = (fault, line) =>
                {
                    told.Add(fault.File + ":" + fault.Line);
                    return true;
                };
                Market.Pack(from, none, null, new PackingOptions { LeaveOut = leaveOut });
                Check.Equal(from + ":2 " + from + ":3", string.Join(" ", told));
            });
        }

        private static void Names(string file, Action work)
        {
            SmaajobException fault = Check.Throws<SmaajobException>(work);
            Check.Equal(file, fault.File);
            Check.That(fault.Message.StartsWith(file + ":", StringComparison.Ordinal), fault.Message);
        }

        public static void WhatIsNotAsItMustBeIsTold()
        {
            InDirectory(directory =>
            {
                string file = directory + "file";
                Check.Equal(PackedKind.None, Engine.PackedKind(file));
                Check.Fault(ErrorCode.File, null, () => Market.OpenPacked(file));
                File.WriteAllText(file, new string('x', 10000));
                Check.Fault(ErrorCode.Format, null, () => Market.OpenPacked(file));
                Check.Fault(ErrorCode.Format, null, () => Engine.CheckPacked(file));
                using (Market made = Market.FromNdjson(string.Join("\n", Enumerable.Range(0, 50).Select(OpeningLine))))
                {
                    made.Save(file);
                    Check.Fault(ErrorCode.File, null, () => made.Save(directory + "none/file"));
                }
                Check.Fault(ErrorCode.Format, null, () => Caseload.OpenPacked(file));
                byte[] bytes = File.ReadAllBytes(file);
                bytes[bytes.Length / 2] ^= 1;
                File.WriteAllBytes(directory + "other", bytes);
                Check.Fault(ErrorCode.Damaged, null, () => Engine.CheckPacked(directory + "other"));
            });
        }

        public static void ALineAtFaultIsToldAndMayBeLeftOut()
        {
            InDirectory(directory =>
            {
                List<string> lines = Enumerable.Range(0, 20).Select(OpeningLine).ToList();
                lines[4] = "{\"format\":\"smaajob.opening/1\",\"id\":\"æøå\"}";
                lines.Add(OpeningLine(3));
                string from = directory + "from";
                string to = directory + "to";
                File.WriteAllText(from, string.Join("\n", lines));
                SmaajobException first = Check.Throws<SmaajobException>(() => Market.Pack(from, to));
                Check.Equal(5, first.Line);
                Check.That(!File.Exists(to));
                List<SmaajobException> told = new List<SmaajobException>();
                List<string> texts = new List<string>();
                PackingOptions leaving = new PackingOptions
                {
                    LeaveOut = (fault, line) =>
                    {
                        told.Add(fault);
                        texts.Add(line);
                        return true;
                    },
                };
                Market.Pack(from, to, null, leaving);
                Check.Equal(2, told.Count);
                Check.Equal(first.Code, told[0].Code);
                Check.Equal(5, told[0].Line);
                Check.Equal(lines[4], texts[0]);
                Check.Equal(ErrorCode.Duplicate, told[1].Code);
                using (Market packed = Market.OpenPacked(to))
                {
                    Check.Equal(19, packed.Count);
                }
                IOException full = new IOException("the disc is full");
                Check.Equal(full, Check.Throws<IOException>(() => Market.Pack(
                    from, to, null, new PackingOptions { LeaveOut = (fault, line) => throw full })));
                Check.Equal("c-17", Support.Match().CitizenId, "nothing is left pending");
            });
        }

        public static void PackingCanBeStopped()
        {
            InDirectory(directory =>
            {
                File.WriteAllText(directory + "from", string.Join("\n", Enumerable.Range(0, 9000).Select(OpeningLine)));
                Check.Fault(ErrorCode.Cancelled, null, () => Market.Pack(
                    directory + "from", directory + "to", null,
                    new PackingOptions { Progress = (done, all, documents) => documents < 0 || done > all }));
                Check.That(!File.Exists(directory + "to"));
                File.WriteAllText(directory + "people", CitizenLine(1) + "\n");
                Caseload.Pack(directory + "people", directory + "to");
                Check.Equal(PackedKind.Caseload, Engine.PackedKind(directory + "to"));
            });
        }
    }
}
