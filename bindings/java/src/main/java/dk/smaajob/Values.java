// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.util.Collection;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Java's values as the native layer takes them: whole minutes, days as bits, -1 for not stated. What has a meaning
 * only there, such as -1, is refused here; every other check is the library's.
 */
final class Values {
  static final int WEEK = 168;
  static final int MONTH = 728;
  static final int DAY = 24;

  private static final Pattern TIME = Pattern.compile("([0-9]{2}):(00|15|30|45)");
  private static final Pattern INDEX = Pattern.compile("/([0-9]+)(?=/|$)");
  /** Far below a minute and far above what multiplying rounds off: a half stays a half. */
  private static final double TOLERANCE = 1e-9;

  private Values() {}

  /** Minutes a week, or a day; {@code most} says of what: 168 hours a week, 728 a month, 24 a day. */
  static int minutes(OptionalDouble hours, String pointer, int most) throws SmaajobException {
    if (hours.isEmpty()) {
      return NativeConstants.UNKNOWN;
    }
    double number = hours.getAsDouble();
    if (!(number >= 0 && number <= most)) {
      throw fault(pointer, plain(number) + " is outside [0, " + most + "]");
    }
    if (most == MONTH) {
      number = number * 12 / 52;
    }
    return (int) Math.floor(number * 60 + 0.5 + TOLERANCE);
  }

  static int whole(int number, String pointer) throws SmaajobException {
    if (number < 0) {
      throw fault(pointer, number + " is out of range");
    }
    return number;
  }

  static int days(Collection<Day> days, String pointer) throws SmaajobException {
    int bits = 0;
    for (Day day : days) {
      bits |= Words.numberOf(day);
    }
    if (bits == 0) {
      throw fault(pointer + "/days", "no day, expected at least one");
    }
    return bits;
  }

  static int time(String time, String pointer, int least, int most) throws SmaajobException {
    Matcher parts = TIME.matcher(time);
    int minute = parts.matches() ? Integer.parseInt(parts.group(1)) * 60 + Integer.parseInt(parts.group(2)) : -1;
    if (minute < least || minute > most) {
      String expected = "expected a quarter-hour from " + time(least) + " to " + time(most);
      throw fault(pointer, Text.told(time) + ", " + expected);
    }
    return minute;
  }

  /** Minutes after midnight as {@code 08:00}. */
  static String time(int minute) {
    return String.format(java.util.Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
  }

  /** A number as a person writes it, whatever the locale. */
  static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  static SmaajobException fault(String pointer, String found) {
    return fault(ErrorCode.RANGE, pointer, found);
  }

  static SmaajobException fault(ErrorCode code, String pointer, String found) {
    return new SmaajobException(code, path(pointer) + ": " + found, pointer);
  }

  /** A JSON Pointer as messages write it: {@code /needs/2/strength} is {@code needs[2].strength}. */
  static String path(String pointer) {
    return INDEX.matcher(pointer).replaceAll("[$1]").replace('/', '.').replaceFirst("^\\.", "");
  }
}
