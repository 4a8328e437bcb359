package dev.dvl.docker.connect;

import dev.dvl.compiler.value.Field;
import dev.dvl.docker.Codes;
import dev.dvl.docker.ssh.Routes;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.HostSpec;
import dev.dvl.stdlib.DockerPart;
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
  private final DockerPart block;
  private final DockerFolder folder;

  Endpoints(HostSpec spec) {
    this.spec = spec;
    this.block = DockerPart.of(spec.values());
    this.folder = DockerFolder.of(spec);
  }

  Endpoint choose() throws HostProblem {
    Endpoint chosen = chosen();
    if (block.ssh().isSet() && !chosen.isSsh()) {
      throw new HostProblem(
          Codes.SETTINGS,
          "The block `ssh` names no `host`, and the Docker endpoint %s is none of SSH."
              .formatted(chosen.named()));
    }
    return chosen;
  }

  private Endpoint chosen() throws HostProblem {
    Optional<String> machine = Routes.endpoint(spec);
    if (machine.isEmpty() && spec.machine().isPresent()) {
      // What the user's environment names is another engine, and never a machine of the program.
      throw HostProblem.passing(
          Codes.UNREACHABLE, "`" + spec.address() + "` has no address: it is off, or starting.");
    }
    if (machine.isPresent()) {
      return new Endpoint(machine.get(), "the host block", Optional.empty());
    }
    Optional<String> url = said(block.endpoint());
    if (url.isPresent()) {
      return new Endpoint(url.get(), "the host block", tlsOfBlock().or(this::tlsOfEnvironment));
    }
    Optional<String> context = said(block.context());
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

  /** What the block itself says of TLS. */
  Optional<Endpoint.Tls> tlsOfBlock() {
    return block
        .tls()
        .known()
        .map(
            tls ->
                new Endpoint.Tls(
                    said(tls.ca()).map(this::resolved),
                    said(tls.cert()).map(this::resolved),
                    said(tls.key()).map(this::resolved),
                    !tls.verify().is(false)))
        .or(() -> said(block.certPath()).map(it -> Endpoint.Tls.in(resolved(it), true)));
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

  private static Optional<String> said(Field<String> text) {
    return text.known().filter(it -> !it.isEmpty());
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(spec.environment().get(name)).filter(value -> !value.isEmpty());
  }
}
