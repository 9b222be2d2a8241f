// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A list that is data: every public C function is bound, and used by the face; every constant is in an enum. */
class NativeTest {
  private static final List<String> NOUNS = List.of("citizen_builder", "citizen", "opening_builder", "opening",
      "policy_builder", "policy", "vocabulary_builder", "vocabulary", "match", "questions", "levers", "explanation",
      "difference", "record", "market_builder", "market", "caseload_builder", "caseload", "ranking");
  /** Functions that are not reached by their own name, and how they are reached. */
  private static final Map<String, String> OTHERWISE = Map.of(
      "smaajob_free", "the bindings free what to_json returns",
      "smaajob_explain", "new_Explanation");
  /** How the C enum of each list begins. */
  private static final Map<String, Class<? extends Enum<?>>> LISTS = lists();

  private static Map<String, Class<? extends Enum<?>>> lists() {
    Map<String, Class<? extends Enum<?>>> lists = new LinkedHashMap<>();
    lists.put("EVIDENCE_", Evidence.class);
    lists.put("STRENGTH_", Strength.class);
    lists.put("ANSWER_", Answer.class);
    lists.put("PREREQUISITES_", Prerequisites.class);
    lists.put("CHOICE_", Choice.class);
    lists.put("PURPOSE_", Purpose.class);
    lists.put("CONTEXT_", Context.class);
    lists.put("WISH_", Wants.class);
    lists.put("MODE_", Mode.class);
    lists.put("DAY_", Day.class);
    lists.put("TERM_", Term.class);
    lists.put("PAY_BASIS_", PayBasis.class);
    lists.put("VARIATION_", Variation.class);
    lists.put("CONDITION_", ConditionType.class);
    lists.put("KIND_", Kind.class);
    lists.put("VERDICT_", Verdict.class);
    lists.put("TASK_", TaskVerdict.class);
    lists.put("ADVICE_", Advice.class);
    lists.put("STATE_", State.class);
    lists.put("SIDE_", Side.class);
    lists.put("CRITERION_", CriterionId.class);
    lists.put("CODE_", Code.class);
    lists.put("ASK_", Ask.class);
    lists.put("ACTOR_", Actor.class);
    lists.put("READER_", Reader.class);
    lists.put("SECTION_", Section.class);
    lists.put("MOMENT_", Moment.class);
    lists.put("LIST_", ReasonList.class);
    lists.put("SOURCE_", Source.class);
    lists.put("RENEWAL_", Renewal.class);
    lists.put("PACKED_", PackedKind.class);
    lists.put("ERROR_", ErrorCode.class);
    return lists;
  }

  private static List<String> functions() throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> headers = Files.list(Support.ROOT.resolve("include/smaajob"))) {
      // The names of closed lists are words of the languages' own enums.
      for (Path header : headers.filter(path -> !path.endsWith("name.h")).sorted().toList()) {
        String text = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL).matcher(Support.read(header)).replaceAll("");
        text = Pattern.compile("^#.*$", Pattern.MULTILINE).matcher(text).replaceAll("");
        Matcher matcher = Pattern.compile("SMAAJOB_API\\b[^;(]*?\\b(smaajob_\\w+)\\s*\\(").matcher(text);
        while (matcher.find()) {
          found.add(matcher.group(1));
        }
      }
    }
    return found;
  }

  /** The name that a C function has by rule: smaajob_citizen_get_id is Citizen_get_id. */
  private static String bound(String function) {
    String name = function.substring("smaajob_".length());
    for (String noun : NOUNS) {
      if (name.startsWith(noun + "_")) {
        String type = Arrays.stream(noun.split("_")).map(w -> w.substring(0, 1).toUpperCase() + w.substring(1))
            .collect(Collectors.joining());
        String verb = name.substring(noun.length() + 1);
        return verb.equals("new") ? "new_" + type : verb.equals("free") ? "delete_" + type : type + "_" + verb;
      }
    }
    return name;
  }

  @Test
  void everyPublicFunctionIsBound() throws Exception {
    Set<String> there = Arrays.stream(Native.class.getDeclaredMethods()).map(Method::getName)
        .collect(Collectors.toSet());
    List<String> functions = functions();
    assertTrue(functions.size() > 170);
    assertEquals(List.of(), functions.stream().filter(f -> !OTHERWISE.containsKey(f))
        .map(NativeTest::bound).filter(name -> !there.contains(name)).toList());
    assertTrue(functions.containsAll(OTHERWISE.keySet()));
  }

  @Test
  void everythingBoundIsUsedByTheFace() throws Exception {
    StringBuilder face = new StringBuilder();
    try (Stream<Path> files = Files.walk(Support.ROOT.resolve("bindings/java/src/main/java"))) {
      files.filter(Files::isRegularFile).forEach(path -> face.append(Support.read(path)));
    }
    Set<String> unused = new TreeSet<>();
    for (Method method : Native.class.getDeclaredMethods()) {
      if (!Pattern.compile("Native(\\.|::)" + method.getName() + "\\b").matcher(face).find()) {
        unused.add(method.getName());
      }
    }
    // The names of words are the enums' own; that they are the library's is tested below.
    unused.removeIf(name -> name.endsWith("get_name"));
    assertEquals(Set.of(), unused);
  }

  @Test
  void everyConstantIsAWordWithItsNumber() throws Exception {
    Map<String, Integer> words = new HashMap<>();
    for (Map.Entry<String, Class<? extends Enum<?>>> list : LISTS.entrySet()) {
      for (Enum<?> word : list.getValue().getEnumConstants()) {
        words.put(list.getKey() + word.name(), Words.numberOf(word));
      }
    }
    Map<String, Integer> constants = new HashMap<>();
    for (Field field : NativeConstants.class.getFields()) {
      constants.put(field.getName(), field.getInt(null));
    }
    constants.keySet().removeAll(Set.of("UNKNOWN", "TRAINING_IMPOSSIBLE", "MAX_LEVERS", "MAX_CHANGES", "CODE_NONE",
        "ERROR_NONE", "TOLD_MOST_BYTES"));
    assertEquals(constants, words);
  }

  @Test
  void everyWordHasTheNameThatTheLibraryGivesIt() {
    Map<Class<? extends Enum<?>>, java.util.function.IntFunction<String>> named = new HashMap<>();
    named.put(Code.class, Native::code_get_name);
    named.put(CriterionId.class, Native::criterion_get_name);
    named.put(Side.class, Native::side_get_name);
    named.put(State.class, Native::state_get_name);
    named.put(TaskVerdict.class, Native::task_verdict_get_name);
    named.put(Advice.class, Native::advice_get_name);
    named.put(Verdict.class, Native::verdict_get_name);
    named.put(Ask.class, Native::ask_get_name);
    named.put(Actor.class, Native::actor_get_name);
    named.put(Reader.class, Native::reader_get_name);
    named.put(Section.class, Native::section_get_name);
    named.put(ErrorCode.class, Native::error_code_get_name);
    named.forEach((kind, name) -> {
      for (Enum<?> word : kind.getEnumConstants()) {
        assertEquals(name.apply(Words.numberOf(word)), word.toString());
        assertEquals(word.toString(), ((Word) word).word());
      }
      for (int number : new int[] {-1, 10_000, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
        assertTrue(Set.of("", "none").contains(name.apply(number)));
      }
    });
  }

  @Test
  void theJarHasLibrariesOfThisSystemAndOfNoOther() {
    String here = System.getProperty("os.name");
    assertTrue(NativeLibrary.resource("libsmaajob.so.0") != null);
    try {
      for (String system : List.of("FreeBSD", "Mac OS X", "Windows 11")) {
        System.setProperty("os.name", system);
        assertEquals(null, NativeLibrary.resource("libsmaajob.so.0"), system);
      }
    } finally {
      System.setProperty("os.name", here);
    }
  }

  @Test
  void aNativeCallRefusesNullItself() throws Exception {
    for (Method method : Native.class.getDeclaredMethods()) {
      if (method.getParameterCount() > 0 && method.getParameterTypes()[0] == long.class
          && !method.getName().matches("get_language_at|new_VocabularyBuilder|Vocabulary_new_from_json")) {
        Object[] arguments = Arrays.stream(method.getParameterTypes()).map(NativeTest::zero).toArray();
        Throwable thrown = org.junit.jupiter.api.Assertions.assertThrows(
            java.lang.reflect.InvocationTargetException.class, () -> method.invoke(null, arguments),
            method.getName()).getCause();
        assertTrue(thrown instanceof IllegalArgumentException || thrown instanceof NullPointerException,
            method.getName() + ": " + thrown);
      }
    }
  }

  private static Object zero(Class<?> type) {
    return type == long.class ? (Object) 0L : type == int.class ? (Object) 0 : type == double.class ? (Object) 0.0
        : type == boolean.class ? (Object) false : type == String.class ? "x"
        : type == LongWork.class ? LongWork.of((done, all) -> true)
        : type == java.nio.ByteBuffer.class ? java.nio.ByteBuffer.allocateDirect(32) : new byte[0];
  }
}
