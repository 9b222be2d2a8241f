// SPDX-License-Identifier: Apache-2.0
using System;
using System.Collections.Generic;
using System.IO;

namespace Smaajob
{
    /// <summary>
    /// Many openings, packed so that a ranking need not look into each of them; each id once, all of one vocabulary. Immutable, and safe to share between threads. It keeps its openings alive: those it was made of may be
    /// disposed.
    /// </summary>
    public sealed class Market : IDisposable
    {
        private Market(IntPtr address, Vocabulary vocabulary)
        {
            Native = new Handle(address, NativePINVOKE.CSharp_Smaajob_delete_Market);
            Vocabulary = vocabulary;
        }

        internal Handle Native { get; }

        /// <summary>The vocabulary it was made with.</summary>
        public Vocabulary Vocabulary { get; }

        /// <summary>How many openings.</summary>
        public int Count => checked((int)Smaajob.Native.Market_get_n_openings(Native));

        /// <summary>Its size in bytes when packed, without the openings themselves, their vocabulary and a mapped file.</summary>
        public long SizeBytes => (long)Smaajob.Native.Market_get_size_bytes(Native);

        internal static Market Of(IntPtr address, Vocabulary vocabulary)
        {
            return new Market(address, vocabulary);
        }

        /// <summary>A market of openings that are there; the i-th of them is its opening i.</summary>
        /// <param name="openings">Of the same vocabulary, each id once.</param>
        /// <param name="vocabulary">Theirs; null: the built-in one.</param>
        /// <returns>The market.</returns>
        /// <exception cref="SmaajobException">An opening is of another vocabulary, or an id is there twice.</exception>
        public static Market Of(IEnumerable<Opening> openings, Vocabulary vocabulary = null)
        {
            using (MarketBuilder builder = new MarketBuilder(vocabulary))
            {
                foreach (Opening opening in Text.NotNull(openings, nameof(openings)))
                {
                    builder.Add(opening);
                }
                return builder.Build();
            }
        }

        /// <summary>A market of NDJSON, a document a line; the first fault ends the reading, and tells its line.</summary>
        /// <param name="ndjson">A smaajob.opening/1 document a line.</param>
        /// <param name="vocabulary">The words they are written in; null: the built-in ones.</param>
        /// <returns>The market.</returns>
        /// <exception cref="SmaajobException">A document is not as it must be, or an id is there twice.</exception>
        public static Market FromNdjson(string ndjson, Vocabulary vocabulary = null)
        {
            return Make(Text.Document(ndjson), vocabulary);
        }

        /// <summary>The same from UTF-8.</summary>
        /// <param name="ndjson">A smaajob.opening/1 document a line.</param>
        /// <param name="vocabulary">The words they are written in; null: the built-in ones.</param>
        /// <returns>The market.</returns>
        /// <exception cref="SmaajobException">A document is not as it must be, or an id is there twice.</exception>
        public static Market FromNdjson(byte[] ndjson, Vocabulary vocabulary = null)
        {
            return Make(Text.Document(ndjson), vocabulary);
        }

        /// <summary>The same from a file of any length, of which no more than a part is in memory at a time.</summary>
        /// <param name="path">Where the documents are.</param>
        /// <param name="vocabulary">The words they are written in; null: the built-in ones.</param>
        /// <returns>The market.</returns>
        /// <exception cref="SmaajobException">A document is not as it must be, or an id is there twice; it names the file.</exception>
        /// <exception cref="IOException">The file cannot be read.</exception>
        public static Market FromPath(string path, Vocabulary vocabulary = null)
        {
            Vocabulary words = vocabulary ?? Vocabulary.BuiltIn;
            return Of(Reading.FromPath(path, words, false, Smaajob.Native.Reading_build_market), words);
        }

        private static Market Make(byte[] document, Vocabulary vocabulary)
        {
            Vocabulary words = vocabulary ?? Vocabulary.BuiltIn;
            return Of(Smaajob.Native.Market_new_from_ndjson(words.Native, document), words);
        }

        /// <summary>A packed market, mapped, not read: disposing of it ends the mapping.</summary>
        /// <param name="path">A file that Save or Pack wrote on a machine of this kind.</param>
        /// <param name="vocabulary">That it was packed with; null: the built-in one.</param>
        /// <returns>The market.</returns>
        /// <exception cref="SmaajobException">It cannot be opened, is of another kind, machine, model or vocabulary, or is damaged; it names the file.</exception>
        public static Market OpenPacked(string path, Vocabulary vocabulary = null)
        {
            Vocabulary words = vocabulary ?? Vocabulary.BuiltIn;
            Text.NotNull(path, nameof(path));
            return SmaajobException.Naming(path, () => Of(Smaajob.Native.Market_new_from_file(words.Native, path), words));
        }

        /// <summary>Packs NDJSON into a file, in bounded memory; of an id that is said twice the first stays.</summary>
        /// <param name="from">A smaajob.opening/1 document a line.</param>
        /// <param name="to">Replaced when all is written, else left as it was.</param>
        /// <param name="vocabulary">The words they are written in; null: the built-in ones.</param>
        /// <param name="options">What to do about faults; null: the first ends the work.</param>
        /// <exception cref="SmaajobException">A document is not as it must be, a file cannot be read or written, or it was stopped; it names the file that it is about.</exception>
        public static void Pack(string from, string to, Vocabulary vocabulary = null, PackingOptions options = null)
        {
            Handle words = (vocabulary ?? Vocabulary.BuiltIn).Native;
            Text.NotNull(from, nameof(from));
            Text.NotNull(to, nameof(to));
            LongWork.Pack(from, to, options, packing => Smaajob.Native.Market_pack_ndjson(words, from, to, packing));
        }

        /// <summary>Packs it into a file, which is replaced when all is written, else left as it was.</summary>
        /// <param name="path">Where.</param>
        /// <exception cref="SmaajobException">It cannot be written.</exception>
        public void Save(string path)
        {
            Text.NotNull(path, nameof(path));
            SmaajobException.Naming<object>(path, () =>
            {
                Smaajob.Native.Market_save(Native, path);
                return null;
            });
        }

        /// <summary>One of them, as an object again.</summary>
        /// <param name="i">From 0, in the order they were added.</param>
        /// <returns>The opening, to be disposed of.</returns>
        /// <exception cref="ArgumentOutOfRangeException">There are not so many.</exception>
        /// <exception cref="SmaajobException">It is damaged, in a packed file.</exception>
        public Opening OpeningAt(int i)
        {
            return Opening.Of(
                Native.Hold(() => i >= 0 && i < Count
                    ? Smaajob.Native.Market_get_opening_at(Native, (ulong)i)
                    : throw new ArgumentOutOfRangeException(nameof(i))),
                Vocabulary);
        }

        /// <summary>The id of one.</summary>
        /// <param name="i">From 0, in the order they were added.</param>
        /// <returns>The id.</returns>
        /// <exception cref="ArgumentOutOfRangeException">There are not so many.</exception>
        public string OpeningId(int i)
        {
            return Native.Hold(() => i >= 0 && i < Count
                ? Smaajob.Native.Market_get_opening_id_at(Native, (ulong)i)
                : throw new ArgumentOutOfRangeException(nameof(i)));
        }

        /// <summary>Gives it up; rankings made of it live on.</summary>
        public void Dispose()
        {
            Native.Dispose();
        }

        /// <summary>How many.</summary>
        /// <returns>How many.</returns>
        public override string ToString()
        {
            return "Market of " + Text.Plain(Count);
        }
    }

    /// <summary>A market in the making.</summary>
    public sealed class MarketBuilder : Builder
    {
        private readonly Vocabulary vocabulary;

        /// <summary>With no opening.</summary>
        /// <param name="vocabulary">Of every opening that is to be added; null: the built-in one.</param>
        public MarketBuilder(Vocabulary vocabulary = null)
            : base(Begin(vocabulary ?? Vocabulary.BuiltIn))
        {
            this.vocabulary = vocabulary ?? Vocabulary.BuiltIn;
        }

        private static Handle Begin(Vocabulary vocabulary)
        {
            return new Handle(Smaajob.Native.new_MarketBuilder(vocabulary.Native), NativePINVOKE.CSharp_Smaajob_delete_MarketBuilder);
        }

        /// <summary>Adds an opening, which may be disposed after.</summary>
        /// <param name="opening">Of the same vocabulary.</param>
        /// <returns>This.</returns>
        /// <exception cref="SmaajobException">It is of another vocabulary.</exception>
        public MarketBuilder Add(Opening opening)
        {
            Handle one = Text.NotNull(opening, nameof(opening)).Native;
            Alone(at => Smaajob.Native.MarketBuilder_add_opening(at, one));
            return this;
        }

        /// <summary>The market, perhaps of no opening; the builder may be used on.</summary>
        /// <returns>A market.</returns>
        /// <exception cref="SmaajobException">An id is there twice; its pointer begins with the opening's number.</exception>
        public Market Build()
        {
            return Market.Of(Alone(at => Smaajob.Native.MarketBuilder_build(at)), vocabulary);
        }
    }
}
