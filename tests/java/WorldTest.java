// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Threads, locales, memory. */
class WorldTest {
  @Test
  void sharedObjectsGiveEveryThreadTheSame() throws Exception {
    String expected = Support.match().toJson();
    try (Citizen citizen = Support.citizen(); Opening opening = Support.opening();
        Match shared = Engine.match(citizen, opening)) {
      MisuseTest.inThreads(8, () -> {
        for (int i = 0; i < 50; i++) {
          try (Match own = Engine.match(citizen, opening)) {
            assertEquals(expected, own.toJson());
            assertEquals(shared.criteria(), own.criteria());
          }
        }
      });
    }
  }

  @Test
  void aDecimalCommaChangesNothing() throws Exception {
    String expected = Support.match().toJson();
    Locale before = Locale.getDefault();
    try {
      for (String tag : new String[] {"da-DK", "tr-TR", "ar-EG"}) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertEquals(expected, Support.match().toJson());
        assertEquals("practice_only", Verdict.PRACTICE_ONLY.word());
        assertEquals("limit", ConditionType.LIMIT.word());
        assertEquals("08:00", Values.time(480));
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  /** What is done many times. */
  @FunctionalInterface
  interface Step {
    void take() throws Exception;
  }

  private static void assertFlat(int n, Step step) throws Exception {
    for (int i = 0; i < Math.max(2000, n / 10); i++) {
      step.take();
    }
    // The virtual machine itself may grow once, what leaks grows every time: one match each time would be 100 MiB.
    final long limit = 16384;
    long grown = Long.MAX_VALUE;
    for (int round = 0; round < 3 && grown > limit; round++) {
      long before = settled();
      for (int i = 0; i < n; i++) {
        step.take();
      }
      grown = settled() - before;
    }
    assertTrue(grown <= limit, "grew by " + grown + " KiB");
  }

  private static long settled() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(50);
    }
    return Support.sizeKib();
  }

  @Test
  void memoryIsFlatOverManyMatches() throws Exception {
    int[] made = {0};
    try (Citizen citizen = Support.citizen(); Opening opening = Support.opening()) {
      assertFlat(Support.MATCHES, () -> {
        try (Match match = Engine.match(citizen, opening)) {
          match.criteria();
          match.plan();
          // It looks for levers: a hundred matches each.
          if (++made[0] % 20 == 0) {
            match.toJson();
          }
        }
      });
    }
  }

  @Test
  void whatIsForgottenIsFreedByTheCollector() throws Exception {
    Citizen citizen = Support.citizen();
    Opening opening = Support.opening();
    int[] made = {0};
    assertFlat(Support.MATCHES, () -> {
      Engine.match(citizen, opening);
      if (++made[0] % 2000 == 0) {
        System.gc();
        Thread.sleep(20);
      }
    });
    citizen.close();
    opening.close();
  }

  @Test
  void memoryIsFlatOverManyDocumentsAndFaults() throws Exception {
    assertFlat(Support.MATCHES / 10, () -> {
      Support.match().close();
      BuildersTest.citizen().build();
      BuildersTest.opening().build();
      try {
        Citizen.fromJson("{\"format\":\"smaajob.citizen/1\",\"id\":\"c\",\"hours\":{\"max\":200}}");
      } catch (SmaajobException expected) {
        assertEquals(ErrorCode.RANGE, expected.code());
      }
    });
  }

  @Test
  void memoryIsFlatOverManyRankings() throws Exception {
    try (Citizen citizen = Support.citizen(); Opening opening = Support.opening();
        Market market = Market.of(java.util.List.of(opening), Vocabulary.builtIn());
        Caseload caseload = Caseload.of(java.util.List.of(citizen), Vocabulary.builtIn())) {
      assertFlat(Support.MATCHES / 4, () -> {
        Engine.rank(citizen, market, RankingOptions.top(3)).close();
        Engine.rankOpenings(market, caseload, RankingOptions.top(3)).forEach(Ranking::close);
        assertThrows(ArithmeticException.class, () -> Engine.rankCitizens(caseload, market, RankingOptions.top(3),
            ranking -> {
              ranking.close();
              throw new ArithmeticException("no");
            }));
      });
    }
  }

  @Test
  void theVersionsAreTold() {
    assertTrue(Engine.version().matches("\\d+\\.\\d+\\.\\d+"));
    assertEquals("1", Engine.modelVersion());
  }

  @Test
  void everyKindOfDocumentHasASchema() throws Exception {
    for (String kind : new String[] {"citizen", "opening", "policy", "vocabulary", "match",
        "explanation", "record", "difference"}) {
      assertTrue(Engine.schema(kind).contains("2020-12"));
    }
  }
}
