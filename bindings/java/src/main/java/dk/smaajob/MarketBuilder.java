// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

/** A market in the making; for one thread at a time. */
public final class MarketBuilder implements AutoCloseable {
  private final Handle handle;
  private final Vocabulary vocabulary;

  /**
   * With no opening.
   *
   * @param vocabulary of every opening that is to be added
   * @throws SmaajobException when there is no memory
   */
  public MarketBuilder(Vocabulary vocabulary) throws SmaajobException {
    handle = Handle.exclusive(vocabulary.handle.get(Native::new_MarketBuilder), Native::delete_MarketBuilder);
    this.vocabulary = vocabulary;
  }

  /**
   * Adds an opening, which may be closed after.
   *
   * @param opening of the same vocabulary
   * @return this
   * @throws SmaajobException when it is of another vocabulary
   */
  public MarketBuilder add(Opening opening) throws SmaajobException {
    opening.handle.run(one -> handle.run(at -> Native.MarketBuilder_add_opening(at, one)));
    return this;
  }

  /**
   * The market, perhaps of no opening; the builder may be used on.
   *
   * @return a market
   * @throws SmaajobException when an id is there twice; its pointer begins with the opening's number
   */
  public Market build() throws SmaajobException {
    return Market.of(handle.get(Native::MarketBuilder_build), vocabulary);
  }

  /** Gives up the builder; what it built lives on. */
  @Override
  public void close() {
    handle.close();
  }
}
