// SPDX-License-Identifier: Apache-2.0
package dk.smaajob;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The shared vectors, matched through Java. */
class VectorsTest {
  @Test
  void everyVectorComesOutToTheByte() throws Exception {
    Map<String, String> lines = Support.vectors();
    assertTrue(lines.size() >= 300);
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, String> line : lines.entrySet()) {
      Optional<String> told = check(Json.members(line.getValue()));
      told.ifPresent(difference -> wrong.add(line.getKey() + " " + difference));
    }
    assertEquals(List.of(), wrong);
  }

  /** Where a vector comes out otherwise. */
  private static Optional<String> check(Map<String, String> vector) throws SmaajobException {
    Vocabulary words = vector.containsKey("vocabulary")
        ? Vocabulary.fromJson(vector.get("vocabulary"), Vocabulary.builtIn())
        : Vocabulary.builtIn();
    Policy policy = vector.containsKey("policy") ? Policy.fromJson(vector.get("policy")) : Policy.defaults();
    OptionalInt travel = vector.containsKey("travel_minutes")
        ? OptionalInt.of(Integer.parseInt(vector.get("travel_minutes")))
        : OptionalInt.empty();
    try (words; policy;
        Citizen citizen = Citizen.fromJson(vector.get("citizen"), words);
        Opening opening = Opening.fromJson(vector.get("opening"), words);
        Match match = Engine.match(citizen, opening, policy, travel)) {
      assertEquals(match.result(), Engine.score(citizen, opening, policy, travel));
      Map<String, Object> written = Json.object(vector.get("match"));
      written.keySet().removeAll(java.util.Set.of("format", "engine", "digests"));
      Optional<String> told = Support.difference(Support.asDocument(match), written, "");
      return told.isPresent() || vector.get("match").equals(match.toJson()) ? told : Optional.of("not to the byte");
    }
  }
}
