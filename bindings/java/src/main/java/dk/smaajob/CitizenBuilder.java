// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;

/**
 * A citizen in the making, of whom only the id is known.
 *
 * <p>Whatever is not said is unknown. A call that throws changes nothing; a builder is for one thread at a time.
 */
public final class CitizenBuilder implements AutoCloseable {
  private final Vocabulary vocabulary;
  private final Map<String, ConditionType> types;
  private final Handle handle;
  private int needs;
  private int windows;

  /**
   * In the words of the built-in vocabulary.
   *
   * @param id the citizen's id
   * @throws SmaajobException when it is no id
   */
  public CitizenBuilder(String id) throws SmaajobException {
    this(id, Vocabulary.builtIn());
  }

  /**
   * In the words of a vocabulary.
   *
   * @param id the citizen's id
   * @param vocabulary the words
   * @throws SmaajobException when it is no id
   */
  public CitizenBuilder(String id, Vocabulary vocabulary) throws SmaajobException {
    Objects.requireNonNull(id);
    this.vocabulary = vocabulary;
    types = vocabulary.types();
    long address = vocabulary.handle.get(at -> Native.new_CitizenBuilder(at, id));
    handle = Handle.exclusive(address, Native::delete_CitizenBuilder);
  }

  /**
   * Adds a concept held, as the citizen states.
   *
   * @param concept its id
   * @param level 0 known not held, 1 beginner, 3 as an ordinary employee, 5 expert
   * @return this
   * @throws SmaajobException when it is not as it must be
   */
  public CitizenBuilder addCompetence(String concept, int level) throws SmaajobException {
    return addCompetence(concept, level, Evidence.STATED);
  }

  /**
   * Adds a concept held.
   *
   * @param concept its id
   * @param level 0 known not held, 1 beginner, 3 as an ordinary employee, 5 expert
   * @param evidence what that rests on
   * @return this
   * @throws SmaajobException when it is not as it must be
   */
  public CitizenBuilder addCompetence(String concept, int level, Evidence evidence) throws SmaajobException {
    Objects.requireNonNull(concept);
    int number = Words.numberOf(evidence);
    handle.run(at -> Native.CitizenBuilder_add_competence(at, concept, level, number));
    return this;
  }

  /**
   * Says whether every concept that is not listed is known not to be held.
   *
   * @param complete whether it is; false when not said
   * @return this
   * @throws SmaajobException when there is no memory
   */
  public CitizenBuilder setCompetenciesComplete(boolean complete) throws SmaajobException {
    handle.run(at -> Native.CitizenBuilder_set_competencies_complete(at, complete));
    return this;
  }

  /**
   * Says that the needs are known: those added, perhaps none.
   *
   * @return this
   * @throws SmaajobException when there is no memory
   */
  public CitizenBuilder setNeedsKnown() throws SmaajobException {
    handle.run(Native::CitizenBuilder_set_needs_known);
    return this;
  }

  /**
   * Adds a need.
   *
   * @param condition its id
   * @param need the value, of the kind that the condition takes
   * @param strength how much it weighs
   * @return this
   * @throws SmaajobException when it is not as it must be
   */
  public CitizenBuilder addNeed(String condition, Need need, Strength strength) throws SmaajobException {
    Objects.requireNonNull(condition);
    int number = Words.numberOf(strength);
    String at = "/needs/" + needs + "/" + need.member();
    ConditionType type = types.get(condition);
    if (type != null && type != need.type()) {
      throw Values.fault(ErrorCode.TYPE, at, condition + " is measured by " + Need.memberOf(type));
    }
    handle.run(address -> Native.CitizenBuilder_add_need(address, condition, need.value(), number));
    needs++;
    return this;
  }

  /**
   * Answers a gate.
   *
   * @param gate its id
   * @param answer yes, no or unknown
   * @return this
   * @throws SmaajobException when it is not as it must be
   */
  public CitizenBuilder setGate(String gate, Answer answer) throws SmaajobException {
    Objects.requireNonNull(gate);
    int number = Words.numberOf(answer);
    handle.run(at -> Native.CitizenBuilder_set_gate(at, gate, number));
    return this;
  }

  /**
   * States the hours.
   *
   * @param hours a week or a month
   * @return this
   * @throws SmaajobException when they are out of range, or contradict each other
   */
  public CitizenBuilder setHours(CitizenHours hours) throws SmaajobException {
    int most = hours.unit().most();
    int min = Values.minutes(hours.min(), "/hours/min", most);
    int max = Values.minutes(hours.max(), "/hours/max", most);
    int limit = Values.minutes(hours.limit(), "/hours/limit", most);
    int maxPerDay = Values.minutes(hours.maxPerDay(), "/hours/max_per_day", Values.DAY);
    int committed = Values.minutes(hours.committed(), "/hours/committed", most);
    handle.run(at -> Native.CitizenBuilder_set_hours(at, min, max, limit, maxPerDay, committed));
    return this;
  }

  /**
   * Says that the availability is known: the windows added, perhaps none.
   *
   * @return this
   * @throws SmaajobException when there is no memory
   */
  public CitizenBuilder setAvailabilityKnown() throws SmaajobException {
    handle.run(Native::CitizenBuilder_set_availability_known);
    return this;
  }

  /**
   * Adds a time of availability.
   *
   * @param days one or more
   * @param from such as {@code 08:00}, on a quarter-hour
   * @param to such as {@code 12:00}, at most {@code 24:00}
   * @return this
   * @throws SmaajobException when it is not as it must be
   */
  public CitizenBuilder addWindow(Collection<Day> days, String from, String to) throws SmaajobException {
    Window window = Window.of(days, from, to, "/availability/" + windows);
    handle.run(at -> Native.CitizenBuilder_add_window(at, window.days(), window.from(), window.to()));
    windows++;
    return this;
  }

  /**
   * States the output per hour present against an ordinary employee.
   *
   * @param effectiveness 0–1
   * @return this
   * @throws SmaajobException when it is out of range
   */
  public CitizenBuilder setEffectiveness(double effectiveness) throws SmaajobException {
    handle.run(at -> Native.CitizenBuilder_set_effectiveness(at, effectiveness));
    return this;
  }

  /**
   * States the share of agreed meetings kept.
   *
   * @param kept 0–1
   * @param context in what
   * @return this
   * @throws SmaajobException when it is out of range
   */
  public CitizenBuilder setAttendance(double kept, Context context) throws SmaajobException {
    int number = Words.numberOf(context);
    handle.run(at -> Native.CitizenBuilder_set_attendance(at, kept, number));
    return this;
  }

  /**
   * Says over how many weeks the attendance was seen.
   *
   * @param weeks 0–1000
   * @return this
   * @throws SmaajobException when it is out of range
   */
  public CitizenBuilder setAttendanceWeeks(int weeks) throws SmaajobException {
    int number = Values.whole(weeks, "/attendance/weeks");
    handle.run(at -> Native.CitizenBuilder_set_attendance_weeks(at, number));
    return this;
  }

  /**
   * Says whether the prerequisites of a wage are presumed present.
   *
   * @param prerequisites a professional's presumption
   * @return this
   * @throws SmaajobException when there is no memory
   */
  public CitizenBuilder setPrerequisites(Prerequisites prerequisites) throws SmaajobException {
    int number = Words.numberOf(prerequisites);
    handle.run(at -> Native.CitizenBuilder_set_prerequisites(at, number));
    return this;
  }

  /**
   * Says what the citizen has chosen.
   *
   * @param choice the choice
   * @return this
   * @throws SmaajobException when there is no memory
   */
  public CitizenBuilder setChoice(Choice choice) throws SmaajobException {
    int number = Words.numberOf(choice);
    handle.run(at -> Native.CitizenBuilder_set_choice(at, number));
    return this;
  }

  /**
   * Says what the course is for now.
   *
   * @param purpose the purpose
   * @return this
   * @throws SmaajobException when there is no memory
   */
  public CitizenBuilder setPurpose(Purpose purpose) throws SmaajobException {
    int number = Words.numberOf(purpose);
    handle.run(at -> Native.CitizenBuilder_set_purpose(at, number));
    return this;
  }

  /**
   * Adds a wish about a competence concept or a sector.
   *
   * @param concept a concept's id, or a NACE code such as {@code 46.3}
   * @param wants to seek or to avoid it
   * @return this
   * @throws SmaajobException when it is not as it must be
   */
  public CitizenBuilder addWish(String concept, Wants wants) throws SmaajobException {
    Objects.requireNonNull(concept);
    int number = Words.numberOf(wants);
    handle.run(at -> Native.CitizenBuilder_add_wish(at, concept, number));
    return this;
  }

  /**
   * Says where the citizen sets out from.
   *
   * @param lat degrees, WGS 84
   * @param lon degrees, WGS 84
   * @return this
   * @throws SmaajobException when they are out of range
   */
  public CitizenBuilder setLocation(double lat, double lon) throws SmaajobException {
    handle.run(at -> Native.CitizenBuilder_set_location(at, lat, lon));
    return this;
  }

  /**
   * Says how, and how far, the citizen can travel.
   *
   * @param mode how
   * @param maxMinutes at most, each way, 0–1440
   * @return this
   * @throws SmaajobException when it is out of range
   */
  public CitizenBuilder setTravel(Mode mode, int maxMinutes) throws SmaajobException {
    int number = Words.numberOf(mode);
    int minutes = Values.whole(maxMinutes, "/travel/max_minutes");
    handle.run(at -> Native.CitizenBuilder_set_travel(at, number, minutes));
    return this;
  }

  /**
   * The checked citizen; the builder may be used on.
   *
   * @return a citizen
   * @throws SmaajobException when something is missing
   */
  public Citizen build() throws SmaajobException {
    return Citizen.of(handle.get(Native::CitizenBuilder_build), vocabulary);
  }

  /** Gives up the builder; what it built lives on. */
  @Override
  public void close() {
    handle.close();
  }
}
