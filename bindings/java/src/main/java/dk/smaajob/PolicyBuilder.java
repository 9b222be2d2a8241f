// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.util.Collection;
import java.util.Objects;

/** A policy in the making, that holds every default; for one thread at a time. */
public final class PolicyBuilder implements AutoCloseable {
  private final Handle handle;
  private int windows;

  /**
   * With every default.
   *
   * @throws SmaajobException when there is no memory
   */
  public PolicyBuilder() throws SmaajobException {
    handle = Handle.exclusive(Native.new_PolicyBuilder(), Native::delete_PolicyBuilder);
  }

  /**
   * Sets a number.
   *
   * @param pointer such as {@code /weights/wish}
   * @param value the number
   * @return this
   * @throws SmaajobException when there is no such number, or it is out of range
   */
  public PolicyBuilder setNumber(String pointer, double value) throws SmaajobException {
    Objects.requireNonNull(pointer);
    handle.run(at -> Native.PolicyBuilder_set_number(at, pointer, value));
    return this;
  }

  /**
   * Empties the ordinary week, to be added anew; left empty, nothing is planned in it.
   *
   * @return this
   * @throws SmaajobException when there is no memory
   */
  public PolicyBuilder clearWindows() throws SmaajobException {
    handle.run(Native::PolicyBuilder_clear_windows);
    windows = 0;
    return this;
  }

  /**
   * Adds to the week in which is planned when neither side has said when.
   *
   * @param days one or more
   * @param from such as {@code 08:00}, on a quarter-hour
   * @param to such as {@code 12:00}, at most {@code 24:00}
   * @return this
   * @throws SmaajobException when it is not as it must be
   */
  public PolicyBuilder addWindow(Collection<Day> days, String from, String to) throws SmaajobException {
    Window window = Window.of(days, from, to, "/ordinary_week/" + windows);
    handle.run(at -> Native.PolicyBuilder_add_window(at, window.days(), window.from(), window.to()));
    windows++;
    return this;
  }

  /**
   * The checked policy; the builder may be used on.
   *
   * @return a policy
   * @throws SmaajobException when the weights do not sum to 1
   */
  public Policy build() throws SmaajobException {
    return Policy.of(handle.get(Native::PolicyBuilder_build));
  }

  /** Gives up the builder; what it built lives on. */
  @Override
  public void close() {
    handle.close();
  }
}
