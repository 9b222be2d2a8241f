// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** What changed from one match to another, and why the score moved. Immutable, and safe to share between threads. */
public final class Difference implements AutoCloseable {
  private static final int BEFORE = Words.numberOf(Moment.BEFORE);
  private static final int AFTER = Words.numberOf(Moment.AFTER);

  private final Handle handle;

  private Difference(long address) {
    handle = Handle.shared(address, Native::delete_Difference);
  }

  /**
   * Compares two matches.
   *
   * @param before the first
   * @param after the second
   * @return the difference
   * @throws SmaajobException when there is no memory
   */
  public static Difference of(Match before, Match after) throws SmaajobException {
    return of(before.toJson(), after.toJson());
  }

  /**
   * Compares two match documents, such as stored ones.
   *
   * @param before the first, {@code smaajob.match/1}
   * @param after the second, {@code smaajob.match/1}
   * @return the difference
   * @throws SmaajobException when one is not as it must be; its message begins with which
   */
  public static Difference of(String before, String after) throws SmaajobException {
    return new Difference(Native.new_Difference(Text.document(before), Text.document(after)));
  }

  private <T> Both<T> both(Function<Integer, T> of) {
    return new Both<>(of.apply(BEFORE), of.apply(AFTER));
  }

  /** {@return what the two have in common} */
  public Same same() {
    return handle.get(at -> Same.of(Native.Difference_get_same(at)));
  }

  /** {@return the citizen's id in each} */
  public Both<String> citizenId() {
    return handle.get(at -> both(moment -> Native.Difference_get_citizen_id(at, moment)));
  }

  /** {@return the opening's id in each} */
  public Both<String> openingId() {
    return handle.get(at -> both(moment -> Native.Difference_get_opening_id(at, moment)));
  }

  /** {@return verdict and numbers of each} */
  public Both<Score> score() {
    return handle.get(at -> both(moment -> Score.of(Native.Difference_get_score(at, moment))));
  }

  /** {@return the change of potential, exactly the sum of the items' changes; empty when one of them has none} */
  public OptionalDouble change() {
    return handle.get(at -> sum(at, Native.Difference_get_change(at)));
  }

  private static OptionalDouble sum(long at, int change) {
    return Native.Difference_has_sum(at) ? OptionalDouble.of(change / 1000.0) : OptionalDouble.empty();
  }

  /** {@return every comparison that either match makes, the largest change first} */
  public List<ItemChange> items() {
    return handle.get(at -> Vocabulary.list(Native.Difference_get_n_items(at), i -> item(at, i)));
  }

  private static ItemChange item(long at, long i) {
    Row row = Native.Difference_get_item_change_at(at, i);
    return new ItemChange(row.word(CriterionId.class, 0), row.text(0), row.optional(1),
        item(row.flag(1), Native.Difference_get_item_at(at, i, BEFORE)),
        item(row.flag(2), Native.Difference_get_item_at(at, i, AFTER)), sum(at, row.number(5)));
  }

  private static Optional<Item> item(boolean there, Row row) {
    return there ? Optional.of(Item.of(row)) : Optional.empty();
  }

  /** {@return every task that either opening has} */
  public List<TaskChange> tasks() {
    return handle.get(at -> Vocabulary.list(Native.Difference_get_n_tasks(at),
        i -> TaskChange.of(Native.Difference_get_task_change_at(at, i))));
  }

  /**
   * Reasons that only one of them has.
   *
   * @param list of which list
   * @return those removed and those added
   */
  public ReasonChange reasons(ReasonList list) {
    int number = Words.numberOf(list);
    return handle.get(at -> new ReasonChange(reasons(at, number, BEFORE), reasons(at, number, AFTER)));
  }

  private static List<Reason> reasons(long at, int list, int moment) {
    return Vocabulary.list(Native.Difference_get_n_reasons(at, list, moment),
        i -> Reason.of(Native.Difference_get_reason_at(at, list, moment, i)));
  }

  /** {@return the plan's hours in each, without the week itself} */
  public Both<Plan> plan() {
    return handle.get(at -> both(moment -> Plan.of(Native.Difference_get_plan(at, moment), List.of())));
  }

  /** {@return the advice on timing in each} */
  public Both<Advice> advice() {
    return handle.get(at -> both(moment -> Words.wordOf(Advice.class, Native.Difference_get_advice(at, moment))));
  }

  /**
   * The difference as canonical JSON, {@code smaajob.difference/1}.
   *
   * @return the document
   * @throws SmaajobException when there is no memory
   */
  public String toJson() throws SmaajobException {
    return handle.get(Native::Difference_to_json);
  }

  /** Gives it up; what was read of it lives on. */
  @Override
  public void close() {
    handle.close();
  }
}
