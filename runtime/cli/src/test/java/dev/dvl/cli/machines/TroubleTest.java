package dev.dvl.cli.machines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.cli.command.Exit;
import dev.dvl.cli.session.Calls;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What befalls a machine, or dvl itself, in the middle of an apply: the next one finishes. */
@Tag("vcenter")
@SuppressWarnings("NullAway.Init")
class TroubleTest {
  private static final int TRIES = 600;
  private static final int PAUSE_MILLIS = 100;

  @TempDir private static Path folder;
  private static Lab lab;

  @BeforeAll
  static void order() throws Exception {
    lab = new Lab(folder);
  }

  @AfterAll
  static void nothingIsLeft() throws Exception {
    if (lab != null) {
      try (Lab ended = lab) {
        ended.destroyed();
      }
    }
  }

  @Test
  void killedBetweenTheMachineAndWhatStandsOnIt() throws Exception {
    lab.destroyed();
    Process apply = lab.process("apply", "--yes");
    until(() -> !lab.guests().isEmpty());
    int _ = apply.destroyForcibly().waitFor();
    lab.settle();
    assertThat(lab.guests()).hasSize(1);
    assertThat(lab.inside("docker ps -a --format '{{.Names}}'")).isEqualTo("web");
    lab.differsInNothing();
  }

  @Test
  void rebootedWhileContainersAreMadeOnIt() throws Exception {
    lab.settle();
    lab.another(true);
    CompletableFuture<Calls.Ended> apply =
        CompletableFuture.supplyAsync(() -> lab.dvl("apply", "--yes"));
    until(() -> apply.isDone() || lab.inside("docker ps -aq").lines().count() > 1);
    lab.inside("systemctl reboot");
    Calls.Ended ended = apply.join();
    assertThat(ended.exit()).as(ended::toString).isIn(Exit.DONE, Exit.FAILED, Exit.NO_CONNECTION);
    lab.settle();
    assertThat(lab.inside("docker ps --format '{{.Names}}'").lines().sorted())
        .containsExactly("other", "web");
    lab.another(false);
    lab.settle();
    assertThat(lab.inside("docker ps -a --format '{{.Names}}'")).isEqualTo("web");
    lab.differsInNothing();
  }

  /** Who answers with another key is another machine, as far as anybody can tell. */
  @Test
  void aMachineWithOtherHostKeysIsNotGoneInto() throws Exception {
    lab.settle();
    int logins = lab.logins();
    lab.inside(
        "mkdir -p /root/kept && cp -a /etc/ssh/ssh_host_* /root/kept && rm /etc/ssh/ssh_host_*"
            + " && ssh-keygen -A && systemctl restart ssh");
    Calls.Ended plan = lab.dvl("plan");
    Calls.Ended apply = lab.dvl("apply", "--yes");
    int since = lab.logins();
    lab.inside("rm /etc/ssh/ssh_host_* && cp -a /root/kept/* /etc/ssh && systemctl restart ssh");
    for (Calls.Ended refused : List.of(plan, apply)) {
      assertThat(refused.exit()).as(refused::toString).isEqualTo(Exit.NO_CONNECTION);
      assertThat(refused.err()).contains("DVL7042");
    }
    assertThat(since).isEqualTo(logins);
    lab.differsInNothing();
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void until(Condition condition) throws Exception {
    for (int left = TRIES; !condition.holds(); left--) {
      assertThat(left).as("what was waited for never came").isPositive();
      Thread.sleep(PAUSE_MILLIS);
    }
  }
}
