// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

  /** {@return how many have no score, by verdict: the blocked, and those of whom nothing is known} */
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
