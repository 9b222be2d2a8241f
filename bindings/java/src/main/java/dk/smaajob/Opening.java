// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * An opening: what one employer offers; tasks, hours, conditions and terms.
 *
 * <p>Checked on entry, then immutable, and safe to share between threads.
 */
public final class Opening implements AutoCloseable {
  final Handle handle;
  private final Vocabulary vocabulary;

  private Opening(long address, Vocabulary vocabulary) {
    handle = Handle.shared(address, Native::delete_Opening);
    this.vocabulary = vocabulary;
  }

  static Opening of(long address, Vocabulary vocabulary) {
    return new Opening(address, vocabulary);
  }

  /**
   * An opening from a document, in the words of the built-in vocabulary.
   *
   * @param json a {@code smaajob.opening/1} document
   * @return the opening
   * @throws SmaajobException when the document is not as it must be
   */
  public static Opening fromJson(String json) throws SmaajobException {
    return fromJson(json, Vocabulary.builtIn());
  }

  /**
   * An opening from a document.
   *
   * @param json a {@code smaajob.opening/1} document
   * @param vocabulary the words it is written in
   * @return the opening
   * @throws SmaajobException when the document is not as it must be
   */
  public static Opening fromJson(String json, Vocabulary vocabulary) throws SmaajobException {
    return fromJson(Text.document(json), vocabulary);
  }

  /**
   * The same from UTF-8.
   *
   * @param json a {@code smaajob.opening/1} document
   * @param vocabulary the words it is written in
   * @return the opening
   * @throws SmaajobException when the document is not as it must be
   */
  public static Opening fromJson(byte[] json, Vocabulary vocabulary) throws SmaajobException {
    return of(vocabulary.handle.get(at -> Native.Opening_new_from_json(at, json)), vocabulary);
  }

  /**
   * The same from a file of at most 1 MiB, in the words of the built-in vocabulary.
   *
   * @param path where the document is
   * @return the opening
   * @throws SmaajobException when the document is not as it must be; it names the file
   * @throws IOException when the file cannot be read
   */
  public static Opening fromPath(Path path) throws SmaajobException, IOException {
    return fromPath(path, Vocabulary.builtIn());
  }

  /**
   * The same from a file of at most 1 MiB.
   *
   * @param path where the document is
   * @param vocabulary the words it is written in
   * @return the opening
   * @throws SmaajobException when the document is not as it must be; it names the file
   * @throws IOException when the file cannot be read
   */
  public static Opening fromPath(Path path, Vocabulary vocabulary) throws SmaajobException, IOException {
    Objects.requireNonNull(vocabulary);
    byte[] json = Text.read(path, Text.MIB);
    try {
      return fromJson(json, vocabulary);
    } catch (SmaajobException e) {
      throw e.in(path);
    }
  }

  /** {@return the opening's id} */
  public String id() {
    return handle.get(Native::Opening_get_id);
  }

  /** {@return the vocabulary it was made with} */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** {@return its size in bytes, without its vocabulary} */
  public long sizeBytes() {
    return handle.get(Native::Opening_get_size_bytes);
  }

  /**
   * The opening as canonical JSON.
   *
   * @return the document
   * @throws SmaajobException when there is no memory
   */
  public String toJson() throws SmaajobException {
    return handle.get(Native::Opening_to_json);
  }

  /** Gives it up; matches made of it live on. */
  @Override
  public void close() {
    handle.close();
  }

  /** {@return the id} */
  @Override
  public String toString() {
    return "Opening[" + id() + "]";
  }
}
