// SPDX-License-Identifier: Apache-2.0
import dk.smaajob.*;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What each call costs from Java: java Bridge.java DIRECTORY ROUNDS. */
class Bridge {
  private static final int N = 256;
  private static final int MATCHES = 2048;
  private static final int GETS = 1 << 16;

  /** One round. */
  private interface Round {
    long run() throws SmaajobException;
  }

  private final List<Citizen> citizens = new ArrayList<>();
  private final List<Opening> openings = new ArrayList<>();
  private final Policy policy = Policy.defaults();
  private final Caseload caseload;
  private final Market market;
  private final Scores scores = new Scores(N, N);

  private Bridge(Path directory) throws Exception {
    Path said = directory.resolve("citizens.ndjson");
    Path asked = directory.resolve("openings.ndjson");
    for (String line : Files.readAllLines(said)) {
      citizens.add(Citizen.fromJson(line));
    }
    for (String line : Files.readAllLines(asked)) {
      openings.add(Opening.fromJson(line));
    }
    caseload = Caseload.fromPath(said, Vocabulary.builtIn());
    market = Market.fromPath(asked, Vocabulary.builtIn());
  }

  private long get() {
    long sum = 0;
    for (int i = 0; i < GETS; i++) {
      sum += citizens.get(i % N).sizeBytes();
    }
    return sum;
  }

  private long score() throws SmaajobException {
    long sum = 0;
    for (Citizen citizen : citizens) {
      for (Opening opening : openings) {
        OptionalDouble told = Engine.score(citizen, opening, policy, OptionalInt.empty()).score();
        sum += told.isPresent() ? Math.round(told.getAsDouble() * 1000) : -1;
      }
    }
    return sum;
  }

  private long match() throws SmaajobException {
    long sum = 0;
    for (int i = 0; i < MATCHES; i++) {
      try (Match made = Engine.match(citizens.get(i % N), openings.get(i * 7 % N), policy)) {
        sum += made.blockers().size();
      }
    }
    return sum;
  }

  private long batch() throws SmaajobException {
    Engine.score(caseload, market, ScoresOptions.of(0, N), scores);
    long sum = 0;
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < N; j++) {
        sum += scores.thousandths(i, j);
      }
    }
    return sum;
  }

  private static void measure(String what, Round round, int n, int rounds) throws SmaajobException {
    long sum = round.run();
    // The compiler of the virtual machine takes its time; it is done when the least does not change.
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 2 * rounds; i++) {
      long before = System.nanoTime();
      long again = round.run();
      least = Math.min(least, System.nanoTime() - before);
      if (again != sum) {
        throw new IllegalStateException(what);
      }
    }
    System.out.printf(Locale.ROOT, "{\"language\":\"Java\",\"what\":\"%s\",\"ns\":%.1f,\"sum\":%d}%n", what,
        (double) least / n, sum);
  }

  public static void main(String[] arguments) throws Exception {
    Bridge bridge = new Bridge(Path.of(arguments[0]));
    int rounds = Integer.parseInt(arguments[1]);
    measure("get", bridge::get, GETS, rounds);
    measure("score", bridge::score, N * N, rounds);
    measure("match", bridge::match, MATCHES, rounds);
    measure("batch", bridge::batch, N * N, rounds);
  }
}
