// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Many openings, packed so that a ranking need not look into each of them; each id once, all of one vocabulary.
 *
 * <p>Immutable, and safe to share between threads. It keeps its openings alive: those it was made of may be closed.
 */
public final class Market implements AutoCloseable {
  final Handle handle;
  private final Vocabulary vocabulary;

  private Market(long address, Vocabulary vocabulary) {
    handle = Handle.shared(address, Native::delete_Market);
    this.vocabulary = vocabulary;
  }

  static Market of(long address, Vocabulary vocabulary) {
    return new Market(address, vocabulary);
  }

  /**
   * A market of openings that are there, in the built-in words; the i-th of them is its opening i.
   *
   * @param openings each id once
   * @return the market
   * @throws SmaajobException when an opening is of another vocabulary, or an id is there twice
   */
  public static Market of(List<Opening> openings) throws SmaajobException {
    return of(openings, Vocabulary.builtIn());
  }

  /**
   * A market of openings that are there; the i-th of them is its opening i.
   *
   * @param openings of the same vocabulary, each id once
   * @param vocabulary theirs
   * @return the market
   * @throws SmaajobException when an opening is of another vocabulary, or an id is there twice
   */
  public static Market of(List<Opening> openings, Vocabulary vocabulary) throws SmaajobException {
    try (MarketBuilder builder = new MarketBuilder(vocabulary)) {
      for (Opening opening : openings) {
        builder.add(opening);
      }
      return builder.build();
    }
  }

  /**
   * A market of NDJSON in the built-in words, a document a line; the first fault ends the reading, and tells its line.
   *
   * @param ndjson a {@code smaajob.opening/1} document a line
   * @return the market
   * @throws SmaajobException when a document is not as it must be, or an id is there twice
   */
  public static Market fromNdjson(String ndjson) throws SmaajobException {
    return fromNdjson(ndjson, Vocabulary.builtIn());
  }

  /**
   * A market of NDJSON, a document a line; the first fault ends the reading, and tells its line.
   *
   * @param ndjson a {@code smaajob.opening/1} document a line
   * @param vocabulary the words they are written in
   * @return the market
   * @throws SmaajobException when a document is not as it must be, or an id is there twice
   */
  public static Market fromNdjson(String ndjson, Vocabulary vocabulary) throws SmaajobException {
    return fromNdjson(Text.document(ndjson), vocabulary);
  }

  /**
   * The same from UTF-8.
   *
   * @param ndjson a {@code smaajob.opening/1} document a line
   * @param vocabulary the words they are written in
   * @return the market
   * @throws SmaajobException when a document is not as it must be, or an id is there twice
   */
  public static Market fromNdjson(byte[] ndjson, Vocabulary vocabulary) throws SmaajobException {
    Objects.requireNonNull(ndjson);
    return new Market(vocabulary.handle.get(words -> Native.Market_new_from_ndjson(words, ndjson)), vocabulary);
  }

  /**
   * A market in the built-in words, from a file of any length, of which no more than a part is in memory at a time.
   *
   * @param path where the documents are, one a line
   * @return the market
   * @throws SmaajobException when a document is not as it must be, or an id is there twice; it names the file
   * @throws IOException when the file cannot be read
   */
  public static Market fromPath(Path path) throws SmaajobException, IOException {
    return fromPath(path, Vocabulary.builtIn());
  }

  /**
   * The same from a file of any length, of which no more than a part is in memory at a time.
   *
   * @param path where the documents are
   * @param vocabulary the words they are written in
   * @return the market
   * @throws SmaajobException when a document is not as it must be, or an id is there twice; it names the file
   * @throws IOException when the file cannot be read
   */
  public static Market fromPath(Path path, Vocabulary vocabulary) throws SmaajobException, IOException {
    Objects.requireNonNull(vocabulary);
    return new Market(Reading.fromPath(path, vocabulary, false, Native::Reading_build_market), vocabulary);
  }

  /**
   * A market that was packed with the built-in words, mapped, not read: closing it ends the mapping.
   *
   * @param path a file that {@link #save} or {@link #pack} wrote on a machine of this kind
   * @return the market
   * @throws SmaajobException when it cannot be opened, is of another kind, machine, model or vocabulary, or is damaged; it names
   *     the file
   */
  public static Market openPacked(Path path) throws SmaajobException {
    return openPacked(path, Vocabulary.builtIn());
  }

  /**
   * A packed market, mapped, not read: closing it ends the mapping.
   *
   * @param path a file that {@link #save} or {@link #pack} wrote on a machine of this kind
   * @param vocabulary that it was packed with
   * @return the market
   * @throws SmaajobException when it cannot be opened, is of another kind, machine, model or vocabulary, or is damaged; it names
   *     the file
   */
  public static Market openPacked(Path path, Vocabulary vocabulary) throws SmaajobException {
    String name = path.toString();
    try {
      return new Market(vocabulary.handle.get(words -> Native.Market_new_from_file(words, name)), vocabulary);
    } catch (SmaajobException e) {
      throw e.in(path);
    }
  }

  /**
   * Packs NDJSON in the built-in words into a file, in bounded memory; the first fault ends it.
   *
   * @param from a {@code smaajob.opening/1} document a line
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
   * @param from a {@code smaajob.opening/1} document a line
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
      vocabulary.handle.run(words -> Native.Market_pack_ndjson(words, source, target, work));
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
      handle.run(at -> Native.Market_save(at, name));
    } catch (SmaajobException e) {
      throw e.in(path);
    }
  }

  /** {@return how many openings} */
  public int size() {
    return Math.toIntExact(handle.get(Native::Market_get_n_openings));
  }

  /**
   * The id of one.
   *
   * @param i from 0, in the order they were added
   * @return the id
   */
  public String openingId(int i) {
    return handle.get(at -> Native.Market_get_opening_id_at(at, Objects.checkIndex(i, Native.Market_get_n_openings(at))));
  }

  /**
   * One of them, as an object again.
   *
   * @param i from 0, in the order they were added
   * @return the opening, to be closed
   * @throws SmaajobException when it is damaged, in a packed file
   */
  public Opening opening(int i) throws SmaajobException {
    return Opening.of(handle.get(
        at -> Native.Market_get_opening_at(at, Objects.checkIndex(i, Native.Market_get_n_openings(at)))), vocabulary);
  }

  /** {@return the vocabulary it was made with} */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** {@return its size in bytes when packed, without the openings themselves, their vocabulary and a mapped file} */
  public long sizeBytes() {
    return handle.get(Native::Market_get_size_bytes);
  }

  /** Gives it up; rankings made of it live on. */
  @Override
  public void close() {
    handle.close();
  }

  /** {@return how many} */
  @Override
  public String toString() {
    return "Market[" + size() + "]";
  }
}
