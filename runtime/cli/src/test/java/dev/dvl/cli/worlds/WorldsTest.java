package dev.dvl.cli.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.cli.command.Exit;
import dev.dvl.cli.session.Calls;
import dev.dvl.engine.json.Fields;
import dev.dvl.engine.json.JsonTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What an earlier dvl made stays as it is: every world under {@code testing/worlds} is made again,
 * and the dvl under test finds nothing to do in it.
 */
abstract class WorldsTest {
  @TempDir private Path folder = Path.of("");

  /** A platform of the test's own; where there is none, the test is skipped. */
  abstract Platform platform() throws Exception;

  @ParameterizedTest
  @MethodSource("worlds")
  void thePlanIsEmpty(World world) throws Exception {
    try (Platform platform = platform()) {
      Again again = Again.of(world, platform, folder.resolve("w"));
      assertThat(again.recorded().facts().made()).as("what the ledger knows").isNotEmpty();
      boolean cut = !again.recorded().open().isEmpty();
      assertThat(cut).as("open intents").isEqualTo(world.wasCut());
      if (cut) {
        carriesOn(again);
      }
      empty(again);
      again.forget();
      onlyAdopts(again);
    }
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void theSavedPlanIsCarriedOutOrRefused(World world) throws Exception {
    String kept = Files.readString(world.savedPlan());
    try (Platform platform = platform()) {
      Again again = Again.of(world, platform, folder.resolve("w"));
      again.plan(kept.replaceFirst("\"format\":\"[^\"]*", "\"format\":\"dvl-saved-0"));
      refused(again.plain("apply", "saved.plan", "--yes"));
      again.plan(kept.replaceAll("\"format\":\"dvl-plan[^\"]*", "\"format\":\"dvl-plan-0"));
      refused(again.plain("apply", "saved.plan", "--yes"));
      again.plan(kept);
      Calls.Ended applied = again.plain("apply", "saved.plan", "--yes");
      if (applied.exit().isDone()) {
        empty(again, "--param", "release=2");
      } else if (applied.exit().equals(Exit.STALE)) {
        assertThat(world.wasCut() || platform.guardsIds()).as(applied::toString).isTrue();
      } else {
        refused(applied);
      }
    }
  }

  private static void refused(Calls.Ended ended) {
    assertThat(ended.exit()).as(ended::toString).isEqualTo(Exit.WRONG);
    assertThat(ended.err()).contains("DVL8023");
  }

  /** What was begun is found out, what is missing is made, and what is half made goes. */
  private static void carriesOn(Again again) throws IOException {
    Calls.Ended applied = again.dvl("apply", "--yes", "--allow", "data_loss");
    assertThat(applied.exit()).as(applied::toString).isEqualTo(Exit.DONE);
    assertThat(again.recorded().open()).as("open intents").isEmpty();
  }

  private static void empty(Again again, String... options) {
    String[] words = new String[options.length + 2];
    words[0] = "plan";
    words[1] = "--detailed-exitcode";
    System.arraycopy(options, 0, words, 2, options.length);
    Calls.Ended plan = again.dvl(words);
    assertThat(plan.exit()).as(plan::toString).isEqualTo(Exit.DONE);
  }

  /** A stranger that was adopted and one that is to be look the same without a ledger. */
  private static void onlyAdopts(Again again) throws IOException {
    Calls.Ended plan = again.dvl("plan", "--json");
    assertThat(plan.exit()).as(plan::toString).isEqualTo(Exit.DONE);
    for (Fields change : Fields.of(JsonTree.read(plan.out())).list("changes", Fields::of)) {
      assertThat(change.text("action")).as(plan::toString).isEqualTo("adopt");
      assertThat(change.list("fields", Fields::of)).as(plan::toString).isEmpty();
    }
  }
}
