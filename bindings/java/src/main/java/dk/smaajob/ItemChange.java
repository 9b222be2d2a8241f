// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One comparison, as each match has it; empty when it does not make it.
 *
 * @param criterion of which criterion
 * @param subject a concept, condition, sector or member
 * @param task empty when it is about the whole opening
 * @param before as the first match has it
 * @param after as the second match has it
 * @param change what it adds to the change of potential; empty without a sum
 */
public record ItemChange(
    CriterionId criterion,
    String subject,
    Optional<String> task,
    Optional<Item> before,
    Optional<Item> after,
    OptionalDouble change) {
}
