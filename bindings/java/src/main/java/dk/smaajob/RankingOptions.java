// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.util.Objects;

/**
 * How to rank, such as {@code RankingOptions.top(10).withThreads(4)}.
 *
 * @param top keep at most so many; 0 keeps none
 * @param policy what to score with
 * @param threads how many may work; results do not depend on it
 * @param countBlockers whether to count every pair's verdict, those without a score, and what blocks the blocked,
 *     which takes longer
 * @param progress told how far the work has come
 */
public record RankingOptions(int top, Policy policy, int threads, boolean countBlockers, Progress progress) {

  /**
   * Nothing of it is null.
   *
   * @param top keep at most so many; 0 keeps none
   * @param policy what to score with
   * @param threads how many may work; results do not depend on it
   * @param countBlockers whether to count every pair's verdict, those without a score, and what blocks the blocked,
   *     which takes longer
   * @param progress told how far the work has come
   */
  public RankingOptions {
    Objects.requireNonNull(policy);
    Objects.requireNonNull(progress);
  }

  /**
   * The best so many, by the default policy, on the caller's thread alone.
   *
   * @param top keep at most so many
   * @return the options
   */
  public static RankingOptions top(int top) {
    return new RankingOptions(top, Policy.defaults(), 1, false, (done, all) -> true);
  }

  /**
   * By another policy.
   *
   * @param policy what to score with
   * @return new options
   */
  public RankingOptions withPolicy(Policy policy) {
    return new RankingOptions(top, policy, threads, countBlockers, progress);
  }

  /**
   * With more threads, which change no result.
   *
   * @param threads at most 256
   * @return new options
   */
  public RankingOptions withThreads(int threads) {
    return new RankingOptions(top, policy, threads, countBlockers, progress);
  }

  /** {@return new options, that count verdicts, pairs without a score, and what blocks the blocked} */
  public RankingOptions countingBlockers() {
    return new RankingOptions(top, policy, threads, true, progress);
  }

  /**
   * Told how far the work has come.
   *
   * @param progress called on the thread that calls for the work
   * @return new options
   */
  public RankingOptions withProgress(Progress progress) {
    return new RankingOptions(top, policy, threads, countBlockers, progress);
  }

  long most() throws SmaajobException {
    return Values.whole(top, "/top");
  }

  long hands() throws SmaajobException {
    return Values.whole(threads, "/threads");
  }
}
