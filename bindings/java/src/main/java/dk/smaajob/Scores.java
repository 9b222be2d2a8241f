// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * The scores of many pairs, in memory outside the heap: a row for each citizen, in it a place for each opening.
 *
 * <p>A place is eight whole numbers of four bytes: verdict, score, low, high, coverage, potential, and the citizen's and
 * the employer's side; in thousandths, -1 where there is none.
 */
public final class Scores {
  /** Bytes of a pair. */
  public static final int BYTES = 32;

  private final ByteBuffer buffer;
  private final int citizens;
  private final int openings;

  /**
   * Room for so many, in memory of their own.
   *
   * @param citizens how many rows
   * @param openings how many places in a row
   */
  public Scores(int citizens, int openings) {
    this(citizens, openings, ByteBuffer.allocateDirect(
        Math.multiplyExact(Math.multiplyExact(Objects.checkIndex(citizens, Integer.MAX_VALUE), openings), BYTES)));
  }

  /**
   * Room for so many, in a buffer from its position on.
   *
   * @param citizens how many rows
   * @param openings how many places in a row
   * @param buffer direct, not read-only, its position on a multiple of four bytes, with 32 bytes for each pair
   */
  public Scores(int citizens, int openings, ByteBuffer buffer) {
    long bytes = (long) Objects.checkIndex(citizens, Integer.MAX_VALUE) * Objects.checkIndex(openings, Integer.MAX_VALUE)
        * BYTES;
    if (!buffer.isDirect() || buffer.isReadOnly() || buffer.remaining() < bytes
        || buffer.alignmentOffset(buffer.position(), Integer.BYTES) != 0) {
      throw new IllegalArgumentException("a direct buffer is expected that can be written to, with " + bytes + " bytes");
    }
    this.buffer = buffer.slice().order(ByteOrder.nativeOrder());
    this.citizens = citizens;
    this.openings = openings;
  }

  /** {@return the memory itself, in this machine's order of bytes} */
  public ByteBuffer buffer() {
    return buffer.duplicate().order(ByteOrder.nativeOrder());
  }

  /** {@return how many rows} */
  public int citizens() {
    return citizens;
  }

  /** {@return how many places in a row} */
  public int openings() {
    return openings;
  }

  private int number(int citizen, int opening, int member) {
    int row = Objects.checkIndex(citizen, citizens);
    return buffer.getInt((row * openings + Objects.checkIndex(opening, openings)) * BYTES + member * Integer.BYTES);
  }

  /**
   * What a pair comes to.
   *
   * @param citizen its row
   * @param opening its place in the row
   * @return the verdict
   */
  public Verdict verdict(int citizen, int opening) {
    return Words.wordOf(Verdict.class, number(citizen, opening, 0));
  }

  /**
   * The score of a pair, without an object.
   *
   * @param citizen its row
   * @param opening its place in the row
   * @return thousandths; -1 when blocked, or when nothing is known
   */
  public int thousandths(int citizen, int opening) {
    return number(citizen, opening, 1);
  }

  /**
   * Verdict and numbers of a pair.
   *
   * @param citizen its row
   * @param opening its place in the row
   * @return the score
   */
  public Score get(int citizen, int opening) {
    return new Score(verdict(citizen, opening), known(citizen, opening, 1), known(citizen, opening, 2),
        known(citizen, opening, 3), number(citizen, opening, 4) / 1000.0, known(citizen, opening, 5),
        new Sides(known(citizen, opening, 6), known(citizen, opening, 7)));
  }

  private OptionalDouble known(int citizen, int opening, int member) {
    int number = number(citizen, opening, member);
    return number == NativeConstants.UNKNOWN ? OptionalDouble.empty() : OptionalDouble.of(number / 1000.0);
  }
}
