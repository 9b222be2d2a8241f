// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.util.Objects;
import java.util.Optional;

/**
 * A gate or a competence concept, and what it is called.
 *
 * @param id its id
 * @param labelDa what it is called in Danish
 * @param labelEn what it is called in English
 */
public record Label(String id, Optional<String> labelDa, Optional<String> labelEn) {

  /**
   * Nothing of it is null.
   *
   * @param id its id
   * @param labelDa what it is called in Danish
   * @param labelEn what it is called in English
   */
  public Label {
    Objects.requireNonNull(id);
    Objects.requireNonNull(labelDa);
    Objects.requireNonNull(labelEn);
  }

  static Label of(Row row) {
    return new Label(row.text(0), row.optional(1), row.optional(2));
  }
}
