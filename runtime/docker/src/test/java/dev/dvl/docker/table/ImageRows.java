package dev.dvl.docker.table;

import static dev.dvl.docker.table.Rows.writeOnly;

import java.util.List;
import java.util.stream.Stream;

/**
 * The attributes of {@code image}. The engine tells nothing of how an image was built, and one that
 * others have named otherwise is a copy: all are changed in the program.
 */
final class ImageRows {
  private static final String BUILT = "build { context = \"page\" }";

  private ImageRows() {}

  static Stream<Row> all(String prefix, String registry) {
    return Stream.of(built(prefix), never(), pulled(registry)).flatMap(List::stream);
  }

  private static List<Row> built(String prefix) {
    return List.of(
        writeOnly(
                "image",
                "name",
                "name = \"" + prefix + "-named:1\"",
                "name = \"" + prefix + "-other:1\"")
            .base(BUILT),
        writeOnly("image", "platform", "platform = \"linux/amd64\"", "").base(BUILT),
        build("dockerfile", "\"Otherfile\"", "\"Dockerfile\""),
        build("args", "{ WHO = \"me\" }", "{ WHO = \"you\" }").seen("build.args[\"WHO\"]"),
        build("target", "\"first\"", "\"second\""),
        build("labels", "{ a = \"b\" }", "{ a = \"c\" }").seen("build.labels[\"a\"]"),
        build("network_mode", "\"none\"", "\"host\""),
        build("extra_hosts", "{ db = \"10.1.2.3\" }", "{ db = \"10.1.2.4\" }")
            .seen("build.extra_hosts[\"db\"]"),
        build("shm_size", "32MiB", "16MiB"));
  }

  private static Row build(String field, String value, String other) {
    return writeOnly("image", "build." + field, line(field, value), line(field, other))
        .base("")
        .without(BUILT);
  }

  private static String line(String field, String value) {
    return "build { context = \"page\", " + field + " = " + value + " }";
  }

  /** What matters only while an image is built. */
  private static List<Row> never() {
    return List.of(
        Rows.dvlOnly("image", "build.context", BUILT, "build { context = \"same\" }")
            .base("")
            .without(BUILT),
        during("pull_base", "false"),
        during("no_cache", "true"),
        during("cache_from", "[\"dvl-test/base:1\"]"));
  }

  private static Row during(String field, String value) {
    return Rows.dvlOnly("image", "build." + field, line(field, value), BUILT)
        .base("")
        .without(BUILT);
  }

  private static List<Row> pulled(String registry) {
    String tagged = "name = \"" + registry + "/dvl/base:2\"";
    return List.of(
        Rows.dvlOnly("image", "pull", "pull = \"missing\"", "pull = \"on_change\"")
            .base(tagged)
            .without("pull = \"missing\""));
  }
}
