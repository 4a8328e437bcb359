package dev.dvl.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.PlannedChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A resource that says when it is to be replaced. It is replaced when what it says changes, once,
 * and then no more, whatever its kind and whether its objects carry a record.
 *
 * @param resource its address
 * @param program with one {@code %s} in the block of the resource
 */
public record Triggered(Bench bench, Address resource, String program) {
  private static final String START_FIRST = "\nupdate { order = \"start_first\" }";

  /** Takes the resource through all of it; the objects stay where they are. */
  public void comesToRest() throws IOException {
    bench.losingData();
    comesAbout(program.formatted(""));
    isReplacedBy(says(1));
    isReplacedBy(says(2));
    isReplacedBy(says(3) + START_FIRST);
    staysAt(program.formatted(""));
    afterALoss();
  }

  /** What an object does not tell, and the ledger no more, counts from the next apply on. */
  private void afterALoss() throws IOException {
    comesAbout(program.formatted(says(4)));
    forget();
    staysAt(program.formatted(says(4)));
    isReplacedBy(says(5));
    forget();
    assertThat(bench.plan(program.formatted(says(6))).changes())
        .as("%s without a ledger", resource)
        .allMatch(this::isReplaced);
    comesAbout(program.formatted(says(6)));
    isReplacedBy(says(7));
  }

  private void isReplacedBy(String line) throws IOException {
    Plan plan = bench.plan(program.formatted(line));
    assertThat(plan.changes().stream().filter(this::isIt).map(PlannedChange::action))
        .as("%s with %s", resource, line)
        .hasSize(1)
        .allMatch(Action::replaces);
    comesAbout(program.formatted(line));
  }

  private void comesAbout(String text) throws IOException {
    bench.applied(text);
    staysAt(text);
  }

  /** Also once more: an apply with nothing to do may note something. */
  private void staysAt(String text) throws IOException {
    for (int time = 0; time < 2; time++) {
      assertThat(bench.plan(text).changes()).as("%s at rest", resource).isEmpty();
      bench.applied(text);
    }
  }

  private boolean isReplaced(PlannedChange change) {
    return isIt(change) && change.action().replaces();
  }

  private boolean isIt(PlannedChange change) {
    return change.address().equals(resource);
  }

  private static String says(int what) {
    return "replace_when = [" + what + "]";
  }

  /** What a sandbox keeps of its objects lies there, too, and stays. */
  private void forget() throws IOException {
    try (Stream<Path> files = Files.walk(bench.folder().resolve(".dvl"))) {
      List<Path> journals = files.filter(it -> it.endsWith("journal")).toList();
      assertThat(journals).isNotEmpty();
      for (Path journal : journals) {
        Files.delete(journal);
      }
    }
  }
}
