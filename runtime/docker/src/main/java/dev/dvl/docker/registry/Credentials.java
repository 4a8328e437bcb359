package dev.dvl.docker.registry;

import dev.dvl.compiler.value.Field;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import dev.dvl.docker.Codes;
import dev.dvl.docker.connect.DockerFolder;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.HostSpec;
import dev.dvl.engine.provider.Secrets;
import dev.dvl.stdlib.DockerPart;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds the login for a registry: a {@code registry} block of the host, else Docker's own {@code
 * config.json} ({@code credHelpers}, {@code credsStore}, {@code auths}; docker/cli, cli/config).
 */
public final class Credentials {
  private static final String HUB = "docker.io";
  private static final String HUB_SERVER = "https://index.docker.io/v1/";
  private static final String TOKEN_USER = "<token>";

  private final HostSpec spec;
  private final Secrets secrets;

  public Credentials(HostSpec spec, Secrets secrets) {
    this.spec = spec;
    this.secrets = secrets;
  }

  /**
   * The login for a registry, where there is one.
   *
   * @param registry {@code docker.io}, {@code registry.lab:5000}
   */
  public Optional<Login> of(String registry) throws HostProblem {
    Optional<Login> said = ofBlock(registry);
    return said.isPresent() ? said : ofConfiguration(registry);
  }

  private Optional<Login> ofBlock(String registry) {
    return DockerPart.of(spec.values()).registry().orElse(new TreeMap<>()).values().stream()
        .filter(block -> host(text(block.address())).equals(host(registry)))
        .findFirst()
        .map(
            block ->
                new Login(
                    server(registry),
                    text(block.username()),
                    text(block.password()),
                    Optional.of(text(block.identityToken())).filter(it -> !it.isEmpty())));
  }

  private Optional<Login> ofConfiguration(String registry) throws HostProblem {
    Json config = DockerFolder.of(spec).config();
    String helper = helper(config, registry);
    if (!helper.isEmpty()) {
      return new CredentialCommand(helper, spec.environment()).get(server(registry));
    }
    for (Map.Entry<String, Json> auth : config.at("auths").fields().entrySet()) {
      if (host(auth.getKey()).equals(host(registry))) {
        return Optional.of(login(auth.getKey(), auth.getValue()));
      }
    }
    return Optional.empty();
  }

  private static String helper(Json config, String registry) {
    for (Map.Entry<String, Json> helper : config.at("credHelpers").fields().entrySet()) {
      if (host(helper.getKey()).equals(host(registry))) {
        return helper.getValue().text();
      }
    }
    return config.at("credsStore").text();
  }

  private static Login login(String server, Json auth) throws HostProblem {
    String token = auth.at("identitytoken").text();
    String pair = pair(server, auth.at("auth").text());
    int colon = pair.indexOf(':');
    String username = colon < 0 ? auth.at("username").text() : pair.substring(0, colon);
    String password = colon < 0 ? auth.at("password").text() : pair.substring(colon + 1);
    return new Login(
        server, username, password, token.isEmpty() ? Optional.empty() : Optional.of(token));
  }

  /** A name and a password with a colon between them, in Base64. */
  private static String pair(String server, String encoded) throws HostProblem {
    try {
      return new String(Base64.getMimeDecoder().decode(encoded), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new HostProblem(
          Codes.CREDENTIALS,
          "The login for `" + server + "` in Docker's configuration is no Base64.",
          e);
    }
  }

  static Login ofHelper(String server, String username, String secret) {
    return username.equals(TOKEN_USER)
        ? new Login(server, "", "", Optional.of(secret))
        : new Login(server, username, secret, Optional.empty());
  }

  /** What Docker's tools call a registry: the hub has an address of its own. */
  private static String server(String registry) {
    return host(registry).equals(HUB) ? HUB_SERVER : registry;
  }

  /** The host of an address that may be written as a URL. */
  private static String host(String address) {
    String bare = address.replaceFirst("^https?://", "");
    int slash = bare.indexOf('/');
    String host = slash < 0 ? bare : bare.substring(0, slash);
    return host.equals("index.docker.io") || host.equals("registry-1.docker.io") ? HUB : host;
  }

  private String text(Field<String> field) {
    return switch (field) {
      case Field.Known<String>(String text) -> text;
      case Field.Later<String>(Value.Deferred(Term.Secret(String name))) ->
          secrets.get(name).orElse("");
      case Field.Later<String> _, Field.Unset<String> _ -> "";
    };
  }
}
