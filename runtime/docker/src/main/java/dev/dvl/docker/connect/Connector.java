package dev.dvl.docker.connect;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.docker.Codes;
import dev.dvl.docker.ssh.Route;
import dev.dvl.docker.ssh.Routes;
import dev.dvl.docker.ssh.SshProblem;
import dev.dvl.docker.ssh.client.SshDialer;
import dev.dvl.docker.wire.Answer;
import dev.dvl.docker.wire.Api;
import dev.dvl.docker.wire.Call;
import dev.dvl.docker.wire.Dialer;
import dev.dvl.docker.wire.ProtocolError;
import dev.dvl.docker.wire.Sockets;
import dev.dvl.docker.wire.Wire;
import dev.dvl.engine.provider.Cancel;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.HostSpec;
import dev.dvl.stdlib.DockerPart;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLException;

/** Finds the endpoint of a host block, connects, and agrees on a version of the API. */
public final class Connector {
  /** The newest version that dvl was written against, and the oldest that has all it needs. */
  private static final ApiVersion NEWEST = new ApiVersion(1, 47);

  private static final ApiVersion OLDEST = new ApiVersion(1, 40);

  /** What answers nothing yet: a machine that boots has SSH before it has an engine. */
  private static final Set<Code> SILENT = Set.of(Codes.SSH_SILENT, Codes.UNREACHABLE);

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int LONGEST_PING = 4 * 1024;
  private static final int TLS_PORT = 2376;
  private static final int HIGHEST_PORT = 65_535;
  private static final int PLAIN_PORT = 2375;

  private final UnaryOperator<Dialer> around;

  /**
   * @param around wraps what opens connections: tests count the calls there
   */
  public Connector(UnaryOperator<Dialer> around) {
    this.around = around;
  }

  /**
   * An engine that answers.
   *
   * @param newest the newest version of the API that it speaks
   * @param named how to name it in sentences
   */
  public record Connected(Api api, String newest, String named) {}

  public Connected connect(HostSpec spec, Cancel cancel) throws HostProblem {
    return connect(spec, way(spec), cancel);
  }

  /** Connects by a way that was found before. */
  public Connected connect(HostSpec spec, Way way, Cancel cancel) throws HostProblem {
    Endpoint endpoint = way.endpoint();
    Duration patience = patience(spec);
    Wire wire = new Wire(around.apply(way.dialer()), way.beneath());
    AtomicBoolean connected = new AtomicBoolean();
    cancel.onAsk(
        () -> {
          if (!connected.get()) {
            wire.close();
          }
        });
    try {
      ApiVersion offered = offered(wire, endpoint, patience);
      String agreed = wished(spec).orElse(agreed(offered, endpoint)).toString();
      connected.set(true);
      return new Connected(new Api(wire, agreed), offered.toString(), endpoint.named());
    } catch (HostProblem e) {
      wire.close();
      throw cancel.asked() ? givenUp(endpoint, e) : comingUp(spec, e);
    }
  }

  /** A guest of dvl's lets its user at the socket at the end of its cloud-init. */
  private static HostProblem comingUp(HostSpec spec, HostProblem e) {
    boolean guest =
        DockerPart.of(spec.values())
            .ssh()
            .known()
            .filter(ssh -> ssh.cloudInit().known().filter(it -> !it.isEmpty()).isPresent())
            .isPresent();
    return guest && e.code().equals(Codes.SOCKET_DENIED)
        ? HostProblem.passing(e.code(), String.valueOf(e.getMessage()), e)
        : e;
  }

  private static HostProblem givenUp(Endpoint endpoint, HostProblem e) {
    return new HostProblem(
        Codes.CANCELLED,
        "Connecting to the Docker engine at " + endpoint.named() + " was given up.",
        e);
  }

  static Duration patience(HostSpec spec) {
    return DockerPart.of(spec.values()).connectTimeout().orElse(PATIENCE);
  }

  private static Optional<ApiVersion> wished(HostSpec spec) {
    return DockerPart.of(spec.values()).apiVersion().known().flatMap(ApiVersion::parse);
  }

  private static ApiVersion offered(Wire wire, Endpoint endpoint, Duration patience)
      throws HostProblem {
    try (Answer answer = wire.send(Call.get("/_ping").within(patience))) {
      String said = new String(answer.body().readNBytes(LONGEST_PING), StandardCharsets.UTF_8);
      if (said.contains("HTTP request to an HTTPS server")) {
        throw new HostProblem(
            Codes.REFUSED, "The Docker engine at " + endpoint.named() + " wants TLS.");
      }
      Optional<ApiVersion> offered = ApiVersion.parse(answer.header("api-version"));
      if (answer.status() == 401 || answer.status() == 403) {
        throw new HostProblem(
            Codes.REFUSED, "The Docker engine at " + endpoint.named() + " does not let us in.");
      }
      if (offered.isEmpty()) {
        throw new HostProblem(
            Codes.NOT_AN_ENGINE, "What answers at " + endpoint.named() + " is no Docker engine.");
      }
      return offered.get();
    } catch (IOException e) {
      throw problem(endpoint, e);
    }
  }

  private static ApiVersion agreed(ApiVersion offered, Endpoint endpoint) throws HostProblem {
    if (offered.compareTo(OLDEST) < 0) {
      throw new HostProblem(
          Codes.TOO_OLD,
          "The Docker engine at %s speaks version %s of the API; dvl needs %s or newer."
              .formatted(endpoint.named(), offered, OLDEST));
    }
    return offered.compareTo(NEWEST) < 0 ? offered : NEWEST;
  }

  /**
   * How to get to an engine.
   *
   * @param beneath what its lines share
   */
  public record Way(Endpoint endpoint, Dialer dialer, Closeable beneath) {}

  /** Finds the way; nothing is opened yet. */
  public Way way(HostSpec spec) throws HostProblem {
    Endpoint endpoint = endpoint(spec);
    Optional<Route> route = route(spec, endpoint);
    if (route.isEmpty()) {
      return new Way(endpoint, dialer(endpoint, patience(spec)), () -> {});
    }
    SshDialer dialer = new SshDialer(route.get());
    return new Way(endpoint, dialer, dialer);
  }

  /** Which endpoint a host block means. */
  public static Endpoint endpoint(HostSpec spec) throws HostProblem {
    return new Endpoints(spec).choose();
  }

  /** The way by SSH to the machine of an endpoint, if that is how it is reached. */
  public static Optional<Route> route(HostSpec spec, Endpoint endpoint) throws HostProblem {
    return endpoint.isSsh()
        ? Optional.of(Routes.to(spec, endpoint.url(), patience(spec)))
        : Optional.empty();
  }

  static Dialer dialer(Endpoint endpoint, Duration patience) throws HostProblem {
    URI uri = parsed(endpoint);
    String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    return switch (scheme) {
      case "unix" -> Sockets.unix(socket(uri, endpoint));
      case "tcp", "http", "https" -> network(uri, endpoint, scheme, patience);
      default -> throw unusable(endpoint);
    };
  }

  private static Path socket(URI uri, Endpoint endpoint) throws HostProblem {
    String path = uri.getPath();
    if (path == null || path.indexOf('\0') >= 0) {
      throw unusable(endpoint);
    }
    return Path.of(path);
  }

  private static Dialer network(URI uri, Endpoint endpoint, String scheme, Duration patience)
      throws HostProblem {
    String host = uri.getHost();
    if (host == null || uri.getPort() > HIGHEST_PORT) {
      throw unusable(endpoint);
    }
    Optional<Endpoint.Tls> tls =
        endpoint
            .tls()
            .or(
                () ->
                    scheme.equals("https")
                        ? Optional.of(
                            new Endpoint.Tls(
                                Optional.empty(), Optional.empty(), Optional.empty(), true))
                        : Optional.empty());
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    if (tls.isEmpty()) {
      return Sockets.tcp(bare, uri.getPort() < 0 ? PLAIN_PORT : uri.getPort(), patience);
    }
    return Sockets.tls(
        bare,
        uri.getPort() < 0 ? TLS_PORT : uri.getPort(),
        TlsContext.of(tls.get()),
        tls.get().verify(),
        patience);
  }

  private static URI parsed(Endpoint endpoint) throws HostProblem {
    try {
      URI uri = URI.create(endpoint.url());
      boolean socket = "unix".equals(uri.getScheme());
      if (socket && (uri.getPath() == null || uri.getPath().isEmpty())) {
        throw unusable(endpoint);
      }
      return uri;
    } catch (IllegalArgumentException e) {
      throw unusable(endpoint);
    }
  }

  private static HostProblem unusable(Endpoint endpoint) {
    return new HostProblem(
        Codes.SETTINGS,
        "The Docker endpoint %s is no address like `unix:///var/run/docker.sock` or `tcp://10.0.0.7:2376`."
            .formatted(endpoint.named()));
  }

  /** What answers, but not as an engine does. */
  public static HostProblem notAnEngine(String named, ProtocolError wrong) {
    return new HostProblem(
        Codes.NOT_AN_ENGINE,
        "What answers at " + named + " is no Docker engine: " + wrong.clause() + ".",
        wrong);
  }

  /** Why no connection came about, as far as the exception tells. */
  public static HostProblem problem(Endpoint endpoint, IOException e) {
    if (e instanceof ProtocolError wrong) {
      return notAnEngine(endpoint.named(), wrong);
    }
    if (e instanceof SshProblem ssh) {
      return SILENT.contains(ssh.code())
          ? HostProblem.passing(ssh.code(), ssh.sentence(), ssh)
          : new HostProblem(ssh.code(), ssh.sentence(), ssh);
    }
    String engine = "The Docker engine at " + endpoint.named();
    if (e instanceof SSLException || (endpoint.tls().isPresent() && hungUp(e))) {
      return new HostProblem(
          Codes.REFUSED, engine + " and dvl do not agree on TLS: " + e.getMessage() + ".", e);
    }
    if (forbidden(endpoint, e)) {
      return new HostProblem(
          Codes.REFUSED, engine + " may not be used by this user: permission denied.", e);
    }
    return HostProblem.passing(
        Codes.UNREACHABLE, engine + " does not answer: " + reason(e) + ".", e);
  }

  /** With TLS 1.3 a refused certificate shows only as the end of the connection. */
  private static boolean hungUp(IOException e) {
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("broken pipe")
        || message.contains("reset")
        || message.contains("closed the connection");
  }

  private static boolean forbidden(Endpoint endpoint, IOException e) {
    if (e instanceof AccessDeniedException) {
      return true;
    }
    return endpoint.url().startsWith("unix://")
        && String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("permission denied");
  }

  private static String reason(IOException e) {
    return switch (e) {
      case java.net.UnknownHostException unknown ->
          "there is no host `" + unknown.getMessage() + "`";
      case java.net.SocketTimeoutException ignored -> "the connection timed out";
      default -> {
        String message = e.getMessage();
        yield message == null || message.isEmpty()
            ? e.getClass().getSimpleName()
            : Character.toLowerCase(message.charAt(0)) + message.substring(1);
      }
    };
  }
}
