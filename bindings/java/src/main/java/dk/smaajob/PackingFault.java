// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.util.Optional;

/**
 * Told of a line that is at fault, on the thread that called for the packing.
 *
 * <p>What it throws ends the work, and comes out of the call.
 */
@FunctionalInterface
public interface PackingFault {
  /**
   * A line is at fault.
   *
   * @param fault what is wrong, and where
   * @param line the document; empty when another has its id already, which is known only at the end
   * @return true to leave it out and go on; false to end with this fault
   */
  boolean leaveOut(SmaajobException fault, Optional<String> line);
}
