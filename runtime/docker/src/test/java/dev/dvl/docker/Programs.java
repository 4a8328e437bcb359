package dev.dvl.docker;

import dev.dvl.contract.Bench;
import dev.dvl.docker.ssh.SshPeer;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.OpIds;
import dev.dvl.stdlib.StandardKinds;
import java.nio.file.Path;
import java.util.Random;

/** Programs as text on the test engine, each in a stack of its own. */
final class Programs {
  private static final Random RANDOM = new Random();

  private Programs() {}

  static Bench in(Path folder) {
    return in(folder, new DockerProvider());
  }

  static Bench in(Path folder, DockerProvider provider) {
    Stack stack = new Stack("%016x".formatted(RANDOM.nextLong()), "default");
    return new Bench(StandardKinds.load(), provider, stack, folder).ids(new OpIds());
  }

  /** A program on the test engine with these declarations. */
  static String program(String declarations) {
    return on(host(), declarations);
  }

  /** The block that reaches the test engine by its socket. */
  static String host() {
    return "host engine: docker { endpoint = \"%s\" }".formatted(Peers.docker());
  }

  /** The block that reaches it by SSH. */
  static String sshHost(int port) {
    return "host engine: docker {\n" + ssh(port) + "}";
  }

  /** What a block says that reaches it by SSH. */
  static String ssh(int port) {
    return """
      ssh {
        host     = "127.0.0.1"
        port     = %s
        user     = "root"
        key      = "%s"
        host_key = "%s"
        socket   = "%s"
      }
    """
        .formatted(
            port, SshPeer.key("user"), Peers.variable("DVL_TEST_SSH_HOST_KEY"), SshPeer.socket());
  }

  /** A program with a host of one's own. */
  static String on(String host, String declarations) {
    return "module it { edition = 2026 }\n" + host + "\n" + declarations;
  }
}
