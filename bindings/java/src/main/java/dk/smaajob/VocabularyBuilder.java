// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.util.Objects;

/** A vocabulary in the making. A call that throws changes nothing; a builder is for one thread at a time. */
public final class VocabularyBuilder implements AutoCloseable {
  private final Handle handle;

  /**
   * On top of nothing.
   *
   * @param version of the vocabulary
   * @throws SmaajobException when the version is not as it must be
   */
  public VocabularyBuilder(String version) throws SmaajobException {
    Objects.requireNonNull(version);
    handle = make(Native.new_VocabularyBuilder(0, version));
  }

  /**
   * On top of another vocabulary.
   *
   * @param version of the vocabulary
   * @param base what to add to
   * @throws SmaajobException when the version is not as it must be
   */
  public VocabularyBuilder(String version, Vocabulary base) throws SmaajobException {
    Objects.requireNonNull(version);
    handle = make(base.handle.get(at -> Native.new_VocabularyBuilder(at, version)));
  }

  private static Handle make(long address) {
    return Handle.exclusive(address, Native::delete_VocabularyBuilder);
  }

  /**
   * Adds a condition.
   *
   * @param condition with at least one label
   * @return this
   * @throws SmaajobException when it is not as it must be
   */
  public VocabularyBuilder addCondition(Condition condition) throws SmaajobException {
    handle.run(at -> Native.VocabularyBuilder_add_condition(at, condition.id(), Words.numberOf(condition.kind()),
        Words.numberOf(condition.type()), condition.unit().orElse(null), condition.labelDa().orElse(null),
        condition.labelEn().orElse(null), condition.icf().orElse(null), condition.onet().orElse(null)));
    return this;
  }

  /**
   * Adds a gate.
   *
   * @param gate with at least one label
   * @return this
   * @throws SmaajobException when it is not as it must be
   */
  public VocabularyBuilder addGate(Label gate) throws SmaajobException {
    handle.run(at -> Native.VocabularyBuilder_add_gate(at, gate.id(), gate.labelDa().orElse(null),
        gate.labelEn().orElse(null)));
    return this;
  }

  /**
   * Adds a competence concept; one that the base has already gains these labels.
   *
   * @param concept with at least one label
   * @return this
   * @throws SmaajobException when it is not as it must be
   */
  public VocabularyBuilder addConcept(Label concept) throws SmaajobException {
    handle.run(at -> Native.VocabularyBuilder_add_concept(at, concept.id(), concept.labelDa().orElse(null),
        concept.labelEn().orElse(null)));
    return this;
  }

  /**
   * Says that a concept is broader than the one added last.
   *
   * @param broader its id
   * @return this
   * @throws SmaajobException when there is no concept yet, or it is said already
   */
  public VocabularyBuilder addBroader(String broader) throws SmaajobException {
    Objects.requireNonNull(broader);
    handle.run(at -> Native.VocabularyBuilder_add_broader(at, broader));
    return this;
  }

  /**
   * The checked vocabulary; the builder may be used on.
   *
   * @return a vocabulary
   * @throws SmaajobException on a broader concept that is not there, or a cycle
   */
  public Vocabulary build() throws SmaajobException {
    return Vocabulary.of(handle.get(Native::VocabularyBuilder_build));
  }

  /** Gives up the builder; what it built lives on. */
  @Override
  public void close() {
    handle.close();
  }
}
