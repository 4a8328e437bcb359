package dev.dvl.engine.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.ir.Program;
import dev.dvl.contract.Bench;
import dev.dvl.engine.host.Connections;
import dev.dvl.engine.ledger.FileLedger;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.plan.identity.Identification;
import dev.dvl.engine.plan.input.PlanInputs;
import dev.dvl.engine.plan.input.PlanOptions;
import dev.dvl.engine.plan.input.PlanRequest;
import dev.dvl.engine.plan.judge.Judging;
import dev.dvl.engine.plan.order.Ordered;
import dev.dvl.engine.plan.order.Ordering;
import dev.dvl.engine.plan.reading.Selection;
import dev.dvl.sandbox.SandboxObject;
import dev.dvl.sandbox.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan is the same in however many layers the hosts of a program are read. */
class LayersTest {
  private static final List<String> HOSTS = List.of("east", "north", "west");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void thePlanIsTheSame(int seed) throws IOException {
    Random random = new Random(seed);
    Bench bench = Sandboxes.in(folder).losingData();
    bench.applied(before());
    for (String host : HOSTS) {
      Store store = Store.open(folder.resolve(".dvl/sandbox/" + host + ".objects"));
      store.put(SandboxObject.foreign(new Ref("volume", "f-" + host, "legacy"), Map.of()));
    }
    Program program = bench.compile(after(random));
    Outcome<Ordered> whole = ordered(bench, program, List.of(program.hosts()));
    assertThat(whole.value().decided().changes()).isNotEmpty();
    for (List<List<HostInstance>> layers : layers(program.hosts())) {
      Outcome<Ordered> layered = ordered(bench, program, layers);
      assertThat(layered.diagnostics())
          .extracting(Diagnostic::toString)
          .containsExactlyInAnyOrderElementsOf(
              whole.diagnostics().stream().map(Diagnostic::toString).toList());
      assertThat(layered.value().decided().changes()).isEqualTo(whole.value().decided().changes());
      assertThat(layered.value().ops()).isEqualTo(whole.value().ops());
    }
  }

  /** Each phase of planning, with ids that count from one. */
  private static Outcome<Ordered> ordered(
      Bench bench, Program program, List<List<HostInstance>> layers) throws IOException {
    AtomicInteger next = new AtomicInteger();
    PlanInputs inputs =
        new PlanInputs(
            bench.stack(),
            PlanOptions.NONE,
            FileLedger.peek(bench.folder(), bench.stack()).facts(),
            () -> "op" + next.incrementAndGet(),
            "test");
    try (Connections connections = bench.connections()) {
      return Selection.of(new PlanRequest(program, bench.kinds(), inputs, connections))
          .then(selected -> Identification.of(selected, layers))
          .then(Judging::of)
          .then(Ordering::of);
    }
  }

  /** All ways to read some hosts one after another, or some of them at once. */
  private static List<List<List<HostInstance>>> layers(List<HostInstance> hosts) {
    if (hosts.isEmpty()) {
      return List.of(List.of());
    }
    List<List<List<HostInstance>>> all = new ArrayList<>();
    for (int first = 1; first < 1 << hosts.size(); first++) {
      List<HostInstance> layer = new ArrayList<>();
      List<HostInstance> rest = new ArrayList<>();
      for (int i = 0; i < hosts.size(); i++) {
        ((first >> i & 1) == 1 ? layer : rest).add(hosts.get(i));
      }
      for (List<List<HostInstance>> later : layers(rest)) {
        List<List<HostInstance>> one = new ArrayList<>(List.of(layer));
        one.addAll(later);
        all.add(one);
      }
    }
    return all;
  }

  private static String hosts() {
    StringBuilder out = new StringBuilder("module shop { edition = 2026 }\n");
    HOSTS.forEach(host -> out.append("host ").append(host).append(": docker {}\n"));
    return out.toString();
  }

  private static String before() {
    StringBuilder out = new StringBuilder(hosts());
    for (String host : HOSTS) {
      out.append(
          """
          network net_%1$s on %1$s
          volume data_%1$s on %1$s
          container web_%1$s on %1$s { image = "web:1", networks = [net_%1$s] }
          """
              .formatted(host));
    }
    return out.toString();
  }

  /** On each host something else becomes of what stands there. */
  private static String after(Random random) {
    StringBuilder out = new StringBuilder(hosts());
    for (String host : HOSTS) {
      String elsewhere = HOSTS.get(random.nextInt(HOSTS.size()));
      List<String> networks =
          List.of(
              "network net_%1$s on %1$s",
              "network net_%1$s on %1$s { internal = true }", "network net_%1$s on " + elsewhere);
      List<String> volumes =
          List.of(
              "volume data_%1$s on %1$s",
              "volume kept_%1$s on %1$s\nmoved data_%1$s -> kept_%1$s",
              "volume kept_%1$s on " + elsewhere + "\nmoved data_%1$s -> kept_%1$s",
              "volume old_%1$s on %1$s { name = \"legacy\" }\nadopt old_%1$s = \"legacy\"",
              "volume old_%1$s on %1$s { name = \"legacy\" }",
              "forget data_%1$s",
              "");
      List<String> containers = List.of("container web_%1$s on %1$s { image = \"web:2\" }", "");
      for (List<String> choice : List.of(networks, volumes, containers)) {
        String text = choice.get(random.nextInt(choice.size()));
        out.append(text.formatted(host)).append('\n');
      }
    }
    return out.toString();
  }
}
