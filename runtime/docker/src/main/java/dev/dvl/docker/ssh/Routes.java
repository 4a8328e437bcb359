package dev.dvl.docker.ssh;

import dev.dvl.compiler.value.Field;
import dev.dvl.compiler.value.Value;
import dev.dvl.docker.Codes;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.HostSpec;
import dev.dvl.stdlib.DockerPart;
import dev.dvl.stdlib.DockerSshPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the way to a machine: what the block {@code ssh} says comes first, then the endpoint, then
 * the user's SSH configuration.
 */
public final class Routes {
  private static final String SCHEME = "ssh://";
  private static final String SOCKET = "/var/run/docker.sock";
  private static final int SSH_PORT = 22;
  private static final int MOST_HOPS = 8;

  private final HostSpec spec;
  private final DockerSshPart block;
  private final SshConfig config;

  private Routes(HostSpec spec, SshConfig config) {
    this.spec = spec;
    this.block = part(spec);
    this.config = config;
  }

  private static DockerSshPart part(HostSpec spec) {
    return DockerPart.of(spec.values()).ssh().orElse(DockerSshPart.of(Value.ObjectOf.of(Map.of())));
  }

  /** The endpoint that a block {@code ssh} with a host stands for. */
  public static Optional<String> endpoint(HostSpec spec) {
    return said(part(spec).host()).map(it -> SCHEME + Target.written(it));
  }

  /**
   * The way that an endpoint means.
   *
   * @param url {@code ssh://[user@]host[:port][/socket]}
   */
  public static Route to(HostSpec spec, String url, Duration patience) throws HostProblem {
    return found(spec, routes -> routes.route(url, patience));
  }

  /**
   * What is known of the way to a machine that has no address yet: what the block says, and those
   * of the user's settings that are for all machines.
   */
  public static Route toUnnamed(HostSpec spec, Duration patience) throws HostProblem {
    return found(spec, routes -> routes.unnamed(patience));
  }

  /** One way, out of settings in files. */
  private interface Search {
    Route in(Routes routes) throws HostProblem, IOException;
  }

  private static Route found(HostSpec spec, Search search) throws HostProblem {
    try {
      return search.in(new Routes(spec, SshConfig.of(spec.home())));
    } catch (IOException e) {
      throw new HostProblem(
          Codes.SETTINGS,
          "The user's SSH settings and known hosts cannot be read in `"
              + spec.home().resolve(".ssh")
              + "`.",
          e);
    }
  }

  private Route route(String url, Duration patience) throws HostProblem, IOException {
    String rest = url.substring(SCHEME.length());
    int slash = rest.indexOf('/');
    String path = slash < 0 ? "" : rest.substring(slash);
    Target target = target(slash < 0 ? rest : rest.substring(0, slash));
    return route(
        jumps(target),
        target,
        said(block.socket()).orElse(path.length() > 1 ? path : SOCKET),
        patience);
  }

  private Route unnamed(Duration patience) throws HostProblem, IOException {
    Optional<String> jump = said(block.jump());
    List<Target> jumps = jump.isPresent() ? targets(jump.get()) : List.of();
    return route(
        jumps,
        new Target(Optional.empty(), "", Optional.empty()),
        said(block.socket()).orElse(SOCKET),
        patience);
  }

  private Route route(List<Target> jumps, Target target, String socket, Duration patience)
      throws HostProblem, IOException {
    List<Hop> hops = new ArrayList<>();
    for (Target jump : jumps) {
      before(jump, hops, 0);
    }
    hops.add(last(target));
    return new Route(
        hops,
        socket,
        known(target.host()),
        Optional.ofNullable(spec.environment().get("SSH_AUTH_SOCK"))
            .filter(it -> !it.isEmpty())
            .map(Path::of),
        patience,
        spec.prompt());
  }

  private List<Target> jumps(Target target) throws HostProblem {
    Optional<String> said = said(block.jump());
    return said.isPresent() ? targets(said.get()) : configured(target.host());
  }

  private List<Target> configured(String host) throws HostProblem {
    Optional<String> jump = config.first(host, "proxyjump");
    if (jump.isEmpty() && config.first(host, "proxycommand").filter(it -> !none(it)).isPresent()) {
      throw settings(
          "The user's SSH settings reach `"
              + host
              + "` by ProxyCommand, and dvl runs no commands: name the machines on the way by"
              + " `jump` or ProxyJump.");
    }
    return jump.isEmpty() || none(jump.get()) ? List.of() : targets(jump.get());
  }

  private static boolean none(String text) {
    return text.equalsIgnoreCase("none");
  }

  /** Adds a machine on the way, and before the first one those that its own settings name. */
  private void before(Target target, List<Hop> hops, int depth) throws HostProblem {
    if (depth + hops.size() >= MOST_HOPS) {
      throw settings("More than " + MOST_HOPS + " jump hosts lie on the way, if it is no circle.");
    }
    if (hops.isEmpty()) {
      for (Target jump : configured(target.host())) {
        before(jump, hops, depth + 1);
      }
    }
    hops.add(hop(target, keys(target.host(), false), Optional.empty()));
  }

  private Hop last(Target target) throws HostProblem {
    Target full =
        new Target(
            said(block.user()).or(target::user),
            target.host(),
            block.port().known().or(target::port));
    Optional<String> pinned = said(block.hostKey());
    Optional<HostKey> key = pinned.flatMap(HostKey::parse);
    if (pinned.isPresent() && key.isEmpty()) {
      throw settings("`host_key` is no public key of the type that it names.");
    }
    return hop(full, keys(target.host(), true), key);
  }

  private Hop hop(Target target, SshKeys keys, Optional<HostKey> pinned) throws HostProblem {
    String alias = target.host();
    return new Hop(
        user(target),
        config
            .first(alias, "hostname")
            .map(it -> it.replace("%h", alias).replace("%%", "%"))
            .orElse(alias),
        target.port().or(() -> config.first(alias, "port").flatMap(Routes::port)).orElse(SSH_PORT),
        keys,
        pinned);
  }

  private String user(Target target) {
    return target
        .user()
        .or(() -> config.first(target.host(), "user"))
        .or(() -> Optional.ofNullable(spec.environment().get("USER")).filter(it -> !it.isEmpty()))
        .orElseGet(() -> System.getProperty("user.name", "root"));
  }

  /** The block's key is for the last machine, and for those on the way that have none of theirs. */
  private SshKeys keys(String host, boolean last) {
    Optional<String> passphrase = said(block.passphrase());
    List<Path> own =
        config.all(host, "identityfile").stream()
            .map(it -> home(expanded(String.join(" ", it), host)))
            .toList();
    Optional<String> text = said(block.keyText());
    Optional<Path> file = said(block.key()).map(it -> spec.project().resolve(home(it)));
    boolean named = text.isPresent() || file.isPresent();
    if (named && (last || own.isEmpty())) {
      return new SshKeys(text, file.stream().toList(), passphrase, true);
    }
    return new SshKeys(Optional.empty(), own.isEmpty() ? usual() : own, passphrase, false);
  }

  private List<Path> usual() {
    return Stream.of("id_ed25519", "id_ecdsa", "id_rsa")
        .map(spec.home().resolve(".ssh")::resolve)
        .toList();
  }

  private String expanded(String text, String host) {
    Map<String, String> values =
        Map.of(
            "%d", spec.home().toString(),
            "%h", config.first(host, "hostname").orElse(host),
            "%n", host,
            "%u", System.getProperty("user.name", "root"),
            "%r", user(new Target(Optional.empty(), host, Optional.empty())));
    String done = text;
    for (Map.Entry<String, String> value : values.entrySet()) {
      done = done.replace(value.getKey(), value.getValue());
    }
    return done.replace("%%", "%");
  }

  private Path home(String path) {
    return path.startsWith("~/") ? spec.home().resolve(path.substring(2)) : Path.of(path);
  }

  private KnownHosts known(String host) throws HostProblem, IOException {
    Optional<Path> named = said(block.knownHosts()).map(it -> spec.project().resolve(home(it)));
    if (named.isEmpty()) {
      return KnownHosts.read(knownHosts(host));
    }
    if (!Files.isRegularFile(named.get())) {
      throw settings("`known_hosts` names `" + named.get() + "`, and there is no such file.");
    }
    try {
      return KnownHosts.read(List.of(named.get()));
    } catch (IOException e) {
      throw new HostProblem(
          Codes.SETTINGS, "The known hosts in `" + named.get() + "` cannot be read.", e);
    }
  }

  private List<Path> knownHosts(String host) {
    List<List<String>> configured = config.all(host, "userknownhostsfile");
    List<Path> own =
        configured.isEmpty()
            ? List.of(spec.home().resolve(".ssh/known_hosts"))
            : configured.getFirst().stream().map(it -> home(expanded(it, host))).toList();
    return Stream.concat(own.stream(), Stream.of(Path.of("/etc/ssh/ssh_known_hosts"))).toList();
  }

  private static List<Target> targets(String jumps) throws HostProblem {
    List<Target> targets = new ArrayList<>();
    for (String jump : jumps.split(",", -1)) {
      targets.add(target(jump.startsWith(SCHEME) ? jump.substring(SCHEME.length()) : jump));
    }
    return targets;
  }

  private static Target target(String text) throws HostProblem {
    Optional<Target> target = Target.parse(text);
    return target.orElseThrow(
        () -> settings("`" + text + "` names no machine as [user@]host[:port] does."));
  }

  private static Optional<Integer> port(String text) {
    return text.matches("[0-9]{1,5}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  private static Optional<String> said(Field<String> text) {
    return text.known().filter(it -> !it.isEmpty());
  }

  private static HostProblem settings(String sentence) {
    return new HostProblem(Codes.SETTINGS, sentence);
  }
}
