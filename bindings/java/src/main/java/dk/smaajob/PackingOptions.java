// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.util.Objects;

/**
 * How to pack documents into a file.
 *
 * @param fault told of a line that is at fault
 * @param progress told how far the work has come
 */
public record PackingOptions(PackingFault fault, PackingProgress progress) {

  /**
   * Nothing of it is null.
   *
   * @param fault told of a line that is at fault
   * @param progress told how far the work has come
   */
  public PackingOptions {
    Objects.requireNonNull(fault);
    Objects.requireNonNull(progress);
  }

  /** {@return options by which the first fault ends the work} */
  public static PackingOptions strict() {
    return new PackingOptions((fault, line) -> false, (done, all, documents) -> true);
  }

  /**
   * Told of each line that is at fault.
   *
   * @param fault says whether to leave it out
   * @return new options
   */
  public PackingOptions withFault(PackingFault fault) {
    return new PackingOptions(fault, progress);
  }

  /**
   * Told how far the work has come.
   *
   * @param progress called on the thread that calls for the work
   * @return new options
   */
  public PackingOptions withProgress(PackingProgress progress) {
    return new PackingOptions(fault, progress);
  }
}
