// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the tests share: a pair of documents that say everything, and a match as a document again. */
final class Support {
  static final Path ROOT = Path.of(System.getProperty("smaajob.root"));
  static final int MATCHES = Integer.getInteger("smaajob.test.matches", 20_000);
  static final List<Label> CONCEPTS = Vocabulary.builtIn().concepts();
  static final String CITIZEN = """
      {"format":"smaajob.citizen/1","id":"c-17","competencies":[
      {"concept":"%s","level":3,"evidence":"observed"},{"concept":"%s","level":1}],"competencies_complete":true,
      "needs":[{"condition":"env_noise","tolerates":1,"strength":"must"},
      {"condition":"sup_contact","requires":2,"strength":"should"},
      {"condition":"phy_lift","at_most":10,"strength":"nice"}],"gates":{"gate_driving_licence":"yes"},
      "hours":{"min":4,"max":10,"limit":12,"max_per_day":4,"committed":0},
      "availability":[{"days":["mon","tue","wed"],"from":"08:00","to":"12:00"}],"effectiveness":0.75,
      "attendance":{"kept":0.7,"weeks":8,"context":"practice"},"prerequisites":"present","choice":"informed",
      "purpose":"pay","wishes":[{"concept":"46.3","wants":"seek"}],"location":{"lat":57.05,"lon":9.92},
      "travel":{"mode":"bike","max_minutes":30}}""".formatted(CONCEPTS.get(0).id(), CONCEPTS.get(1).id());
  static final String OPENING = """
      {"format":"smaajob.opening/1","id":"o-9","employer":"e-4","sector":"46.31","seats":2,
      "hours":{"min":5,"max":15,"growth":20},"tasks":[{"id":"boxes","hours":{"min":6,"max":12},"optional":false,
      "windows":[{"days":["mon","tue","wed","thu"],"from":"07:00","to":"15:00"}],"requires":[
      {"concept":"%s","level":2,"importance":"must","training_weeks":4},
      {"concept":"%s","level":2,"importance":"should","training_weeks":null},
      {"concept":"%s","level":1,"importance":"nice"}],"exposures":{"env_noise":1,"phy_lift":15}},
      {"id":"floor","optional":true,"requires":[]}],"exposures":{"env_noise":2},"provisions":{"sup_contact":2},
      "gates":["gate_driving_licence"],"terms":{"paid":"yes","practice":"yes","hybrid":"yes","prospect":"no",
      "fleksjob":"no"},"weekly_variation":"low","location":{"lat":57.06,"lon":9.93}}"""
      .formatted(CONCEPTS.get(0).id(), CONCEPTS.get(1).id(), CONCEPTS.get(2).id());

  private Support() {}

  static Citizen citizen() throws SmaajobException {
    return Citizen.fromJson(CITIZEN);
  }

  static Opening opening() throws SmaajobException {
    return Opening.fromJson(OPENING);
  }

  static Match match() throws SmaajobException {
    try (Citizen citizen = citizen(); Opening opening = opening()) {
      return Engine.match(citizen, opening);
    }
  }

  static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every line of every shared vector, with where it stands. */
  static Map<String, String> vectors() throws IOException {
    Map<String, String> lines = new LinkedHashMap<>();
    try (Stream<Path> files = Files.walk(ROOT.resolve("tests/vectors"))) {
      for (Path path : files.filter(p -> p.toString().endsWith(".ndjson")).sorted().toList()) {
        int number = 0;
        for (String line : Files.readAllLines(path)) {
          number++;
          if (!line.isBlank()) {
            lines.put(path.getFileName() + ":" + number, line);
          }
        }
      }
    }
    return lines;
  }

  /** Memory of this process that is in use, in KiB. */
  static long sizeKib() {
    return Long.parseLong(read(Path.of("/proc/self/statm")).split(" ")[1]) * 4;
  }

  /** A match as a document again, made of what its readers say alone, but for format, engine and digests. */
  static Map<String, Object> asDocument(Match match) throws SmaajobException {
    Score score = match.result();
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("citizen", match.citizenId());
    told.put("opening", match.openingId());
    told.put("verdict", match.verdict().toString());
    told.put("blockers", all(match.blockers(), Support::reason));
    told.put("score", number(match.score()));
    told.put("low", number(score.low()));
    told.put("high", number(score.high()));
    told.put("coverage", score.coverage());
    told.put("potential", number(score.potential()));
    told.put("sides", map("citizen", number(score.sides().citizen()), "employer", number(score.sides().employer())));
    told.put("criteria", all(match.criteria(), c -> map("id", c.id().word(), "side", c.side().word(),
        "value", c.value(), "low", c.low(), "high", c.high(), "weight", c.weight(), "loss", c.loss(),
        "items", all(c.items(), i -> map("subject", i.subject().orElse(null), "task", i.task().orElse(null),
            "state", i.state().word(), "have", number(i.have()), "want", number(i.want()), "share", i.share(),
            "loss", i.loss())))));
    told.put("tasks", all(match.tasks(), t -> map("id", t.id(), "verdict", t.verdict().word(),
        "hours", number(t.hours()), "reasons", all(t.reasons(), Support::reason))));
    Plan plan = match.plan();
    told.put("plan", map("present_hours", number(plan.presentHours()), "paid_hours", number(plan.paidHours()),
        "practice_hours", number(plan.practiceHours()), "capacity_hours", number(plan.capacityHours()),
        "growth_to", number(plan.growthTo()), "schedule", all(plan.schedule(),
            s -> map("day", s.day().word(), "from", s.from(), "to", s.to(), "task", s.task()))));
    told.put("timing", map("advice", match.timing().advice().word(),
        "reasons", all(match.timing().reasons(), Support::reason)));
    told.put("attention", all(match.attention(), Support::reason));
    told.put("questions", all(match.questions(), q -> map("code", q.code().word(), "subject", q.subject(),
        "ask", q.ask().word(), "swing", q.swing(), "decides", q.decides())));
    told.put("levers", all(match.levers(), l -> map("changes", all(l.changes(), Support::change),
        "score", number(l.score()), "verdict", l.verdict().word(), "gain", l.gain())));
    return told;
  }

  private static Object change(Change change) {
    boolean term = change.code() == Code.TERM_AGREED;
    return map("by", change.by().word(), "code", change.code().word(), "subject", change.subject(),
        "from", term ? "no" : number(change.from()), "to", term ? "yes" : number(change.to()));
  }

  private static Object reason(Reason reason) {
    return map("code", reason.code().word(), "subject", reason.subject().orElse(null),
        "task", reason.task().orElse(null));
  }

  static Double number(OptionalDouble number) {
    return number.isPresent() ? (Double) number.getAsDouble() : null;
  }

  private static <T> List<Object> all(List<T> list, Function<T, Object> of) {
    return list.stream().map(of).toList();
  }

  private static Map<String, Object> map(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }

  /** Where what was told first differs from what was written; what does not apply may be left out of a document. */
  static Optional<String> difference(Object told, Object written, String at) {
    if (told instanceof Map<?, ?> left && written instanceof Map<?, ?> right) {
      for (Object name : right.keySet()) {
        if (!left.containsKey(name)) {
          return Optional.of(at + "/" + name + " is not told");
        }
      }
      return left.keySet().stream()
          .filter(name -> right.containsKey(name) || left.get(name) != null)
          .map(name -> difference(left.get(name), right.get(name), at + "/" + name))
          .flatMap(Optional::stream).findFirst();
    }
    if (told instanceof List<?> left && written instanceof List<?> right) {
      if (left.size() != right.size()) {
        return Optional.of(at + ": " + left.size() + " told, " + right.size() + " written");
      }
      return java.util.stream.IntStream.range(0, left.size())
          .mapToObj(i -> difference(left.get(i), right.get(i), at + "/" + i))
          .flatMap(Optional::stream).findFirst();
    }
    if (told instanceof Double left && written instanceof Double right
        && (at.contains("hours") || at.equals("/plan/growth_to"))) {
      // Written to the thousandth of an hour that gives back the minute.
      return Math.round(left * 60) == Math.round(right * 60) ? Optional.empty() : Optional.of(at + ": " + told);
    }
    return java.util.Objects.equals(told, written)
        ? Optional.empty()
        : Optional.of(at + ": " + told + " told, " + written + " written");
  }
}
