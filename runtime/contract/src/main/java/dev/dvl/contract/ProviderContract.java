package dev.dvl.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.ir.Program;
import dev.dvl.engine.apply.ApplyReport;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.change.Op.Role;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.PlannedChange;
import dev.dvl.engine.plan.StackFile;
import dev.dvl.engine.plan.input.PlanOptions;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What every provider must keep; a provider's test extends this and lends it a {@link Platform}.
 */
public abstract class ProviderContract extends IdentityContract {
  @Test
  void aChangeInPlaceKeepsTheObjects() throws Exception {
    bench.applied(platform.program());
    Plan plan = bench.plan(platform.updated());
    assertThat(plan.changes()).isNotEmpty().allMatch(it -> it.action() == Action.UPDATE);
  }

  @Test
  void aReplacementSaysSo() throws Exception {
    bench.applied(platform.program());
    Plan plan = bench.plan(platform.replaced());
    assertThat(plan.changes()).anyMatch(it -> it.action().replaces());
    assertThat(plan.changes())
        .filteredOn(it -> it.action().replaces())
        .allMatch(it -> !it.reasons().isEmpty());
  }

  /** What an op does to its object is told by its role: the engine has nothing else to go by. */
  @Test
  void opsSayWhatTheyDo() throws Exception {
    assertThat(roles(bench.plan(platform.program()))).isSubsetOf(Role.MAKES, Role.WAITS);
    bench.applied(platform.program());
    assertThat(roles(bench.plan(platform.updated()))).isSubsetOf(Role.CHANGES, Role.WAITS);
    assertThat(roles(bench.planDestroy(platform.program())))
        .contains(Role.REMOVES)
        .isSubsetOf(Role.CHANGES, Role.REMOVES, Role.WAITS);
    Plan replacing = bench.plan(platform.replaced());
    for (PlannedChange change : replacing.changes()) {
      if (change.action().replaces()) {
        assertThat(replacing.ops())
            .filteredOn(op -> op.change().equals(change.address()))
            .extracting(Op::role)
            .contains(Role.MAKES, Role.REMOVES);
      }
    }
  }

  /** All but of those ops that undo what others did. */
  private static Set<Role> roles(Plan plan) {
    return plan.ops().stream()
        .map(Op::role)
        .filter(role -> role != Role.UNDOES)
        .collect(Collectors.toSet());
  }

  @Test
  void planningAsksForNoWriter() throws Exception {
    Watched watched = new Watched(platform.provider(), Watched.Calls.NONE);
    bench.provider(watched).plan(platform.program());
    bench.applied(platform.program());
    int before = watched.writers();
    assertThat(before).isPositive();
    bench.plan(platform.replaced());
    bench.planDestroy(platform.program());
    assertThat(watched.writers()).isEqualTo(before);
  }

  @Test
  void twoPlansAreEqual() throws Exception {
    assertThat(counted(platform.program())).isEqualTo(counted(platform.program()));
    bench.applied(platform.program());
    assertThat(counted(platform.replaced())).isEqualTo(counted(platform.replaced()));
  }

  @Test
  void aStrangerUnderAWantedNameIsAnError() throws Exception {
    for (Map.Entry<String, String> named : platform.named().entrySet()) {
      platform.makeStranger(named.getKey(), named.getValue());
      List<Diagnostic> diagnostics = bench.planOutcome(platform.program()).diagnostics();
      assertThat(codes(diagnostics)).as(named.toString()).contains("DVL6010");
      assertThat(platform.names()).containsExactly(named.getValue());
      platform.removeStrangers();
    }
  }

  @Test
  void aCopyIsNamedAndNeverOurs() throws Exception {
    bench.applied(platform.program());
    List<String> copies = platform.makeCopies();
    assertThat(copies).isNotEmpty();
    Outcome<Plan> outcome = bench.planOutcome(platform.program());
    assertThat(outcome.value().changes()).isEmpty();
    assertThat(codes(outcome.diagnostics())).contains("DVL6012");
    assertThat(outcome.diagnostics()).extracting(Diagnostic::toString).doesNotHaveDuplicates();
    ApplyReport report = bench.apply(bench.planDestroy(platform.program()));
    assertThat(report.diagnostics()).isEmpty();
    assertThat(platform.names()).containsExactlyInAnyOrderElementsOf(copies);
  }

  @Test
  void anotherStackSeesStrangers() throws Exception {
    bench.applied(platform.program());
    Bench other = bench(new Stack(StackFile.fresh(), "default"));
    assertThat(codes(other.planOutcome(platform.program()).diagnostics())).contains("DVL6011");
    assertThat(other.planOutcome(platform.program()).value().changes())
        .allMatch(it -> it.action() == Action.CREATE);
  }

  @Test
  void whatLosesDataWhenItLeavesTheProgramIsRefusedWithoutTheFlag() throws Exception {
    bench.applied(platform.program());
    Watched watched = new Watched(platform.provider(), Watched.Calls.NONE);
    bench.provider(watched).options(PlanOptions.NONE);
    Outcome<Plan> refused = bench.planOutcome(emptied());
    List<PlannedChange> losing =
        refused.value().changes().stream().filter(it -> it.impact().losesData()).toList();
    Set<String> kinds = losing.stream().map(PlannedChange::kind).collect(Collectors.toSet());
    assertThat(kinds).isEqualTo(platform.holdingData());
    assertThat(codes(errors(refused))).isEqualTo(Collections.nCopies(losing.size(), "DVL6014"));
    assertThat(watched.writers()).as("nothing is called").isZero();
    assertThat(platform.names()).hasSize(platform.size());
    Outcome<Plan> agreed = bench.losingData().planOutcome(emptied());
    assertThat(errors(agreed)).isEmpty();
    assertThat(bench.apply(agreed.value()).diagnostics()).isEmpty();
    assertThat(platform.names()).isEmpty();
  }

  private static List<Diagnostic> errors(Outcome<Plan> outcome) {
    return outcome.diagnostics().stream().filter(Diagnostic::isError).toList();
  }

  /** {@link Platform#program} when every resource was taken out. */
  private Program emptied() {
    Program program = bench.compile(platform.program());
    return new Program(
        program.module(),
        program.hosts(),
        List.of(),
        List.of(),
        List.of(),
        program.parameters(),
        program.secrets(),
        program.files(),
        program.moves(),
        program.adoptions(),
        program.forgotten());
  }

  @Test
  void whereverACreationIsCutOffTheNextRunCarriesOn() throws Exception {
    cutEverywhere(
        () -> {},
        () -> bench.plan(platform.program()),
        () -> {
          bench.applied(platform.program());
          assertThat(bench.plan(platform.program()).changes()).isEmpty();
          assertThat(platform.names()).hasSize(platform.size());
          destroy();
        });
  }

  @Test
  void whereverAReplacementIsCutOffTheNextRunCarriesOn() throws Exception {
    bench.applied(platform.program());
    cutEveryTurn(platform.replaced(), platform.program());
  }

  @Test
  void whereverADestructionIsCutOffTheNextRunCarriesOn() throws Exception {
    cutEverywhere(
        () -> bench.applied(platform.program()),
        () -> bench.planDestroy(platform.program()),
        this::destroy);
  }

  /** The plan with op ids that count from 1. */
  private Plan counted(String program) throws IOException {
    AtomicInteger next = new AtomicInteger();
    Bench counting = bench(bench.stack()).ids(() -> "op" + next.incrementAndGet());
    return counting.plan(program);
  }
}
