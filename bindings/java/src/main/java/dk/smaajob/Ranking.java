// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;

/**
 * The best openings of one citizen, or the best citizens for one opening; exact.
 *
 * <p>Ranked are the pairs that have a score: the highest score first, then the better verdict, then the id.
 * Immutable, and safe to share between threads; it keeps alive what it ranks. What it gives are plain values, read
 * anew at each call, that live on when it is closed.
 */
public final class Ranking implements AutoCloseable {
  final Handle handle;

  private Ranking(long address) {
    handle = Handle.shared(address, Native::delete_Ranking);
  }

  static Ranking of(long address) {
    return new Ranking(address);
  }

  /** {@return the id of the citizen or opening it is for} */
  public String id() {
    return handle.get(Native::Ranking_get_id);
  }

  /** {@return those kept, the best first} */
  public List<Ranked> ranked() {
    return handle.get(at -> Vocabulary.list(Native.Ranking_get_n_ranked(at),
        i -> Ranked.of(Native.Ranking_get_ranked_at(at, i))));
  }

  /** {@return how many pairs were decided: all openings of the market, or all citizens of the caseload} */
  public long pairs() {
    return handle.get(Native::Ranking_get_n_pairs);
  }

  /** {@return how many of them had to be scored to decide that, a measure of the work} */
  public long scored() {
    return handle.get(Native::Ranking_get_n_scored);
  }

  /**
   * {@return how many have no score, by verdict: the blocked, and those of whom nothing is known; empty when blockers
   * were not counted}
   */
  public Map<Verdict, Long> withoutScore() {
    return handle.get(at -> counts(Verdict.class,
        verdict -> Native.Ranking_get_n_without_score(at, Words.numberOf(verdict))));
  }

  /** {@return how many come to which verdict, with a score or without; empty when blockers were not counted} */
  public Map<Verdict, Long> withVerdict() {
    return handle.get(at -> counts(Verdict.class,
        verdict -> Native.Ranking_get_n_with_verdict(at, Words.numberOf(verdict))));
  }

  /** {@return how many are blocked by what, of which a pair can have several; empty when it was not counted} */
  public Map<Code, Long> blockedBy() {
    return handle.get(at -> counts(Code.class, code -> Native.Ranking_get_n_blocked_by(at, Words.numberOf(code))));
  }

  /**
   * The ranking of a market in which one opening is not what it was: the same as ranking it anew, and mostly only that
   * opening is scored.
   *
   * @param citizen the one that this ranking is for
   * @param market as it is now; all other openings are what they were, in their order
   * @param renewal what became of the opening
   * @param number of the opening: in the market as it is now or, of one that is removed, as it was
   * @param options how; the policy that this ranking was made with
   * @return the ranking
   * @throws SmaajobException when they do not belong together, an option is out of range, or it was stopped
   */
  public Ranking renewed(Citizen citizen, Market market, Renewal renewal, int number, RankingOptions options)
      throws SmaajobException {
    Objects.requireNonNull(market);
    int kind = Words.numberOf(renewal);
    long at = Values.whole(number, "/number");
    long top = options.most();
    LongWork work = LongWork.of(options.progress());
    return of(handle.get(previous -> citizen.handle.get(c -> market.handle.get(m -> options.policy().handle.get(
        p -> Native.Ranking_new_renewed(previous, c, m, kind, at, p, top, options.countBlockers(), work))))));
  }

  private static <E extends Enum<E>> Map<E, Long> counts(Class<E> kind, ToLongFunction<E> count) {
    Map<E, Long> counts = new EnumMap<>(kind);
    for (E word : kind.getEnumConstants()) {
      long n = count.applyAsLong(word);
      if (n > 0) {
        counts.put(word, n);
      }
    }
    return counts;
  }

  /** Gives it up; what was read of it lives on. */
  @Override
  public void close() {
    handle.close();
  }

  /** {@return for whom} */
  @Override
  public String toString() {
    return "Ranking[" + id() + "]";
  }
}
