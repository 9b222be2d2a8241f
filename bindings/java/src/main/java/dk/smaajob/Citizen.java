// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A citizen: what is held, what is needed, when, and how far; functional needs only.
 *
 * <p>Checked on entry, then immutable, and safe to share between threads.
 */
public final class Citizen implements AutoCloseable {
  final Handle handle;
  private final Vocabulary vocabulary;

  private Citizen(long address, Vocabulary vocabulary) {
    handle = Handle.shared(address, Native::delete_Citizen);
    this.vocabulary = vocabulary;
  }

  static Citizen of(long address, Vocabulary vocabulary) {
    return new Citizen(address, vocabulary);
  }

  /**
   * A citizen from a document, in the words of the built-in vocabulary.
   *
   * @param json a {@code smaajob.citizen/1} document
   * @return the citizen
   * @throws SmaajobException when the document is not as it must be
   */
  public static Citizen fromJson(String json) throws SmaajobException {
    return fromJson(json, Vocabulary.builtIn());
  }

  /**
   * A citizen from a document.
   *
   * @param json a {@code smaajob.citizen/1} document
   * @param vocabulary the words it is written in
   * @return the citizen
   * @throws SmaajobException when the document is not as it must be
   */
  public static Citizen fromJson(String json, Vocabulary vocabulary) throws SmaajobException {
    return fromJson(Text.document(json), vocabulary);
  }

  /**
   * The same from UTF-8.
   *
   * @param json a {@code smaajob.citizen/1} document
   * @param vocabulary the words it is written in
   * @return the citizen
   * @throws SmaajobException when the document is not as it must be
   */
  public static Citizen fromJson(byte[] json, Vocabulary vocabulary) throws SmaajobException {
    return of(vocabulary.handle.get(at -> Native.Citizen_new_from_json(at, json)), vocabulary);
  }

  /**
   * The same from a file of at most 1 MiB, in the words of the built-in vocabulary.
   *
   * @param path where the document is
   * @return the citizen
   * @throws SmaajobException when the document is not as it must be; it names the file
   * @throws IOException when the file cannot be read
   */
  public static Citizen fromPath(Path path) throws SmaajobException, IOException {
    return fromPath(path, Vocabulary.builtIn());
  }

  /**
   * The same from a file of at most 1 MiB.
   *
   * @param path where the document is
   * @param vocabulary the words it is written in
   * @return the citizen
   * @throws SmaajobException when the document is not as it must be; it names the file
   * @throws IOException when the file cannot be read
   */
  public static Citizen fromPath(Path path, Vocabulary vocabulary) throws SmaajobException, IOException {
    Objects.requireNonNull(vocabulary);
    byte[] json = Text.read(path, Text.MIB);
    try {
      return fromJson(json, vocabulary);
    } catch (SmaajobException e) {
      throw e.in(path);
    }
  }

  /** {@return the citizen's id} */
  public String id() {
    return handle.get(Native::Citizen_get_id);
  }

  /** {@return the vocabulary it was made with} */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** {@return its size in bytes, without its vocabulary} */
  public long sizeBytes() {
    return handle.get(Native::Citizen_get_size_bytes);
  }

  /**
   * The citizen as canonical JSON.
   *
   * @return the document
   * @throws SmaajobException when there is no memory
   */
  public String toJson() throws SmaajobException {
    return handle.get(Native::Citizen_to_json);
  }

  /** Gives it up; matches made of it live on. */
  @Override
  public void close() {
    handle.close();
  }

  /** {@return the id} */
  @Override
  public String toString() {
    return "Citizen[" + id() + "]";
  }
}
