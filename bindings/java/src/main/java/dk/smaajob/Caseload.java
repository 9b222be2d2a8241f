// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Many citizens, to be ranked together; each id once, all of one vocabulary.
 *
 * <p>Immutable, and safe to share between threads. It keeps what its citizens say, not them:
 * those it was made of may be closed.
 */
public final class Caseload implements AutoCloseable {
  final Handle handle;
  private final Vocabulary vocabulary;

  private Caseload(long address, Vocabulary vocabulary) {
    handle = Handle.shared(address, Native::delete_Caseload);
    this.vocabulary = vocabulary;
  }

  static Caseload of(long address, Vocabulary vocabulary) {
    return new Caseload(address, vocabulary);
  }

  /**
   * A caseload of citizens that are there, in the built-in words; the i-th of them is its citizen i.
   *
   * @param citizens each id once
   * @return the caseload
   * @throws SmaajobException when a citizen is of another vocabulary, or an id is there twice
   */
  public static Caseload of(List<Citizen> citizens) throws SmaajobException {
    return of(citizens, Vocabulary.builtIn());
  }

  /**
   * A caseload of citizens that are there; the i-th of them is its citizen i.
   *
   * @param citizens of the same vocabulary, each id once
   * @param vocabulary theirs
   * @return the caseload
   * @throws SmaajobException when a citizen is of another vocabulary, or an id is there twice
   */
  public static Caseload of(List<Citizen> citizens, Vocabulary vocabulary) throws SmaajobException {
    try (CaseloadBuilder builder = new CaseloadBuilder(vocabulary)) {
      for (Citizen citizen : citizens) {
        builder.add(citizen);
      }
      return builder.build();
    }
  }

  /**
   * A caseload of NDJSON in the built-in words, a document a line; the first fault ends the reading, and tells its line.
   *
   * @param ndjson a {@code smaajob.citizen/1} document a line
   * @return the caseload
   * @throws SmaajobException when a document is not as it must be, or an id is there twice
   */
  public static Caseload fromNdjson(String ndjson) throws SmaajobException {
    return fromNdjson(ndjson, Vocabulary.builtIn());
  }

  /**
   * A caseload of NDJSON, a document a line; the first fault ends the reading, and tells its line.
   *
   * @param ndjson a {@code smaajob.citizen/1} document a line
   * @param vocabulary the words they are written in
   * @return the caseload
   * @throws SmaajobException when a document is not as it must be, or an id is there twice
   */
  public static Caseload fromNdjson(String ndjson, Vocabulary vocabulary) throws SmaajobException {
    return fromNdjson(Text.document(ndjson), vocabulary);
  }

  /**
   * The same from UTF-8.
   *
   * @param ndjson a {@code smaajob.citizen/1} document a line
   * @param vocabulary the words they are written in
   * @return the caseload
   * @throws SmaajobException when a document is not as it must be, or an id is there twice
   */
  public static Caseload fromNdjson(byte[] ndjson, Vocabulary vocabulary) throws SmaajobException {
    Objects.requireNonNull(ndjson);
    return new Caseload(vocabulary.handle.get(words -> Native.Caseload_new_from_ndjson(words, ndjson)), vocabulary);
  }

  /**
   * A caseload in the built-in words, from a file of any length, of which no more than a part is in memory at a time.
   *
   * @param path where the documents are, one a line
   * @return the caseload
   * @throws SmaajobException when a document is not as it must be, or an id is there twice; it names the file
   * @throws IOException when the file cannot be read
   */
  public static Caseload fromPath(Path path) throws SmaajobException, IOException {
    return fromPath(path, Vocabulary.builtIn());
  }

  /**
   * The same from a file of any length, of which no more than a part is in memory at a time.
   *
   * @param path where the documents are
   * @param vocabulary the words they are written in
   * @return the caseload
   * @throws SmaajobException when a document is not as it must be, or an id is there twice; it names the file
   * @throws IOException when the file cannot be read
   */
  public static Caseload fromPath(Path path, Vocabulary vocabulary) throws SmaajobException, IOException {
    Objects.requireNonNull(vocabulary);
    return new Caseload(Reading.fromPath(path, vocabulary, true, Native::Reading_build_caseload), vocabulary);
  }

  /**
   * A caseload that was packed with the built-in words, mapped, not read: closing it ends the mapping.
   *
   * @param path a file that {@link #save} or {@link #pack} wrote on a machine of this kind
   * @return the caseload
   * @throws SmaajobException when it cannot be opened, is of another kind, machine, model or vocabulary, or is damaged; it names
   *     the file
   */
  public static Caseload openPacked(Path path) throws SmaajobException {
    return openPacked(path, Vocabulary.builtIn());
  }

  /**
   * A packed caseload, mapped, not read: closing it ends the mapping.
   *
   * @param path a file that {@link #save} or {@link #pack} wrote on a machine of this kind
   * @param vocabulary that it was packed with
   * @return the caseload
   * @throws SmaajobException when it cannot be opened, is of another kind, machine, model or vocabulary, or is damaged; it names
   *     the file
   */
  public static Caseload openPacked(Path path, Vocabulary vocabulary) throws SmaajobException {
    String name = path.toString();
    try {
      return new Caseload(vocabulary.handle.get(words -> Native.Caseload_new_from_file(words, name)), vocabulary);
    } catch (SmaajobException e) {
      throw e.in(path);
    }
  }

  /**
   * Packs NDJSON in the built-in words into a file, in bounded memory; the first fault ends it.
   *
   * @param from a {@code smaajob.citizen/1} document a line
   * @param to replaced when all is written, else left as it was
   * @throws SmaajobException when a document is not as it must be, an id is there twice, or a file cannot be read or written;
   *     it names the file that it is about
   */
  public static void pack(Path from, Path to) throws SmaajobException {
    pack(from, to, Vocabulary.builtIn(), PackingOptions.strict());
  }

  /**
   * Packs NDJSON into a file, in bounded memory; of an id that is said twice the first stays.
   *
   * @param from a {@code smaajob.citizen/1} document a line
   * @param to replaced when all is written, else left as it was
   * @param vocabulary the words they are written in
   * @param options what to do about faults
   * @throws SmaajobException when a document is not as it must be, a file cannot be read or written, or it was stopped;
   *     it names the file that it is about
   */
  public static void pack(Path from, Path to, Vocabulary vocabulary, PackingOptions options) throws SmaajobException {
    String source = from.toString();
    String target = to.toString();
    LongWork work = LongWork.of(options, from);
    try {
      vocabulary.handle.run(words -> Native.Caseload_pack_ndjson(words, source, target, work));
    } catch (SmaajobException e) {
      throw e.in(from, to);
    }
  }

  /**
   * Packs it into a file, which is replaced when all is written, else left as it was.
   *
   * @param path where
   * @throws SmaajobException when it cannot be written
   */
  public void save(Path path) throws SmaajobException {
    String name = path.toString();
    try {
      handle.run(at -> Native.Caseload_save(at, name));
    } catch (SmaajobException e) {
      throw e.in(path);
    }
  }

  /** {@return how many citizens} */
  public int size() {
    return Math.toIntExact(handle.get(Native::Caseload_get_n_citizens));
  }

  /**
   * The id of one.
   *
   * @param i from 0, in the order they were added
   * @return the id
   */
  public String citizenId(int i) {
    return handle.get(at -> Native.Caseload_get_citizen_id_at(at, Objects.checkIndex(i, Native.Caseload_get_n_citizens(at))));
  }

  /**
   * One of them, as an object again.
   *
   * @param i from 0, in the order they were added
   * @return the citizen, to be closed
   * @throws SmaajobException when it is damaged, in a packed file
   */
  public Citizen citizen(int i) throws SmaajobException {
    return Citizen.of(handle.get(
        at -> Native.Caseload_get_citizen_at(at, Objects.checkIndex(i, Native.Caseload_get_n_citizens(at)))), vocabulary);
  }

  /** {@return the vocabulary it was made with} */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** {@return its size in bytes, its citizens with it, without their vocabulary and a mapped file} */
  public long sizeBytes() {
    return handle.get(Native::Caseload_get_size_bytes);
  }

  /** Gives it up; rankings made of it live on. */
  @Override
  public void close() {
    handle.close();
  }

  /** {@return how many} */
  @Override
  public String toString() {
    return "Caseload[" + size() + "]";
  }
}
