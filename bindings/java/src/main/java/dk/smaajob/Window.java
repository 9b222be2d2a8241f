// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.util.Collection;

/** A time in the week as the native layer takes it: days as bits, minutes after midnight. */
record Window(int days, int from, int to) {
  static Window of(Collection<Day> days, String from, String to, String pointer) throws SmaajobException {
    return new Window(Values.days(days, pointer), Values.time(from, pointer + "/from", 0, 1425),
        Values.time(to, pointer + "/to", 15, 1440));
  }
}
