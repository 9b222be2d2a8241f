// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A record: what a match was made of, when and by whom, and what a professional made of it, so that it can be made
 * again and found to be the same.
 *
 * <p>It holds no free text. Keep its bytes as they are: its digest is over them. Immutable, and safe to share
 * between threads.
 */
public final class MatchRecord implements AutoCloseable {
  private static final int LIMIT = 4 * Text.MIB;

  private final Handle handle;

  private MatchRecord(long address) {
    handle = Handle.shared(address, Native::delete_Record);
  }

  /**
   * A record of a match that stands as it is, with the citizen and the opening in it.
   *
   * @param match the match
   * @param time RFC 3339 with Z or an offset, such as {@code 2026-11-22T14:00:00Z}
   * @param actor the id of whoever had the match made
   * @return the record
   * @throws SmaajobException when it is not as it must be
   */
  public static MatchRecord of(Match match, String time, String actor) throws SmaajobException {
    return of(match, time, actor, false, Optional.empty());
  }

  /**
   * A record of a match.
   *
   * @param match the match
   * @param time RFC 3339 with Z or an offset, such as {@code 2026-11-22T14:00:00Z}
   * @param actor the id of whoever had the match made
   * @param digestsOnly whether the citizen and the opening stay out; whoever replays gives them
   * @param decision what a professional decided instead
   * @return the record
   * @throws SmaajobException when it is not as it must be
   */
  public static MatchRecord of(Match match, String time, String actor, boolean digestsOnly,
      Optional<Decision> decision) throws SmaajobException {
    Objects.requireNonNull(time);
    Objects.requireNonNull(actor);
    int verdict = Decision.number(decision.flatMap(Decision::verdict));
    int advice = Decision.number(decision.flatMap(Decision::advice));
    String reason = decision.map(Decision::reason).orElse(null);
    String by = decision.map(Decision::actor).orElse(null);
    return new MatchRecord(match.handle.get(at ->
        Native.new_Record(at, time, actor, digestsOnly, verdict, advice, reason, by)));
  }

  /**
   * A record from a document.
   *
   * @param json a {@code smaajob.record/1} document
   * @return the record
   * @throws SmaajobException when the document is not as it must be, or was changed
   */
  public static MatchRecord fromJson(String json) throws SmaajobException {
    return fromJson(Text.document(json));
  }

  /**
   * The same from UTF-8.
   *
   * @param json a {@code smaajob.record/1} document
   * @return the record
   * @throws SmaajobException when the document is not as it must be, or was changed
   */
  public static MatchRecord fromJson(byte[] json) throws SmaajobException {
    return new MatchRecord(Native.Record_new_from_json(json));
  }

  /**
   * The same from a file of at most 4 MiB.
   *
   * @param path where the document is
   * @return the record
   * @throws SmaajobException when the document is not as it must be, or was changed; it names the file
   * @throws IOException when the file cannot be read
   */
  public static MatchRecord fromPath(Path path) throws SmaajobException, IOException {
    byte[] json = Text.read(path, LIMIT);
    try {
      return fromJson(json);
    } catch (SmaajobException e) {
      throw e.in(path);
    }
  }

  /**
   * Scores it again, with the citizen and the opening in it.
   *
   * @param vocabulary the words
   * @return the new match; {@link Difference} says what differs
   * @throws SmaajobException when they are not in it, or the vocabulary lacks a word
   */
  public Match replay(Vocabulary vocabulary) throws SmaajobException {
    return Match.of(handle.get(at -> vocabulary.handle.get(v -> Native.Record_replay(at, v, 0, 0))));
  }

  /**
   * Scores it again, with a citizen and an opening given.
   *
   * @param citizen the citizen
   * @param opening the opening, made with the same vocabulary
   * @return the new match; {@link Difference} says what differs
   * @throws SmaajobException when the two do not belong together, or the vocabulary lacks a word
   */
  public Match replay(Citizen citizen, Opening opening) throws SmaajobException {
    Objects.requireNonNull(opening);
    Vocabulary words = citizen.vocabulary();
    return Match.of(handle.get(at -> words.handle.get(v -> citizen.handle.get(c ->
        opening.handle.get(o -> Native.Record_replay(at, v, c, o))))));
  }

  /**
   * The match in it.
   *
   * @return the document, {@code smaajob.match/1}
   * @throws SmaajobException when there is no memory
   */
  public String matchToJson() throws SmaajobException {
    return handle.get(Native::Record_match_to_json);
  }

  /**
   * A document in it.
   *
   * @param source which
   * @return the document
   * @throws SmaajobException when only its digest is there
   */
  public String sourceToJson(Source source) throws SmaajobException {
    int number = Words.numberOf(source);
    return handle.get(at -> Native.Record_source_to_json(at, number));
  }

  /** {@return whether the citizen and the opening are in it whole} */
  public boolean isWhole() {
    return handle.get(Native::Record_is_whole);
  }

  /**
   * The digest of a document the match was made of.
   *
   * @param source which
   * @return its digest
   */
  public String sourceDigest(Source source) {
    int number = Words.numberOf(source);
    return handle.get(at -> Native.Record_get_source_digest(at, number));
  }

  /** {@return the digest of the record itself} */
  public String digest() {
    return handle.get(Native::Record_get_digest);
  }

  /** {@return the version of the library that made the match} */
  public String engineVersion() {
    return handle.get(Native::Record_get_engine_version);
  }

  /** {@return the version of the model that made the match} */
  public String modelVersion() {
    return handle.get(Native::Record_get_model_version);
  }

  /** {@return when, as the caller said} */
  public String time() {
    return handle.get(Native::Record_get_time);
  }

  /** {@return the id of whoever had the match made} */
  public String actor() {
    return handle.get(Native::Record_get_actor);
  }

  /** {@return the citizen's id} */
  public String citizenId() {
    return handle.get(Native::Record_get_citizen_id);
  }

  /** {@return the opening's id} */
  public String openingId() {
    return handle.get(Native::Record_get_opening_id);
  }

  /** {@return minutes of travel each way that the caller gave} */
  public OptionalInt travelMinutes() {
    int minutes = handle.get(Native::Record_get_travel_minutes);
    return minutes == NativeConstants.UNKNOWN ? OptionalInt.empty() : OptionalInt.of(minutes);
  }

  /** {@return what a professional decided instead; empty when the match stands as it is} */
  public Optional<Decision> decision() {
    return handle.get(at -> Decision.of(Native.Record_get_override(at)));
  }

  /**
   * The record as canonical JSON: the same bytes for ever.
   *
   * @return the document
   * @throws SmaajobException when there is no memory
   */
  public String toJson() throws SmaajobException {
    return handle.get(Native::Record_to_json);
  }

  /** Gives it up; what was made of it lives on. */
  @Override
  public void close() {
    handle.close();
  }
}
