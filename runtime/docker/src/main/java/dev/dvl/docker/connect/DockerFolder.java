package dev.dvl.docker.connect;

import dev.dvl.docker.Codes;
import dev.dvl.docker.wire.Json;
import dev.dvl.docker.wire.JsonText;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.HostSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * The user's Docker folder: {@code config.json}, and the contexts in {@code
 * contexts/meta/SHA256(NAME)/meta.json} with their certificates in {@code
 * contexts/tls/SHA256(NAME)/docker} (docker/cli, cli/context/store).
 */
public record DockerFolder(Path path) {

  /** {@code DOCKER_CONFIG}, else {@code ~/.docker}. */
  public static DockerFolder of(HostSpec spec) {
    return of(spec.environment(), spec.home());
  }

  /** That of a user. */
  public static DockerFolder of(Map<String, String> environment, Path home) {
    String set = environment.getOrDefault("DOCKER_CONFIG", "");
    return new DockerFolder(set.isEmpty() ? home.resolve(".docker") : Path.of(set));
  }

  /** What {@code config.json} says; nothing where there is none. */
  public Json config() throws HostProblem {
    Path file = path.resolve("config.json");
    return Files.exists(file) ? read(file) : Json.Nil.NIL;
  }

  /** The folder of a context's description, {@code meta.json}. */
  public Path meta(String context) {
    return metas().resolve(sha256(context));
  }

  /** Where the folders of all contexts are. */
  public Path metas() {
    return path.resolve("contexts/meta");
  }

  /** The folder of a context's certificates. */
  public Path tls(String context) {
    return path.resolve("contexts/tls").resolve(sha256(context));
  }

  /** The context that Docker's own command line uses; empty where it is none of its making. */
  public Optional<String> currentContext() throws HostProblem {
    String name = config().at("currentContext").text();
    return name.isEmpty() || name.equals("default") ? Optional.empty() : Optional.of(name);
  }

  /** The endpoint of a context. */
  Endpoint context(String name, String source) throws HostProblem {
    Path file = meta(name).resolve("meta.json");
    if (!Files.exists(file)) {
      throw new HostProblem(
          Codes.SETTINGS,
          "There is no Docker context `" + name + "` (from " + source + ") in `" + path + "`.");
    }
    Json endpoint = read(file).at("Endpoints", "docker");
    Path tls = tls(name).resolve("docker");
    boolean skip = endpoint.at("SkipTLSVerify").isTrue();
    return new Endpoint(
        endpoint.at("Host").text(),
        "the Docker context `" + name + "`",
        Files.isDirectory(tls) || skip
            ? Optional.of(Endpoint.Tls.in(tls, !skip))
            : Optional.empty());
  }

  /** A file of Docker's settings. */
  public static Json read(Path file) throws HostProblem {
    try {
      return JsonText.read(Files.readString(file));
    } catch (IOException e) {
      throw new HostProblem(
          Codes.SETTINGS, "The Docker settings in `" + file + "` cannot be read.", e);
    }
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
