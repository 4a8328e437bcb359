package dev.dvl.cli.worlds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLServerSocket;

/** A vCenter simulator behind a proxy that writes down what is done on it. */
final class VSphereStage implements Stage {
  private static final String TASK = "task ";

  private final Path scene;
  private final VCenter vcenter;
  private final RecordingProxy proxy;
  private final String through;

  VSphereStage(Path scene, Path folder) throws IOException, InterruptedException {
    this.scene = scene;
    this.vcenter = VCenter.ofTests();
    SSLServerSocket server = TlsSocket.listening(folder);
    this.through = "127.0.0.1:" + server.getLocalPort();
    String[] parts = vcenter.server().split(":", 2);
    this.proxy =
        new RecordingProxy(
            TlsSocket.at(server),
            TlsSocket.to(parts[0], Integer.parseInt(parts[1])),
            new VSphereDialect());
  }

  @Override
  public Map<String, String> environment() {
    return vcenter.environment(through);
  }

  @Override
  public List<String> options() {
    return List.of();
  }

  /** Beside calls that are held, tasks that take for ever: {@code task CloneVM_Task some-name}. */
  @Override
  public Map<String, String> hold() throws IOException {
    List<String> calls = new ArrayList<>();
    for (String line : Files.readAllLines(scene.resolve("held"))) {
      if (line.startsWith(TASK)) {
        String[] words = line.split(" ", 3);
        vcenter.control(
            "POST",
            "/faults",
            """
            {"method": "%s", "name": "%s", "at": "task", "delay": 3600000, "count": 1}\
            """
                .formatted(words[1], words[2]));
      } else {
        calls.add(line);
      }
    }
    proxy.hold(Hold.of(calls));
    return Map.of();
  }

  @Override
  public void awaitHeld() throws IOException, InterruptedException {
    proxy.awaitHeld();
    Thread.sleep(3_000);
  }

  @Override
  public void keep(World world) throws IOException {
    List<RecordedCall> all = new ArrayList<>();
    try (Vim session = vcenter.session()) {
      for (RecordedCall call : proxy.recorded()) {
        all.add(call.naming(session.whole(call, call.ids())));
      }
    }
    RecordedCall.write(all, world.calls());
  }

  @Override
  public void clear(Path program) {}

  @Override
  public void close() throws IOException {
    try (proxy) {
      vcenter.close();
    }
  }
}
