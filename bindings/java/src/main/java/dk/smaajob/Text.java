// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Text as the native layer takes it: UTF-8 and whole, never cut off at a NUL. */
final class Text {
  static final int MIB = 1 << 20;
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1," + NativeConstants.TOLD_MOST_BYTES + "}");

  private Text() {}

  /** A string's bytes and a NUL; null stays null. */
  static byte[] utf8(String text) throws SmaajobException {
    if (text == null) {
      return null;
    }
    ByteBuffer bytes = encode(text, "a string");
    byte[] told = Arrays.copyOfRange(bytes.array(), bytes.arrayOffset(), bytes.arrayOffset() + bytes.limit() + 1);
    for (int i = 0; i < told.length - 1; i++) {
      if (told[i] == 0) {
        throw new SmaajobException(ErrorCode.ENCODING, "a string with a NUL, expected text", "");
      }
    }
    told[told.length - 1] = 0;
    return told;
  }

  /** A document's bytes. */
  static byte[] document(String json) throws SmaajobException {
    ByteBuffer bytes = encode(json, "the text");
    return Arrays.copyOfRange(bytes.array(), bytes.arrayOffset(), bytes.arrayOffset() + bytes.limit());
  }

  private static ByteBuffer encode(String text, String what) throws SmaajobException {
    try {
      return StandardCharsets.UTF_8
          .newEncoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .encode(CharBuffer.wrap(text));
    } catch (CharacterCodingException half) {
      String fault = what + " with half a surrogate pair, expected text";
      throw new SmaajobException(ErrorCode.ENCODING, fault, "");
    }
  }

  static String of(byte[] utf8) {
    return utf8 == null ? null : new String(utf8, StandardCharsets.UTF_8);
  }

  /** A file, with one byte more than the library takes, so that it tells of the size itself. */
  static byte[] read(Path path, int limit) throws IOException {
    try (InputStream file = Files.newInputStream(path)) {
      return file.readNBytes(limit + 1);
    }
  }

  /** A string as an error may tell it: what could be about a person is not repeated. */
  static String told(String text) {
    if (ID.matcher(text).matches()) {
      return '"' + text + '"';
    }
    return "a string of " + text.getBytes(StandardCharsets.UTF_8).length + " bytes";
  }
}
