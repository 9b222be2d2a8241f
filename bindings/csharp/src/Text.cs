// SPDX-License-Identifier: Apache-2.0
using System;
using System.Globalization;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace Smaajob
{
    /// <summary>Text as the native layer takes it: UTF-8 and whole, never cut off at a NUL.</summary>
    internal static class Text
    {
        internal const int MiB = 1 << 20;
        private const int Prefix = 8;
        private static readonly UTF8Encoding Strict = new UTF8Encoding(false, true);
        private static readonly Regex Id = new Regex(
            @"\A[A-Za-z0-9._:-]{1," + Plain(Native.TOLD_MOST_BYTES) + @"}\z", RegexOptions.CultureInvariant);

        internal static T NotNull<T>(T value, string name)
            where T : class
        {
            return value ?? throw new ArgumentNullException(name);
        }

        /// <summary>A string's bytes and a NUL; null stays null.</summary>
        internal static byte[] Utf8(string text)
        {
            if (text == null)
            {
                return null;
            }
            if (text.IndexOf('\0') >= 0)
            {
                throw new SmaajobException(ErrorCode.Encoding, "a string with a NUL, expected text");
            }
            return Encode(text, 0, 1, "a string");
        }

        /// <summary>A document as the native layer takes it: its length in eight bytes, then its bytes.</summary>
        internal static byte[] Document(string json)
        {
            byte[] told = Encode(NotNull(json, nameof(json)), Prefix, 0, "the text");
            return WithLength(told);
        }

        internal static byte[] Document(byte[] json)
        {
            byte[] told = new byte[Prefix + NotNull(json, nameof(json)).Length];
            Buffer.BlockCopy(json, 0, told, Prefix, json.Length);
            return WithLength(told);
        }

        private static byte[] WithLength(byte[] told)
        {
            Buffer.BlockCopy(BitConverter.GetBytes((ulong)(told.Length - Prefix)), 0, told, 0, Prefix);
            return told;
        }

        private static byte[] Encode(string text, int before, int after, string what)
        {
            try
            {
                byte[] told = new byte[before + Strict.GetByteCount(text) + after];
                Strict.GetBytes(text, 0, text.Length, told, before);
                return told;
            }
            catch (EncoderFallbackException)
            {
                throw new SmaajobException(ErrorCode.Encoding, what + " with half a surrogate pair, expected text");
            }
        }

        /// <summary>So many bytes, which need not be UTF-8 throughout.</summary>
        internal static string Of(IntPtr bytes, ulong length)
        {
            if (bytes == IntPtr.Zero)
            {
                return null;
            }
            byte[] told = new byte[length];
            Marshal.Copy(bytes, told, 0, told.Length);
            return Encoding.UTF8.GetString(told);
        }

        internal static string Of(IntPtr utf8)
        {
            if (utf8 == IntPtr.Zero)
            {
                return null;
            }
            int length = 0;
            while (Marshal.ReadByte(utf8, length) != 0)
            {
                length++;
            }
            byte[] bytes = new byte[length];
            Marshal.Copy(utf8, bytes, 0, length);
            return Encoding.UTF8.GetString(bytes);
        }

        /// <summary>A file, with one byte more than the library takes, so that it tells of the size itself.</summary>
        private static byte[] Read(string path, int limit)
        {
            using (FileStream file = new FileStream(NotNull(path, nameof(path)), FileMode.Open, FileAccess.Read, FileShare.Read))
            {
                byte[] bytes = new byte[Math.Min(file.Length, limit + 1L)];
                int read = 0;
                int more;
                while (read < bytes.Length && (more = file.Read(bytes, read, bytes.Length - read)) > 0)
                {
                    read += more;
                }
                Array.Resize(ref bytes, read);
                return bytes;
            }
        }

        /// <summary>The next bytes of a file as a part of a document; null at its end.</summary>
        internal static byte[] Part(Stream file, byte[] room)
        {
            int read = file.Read(room, Prefix, room.Length - Prefix);
            Buffer.BlockCopy(BitConverter.GetBytes((ulong)read), 0, room, 0, Prefix);
            return read > 0 ? room : null;
        }

        /// <summary>What is made of a file of one document, whose name is in any fault.</summary>
        internal static T FromPath<T>(string path, int limit, Func<byte[], T> make)
        {
            byte[] json = Read(path, limit);
            return SmaajobException.Naming(path, () => make(json));
        }


        /// <summary>A string as an error may tell it: what could be about a person is not repeated.</summary>
        internal static string Told(string text)
        {
            return Id.IsMatch(text)
                ? '"' + text + '"'
                : "a string of " + Plain(Encoding.UTF8.GetByteCount(text)) + " bytes";
        }

        internal static string Plain(IFormattable number)
        {
            return number.ToString(null, CultureInfo.InvariantCulture);
        }
    }
}
