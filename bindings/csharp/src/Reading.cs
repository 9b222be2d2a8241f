// SPDX-License-Identifier: Apache-2.0
using System;
using System.IO;

namespace Smaajob
{
    /// <summary>A file of many documents, read part by part: it is never in memory as a whole.</summary>
    internal static class Reading
    {
        /// <summary>What is built of a file, whose name is in any fault.</summary>
        internal static IntPtr FromPath(string path, Vocabulary vocabulary, bool citizens, Func<Handle, IntPtr> build)
        {
            using (FileStream file = new FileStream(Text.NotNull(path, nameof(path)), FileMode.Open, FileAccess.Read, FileShare.Read))
            {
                return SmaajobException.Naming(path, () => Read(file, vocabulary, citizens, build));
            }
        }

        private static IntPtr Read(Stream file, Vocabulary vocabulary, bool citizens, Func<Handle, IntPtr> build)
        {
            byte[] room = new byte[Text.MiB];
            using (Handle reading = new Handle(Native.new_Reading(vocabulary.Native, citizens), NativePINVOKE.CSharp_Smaajob_delete_Reading))
            {
                byte[] part;
                while ((part = Text.Part(file, room)) != null)
                {
                    Native.Reading_add(reading, part);
                }
                return build(reading);
            }
        }
    }
}
