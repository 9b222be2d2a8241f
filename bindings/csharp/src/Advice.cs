// SPDX-License-Identifier: Apache-2.0
using System.Collections.Generic;

namespace Smaajob
{
    /// <summary>One unknown, and what its answer can change; scores 0–1.</summary>
    public sealed class Question
    {
        internal Question(Code code, string subject, Ask ask, double? best, double? worst, double swing, bool decides)
        {
            Code = code;
            Subject = subject;
            Ask = ask;
            Best = best;
            Worst = worst;
            Swing = swing;
            Decides = decides;
        }

        internal static Question Of(QuestionRow row)
        {
            return new Question(
                (Code)row.Code, Text.Of(row.Subject), (Ask)row.Ask, Values.Known(row.Best),
                Values.Known(row.Worst), row.Swing / 1000.0, row.Decides != 0);
        }

        /// <summary>What is unknown.</summary>
        public Code Code { get; }

        /// <summary>The concept, condition, gate, member or task it is about.</summary>
        public string Subject { get; }

        /// <summary>Who can answer.</summary>
        public Ask Ask { get; }

        /// <summary>The potential with the best answer; null when there is no score even then.</summary>
        public double? Best { get; }

        /// <summary>The potential with the worst answer; null when there is no score even then.</summary>
        public double? Worst { get; }

        /// <summary>How far apart they are; 0 when one of them has no score.</summary>
        public double Swing { get; }

        /// <summary>Whether an answer changes the verdict.</summary>
        public bool Decides { get; }
    }

    /// <summary>One change, by whom it is to make.</summary>
    public sealed class Change
    {
        internal Change(Actor by, Code code, string subject, double? @from, double? to)
        {
            By = by;
            Code = code;
            Subject = subject;
            From = @from;
            To = to;
        }

        internal static Change Of(ChangeRow row)
        {
            return new Change(
                (Actor)row.By, (Code)row.Code, Text.Of(row.Subject), Values.Known(row.From), Values.Known(row.To));
        }

        /// <summary>Whose it is to make.</summary>
        public Actor By { get; }

        /// <summary>What to change.</summary>
        public Code Code { get; }

        /// <summary>The concept, condition, member or task it is about.</summary>
        public string Subject { get; }

        /// <summary>Level, exposure, provision or hours a week; of a term 0 is no; null when not known or without a number.</summary>
        public double? From { get; }

        /// <summary>The same afterwards; of a term 1 is yes.</summary>
        public double? To { get; }
    }

    /// <summary>Changes made together, and what comes of them.</summary>
    public sealed class Lever
    {
        internal Lever(IReadOnlyList<Change> changes, double? score, Verdict verdict, double gain)
        {
            Changes = changes;
            Score = score;
            Verdict = verdict;
            Gain = gain;
        }

        internal static Lever Of(LeverRow row, IReadOnlyList<Change> changes)
        {
            return new Lever(
                changes, Values.Known(row.Score), (Verdict)row.Verdict, row.Gain / 1000.0);
        }

        /// <summary>One to three.</summary>
        public IReadOnlyList<Change> Changes { get; }

        /// <summary>The score then.</summary>
        public double? Score { get; }

        /// <summary>The verdict then.</summary>
        public Verdict Verdict { get; }

        /// <summary>In potential; below 0 only where the verdict is raised.</summary>
        public double Gain { get; }
    }

    /// <summary>One thing that is said.</summary>
    public sealed class Paragraph
    {
        internal Paragraph(Section section, int depth, string code, string subject, string task, string text, IReadOnlyDictionary<string, int?> values)
        {
            Section = section;
            Depth = depth;
            Code = code;
            Subject = subject;
            Task = task;
            Text = text;
            Values = values;
        }

        internal static Paragraph Of(ParagraphRow row, IReadOnlyDictionary<string, int?> values)
        {
            return new Paragraph(
                (Section)row.Section, row.Depth, Smaajob.Text.Of(row.Code), Smaajob.Text.Of(row.Subject),
                Smaajob.Text.Of(row.Task), Smaajob.Text.Of(row.Text), values);
        }

        /// <summary>Where it stands.</summary>
        public Section Section { get; }

        /// <summary>1 when it belongs to the last paragraph of depth 0, else 0.</summary>
        public int Depth { get; }

        /// <summary>What kind of thing, such as paid_now.</summary>
        public string Code { get; }

        /// <summary>A concept, condition, gate, member or criterion; null when none.</summary>
        public string Subject { get; }

        /// <summary>A task; null when none.</summary>
        public string Task { get; }

        /// <summary>The sentence, in the language of the explanation.</summary>
        public string Text { get; }

        /// <summary>The numbers behind it: in thousandths, times in minutes; null when unknown.</summary>
        public IReadOnlyDictionary<string, int?> Values { get; }
    }
}
