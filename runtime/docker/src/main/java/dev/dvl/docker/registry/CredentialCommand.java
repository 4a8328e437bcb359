package dev.dvl.docker.registry;

import dev.dvl.docker.Codes;
import dev.dvl.docker.wire.Excerpt;
import dev.dvl.docker.wire.Json;
import dev.dvl.docker.wire.JsonText;
import dev.dvl.engine.provider.HostProblem;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A program {@code docker-credential-NAME}: {@code get} reads a server from its input and writes
 * JSON with {@code Username} and {@code Secret}, or why not, to its output
 * (docker/docker-credential-helpers).
 *
 * @param patience how long it may take
 */
record CredentialCommand(String name, Map<String, String> environment, Duration patience) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Bytes of a login; tokens of cloud registries have some thousands. */
  private static final int MOST = 1 << 18;

  CredentialCommand(String name, Map<String, String> environment) {
    this(name, environment, PATIENCE);
  }

  private record Ended(int code, String out) {}

  /** Empty where the helper knows no login for the server. */
  Optional<Login> get(String server) throws HostProblem {
    Ended ended = run(server);
    return ended.code() == 0 ? Optional.of(login(server, ended.out())) : missing(ended.out());
  }

  private Ended run(String server) throws HostProblem {
    Process process = start();
    try {
      CompletableFuture<byte[]> said = new CompletableFuture<>();
      Thread.ofVirtual().name(name).start(() -> listen(process, said));
      ask(process, server);
      long end = System.nanoTime() + patience.toNanos();
      byte[] out = said.get(patience.toNanos(), TimeUnit.NANOSECONDS);
      if (out.length > MOST) {
        throw problem("it says more than a login");
      }
      if (!process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        throw problem("it does not end");
      }
      return new Ended(process.exitValue(), new String(out, StandardCharsets.UTF_8));
    } catch (TimeoutException e) {
      throw problem("it does not end");
    } catch (ExecutionException e) {
      throw problem("it cannot be understood");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw problem("it was interrupted");
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private Process start() throws HostProblem {
    ProcessBuilder builder = new ProcessBuilder(List.of(program().toString(), "get"));
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      return builder.redirectError(Redirect.DISCARD).start();
    } catch (IOException e) {
      throw problem("it cannot be run");
    }
  }

  private static void listen(Process process, CompletableFuture<byte[]> said) {
    try (InputStream out = process.getInputStream()) {
      said.complete(out.readNBytes(MOST + 1));
    } catch (IOException e) {
      said.completeExceptionally(new UncheckedIOException(e));
    }
  }

  /** One that answers without reading has closed its input. */
  private static void ask(Process process, String server) {
    try (OutputStream in = process.getOutputStream()) {
      in.write(server.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // What it says tells whether it works.
    }
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

  private Login login(String server, String out) throws HostProblem {
    try {
      Json json = JsonText.read(out);
      if (json.at("Secret").text().isEmpty()) {
        throw problem("what it says is no login");
      }
      return Credentials.ofHelper(server, json.at("Username").text(), json.at("Secret").text());
    } catch (IOException e) {
      throw problem("what it says is no JSON");
    }
  }

  private Optional<Login> missing(String out) throws HostProblem {
    if (out.toLowerCase(Locale.ROOT).contains("credentials not found")) {
      return Optional.empty();
    }
    throw problem(
        out.isBlank() ? "it fails without a word" : "it says: " + Excerpt.of(out.strip()));
  }

  private HostProblem problem(String why) {
    return new HostProblem(
        Codes.CREDENTIALS,
        "The credential helper `docker-credential-" + name + "` cannot be used: " + why + ".");
  }
}
