// SPDX-License-Identifier: Apache-2.0
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using System.Xml;

namespace Smaajob.Tests
{
    /// <summary>A list that is data: every public C function is bound, and used by the face; every constant is in an enum.</summary>
    internal static class NativeTests
    {
        private const BindingFlags Everything = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

        private static readonly string[] Nouns =
        {
            "citizen_builder", "citizen", "opening_builder", "opening", "policy_builder", "policy",
            "vocabulary_builder", "vocabulary", "match", "questions", "levers", "explanation", "difference", "record",
            "market_builder", "market", "caseload_builder", "caseload", "ranking",
        };

        /// <summary>Functions that are not reached by their own name, and how they are reached.</summary>
        private static readonly Dictionary<string, string> Otherwise = new Dictionary<string, string>
        {
            { "smaajob_free", "csharp_free_text" },
            { "smaajob_explain", "new_Explanation" },
        };

        private static readonly Assembly Face = typeof(Engine).Assembly;
        private static readonly Type Bound = Face.GetType("Smaajob.Native");

        private static string Headers()
        {
            // The names of closed lists are words of the languages' own enums.
            IEnumerable<string> texts = Directory.GetFiles(Support.Root + "/include/smaajob", "*.h")
                .Where(f => Path.GetFileName(f) != "name.h")
                .OrderBy(f => f, StringComparer.Ordinal).Select(File.ReadAllText);
            string text = Regex.Replace(string.Join("\n", texts), @"/\*.*?\*/", "", RegexOptions.Singleline);
            return Regex.Replace(text, "^#.*$", "", RegexOptions.Multiline);
        }

        private static List<string> Functions()
        {
            return Regex.Matches(Headers(), @"SMAAJOB_API\b[^;(]*?\b(smaajob_\w+)\s*\(")
                .Cast<System.Text.RegularExpressions.Match>().Select(m => m.Groups[1].Value).ToList();
        }

        private static string Pascal(string name)
        {
            return string.Concat(name.Split('_').Select(w => char.ToUpperInvariant(w[0]) + w.Substring(1).ToLowerInvariant()));
        }

        /// <summary>The name that a C function has by rule: smaajob_citizen_get_id is Citizen_get_id.</summary>
        private static string NameOf(string function)
        {
            string name = function.Substring("smaajob_".Length);
            string noun = Nouns.FirstOrDefault(n => name.StartsWith(n + "_"));
            if (noun == null)
            {
                return name;
            }
            string verb = name.Substring(noun.Length + 1);
            return verb == "new" ? "new_" + Pascal(noun) : verb == "free" ? "delete_" + Pascal(noun) : Pascal(noun) + "_" + verb;
        }

        public static void EveryPublicFunctionIsBound()
        {
            HashSet<string> there = new HashSet<string>(Bound.GetMethods(Everything).Select(m => m.Name));
            List<string> functions = Functions();
            Check.That(functions.Count > 170);
            Check.Equal("", string.Join(" ", functions.Where(f => !Otherwise.ContainsKey(f) && !there.Contains(NameOf(f)))));
            Check.That(Otherwise.Keys.All(functions.Contains), "no longer there");
        }

        public static void EverythingBoundIsUsedByTheFace()
        {
            string face = string.Join("\n", Directory.GetFiles(Support.Root + "/bindings/csharp/src", "*.cs").Select(File.ReadAllText));
            IEnumerable<string> unused = Bound.GetMethods(Everything).Where(m => m.DeclaringType == Bound).Select(m => m.Name)
                .Where(name => !name.EndsWith("get_name"))
                .Where(name => !Regex.IsMatch(face, @"(Native\.|CSharp_Smaajob_)" + name + @"\b"));
            Check.Equal("", string.Join(" ", unused));
        }

        public static void EveryConstantIsAWordWithItsNumber()
        {
            Dictionary<string, Type> lists = new Dictionary<string, Type>
            {
                { "EVIDENCE_", typeof(Evidence) }, { "STRENGTH_", typeof(Strength) }, { "ANSWER_", typeof(Answer) },
                { "PREREQUISITES_", typeof(Prerequisites) }, { "CHOICE_", typeof(Choice) }, { "PURPOSE_", typeof(Purpose) },
                { "CONTEXT_", typeof(Context) }, { "WISH_", typeof(Wants) }, { "MODE_", typeof(Mode) }, { "DAY_", typeof(Day) },
                { "TERM_", typeof(Term) }, { "PAY_BASIS_", typeof(PayBasis) }, { "VARIATION_", typeof(Variation) },
                { "CONDITION_", typeof(ConditionType) }, { "KIND_", typeof(Kind) }, { "VERDICT_", typeof(Verdict) },
                { "TASK_", typeof(TaskVerdict) }, { "ADVICE_", typeof(Advice) }, { "STATE_", typeof(State) },
                { "SIDE_", typeof(Side) }, { "CRITERION_", typeof(CriterionId) }, { "CODE_", typeof(Code) },
                { "ASK_", typeof(Ask) }, { "ACTOR_", typeof(Actor) }, { "READER_", typeof(Reader) },
                { "SECTION_", typeof(Section) }, { "MOMENT_", typeof(Moment) }, { "LIST_", typeof(ReasonList) },
                { "SOURCE_", typeof(Source) }, { "ERROR_", typeof(ErrorCode) }, { "RENEWAL_", typeof(Renewal) },
                { "PACKED_", typeof(PackedKind) },
            };
            HashSet<string> plain = new HashSet<string>
            {
                "UNKNOWN", "TRAINING_IMPOSSIBLE", "MAX_LEVERS", "MAX_CHANGES", "CODE_NONE", "ERROR_NONE", "TOLD_MOST_BYTES",
            };
            IEnumerable<string> words = lists.SelectMany(list => Enum.GetValues(list.Value).Cast<Enum>()
                .Select(word => list.Key + word.Word().ToUpperInvariant() + "=" + Convert.ToInt32(word)));
            IEnumerable<string> constants = Bound.GetFields(Everything).Where(f => f.IsLiteral && !plain.Contains(f.Name))
                .Select(f => f.Name + "=" + f.GetRawConstantValue());
            Check.Equal(
                string.Join(" ", constants.OrderBy(c => c, StringComparer.Ordinal)),
                string.Join(" ", words.OrderBy(w => w, StringComparer.Ordinal)));
        }

        public static void EveryWordHasTheNameThatTheLibraryGivesIt()
        {
            Type[] named =
            {
                typeof(Code), typeof(Side), typeof(State), typeof(TaskVerdict), typeof(Advice), typeof(Verdict), typeof(Ask),
                typeof(Actor), typeof(Reader), typeof(Section), typeof(ErrorCode), typeof(CriterionId),
            };
            foreach (Type type in named)
            {
                string name = Regex.Replace(type.Name.Replace("CriterionId", "Criterion"), "(?<!^)([A-Z])", "_$1").ToLowerInvariant();
                MethodInfo get = Bound.GetMethod(name + "_get_name", Everything);
                Check.That(get != null, name);
                foreach (Enum word in Enum.GetValues(type))
                {
                    Check.Equal(get.Invoke(null, new object[] { Convert.ToInt32(word) }), word.Word());
                }
                string none = (string)get.Invoke(null, new object[] { int.MaxValue });
                Check.That(none == "" || none == "none");
            }
        }

        public static void EveryStructIsLaidOutAsInItsHeader()
        {
            string headers = Headers();
            Dictionary<Type, string> types = new Dictionary<Type, string>
            {
                { typeof(IntPtr), "const char *" }, { typeof(byte), "bool" }, { typeof(UIntPtr), "size_t" },
            };
            int compared = 0;
            foreach (Type row in Face.GetTypes().Where(t => t.IsValueType && t.Name.EndsWith("Row")))
            {
                string name = row.Name.Substring(0, row.Name.Length - 3);
                string body = Regex.Match(
                    headers, @"typedef struct \{((?:(?!typedef).)*?)\} Smaajob" + name + ";", RegexOptions.Singleline).Groups[1].Value;
                string written = string.Join(";", body.Split(';').Select(f => Regex.Replace(f, @"\s+", " ").Trim()).Where(f => f != "")
                    .Select(f => Regex.Match(f, @"^(.*?)(\w+)$"))
                    .Select(m => (types.ContainsValue(m.Groups[1].Value.Trim()) ? m.Groups[1].Value.Trim() : "int") + " " + Pascal(m.Groups[2].Value)));
                string told = string.Join(";", row.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)
                    .OrderBy(f => (long)Marshal.OffsetOf(row, f.Name))
                    .Select(f => (types.TryGetValue(f.FieldType, out string type) ? type : "int") + " " + f.Name));
                Check.Equal(written, told, name);
                compared++;
            }
            Check.That(compared >= 20);
        }

        public static void EveryPackageIsOfThisVersion()
        {
            foreach (string name in new[] { "Smaajob.nuspec", "Smaajob.csproj" })
            {
                XmlDocument package = new XmlDocument();
                package.Load(Support.Root + "/bindings/csharp/" + name);
                Check.Equal(Engine.Version, package.SelectSingleNode("//*[local-name()='version' or local-name()='Version']").InnerText, name);
            }
        }

        public static void EverythingPublicIsDocumented()
        {
            string documentation = File.ReadAllText(Environment.GetEnvironmentVariable("SMAAJOB_DOCUMENTATION"));
            foreach (Type type in Face.GetExportedTypes())
            {
                if (type.Namespace == "Smaajob" && !type.Name.StartsWith("Native"))
                {
                    Check.That(documentation.Contains("\"T:" + type.FullName + "\""), type.FullName);
                }
            }
        }
    }
}
