// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The words documents are written in: conditions, gates and competence concepts.
 *
 * <p>Immutable, and safe to share between threads. A citizen and an opening are matched only when they were made
 * with the same vocabulary, which they keep alive: it may be closed as soon as the last document has been read.
 */
public final class Vocabulary implements AutoCloseable {
  private static final int LIMIT = 64 * Text.MIB;

  /** Made when it is first asked for, once for the whole process. */
  private static final class BuiltIn {
    static final Vocabulary IT = make();

    private static Vocabulary make() {
      try {
        return new Vocabulary(Native.new_Vocabulary(), false);
      } catch (SmaajobException e) {
        throw (OutOfMemoryError) new OutOfMemoryError("the built-in vocabulary").initCause(e);
      }
    }
  }

  final Handle handle;
  private final boolean closes;
  private volatile Map<String, ConditionType> types;

  private Vocabulary(long address, boolean closes) {
    handle = Handle.shared(address, Native::delete_Vocabulary);
    this.closes = closes;
  }

  static Vocabulary of(long address) {
    return new Vocabulary(address, true);
  }

  /** {@return the built-in one, made once; closing it does nothing} */
  public static Vocabulary builtIn() {
    return BuiltIn.IT;
  }

  /**
   * A vocabulary from a document, on top of nothing.
   *
   * @param json a {@code smaajob.vocabulary/1} document
   * @return the vocabulary
   * @throws SmaajobException when the document is not as it must be
   */
  public static Vocabulary fromJson(String json) throws SmaajobException {
    return of(Native.Vocabulary_new_from_json(0, Text.document(json)));
  }

  /**
   * A vocabulary from a document, loaded on top of another.
   *
   * @param json a {@code smaajob.vocabulary/1} document
   * @param base what to load it on top of
   * @return the vocabulary
   * @throws SmaajobException when the document is not as it must be
   */
  public static Vocabulary fromJson(String json, Vocabulary base) throws SmaajobException {
    return fromJson(Text.document(json), base);
  }

  /**
   * The same from UTF-8.
   *
   * @param json a {@code smaajob.vocabulary/1} document
   * @param base what to load it on top of
   * @return the vocabulary
   * @throws SmaajobException when the document is not as it must be
   */
  public static Vocabulary fromJson(byte[] json, Vocabulary base) throws SmaajobException {
    return of(base.handle.get(at -> Native.Vocabulary_new_from_json(at, json)));
  }

  /**
   * The same from a file of at most 64 MiB.
   *
   * @param path where the document is
   * @param base what to load it on top of
   * @return the vocabulary
   * @throws SmaajobException when the document is not as it must be; it names the file
   * @throws IOException when the file cannot be read
   */
  public static Vocabulary fromPath(Path path, Vocabulary base) throws SmaajobException, IOException {
    Objects.requireNonNull(base);
    byte[] json = Text.read(path, LIMIT);
    try {
      return fromJson(json, base);
    } catch (SmaajobException e) {
      throw e.in(path);
    }
  }

  /** {@return the version that the topmost document states} */
  public String version() {
    return handle.get(Native::Vocabulary_get_version);
  }

  /** {@return every condition, in document order, read anew} */
  public List<Condition> conditions() {
    return handle.get(at -> list(Native.Vocabulary_get_n_conditions(at),
        i -> Condition.of(Native.Vocabulary_get_condition_at(at, i))));
  }

  /** {@return every gate, in document order, read anew} */
  public List<Label> gates() {
    return handle.get(at -> list(Native.Vocabulary_get_n_gates(at),
        i -> Label.of(Native.Vocabulary_get_gate_at(at, i))));
  }

  /** {@return every competence concept, in document order, read anew} */
  public List<Label> concepts() {
    return handle.get(at -> list(Native.Vocabulary_get_n_concepts(at),
        i -> Label.of(Native.Vocabulary_get_concept_at(at, i))));
  }

  /**
   * What a word is called.
   *
   * @param id a condition, gate or concept
   * @param language {@code da} or {@code en}; the other when that has no label
   * @return the label; empty when no word has this id
   * @throws SmaajobException when the text is not UTF-8 or holds a NUL
   */
  public Optional<String> label(String id, String language) throws SmaajobException {
    Objects.requireNonNull(id);
    Objects.requireNonNull(language);
    return Optional.ofNullable(handle.get(at -> Native.Vocabulary_get_label(at, id, language)));
  }

  /**
   * The whole vocabulary as canonical JSON.
   *
   * @return the document
   * @throws SmaajobException when there is no memory
   */
  public String toJson() throws SmaajobException {
    return handle.get(Native::Vocabulary_to_json);
  }

  /** Gives it up; what was made with it lives on. The built-in one stays. */
  @Override
  public void close() {
    if (closes) {
      handle.close();
    }
  }

  /** How each condition is measured; read once. */
  Map<String, ConditionType> types() {
    Map<String, ConditionType> read = types;
    if (read == null) {
      read = conditions().stream().collect(Collectors.toUnmodifiableMap(Condition::id, Condition::type));
      types = read;
    }
    return read;
  }

  /** What gives one of a list. */
  @FunctionalInterface
  interface At<T> {
    T at(long i);
  }

  static <T> List<T> list(long n, At<T> row) {
    List<T> rows = new ArrayList<>((int) n);
    for (long i = 0; i < n; i++) {
      rows.add(row.at(i));
    }
    return List.copyOf(rows);
  }

  /** {@return the version and the numbers of words} */
  @Override
  public String toString() {
    return handle.get(at -> "Vocabulary[" + Native.Vocabulary_get_version(at) + ": "
        + Native.Vocabulary_get_n_conditions(at) + " conditions, " + Native.Vocabulary_get_n_gates(at) + " gates, "
        + Native.Vocabulary_get_n_concepts(at) + " concepts]");
  }
}
