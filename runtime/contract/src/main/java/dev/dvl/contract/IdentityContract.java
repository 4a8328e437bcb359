package dev.dvl.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Takeover;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.PlannedChange;
import dev.dvl.engine.plan.StackFile;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every provider must keep when resources move, are adopted and are forgotten. */
abstract class IdentityContract extends WayContract {
  private static final Pattern LINES = Pattern.compile("(?m)^(moved|adopt|forget) .*$");
  private static final Pattern MOVED = Pattern.compile("(?m)^moved (\\S+) -> (\\S+)$");

  @Test
  void whatMovesKeepsItsObject() throws Exception {
    bench.applied(platform.program());
    Plan plan = bench.plan(platform.moved());
    assertThat(plan.changes()).isNotEmpty().allMatch(IdentityContract::isMoved);
    bench.apply(plan);
    assertSettled(platform.moved());
    assertThat(bench.plan(withoutLines(platform.moved())).changes()).isEmpty();
    forgetLocalFiles();
    assertThat(bench.plan(platform.moved()).changes()).isEmpty();
  }

  private static boolean isMoved(PlannedChange change) {
    boolean stays = change.action() == Action.MOVE || change.action() == Action.UPDATE;
    return stays && change.taken().filter(Takeover.Moved.class::isInstance).isPresent();
  }

  @Test
  void aMoveWithoutItsLineIsSuggested() throws Exception {
    bench.applied(platform.program());
    List<String> notes = bench.planOutcome(withoutLines(platform.moved())).value().notes();
    assertThat(notes).anyMatch(note -> note.contains("write: moved "));
  }

  @Test
  void whereverAMoveIsCutOffTheNextRunCarriesOn() throws Exception {
    cutEverywhere(
        this::startAnew,
        () -> bench.plan(platform.moved()),
        () -> {
          bench.applied(platform.moved());
          assertSettled(platform.moved());
        });
  }

  @Test
  void whereverAReplacementOfWhatMovesIsCutOffTheNextRunCarriesOn() throws Exception {
    bench.applied(platform.program());
    cutEveryTurn(platform.movedAndReplaced(), movedBack());
  }

  /** The program, with the way back from what {@link Platform#movedAndReplaced} has moved. */
  private String movedBack() {
    String back =
        MOVED
            .matcher(platform.movedAndReplaced())
            .results()
            .map(line -> "moved " + line.group(2) + " -> " + line.group(1))
            .collect(Collectors.joining("\n", "\n", "\n"));
    return platform.program() + back;
  }

  @Test
  void whatIsAdoptedIsOursFromThenOn() throws Exception {
    makeStrangers();
    Plan plan = bench.plan(platform.adopting());
    assertThat(plan.changes())
        .filteredOn(change -> change.taken().isPresent())
        .hasSize(platform.adopted().size())
        .allMatch(change -> change.taken().get() instanceof Takeover.Adopted)
        .allMatch(change -> change.action() == Action.ADOPT || change.action().replaces());
    assertThat(bench.apply(plan).diagnostics()).isEmpty();
    assertSettled(platform.adopting());
    assertThat(bench.plan(platform.program()).changes()).isEmpty();
    destroy();
  }

  @Test
  void whereverAnAdoptionIsCutOffTheNextRunCarriesOn() throws Exception {
    cutEverywhere(
        this::makeStrangers,
        () -> bench.plan(platform.adopting()),
        () -> {
          bench.applied(platform.adopting());
          assertSettled(platform.adopting());
          destroy();
        });
  }

  @Test
  void whatIsNotThereIsNotAdopted() throws Exception {
    assertThat(codes(bench.planOutcome(platform.adopting()).diagnostics())).contains("DVL6040");
  }

  @Test
  void whatIsAnotherStacksIsNotAdopted() throws Exception {
    bench.applied(platform.program());
    Bench other = bench(new Stack(StackFile.fresh(), "default"));
    assertThat(codes(other.planOutcome(platform.adopting()).diagnostics())).contains("DVL6041");
  }

  @Test
  void whatIsForgottenStaysAndIsNobodys() throws Exception {
    bench.applied(platform.program());
    Plan plan = bench.plan(platform.forgotten());
    assertThat(plan.changes()).extracting(PlannedChange::action).containsExactly(Action.FORGET);
    assertThat(bench.apply(plan).diagnostics()).isEmpty();
    assertLetGo();
    forgetLocalFiles();
    assertThat(bench.plan(platform.forgotten()).changes()).isEmpty();
    bench.applied(platform.reclaimed());
    assertSettled(platform.reclaimed());
  }

  @Test
  void whereverForgettingIsCutOffTheNextRunCarriesOn() throws Exception {
    bench.applied(platform.program());
    cutEverywhere(
        () -> bench.applied(platform.reclaimed()),
        () -> bench.plan(platform.forgotten()),
        () -> {
          bench.applied(platform.forgotten());
          assertLetGo();
        });
    bench.applied(platform.reclaimed());
  }

  private void startAnew() throws Exception {
    destroy();
    bench.applied(platform.program());
  }

  private void assertLetGo() throws Exception {
    assertThat(bench.plan(platform.forgotten()).changes()).isEmpty();
    assertThat(bench.plan(withoutLines(platform.forgotten())).changes()).isEmpty();
    assertThat(platform.names()).hasSize(platform.size());
  }

  private void makeStrangers() throws Exception {
    for (Map.Entry<String, String> named : platform.adopted().entrySet()) {
      platform.makeStranger(named.getKey(), named.getValue());
    }
  }

  private void forgetLocalFiles() throws Exception {
    delete(platform.folder().resolve(".dvl").resolve(stackId + "-default"));
  }

  private static String withoutLines(String program) {
    return LINES.matcher(program).replaceAll("");
  }
}
