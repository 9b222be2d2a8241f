// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.util.Objects;

/**
 * An opening in the making, of which only the id is known.
 *
 * <p>Whatever is not said is unknown. A call that throws changes nothing; a builder is for one thread at a time.
 */
public final class OpeningBuilder implements AutoCloseable {
  private final Vocabulary vocabulary;
  private final Handle handle;
  private int tasks;

  /**
   * In the words of the built-in vocabulary.
   *
   * @param id the opening's id
   * @throws SmaajobException when it is no id
   */
  public OpeningBuilder(String id) throws SmaajobException {
    this(id, Vocabulary.builtIn());
  }

  /**
   * In the words of a vocabulary.
   *
   * @param id the opening's id
   * @param vocabulary the words
   * @throws SmaajobException when it is no id
   */
  public OpeningBuilder(String id, Vocabulary vocabulary) throws SmaajobException {
    Objects.requireNonNull(id);
    this.vocabulary = vocabulary;
    long address = vocabulary.handle.get(at -> Native.new_OpeningBuilder(at, id));
    handle = Handle.exclusive(address, Native::delete_OpeningBuilder);
  }

  /**
   * Names the employer.
   *
   * @param employer an id
   * @return this
   * @throws SmaajobException when it is no id
   */
  public OpeningBuilder setEmployer(String employer) throws SmaajobException {
    Objects.requireNonNull(employer);
    handle.run(at -> Native.OpeningBuilder_set_employer(at, employer));
    return this;
  }

  /**
   * Names the sector.
   *
   * @param sector a NACE code such as {@code 46.31}
   * @return this
   * @throws SmaajobException when it is none
   */
  public OpeningBuilder setSector(String sector) throws SmaajobException {
    Objects.requireNonNull(sector);
    handle.run(at -> Native.OpeningBuilder_set_sector(at, sector));
    return this;
  }

  /**
   * Says for how many citizens there is room; 1 when not said.
   *
   * @param seats 1–1000
   * @return this
   * @throws SmaajobException when it is out of range
   */
  public OpeningBuilder setSeats(int seats) throws SmaajobException {
    handle.run(at -> Native.OpeningBuilder_set_seats(at, seats));
    return this;
  }

  /**
   * States the hours.
   *
   * @param hours a week or a month
   * @return this
   * @throws SmaajobException when they are out of range, or contradict each other
   */
  public OpeningBuilder setHours(OpeningHours hours) throws SmaajobException {
    int most = hours.unit().most();
    int min = Values.minutes(hours.min(), "/hours/min", most);
    int max = Values.minutes(hours.max(), "/hours/max", most);
    int growth = Values.minutes(hours.growth(), "/hours/growth", most);
    handle.run(at -> Native.OpeningBuilder_set_hours(at, min, max, growth));
    return this;
  }

  /**
   * Adds a task; what is returned says more about it.
   *
   * @param id the task's id
   * @return a builder of the task
   * @throws SmaajobException when it is no id, or there already
   */
  public TaskBuilder addTask(String id) throws SmaajobException {
    Objects.requireNonNull(id);
    handle.run(at -> Native.OpeningBuilder_add_task(at, id));
    return new TaskBuilder(this, handle, tasks++);
  }

  /**
   * States the exposure of every task that does not state its own.
   *
   * @param condition its id
   * @param exposure 0–4 of a limit, else in the condition's unit
   * @return this
   * @throws SmaajobException when it is not as it must be
   */
  public OpeningBuilder setExposure(String condition, double exposure) throws SmaajobException {
    Objects.requireNonNull(condition);
    handle.run(at -> Native.OpeningBuilder_set_exposure(at, condition, exposure));
    return this;
  }

  /**
   * States how much of a supporting condition is offered.
   *
   * @param condition its id
   * @param provision 0 no, 1 partly or by agreement, 2 yes
   * @return this
   * @throws SmaajobException when it is not as it must be
   */
  public OpeningBuilder setProvision(String condition, int provision) throws SmaajobException {
    Objects.requireNonNull(condition);
    handle.run(at -> Native.OpeningBuilder_set_provision(at, condition, provision));
    return this;
  }

  /**
   * Demands a gate.
   *
   * @param gate its id
   * @return this
   * @throws SmaajobException when there is no such gate, or it is demanded already
   */
  public OpeningBuilder addGate(String gate) throws SmaajobException {
    Objects.requireNonNull(gate);
    handle.run(at -> Native.OpeningBuilder_add_gate(at, gate));
    return this;
  }

  /**
   * Says whether a term is accepted.
   *
   * @param term the term
   * @param answer yes, no or unknown
   * @return this
   * @throws SmaajobException when there is no memory
   */
  public OpeningBuilder setTerm(Term term, Answer answer) throws SmaajobException {
    int number = Words.numberOf(term);
    int said = Words.numberOf(answer);
    handle.run(at -> Native.OpeningBuilder_set_term(at, number, said));
    return this;
  }

  /**
   * Says what an hour's pay is for; effective hours when not said.
   *
   * @param payBasis what it is for
   * @return this
   * @throws SmaajobException when there is no memory
   */
  public OpeningBuilder setPayBasis(PayBasis payBasis) throws SmaajobException {
    int number = Words.numberOf(payBasis);
    handle.run(at -> Native.OpeningBuilder_set_pay_basis(at, number));
    return this;
  }

  /**
   * Says how much hours vary from week to week.
   *
   * @param variation how much
   * @return this
   * @throws SmaajobException when there is no memory
   */
  public OpeningBuilder setWeeklyVariation(Variation variation) throws SmaajobException {
    int number = Words.numberOf(variation);
    handle.run(at -> Native.OpeningBuilder_set_weekly_variation(at, number));
    return this;
  }

  /**
   * Says where the work is.
   *
   * @param lat degrees, WGS 84
   * @param lon degrees, WGS 84
   * @return this
   * @throws SmaajobException when they are out of range
   */
  public OpeningBuilder setLocation(double lat, double lon) throws SmaajobException {
    handle.run(at -> Native.OpeningBuilder_set_location(at, lat, lon));
    return this;
  }

  /**
   * The checked opening, of at least one task; the builder may be used on.
   *
   * @return an opening
   * @throws SmaajobException when something is missing
   */
  public Opening build() throws SmaajobException {
    return Opening.of(handle.get(Native::OpeningBuilder_build), vocabulary);
  }

  /** Gives up the builder; what it built lives on. */
  @Override
  public void close() {
    handle.close();
  }
}
