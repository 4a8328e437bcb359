package dev.dvl.engine.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.value.Address;
import dev.dvl.contract.Bench;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Takeover;
import dev.dvl.engine.ledger.Claim;
import dev.dvl.engine.ledger.FileLedger;
import dev.dvl.engine.ledger.Ledger;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.PlannedChange;
import dev.dvl.engine.plan.codec.PlanReader;
import dev.dvl.engine.plan.codec.PlanWriter;
import dev.dvl.sandbox.SandboxObject;
import dev.dvl.sandbox.Store;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which object stands for which resource, where it was not made for it. */
class IdentityTest {
  private static final String HOST = "module shop { edition = 2026 }\nhost engine: docker {}\n";

  @TempDir Path folder;

  private Bench bench() {
    return Sandboxes.in(folder);
  }

  @Test
  void whatCannotBeRenamedKeepsTheNameOfItsOldAddress() throws IOException {
    Bench bench = bench();
    bench.applied(HOST + "volume data\nnetwork front");
    String moved = HOST + "volume store\nnetwork lan\nmoved data -> store\nmoved front -> lan";
    assertThat(actions(bench.plan(moved))).containsExactly(Action.MOVE, Action.MOVE);
    bench.applied(moved);
    assertThat(bench.plan(moved).changes()).isEmpty();
    Plan withoutLines = bench.plan(HOST + "volume store\nnetwork lan");
    assertThat(withoutLines.changes()).isEmpty();
    assertThat(withoutLines.notes())
        .anyMatch(it -> it.endsWith("Write again: moved data -> store"));
    Files.delete(journal());
    assertThat(bench.plan(moved).changes()).isEmpty();
  }

  @Test
  void movesFollowEachOther() throws IOException {
    Bench bench = bench();
    bench.applied(HOST + "volume a");
    bench.applied(HOST + "volume b\nmoved a -> b");
    Plan plan = bench.plan(HOST + "volume c\nmoved a -> b\nmoved b -> c");
    assertThat(actions(plan)).containsExactly(Action.MOVE);
    assertThat(plan.changes().getFirst().taken()).contains(new Takeover.Moved(Address.of("b")));
    bench.apply(plan);
    assertThat(bench.plan(HOST + "volume c\nmoved a -> b\nmoved b -> c").changes()).isEmpty();
  }

  @Test
  void whatOnlyTheLedgerKnowsMovesOnAndIsForgotten() throws IOException {
    Bench bench = bench();
    bench.applied(HOST + "volume a");
    bench.applied(HOST + "volume b\nmoved a -> b");
    String on = HOST + "volume c\nmoved b -> c";
    assertThat(actions(bench.plan(on))).containsExactly(Action.MOVE);
    bench.applied(on);
    assertThat(bench.plan(on).changes()).isEmpty();
    String off = HOST + "forget c";
    assertThat(actions(bench.plan(off))).containsExactly(Action.FORGET);
    bench.applied(off);
    assertThat(bench.plan(HOST).changes()).isEmpty();
  }

  @Test
  void aSavedPlanTellsWhatIsTakenOver() throws IOException {
    Bench bench = bench();
    bench.applied(HOST + "volume a");
    store().put(SandboxObject.foreign(new Ref("volume", "old", "legacy"), Map.of()));
    String program =
        HOST + "volume b\nvolume c { name = \"legacy\" }\nmoved a -> b\nadopt c = \"legacy\"";
    Plan plan = bench.plan(program);
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    PlanWriter.write(plan, saved);
    Plan read = PlanReader.read(new ByteArrayInputStream(saved.toByteArray()));
    assertThat(read).isEqualTo(plan);
    assertThat(read.changes())
        .extracting(PlannedChange::taken)
        .containsExactly(
            Optional.of(new Takeover.Moved(Address.of("a"))),
            Optional.of(new Takeover.Adopted("legacy")));
  }

  @Test
  void keysMoveAlong() throws IOException {
    Bench bench = bench();
    String loop = "for n in [\"eu\", \"us\"] {\n  volume %s[n]\n}\n";
    bench.applied(HOST + loop.formatted("data") + "volume one");
    String moved =
        HOST
            + loop.formatted("store")
            + "volume two[0]\nmoved data[*] -> store[*]\nmoved one -> two[0]";
    assertThat(bench.plan(moved).changes())
        .extracting(PlannedChange::address)
        .extracting(Address::toString)
        .containsExactly("store[\"eu\"]", "store[\"us\"]", "two[0]");
    bench.applied(moved);
    assertThat(bench.plan(moved).changes()).isEmpty();
  }

  @Test
  void twoObjectsAreTooMany() throws IOException {
    Bench bench = bench();
    bench.applied(HOST + "volume a\nvolume b");
    assertThat(codes(bench, HOST + "volume b\nmoved a -> b")).containsExactly("DVL6044");
  }

  @Test
  void anObjectBecomesNoOther() throws IOException {
    Bench bench = bench();
    bench.applied(HOST + "volume a");
    assertThat(codes(bench, HOST + "network b\nmoved a -> b")).containsExactly("DVL6045");
  }

  @Test
  void aNameThatIsInUseCannotChangeHands() throws IOException {
    Bench bench = bench();
    String page = "container page { image = \"web:1\", networks = [%s] }\n";
    bench.applied(HOST + "network front { name = \"net\" }\n" + page.formatted("front"));
    String renamed =
        HOST + "network lan { name = \"net\", internal = true }\n" + page.formatted("lan");
    assertThat(codes(bench, renamed.replace("web:1", "web:2"))).containsExactly("DVL6046");
  }

  @Test
  void whatIsAnotherResourcesIsNotAdopted() throws IOException {
    Bench bench = bench();
    bench.applied(HOST + "volume a { name = \"x\" }");
    String program = HOST + "volume a { name = \"x\" }\nvolume b\nadopt b = \"x\"";
    assertThat(codes(bench, program)).containsExactly("DVL6043");
  }

  @Test
  void ofTwoOfOneNameTheIdTells() throws IOException {
    Bench bench = bench();
    store().put(SandboxObject.foreign(new Ref("volume", "one", "legacy"), Map.of()));
    store().put(SandboxObject.foreign(new Ref("volume", "two", "legacy"), Map.of()));
    String program = HOST + "volume data { name = \"legacy\" }\nadopt data = \"%s\"";
    assertThat(codes(bench, program.formatted("legacy"))).containsExactly("DVL6047");
    Plan plan = bench.plan(program.formatted("two"));
    assertThat(plan.changes().getFirst().object().orElseThrow().id()).isEqualTo("two");
  }

  @Test
  void anImageIsNotAdopted() throws IOException {
    assertThat(codes(bench(), HOST + "image a { name = \"busybox:1\" }\nadopt a = \"busybox:1\""))
        .containsExactly("DVL6042");
  }

  @Test
  void oneLikenessIsSuggested() throws IOException {
    Bench bench = bench();
    bench.applied(HOST + "volume a\nnetwork front");
    String suggestion = "`b` is what `a` was. To keep its object, write: moved a -> b";
    Outcome<Plan> renamed = bench.planOutcome(HOST + "volume b\nnetwork front");
    assertThat(renamed.value().notes()).containsExactly(suggestion);
    assertThat(renamed.diagnostics().getFirst().code().id()).isEqualTo("DVL6014");
    assertThat(renamed.diagnostics().getFirst().notes()).contains(suggestion);
  }

  @Test
  void whereThereAreTwoNothingIsSuggested() throws IOException {
    Bench bench = bench();
    bench.losingData().applied(HOST + "volume a\nvolume c");
    assertThat(bench.plan(HOST + "volume b").notes()).isEmpty();
    assertThat(bench.plan(HOST + "volume b\nvolume d").notes()).isEmpty();
  }

  @Test
  void whatDiffersIsNotSuggested() throws IOException {
    Bench bench = bench();
    bench.applied(HOST + "network a");
    assertThat(bench.plan(HOST + "network b { internal = true }").notes()).isEmpty();
  }

  @Test
  void anAdoptionThatWasOnlyNotedIsCarriedOn() throws IOException {
    Bench bench = bench();
    store().put(SandboxObject.foreign(new Ref("container", "old", "legacy"), Map.of()));
    String program =
        HOST + "container db { name = \"legacy\", image = \"db:1\" }\n" + "adopt db = \"legacy\"";
    assertThat(actions(bench.plan(program))).containsExactly(Action.REPLACE);
    try (Ledger ledger = FileLedger.open(folder, bench.stack(), bench.state())) {
      ledger.claim(
          new Claim.Adopted(
              Address.of("db"), new Ref("container", "old", "legacy"), Address.of("engine")));
    }
    bench.applied(program);
    assertThat(bench.plan(program).changes()).isEmpty();
    assertThat(store().byId("old")).isEmpty();
  }

  @Test
  void whatWasAdoptedGoesWithItsResource() throws IOException {
    Bench bench = bench();
    store().put(SandboxObject.foreign(new Ref("volume", "old", "legacy"), Map.of()));
    bench.applied(HOST + "volume data { name = \"legacy\" }\nadopt data = \"legacy\"");
    assertThat(actions(bench.plan(HOST + "volume data { name = \"legacy\" }"))).isEmpty();
    bench.losingData().applied(HOST);
    assertThat(store().byId("old")).isEmpty();
  }

  @Test
  void whatIsLeftOnAHostThatIsGoneCanBeForgotten() throws IOException {
    Bench bench = bench();
    bench.applied(HOST + "volume data");
    String without = "module shop { edition = 2026 }\nforget data";
    assertThat(actions(bench.plan(without))).containsExactly(Action.FORGET);
    bench.applied(without);
    assertThat(bench.plan(without).changes()).isEmpty();
    assertThat(bench.plan("module shop { edition = 2026 }").changes()).isEmpty();
  }

  private Path journal() {
    return folder.resolve(".dvl/00112233aabbccdd-default/journal");
  }

  private Store store() throws IOException {
    return Store.open(folder.resolve(".dvl/sandbox/engine.objects"));
  }

  private static List<Action> actions(Plan plan) {
    return plan.changes().stream().map(PlannedChange::action).toList();
  }

  private static List<String> codes(Bench bench, String program) throws IOException {
    return bench.planOutcome(program).diagnostics().stream()
        .filter(Diagnostic::isError)
        .map(it -> it.code().id())
        .toList();
  }
}
