package dev.dvl.compiler.parse;

/** Large programs, made up. */
final class Programs {
  private Programs() {}

  /** A program of {@code count} containers, each of 12 lines, using most forms of values. */
  static String resources(int count) {
    StringBuilder out = new StringBuilder("module large\nnetwork back { driver = \"bridge\" }\n");
    for (int i = 0; i < count; i++) {
      out.append(
          """
          /// Container %1$d.
          container c%1$d on edge {
            image    = "shop/api:${version}"
            memory   = if big then 512MiB else base * 2 + 64MiB
            env      = { PORT = "${ports[%1$d]}", NAME = c%2$d.name ?? "none" }
            networks = [back, { network = back, aliases = ["a%1$d"] }]
            ports    = [for p in list(80, 443) if p >= 80 && p != 81: "${p}:${p}"]
            after    = [c%2$d.healthy]
            health { command = ["curl", "-f", "localhost"], interval = 1min30s }
            if env == "prod" { label l { value = f(a, key = -1) } }
          }
          let x%1$d: map<string, list<int>>? = null
          """
              .formatted(i, Math.max(0, i - 1)));
    }
    return out.toString();
  }
}
