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
import java.util.Optional;

/**
 * The user's Docker folder: {@code config.json}, and the contexts in {@code
 * contexts/meta/SHA256(NAME)/meta.json} with their certificates in {@code
 * contexts/tls/SHA256(NAME)/docker} (docker/cli, cli/context/store).
 */
public record DockerFolder(Path path) {

  /** {@code DOCKER_CONFIG}, else {@code ~/.docker}. */
  public static DockerFolder of(HostSpec spec) {
    String set = spec.environment().getOrDefault("DOCKER_CONFIG", "");
    return new DockerFolder(set.isEmpty() ? spec.home().resolve(".docker") : Path.of(set));
  }

  /** What {@code config.json} says; nothing where there is none. */
  public Json config() throws HostProblem {
    Path file = path.resolve("config.json");
    return Files.exists(file) ? read(file) : Json.Nil.NIL;
  }

  Optional<String> currentContext() throws HostProblem {
    String name = config().at("currentContext").text();
    return name.isEmpty() || name.equals("default") ? Optional.empty() : Optional.of(name);
  }

  /** The endpoint of a context. */
  Endpoint context(String name, String source) throws HostProblem {
    String id = sha256(name);
    Path file = path.resolve("contexts/meta").resolve(id).resolve("meta.json");
    if (!Files.exists(file)) {
      throw new HostProblem(
          Codes.SETTINGS,
          "There is no Docker context `" + name + "` (from " + source + ") in `" + path + "`.");
    }
    Json endpoint = read(file).at("Endpoints", "docker");
    Path tls = path.resolve("contexts/tls").resolve(id).resolve("docker");
    boolean skip = endpoint.at("SkipTLSVerify").isTrue();
    return new Endpoint(
        endpoint.at("Host").text(),
        "the Docker context `" + name + "`",
        Files.isDirectory(tls) || skip
            ? Optional.of(Endpoint.Tls.in(tls, !skip))
            : Optional.empty());
  }

  private static Json read(Path file) throws HostProblem {
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
