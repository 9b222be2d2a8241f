// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.LongStream;

/** What belongs to no object: to match, to score, and to tell of the library itself. */
public final class Engine {
  private Engine() {}

  /** {@return the version of the library} */
  public static String version() {
    return Native.get_version();
  }

  /** {@return the version of the model, which changes when any score can change} */
  public static String modelVersion() {
    return Native.get_model_version();
  }

  /** {@return the languages that there are texts for} */
  public static List<String> languages() {
    return LongStream.range(0, Native.get_n_languages()).mapToObj(Native::get_language_at).toList();
  }

  /**
   * The JSON Schema (2020-12) of a kind of document.
   *
   * @param kind such as {@code citizen}
   * @return the schema, as JSON
   * @throws SmaajobException when there is no such kind
   */
  public static String schema(String kind) throws SmaajobException {
    Objects.requireNonNull(kind);
    String schema = Native.get_schema(kind);
    if (schema == null) {
      String fault = Text.told(kind) + " is no kind of document, expected citizen, opening, policy, vocabulary, match,"
          + " explanation, record or difference";
      throw new SmaajobException(ErrorCode.ARGUMENT, fault, "");
    }
    return schema;
  }

  /**
   * Matches a citizen and an opening in full, with the default policy.
   *
   * @param citizen the citizen
   * @param opening the opening, made with the same vocabulary
   * @return the match
   * @throws SmaajobException when the two do not belong together
   */
  public static Match match(Citizen citizen, Opening opening) throws SmaajobException {
    return match(citizen, opening, Policy.defaults(), OptionalInt.empty());
  }

  /**
   * Matches a citizen and an opening in full.
   *
   * @param citizen the citizen
   * @param opening the opening, made with the same vocabulary
   * @param policy what to match with
   * @return the match
   * @throws SmaajobException when the two do not belong together
   */
  public static Match match(Citizen citizen, Opening opening, Policy policy) throws SmaajobException {
    return match(citizen, opening, policy, OptionalInt.empty());
  }

  /**
   * Matches a citizen and an opening in full.
   *
   * @param citizen the citizen
   * @param opening the opening, made with the same vocabulary
   * @param policy what to match with
   * @param travelMinutes each way; it replaces what the two locations would say
   * @return the match
   * @throws SmaajobException when the two do not belong together, or the minutes are out of range
   */
  public static Match match(Citizen citizen, Opening opening, Policy policy, OptionalInt travelMinutes)
      throws SmaajobException {
    Objects.requireNonNull(opening);
    Objects.requireNonNull(policy);
    int travel = minutes(travelMinutes);
    return Match.of(citizen.handle.get(c ->
        opening.handle.get(o -> policy.handle.get(p -> Native.new_Match(c, o, travel, p)))));
  }

  /**
   * The verdict and numbers of a match alone, in a fraction of its time, with the default policy.
   *
   * @param citizen the citizen
   * @param opening the opening, made with the same vocabulary
   * @return the score
   * @throws SmaajobException when the two do not belong together
   */
  public static Score score(Citizen citizen, Opening opening) throws SmaajobException {
    return score(citizen, opening, Policy.defaults(), OptionalInt.empty());
  }

  /**
   * The verdict and numbers of a match alone, in a fraction of its time.
   *
   * @param citizen the citizen
   * @param opening the opening, made with the same vocabulary
   * @param policy what to score with
   * @param travelMinutes each way; it replaces what the two locations would say
   * @return the score
   * @throws SmaajobException when the two do not belong together, or the minutes are out of range
   */
  public static Score score(Citizen citizen, Opening opening, Policy policy, OptionalInt travelMinutes)
      throws SmaajobException {
    Objects.requireNonNull(opening);
    Objects.requireNonNull(policy);
    int travel = minutes(travelMinutes);
    return Score.of(citizen.handle.get(c ->
        opening.handle.get(o -> policy.handle.get(p -> Native.score(c, o, travel, p)))));
  }

  private static int minutes(OptionalInt travel) throws SmaajobException {
    return travel.isEmpty() ? NativeConstants.UNKNOWN : Values.whole(travel.getAsInt(), "/travel_minutes");
  }
}
