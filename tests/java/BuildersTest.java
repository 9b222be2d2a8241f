// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Objects made in code say what a document says, and faults tell what, where and what was expected. */
class BuildersTest {
  static CitizenBuilder citizen() throws SmaajobException {
    return new CitizenBuilder("c-17")
        .addCompetence(Support.CONCEPTS.get(0).id(), 3, Evidence.OBSERVED)
        .addCompetence(Support.CONCEPTS.get(1).id(), 1)
        .setCompetenciesComplete(true)
        .addNeed("env_noise", Need.tolerates(1), Strength.MUST)
        .addNeed("sup_contact", Need.requires(2), Strength.SHOULD)
        .addNeed("phy_lift", Need.atMost(10), Strength.NICE)
        .setGate("gate_driving_licence", Answer.YES)
        .setHours(CitizenHours.week().min(4).max(10).limit(12).maxPerDay(4).committed(0))
        .addWindow(Set.of(Day.MON, Day.TUE, Day.WED), "08:00", "12:00")
        .setEffectiveness(0.75)
        .setAttendance(0.7, Context.PRACTICE)
        .setAttendanceWeeks(8)
        .setPrerequisites(Prerequisites.PRESENT)
        .setChoice(Choice.INFORMED)
        .setPurpose(Purpose.PAY)
        .addWish("46.3", Wants.SEEK)
        .setLocation(57.05, 9.92)
        .setTravel(Mode.BIKE, 30);
  }

  static OpeningBuilder opening() throws SmaajobException {
    OpeningBuilder builder = new OpeningBuilder("o-9").setEmployer("e-4").setSector("46.31").setSeats(2)
        .setHours(OpeningHours.week().min(5).max(15).growth(20));
    builder.addTask("boxes").setHours(TaskHours.week().min(6).max(12))
        .addWindow(List.of(Day.MON, Day.TUE, Day.WED, Day.THU), "07:00", "15:00")
        .addRequirement(Support.CONCEPTS.get(0).id(), 2, Strength.MUST, Training.weeks(4))
        .addRequirement(Support.CONCEPTS.get(1).id(), 2, Strength.SHOULD, Training.IMPOSSIBLE)
        .addRequirement(Support.CONCEPTS.get(2).id(), 1, Strength.NICE, Training.UNKNOWN)
        .setExposure("env_noise", 1).setExposure("phy_lift", 15);
    builder.addTask("floor").setOptional(true).setRequirementsKnown();
    return builder.setExposure("env_noise", 2).setProvision("sup_contact", 2).addGate("gate_driving_licence")
        .setTerm(Term.PAID, Answer.YES).setTerm(Term.PRACTICE, Answer.YES).setTerm(Term.HYBRID, Answer.YES)
        .setTerm(Term.PROSPECT, Answer.NO).setTerm(Term.FLEKSJOB, Answer.NO)
        .setWeeklyVariation(Variation.LOW).setLocation(57.06, 9.93);
  }

  @Test
  void whatIsMadeInCodeIsWhatTheDocumentSays() throws Exception {
    assertEquals(Support.citizen().toJson(), citizen().build().toJson());
    assertEquals(Support.opening().toJson(), opening().build().toJson());
    Policy policy = new PolicyBuilder().setNumber("/max_training_weeks", 13).clearWindows()
        .addWindow(List.of(Day.MON), "08:00", "24:00").build();
    assertEquals(policy.toJson(), Policy.fromJson(policy.toJson()).toJson());
    assertEquals(13, policy.number("/max_training_weeks"));
  }

  @Test
  void whatIsKnownToBeNoneDiffersFromUnknown() throws Exception {
    String plain = new CitizenBuilder("c").build().toJson();
    assertFalse(plain.contains("needs") || plain.contains("availability"));
    String known = new CitizenBuilder("c").setNeedsKnown().setAvailabilityKnown().build().toJson();
    assertTrue(known.contains("\"needs\":[]") && known.contains("\"availability\":[]"));
    String opening = new OpeningBuilder("o").setPayBasis(PayBasis.PRESENT).addTask("t").setWindowsKnown()
        .setRequirementsKnown().opening().build().toJson();
    assertTrue(opening.contains("\"windows\":[]") && opening.contains("\"requires\":[]"));
  }

  @Test
  void hoursOfAMonthAreThoseOfADocument() throws Exception {
    for (double hours : new double[] {0, 1, 7.5, 13, 52, 9.99, 33.333}) {
      String read = "{\"format\":\"smaajob.citizen/1\",\"id\":\"c\",\"hours\":{\"max\":" + hours
          + ",\"max_per_day\":3,\"unit\":\"month\"}}";
      assertEquals(Citizen.fromJson(read).toJson(),
          new CitizenBuilder("c").setHours(CitizenHours.month().max(hours).maxPerDay(3)).build().toJson());
    }
  }

  @Test
  void aFaultTellsWhatAndWhereAndWhatWasExpected() throws Exception {
    CitizenBuilder citizen = citizen();
    TaskBuilder task = new OpeningBuilder("o").addTask("t");
    assertFault(() -> new CitizenBuilder("a b"), ErrorCode.RANGE, "/id");
    assertFault(() -> citizen.addNeed("env_noise", Need.tolerates(1), Strength.MUST), ErrorCode.DUPLICATE,
        "/needs/3/condition");
    assertFault(() -> citizen.addNeed("env_noise", Need.atMost(1), Strength.MUST), ErrorCode.TYPE, "/needs/3/at_most");
    assertFault(() -> citizen.addNeed("no_such", Need.atMost(1), Strength.MUST), ErrorCode.UNKNOWN_CONCEPT,
        "/needs/3/condition");
    assertFault(() -> citizen.setHours(CitizenHours.week().max(200)), ErrorCode.RANGE, "/hours/max");
    assertFault(() -> citizen.setHours(CitizenHours.week().max(Double.NaN)), ErrorCode.RANGE, "/hours/max");
    assertFault(() -> citizen.setHours(CitizenHours.week().min(4).max(3)), ErrorCode.RANGE, "/hours/min");
    assertFault(() -> citizen.addWindow(List.of(Day.MON), "08:10", "12:00"), ErrorCode.RANGE, "/availability/1/from");
    assertFault(() -> citizen.addWindow(List.of(), "08:00", "12:00"), ErrorCode.RANGE, "/availability/1/days");
    for (Collection<Day> none : List.of(List.<Day>of(), Set.<Day>of(), EnumSet.noneOf(Day.class))) {
      assertFault(() -> Values.days(none, "/availability/1"), ErrorCode.RANGE, "/availability/1/days");
    }
    assertFault(() -> citizen.setEffectiveness(Double.NaN), ErrorCode.RANGE, "/effectiveness");
    assertFault(() -> citizen.setTravel(Mode.CAR, -1), ErrorCode.RANGE, "/travel/max_minutes");
    assertFault(() -> task.addRequirement("no", 2, Strength.MUST, Training.UNKNOWN), ErrorCode.UNKNOWN_CONCEPT,
        "/tasks/0/requires/0/concept");
    assertFault(() -> new OpeningBuilder("o").build(), ErrorCode.MISSING, "/tasks");
    assertFault(() -> Policy.defaults().number("/no"), ErrorCode.UNKNOWN_MEMBER, "");
    assertFault(() -> Engine.schema("no"), ErrorCode.ARGUMENT, "");
    assertFault(() -> Support.match().explain("xx"), ErrorCode.RANGE, null);
    SmaajobException fault = assertThrows(SmaajobException.class, () -> citizen.setHours(CitizenHours.week().max(200)));
    assertEquals("hours.max: 200 is outside [0, 168]", fault.getMessage());
    assertEquals(Support.citizen().toJson(), citizen.build().toJson(), "nothing changed");
  }

  /** By the library, in bindings/ids.c, and by what is Java's own. */
  @Test
  void anIdIsToldEverywhereOrNowhere(@TempDir Path directory) throws Exception {
    CitizenBuilder citizen = new CitizenBuilder("c");
    for (String id : List.of("urn:uuid:" + "f".repeat(36), "i".repeat(48), "i".repeat(49), "i".repeat(128))) {
      String told = id.length() <= 48 ? id : "a string of " + id.length() + " bytes";
      String line = "{\"format\":\"smaajob.citizen/1\",\"id\":\"" + id + "\"}\n";
      Path path = Files.writeString(directory.resolve("ids.ndjson"), line + line);
      SmaajobException twice = assertThrows(SmaajobException.class, () -> Caseload.fromPath(path, Vocabulary.builtIn()));
      assertEquals("id: " + told + " is the id of line 1 already, expected every id once", twice.fault());
      SmaajobException gate = assertThrows(SmaajobException.class, () -> citizen.setGate(id, Answer.YES));
      assertTrue(gate.fault().contains(": " + told + ", expected a gate"), gate.fault());
      SmaajobException time = assertThrows(SmaajobException.class, () -> Values.time(id, "/from", 0, 1425));
      assertTrue(time.fault().replace("\"", "").startsWith("from: " + told + ", expected"), time.fault());
    }
  }

  private static void assertFault(Executable call, ErrorCode code, String pointer) {
    SmaajobException fault = assertThrows(SmaajobException.class, call);
    assertEquals(code, fault.code(), fault.getMessage());
    if (pointer != null) {
      assertEquals(pointer, fault.pointer(), fault.getMessage());
    }
  }

  @Test
  void aFaultInAFileNamesTheFile(@TempDir Path directory) throws Exception {
    Path path = directory.resolve("blåbær 😀.json");
    Files.writeString(path, "{\"format\":\"smaajob.citizen/1\",\n \"id\":\"c\",\"effectiveness\":2}");
    SmaajobException fault = assertThrows(SmaajobException.class, () -> Citizen.fromPath(path));
    assertEquals(Optional.of(path), fault.file());
    assertEquals(2, fault.line());
    assertTrue(fault.column() > 1);
    assertEquals(path + ":2:" + fault.column() + ": " + fault.fault(), fault.getMessage());
    assertThrows(NoSuchFileException.class, () -> Opening.fromPath(directory.resolve("none")));
  }

  @Test
  void aVocabularyIsMadeAndToldInWholeText() throws Exception {
    Optional<String> none = Optional.empty();
    String label = "Rødgrød på æblekage 😀𐍈";
    try (Vocabulary ours = new VocabularyBuilder("ours-1", Vocabulary.builtIn())
        .addCondition(new Condition("our_mass", Kind.PHYSICAL, ConditionType.CEILING, Optional.of("kg"),
            Optional.of(label), none, Optional.of("e225"), Optional.of("1.A")))
        .addGate(new Label("gate_ours", Optional.of("Vores"), none))
        .addConcept(new Label("ours:a", none, Optional.of("a"))).addConcept(new Label("ours:b", none, Optional.of("b")))
        .addBroader("ours:a").build()) {
      assertEquals("ours-1", ours.version());
      assertEquals(57, ours.conditions().size());
      assertEquals(Optional.of(label), ours.conditions().get(56).labelDa());
      assertEquals(Optional.of(label), ours.label("our_mass", "da"));
      assertEquals(Optional.empty(), ours.label("no_such", "da"));
      assertEquals(9, ours.gates().size());
      assertEquals(46, ours.concepts().size());
      assertTrue(ours.toJson().contains(label));
      assertTrue(ours.toString().contains("57 conditions"));
      try (Vocabulary again = Vocabulary.fromJson(ours.toJson())) {
        assertEquals(ours.conditions(), again.conditions());
      }
    }
    assertEquals(Optional.of("Støj"), Vocabulary.builtIn().label("env_noise", "da"));
  }

  @Test
  void textThatIsNotWholeIsRefused() {
    for (String bad : new String[] {"a\0b", "\ud800", "a\udc00b", "\0"}) {
      for (Executable call : new Executable[] {
          () -> new CitizenBuilder(bad), () -> Vocabulary.builtIn().label(bad, "da"), () -> Engine.schema(bad),
          () -> Policy.defaults().number(bad), () -> new VocabularyBuilder(bad),
          () -> new OpeningBuilder("o").addTask(bad)}) {
        assertFault(call, ErrorCode.ENCODING, "");
      }
    }
    assertFault(() -> Citizen.fromJson("{\"format\":\"\ud800\"}"), ErrorCode.ENCODING, "");
    assertFault(() -> Citizen.fromJson(new byte[] {'{', (byte) 0xff, '}'}, Vocabulary.builtIn()), ErrorCode.ENCODING,
        null);
    assertFault(() -> Citizen.fromJson("{\"format\":\"smaajob.citizen/1\",\"id\":\"c\"}\0"), ErrorCode.ENCODING, null);
  }

  @Test
  void matchAndScoreTakeAPolicyAndAJourney() throws Exception {
    try (Citizen citizen = Support.citizen(); Opening opening = Support.opening()) {
      Match far = Engine.match(citizen, opening, Policy.defaults(), OptionalInt.of(600));
      assertEquals(Verdict.BLOCKED, far.verdict());
      assertEquals(Code.TRAVEL_TOO_FAR, far.blockers().get(0).code());
      assertTrue(far.score().isEmpty());
      assertEquals(far.result(), Engine.score(citizen, opening, Policy.defaults(), OptionalInt.of(600)));
      assertFault(() -> Engine.match(citizen, opening, Policy.defaults(), OptionalInt.of(-1)), ErrorCode.RANGE,
          "/travel_minutes");
      assertEquals(Engine.match(citizen, opening).result(), Engine.score(citizen, opening));
    }
  }

  @Test
  void anExplanationIsForItsReader() throws Exception {
    try (Match match = Support.match(); Explanation told = match.explain("da");
        Explanation withheld = match.explain(Reader.CITIZEN, "en", false, List.of());
        Explanation employer = match.explain(Reader.EMPLOYER, "en", false, List.of("env_noise"))) {
      assertEquals(List.of("da", "en"), Engine.languages());
      assertEquals("da", told.language());
      assertEquals(Reader.EMPLOYER, employer.reader());
      assertFalse(told.title().isEmpty() || told.heading(Section.TIMING).isEmpty());
      assertTrue(told.paragraphs().stream().anyMatch(p -> p.values().containsKey("score")));
      assertTrue(told.toHtml().contains("<html") && told.toJson().contains("smaajob.explanation/1"));
      assertEquals(List.of(), withheld.paragraphs());
      assertFalse(employer.paragraphs().isEmpty());
      assertFault(() -> match.explain(Reader.EMPLOYER, "en", false, List.of("a,b")), ErrorCode.UNKNOWN_CONCEPT, null);
    }
  }

  @Test
  void aRecordIsReplayedAndFoundTheSame() throws Exception {
    Optional<Decision> decision = Optional.of(Decision.of(Verdict.UNCLEAR, "r-1", "p-1"));
    try (Citizen citizen = Support.citizen(); Opening opening = Support.opening();
        Match match = Engine.match(citizen, opening);
        MatchRecord record = MatchRecord.of(match, "2026-11-22T14:00:00Z", "a-1");
        MatchRecord bare = MatchRecord.of(match, "2026-11-22T14:00:00Z", "a-1", true, decision);
        Match again = record.replay(Vocabulary.builtIn()); Match given = bare.replay(citizen, opening);
        Difference difference = Difference.of(match, again)) {
      assertEquals(match.toJson(), again.toJson());
      assertEquals(match.toJson(), given.toJson());
      assertTrue(difference.same().all() && record.isWhole() && !bare.isWhole());
      assertEquals(decision, bare.decision());
      assertEquals(Optional.empty(), record.decision());
      assertEquals("c-17", record.citizenId());
      assertEquals(record.toJson(), MatchRecord.fromJson(record.toJson()).toJson());
      assertEquals(match.toJson(), record.matchToJson());
      assertEquals(citizen.toJson(), record.sourceToJson(Source.CITIZEN));
      assertFault(() -> bare.replay(Vocabulary.builtIn()), ErrorCode.MISSING, null);
      assertFault(() -> bare.sourceToJson(Source.CITIZEN), ErrorCode.MISSING, null);
      assertFault(() -> MatchRecord.fromJson(record.toJson().replace("a-1", "a-2")), ErrorCode.DAMAGED, null);
    }
  }

  @Test
  void aDifferenceTellsWhatChanged() throws Exception {
    try (Match before = Support.match();
        Opening other = Opening.fromJson(Support.OPENING.replace("\"env_noise\":1", "\"env_noise\":4"));
        Match after = Engine.match(Support.citizen(), other); Difference told = Difference.of(before, after)) {
      assertFalse(told.same().opening());
      assertTrue(told.same().citizen());
      assertEquals(before.result(), told.score().before());
      assertEquals(after.result(), told.score().after());
      assertEquals(after.plan().paidHours(), told.plan().after().paidHours());
      assertEquals(before.timing().advice(), told.advice().before());
      double sum = told.items().stream().mapToDouble(item -> item.change().orElse(0)).sum();
      assertEquals(told.change().getAsDouble(), sum, 1e-9);
      assertEquals(List.of("boxes", "floor"), told.tasks().stream().map(TaskChange::id).toList());
      assertEquals(before.tasks().get(0).verdict(), told.tasks().get(0).before().get().verdict());
      for (ReasonList list : ReasonList.values()) {
        told.reasons(list);
      }
      assertEquals("c-17", told.citizenId().after());
      assertEquals("o-9", told.openingId().before());
      assertTrue(told.toJson().startsWith("{\"format\":\"smaajob.difference/1\""));
    }
  }
}
