// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of many documents, read part by part: it is never in memory as a whole. */
final class Reading {
  private static final int PART = 1 << 20;

  private Reading() {}

  /** What is built of a file, whose name is in any fault. */
  static long fromPath(
      Path path, Vocabulary vocabulary, boolean citizens, Handle.Call<Long, SmaajobException> build)
      throws SmaajobException, IOException {
    try (InputStream file = Files.newInputStream(path);
        Handle reading = Handle.exclusive(
            vocabulary.handle.get(words -> Native.new_Reading(words, citizens)), Native::delete_Reading)) {
      byte[] part = file.readNBytes(PART);
      while (part.length > 0) {
        byte[] next = part;
        reading.run(at -> Native.Reading_add(at, next));
        part = file.readNBytes(PART);
      }
      return reading.get(build);
    } catch (SmaajobException e) {
      throw e.in(path);
    }
  }
}
