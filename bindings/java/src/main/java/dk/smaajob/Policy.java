// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A policy: the weights, shares, priors and thresholds that a score and its advice are made with.
 *
 * <p>A number is addressed by the JSON Pointer of its place in a {@code smaajob.policy/1} document. Immutable, and
 * safe to share between threads.
 */
public final class Policy implements AutoCloseable {
  /** Made when it is first asked for, once for the whole process. */
  private static final class Defaults {
    static final Policy IT = make();

    private static Policy make() {
      try {
        return new Policy(Native.new_Policy(), false);
      } catch (SmaajobException e) {
        throw (OutOfMemoryError) new OutOfMemoryError("the default policy").initCause(e);
      }
    }
  }

  final Handle handle;
  private final boolean closes;

  private Policy(long address, boolean closes) {
    handle = Handle.shared(address, Native::delete_Policy);
    this.closes = closes;
  }

  static Policy of(long address) {
    return new Policy(address, true);
  }

  /** {@return the policy with every default, made once; closing it does nothing} */
  public static Policy defaults() {
    return Defaults.IT;
  }

  /**
   * A policy from a document, which states what differs from the defaults.
   *
   * @param json a {@code smaajob.policy/1} document
   * @return the policy
   * @throws SmaajobException when the document is not as it must be
   */
  public static Policy fromJson(String json) throws SmaajobException {
    return fromJson(Text.document(json));
  }

  /**
   * The same from UTF-8.
   *
   * @param json a {@code smaajob.policy/1} document
   * @return the policy
   * @throws SmaajobException when the document is not as it must be
   */
  public static Policy fromJson(byte[] json) throws SmaajobException {
    return of(Native.Policy_new_from_json(json));
  }

  /**
   * The same from a file of at most 1 MiB.
   *
   * @param path where the document is
   * @return the policy
   * @throws SmaajobException when the document is not as it must be; it names the file
   * @throws IOException when the file cannot be read
   */
  public static Policy fromPath(Path path) throws SmaajobException, IOException {
    byte[] json = Text.read(path, Text.MIB);
    try {
      return fromJson(json);
    } catch (SmaajobException e) {
      throw e.in(path);
    }
  }

  /**
   * A number of the policy.
   *
   * @param pointer such as {@code /weights/wish}
   * @return the number
   * @throws SmaajobException when there is none
   */
  public double number(String pointer) throws SmaajobException {
    Objects.requireNonNull(pointer);
    return handle.get(at -> Native.Policy_get_number(at, pointer));
  }

  /**
   * The whole policy, defaults included, as canonical JSON.
   *
   * @return the document
   * @throws SmaajobException when there is no memory
   */
  public String toJson() throws SmaajobException {
    return handle.get(Native::Policy_to_json);
  }

  /** Gives it up; matches made with it live on. The default one stays. */
  @Override
  public void close() {
    if (closes) {
      handle.close();
    }
  }
}
