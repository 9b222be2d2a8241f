// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.util.Optional;
import java.util.OptionalDouble;

/** A struct that the native layer gives: its numbers, then its texts, each in the order of the header. */
final class Row {
  private final int[] numbers;
  private final String[] texts;

  Row(Object[] parts) {
    numbers = (int[]) parts[0];
    texts = new String[parts.length - 1];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = Text.of((byte[]) parts[1 + i]);
    }
  }

  Row(int[] numbers) {
    this.numbers = numbers;
    texts = new String[0];
  }

  int number(int i) {
    return numbers[i];
  }

  boolean flag(int i) {
    return numbers[i] != 0;
  }

  <E extends Enum<E>> E word(Class<E> kind, int i) {
    return Words.wordOf(kind, numbers[i]);
  }

  <E extends Enum<E>> Optional<E> optionalWord(Class<E> kind, int i) {
    return numbers[i] == NativeConstants.UNKNOWN ? Optional.empty() : Optional.of(word(kind, i));
  }

  double thousandths(int i) {
    return numbers[i] / 1000.0;
  }

  /** Thousandths that may be unknown. */
  OptionalDouble known(int i) {
    return numbers[i] == NativeConstants.UNKNOWN ? OptionalDouble.empty() : OptionalDouble.of(numbers[i] / 1000.0);
  }

  /** Minutes, as hours, that may be unknown. */
  OptionalDouble hours(int i) {
    return numbers[i] == NativeConstants.UNKNOWN ? OptionalDouble.empty() : OptionalDouble.of(numbers[i] / 60.0);
  }

  String text(int i) {
    return texts[i];
  }

  Optional<String> optional(int i) {
    return Optional.ofNullable(texts[i]);
  }
}
