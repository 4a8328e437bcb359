package dev.dvl.cli.worlds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The Docker engine for tests behind a proxy that writes down what is done on it. */
final class DockerStage implements Stage {
  private final Path scene;
  private final Path socket;
  private final DockerEngine engine;
  private final RecordingProxy proxy;
  private final List<RecordedCall> images = new ArrayList<>();

  DockerStage(Path scene, Path socket) throws IOException {
    this.scene = scene;
    this.socket = socket;
    this.engine = DockerEngine.ofTests();
    this.proxy = new RecordingProxy(UnixSocket.at(socket), engine.dialer(), new DockerDialect());
    for (RecordedCall image : engine.images()) {
      images.add(image.naming(engine.answered(image, new Renamed())));
    }
    makeStrangers();
  }

  /** What others made before dvl came: every line is a command of Docker's own. */
  private void makeStrangers() throws IOException {
    Path file = scene.resolve("strangers");
    for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
      ProcessBuilder builder = new ProcessBuilder(line.split(" ")).inheritIO();
      builder.environment().putAll(environment());
      try {
        if (builder.start().waitFor() != 0) {
          throw new IOException(line);
        }
      } catch (InterruptedException stopped) {
        throw new IOException(stopped);
      }
    }
  }

  @Override
  public Map<String, String> environment() {
    return Map.of("DOCKER_HOST", "unix://" + socket);
  }

  @Override
  public List<String> options() {
    return List.of();
  }

  @Override
  public Map<String, String> hold() throws IOException {
    proxy.hold(Hold.of(Files.readAllLines(scene.resolve("held"))));
    return Map.of();
  }

  @Override
  public void awaitHeld() throws IOException, InterruptedException {
    proxy.awaitHeld();
  }

  @Override
  public void keep(World world) throws IOException {
    List<RecordedCall> all = new ArrayList<>(images);
    all.addAll(proxy.recorded());
    RecordedCall.write(all, world.calls());
  }

  @Override
  public void clear(Path program) throws IOException {
    engine.clear(program, proxy.recorded());
  }

  @Override
  public void close() throws IOException {
    try (proxy) {
      engine.close();
    }
  }
}
