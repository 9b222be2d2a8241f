// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.util.Collection;
import java.util.Objects;

/** One task of an opening in the making; made by {@link OpeningBuilder#addTask}, and gone with it. */
public final class TaskBuilder {
  private final OpeningBuilder opening;
  private final Handle handle;
  private final int task;
  private int windows;
  private int requirements;

  TaskBuilder(OpeningBuilder opening, Handle handle, int task) {
    this.opening = opening;
    this.handle = handle;
    this.task = task;
  }

  /**
   * Says whether the employer can do without this task.
   *
   * @param optional whether; false when not said
   * @return this
   * @throws SmaajobException when there is no memory
   */
  public TaskBuilder setOptional(boolean optional) throws SmaajobException {
    handle.run(at -> Native.OpeningBuilder_set_task_optional(at, task, optional));
    return this;
  }

  /**
   * States the hours.
   *
   * @param hours a week or a month
   * @return this
   * @throws SmaajobException when they are out of range, or contradict each other
   */
  public TaskBuilder setHours(TaskHours hours) throws SmaajobException {
    int most = hours.unit().most();
    int min = Values.minutes(hours.min(), at("hours/min"), most);
    int max = Values.minutes(hours.max(), at("hours/max"), most);
    handle.run(at -> Native.OpeningBuilder_set_task_hours(at, task, min, max));
    return this;
  }

  /**
   * Says that the windows are known: those added, perhaps none.
   *
   * @return this
   * @throws SmaajobException when there is no memory
   */
  public TaskBuilder setWindowsKnown() throws SmaajobException {
    handle.run(at -> Native.OpeningBuilder_set_task_windows_known(at, task));
    return this;
  }

  /**
   * Adds a time in which the task can be done.
   *
   * @param days one or more
   * @param from such as {@code 08:00}, on a quarter-hour
   * @param to such as {@code 12:00}, at most {@code 24:00}
   * @return this
   * @throws SmaajobException when it is not as it must be
   */
  public TaskBuilder addWindow(Collection<Day> days, String from, String to) throws SmaajobException {
    Window window = Window.of(days, from, to, at("windows/" + windows));
    handle.run(at -> Native.OpeningBuilder_add_task_window(at, task, window.days(), window.from(), window.to()));
    windows++;
    return this;
  }

  /**
   * Says that the requirements are known: those added, perhaps none.
   *
   * @return this
   * @throws SmaajobException when there is no memory
   */
  public TaskBuilder setRequirementsKnown() throws SmaajobException {
    handle.run(at -> Native.OpeningBuilder_set_requirements_known(at, task));
    return this;
  }

  /**
   * Adds what the task demands of competence.
   *
   * @param concept its id
   * @param level 1–5
   * @param importance how much it weighs
   * @param training whether it can be learned in practice
   * @return this
   * @throws SmaajobException when it is not as it must be
   */
  public TaskBuilder addRequirement(String concept, int level, Strength importance, Training training)
      throws SmaajobException {
    Objects.requireNonNull(concept);
    int number = Words.numberOf(importance);
    int weeks = training.number(at("requires/" + requirements + "/training_weeks"));
    handle.run(at -> Native.OpeningBuilder_add_requirement(at, task, concept, level, number, weeks));
    requirements++;
    return this;
  }

  /**
   * States the task's exposure; it overrides the opening's.
   *
   * @param condition its id
   * @param exposure 0–4 of a limit, else in the condition's unit
   * @return this
   * @throws SmaajobException when it is not as it must be
   */
  public TaskBuilder setExposure(String condition, double exposure) throws SmaajobException {
    Objects.requireNonNull(condition);
    handle.run(at -> Native.OpeningBuilder_set_task_exposure(at, task, condition, exposure));
    return this;
  }

  /** {@return the opening in the making, to say more about it} */
  public OpeningBuilder opening() {
    return opening;
  }

  private String at(String member) {
    return "/tasks/" + task + "/" + member;
  }
}
