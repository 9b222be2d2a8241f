// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.util.Objects;
import java.util.Optional;

/**
 * Something about work that matters to health.
 *
 * @param id its id
 * @param kind what area of life it belongs to
 * @param type how it is measured
 * @param unit such as {@code kg}
 * @param labelDa what it is called in Danish
 * @param labelEn what it is called in English
 * @param icf ICF code of reference
 * @param onet O*NET element of reference
 */
public record Condition(
    String id,
    Kind kind,
    ConditionType type,
    Optional<String> unit,
    Optional<String> labelDa,
    Optional<String> labelEn,
    Optional<String> icf,
    Optional<String> onet) {

  /**
   * Nothing of it is null.
   *
   * @param id its id
   * @param kind what area of life it belongs to
   * @param type how it is measured
   * @param unit such as {@code kg}
   * @param labelDa what it is called in Danish
   * @param labelEn what it is called in English
   * @param icf ICF code of reference
   * @param onet O*NET element of reference
   */
  public Condition {
    Objects.requireNonNull(id);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(type);
    Objects.requireNonNull(unit);
    Objects.requireNonNull(labelDa);
    Objects.requireNonNull(labelEn);
    Objects.requireNonNull(icf);
    Objects.requireNonNull(onet);
  }

  static Condition of(Row row) {
    return new Condition(row.text(0), row.word(Kind.class, 0), row.word(ConditionType.class, 1), row.optional(1),
        row.optional(2), row.optional(3), row.optional(4), row.optional(5));
  }
}
