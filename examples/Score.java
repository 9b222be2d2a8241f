// SPDX-License-Identifier: Apache-2.0
import dk.smaajob.*;
import java.nio.file.Path;

class Score {
  public static void main(String[] args) throws Exception {
    Path dir = Path.of("examples/cases/michael-handyman");
    try (Citizen citizen = Citizen.fromPath(dir.resolve("citizen.json"));
        Opening opening = Opening.fromPath(dir.resolve("opening.json"));
        Match match = Engine.match(citizen, opening)) {
      System.out.println(match.verdict() + " " + match.score().getAsDouble());
    }
  }
}
