package dev.dvl.engine.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.schema.Impact;
import dev.dvl.compiler.value.Address;
import dev.dvl.contract.Bench;
import dev.dvl.engine.apply.ApplyReport;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.ledger.FileLedger;
import dev.dvl.engine.ledger.Intent;
import dev.dvl.engine.ledger.Ledger;
import dev.dvl.engine.ledger.Reached;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.PlannedChange;
import dev.dvl.engine.plan.input.PlanOptions;
import dev.dvl.engine.plan.input.Selector;
import dev.dvl.engine.provider.Before;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine of the program is a host, and its fate is that of what stands on it. */
class MachinesTest {
  private static final String LAB =
      """
      module shop { edition = 2026 }
      host lab: vsphere { server = "lab.example", datacenter = "DC0", user = "u" }
      """;

  private static final String MACHINE =
      """
      vm app on lab {
        template     = "debian-12"
        memory       = %s
        replace_when = [%d]
        guest { user = "ops", docker = true }
      }
      """;

  private static final String ON_IT =
      """
      network front on app {}
      volume data on app
      container web on app {
        image    = "web:1"
        networks = [front]
        mounts   = [{ type = "volume", source = data, target = "/data" }]
        env      = { ME = "${app.ip ?? "?"}" }
      }
      """;

  /** On the same machine and on another one, without anything to do with the rest. */
  private static final String ASIDE =
      """
      volume idle on app
      vm other on lab {
        template = "debian-12"
        guest { user = "ops", docker = true }
      }
      volume apart on other
      """;

  private static final String THROUGH =
      """
      host inner: docker { endpoint = url("tcp://${app.ip ?? "127.0.0.1"}:2376") }
      volume through on inner
      """;

  private static final String FIRST = LAB + MACHINE.formatted("4GiB", 1) + ON_IT;
  private static final String LARGER = LAB + MACHINE.formatted("8GiB", 1) + ON_IT;
  private static final String ANEW = LAB + MACHINE.formatted("4GiB", 2) + ON_IT;

  @TempDir Path folder;

  @Test
  void onePlanMakesTheMachineAndWhatStandsOnIt() throws IOException {
    Bench bench = Sandboxes.in(folder);
    Plan plan = bench.plan(FIRST);
    Op ready = connecting(plan);
    assertThat(ready.host()).isEqualTo(Address.of("app"));
    Set<String> before = needed(plan, ready);
    for (Op op : plan.ops()) {
      if (op.change().equals(Address.of("app")) && !op.equals(ready)) {
        assertThat(before).contains(op.id());
      } else if (!op.equals(ready)) {
        assertThat(needed(plan, op)).contains(ready.id());
        assertThat(op.host()).isEqualTo(Address.of("app"));
      }
    }
    assertThat(bench.apply(plan).result()).isEqualTo(ApplyReport.Result.DONE);
    assertThat(bench.plan(FIRST).changes()).isEmpty();
  }

  @Test
  void whatRunsStopsBeforeTheMachineAndComesBackAfterIt() throws IOException {
    Bench bench = Sandboxes.in(folder);
    bench.applied(FIRST);
    Plan plan = bench.plan(LARGER);
    assertThat(actions(plan)).isEqualTo(Map.of("app", Action.UPDATE, "web", Action.UPDATE));
    assertThat(plan.unchanged()).isEqualTo(2);
    assertThat(change(plan, "web").reasons())
        .contains("It stops with `app`, and comes back.")
        .anyMatch(it -> it.startsWith("`app.ip` may change in this apply"));
    Op stop = call(plan, "vm.stop");
    assertThat(needed(plan, stop)).contains(call(plan, "container.stop").id());
    assertThat(needed(plan, call(plan, "container.start")))
        .contains(connecting(plan).id(), call(plan, "vm.start").id());
    assertThat(bench.apply(plan).result()).isEqualTo(ApplyReport.Result.DONE);
    assertThat(bench.plan(LARGER).changes()).isEmpty();
  }

  @Test
  void whatHoldsDataOnAMachineThatIsMadeAnewIsLostOnlyWithConsent() throws IOException {
    Bench bench = Sandboxes.in(folder);
    bench.applied(FIRST);
    List<Diagnostic> refused = bench.planOutcome(ANEW).diagnostics();
    assertThat(refused).extracting(it -> it.code().id()).contains("DVL6014", "DVL6014");
    assertThat(refused).anyMatch(it -> it.toString().contains("this goes with `app`"));
    bench.options(PlanOptions.NONE.allowing(Set.of("data_loss")));
    Plan plan = bench.plan(ANEW);
    assertThat(actions(plan))
        .containsEntry("app", Action.REPLACE)
        .containsEntry("web", Action.CREATE)
        .containsEntry("front", Action.CREATE)
        .containsEntry("data", Action.CREATE);
    assertThat(change(plan, "data").impact()).isEqualTo(Impact.DATA_LOSS);
    assertThat(bench.apply(plan).result()).isEqualTo(ApplyReport.Result.DONE);
    assertThat(bench.plan(ANEW).changes()).isEmpty();
  }

  @Test
  void whatStandsOnAMachineThatLeavesTheProgramGoesWithIt() throws IOException {
    Bench bench = Sandboxes.in(folder);
    bench.applied(FIRST);
    bench.options(PlanOptions.NONE.allowing(Set.of("data_loss")));
    Plan plan = bench.plan(LAB);
    assertThat(actions(plan).values()).containsOnly(Action.DESTROY);
    assertThat(plan.changes())
        .extracting(it -> it.address().toString())
        .containsExactlyInAnyOrder("app", "front", "data", "web");
    assertThat(plan.ops()).extracting(Op::change).containsOnly(Address.of("app"));
    assertThat(bench.apply(plan).result()).isEqualTo(ApplyReport.Result.DONE);
    assertThat(bench.plan(LAB).changes()).isEmpty();
    assertThat(bench.plan("module shop { edition = 2026 }\noutput o = 1\n").changes()).isEmpty();
  }

  @Test
  void destroyingAllTakesNoCallForWhatStandsOnAMachine() throws IOException {
    Bench bench = Sandboxes.in(folder);
    bench.applied(FIRST);
    Plan plan = bench.planDestroy(FIRST);
    assertThat(plan.ops()).extracting(Op::change).containsOnly(Address.of("app"));
    assertThat(change(plan, "web").goesWith()).contains(Address.of("app"));
    assertThat(bench.apply(plan).result()).isEqualTo(ApplyReport.Result.DONE);
    assertThat(bench.planDestroy(FIRST).changes()).isEmpty();
  }

  @Test
  void aContainerThatLeavesAMachineThatStaysIsRemovedByCalls() throws IOException {
    Bench bench = Sandboxes.in(folder);
    bench.applied(FIRST);
    Plan plan = bench.plan(LAB + MACHINE.formatted("4GiB", 1) + "volume data on app\n");
    assertThat(actions(plan)).isEqualTo(Map.of("web", Action.DESTROY, "front", Action.DESTROY));
    assertThat(plan.ops()).extracting(Op::host).containsOnly(Address.of("app"));
  }

  @Test
  void theBlockOfAHostMayReadAMachine() throws IOException {
    String host =
        "host inner: docker { endpoint = url(\"tcp://${app.ip ?? \"127.0.0.1\"}:2376\") }\n";
    String program = LAB + host + MACHINE.formatted("4GiB", 1) + "volume data on inner\n";
    Bench bench = Sandboxes.in(folder);
    Plan plan = bench.plan(program);
    assertThat(connecting(plan).host()).isEqualTo(Address.of("inner"));
    assertThat(needed(plan, call(plan, "volume.make"))).contains(call(plan, "vm.start").id());
    assertThat(bench.apply(plan).result()).isEqualTo(ApplyReport.Result.DONE);
    assertThat(bench.plan(program).changes()).isEmpty();
  }

  @Test
  void aTargetTakesTheMachineAlongThatItStandsOn() throws IOException {
    Bench bench = Sandboxes.in(folder);
    bench.options(targeting("web"));
    Plan plan = bench.plan(FIRST + ASIDE);
    assertThat(actions(plan).keySet()).containsExactlyInAnyOrder("app", "front", "data", "web");
    assertThat(bench.apply(plan).result()).isEqualTo(ApplyReport.Result.DONE);
    assertThat(bench.plan(FIRST + ASIDE).changes()).isEmpty();
    bench.options(PlanOptions.NONE);
    assertThat(actions(bench.plan(FIRST + ASIDE)).keySet())
        .containsExactlyInAnyOrder("idle", "other", "apart");
  }

  @Test
  void aTargetTakesTheMachineAlongThatTheBlockOfItsHostReads() throws IOException {
    Bench bench = Sandboxes.in(folder);
    bench.options(targeting("through"));
    Plan plan = bench.plan(FIRST + THROUGH);
    assertThat(actions(plan).keySet()).containsExactlyInAnyOrder("app", "through");
    assertThat(bench.apply(plan).result()).isEqualTo(ApplyReport.Result.DONE);
  }

  @Test
  void aMachineThatIsLeftOutLeavesOutWhatStandsOnIt() throws IOException {
    Bench bench = Sandboxes.in(folder);
    bench.options(excluding("app"));
    Plan plan = bench.plan(FIRST + ASIDE + THROUGH);
    assertThat(actions(plan).keySet()).containsExactlyInAnyOrder("other", "apart");
    assertThat(bench.apply(plan).result()).isEqualTo(ApplyReport.Result.DONE);
    assertThat(bench.plan(FIRST + ASIDE + THROUGH).changes()).isEmpty();
  }

  @Test
  void whatStandsOnAMachineIsLeftOutAlone() throws IOException {
    Bench bench = Sandboxes.in(folder);
    bench.options(excluding("web"));
    assertThat(actions(bench.plan(FIRST)).keySet())
        .containsExactlyInAnyOrder("app", "front", "data");
  }

  @Test
  void destroyingAMachineAsTargetTakesAlongWhatStandsOnIt() throws IOException {
    Bench bench = Sandboxes.in(folder);
    bench.applied(FIRST + ASIDE);
    bench.options(targeting("app").destroying());
    assertThat(actions(bench.planDestroy(FIRST + ASIDE)).keySet())
        .containsExactlyInAnyOrder("app", "front", "data", "web", "idle");
    bench.options(excluding("web").destroying());
    assertThat(actions(bench.planDestroy(FIRST + ASIDE)).keySet())
        .containsExactlyInAnyOrder("idle", "other", "apart");
  }

  @Test
  void whatBarsTheWayToAMachineIsToldBeforeItIsMade() throws IOException {
    Bench bench = Sandboxes.in(folder);
    bench.provider(barred(Set.of("app"), "One key.", "Another key."));
    Outcome<Plan> plan = bench.planOutcome(FIRST);
    assertThat(plan.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(Barred.FORESEEN, Barred.FORESEEN);
    assertThat(plan.diagnostics().toString()).contains("One key.", "Another key.");
    assertThat(actions(plan.value())).containsEntry("web", Action.CREATE);
    assertThat(bench.planOutcome(LAB + MACHINE.formatted("4GiB", 1)).diagnostics()).isEmpty();
  }

  @Test
  void whatBarsTheWayToAMachineThatIsSilentIsToldInPlaceOfWaiting() throws IOException {
    Bench bench = Sandboxes.in(folder);
    bench.applied(FIRST);
    bench.provider(barred(Set.of("app"), "One key."));
    assertThat(bench.planOutcome(FIRST).diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(Barred.FORESEEN);
    bench.options(PlanOptions.NONE.destroying());
    assertThat(bench.planOutcome(FIRST).diagnostics()).isEmpty();
  }

  @Test
  void onlyAMachineThatThisApplyMakesOrStartsIsWaitedForLong() throws IOException {
    Barred silent = barred(Set.of("app"));
    Bench bench = Sandboxes.in(folder);
    bench.provider(silent).applied(FIRST);
    bench.apply(bench.plan(LARGER.replace("memory ", "annotation = \"it\"\n  memory ")));
    bench.apply(bench.plan(FIRST));
    bench.apply(bench.plan(FIRST));
    assertThat(silent.waits())
        .containsExactly(
            Before.NOT_RUNNING, Before.NOT_RUNNING, Before.NOT_RUNNING, Before.RUNNING);
  }

  /** The machine was made anew by a run that could not ask what became of the call. */
  @Test
  void whatWasBegunOnAMachineThatIsAnotherNowWentWithIt() throws IOException {
    Bench bench = Sandboxes.in(folder);
    bench.options(PlanOptions.NONE.allowing(Set.of("data_loss")));
    bench.applied(FIRST);
    Op make =
        call(
            bench.plan(FIRST.replace("volume data", "volume more on app\nvolume data")),
            "volume.make");
    Ref app =
        FileLedger.peek(folder, bench.stack()).facts().object(Address.of("app")).orElseThrow();
    Reached reached = new Reached(new TreeMap<>(Map.of(Address.of("app"), app)), new TreeMap<>());
    try (Ledger ledger = FileLedger.open(folder, bench.stack(), bench.state())) {
      ledger.begin(new Intent("run", make, Instant.now(), reached));
    }
    bench.applied(ANEW);
    List<String> said = new ArrayList<>();
    bench.listener(event -> said.add(event.toString()));
    assertThat(bench.recover(ANEW)).isEmpty();
    assertThat(said).singleElement().asString().contains("went with the machine");
  }

  @Test
  void whatIsTheSameForSeveralMachinesIsToldOnce() throws IOException {
    Bench bench = Sandboxes.in(folder);
    bench.provider(barred(Set.of("app", "other"), "One key."));
    assertThat(bench.planOutcome(FIRST + ASIDE).diagnostics())
        .singleElement()
        .asString()
        .contains("`app`", "One key.", "It is the same for `other`.");
    bench.provider(Sandboxes.provider()).applied(FIRST + ASIDE);
    bench.provider(barred(Set.of("app", "other")));
    assertThat(bench.planOutcome(FIRST + ASIDE).diagnostics())
        .singleElement()
        .asString()
        .contains("is not decided yet", "It is the same for `other`.");
  }

  private static Barred barred(Set<String> hosts, String... foreseen) {
    return new Barred(
        Sandboxes.provider(),
        hosts.stream().map(Address::of).collect(Collectors.toSet()),
        foreseen);
  }

  private static PlanOptions targeting(String address) {
    List<Selector> targets = List.of(new Selector(Address.of(address)));
    return new PlanOptions(targets, List.of(), false, false, Set.of());
  }

  private static PlanOptions excluding(String address) {
    List<Selector> excludes = List.of(new Selector(Address.of(address)));
    return new PlanOptions(List.of(), excludes, false, false, Set.of());
  }

  private static Op connecting(Plan plan) {
    return plan.ops().stream()
        .filter(op -> op.role() == Op.Role.CONNECTS)
        .findFirst()
        .orElseThrow();
  }

  private static Op call(Plan plan, String call) {
    return plan.ops().stream().filter(op -> op.call().equals(call)).findFirst().orElseThrow();
  }

  private static PlannedChange change(Plan plan, String address) {
    return plan.changes().stream()
        .filter(it -> it.address().toString().equals(address))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Action> actions(Plan plan) {
    return plan.changes().stream()
        .collect(Collectors.toMap(it -> it.address().toString(), PlannedChange::action));
  }

  /** All ops that an op comes after. */
  private static Set<String> needed(Plan plan, Op op) {
    Map<String, Op> byId =
        plan.ops().stream().collect(Collectors.toMap(Op::id, Function.identity()));
    Set<String> open = new TreeSet<>(Set.of(op.id()));
    Set<String> found = new HashSet<>();
    while (!open.isEmpty()) {
      String next = open.iterator().next();
      open.remove(next);
      Objects.requireNonNull(byId.get(next)).needs().stream()
          .map(Op.Need::op)
          .filter(found::add)
          .forEach(open::add);
    }
    return found;
  }
}
