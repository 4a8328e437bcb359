package dev.dvl.engine.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Right programs by chance: networks, and containers that use some of them and each other. */
record RandomProgram(Random random) {

  String text() {
    StringBuilder out =
        new StringBuilder(
            """
            module random { edition = 2026 }
            secret pass = env("PASS")
            host engine: docker {}
            """);
    List<String> networks = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      if (random.nextBoolean()) {
        networks.add("net" + i);
        out.append("network net%d { internal = %b }\n".formatted(i, random.nextBoolean()));
      }
    }
    List<String> earlier = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      if (random.nextInt(4) > 0) {
        out.append(container(i, networks, earlier));
        earlier.add("c" + i);
      }
    }
    return out.toString();
  }

  private String container(int number, List<String> networks, List<String> earlier) {
    StringBuilder out = new StringBuilder("container c%d {\n".formatted(number));
    out.append("  image = \"web:%d\"\n".formatted(1 + random.nextInt(2)));
    List<String> joined = networks.stream().filter(it -> random.nextBoolean()).toList();
    if (!joined.isEmpty()) {
      out.append("  networks = [%s]\n".formatted(String.join(", ", joined)));
    }
    if (random.nextBoolean()) {
      out.append("  memory = %dMiB\n".formatted(64 * (1 + random.nextInt(3))));
    }
    List<String> variables = new ArrayList<>(List.of("A = \"%d\"".formatted(random.nextInt(3))));
    if (random.nextBoolean()) {
      variables.add("P = \"x-${pass}\"");
    }
    if (!earlier.isEmpty() && random.nextBoolean()) {
      String other = earlier.get(random.nextInt(earlier.size()));
      variables.add("IP = %s.ip ?? \"none\"".formatted(other));
      out.append("  after = [%s.started]\n".formatted(other));
    }
    if (random.nextInt(3) == 0) {
      out.append("  update { order = \"start_first\" }\n");
    }
    return out.append("  env = { %s }\n}\n".formatted(String.join(", ", variables))).toString();
  }
}
