package dev.dvl.docker.ready;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.docker.ready.CloudInit.Finished;
import dev.dvl.docker.ready.CloudInit.Off;
import dev.dvl.docker.ready.CloudInit.Verdict;
import dev.dvl.docker.ready.CloudInit.Working;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What machines tell of their cloud-init, in the words of several versions. */
class CloudInitTest {
  private static final String SOURCE = "DataSourceVMware [seed=guestinfo]";

  @Test
  void atWork() {
    assertThat(CloudInit.read("working\nmodules-final\n")).isEqualTo(new Working("modules-final"));
    assertThat(CloudInit.read("working\n")).isEqualTo(new Working(""));
    assertThat(CloudInit.read("")).isEqualTo(new Working(""));
  }

  @Test
  void off() {
    assertThat(CloudInit.read("off\nit is switched off\n"))
        .isEqualTo(new Off("it is switched off"));
    assertThat(CloudInit.read("This service allows sftp connections only.\n"))
        .isEqualTo(new Off("it cannot be asked (This service allows sftp connections only.)"));
  }

  /** Debian 12 has 22.4, which knows no degraded state. */
  @Test
  void done() {
    assertThat(ended("0", "status: done\nboot_status_code: enabled-by-generator"))
        .isEqualTo(new Finished("i-1", SOURCE, Verdict.GOOD, "status: done"));
  }

  /**
   * As Debian 12 says it of a machine whose user data are wrong, and of a package that is not
   * there.
   */
  @Test
  void failedOnDebian() {
    String text =
        """
        status: error
        boot_status_code: enabled-by-sysvinit
        last_update: Mon, 30 Nov 2026 10:49:32 +0000
        detail:
        ('write-files', AttributeError("'int' object has no attribute 'encode'"))
        ('scripts-user', RuntimeError('Runparts: 1 failures (runcmd) in 1 attempted commands'))
        E: Unable to locate package no-such-package
        """;
    Finished failed = ended("1", text);
    assertThat(failed.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(failed.text())
        .isEqualTo(
            "status: error; ('write-files', AttributeError(\"'int' object has no attribute"
                + " 'encode'\")); ('scripts-user', RuntimeError('Runparts: 1 failures (runcmd) in 1"
                + " attempted commands')); E: Unable to locate package no-such-package");
  }

  @Test
  void degraded() {
    String text = "status: done\nextended_status: degraded done\nrecoverable_errors:\nWARNING:";
    assertThat(ended("2", text).verdict()).isEqualTo(Verdict.DEGRADED);
    assertThat(ended("0", text).verdict()).isEqualTo(Verdict.DEGRADED);
    assertThat(ended("0", "status: done\nextended_status: done").verdict()).isEqualTo(Verdict.GOOD);
  }

  @Test
  void failed() {
    Finished failed = ended("1", "status: error\n\nE: Unable to locate package docker.io");
    assertThat(failed.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(failed.text()).isEqualTo("status: error; E: Unable to locate package docker.io");
    assertThat(CloudInit.read("finished\n")).isEqualTo(new Finished("", "", Verdict.FAILED, ""));
  }

  @Test
  void aGuestCannotSteerATerminal() {
    assertThat(ended("1", "a\u001b[2Jb\rc\u0007d\u009be").text()).isEqualTo("a[2Jb; cde");
    assertThat(ended("1", "x".repeat(5_000)).text()).hasSizeLessThan(1_100);
  }

  /** The script is one that a shell takes, whatever the machine has. */
  @Test
  void theScriptRuns() throws Exception {
    Process shell =
        new ProcessBuilder("sh", "-n", "-c", CloudInit.LOOK).redirectErrorStream(true).start();
    assertThat(shell.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(shell.exitValue()).isZero();
  }

  private static Finished ended(String code, String text) {
    return (Finished) CloudInit.read("finished\ni-1\n" + SOURCE + "\n" + code + "\n" + text + "\n");
  }
}
