package dev.dvl.engine.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.compiler.value.Address;
import dev.dvl.contract.Bench;
import dev.dvl.contract.HalfWay;
import dev.dvl.contract.Triggered;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.PlannedChange;
import dev.dvl.engine.plan.input.PlanOptions;
import dev.dvl.sandbox.SandboxObject;
import dev.dvl.sandbox.Store;
import dev.dvl.stdlib.StandardKinds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every kind there is, whatever platform it is of. */
class EveryKindTest {
  private static final Kinds KINDS = StandardKinds.load();

  /** One of each: what its block must say beside a name. */
  private static final Map<String, String> BODIES =
      Map.ofEntries(
          Map.entry("container", "image = \"a:1\""),
          Map.entry("image", "pull = \"missing\""),
          Map.entry("network", ""),
          Map.entry("volume", ""),
          Map.entry("affinity_rule", "keep = \"apart\"\nvms = [a, b]"),
          Map.entry("datastore_file", "path = \"a.txt\"\ntext = \"a\""),
          Map.entry("distributed_port_group", "switch = \"a\""),
          Map.entry("distributed_switch", ""),
          Map.entry("folder", ""),
          Map.entry("port_group", ""),
          Map.entry("resource_pool", ""),
          Map.entry("snapshot", "vm = \"a\""),
          Map.entry("tag", "category = \"a\""),
          Map.entry("tag_category", ""),
          Map.entry("template", "source = \"a\""),
          Map.entry("vm", "guest_id = \"otherGuest\""));

  /** What holds data: no object of these goes without a word because its block did. */
  private static final Set<String> DATA = Set.of("volume", "vm", "snapshot");

  /** What does not, and why. */
  private static final Map<String, String> NO_DATA =
      Map.ofEntries(
          Map.entry("container", "its own layer goes with every replacement; volumes ask by path"),
          Map.entry("image", "pulled or built again"),
          Map.entry("network", "made of the program alone"),
          Map.entry("affinity_rule", "made of the program alone"),
          Map.entry("datastore_file", "uploaded again"),
          Map.entry("distributed_port_group", "made of the program alone"),
          Map.entry("distributed_switch", "goes only without port groups of others"),
          Map.entry("folder", "goes only when it is empty"),
          Map.entry("port_group", "made of the program alone"),
          Map.entry("resource_pool", "goes only when it is empty"),
          Map.entry("tag", "made of the program alone"),
          Map.entry("tag_category", "goes only without tags of others"),
          Map.entry("template", "a copy, made anew by its version; its source has the data"));

  @TempDir Path folder;

  private static Stream<String> all() {
    return KINDS.byName().values().stream()
        .filter(kind -> kind.placedOn().isPresent())
        .map(KindSchema::name)
        .sorted();
  }

  private static Stream<String> adoptable() {
    return all().filter(kind -> KINDS.get(kind).identity().isRecorded());
  }

  @Test
  void eachIsTriedHere() {
    assertThat(BODIES.keySet()).isEqualTo(all().collect(Collectors.toSet()));
    Set<String> judged = new TreeSet<>(DATA);
    judged.addAll(NO_DATA.keySet());
    assertThat(judged).isEqualTo(BODIES.keySet());
    assertThat(DATA).doesNotContainAnyElementsOf(NO_DATA.keySet());
  }

  @ParameterizedTest
  @MethodSource("all")
  void dataAsksBeforeItGoes(String kind) throws IOException {
    Bench bench = Sandboxes.in(folder);
    bench.applied(program(kind, "name = \"given\""));
    Outcome<Plan> without = bench.planOutcome(without(kind));
    assertThat(codes(without)).isEqualTo(DATA.contains(kind) ? List.of("DVL6014") : List.of());
    assertThat(without.value().changes())
        .hasSize(1)
        .allMatch(it -> it.impact().losesData() == DATA.contains(kind));
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatIsReplacedComesToRest(String kind) throws IOException {
    Bench bench = Sandboxes.in(folder);
    new Triggered(bench, Address.of("x"), program(kind, "name = \"given\"\n%s")).comesToRest();
  }

  /** Also where its removal itself is said to have failed: it may have had its effect. */
  @ParameterizedTest
  @MethodSource("all")
  void whatWentFirstComesBack(String kind) throws Exception {
    Bench bench = Sandboxes.in(folder).losingData();
    List<HalfWay.Trial> trials =
        new HalfWay(bench, Sandboxes.provider())
            .between(
                program(kind, "name = \"given\"\nreplace_when = [0]"),
                program(kind, "name = \"given\"\nreplace_when = [1]"));
    assertThat(trials).isNotEmpty();
    String goesFirst = "%1$s, replace: %1$s.remove, %1$s.make".formatted(kind);
    assertThat(trials)
        .filteredOn(it -> it.change().startsWith(goesFirst) && !DATA.contains(kind))
        .extracting(HalfWay.Trial::left)
        .allMatch("all is as before"::equals);
  }

  /** Volumes that nobody named hold data, too. */
  @Test
  void aContainerAsksByPath() throws IOException {
    Bench bench = Sandboxes.in(folder);
    String mount = "mounts = [{ type = \"volume\", target = \"/data\" }]";
    bench.applied(program("container", mount));
    assertThat(codes(bench.planOutcome(without("")))).containsExactly("DVL6014");
    assertThat(codes(bench.planOutcome(program("container", "")))).containsExactly("DVL6014");
    String replaced = mount + "\nenv = { A = \"1\" }";
    assertThat(bench.plan(program("container", replaced)).changes())
        .extracting(PlannedChange::action)
        .containsExactly(Action.REPLACE);
    String startFirst = replaced + "\nupdate { order = \"start_first\" }";
    assertThat(codes(bench.planOutcome(program("container", startFirst))))
        .containsExactly("DVL6014");
    assertThat(bench.plan(program("container", startFirst + "\nfresh = [\"/data\"]")).changes())
        .noneMatch(it -> it.impact().losesData());
    Store.open(objects("engine")).all().forEach(it -> remove("engine", it.ref().id()));
    assertThat(codes(bench.planOutcome(program("container", mount)))).containsExactly("DVL6014");
  }

  @ParameterizedTest
  @MethodSource("adoptable")
  void whatIsAdoptedKeepsItsName(String kind) throws IOException {
    makeStranger(kind);
    Bench bench = Sandboxes.in(folder);
    String adopting = program(kind, "") + "\nadopt x = \"given\"\noutput named = x.name";
    Plan plan = bench.plan(adopting);
    assertThat(plan.changes()).extracting(PlannedChange::action).containsExactly(Action.ADOPT);
    assertThat(plan.changes().getFirst().fields()).isEmpty();
    bench.applied(adopting);
    assertThat(bench.plan(adopting).changes()).isEmpty();
    assertThat(bench.plan(adopting).outputs().getFirst().value().toString()).contains("given");
    if (hasMadeName(kind)) {
      assertThat(bench.plan(program(kind, "")).changes()).isEmpty();
    }
    String renamed = program(kind, "name = \"other\"") + "\nadopt x = \"given\"";
    assertThat(bench.losingData().planOutcome(renamed).value().changes()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("adoptable")
  void whatIsAdoptedNeverGoesWithoutAWord(String kind) throws IOException {
    makeStranger(kind);
    Bench bench = Sandboxes.in(folder);
    String adopting = program(kind, "") + "\nadopt x = \"given\"";
    bench.applied(adopting);
    Outcome<Plan> destroy = bench.options(PlanOptions.NONE.destroying()).planOutcome(adopting);
    assertThat(destroy.value().changes().getFirst().reasons())
        .anyMatch(it -> it.startsWith("It was adopted"));
    assertThat(codes(destroy)).isEqualTo(DATA.contains(kind) ? List.of("DVL6014") : List.of());
  }

  /** Something that another program made becomes nobody's. */
  private void makeStranger(String kind) throws IOException {
    Sandboxes.in(folder)
        .stack(new Stack("ffeeddccbbaa9988", "default"))
        .applied(program(kind, "name = \"given\""));
    Store store = Store.open(objects(host(kind)));
    SandboxObject made = store.all().getFirst();
    store.put(SandboxObject.foreign(made.ref(), made.values()));
  }

  private void remove(String host, String id) {
    try {
      Store.open(objects(host)).remove(id);
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  private Path objects(String host) {
    return folder.resolve(".dvl/sandbox/" + host + ".objects");
  }

  private static String host(String kind) {
    return KINDS.get(kind).placedOn().filter("docker_engine"::equals).isPresent()
        ? "engine"
        : "lab";
  }

  private static boolean hasMadeName(String kind) {
    return KINDS.get(kind).attributes().stream()
        .anyMatch(it -> it.name().equals("name") && it.unset() instanceof Attribute.Default.Made);
  }

  private static List<String> codes(Outcome<Plan> outcome) {
    return outcome.diagnostics().stream()
        .filter(Diagnostic::isError)
        .map(it -> it.code().id())
        .toList();
  }

  private static String program(String kind, String with) {
    return without(kind) + declaration(kind, with);
  }

  /** What is there without a resource of a kind: what that needs. */
  private static String without(String kind) {
    String hosts =
        """
        module it { edition = 2026 }
        host engine: docker {}
        host lab: vsphere { server = "lab.example", datacenter = "DC0", user = "u" }
        """;
    String machines =
        "vm a on lab { guest_id = \"otherGuest\" }\nvm b on lab { guest_id = \"otherGuest\" }\n";
    return kind.equals("affinity_rule") ? hosts + machines : hosts;
  }

  private static String declaration(String kind, String with) {
    String named = kind.equals("datastore_file") ? with.replaceAll("name = .*", "") : with;
    String name = kind.equals("image") && !with.contains("name") ? "name = \"given\"\n" : "";
    return "%s x on %s {\n%s%s\n%s\n}\n".formatted(kind, host(kind), name, named, BODIES.get(kind));
  }
}
