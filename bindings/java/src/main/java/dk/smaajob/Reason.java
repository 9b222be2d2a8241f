// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.util.Optional;

/**
 * One cause: of a blocker, a task's verdict, the timing, or an attention point.
 *
 * @param code what it is
 * @param subject a concept, condition, gate or member it is about
 * @param task the task it is about
 */
public record Reason(Code code, Optional<String> subject, Optional<String> task) {

  static Reason of(Row row) {
    return new Reason(row.word(Code.class, 0), row.optional(0), row.optional(1));
  }
}
