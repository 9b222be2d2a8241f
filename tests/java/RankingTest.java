// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rankings of the shared vectors' citizens and openings, against a score of every pair. */
class RankingTest {
  private static final Vocabulary WORDS = Vocabulary.builtIn();
  private static final RankingOptions ALL = RankingOptions.top(1000);
  private static List<Citizen> citizens;
  private static List<Opening> openings;
  private static Caseload caseload;
  private static Market market;

  @BeforeAll
  static void collect() throws Exception {
    citizens = new ArrayList<>();
    openings = new ArrayList<>();
    for (String line : Support.vectors().values()) {
      Map<String, String> vector = Json.members(line);
      if (!vector.containsKey("vocabulary")) {
        citizens.add(Citizen.fromJson(numbered(vector.get("citizen"), citizens.size())));
        openings.add(Opening.fromJson(numbered(vector.get("opening"), openings.size())));
      }
    }
    citizens = citizens.subList(0, 80);
    caseload = Caseload.of(citizens, WORDS);
    market = Market.of(openings, WORDS);
  }

  @AfterAll
  static void close() {
    caseload.close();
    market.close();
  }

  private static String numbered(String document, int number) {
    return document.replaceFirst("\"id\":\"[^\"]*\"", "\"id\":\"n-" + number + "\"");
  }

  private static String lines(List<String> documents) {
    return String.join("\n", documents) + "\n";
  }

  private static List<Ranked> best(List<Ranked> all) {
    return all.stream().filter(ranked -> ranked.score().score().isPresent())
        .sorted(Comparator.comparingDouble((Ranked ranked) -> -ranked.score().score().getAsDouble())
            .thenComparing(ranked -> -ranked.score().verdict().ordinal()).thenComparing(Ranked::id))
        .toList();
  }

  private static List<Ranked> bestFor(Citizen citizen) throws SmaajobException {
    List<Ranked> all = new ArrayList<>();
    for (Opening opening : openings) {
      all.add(new Ranked(all.size(), opening.id(), Engine.score(citizen, opening)));
    }
    return best(all);
  }

  private static List<Ranked> bestFor(Opening opening) throws SmaajobException {
    List<Ranked> all = new ArrayList<>();
    for (Citizen citizen : citizens) {
      all.add(new Ranked(all.size(), citizen.id(), Engine.score(citizen, opening)));
    }
    return best(all);
  }

  @Test
  void aRankingIsWhatScoringEveryPairAndSortingGives() throws Exception {
    int ranked = 0;
    for (Citizen citizen : citizens) {
      List<Ranked> expected = bestFor(citizen);
      try (Ranking all = Engine.rank(citizen, market, ALL.countingBlockers());
          Ranking few = Engine.rank(citizen, market, RankingOptions.top(5))) {
        assertEquals(citizen.id(), all.id());
        assertEquals(expected, all.ranked());
        assertEquals(expected.subList(0, Math.min(5, expected.size())), few.ranked());
        assertEquals(openings.size(), all.pairs());
        assertTrue(few.scored() <= few.pairs());
        assertTrue(few.withoutScore().isEmpty() && few.withVerdict().isEmpty() && few.blockedBy().isEmpty());
        assertEquals(openings.size(), all.withVerdict().values().stream().mapToLong(n -> n).sum());
        for (Verdict verdict : all.withVerdict().keySet()) {
          assertEquals(all.withVerdict().get(verdict) - all.withoutScore().getOrDefault(verdict, 0L),
              all.ranked().stream().filter(one -> one.score().verdict() == verdict).count());
        }
        assertEquals(all.pairs(),
            all.ranked().size() + all.withoutScore().values().stream().mapToLong(n -> n).sum());
      }
      ranked += expected.size();
    }
    assertTrue(ranked > 1000);
    for (Opening opening : openings.subList(0, 20)) {
      try (Ranking all = Engine.rank(opening, caseload, ALL)) {
        assertEquals(bestFor(opening), all.ranked());
      }
    }
  }

  @Test
  void manyAreRankedAsOneByOne() throws Exception {
    for (int threads : new int[] {0, 3}) {
      RankingOptions options = ALL.withThreads(threads).countingBlockers();
      List<Ranking> rankings = Engine.rankCitizens(caseload, market, options);
      assertEquals(citizens.size(), rankings.size());
      long blockers = 0;
      for (int i = 0; i < rankings.size(); i++) {
        try (Ranking many = rankings.get(i); Ranking one = Engine.rank(citizens.get(i), market, options)) {
          assertEquals(one.id(), many.id());
          assertEquals(one.ranked(), many.ranked());
          assertEquals(one.blockedBy(), many.blockedBy());
          assertEquals(one.withoutScore(), many.withoutScore());
          assertEquals(one.withVerdict(), many.withVerdict());
          blockers += many.blockedBy().values().stream().mapToLong(n -> n).sum();
          assertTrue(many.blockedBy().isEmpty() || many.withoutScore().get(Verdict.BLOCKED) > 0);
        }
      }
      assertTrue(blockers > 0);
      rankings = Engine.rankOpenings(market, caseload, options);
      assertEquals(openings.size(), rankings.size());
      assertEquals("n-7", rankings.get(7).id());
      assertEquals(bestFor(openings.get(7)), rankings.get(7).ranked());
      rankings.forEach(Ranking::close);
    }
  }

  @Test
  void aPolicyChangesTheNumbers() throws Exception {
    try (Policy policy = Policy.fromJson("{\"format\":\"smaajob.policy/1\",\"weights\":{\"competence\":0.3,\"accommodation\":0.35}}");
        Ranking usual = Engine.rank(citizens.get(0), market, ALL);
        Ranking other = Engine.rank(citizens.get(0), market, ALL.withPolicy(policy))) {
      assertNotEquals(usual.ranked(), other.ranked());
      Ranked first = other.ranked().get(0);
      assertEquals(Engine.score(citizens.get(0), openings.get(first.number()), policy, OptionalInt.empty()),
          first.score());
    }
  }

  @Test
  void progressIsToldOnTheCallersThreadAndCanStopTheWork() throws Exception {
    Thread caller = Thread.currentThread();
    List<Long> told = new ArrayList<>();
    // Told by the caller's thread alone, which may find nothing left to do when there are others.
    RankingOptions options = ALL.withProgress((done, all) -> {
      assertSame(caller, Thread.currentThread());
      assertEquals((long) citizens.size() * openings.size(), all);
      told.add(done);
      return true;
    });
    int[] received = {0};
    Engine.rankCitizens(caseload, market, options, ranking -> {
      assertSame(caller, Thread.currentThread());
      ranking.close();
      return ++received[0] > 0;
    });
    assertEquals(citizens.size(), received[0]);
    assertTrue(told.size() > 2);
    assertEquals(told.stream().sorted().toList(), told);
    Engine.rankCitizens(caseload, market, options.withThreads(3)).forEach(Ranking::close);
    SmaajobException fault = assertThrows(SmaajobException.class,
        () -> Engine.rankCitizens(caseload, market, ALL.withProgress((done, all) -> false)));
    assertEquals(ErrorCode.CANCELLED, fault.code());
    fault = assertThrows(SmaajobException.class, () -> Engine.rankOpenings(market, caseload, ALL,
        (RankingReceiver<RuntimeException>) ranking -> ranking.id().equals("x")));
    assertEquals(ErrorCode.CANCELLED, fault.code());
    fault = assertThrows(SmaajobException.class,
        () -> Engine.rank(citizens.get(0), market, ALL.withProgress((done, all) -> false)));
    assertEquals(ErrorCode.CANCELLED, fault.code());
  }

  @Test
  void whatACallbackThrowsComesOutOfTheCall() throws Exception {
    IOException full = new IOException("the disc is full");
    assertSame(full, assertThrows(IOException.class, () -> Engine.rankCitizens(caseload, market,
        ALL.withThreads(3), ranking -> {
          ranking.close();
          throw full;
        })));
    Error wrong = new AssertionError("wrong");
    RankingOptions options = ALL.withProgress((done, all) -> {
      throw wrong;
    });
    assertSame(wrong, assertThrows(Error.class, () -> Engine.rankOpenings(market, caseload, options)));
    assertSame(wrong, assertThrows(Error.class, () -> Engine.rank(openings.get(0), caseload, options)));
    aRankingOutlivesWhatItWasMadeOf();
  }

  @Test
  void aCallbackMayCallTheLibrary() throws Exception {
    int[] same = {0};
    Engine.rankCitizens(caseload, market, RankingOptions.top(1), ranking -> {
      try (ranking; Ranking inner = Engine.rank(citizens.get(0), market, RankingOptions.top(1))) {
        assertEquals("n-0", inner.id());
        return ++same[0] > 0;
      }
    });
    assertEquals(citizens.size(), same[0]);
  }

  @Test
  void aTextOfDocumentsIsAMarketOrACaseload(@TempDir Path directory) throws Exception {
    List<String> texts = new ArrayList<>();
    for (Opening opening : openings) {
      texts.add(opening.toJson());
    }
    Path path = Files.writeString(directory.resolve("åbninger.ndjson"), lines(texts));
    try (Market read = Market.fromPath(path, WORDS); Market made = Market.fromNdjson(lines(texts), WORDS);
        Caseload one = Caseload.fromNdjson(citizens.get(0).toJson(), WORDS)) {
      assertEquals(openings.size(), read.size());
      assertEquals("n-3", made.openingId(3));
      assertEquals(WORDS, made.vocabulary());
      assertTrue(made.sizeBytes() > 0 && one.sizeBytes() > 0);
      assertEquals(1, one.size());
      assertEquals("n-0", one.citizenId(0));
      assertThrows(IndexOutOfBoundsException.class, () -> one.citizenId(1));
      assertThrows(IndexOutOfBoundsException.class, () -> made.openingId(-1));
      try (Ranking a = Engine.rank(citizens.get(0), market, ALL); Ranking b = Engine.rank(citizens.get(0), read, ALL)) {
        assertEquals(a.ranked(), b.ranked());
      }
    }
    texts.set(2, "{\"format\":\"smaajob.opening/1\"}");
    Files.writeString(path, lines(texts));
    SmaajobException fault = assertThrows(SmaajobException.class, () -> Market.fromPath(path, WORDS));
    assertEquals(3, fault.line());
    assertEquals(path.toString(), fault.file().orElseThrow().toString());
    fault = assertThrows(SmaajobException.class, () -> Caseload.of(List.of(citizens.get(0), citizens.get(0)), WORDS));
    assertEquals(ErrorCode.DUPLICATE, fault.code());
    assertEquals("/1/id", fault.pointer());
  }

  @Test
  void withoutAVocabularyTheWordsAreTheBuiltInOnes(@TempDir Path directory) throws Exception {
    Path one = Files.writeString(directory.resolve("c.ndjson"), citizens.get(0).toJson());
    Path other = Files.writeString(directory.resolve("o.ndjson"), openings.get(0).toJson());
    Path packed = directory.resolve("packed");
    List<Caseload> caseloads = new ArrayList<>(List.of(Caseload.of(citizens.subList(0, 1)),
        Caseload.fromNdjson(citizens.get(0).toJson()), Caseload.fromPath(one)));
    Caseload.pack(one, packed);
    caseloads.add(Caseload.openPacked(packed));
    for (Caseload each : caseloads) {
      try (each) {
        assertEquals(WORDS, each.vocabulary());
        assertEquals("n-0", each.citizenId(0));
      }
    }
    List<Market> markets = new ArrayList<>(List.of(Market.of(openings.subList(0, 1)),
        Market.fromNdjson(openings.get(0).toJson()), Market.fromPath(other)));
    Market.pack(other, packed);
    markets.add(Market.openPacked(packed));
    for (Market each : markets) {
      try (each) {
        assertEquals(WORDS, each.vocabulary());
        assertEquals("n-0", each.openingId(0));
      }
    }
    Files.writeString(one, "{\n}");
    SmaajobException fault = assertThrows(SmaajobException.class, () -> Caseload.fromPath(one));
    assertTrue(fault.fault().endsWith("; each line is to be a whole document (NDJSON)"), fault.fault());
  }

  /** With a heap of 64 MB: it is never there as a whole. */
  @Test
  void aFileMayBeLongerThanTheHeap(@TempDir Path directory) throws Exception {
    Path path = directory.resolve("citizens.ndjson");
    String wide = " ".repeat(900_000);
    try (Writer file = Files.newBufferedWriter(path)) {
      for (int i = 0; i < 100; i++) {
        file.write(Support.CITIZEN.replace("\n", "").replace("c-17", "c-" + i) + wide + "\n\n");
      }
    }
    try (Caseload read = Caseload.fromPath(path, WORDS)) {
      assertEquals(100, read.size());
      assertEquals("c-99", read.citizenId(99));
    }
    Files.writeString(path, Support.CITIZEN.replace("\n", "").replace("c-17", "c-7"), StandardOpenOption.APPEND);
    SmaajobException fault = assertThrows(SmaajobException.class, () -> Caseload.fromPath(path, WORDS));
    assertEquals(ErrorCode.DUPLICATE, fault.code());
    assertEquals(201, fault.line());
    assertEquals("/id", fault.pointer());
    assertEquals("id: c-7 is the id of line 15 already, expected every id once", fault.fault());
    Files.writeString(path, "\n" + " ".repeat(3_000_000) + "{}\n");
    fault = assertThrows(SmaajobException.class, () -> Caseload.fromPath(path, WORDS));
    assertEquals(ErrorCode.SIZE, fault.code());
    assertEquals(2, fault.line());
  }

  @Test
  void whatIsEmptyOrOutOfRangeIsTold() throws Exception {
    try (Market none = Market.of(List.of(), WORDS); Caseload nobody = Caseload.fromNdjson("", WORDS);
        Ranking empty = Engine.rank(citizens.get(0), none, ALL);
        Ranking unkept = Engine.rank(citizens.get(0), market, RankingOptions.top(0))) {
      assertEquals(List.of(), empty.ranked());
      assertEquals(0, empty.pairs());
      assertEquals(List.of(), unkept.ranked());
      assertEquals(openings.size(), unkept.pairs());
      assertEquals(List.of(), Engine.rankCitizens(nobody, market, ALL));
    }
    for (RankingOptions options : List.of(RankingOptions.top(-1), ALL.withThreads(-1), ALL.withThreads(257))) {
      SmaajobException fault =
          assertThrows(SmaajobException.class, () -> Engine.rankCitizens(caseload, market, options));
      assertEquals(ErrorCode.RANGE, fault.code());
    }
    try (Vocabulary other = Vocabulary.fromJson(WORDS.toJson()); Market theirs = Market.of(List.of(), other)) {
      SmaajobException fault = assertThrows(SmaajobException.class, () -> Engine.rank(citizens.get(0), theirs, ALL));
      assertEquals(ErrorCode.ARGUMENT, fault.code());
      assertThrows(SmaajobException.class, () -> Market.of(openings, other));
    }
  }

  @Test
  void aRankingIsRenewedAsIfItWereMadeAnew() throws Exception {
    List<Opening> less = new ArrayList<>(openings);
    Opening gone = less.remove(7);
    List<Opening> other = new ArrayList<>(less);
    other.set(3, gone);
    try (Market without = Market.of(less, WORDS); Market with = Market.of(openings, WORDS);
        Market replaced = Market.of(other, WORDS)) {
      for (Citizen citizen : citizens.subList(0, 20)) {
        RankingOptions ten = RankingOptions.top(10).countingBlockers();
        try (Ranking all = Engine.rank(citizen, with, ten); Ranking few = Engine.rank(citizen, without, ten);
            Ranking third = Engine.rank(citizen, replaced, ten);
            Ranking removed = all.renewed(citizen, without, Renewal.REMOVED, 7, ten);
            Ranking added = few.renewed(citizen, with, Renewal.ADDED, 7, ten);
            Ranking changed = few.renewed(citizen, replaced, Renewal.REPLACED, 3, ten)) {
          assertEquals(few.ranked(), removed.ranked());
          assertEquals(all.ranked(), added.ranked());
          assertEquals(third.ranked(), changed.ranked());
          assertEquals(all.withoutScore(), added.withoutScore());
        }
      }
      try (Ranking first = Engine.rank(citizens.get(0), with, ALL)) {
        assertEquals(ErrorCode.ARGUMENT, assertThrows(SmaajobException.class,
            () -> first.renewed(citizens.get(1), without, Renewal.REMOVED, 7, ALL)).code());
        assertThrows(SmaajobException.class, () -> first.renewed(citizens.get(0), without, Renewal.REMOVED, -1, ALL));
      }
    }
  }

  @Test
  void manyScoresInOneCallAreThoseOfEachPair() throws Exception {
    for (int threads : new int[] {1, 3}) {
      Scores scores = Engine.score(caseload, market, ScoresOptions.of(3, 20).withThreads(threads));
      for (int i = 0; i < 20; i++) {
        for (int j = 0; j < openings.size(); j++) {
          Score expected = Engine.score(citizens.get(3 + i), openings.get(j));
          assertEquals(expected, scores.get(i, j));
          assertEquals(expected.verdict(), scores.verdict(i, j));
          assertEquals(expected.score().orElse(-0.001) * 1000, scores.thousandths(i, j), 1e-9);
        }
      }
    }
  }

  @Test
  void scoresGoIntoTheCallersOwnMemory() throws Exception {
    ScoresOptions one = ScoresOptions.of(5, 1);
    ByteBuffer whole = ByteBuffer.allocateDirect(8 + openings.size() * Scores.BYTES);
    Scores scores = new Scores(1, openings.size(), whole.position(8));
    Engine.score(caseload, market, one, scores);
    assertEquals(0, whole.getLong(0), "what is before it is not touched");
    assertEquals(Engine.score(citizens.get(5), openings.get(0)), scores.get(0, 0));
    assertEquals(scores.thousandths(0, 0), whole.order(ByteOrder.nativeOrder()).getInt(8 + 4));
    assertThrows(IllegalArgumentException.class, () -> new Scores(1, openings.size(), whole.position(9)));
    assertThrows(IllegalArgumentException.class, () -> new Scores(1, openings.size(), whole.position(12)));
    assertThrows(IllegalArgumentException.class, () -> new Scores(1, 1, ByteBuffer.allocate(32)));
    assertThrows(IllegalArgumentException.class,
        () -> new Scores(1, 1, ByteBuffer.allocateDirect(32).asReadOnlyBuffer()));
    assertThrows(IndexOutOfBoundsException.class, () -> new Scores(-1, 1));
    assertThrows(IndexOutOfBoundsException.class, () -> scores.get(0, openings.size()));
    assertThrows(IndexOutOfBoundsException.class, () -> scores.verdict(1, 0));
    for (ScoresOptions options : List.of(ScoresOptions.of(-1, 1), ScoresOptions.of(citizens.size(), 1),
        one.withThreads(-1), one.withThreads(257))) {
      assertEquals(ErrorCode.RANGE, assertThrows(SmaajobException.class,
          () -> Engine.score(caseload, market, options)).code());
    }
    assertEquals(ErrorCode.ARGUMENT, assertThrows(SmaajobException.class,
        () -> Engine.score(caseload, market, one, new Scores(2, openings.size()))).code());
    assertThrows(SmaajobException.class, () -> Engine.score(caseload, market, ScoresOptions.of(0, -1)));
    assertEquals(0, Engine.score(caseload, market, ScoresOptions.of(0, 0)).citizens());
  }

  @Test
  void scoringCanBeStopped() throws Exception {
    Thread caller = Thread.currentThread();
    ScoresOptions all = ScoresOptions.of(0, citizens.size());
    long[] told = {0};
    Engine.score(caseload, market, all.withProgress((done, of) -> {
      assertSame(caller, Thread.currentThread());
      told[0] = done;
      return true;
    }));
    assertTrue(told[0] > 0 && told[0] <= (long) citizens.size() * openings.size());
    assertEquals(ErrorCode.CANCELLED, assertThrows(SmaajobException.class,
        () -> Engine.score(caseload, market, all.withProgress((done, of) -> false))).code());
    Error wrong = new AssertionError("wrong");
    assertSame(wrong, assertThrows(Error.class, () -> Engine.score(caseload, market, all.withProgress((done, of) -> {
      throw wrong;
    }))));
  }

  @Test
  void aRankingOutlivesWhatItWasMadeOf() throws Exception {
    Market brief = Market.of(openings, WORDS);
    Ranking ranking = Engine.rank(citizens.get(0), brief, ALL);
    brief.close();
    assertEquals(bestFor(citizens.get(0)), ranking.ranked());
    ranking.close();
    assertThrows(IllegalStateException.class, ranking::ranked);
  }
}
