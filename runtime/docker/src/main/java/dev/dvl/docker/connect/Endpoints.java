package dev.dvl.docker.connect;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.HostSpec;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which endpoint a host block means. What it says itself comes first, then, as with Docker's own
 * command line, {@code DOCKER_HOST}, {@code DOCKER_CONTEXT}, the current context, and the socket
 * that every engine has by default.
 */
final class Endpoints {
  static final String DEFAULT = "unix:///var/run/docker.sock";

  private final HostSpec spec;
  private final DockerFolder folder;

  Endpoints(HostSpec spec) {
    this.spec = spec;
    this.folder = DockerFolder.of(spec);
  }

  Endpoint choose() throws HostProblem {
    Optional<String> url = attribute("endpoint");
    if (url.isPresent()) {
      return new Endpoint(url.get(), "the host block", tlsOfBlock().or(this::tlsOfEnvironment));
    }
    Optional<String> context = attribute("context");
    if (context.isPresent()) {
      return named(context.get(), "the host block");
    }
    return ofEnvironment();
  }

  private Endpoint ofEnvironment() throws HostProblem {
    Optional<String> url = variable("DOCKER_HOST");
    if (url.isPresent()) {
      return new Endpoint(
          url.get(), "the variable DOCKER_HOST", tlsOfBlock().or(this::tlsOfEnvironment));
    }
    Optional<String> context = variable("DOCKER_CONTEXT");
    if (context.isPresent()) {
      return named(context.get(), "the variable DOCKER_CONTEXT");
    }
    Optional<String> current = folder.currentContext();
    return current.isPresent()
        ? named(current.get(), "Docker's `config.json`")
        : new Endpoint(DEFAULT, "Docker's default", Optional.empty());
  }

  private Endpoint named(String context, String source) throws HostProblem {
    return context.equals("default")
        ? new Endpoint(DEFAULT, "Docker's context `default`", Optional.empty())
        : folder.context(context, source);
  }

  private Optional<Endpoint.Tls> tlsOfBlock() {
    if (spec.value("tls") instanceof Value.ObjectOf tls) {
      return Optional.of(
          new Endpoint.Tls(
              text(tls.field("ca")).map(this::resolved),
              text(tls.field("cert")).map(this::resolved),
              text(tls.field("key")).map(this::resolved),
              !tls.field("verify").equals(Value.of(false))));
    }
    return attribute("cert_path").map(folder -> Endpoint.Tls.in(resolved(folder), true));
  }

  /** Unlike Docker's own, a folder of certificates alone never means to trust everybody. */
  private Optional<Endpoint.Tls> tlsOfEnvironment() {
    Optional<String> certificates = variable("DOCKER_CERT_PATH");
    boolean wanted =
        variable("DOCKER_TLS_VERIFY").isPresent() || variable("DOCKER_TLS").isPresent();
    return certificates.isPresent() || wanted
        ? Optional.of(Endpoint.Tls.in(certificates.map(Path::of).orElse(folder.path()), true))
        : Optional.empty();
  }

  private Path resolved(String path) {
    return spec.project().resolve(path);
  }

  private Optional<String> attribute(String name) {
    return text(spec.value(name));
  }

  private static Optional<String> text(Value value) {
    return value instanceof Value.Text(String text) && !text.isEmpty()
        ? Optional.of(text)
        : Optional.empty();
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(spec.environment().get(name)).filter(value -> !value.isEmpty());
  }
}
