package dev.dvl.docker.table;

import dev.dvl.contract.Bench;
import dev.dvl.contract.Changing;
import dev.dvl.contract.HalfWay;
import dev.dvl.contract.HalfWayTable;
import dev.dvl.contract.Shapes;
import dev.dvl.docker.DockerProvider;
import dev.dvl.docker.Peers;
import dev.dvl.engine.live.Stack;
import dev.dvl.stdlib.StandardKinds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every call of every change on Docker fails once, before and after its effect. The table of what
 * comes of it stands in the page on reliability.
 */
@Tag("docker")
class HalfWayTest {
  private static final HalfWayTable TABLE =
      new HalfWayTable(Path.of("../../docs/reliability.md"), "docker");

  private final String prefix = "hw%08x".formatted(new Random().nextInt());
  @TempDir Path folder;

  @Test
  @EnabledIfSystemProperty(named = "dvl.half_way", matches = "all")
  void all() throws Exception {
    Shapes shapes = new Shapes(bench(), header());
    var found = shapes.among(List.of(changing(Row::alternative), changing(Row::bare)));
    List<HalfWay.Trial> trials = shapes.tried(halfWay(shapes), found.values());
    trials.addAll(together(shapes));
    TABLE.assertIs(trials);
  }

  @Test
  @EnabledIfSystemProperty(named = "dvl.half_way", matches = "some|all")
  void some() throws Exception {
    Shapes shapes = new Shapes(bench(), header());
    List<Changing> changes = changing(Row::bare);
    Changing one = changes.get(new Random().nextInt(changes.size()));
    List<HalfWay.Trial> trials = shapes.tried(halfWay(shapes), List.of(one));
    trials.addAll(together(shapes));
    TABLE.assertHas(trials);
  }

  /** A network that is made anew, with containers in it. */
  private List<HalfWay.Trial> together(Shapes shapes) throws Exception {
    String network = "network n { name = \"%s-n\", internal = %s }\n";
    String in =
        """
        container a { image = "dvl-test/base:1", networks = [n], stop_signal = "SIGKILL" }
        container b { image = "dvl-test/base:1", networks = [left, n], stop_signal = "SIGKILL" }
        """;
    return shapes.tried(
        halfWay(shapes),
        List.of(
            new Changing(
                "n",
                network.formatted(prefix, "false") + in,
                network.formatted(prefix, "true") + in)));
  }

  private static HalfWay halfWay(Shapes shapes) {
    return new HalfWay(shapes.bench(), new DockerProvider());
  }

  private List<Changing> changing(Function<Row, String> after) throws IOException {
    Table table = new Table(prefix);
    table.write(folder);
    return table.rows().stream()
        .filter(row -> !row.line().isEmpty())
        .filter(row -> !row.text().equals(after.apply(row)))
        .map(row -> new Changing(row.name(), row.text(), after.apply(row)))
        .toList();
  }

  private String header() {
    return new Table(prefix).header();
  }

  private Bench bench() {
    return new Bench(
            StandardKinds.load(),
            new DockerProvider(),
            new Stack("%016x".formatted(new Random().nextLong()), "half"),
            folder)
        .secret("registry_password", Peers.variable("DVL_TEST_REGISTRY_PASSWORD"))
        .losingData();
  }
}
