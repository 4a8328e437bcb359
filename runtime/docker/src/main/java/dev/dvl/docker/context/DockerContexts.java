package dev.dvl.docker.context;

import dev.dvl.compiler.value.Address;
import dev.dvl.docker.Codes;
import dev.dvl.docker.connect.Connector;
import dev.dvl.docker.connect.DockerFolder;
import dev.dvl.docker.connect.Endpoint;
import dev.dvl.docker.ssh.Route;
import dev.dvl.docker.wire.Json;
import dev.dvl.docker.wire.JsonText;
import dev.dvl.engine.provider.Contexts;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.HostSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Contexts of Docker's own command line: {@code contexts/meta/SHA256(NAME)/meta.json}, and
 * certificates in {@code contexts/tls/SHA256(NAME)/docker} (docker/cli, cli/context/store). Whose
 * one is stands among its metadata, where Docker keeps what it does not know. An engine that is
 * reached by SSH goes by a name that {@code ssh} knows, because Docker hands nothing but a name on.
 */
public final class DockerContexts implements Contexts {
  private static final String FILE = "meta.json";
  private static final String STACK = "dvl.stack";
  private static final String ADDRESS = "dvl.address";
  private static final String SOCKET = "/var/run/docker.sock";

  private final DockerFolder folder;
  private final Path home;

  public DockerContexts(DockerFolder folder, Path home) {
    this.folder = folder;
    this.home = home;
  }

  @Override
  public Entry write(String name, Owner owner, HostSpec spec) throws HostProblem {
    Optional<Json> before = read(name);
    if (before.isPresent() && !owner(before.get()).equals(Optional.of(owner))) {
      throw new HostProblem(Codes.CONTEXT_TAKEN, taken(name, before.get()));
    }
    Endpoint endpoint = Connector.endpoint(spec);
    Optional<Route> route = Connector.route(spec, endpoint);
    SshEntry ssh = new SshEntry(home, name);
    try {
      SortedMap<Path, byte[]> files = new TreeMap<>();
      String meta = JsonText.write(meta(name, owner, endpoint, route));
      OwnFiles.text(files, folder.meta(name).resolve(FILE), meta);
      certificates(files, folder.tls(name).resolve("docker"), endpoint);
      if (route.isPresent()) {
        ssh.files(route.get()).forEach((file, text) -> OwnFiles.text(files, file, text));
      }
      boolean changed = OwnFiles.write(files, places(name));
      return new Entry(changed, route.isPresent() ? ssh.notes(route.get()) : List.of());
    } catch (IOException e) {
      throw failed(name, "be written", e);
    }
  }

  private static String taken(String name, Json meta) {
    return owner(meta)
        .map(
            other ->
                "The Docker context `%s` is that of `%s` of the stack %s."
                    .formatted(name, other.address(), other.stack()))
        .orElseGet(
            () ->
                "There is a Docker context `%s` that dvl did not write: `docker context rm %s` removes it."
                    .formatted(name, name));
  }

  private static Json meta(String name, Owner owner, Endpoint endpoint, Optional<Route> route) {
    Map<String, Json> metadata = new LinkedHashMap<>();
    metadata.put("Description", Json.of("`" + owner.address() + "`, by dvl"));
    metadata.put(STACK, Json.of(owner.stack()));
    metadata.put(ADDRESS, Json.of(owner.address().toString()));
    Map<String, Json> docker = new LinkedHashMap<>();
    docker.put("Host", Json.of(route.map(it -> url(name, it)).orElse(endpoint.url())));
    docker.put("SkipTLSVerify", Json.of(endpoint.tls().filter(tls -> !tls.verify()).isPresent()));
    Map<String, Json> meta = new LinkedHashMap<>();
    meta.put("Name", Json.of(name));
    meta.put("Metadata", new Json.Obj(metadata));
    meta.put("Endpoints", new Json.Obj(Map.of("docker", new Json.Obj(docker))));
    return new Json.Obj(meta);
  }

  /** Older command lines refuse a socket behind the name, so the usual one is left out. */
  private static String url(String name, Route route) {
    return "ssh://" + name + (route.socket().equals(SOCKET) ? "" : route.socket());
  }

  private static void certificates(SortedMap<Path, byte[]> files, Path in, Endpoint endpoint)
      throws IOException {
    if (endpoint.tls().isEmpty()) {
      return;
    }
    Endpoint.Tls tls = endpoint.tls().get();
    OwnFiles.copy(files, tls.authority(), in.resolve("ca.pem"));
    OwnFiles.copy(files, tls.certificate(), in.resolve("cert.pem"));
    OwnFiles.copy(files, tls.key(), in.resolve("key.pem"));
  }

  /** All that a context may consist of: files, and folders with all in them. */
  private List<Path> places(String name) {
    SshEntry ssh = new SshEntry(home, name);
    return List.of(folder.meta(name), folder.tls(name), ssh.settings(), ssh.knownHosts());
  }

  @Override
  public SortedSet<Address> of(String stack) throws HostProblem {
    SortedSet<Address> found = new TreeSet<>();
    for (Json meta : all()) {
      owner(meta).filter(it -> it.stack().equals(stack)).ifPresent(it -> found.add(it.address()));
    }
    return found;
  }

  @Override
  public SortedSet<String> remove(Owner owner) throws HostProblem {
    SortedSet<String> removed = new TreeSet<>();
    for (Json meta : all()) {
      String name = meta.at("Name").text();
      if (owner(meta).equals(Optional.of(owner))) {
        remove(name);
        removed.add(name);
      }
    }
    return removed;
  }

  private void remove(String name) throws HostProblem {
    if (folder.currentContext().equals(Optional.of(name))) {
      throw new HostProblem(
          Codes.CONTEXT_IN_USE,
          "`" + name + "` is Docker's current context: `docker context use default` changes that.");
    }
    try {
      var _ = OwnFiles.write(new TreeMap<>(), places(name));
    } catch (IOException e) {
      throw failed(name, "be removed", e);
    }
  }

  private Optional<Json> read(String name) throws HostProblem {
    return OwnFiles.read(folder.meta(name).resolve(FILE));
  }

  private List<Json> all() throws HostProblem {
    List<Json> all = new ArrayList<>();
    for (Path entry : OwnFiles.in(folder.metas())) {
      OwnFiles.read(entry.resolve(FILE)).ifPresent(all::add);
    }
    return all;
  }

  private static Optional<Owner> owner(Json meta) {
    String stack = meta.at("Metadata", STACK).text();
    Optional<Address> address = Address.parse(meta.at("Metadata", ADDRESS).text());
    return stack.isEmpty() ? Optional.empty() : address.map(it -> new Owner(stack, it));
  }

  private static HostProblem failed(String name, String what, IOException e) {
    return new HostProblem(
        Codes.SETTINGS,
        "The Docker context `" + name + "` cannot " + what + ": " + e.getMessage() + ".",
        e);
  }
}
