package dev.dvl.docker.ssh;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.Bench;
import dev.dvl.docker.DockerProvider;
import dev.dvl.docker.Peers;
import dev.dvl.docker.V;
import dev.dvl.engine.provider.Cancel;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.HostSpec;
import dev.dvl.engine.provider.Reader;
import dev.dvl.engine.provider.Secrets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The SSH server of the tests, which forwards to the test engine, and the blocks that reach it. */
public record SshPeer(Path home, TreeMap<String, Value> ssh, Map<String, String> environment) {

  /** With all that is needed to get in. */
  public static SshPeer in(Path home) {
    return new SshPeer(home, new TreeMap<>(), Map.of())
        .with("host", "127.0.0.1")
        .with("port", port("DVL_TEST_SSH"))
        .with("user", "root")
        .with("key", key("user").toString())
        .with("host_key", Peers.variable("DVL_TEST_SSH_HOST_KEY"))
        .with("socket", socket());
  }

  public static int port(String variable) {
    return Integer.parseInt(Peers.variable(variable).replaceFirst(".*:", ""));
  }

  public static Path key(String name) {
    return Path.of(Peers.variable("DVL_TEST_SSH_KEYS"), name);
  }

  public static String socket() {
    return Peers.docker().substring("unix://".length());
  }

  public SshPeer with(String attribute, Object value) {
    TreeMap<String, Value> more = new TreeMap<>(ssh);
    more.put(attribute, V.of(value));
    return new SshPeer(home, more, environment);
  }

  SshPeer without(String attribute) {
    TreeMap<String, Value> less = new TreeMap<>(ssh);
    less.remove(attribute);
    return new SshPeer(home, less, environment);
  }

  public SshPeer where(String variable, String value) {
    TreeMap<String, String> more = new TreeMap<>(environment);
    more.put(variable, value);
    return new SshPeer(home, ssh, more);
  }

  public HostSpec spec(Map<String, Value> more) {
    TreeMap<String, Value> values = new TreeMap<>(more);
    if (!ssh.isEmpty()) {
      values.put("ssh", Value.ObjectOf.of(ssh));
    }
    return new HostSpec(Bench.HOST, "docker", values, environment, home, home);
  }

  Reader connect(Map<String, Value> more) throws HostProblem {
    return new DockerProvider().connect(spec(more), Secrets.NONE, Cancel.NEVER);
  }

  Reader connect() throws HostProblem {
    return connect(Map.of());
  }
}
