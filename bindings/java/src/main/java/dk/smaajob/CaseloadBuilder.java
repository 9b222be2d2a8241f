// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

/** A caseload in the making; for one thread at a time. */
public final class CaseloadBuilder implements AutoCloseable {
  private final Handle handle;
  private final Vocabulary vocabulary;

  /**
   * With no citizen.
   *
   * @param vocabulary of every citizen that is to be added
   * @throws SmaajobException when there is no memory
   */
  public CaseloadBuilder(Vocabulary vocabulary) throws SmaajobException {
    handle = Handle.exclusive(vocabulary.handle.get(Native::new_CaseloadBuilder), Native::delete_CaseloadBuilder);
    this.vocabulary = vocabulary;
  }

  /**
   * Adds a citizen, who may be closed after.
   *
   * @param citizen of the same vocabulary
   * @return this
   * @throws SmaajobException when it is of another vocabulary
   */
  public CaseloadBuilder add(Citizen citizen) throws SmaajobException {
    citizen.handle.run(one -> handle.run(at -> Native.CaseloadBuilder_add_citizen(at, one)));
    return this;
  }

  /**
   * The caseload, perhaps of no citizen; the builder may be used on.
   *
   * @return a caseload
   * @throws SmaajobException when an id is there twice; its pointer begins with the citizen's number
   */
  public Caseload build() throws SmaajobException {
    return Caseload.of(handle.get(Native::CaseloadBuilder_build), vocabulary);
  }

  /** Gives up the builder; what it built lives on. */
  @Override
  public void close() {
    handle.close();
  }
}
