// SPDX-License-Identifier: Apache-2.0
using System;

namespace Smaajob
{
    /// <summary>A citizen: what is held, what is needed, when, and how far; functional needs only. Checked on entry, then immutable, and safe to share between threads.</summary>
    public sealed class Citizen : IDisposable
    {
        private Citizen(IntPtr address, Vocabulary vocabulary)
        {
            Native = new Handle(address, NativePINVOKE.CSharp_Smaajob_delete_Citizen);
            Vocabulary = vocabulary;
        }

        internal Handle Native { get; }

        /// <summary>The vocabulary it was made with.</summary>
        public Vocabulary Vocabulary { get; }

        /// <summary>The citizen's id.</summary>
        public string Id => Native.Hold(() => Smaajob.Native.Citizen_get_id(Native));

        /// <summary>Its size in bytes, without its vocabulary.</summary>
        public long SizeBytes => (long)Smaajob.Native.Citizen_get_size_bytes(Native);

        internal static Citizen Of(IntPtr address, Vocabulary vocabulary)
        {
            return new Citizen(address, vocabulary);
        }

        /// <summary>A citizen from a document.</summary>
        /// <param name="json">A smaajob.citizen/1 document.</param>
        /// <param name="vocabulary">The words it is written in; null: the built-in ones.</param>
        /// <returns>The citizen.</returns>
        /// <exception cref="SmaajobException">The document is not as it must be.</exception>
        public static Citizen FromJson(string json, Vocabulary vocabulary = null)
        {
            return Make(Text.Document(json), vocabulary);
        }

        /// <summary>The same from UTF-8.</summary>
        /// <param name="json">A smaajob.citizen/1 document.</param>
        /// <param name="vocabulary">The words it is written in; null: the built-in ones.</param>
        /// <returns>The citizen.</returns>
        /// <exception cref="SmaajobException">The document is not as it must be.</exception>
        public static Citizen FromJson(byte[] json, Vocabulary vocabulary = null)
        {
            return Make(Text.Document(json), vocabulary);
        }

        /// <summary>The same from a file of at most 1 MiB.</summary>
        /// <param name="path">Where the document is.</param>
        /// <param name="vocabulary">The words it is written in; null: the built-in ones.</param>
        /// <returns>The citizen.</returns>
        /// <exception cref="SmaajobException">The document is not as it must be; it names the file.</exception>
        public static Citizen FromPath(string path, Vocabulary vocabulary = null)
        {
            return Text.FromPath(path, Text.MiB, json => FromJson(json, vocabulary));
        }

        private static Citizen Make(byte[] document, Vocabulary vocabulary)
        {
            Vocabulary words = vocabulary ?? Vocabulary.BuiltIn;
            return Of(Smaajob.Native.Citizen_new_from_json(words.Native, document), words);
        }

        /// <summary>The citizen as canonical JSON.</summary>
        /// <returns>The document.</returns>
        public string ToJson()
        {
            return Smaajob.Native.Citizen_to_json(Native);
        }

        /// <summary>Gives it up; matches made of it live on.</summary>
        public void Dispose()
        {
            Native.Dispose();
        }

        /// <summary>The id.</summary>
        /// <returns>The id.</returns>
        public override string ToString()
        {
            return "Citizen " + Id;
        }
    }
}
