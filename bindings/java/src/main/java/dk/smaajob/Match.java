// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One citizen and one opening, explained.
 *
 * <p>Immutable, and safe to share between threads; it keeps alive what it was made of. What it gives are plain
 * values, read anew at each call, that live on when it is closed.
 */
public final class Match implements AutoCloseable {
  final Handle handle;
  private final Score score;

  private Match(long address) {
    handle = Handle.shared(address, Native::delete_Match);
    score = Score.of(handle.get(Native::Match_get_score));
  }

  static Match of(long address) {
    return new Match(address);
  }

  /** {@return the citizen's id} */
  public String citizenId() {
    return handle.get(Native::Match_get_citizen_id);
  }

  /** {@return the opening's id} */
  public String openingId() {
    return handle.get(Native::Match_get_opening_id);
  }

  /** {@return verdict and numbers together} */
  public Score result() {
    return score;
  }

  /** {@return what the match comes to} */
  public Verdict verdict() {
    return score.verdict();
  }

  /** {@return 0–1, to a thousandth; empty when blocked, or when nothing is known} */
  public OptionalDouble score() {
    return score.score();
  }

  /** {@return everything known that stands in the way} */
  public List<Reason> blockers() {
    return handle.get(at -> Vocabulary.list(Native.Match_get_n_blockers(at),
        i -> Reason.of(Native.Match_get_blocker_at(at, i))));
  }

  /** {@return the six criteria, each with its items} */
  public List<Criterion> criteria() {
    return handle.get(at -> Vocabulary.list(Native.Match_get_n_criteria(at), i -> criterion(at, i)));
  }

  private static Criterion criterion(long at, long i) {
    Row row = Native.Match_get_criterion_at(at, i);
    return Criterion.of(row, Vocabulary.list(row.number(7), j -> Item.of(Native.Match_get_item_at(at, i, j))));
  }

  /** {@return what each task of the opening is for the citizen, in the opening's order} */
  public List<TaskMatch> tasks() {
    return handle.get(at -> Vocabulary.list(Native.Match_get_n_tasks(at), i -> task(at, i)));
  }

  private static TaskMatch task(long at, long i) {
    Row row = Native.Match_get_task_at(at, i);
    return TaskMatch.of(row,
        Vocabulary.list(row.number(2), j -> Reason.of(Native.Match_get_task_reason_at(at, i, j))));
  }

  /** {@return hours a week, and a real week} */
  public Plan plan() {
    return handle.get(at -> Plan.of(Native.Match_get_plan(at),
        Vocabulary.list(Native.Match_get_n_shifts(at), i -> Shift.of(Native.Match_get_shift_at(at, i)))));
  }

  /** {@return when to bring up pay, and why} */
  public Timing timing() {
    return handle.get(at -> {
      Row row = Native.Match_get_timing(at);
      return new Timing(row.word(Advice.class, 0),
          Vocabulary.list(row.number(1), i -> Reason.of(Native.Match_get_timing_reason_at(at, i))));
    });
  }

  /** {@return what a professional should look at} */
  public List<Reason> attention() {
    return handle.get(at -> Vocabulary.list(Native.Match_get_n_attention(at),
        i -> Reason.of(Native.Match_get_attention_at(at, i))));
  }

  /**
   * What to ask next, the deciding first, then by swing.
   *
   * @return the questions
   * @throws SmaajobException when there is no memory
   */
  public List<Question> questions() throws SmaajobException {
    try (Handle questions = Handle.shared(handle.get(Native::new_Questions), Native::delete_Questions)) {
      return questions.get(at -> Vocabulary.list(Native.Questions_get_n(at),
          i -> Question.of(Native.Questions_get_at(at, i))));
    }
  }

  /**
   * The smallest changes that help, best first.
   *
   * @return the levers
   * @throws SmaajobException when there is no memory
   */
  public List<Lever> levers() throws SmaajobException {
    try (Handle levers = Handle.shared(handle.get(Native::new_Levers), Native::delete_Levers)) {
      return levers.get(at -> Vocabulary.list(Native.Levers_get_n(at), i -> lever(at, i)));
    }
  }

  private static Lever lever(long at, long i) {
    Row row = Native.Levers_get_at(at, i);
    return Lever.of(row, Vocabulary.list(row.number(0), j -> Change.of(Native.Levers_get_change_at(at, i, j))));
  }

  /**
   * The match in words, for the caseworker.
   *
   * @param language such as {@code da}
   * @return the explanation
   * @throws SmaajobException when there are no texts in that language
   */
  public Explanation explain(String language) throws SmaajobException {
    return explain(Reader.CASEWORKER, language, false, List.of());
  }

  /**
   * The match in words.
   *
   * @param reader who reads it
   * @param language such as {@code da}
   * @param released whether the caseworker lets the citizen see it
   * @param disclosed conditions that the citizen agreed the employer may know of
   * @return the explanation
   * @throws SmaajobException when there are no texts in that language, or no such condition
   */
  public Explanation explain(Reader reader, String language, boolean released, Collection<String> disclosed)
      throws SmaajobException {
    return Explanation.of(handle, reader, language, released, disclosed);
  }

  /**
   * The match as canonical JSON, {@code smaajob.match/1}.
   *
   * @return the document
   * @throws SmaajobException when there is no memory
   */
  public String toJson() throws SmaajobException {
    return handle.get(Native::Match_to_json);
  }

  /** Gives it up; what was read of it lives on. */
  @Override
  public void close() {
    handle.close();
  }

  /** {@return ids, verdict and score} */
  @Override
  public String toString() {
    return "Match[" + citizenId() + ", " + openingId() + ": " + verdict() + ", " + score() + "]";
  }
}
