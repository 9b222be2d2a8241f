// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * A match in words, for one reader: paragraphs that a host can lay out, or one page of HTML.
 *
 * <p>Immutable, and safe to share between threads; it keeps nothing of the match.
 */
public final class Explanation implements AutoCloseable {
  private final Handle handle;

  private Explanation(long address) {
    handle = Handle.shared(address, Native::delete_Explanation);
  }

  static Explanation of(Handle match, Reader reader, String language, boolean released, Collection<String> disclosed)
      throws SmaajobException {
    Objects.requireNonNull(language);
    int number = Words.numberOf(reader);
    for (String condition : disclosed) {
      if (condition.indexOf(',') >= 0) {
        String fault = Text.told(condition) + " is no condition";
        throw Values.fault(ErrorCode.UNKNOWN_CONCEPT, "/disclosed", fault);
      }
    }
    String told = disclosed.isEmpty() ? null : String.join(",", disclosed);
    return new Explanation(match.get(at -> Native.new_Explanation(at, number, language, released, told)));
  }

  /** {@return what it is about, in one line} */
  public String title() {
    return handle.get(Native::Explanation_get_title);
  }

  /** {@return who reads it} */
  public Reader reader() {
    return Words.wordOf(Reader.class, handle.get(Native::Explanation_get_reader));
  }

  /** {@return the language, such as {@code da}} */
  public String language() {
    return handle.get(Native::Explanation_get_language);
  }

  /**
   * The heading of a section.
   *
   * @param section the section
   * @return its heading, in the language of the explanation
   */
  public String heading(Section section) {
    int number = Words.numberOf(section);
    return handle.get(at -> Native.Explanation_get_heading(at, number));
  }

  /** {@return all that is said, section by section} */
  public List<Paragraph> paragraphs() {
    return handle.get(at -> Vocabulary.list(Native.Explanation_get_n_paragraphs(at), i -> paragraph(at, i)));
  }

  private static Paragraph paragraph(long at, long i) {
    Row row = Native.Explanation_get_paragraph_at(at, i);
    Map<String, OptionalInt> values = new LinkedHashMap<>();
    for (int j = 0; j < row.number(2); j++) {
      Row value = Native.Explanation_get_value_at(at, i, j);
      int number = value.number(0);
      values.put(value.text(0), number == NativeConstants.UNKNOWN ? OptionalInt.empty() : OptionalInt.of(number));
    }
    return Paragraph.of(row, Collections.unmodifiableMap(values));
  }

  /**
   * One self-contained page of HTML.
   *
   * @return the page
   * @throws SmaajobException when there is no memory
   */
  public String toHtml() throws SmaajobException {
    return handle.get(Native::Explanation_to_html);
  }

  /**
   * As JSON, {@code smaajob.explanation/1}.
   *
   * @return the document
   * @throws SmaajobException when there is no memory
   */
  public String toJson() throws SmaajobException {
    return handle.get(Native::Explanation_to_json);
  }

  /** Gives it up; what was read of it lives on. */
  @Override
  public void close() {
    handle.close();
  }
}
