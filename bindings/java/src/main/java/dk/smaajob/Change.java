// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.util.OptionalDouble;

/**
 * One change, by whom it is to make.
 *
 * @param by whose it is to make
 * @param code what to change
 * @param subject the concept, condition, member or task it is about
 * @param from level, exposure, provision or hours a week; of a term 0 is no; empty when not known or without a number
 * @param to the same afterwards; of a term 1 is yes
 */
public record Change(Actor by, Code code, String subject, OptionalDouble from, OptionalDouble to) {

  static Change of(Row row) {
    return new Change(row.word(Actor.class, 0), row.word(Code.class, 1), row.text(0), row.known(2), row.known(3));
  }
}
