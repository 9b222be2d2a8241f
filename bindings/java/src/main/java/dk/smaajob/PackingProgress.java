// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

/**
 * Told how far packing has come, on the thread that called for it.
 *
 * <p>What it throws ends the work, and comes out of the call.
 */
@FunctionalInterface
public interface PackingProgress {
  /**
   * Told every few thousand lines.
   *
   * @param done bytes read
   * @param all of so many; 0 when nobody knows
   * @param documents that were good
   * @return false to stop: the call ends with {@link ErrorCode#CANCELLED}
   */
  boolean progress(long done, long all, long documents);
}
