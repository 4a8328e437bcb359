package dev.dvl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.value.Address;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Live.Standing;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.provider.Cancel;
import dev.dvl.engine.provider.Query;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A stamp counts only on the object that it was written for. */
@Tag("docker")
class StandingTest {

  @Test
  void tellsOursFromCopiesAndStrangers() throws Exception {
    try (Bench bench = Bench.open()) {
      Live ours = bench.create("container", "it", "image", "dvl-test/base:1");
      String copied = bench.prefix + "-copied:1";
      String runs = bench.prefix + "-run";
      String stranger = bench.prefix + "-stranger";
      try {
        Cli.run("docker", "commit", ours.ref().id(), copied);
        Cli.run("docker", "run", "-d", "--name", runs, copied);
        Cli.run("docker", "run", "-d", "--name", stranger, "dvl-test/base:1");
        Map<String, Standing> found = standings(bench, bench.stack, stranger);
        assertThat(found)
            .containsEntry(ours.ref().name(), Standing.OURS)
            .containsEntry(runs, Standing.COPY)
            .containsEntry(stranger, Standing.FOREIGN);
        Stack other = new Stack("0000000000000000", "");
        assertThat(standings(bench, other, ours.ref().name()))
            .containsEntry(ours.ref().name(), Standing.OTHER_STACK);
      } finally {
        Cli.status("docker", "rm", "-f", runs, stranger);
        Cli.status("docker", "rmi", copied);
      }
    }
  }

  @Test
  void readsTheBirthRecordBack() throws Exception {
    try (Bench bench = Bench.open()) {
      Live live =
          bench.create("container", "it", "image", "dvl-test/base:1", "labels", V.map("a", "b"));
      assertThat(live.stamp().orElseThrow().names()).contains("image", "labels");
      assertThat(live.stamp().orElseThrow().stack()).isEqualTo(bench.stack);
      assertThat(live.value("labels").toString()).doesNotContain("dvl.");
    }
  }

  private static Map<String, Standing> standings(Bench bench, Stack stack, String claimed)
      throws Exception {
    Query query =
        new Query(
            stack,
            List.of(new Query.Claim(Address.of("x"), "container", claimed)),
            List.of(),
            Query.Scope.OURS);
    return bench.reader.read(query, Cancel.NEVER).objects().stream()
        .collect(Collectors.toMap(it -> it.ref().name(), Live::standing));
  }
}
