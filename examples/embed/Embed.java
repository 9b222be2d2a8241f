// SPDX-License-Identifier: Apache-2.0
import dk.smaajob.*;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A host with a database of its own ranks, and keeps matches and records: java Embed.java DATABASE. */
class Embed {
  private static final int THREADS = 4;

  /** What is to be kept of one of the best. */
  private record Result(String citizen, int place, Ranked ranked, String match, String record) {}

  /** What is done with a row. */
  private interface Use {
    void row(ResultSet row) throws Exception;
  }

  private final Connection database;
  private final PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);

  private Embed(Connection database) {
    this.database = database;
  }

  private void each(String sql, Use use, String... texts) throws Exception {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      for (int i = 0; i < texts.length; i++) {
        statement.setString(i + 1, texts[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          use.row(row);
        }
      }
    }
  }

  private static boolean has(ResultSet row, String... columns) throws SQLException {
    for (String column : columns) {
      if (row.getObject(column) != null) {
        return true;
      }
    }
    return false;
  }

  private static OptionalDouble number(ResultSet row, String column) throws SQLException {
    return has(row, column) ? OptionalDouble.of(row.getDouble(column)) : OptionalDouble.empty();
  }

  private static <E extends Enum<E>> E word(Class<E> kind, ResultSet row, String column) throws SQLException {
    return Enum.valueOf(kind, row.getString(column).toUpperCase(Locale.ROOT));
  }

  private static List<Day> days(ResultSet row) throws SQLException {
    return Arrays.stream(row.getString("days").split(" ")).map(day -> Day.valueOf(day.toUpperCase(Locale.ROOT)))
        .toList();
  }

  private static Need need(ResultSet row) throws SQLException {
    return switch (row.getString("kind")) {
      case "tolerates" -> Need.tolerates(row.getInt("value"));
      case "requires" -> Need.requires(row.getInt("value"));
      default -> Need.atMost(row.getDouble("value"));
    };
  }

  private void addLists(CitizenBuilder builder, String id) throws Exception {
    each("SELECT * FROM competence WHERE citizen = ? ORDER BY rowid", row -> builder.addCompetence(
        row.getString("concept"), row.getInt("level"), word(Evidence.class, row, "evidence")), id);
    each("SELECT * FROM need WHERE citizen = ? ORDER BY rowid", row -> builder.addNeed(
        row.getString("condition"), need(row), word(Strength.class, row, "strength")), id);
    each("SELECT * FROM answer WHERE citizen = ? ORDER BY rowid", row -> builder.setGate(
        row.getString("gate"), word(Answer.class, row, "answer")), id);
    each("SELECT * FROM wish WHERE citizen = ? ORDER BY rowid", row -> builder.addWish(
        row.getString("concept"), word(Wants.class, row, "wants")), id);
    each("SELECT * FROM time_window WHERE owner = ? AND task IS NULL ORDER BY rowid", row -> builder.addWindow(
        days(row), row.getString("from_time"), row.getString("to_time")), id);
  }

  private static void setOutput(CitizenBuilder builder, ResultSet row) throws Exception {
    if (has(row, "effectiveness")) {
      builder.setEffectiveness(row.getDouble("effectiveness"));
    }
    if (has(row, "kept")) {
      builder.setAttendance(row.getDouble("kept"),
          has(row, "kept_in") ? word(Context.class, row, "kept_in") : Context.UNKNOWN);
    }
    if (has(row, "kept_weeks")) {
      builder.setAttendanceWeeks(row.getInt("kept_weeks"));
    }
  }

  private static void setChoices(CitizenBuilder builder, ResultSet row) throws Exception {
    if (has(row, "prerequisites")) {
      builder.setPrerequisites(word(Prerequisites.class, row, "prerequisites"));
    }
    if (has(row, "choice")) {
      builder.setChoice(word(Choice.class, row, "choice"));
    }
    if (has(row, "purpose")) {
      builder.setPurpose(word(Purpose.class, row, "purpose"));
    }
    if (has(row, "lat")) {
      builder.setLocation(row.getDouble("lat"), row.getDouble("lon"));
    }
    if (has(row, "travel_by")) {
      builder.setTravel(word(Mode.class, row, "travel_by"), row.getInt("travel_minutes"));
    }
  }

  private Citizen citizen(ResultSet row) throws Exception {
    try (CitizenBuilder builder = new CitizenBuilder(row.getString("id"))) {
      builder.setCompetenciesComplete(row.getBoolean("competencies_complete"));
      if (row.getBoolean("needs_known")) {
        builder.setNeedsKnown();
      }
      if (row.getBoolean("availability_known")) {
        builder.setAvailabilityKnown();
      }
      addLists(builder, row.getString("id"));
      if (has(row, "hours_min", "hours_max", "hours_limit", "hours_per_day", "hours_committed")) {
        builder.setHours(new CitizenHours(Unit.WEEK, number(row, "hours_min"), number(row, "hours_max"),
            number(row, "hours_limit"), number(row, "hours_per_day"), number(row, "hours_committed")));
      }
      setOutput(builder, row);
      setChoices(builder, row);
      return builder.build();
    }
  }

  private static Training training(ResultSet row) throws SQLException {
    if (!has(row, "training_weeks")) {
      return Training.UNKNOWN;
    }
    int weeks = row.getInt("training_weeks");
    return weeks == -1 ? Training.IMPOSSIBLE : Training.weeks(weeks);
  }

  private void addTask(OpeningBuilder builder, ResultSet row) throws Exception {
    String opening = row.getString("opening");
    String id = row.getString("id");
    TaskBuilder task = builder.addTask(id).setOptional(row.getBoolean("optional"));
    if (has(row, "hours_min", "hours_max")) {
      task.setHours(new TaskHours(Unit.WEEK, number(row, "hours_min"), number(row, "hours_max")));
    }
    if (row.getBoolean("windows_known")) {
      task.setWindowsKnown();
    }
    if (row.getBoolean("requirements_known")) {
      task.setRequirementsKnown();
    }
    each("SELECT * FROM time_window WHERE owner = ? AND task = ? ORDER BY rowid", window -> task.addWindow(
        days(window), window.getString("from_time"), window.getString("to_time")), opening, id);
    each("SELECT * FROM requirement WHERE opening = ? AND task = ? ORDER BY rowid", demand -> task.addRequirement(
        demand.getString("concept"), demand.getInt("level"), word(Strength.class, demand, "importance"),
        training(demand)), opening, id);
    each("SELECT * FROM exposure WHERE opening = ? AND task = ? ORDER BY rowid", exposure -> task.setExposure(
        exposure.getString("condition"), exposure.getDouble("value")), opening, id);
  }

  private void addLists(OpeningBuilder builder, String id) throws Exception {
    each("SELECT * FROM task WHERE opening = ? ORDER BY rowid", row -> addTask(builder, row), id);
    each("SELECT * FROM exposure WHERE opening = ? AND task IS NULL ORDER BY rowid", row -> builder.setExposure(
        row.getString("condition"), row.getDouble("value")), id);
    each("SELECT * FROM provision WHERE opening = ? ORDER BY rowid", row -> builder.setProvision(
        row.getString("condition"), row.getInt("value")), id);
    each("SELECT * FROM gate WHERE opening = ? ORDER BY rowid", row -> builder.addGate(row.getString("gate")), id);
  }

  private static void setTerms(OpeningBuilder builder, ResultSet row) throws Exception {
    for (Term term : Term.values()) {
      if (has(row, term.word())) {
        builder.setTerm(term, word(Answer.class, row, term.word()));
      }
    }
    if (has(row, "pay_basis")) {
      builder.setPayBasis(word(PayBasis.class, row, "pay_basis"));
    }
    if (has(row, "weekly_variation")) {
      builder.setWeeklyVariation(word(Variation.class, row, "weekly_variation"));
    }
  }

  private Opening opening(ResultSet row) throws Exception {
    try (OpeningBuilder builder = new OpeningBuilder(row.getString("id")).setSeats(row.getInt("seats"))) {
      if (has(row, "employer")) {
        builder.setEmployer(row.getString("employer"));
      }
      if (has(row, "sector")) {
        builder.setSector(row.getString("sector"));
      }
      if (has(row, "hours_min", "hours_max", "hours_growth")) {
        builder.setHours(new OpeningHours(word(Unit.class, row, "hours_unit"), number(row, "hours_min"),
            number(row, "hours_max"), number(row, "hours_growth")));
      }
      addLists(builder, row.getString("id"));
      setTerms(builder, row);
      if (has(row, "lat")) {
        builder.setLocation(row.getDouble("lat"), row.getDouble("lon"));
      }
      return builder.build();
    }
  }

  private static <T> List<T> inThreads(List<Callable<T>> work) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      List<T> done = new ArrayList<>();
      for (Future<T> one : pool.invokeAll(work)) {
        done.add(one.get());
      }
      return done;
    } finally {
      pool.shutdown();
    }
  }

  private void tell(Ranking ranking) {
    long blocked = ranking.withoutScore().getOrDefault(Verdict.BLOCKED, 0L);
    out.printf("%s: the best %d of %d openings; %d blocked\n", ranking.id(), ranking.ranked().size(), ranking.pairs(),
        blocked);
  }

  private static Result result(Citizen citizen, int place, Ranked ranked, Opening opening, String time, String actor)
      throws SmaajobException {
    try (Match match = Engine.match(citizen, opening); MatchRecord record = MatchRecord.of(match, time, actor)) {
      return new Result(citizen.id(), place, ranked, match.toJson(), record.toJson());
    }
  }

  private List<Result> results(List<Citizen> citizens, List<Opening> openings) throws Exception {
    List<Callable<Result>> work = new ArrayList<>();
    Vocabulary words = Vocabulary.builtIn();
    try (Caseload caseload = Caseload.of(citizens, words); Market market = Market.of(openings, words)) {
      each("SELECT * FROM request LIMIT 1", request -> {
        String time = request.getString("time");
        String actor = request.getString("actor");
        RankingOptions options = RankingOptions.top(request.getInt("top")).withThreads(THREADS).countingBlockers();
        int[] number = {0};
        Engine.rankCitizens(caseload, market, options, ranking -> {
          Citizen citizen = citizens.get(number[0]++);
          tell(ranking);
          int place = 1;
          for (Ranked ranked : ranking.ranked()) {
            int at = place++;
            work.add(() -> result(citizen, at, ranked, openings.get(ranked.number()), time, actor));
          }
          ranking.close();
          return true;
        });
      });
    }
    return inThreads(work);
  }

  private void keep(List<Result> results) throws SQLException {
    database.setAutoCommit(false);
    database.createStatement().executeUpdate("DELETE FROM result");
    try (PreparedStatement row = database.prepareStatement("INSERT INTO result VALUES (?, ?, ?, ?, ?, ?, ?)")) {
      for (Result result : results) {
        row.setString(1, result.citizen());
        row.setInt(2, result.place());
        row.setString(3, result.ranked().id());
        row.setString(4, result.ranked().score().verdict().word());
        row.setDouble(5, result.ranked().score().score().getAsDouble());
        row.setString(6, result.match());
        row.setString(7, result.record());
        row.executeUpdate();
      }
    }
    database.commit();
    database.setAutoCommit(true);
  }

  /** What is kept in the database alone is scored again. */
  private static boolean isSameAgain(String match, String json) throws SmaajobException {
    try (MatchRecord record = MatchRecord.fromJson(json); Match again = record.replay(Vocabulary.builtIn());
        Difference difference = Difference.of(record.matchToJson(), again.toJson())) {
      return difference.same().all() && again.toJson().equals(match);
    }
  }

  private boolean printResults() throws Exception {
    List<Callable<Boolean>> work = new ArrayList<>();
    each("SELECT * FROM result ORDER BY rowid", row -> {
      String match = row.getString("match");
      String json = row.getString("record");
      work.add(() -> isSameAgain(match, json));
      try (MatchRecord record = MatchRecord.fromJson(json)) {
        out.printf(Locale.ROOT, "%s %d %s %s %.3f %s\n", row.getString("citizen"), row.getInt("place"),
            row.getString("opening"), row.getString("verdict"), row.getDouble("score"), record.digest());
      }
    });
    long same = inThreads(work).stream().filter(is -> is).count();
    out.printf("%d kept; %d of them scored again, the same to the byte\n", work.size(), same);
    out.flush();
    return same == work.size();
  }

  private boolean run() throws Exception {
    List<Citizen> citizens = new ArrayList<>();
    List<Opening> openings = new ArrayList<>();
    each("SELECT * FROM citizen ORDER BY rowid", row -> citizens.add(citizen(row)));
    each("SELECT * FROM opening ORDER BY rowid", row -> openings.add(opening(row)));
    keep(results(citizens, openings));
    citizens.forEach(Citizen::close);
    openings.forEach(Opening::close);
    return printResults();
  }

  public static void main(String[] arguments) throws Exception {
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + arguments[0])) {
      System.exit(new Embed(database).run() ? 0 : 1);
    }
  }
}
