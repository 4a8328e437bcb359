package dev.dvl.vsphere.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.vsphere.server.ServerConnector;
import dev.dvl.vsphere.session.Credentials;
import dev.dvl.vsphere.session.Endpoint;
import dev.dvl.vsphere.session.Limits;
import dev.dvl.vsphere.session.Trust;
import dev.dvl.vsphere.session.VSphereSession;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that ends with an open session logs out of it, also when it is interrupted. */
class EndOfProcessTest {

  /** Logs in, says so, and waits or leaves without closing the session. */
  public static final class Client {
    private Client() {}

    /** Run as a process of its own. */
    public static void main(String[] args) throws Exception {
      VSphereSession session =
          new ServerConnector()
              .open(
                  new Endpoint("127.0.0.1", Integer.parseInt(args[0])),
                  Trust.Insecure.INSECURE,
                  new Credentials("user", "secret"),
                  Limits.USUAL);
      System.out.write(session.about().vcenter() ? '+' : '-');
      System.out.flush();
      if (args[1].equals("waits")) {
        Thread.sleep(60_000);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM", "none"})
  void logsOut(String signal) throws Exception {
    try (ScriptedServer server = new ScriptedServer()) {
      Process process = client(server, signal.equals("none") ? "leaves" : "waits");
      assertThat(process.getInputStream().read()).isEqualTo('+');
      if (!signal.equals("none")) {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
      }
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(server.logouts()).isEqualTo(1);
      assertThat(server.openSessions()).isZero();
    }
  }

  private static Process client(ScriptedServer server, String what) throws Exception {
    List<String> classPath = List.of(System.getProperty("java.class.path"));
    // A shell lets what it runs in the background ignore Ctrl-C, and Java hands that on.
    return new ProcessBuilder(
            "env",
            "--default-signal=INT",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            String.join(File.pathSeparator, classPath),
            Client.class.getName(),
            Integer.toString(server.endpoint().port()),
            what)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
