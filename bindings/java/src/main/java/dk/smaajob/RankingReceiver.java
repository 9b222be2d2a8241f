// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

/**
 * Receives rankings one by one, in the order of those ranked for, on the thread that called for them.
 *
 * @param <E> what it may throw, which ends the work and comes out of the call
 */
@FunctionalInterface
public interface RankingReceiver<E extends Exception> {
  /**
   * A ranking is ready.
   *
   * @param ranking the receiver's own, to be closed
   * @return false to stop: the call ends with {@link ErrorCode#CANCELLED}
   * @throws E what it may throw
   */
  boolean receive(Ranking ranking) throws E;
}
