// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.util.Locale;

/** Between the enums and the native layer's numbers; a test holds every constant of the library against them. */
final class Words {
  private Words() {}

  static String nameOf(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  /** The native number: the place in the list, but for days, which are bits, and lists that begin with "none". */
  static int numberOf(Enum<?> word) {
    if (word instanceof Day) {
      return 1 << word.ordinal();
    }
    return word.ordinal() + first(word.getDeclaringClass());
  }

  static <E extends Enum<E>> E wordOf(Class<E> kind, int number) {
    E[] words = kind.getEnumConstants();
    int place = kind == Day.class ? Integer.numberOfTrailingZeros(number) : number - first(kind);
    if (place < 0 || place >= words.length) {
      throw new IllegalStateException(kind.getSimpleName() + " has no number " + number);
    }
    return words[place];
  }

  private static int first(Class<?> kind) {
    return kind == Code.class || kind == ErrorCode.class ? 1 : 0;
  }
}
