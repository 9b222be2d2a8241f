// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to it, it throws, and nothing worse. */
class MisuseTest {
  private static final List<Class<?>> CLASSES = List.of(Engine.class, Vocabulary.class, VocabularyBuilder.class,
      Citizen.class, CitizenBuilder.class, Opening.class, OpeningBuilder.class, TaskBuilder.class, Policy.class,
      PolicyBuilder.class, Match.class, Explanation.class, Difference.class, MatchRecord.class, Market.class,
      MarketBuilder.class, Caseload.class, CaseloadBuilder.class, Ranking.class, RankingOptions.class,
      Scores.class, ScoresOptions.class, PackingOptions.class);
  private static final int CALLS = Integer.getInteger("smaajob.test.calls", 40_000);

  private final Random random = new Random(20260101);
  private final List<Object> things = new ArrayList<>();
  private Path written;

  @Test
  void anObjectThatIsClosedIsRefused() throws Exception {
    Citizen citizen = Support.citizen();
    Opening opening = Support.opening();
    Match match = Engine.match(citizen, opening);
    Match kept = Engine.match(citizen, opening);
    MatchRecord record = MatchRecord.of(match, "2026-11-22T14:00:00Z", "a");
    for (AutoCloseable thing : new AutoCloseable[] {citizen, opening, match, record, match.explain("da"),
        Difference.of(match, match), BuildersTest.citizen(), BuildersTest.opening(), new PolicyBuilder(),
        new VocabularyBuilder("v"), new PolicyBuilder().build(), market(), caseload(), ranking(),
        new MarketBuilder(Vocabulary.builtIn()), new CaseloadBuilder(Vocabulary.builtIn()), Vocabulary.fromJson(Vocabulary.builtIn().toJson())}) {
      thing.close();
      thing.close();
      int refused = 0;
      for (Method method : thing.getClass().getMethods()) {
        if (method.getDeclaringClass() == thing.getClass() && method.getParameterCount() == 0
            && !Modifier.isStatic(method.getModifiers())
            && !method.getName().matches("close|vocabulary|verdict|score|result")
            && !(thing instanceof Difference && method.getName().equals("hashCode"))) {
          assertEquals(IllegalStateException.class,
              assertThrows(InvocationTargetException.class, () -> method.invoke(thing)).getCause().getClass(),
              method.toString());
          refused++;
        }
      }
      assertTrue(refused > 0, thing.getClass().getName());
    }
    assertThrows(IllegalStateException.class, () -> Engine.match(citizen, Support.opening()));
    assertThrows(IllegalStateException.class, () -> Engine.score(Support.citizen(), opening));
    assertThrows(IllegalStateException.class, () -> match.explain("da"));
    assertThrows(IllegalStateException.class, () -> record.replay(Vocabulary.builtIn()));
    assertEquals("c-17", kept.citizenId(), "a match keeps alive what it was made of");
    TaskBuilder orphan = orphan();
    assertThrows(IllegalStateException.class, () -> orphan.setOptional(true));
  }

  private static TaskBuilder orphan() throws SmaajobException {
    try (OpeningBuilder opening = new OpeningBuilder("o")) {
      return opening.addTask("t");
    }
  }

  @Test
  void everyPublicClassThatReachesTheLibraryIsMisusedHere() throws Exception {
    Set<String> misused = CLASSES.stream().map(Class::getSimpleName).collect(Collectors.toSet());
    List<String> forgotten = new ArrayList<>();
    try (Stream<Path> sources = Files.list(Support.ROOT.resolve("bindings/java/src/main/java/dk/smaajob"))) {
      for (Path path : sources.sorted().toList()) {
        String name = path.getFileName().toString().replace(".java", "");
        String source = Support.read(path);
        if (source.contains("\npublic ") && source.matches("(?s).*\\bNative(\\.|::).*") && !misused.contains(name)) {
          forgotten.add(name);
        }
      }
    }
    assertEquals(List.of(), forgotten);
  }

  @Test
  void closingWhatIsSharedDoesNothing() throws Exception {
    Vocabulary.builtIn().close();
    Policy.defaults().close();
    assertEquals("c-17", Support.match().citizenId());
  }

  @Test
  void anotherVocabularyIsRefused() throws Exception {
    try (Vocabulary other = Vocabulary.fromJson(Vocabulary.builtIn().toJson());
        Opening opening = Opening.fromJson(Support.OPENING, other); Citizen citizen = Support.citizen()) {
      SmaajobException fault = assertThrows(SmaajobException.class, () -> Engine.match(citizen, opening));
      assertEquals(ErrorCode.ARGUMENT, fault.code());
    }
  }

  @Test
  void aBuilderIsForOneThreadAtATime() throws Exception {
    CitizenBuilder builder = new CitizenBuilder("c");
    Handle handle = Handle.exclusive(1, at -> { });
    assertThrows(ConcurrentModificationException.class, () -> handle.run(at -> handle.run(again -> { })));
    inThreads(8, () -> {
      for (int i = 0; i < 500; i++) {
        try {
          builder.addWindow(List.of(Day.MON), "08:00", "12:00").setNeedsKnown().build().close();
        } catch (ConcurrentModificationException | SmaajobException expected) {
          // One thread was first, or 336 windows are there.
        }
      }
    });
    assertEquals("c", builder.build().id());
  }

  @Test
  void aCloseDuringCallsEndsThemWell() throws Exception {
    String expected = Support.match().toJson();
    for (int round = 0; round < 200; round++) {
      Citizen citizen = Support.citizen();
      Opening opening = Support.opening();
      Match match = Engine.match(citizen, opening);
      AtomicInteger closer = new AtomicInteger();
      inThreads(4, () -> {
        boolean closes = closer.getAndIncrement() == 0;
        try {
          for (int i = 0; i < 20; i++) {
            if (closes && i == 5) {
              match.close();
              opening.close();
              citizen.close();
            }
            assertEquals(expected, match.toJson());
            match.criteria();
            Engine.match(citizen, opening).close();
          }
        } catch (IllegalStateException late) {
          // It was closed.
        }
      });
    }
  }

  @Test
  void aCloseDuringRankingsEndsThemWell() throws Exception {
    List<Ranked> expected = ranking().ranked();
    for (int round = 0; round < 100; round++) {
      Citizen citizen = Support.citizen();
      Market market = market();
      Caseload caseload = caseload();
      AtomicInteger closer = new AtomicInteger();
      inThreads(4, () -> {
        boolean closes = closer.getAndIncrement() == 0;
        try {
          for (int i = 0; i < 20; i++) {
            if (closes && i == 5) {
              market.close();
              citizen.close();
              caseload.close();
            }
            try (Ranking one = Engine.rank(citizen, market, RankingOptions.top(3))) {
              assertEquals(expected, one.ranked());
            }
            Engine.rankOpenings(market, caseload, RankingOptions.top(3)).forEach(Ranking::close);
            assertEquals(expected.get(0).score(),
                Engine.score(caseload, market, ScoresOptions.of(0, 1)).get(0, 0));
          }
        } catch (IllegalStateException late) {
          // It was closed.
        }
      });
    }
  }

  /** What a thread does. */
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }

  static void inThreads(int n, Work work) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(n);
    CountDownLatch gate = new CountDownLatch(n);
    try {
      List<Future<Object>> all = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        all.add(pool.submit(() -> {
          gate.countDown();
          gate.await();
          work.run();
          return null;
        }));
      }
      for (Future<Object> one : all) {
        one.get();
      }
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void randomCallsThrowAndNothingWorse(@TempDir Path directory) throws Exception {
    collect(directory);
    List<Executable> calls = new ArrayList<>();
    for (Class<?> type : CLASSES) {
      calls.addAll(List.of(type.getConstructors()));
      for (Method method : type.getDeclaredMethods()) {
        if (Modifier.isPublic(method.getModifiers()) && !method.isSynthetic()) {
          calls.add(method);
        }
      }
    }
    List<Executable> waiting = new ArrayList<>(calls);
    int thrown = 0;
    for (int i = 0; i < CALLS; i++) {
      // Half of the calls are those that have not come back with anything yet.
      List<Executable> among = i % 2 == 0 && !waiting.isEmpty() ? waiting : calls;
      Executable call = among.get(random.nextInt(among.size()));
      try {
        invoke(call);
        waiting.remove(call);
      } catch (InvocationTargetException e) {
        assertTrue(expected(e.getCause()), call + ": " + e.getCause());
        thrown++;
      }
    }
    assertTrue(thrown > CALLS / 20, thrown + " thrown");
    assertTrue(thrown < CALLS, "none returned");
    assertEquals(List.of(), waiting, "every public call came back with something at least once");
    assertEquals("c-17", Support.match().citizenId());
  }

  private static boolean expected(Throwable thrown) {
    return thrown instanceof SmaajobException || thrown instanceof NullPointerException
        || thrown instanceof IllegalStateException || thrown instanceof IOException
        || thrown instanceof IndexOutOfBoundsException || thrown instanceof IllegalArgumentException
        || thrown instanceof ArithmeticException || thrown instanceof Thrown;
  }

  /** What a callback throws. */
  private static final class Thrown extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private static Market market() throws SmaajobException {
    return Market.of(List.of(Support.opening()), Vocabulary.builtIn());
  }

  private static Caseload caseload() throws SmaajobException {
    return Caseload.of(List.of(Support.citizen()), Vocabulary.builtIn());
  }

  private static Ranking ranking() throws SmaajobException {
    return Engine.rank(Support.citizen(), market(), RankingOptions.top(3));
  }

  private void collect(Path directory) throws Exception {
    written = directory.resolve("written");
    Match match = Support.match();
    String record = MatchRecord.of(match, "2026-11-22T14:00:00Z", "a").toJson();
    List<String> documents = List.of(Support.CITIZEN, Support.OPENING, "{\"format\":\"smaajob.policy/1\"}",
        Support.citizen().toJson(), Support.opening().toJson(), match.toJson(), record,
        "{\"format\":\"smaajob.vocabulary/1\",\"version\":\"v\",\"conditions\":[],\"gates\":[],\"competencies\":[]}");
    for (String document : documents) {
      things.add(document);
      things.add(document.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      things.add(Files.writeString(directory.resolve(things.size() + ".json"), document));
    }
    things.addAll(List.of("", "c", "da", "en", "citizen", "env_noise", "sup_contact", "gate_driving_licence", "/weights/wish", "46.31",
        "a\0b", "\ud800", "x".repeat(10_000), "æøå😀", "07:00", "08:00", "12:00", "12:15", "24:00", "2026-11-22T14:00:00Z", "{}",
        Support.CONCEPTS.get(0).id(), new byte[0], new byte[] {(byte) 0xff}, directory));
    things.addAll(List.of(Need.tolerates(1), Need.requires(2), Need.atMost(3), Need.atMost(Double.NaN),
        Training.UNKNOWN, Training.IMPOSSIBLE, Training.weeks(3), Training.weeks(-3),
        CitizenHours.week().max(3), CitizenHours.month().min(-1), OpeningHours.week(), TaskHours.week().max(1e9), TaskHours.week().max(3),
        Decision.of(Verdict.FIT, "r", "p"), Decision.of(Advice.NOT_NOW, "æ", "p"),
        Vocabulary.builtIn().conditions().get(0), Support.CONCEPTS.get(1),
        new Condition("x", Kind.TIME, ConditionType.LIMIT, Optional.empty(), Optional.of("x"), Optional.empty(),
            Optional.empty(), Optional.empty()),
        new Label("y", Optional.of("y"), Optional.empty())));
    things.addAll(List.<Progress>of((done, all) -> true, (done, all) -> done == 7, (done, all) -> {
      throw new Thrown();
    }));
    things.addAll(List.<RankingReceiver<?>>of(ranking -> true, ranking -> false, ranking -> ranking.pairs() > 7,
        ranking -> {
          throw new IOException("full");
        }));
    things.addAll(List.of(RankingOptions.top(3), RankingOptions.top(3).withThreads(2), RankingOptions.top(-3),
        RankingOptions.top(0).withThreads(999), ScoresOptions.of(0, 1), ScoresOptions.of(1, -7),
        ScoresOptions.of(0, 1).withThreads(999), new Scores(1, 1), new Scores(0, 0),
        ByteBuffer.allocateDirect(64), ByteBuffer.allocate(64), ByteBuffer.allocateDirect(64).asReadOnlyBuffer()));
    Path market = directory.resolve("market");
    Path caseload = directory.resolve("caseload");
    market().save(market);
    caseload().save(caseload);
    things.addAll(List.of(market, caseload, directory.resolve("new"), PackingOptions.strict(),
        PackingOptions.strict().withFault((fault, line) -> true),
        PackingOptions.strict().withFault((fault, line) -> {
          throw new Thrown();
        })));
    things.addAll(List.<PackingFault>of((fault, line) -> true, (fault, line) -> false));
    things.add((PackingProgress) (done, all, good) -> good > 7);
    // Some that are open for good, beside those that random calls close.
    things.addAll(List.of(Vocabulary.builtIn(), Policy.defaults()));
  }

  private Object invoke(Executable call) throws Exception {
    Object[] arguments = new Object[call.getParameterCount()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = argument(call.getGenericParameterTypes()[i]);
    }
    // What is written goes where nothing else is read from.
    if (call.getName().matches("save|pack")) {
      arguments[call.getName().equals("save") ? 0 : 1] = random.nextInt(9) == 0 ? null : written;
    }
    if (call instanceof Constructor<?> constructor) {
      return constructor.newInstance(arguments);
    }
    Object self = Modifier.isStatic(call.getModifiers()) ? null : made(call.getDeclaringClass());
    if (self == Vocabulary.builtIn() || random.nextInt(4) == 0 || !call.getName().equals("close")) {
      return ((Method) call).invoke(self, arguments);
    }
    return null;
  }

  private Object argument(Type type) throws Exception {
    if (type instanceof ParameterizedType of && of.getRawType() == List.class) {
      Class<?> kind = (Class<?>) of.getActualTypeArguments()[0];
      return random.nextInt(9) == 0 ? null : random.nextBoolean() ? List.of() : List.of(made(kind));
    }
    if (type instanceof ParameterizedType of && of.getRawType() == RankingReceiver.class) {
      return random.nextInt(9) == 0 ? null : made(RankingReceiver.class);
    }
    if (type instanceof ParameterizedType of) {
      if (of.getRawType() == Collection.class) {
        return random.nextInt(9) == 0 ? null : random.nextBoolean() ? List.of()
            : of.getActualTypeArguments()[0] == Day.class ? List.of(Day.TUE) : List.of("env_noise");
      }
      return random.nextInt(9) == 0 ? null : random.nextBoolean() ? Optional.empty()
          : Optional.of(Decision.of(Verdict.FIT, "r", "p"));
    }
    Class<?> kind = (Class<?>) type;
    if (kind == int.class) {
      return new int[] {0, 1, 2, 3, 15, 480, -1, -2, Integer.MAX_VALUE, Integer.MIN_VALUE}[random.nextInt(10)];
    }
    if (kind == double.class) {
      return new double[] {0, 0.5, 1, 2, 57, -1.5, 1e300, Double.NaN, Double.POSITIVE_INFINITY}[random.nextInt(9)];
    }
    if (kind == boolean.class) {
      return random.nextBoolean();
    }
    if (random.nextInt(12) == 0) {
      return null;
    }
    if (kind == OptionalInt.class) {
      return random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(40) - 5);
    }
    if (kind == OptionalDouble.class) {
      return random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(random.nextInt(40) - 5);
    }
    return kind.isEnum() ? kind.getEnumConstants()[random.nextInt(kind.getEnumConstants().length)] : made(kind);
  }

  /** One of a kind, sometimes one that is closed already. */
  private Object made(Class<?> kind) throws Exception {
    List<Object> found = things.stream().filter(kind::isInstance).toList();
    if (!CLASSES.contains(kind) || (!found.isEmpty() && random.nextInt(8) > 0)) {
      return found.get(random.nextInt(found.size()));
    }
    Object fresh = kind == Citizen.class ? Support.citizen() : kind == Opening.class ? Support.opening()
        : kind == Match.class ? Support.match() : kind == Explanation.class ? Support.match().explain("en")
        : kind == Difference.class ? Difference.of(Support.match(), Support.match())
        : kind == MatchRecord.class ? MatchRecord.of(Support.match(), "2026-11-22T14:00:00Z", "a")
        : kind == CitizenBuilder.class ? new CitizenBuilder("c") : kind == OpeningBuilder.class
            ? (random.nextBoolean() ? BuildersTest.opening() : new OpeningBuilder("o"))
        : kind == TaskBuilder.class ? new OpeningBuilder("o").addTask("t")
        : kind == PolicyBuilder.class ? new PolicyBuilder()
        : kind == VocabularyBuilder.class ? new VocabularyBuilder("v", Vocabulary.builtIn())
        : kind == Market.class ? market() : kind == Caseload.class ? caseload()
        : kind == MarketBuilder.class ? new MarketBuilder(Vocabulary.builtIn())
        : kind == CaseloadBuilder.class ? new CaseloadBuilder(Vocabulary.builtIn())
        : kind == Ranking.class ? ranking() : kind == RankingOptions.class ? RankingOptions.top(3)
        : kind == Scores.class ? new Scores(1, 1) : kind == ScoresOptions.class ? ScoresOptions.of(0, 1)
        : kind == PackingOptions.class ? PackingOptions.strict()
        : kind == Policy.class ? Policy.defaults() : Vocabulary.builtIn();
    if (found.size() > 8) {
      things.remove(found.get(0));
    }
    things.add(fresh);
    return fresh;
  }
}
