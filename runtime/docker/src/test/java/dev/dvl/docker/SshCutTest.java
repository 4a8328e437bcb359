package dev.dvl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.contract.Bench;
import dev.dvl.contract.Platform;
import dev.dvl.docker.ssh.Relay;
import dev.dvl.docker.ssh.SshPeer;
import dev.dvl.engine.apply.ApplyReport;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One SSH connection carries all calls of an apply, and is cut at each of them. */
@Tag("docker")
class SshCutTest {
  @TempDir Path folder;

  /**
   * The next call logs in anew, so what was under way is found out in the same apply. Calls are cut
   * on the one side and on the other by turns.
   */
  @Test
  void whereverTheConnectionIsCutTheOutcomeIsTrue() throws Exception {
    int index = 0;
    while (cut(index % 2 == 0 ? CutAt.Side.BEFORE : CutAt.Side.AFTER, index)) {
      index++;
    }
    assertThat(index).isGreaterThan(5);
  }

  private boolean cut(CutAt.Side side, int index) throws Exception {
    try (Relay relay = new Relay(SshPeer.port("DVL_TEST_SSH"))) {
      Run run = run(relay, new CutAt(side, index, relay::cut), side.name() + index);
      ApplyReport report = run.apply();
      assertThat(run.bench().recover(run.program())).isEmpty();
      boolean all = run.bench().plan(run.program()).changes().isEmpty();
      assertThat(report.result() == ApplyReport.Result.DONE)
          .as("%s %s: %s", side, index, report.diagnostics())
          .isEqualTo(all);
      run.finished();
      return run.cut().happened();
    }
  }

  @Test
  void whenTheServerStaysAwayTheNextApplyFinishes() throws Exception {
    Relay relay = new Relay(SshPeer.port("DVL_TEST_SSH"));
    Run run = run(relay, new CutAt(CutAt.Side.AFTER, 3, relay::close), "away");
    ApplyReport report = run.apply();
    assertThat(report.result()).isEqualTo(ApplyReport.Result.FAILED);
    assertThat(report.diagnostics())
        .extracting(Diagnostic::code)
        .extracting(Code::id)
        .contains(Codes.LOST.id());
    try (Relay _ = new Relay(relay.port(), SshPeer.port("DVL_TEST_SSH"))) {
      assertThat(run.bench().recover(run.program())).isEmpty();
      run.finished();
    }
  }

  private Run run(Relay relay, CutAt cut, String name) throws Exception {
    Platform platform = EnginePlatform.in(folder.resolve(name), Programs.sshHost(relay.port()));
    return new Run(platform, Programs.in(platform.folder(), new DockerProvider(cut)), cut);
  }

  /** An apply of the program that contracts are about. */
  private record Run(Platform platform, Bench bench, CutAt cut) {
    String program() {
      return platform.program();
    }

    /** What follows is not cut any more. */
    ApplyReport apply() throws Exception {
      ApplyReport report = bench.apply(bench.plan(program()));
      bench.provider(new DockerProvider());
      return report;
    }

    /** What is missing is made, nothing is there twice, and all of it goes. */
    void finished() throws Exception {
      try {
        bench.applied(program());
        assertThat(bench.plan(program()).changes()).isEmpty();
        assertThat(names()).as(platform.folder().toString()).hasSize(platform.size());
      } finally {
        bench.losingData().apply(bench.planDestroy(program()));
      }
      assertThat(names()).isEmpty();
    }

    /**
     * An engine that loses its client in a build may come to its end later than anybody looks, and
     * what then loses its name to the next build is a part of the engine's cache.
     */
    private List<String> names() throws Exception {
      return platform.names().stream().filter(name -> !name.contains(" was ")).toList();
    }
  }
}
