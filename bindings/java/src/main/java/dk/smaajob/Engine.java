// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.nio.file.Path;
import java.util.ArrayList;
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
   * What a file is said to be by its first bytes.
   *
   * @param path where
   * @return what it holds; none when it cannot be read
   * @throws SmaajobException when the path is not whole text
   */
  public static PackedKind packedKind(Path path) throws SmaajobException {
    return Words.wordOf(PackedKind.class, Native.packed_get_kind(path.toString()));
  }

  /**
   * Checks all of a packed file, every object in it.
   *
   * @param path where
   * @param vocabulary that it was packed with
   * @throws SmaajobException when it is not whole; its pointer is the number of the object, such as {@code /17}
   */
  public static void checkPacked(Path path, Vocabulary vocabulary) throws SmaajobException {
    String name = path.toString();
    try {
      vocabulary.handle.run(words -> Native.packed_check(words, name));
    } catch (SmaajobException e) {
      throw e.in(path);
    }
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

  /**
   * The scores of citizens with every opening of a market, in one call; travel goes by the two locations.
   *
   * @param caseload the citizens
   * @param market openings of the same vocabulary
   * @param options which citizens, and how
   * @return a row for each citizen
   * @throws SmaajobException when the two do not belong together, an option is out of range, a packed file is damaged,
   *     there is no memory, or it was stopped
   */
  public static Scores score(Caseload caseload, Market market, ScoresOptions options) throws SmaajobException {
    Scores scores = new Scores(Values.whole(options.count(), "/count"), market.size());
    score(caseload, market, options, scores);
    return scores;
  }

  /**
   * The same into memory that is there; after a fault, or when it was stopped, it is not to be used.
   *
   * @param caseload the citizens
   * @param market openings of the same vocabulary
   * @param options which citizens, and how
   * @param scores a row for each citizen, a place for each opening
   * @throws SmaajobException when the two do not belong together, an option is out of range, a packed file is damaged,
   *     there is no memory, or it was stopped
   */
  public static void score(Caseload caseload, Market market, ScoresOptions options, Scores scores)
      throws SmaajobException {
    if (scores.citizens() != options.count() || scores.openings() != market.size()) {
      throw new SmaajobException(ErrorCode.ARGUMENT, "scores: room for " + scores.citizens() + " × " + scores.openings()
          + ", expected " + options.count() + " × " + market.size(), "");
    }
    long first = Values.whole(options.first(), "/first");
    long threads = Values.whole(options.threads(), "/threads");
    LongWork work = LongWork.of(options.progress());
    caseload.handle.run(c -> market.handle.run(m -> options.policy().handle.run(
        p -> Native.score_citizens(c, m, p, first, options.count(), threads, scores.buffer(), work))));
  }

  /**
   * The best openings of a market for one citizen; travel goes by the two locations.
   *
   * @param citizen the citizen
   * @param market openings of the same vocabulary
   * @param options how
   * @return the ranking
   * @throws SmaajobException when the two do not belong together, an option is out of range, a packed file is damaged,
   *     or it was stopped
   */
  public static Ranking rank(Citizen citizen, Market market, RankingOptions options) throws SmaajobException {
    Objects.requireNonNull(market);
    long top = options.most();
    LongWork work = LongWork.of(options.progress());
    return Ranking.of(citizen.handle.get(c -> market.handle.get(m -> options.policy().handle.get(
        p -> Native.Ranking_new_for_citizen(c, m, p, top, options.countBlockers(), work)))));
  }

  /**
   * The best citizens of a caseload for one opening; travel goes by the two locations.
   *
   * @param opening the opening
   * @param caseload citizens of the same vocabulary
   * @param options how
   * @return the ranking
   * @throws SmaajobException when the two do not belong together, an option is out of range, a packed file is damaged,
   *     or it was stopped
   */
  public static Ranking rank(Opening opening, Caseload caseload, RankingOptions options) throws SmaajobException {
    Objects.requireNonNull(caseload);
    long top = options.most();
    LongWork work = LongWork.of(options.progress());
    return Ranking.of(opening.handle.get(o -> caseload.handle.get(c -> options.policy().handle.get(
        p -> Native.Ranking_new_for_opening(o, c, p, top, options.countBlockers(), work)))));
  }

  /**
   * The best openings for each citizen of a caseload, handed over one by one, in memory that does not grow with them.
   *
   * @param <E> what the receiver may throw
   * @param caseload the citizens
   * @param market openings of the same vocabulary
   * @param options how
   * @param receiver takes each ranking, on this thread
   * @throws SmaajobException when the two do not belong together, an option is out of range, a packed file is damaged,
   *     or it was stopped
   * @throws E what the receiver threw
   */
  public static <E extends Exception> void rankCitizens(
      Caseload caseload, Market market, RankingOptions options, RankingReceiver<E> receiver)
      throws SmaajobException, E {
    Objects.requireNonNull(market);
    long top = options.most();
    long threads = options.hands();
    LongWork work = LongWork.of(options.progress(), receiver);
    caseload.handle.run(c -> market.handle.run(m -> options.policy().handle.run(
        p -> Native.rank_citizens(c, m, p, top, threads, options.countBlockers(), work))));
  }

  /**
   * The best openings for each citizen of a caseload.
   *
   * @param caseload the citizens
   * @param market openings of the same vocabulary
   * @param options how
   * @return a ranking for each, to be closed
   * @throws SmaajobException when the two do not belong together, an option is out of range, a packed file is damaged,
   *     or it was stopped
   */
  public static List<Ranking> rankCitizens(Caseload caseload, Market market, RankingOptions options)
      throws SmaajobException {
    List<Ranking> rankings = new ArrayList<>();
    rankCitizens(caseload, market, options, (RankingReceiver<RuntimeException>) rankings::add);
    return rankings;
  }

  /**
   * The best citizens for each opening of a market, handed over one by one, in memory that does not grow with them.
   *
   * @param <E> what the receiver may throw
   * @param market the openings
   * @param caseload citizens of the same vocabulary
   * @param options how
   * @param receiver takes each ranking, on this thread
   * @throws SmaajobException when the two do not belong together, an option is out of range, a packed file is damaged,
   *     or it was stopped
   * @throws E what the receiver threw
   */
  public static <E extends Exception> void rankOpenings(
      Market market, Caseload caseload, RankingOptions options, RankingReceiver<E> receiver)
      throws SmaajobException, E {
    Objects.requireNonNull(caseload);
    long top = options.most();
    long threads = options.hands();
    LongWork work = LongWork.of(options.progress(), receiver);
    market.handle.run(m -> caseload.handle.run(c -> options.policy().handle.run(
        p -> Native.rank_openings(m, c, p, top, threads, options.countBlockers(), work))));
  }

  /**
   * The best citizens for each opening of a market.
   *
   * @param market the openings
   * @param caseload citizens of the same vocabulary
   * @param options how
   * @return a ranking for each, to be closed
   * @throws SmaajobException when the two do not belong together, an option is out of range, a packed file is damaged,
   *     or it was stopped
   */
  public static List<Ranking> rankOpenings(Market market, Caseload caseload, RankingOptions options)
      throws SmaajobException {
    List<Ranking> rankings = new ArrayList<>();
    rankOpenings(market, caseload, options, (RankingReceiver<RuntimeException>) rankings::add);
    return rankings;
  }

  private static int minutes(OptionalInt travel) throws SmaajobException {
    return travel.isEmpty() ? NativeConstants.UNKNOWN : Values.whole(travel.getAsInt(), "/travel_minutes");
  }
}
