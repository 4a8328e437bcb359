package dev.dvl.docker.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.schema.Block;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.contract.Bench;
import dev.dvl.docker.DockerProvider;
import dev.dvl.docker.Peers;
import dev.dvl.engine.live.Stack;
import dev.dvl.stdlib.StandardKinds;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What was applied plans empty, and what is changed behind dvl's back is shown as exactly that, for
 * every attribute of every kind.
 */
@Tag("docker")
@Tag("engines")
class AttributeTableTest {
  private static final Kinds KINDS = StandardKinds.load();
  private static final List<String> DOCKER = List.of("container", "image", "network", "volume");

  private final Table table = new Table("tbl%08x".formatted(new Random().nextInt()));
  @TempDir Path folder;

  @Test
  void everyAttributeHasARow() {
    Set<String> keys = table.rows().stream().map(Row::key).collect(Collectors.toSet());
    Set<String> missing =
        DOCKER.stream()
            .flatMap(kind -> keys(KINDS.get(kind)))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> known = Set.copyOf(missing);
    missing.removeAll(keys);
    UnsupportedRows.ALL.forEach(row -> missing.remove(row.key()));
    assertThat(missing).as("attributes without a row").isEmpty();
    assertThat(known).as("attributes of rows").containsAll(keys);
  }

  /** A field of an object that an attribute holds is tried as an attribute is. */
  @Test
  void everyFieldInsideHasARow() {
    Set<String> tried = new TreeSet<>();
    table.rows().forEach(row -> tried.addAll(Fields.triedBy(row, KINDS.get(row.kind()))));
    Set<String> missing = new TreeSet<>();
    DOCKER.forEach(kind -> missing.addAll(Fields.of(KINDS.get(kind))));
    assertThat(missing).hasSizeGreaterThan(30);
    missing.removeAll(tried);
    assertThat(missing).as("fields without a row").isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> whatTheEngineCannotRunIsAskedOfIt() {
    return UnsupportedRows.ALL.stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.key(), () -> row.check(KINDS, folder, new Stack(hex(), "table"))));
  }

  @TestFactory
  Stream<DynamicTest> rowsHold() throws Exception {
    table.write(folder);
    List<Row> rows = table.rows();
    Bench bench =
        new Bench(KINDS, new DockerProvider(), new Stack(hex(), "table"), folder)
            .secret("registry_password", Peers.variable("DVL_TEST_REGISTRY_PASSWORD"))
            .losingData();
    String header = table.header();
    List<Row> tried = rows.stream().filter(row -> !row.line().isEmpty()).toList();
    Map<String, List<String>> faults;
    try (Engine engine = new Engine()) {
      faults = new TableRun(bench, engine, header, tried).faults();
    }
    Set<String> others = new TreeSet<>(faults.keySet());
    tried.forEach(row -> others.remove(row.name()));
    return Stream.concat(
        tried.stream().map(row -> test(row.form() + " " + row.name(), faults.get(row.name()))),
        others.stream().map(name -> test(name, faults.get(name))));
  }

  private static DynamicTest test(
      String name, @org.jspecify.annotations.Nullable List<String> faults) {
    return DynamicTest.dynamicTest(
        name, () -> assertThat(faults == null ? List.of() : faults).isEmpty());
  }

  private static Stream<String> keys(KindSchema kind) {
    Stream<String> own =
        kind.attributes().stream().filter(it -> !it.resolved()).map(Attribute::name);
    Stream<String> inBlocks =
        kind.blocks().stream()
            .flatMap(block -> attributes(block).map(name -> block.name() + "." + name));
    return Stream.concat(own, inBlocks).map(name -> kind.name() + "." + name);
  }

  private static Stream<String> attributes(Block block) {
    return block.attributes().stream().filter(it -> !it.resolved()).map(Attribute::name);
  }

  private static String hex() {
    return "%016x".formatted(new Random().nextLong());
  }
}
