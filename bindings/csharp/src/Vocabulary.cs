// SPDX-License-Identifier: Apache-2.0
using System;
using System.Collections.Generic;
using System.Linq;

namespace Smaajob
{
    /// <summary>Something about work that matters to health.</summary>
    public sealed class Condition
    {
        /// <summary>A condition, with at least one label.</summary>
        /// <param name="id">Its id.</param>
        /// <param name="kind">What area of life it belongs to.</param>
        /// <param name="type">How it is measured.</param>
        /// <param name="unit">Such as kg; null when none.</param>
        /// <param name="labelDa">What it is called in Danish; null when nothing.</param>
        /// <param name="labelEn">What it is called in English; null when nothing.</param>
        /// <param name="icf">ICF code of reference; null when none.</param>
        /// <param name="onet">O*NET element of reference; null when none.</param>
        public Condition(string id, Kind kind, ConditionType type, string unit = null, string labelDa = null, string labelEn = null, string icf = null, string onet = null)
        {
            Id = Text.NotNull(id, nameof(id));
            Kind = kind;
            Type = type;
            Unit = unit;
            LabelDa = labelDa;
            LabelEn = labelEn;
            Icf = icf;
            Onet = onet;
        }

        /// <summary>Its id.</summary>
        public string Id { get; }

        /// <summary>What area of life it belongs to.</summary>
        public Kind Kind { get; }

        /// <summary>How it is measured.</summary>
        public ConditionType Type { get; }

        /// <summary>Such as kg; null when none.</summary>
        public string Unit { get; }

        /// <summary>What it is called in Danish; null when nothing.</summary>
        public string LabelDa { get; }

        /// <summary>What it is called in English; null when nothing.</summary>
        public string LabelEn { get; }

        /// <summary>ICF code of reference; null when none.</summary>
        public string Icf { get; }

        /// <summary>O*NET element of reference; null when none.</summary>
        public string Onet { get; }

        internal static Condition Of(ConditionRow row)
        {
            return new Condition(Text.Of(row.Id), (Kind)row.Kind, (ConditionType)row.Type, Text.Of(row.Unit),
                Text.Of(row.LabelDa), Text.Of(row.LabelEn), Text.Of(row.Icf), Text.Of(row.Onet));
        }
    }

    /// <summary>A gate or a competence concept, and what it is called.</summary>
    public sealed class Label
    {
        /// <summary>A word, with at least one label.</summary>
        /// <param name="id">Its id.</param>
        /// <param name="labelDa">What it is called in Danish; null when nothing.</param>
        /// <param name="labelEn">What it is called in English; null when nothing.</param>
        public Label(string id, string labelDa = null, string labelEn = null)
        {
            Id = Text.NotNull(id, nameof(id));
            LabelDa = labelDa;
            LabelEn = labelEn;
        }

        /// <summary>Its id.</summary>
        public string Id { get; }

        /// <summary>What it is called in Danish; null when nothing.</summary>
        public string LabelDa { get; }

        /// <summary>What it is called in English; null when nothing.</summary>
        public string LabelEn { get; }

        internal static Label Of(WordRow row)
        {
            return new Label(Text.Of(row.Id), Text.Of(row.LabelDa), Text.Of(row.LabelEn));
        }
    }

    /// <summary>
    /// The words documents are written in: conditions, gates and competence concepts. Immutable, and safe to share
    /// between threads. A citizen and an opening are matched only when they were made with the same vocabulary,
    /// which they keep alive: it may be disposed as soon as the last document has been read.
    /// </summary>
    public sealed class Vocabulary : IDisposable
    {
        private const int Limit = 64 * Text.MiB;

        /// <summary>Made when it is first asked for, once for the whole process.</summary>
        private static readonly Lazy<Vocabulary> Shared =
            new Lazy<Vocabulary>(() => new Vocabulary(Smaajob.Native.new_Vocabulary(), false));

        private readonly bool disposes;
        private readonly Lazy<Dictionary<string, ConditionType>> types;

        private Vocabulary(IntPtr address, bool disposes)
        {
            Native = new Handle(address, NativePINVOKE.CSharp_Smaajob_delete_Vocabulary);
            this.disposes = disposes;
            types = new Lazy<Dictionary<string, ConditionType>>(
                () => Conditions.ToDictionary(condition => condition.Id, condition => condition.Type));
        }

        internal Handle Native { get; }

        /// <summary>How each condition is measured; read once.</summary>
        internal Dictionary<string, ConditionType> Types => types.Value;

        /// <summary>The built-in one, made once; disposing it does nothing.</summary>
        public static Vocabulary BuiltIn => Shared.Value;

        /// <summary>The version that the topmost document states.</summary>
        public string Version => Native.Hold(() => Smaajob.Native.Vocabulary_get_version(Native));

        /// <summary>Every condition, in document order, read anew.</summary>
        public IReadOnlyList<Condition> Conditions => Native.Hold(() => Values.List(
            Smaajob.Native.Vocabulary_get_n_conditions(Native),
            i => Condition.Of(Smaajob.Native.Vocabulary_get_condition_at(Native, i))));

        /// <summary>Every gate, in document order, read anew.</summary>
        public IReadOnlyList<Label> Gates => Native.Hold(() => Values.List(
            Smaajob.Native.Vocabulary_get_n_gates(Native),
            i => Smaajob.Label.Of(Smaajob.Native.Vocabulary_get_gate_at(Native, i))));

        /// <summary>Every competence concept, in document order, read anew.</summary>
        public IReadOnlyList<Label> Concepts => Native.Hold(() => Values.List(
            Smaajob.Native.Vocabulary_get_n_concepts(Native),
            i => Smaajob.Label.Of(Smaajob.Native.Vocabulary_get_concept_at(Native, i))));

        internal static Vocabulary Of(IntPtr address)
        {
            return new Vocabulary(address, true);
        }

        /// <summary>A vocabulary from a document.</summary>
        /// <param name="json">A smaajob.vocabulary/1 document.</param>
        /// <param name="onTopOf">What to load it on top of; null: nothing.</param>
        /// <returns>The vocabulary.</returns>
        /// <exception cref="SmaajobException">The document is not as it must be.</exception>
        public static Vocabulary FromJson(string json, Vocabulary onTopOf = null)
        {
            return Of(Smaajob.Native.Vocabulary_new_from_json(Base(onTopOf), Text.Document(json)));
        }

        /// <summary>The same from UTF-8.</summary>
        /// <param name="json">A smaajob.vocabulary/1 document.</param>
        /// <param name="onTopOf">What to load it on top of; null: nothing.</param>
        /// <returns>The vocabulary.</returns>
        /// <exception cref="SmaajobException">The document is not as it must be.</exception>
        public static Vocabulary FromJson(byte[] json, Vocabulary onTopOf = null)
        {
            return Of(Smaajob.Native.Vocabulary_new_from_json(Base(onTopOf), Text.Document(json)));
        }

        /// <summary>The same from a file of at most 64 MiB.</summary>
        /// <param name="path">Where the document is.</param>
        /// <param name="onTopOf">What to load it on top of; null: nothing.</param>
        /// <returns>The vocabulary.</returns>
        /// <exception cref="SmaajobException">The document is not as it must be; it names the file.</exception>
        public static Vocabulary FromPath(string path, Vocabulary onTopOf = null)
        {
            return Text.FromPath(path, Limit, json => FromJson(json, onTopOf));
        }

        internal static Handle Base(Vocabulary vocabulary)
        {
            return vocabulary == null ? Handle.None : vocabulary.Native;
        }

        /// <summary>What a word is called.</summary>
        /// <param name="id">A condition, gate or concept.</param>
        /// <param name="language">da or en; the other when that has no label.</param>
        /// <returns>The label; null when no word has this id.</returns>
        public string Label(string id, string language = "en")
        {
            Text.NotNull(id, nameof(id));
            Text.NotNull(language, nameof(language));
            return Native.Hold(() => Smaajob.Native.Vocabulary_get_label(Native, id, language));
        }

        /// <summary>The whole vocabulary as canonical JSON.</summary>
        /// <returns>The document.</returns>
        public string ToJson()
        {
            return Smaajob.Native.Vocabulary_to_json(Native);
        }

        /// <summary>Gives it up; what was made with it lives on. The built-in one stays.</summary>
        public void Dispose()
        {
            if (disposes)
            {
                Native.Dispose();
            }
        }
    }

    /// <summary>A vocabulary in the making. A call that throws changes nothing.</summary>
    public sealed class VocabularyBuilder : Builder
    {
        /// <summary>A vocabulary to be.</summary>
        /// <param name="version">Its version.</param>
        /// <param name="onTopOf">What to add to; null: nothing.</param>
        /// <exception cref="SmaajobException">The version is not as it must be.</exception>
        public VocabularyBuilder(string version, Vocabulary onTopOf = null)
            : base(new Handle(
                Smaajob.Native.new_VocabularyBuilder(Vocabulary.Base(onTopOf), Text.NotNull(version, nameof(version))),
                NativePINVOKE.CSharp_Smaajob_delete_VocabularyBuilder))
        {
        }

        /// <summary>Adds a condition.</summary>
        /// <param name="condition">With at least one label.</param>
        /// <returns>This.</returns>
        public VocabularyBuilder AddCondition(Condition condition)
        {
            Condition c = Text.NotNull(condition, nameof(condition));
            Alone(at => Smaajob.Native.VocabularyBuilder_add_condition(
                at, c.Id, (int)c.Kind, (int)c.Type, c.Unit, c.LabelDa, c.LabelEn, c.Icf, c.Onet));
            return this;
        }

        /// <summary>Adds a gate.</summary>
        /// <param name="gate">With at least one label.</param>
        /// <returns>This.</returns>
        public VocabularyBuilder AddGate(Label gate)
        {
            Text.NotNull(gate, nameof(gate));
            Alone(at => Smaajob.Native.VocabularyBuilder_add_gate(at, gate.Id, gate.LabelDa, gate.LabelEn));
            return this;
        }

        /// <summary>Adds a competence concept; one that the base has already gains these labels.</summary>
        /// <param name="concept">With at least one label.</param>
        /// <returns>This.</returns>
        public VocabularyBuilder AddConcept(Label concept)
        {
            Text.NotNull(concept, nameof(concept));
            Alone(at => Smaajob.Native.VocabularyBuilder_add_concept(at, concept.Id, concept.LabelDa, concept.LabelEn));
            return this;
        }

        /// <summary>Says that a concept is broader than the one added last.</summary>
        /// <param name="broader">Its id.</param>
        /// <returns>This.</returns>
        public VocabularyBuilder AddBroader(string broader)
        {
            Text.NotNull(broader, nameof(broader));
            Alone(at => Smaajob.Native.VocabularyBuilder_add_broader(at, broader));
            return this;
        }

        /// <summary>The checked vocabulary; the builder may be used on.</summary>
        /// <returns>A vocabulary.</returns>
        public Vocabulary Build()
        {
            return Vocabulary.Of(Alone(at => Smaajob.Native.VocabularyBuilder_build(at)));
        }
    }
}
