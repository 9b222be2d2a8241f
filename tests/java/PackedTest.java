// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packed files: what was written is what is mapped. */
class PackedTest {
  private static final Vocabulary WORDS = Vocabulary.builtIn();

  @TempDir
  Path directory;

  private static String opening(int number) {
    return Support.OPENING.replace("\n", "").replace("o-9", "o-" + number).replace("\"seats\":2", "\"seats\":" + (number % 900 + 1));
  }

  private static String citizen(int number) {
    return Support.CITIZEN.replace("\n", "").replace("c-17", "c-" + number);
  }

  private static List<String> openings(int n) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      lines.add(opening(i));
    }
    return lines;
  }

  @Test
  void whatWasSavedIsMapped() throws Exception {
    Path file = directory.resolve("åbninger 😀.smaajob");
    try (Citizen citizen = Support.citizen();
        Market made = Market.fromNdjson(String.join("\n", openings(50)), WORDS)) {
      made.save(file);
      assertEquals(PackedKind.MARKET, Engine.packedKind(file));
      Engine.checkPacked(file, WORDS);
      try (Market mapped = Market.openPacked(file, WORDS); Opening one = mapped.opening(7); Opening same = made.opening(7);
          Ranking a = Engine.rank(citizen, made, RankingOptions.top(50));
          Ranking b = Engine.rank(citizen, mapped, RankingOptions.top(50))) {
        assertEquals(50, mapped.size());
        assertEquals("o-7", mapped.openingId(7));
        assertEquals(same.toJson(), one.toJson());
        assertEquals(Opening.fromJson(opening(7)).toJson(), one.toJson());
        assertEquals(Engine.score(citizen, same), Engine.score(citizen, one));
        assertEquals(a.ranked(), b.ranked());
        assertSame(WORDS, one.vocabulary());
        assertThrows(IndexOutOfBoundsException.class, () -> mapped.opening(50));
      }
    }
    Path people = directory.resolve("people");
    try (Caseload made = Caseload.fromNdjson(citizen(1) + "\n" + citizen(2), WORDS)) {
      made.save(people);
    }
    assertEquals(PackedKind.CASELOAD, Engine.packedKind(people));
    Citizen kept;
    try (Caseload mapped = Caseload.openPacked(people, WORDS)) {
      kept = mapped.citizen(1);
    }
    assertEquals("c-2", kept.id(), "what was taken out of a file outlives it");
    kept.close();
  }

  @Test
  void whatIsNotAsItMustBeIsTold() throws Exception {
    Path file = directory.resolve("file");
    assertEquals(PackedKind.NONE, Engine.packedKind(file));
    assertEquals(ErrorCode.FILE, fault(() -> Market.openPacked(file, WORDS)));
    Files.writeString(file, "x".repeat(10_000));
    assertEquals(ErrorCode.FORMAT, fault(() -> Market.openPacked(file, WORDS)));
    assertEquals(ErrorCode.FORMAT, fault(() -> Engine.checkPacked(file, WORDS)));
    try (Market made = Market.fromNdjson(String.join("\n", openings(50)), WORDS)) {
      made.save(file);
      assertEquals(ErrorCode.FILE, fault(() -> made.save(directory.resolve("none/file"))));
    }
    assertEquals(ErrorCode.FORMAT, fault(() -> Caseload.openPacked(file, WORDS)));
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Path other = Files.write(directory.resolve("other"), bytes);
    assertEquals(ErrorCode.DAMAGED, fault(() -> Engine.checkPacked(other, WORDS)));
  }

  @Test
  void whatIsToldOfAFileNamesIt() throws Exception {
    Path none = directory.resolve("none");
    Path to = directory.resolve("nowhere/to");
    Path from = Files.writeString(directory.resolve("from"), opening(1) + "\n{}\n" + opening(1));
    assertEquals(none, file(() -> Market.openPacked(none, WORDS)));
    assertEquals(none, file(() -> Caseload.openPacked(none, WORDS)));
    assertEquals(from, file(() -> Engine.checkPacked(from, WORDS)));
    assertEquals(none, file(() -> Caseload.pack(none, to, WORDS, PackingOptions.strict())));
    assertEquals(from, file(() -> Market.pack(from, none, WORDS, PackingOptions.strict())));
    assertEquals(to, file(() -> Market.pack(from, to, WORDS, PackingOptions.strict())));
    try (Market made = Market.fromNdjson(opening(1), WORDS)) {
      assertEquals(to, file(() -> made.save(to)));
    }
    List<String> told = new ArrayList<>();
    Market.pack(from, none, WORDS, PackingOptions.strict().withFault(
        (fault, line) -> told.add(fault.file().orElseThrow() + ":" + fault.line())));
    assertEquals(List.of(from + ":2", from + ":3"), told);
  }

  private static Path file(MisuseTest.Work work) {
    SmaajobException fault = assertThrows(SmaajobException.class, work::run);
    Path file = fault.file().orElseThrow();
    assertTrue(fault.getMessage().startsWith(file + ":"), fault.getMessage());
    return file;
  }

  private static ErrorCode fault(MisuseTest.Work work) {
    return assertThrows(SmaajobException.class, work::run).code();
  }

  @Test
  void aLineAtFaultIsToldAndMayBeLeftOut() throws Exception {
    List<String> lines = openings(20);
    lines.set(4, "{\"format\":\"smaajob.opening/1\",\"id\":\"æøå\"}");
    lines.add(opening(3));
    Path from = Files.writeString(directory.resolve("from"), String.join("\n", lines));
    Path to = directory.resolve("to");
    SmaajobException first =
        assertThrows(SmaajobException.class, () -> Market.pack(from, to, WORDS, PackingOptions.strict()));
    assertEquals(5, first.line());
    assertFalse(Files.exists(to));
    List<SmaajobException> told = new ArrayList<>();
    List<Optional<String>> texts = new ArrayList<>();
    Thread caller = Thread.currentThread();
    Market.pack(from, to, WORDS, PackingOptions.strict().withFault((fault, line) -> {
      assertSame(caller, Thread.currentThread());
      texts.add(line);
      return told.add(fault);
    }));
    assertEquals(first.code(), told.get(0).code());
    assertEquals(5, told.get(0).line());
    assertEquals(Optional.of(lines.get(4)), texts.get(0));
    assertEquals(ErrorCode.DUPLICATE, told.get(1).code());
    assertEquals(2, told.size());
    try (Market packed = Market.openPacked(to, WORDS)) {
      assertEquals(19, packed.size());
    }
    Error wrong = new AssertionError("wrong");
    assertSame(wrong, assertThrows(Error.class,
        () -> Market.pack(from, to, WORDS, PackingOptions.strict().withFault((fault, line) -> {
          throw wrong;
        }))));
  }

  @Test
  void packingCanBeStopped() throws Exception {
    Path from = Files.writeString(directory.resolve("from"), String.join("\n", openings(9000)));
    Path to = directory.resolve("to");
    assertEquals(ErrorCode.CANCELLED, fault(() -> Market.pack(from, to, WORDS,
        PackingOptions.strict().withProgress((done, all, documents) -> {
          assertTrue(done <= all && documents > 0);
          return false;
        }))));
    assertFalse(Files.exists(to));
    Path people = Files.writeString(directory.resolve("people"), citizen(1) + "\n");
    Caseload.pack(people, to, WORDS, PackingOptions.strict());
    assertEquals(PackedKind.CASELOAD, Engine.packedKind(to));
  }
}
