package dev.dvl.docker.registry;

import dev.dvl.docker.Codes;
import dev.dvl.docker.wire.Json;
import dev.dvl.docker.wire.JsonText;
import dev.dvl.engine.provider.HostProblem;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A program {@code docker-credential-NAME}: {@code get} reads a server from its input and writes
 * JSON with {@code Username} and {@code Secret} (docker/docker-credential-helpers).
 */
record CredentialCommand(String name, Map<String, String> environment) {
  private static final long PATIENCE_SECONDS = 30;

  /** Empty where the helper knows no login for the server. */
  Optional<Login> get(String server) throws HostProblem {
    try {
      Process process = start();
      try (OutputStream in = process.getOutputStream()) {
        in.write(server.getBytes(StandardCharsets.UTF_8));
      }
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw problem("it does not end");
      }
      return process.exitValue() == 0 ? login(server, out) : missing(out);
    } catch (IOException e) {
      throw problem("it cannot be run");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw problem("it was interrupted");
    }
  }

  private Process start() throws IOException, HostProblem {
    ProcessBuilder builder = new ProcessBuilder(List.of(program().toString(), "get"));
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.redirectErrorStream(true).start();
  }

  private Path program() throws HostProblem {
    String path = environment.getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin");
    return List.of(path.split(File.pathSeparator, -1)).stream()
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, "docker-credential-" + name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> problem("it is not on the PATH"));
  }

  private Optional<Login> login(String server, String out) throws HostProblem {
    try {
      Json json = JsonText.read(out);
      return Optional.of(
          Credentials.ofHelper(server, json.at("Username").text(), json.at("Secret").text()));
    } catch (IOException e) {
      throw problem("what it says is no JSON");
    }
  }

  private Optional<Login> missing(String out) throws HostProblem {
    if (out.toLowerCase(Locale.ROOT).contains("credentials not found")) {
      return Optional.empty();
    }
    throw problem(out.isBlank() ? "it fails without a word" : "it says: " + out.strip());
  }

  private HostProblem problem(String why) {
    return new HostProblem(
        Codes.CREDENTIALS,
        "The credential helper `docker-credential-" + name + "` cannot be used: " + why + ".");
  }
}
