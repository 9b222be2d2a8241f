// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

/**
 * Told how far long work has come, on the thread that called for it.
 *
 * <p>What it throws ends the work, and comes out of the call.
 */
@FunctionalInterface
public interface Progress {
  /**
   * Told now and then, and at the end.
   *
   * @param done pairs decided so far
   * @param all of so many
   * @return false to stop: the call ends with {@link ErrorCode#CANCELLED}
   */
  boolean progress(long done, long all);
}
