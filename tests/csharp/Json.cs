// SPDX-License-Identifier: Apache-2.0
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace Smaajob.Tests
{
    /// <summary>Just enough JSON for the tests: correct text into dictionaries, lists, strings, doubles, bools and null.</summary>
    internal sealed class Json
    {
        private readonly string text;
        private int at;

        private Json(string text)
        {
            this.text = text;
        }

        internal static object Parse(string text)
        {
            return new Json(text).Value();
        }

        /// <summary>The members of an object, each as the text that stands there.</summary>
        internal static Dictionary<string, string> Members(string text)
        {
            Json json = new Json(text) { at = 1 };
            Dictionary<string, string> members = new Dictionary<string, string>();
            for (json.Skip(","); text[json.at] != '}'; json.Skip(","))
            {
                string name = json.String();
                json.Skip(":");
                int from = json.at;
                json.Value();
                members[name] = text.Substring(from, json.at - from);
            }
            return members;
        }

        private void Skip(string characters)
        {
            while (at < text.Length && (" \t\r\n" + characters).IndexOf(text[at]) >= 0)
            {
                at++;
            }
        }

        private object Value()
        {
            Skip("");
            switch (text[at])
            {
                case '{':
                    Dictionary<string, object> map = new Dictionary<string, object>();
                    at++;
                    for (Skip(","); text[at] != '}'; Skip(","))
                    {
                        string name = String();
                        Skip(":");
                        map[name] = Value();
                    }
                    at++;
                    return map;
                case '[':
                    List<object> list = new List<object>();
                    at++;
                    for (Skip(","); text[at] != ']'; Skip(","))
                    {
                        list.Add(Value());
                    }
                    at++;
                    return list;
                case '"': return String();
                case 't': at += 4; return true;
                case 'f': at += 5; return false;
                case 'n': at += 4; return null;
                default:
                    int from = at;
                    while (at < text.Length && "+-.eE0123456789".IndexOf(text[at]) >= 0)
                    {
                        at++;
                    }
                    return double.Parse(text.Substring(from, at - from), CultureInfo.InvariantCulture);
            }
        }

        private string String()
        {
            StringBuilder told = new StringBuilder();
            for (at++; text[at] != '"'; at++)
            {
                char letter = text[at];
                if (letter == '\\')
                {
                    letter = text[++at];
                    int escape = "nrtbf".IndexOf(letter);
                    if (letter == 'u')
                    {
                        letter = (char)int.Parse(text.Substring(at + 1, 4), NumberStyles.HexNumber);
                        at += 4;
                    }
                    else if (escape >= 0)
                    {
                        letter = "\n\r\t\b\f"[escape];
                    }
                }
                told.Append(letter);
            }
            at++;
            return told.ToString();
        }
    }
}
