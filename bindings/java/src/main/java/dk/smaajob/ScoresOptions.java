// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.util.Objects;

/**
 * How to score many pairs, such as {@code ScoresOptions.of(0, 100).withThreads(4)}.
 *
 * @param first number in the caseload of the first citizen to score
 * @param count how many citizens to score
 * @param policy what to score with
 * @param threads how many may work; results do not depend on it
 * @param progress told how far the work has come
 */
public record ScoresOptions(int first, int count, Policy policy, int threads, Progress progress) {

  /**
   * Nothing of it is null.
   *
   * @param first number in the caseload of the first citizen to score
   * @param count how many citizens to score
   * @param policy what to score with
   * @param threads how many may work; results do not depend on it
   * @param progress told how far the work has come
   */
  public ScoresOptions {
    Objects.requireNonNull(policy);
    Objects.requireNonNull(progress);
  }

  /**
   * Some citizens, by the default policy, on the caller's thread alone.
   *
   * @param first number in the caseload of the first of them
   * @param count how many
   * @return the options
   */
  public static ScoresOptions of(int first, int count) {
    return new ScoresOptions(first, count, Policy.defaults(), 1, (done, all) -> true);
  }

  /**
   * By another policy.
   *
   * @param policy what to score with
   * @return new options
   */
  public ScoresOptions withPolicy(Policy policy) {
    return new ScoresOptions(first, count, policy, threads, progress);
  }

  /**
   * With more threads, which change no result.
   *
   * @param threads at most 256
   * @return new options
   */
  public ScoresOptions withThreads(int threads) {
    return new ScoresOptions(first, count, policy, threads, progress);
  }

  /**
   * Told how far the work has come.
   *
   * @param progress called on the thread that calls for the work
   * @return new options
   */
  public ScoresOptions withProgress(Progress progress) {
    return new ScoresOptions(first, count, policy, threads, progress);
  }
}
