// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One thing that is said.
 *
 * @param section where it stands
 * @param depth 1 when it belongs to the last paragraph of depth 0, else 0
 * @param code what kind of thing, such as {@code paid_now}
 * @param subject a concept, condition, gate, member or criterion
 * @param task a task
 * @param text the sentence, in the language of the explanation
 * @param values the numbers behind it: in thousandths, times in minutes; empty when unknown
 */
public record Paragraph(
    Section section,
    int depth,
    String code,
    Optional<String> subject,
    Optional<String> task,
    String text,
    Map<String, OptionalInt> values) {

  static Paragraph of(Row row, Map<String, OptionalInt> values) {
    return new Paragraph(row.word(Section.class, 0), row.number(1), row.text(0), row.optional(1), row.optional(2),
        row.text(3), values);
  }
}
