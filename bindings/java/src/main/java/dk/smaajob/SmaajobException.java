// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** A document or an argument that is not as it must be: what is wrong, where, and what was expected. */
public final class SmaajobException extends Exception {
  private static final long serialVersionUID = 1L;

  /** The kind of fault. */
  private final ErrorCode code;
  /** What was found and what was expected. */
  private final String fault;
  /** The JSON Pointer. */
  private final String pointer;
  /** The line of the text. */
  private final int line;
  /** The column in that line. */
  private final int column;
  /** The file it is about; null when there is none. */
  private final String file;

  SmaajobException(ErrorCode code, String fault, String pointer, int line, int column, String file) {
    super(place(file, line, column) + fault);
    this.code = Objects.requireNonNull(code);
    this.fault = fault;
    this.pointer = pointer;
    this.line = line;
    this.column = column;
    this.file = file;
  }

  SmaajobException(ErrorCode code, String fault, String pointer) {
    this(code, fault, pointer, 0, 0, null);
  }

  /** Called by the native layer. */
  static SmaajobException of(int code, byte[] fault, byte[] pointer, int line, int column) {
    return new SmaajobException(
        Words.wordOf(ErrorCode.class, code),
        new String(fault, StandardCharsets.UTF_8),
        new String(pointer, StandardCharsets.UTF_8),
        line,
        column,
        null);
  }

  /** Of packing: what cannot be written is the second, and whoever stopped it is in neither. */
  SmaajobException in(Path from, Path to) {
    if (code == ErrorCode.CANCELLED || code == ErrorCode.MEMORY) {
      return this;
    }
    return in(code == ErrorCode.FILE && fault.startsWith("cannot be written") ? to : from);
  }

  SmaajobException in(Path path) {
    SmaajobException told = new SmaajobException(code, fault, pointer, line, column, path.toString());
    told.setStackTrace(getStackTrace());
    return told;
  }

  private static String place(String file, int line, int column) {
    String where = line == 0 ? "" : line + ":" + column;
    if (file == null) {
      return where.isEmpty() ? "" : where + ": ";
    }
    return where.isEmpty() ? file + ": " : file + ":" + where + ": ";
  }

  /** {@return the kind of fault} */
  public ErrorCode code() {
    return code;
  }

  /** {@return one English sentence: what was found and what was expected, without the place} */
  public String fault() {
    return fault;
  }

  /** {@return the JSON Pointer of the faulty value; "" is the whole document} */
  public String pointer() {
    return pointer;
  }

  /** {@return the 1-based line of the text; 0 when there is no text} */
  public int line() {
    return line;
  }

  /** {@return the 1-based byte column in that line; 0 when there is no text} */
  public int column() {
    return column;
  }

  /** {@return the file it is about, when a path was given} */
  public Optional<Path> file() {
    return Optional.ofNullable(file).map(Path::of);
  }
}
