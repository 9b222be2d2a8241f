// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

/**
 * What two matches have in common: what made them, what they were made of, what came of it.
 *
 * @param all everything below
 * @param engine the version of the library
 * @param model the version of the model
 * @param citizen the citizen, by its digest
 * @param opening the opening, by its digest
 * @param policy the policy, by its digest
 * @param vocabulary the vocabulary, by its digest
 * @param result all the rest of the match, byte by byte
 */
public record Same(
    boolean all,
    boolean engine,
    boolean model,
    boolean citizen,
    boolean opening,
    boolean policy,
    boolean vocabulary,
    boolean result) {

  static Same of(Row row) {
    return new Same(row.flag(0), row.flag(1), row.flag(2), row.flag(3), row.flag(4), row.flag(5), row.flag(6), row.flag(7));
  }
}
