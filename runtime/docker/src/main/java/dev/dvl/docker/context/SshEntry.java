package dev.dvl.docker.context;

import dev.dvl.docker.Codes;
import dev.dvl.docker.ssh.Hop;
import dev.dvl.docker.ssh.KnownHosts;
import dev.dvl.docker.ssh.Route;
import dev.dvl.engine.provider.HostProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What {@code ssh} has to know so that a name leads to a machine: a file of settings
 * (ssh_config(5)) with a {@code Host} for the machine and one for each on the way, and a file with
 * the machine's host key. They lie in a folder of dvl's below {@code ~/.ssh}; the user's own files
 * are left alone.
 *
 * @param home the user's home folder
 */
record SshEntry(Path home, String name) {
  private static final String INCLUDE = "Include dvl/*.conf";

  private Path folder() {
    return home.resolve(".ssh").resolve("dvl");
  }

  Path settings() {
    return folder().resolve(name + ".conf");
  }

  Path knownHosts() {
    return folder().resolve(name + ".known_hosts");
  }

  /** The files of a way, by their places. */
  SortedMap<Path, String> files(Route route) throws HostProblem {
    SortedMap<Path, String> files = new TreeMap<>();
    files.put(settings(), text(route));
    route.last().pinned().ifPresent(key -> files.put(knownHosts(), name + " " + key + "\n"));
    return files;
  }

  private String text(Route route) throws HostProblem {
    StringBuilder text = new StringBuilder();
    text.append("# Written by dvl; `dvl context --remove` takes it away.\n");
    List<Hop> hops = route.hops();
    for (int i = 0; i < hops.size(); i++) {
      text.append("Host ").append(alias(i, hops.size())).append('\n');
      for (Map.Entry<String, String> line : lines(hops, i, route.known())) {
        text.append("  ").append(line.getKey()).append(' ').append(line.getValue()).append('\n');
      }
    }
    return text.toString();
  }

  private String alias(int hop, int count) {
    return hop == count - 1 ? name : name + "-via-" + (hop + 1);
  }

  private List<Map.Entry<String, String>> lines(List<Hop> hops, int i, KnownHosts known)
      throws HostProblem {
    Hop hop = hops.get(i);
    List<Map.Entry<String, String>> lines = new ArrayList<>();
    lines.add(Map.entry("HostName", hop.host()));
    lines.add(Map.entry("Port", Integer.toString(hop.port())));
    lines.add(Map.entry("User", hop.user()));
    lines.add(Map.entry("StrictHostKeyChecking", "yes"));
    if (hop.pinned().isPresent()) {
      lines.add(Map.entry("HostKeyAlias", name));
      lines.add(Map.entry("UserKnownHostsFile", quoted(knownHosts())));
    } else {
      lines.add(
          Map.entry(
              "HostKeyAlias",
              hop.port() == 22 ? hop.host() : "[" + hop.host() + "]:" + hop.port()));
      lines.add(Map.entry("UserKnownHostsFile", quoted(known.files())));
    }
    for (Path key : hop.keys().files()) {
      if (Files.exists(key)) {
        lines.add(Map.entry("IdentityFile", quoted(key)));
      }
    }
    if (hop.keys().only() && hop.keys().text().isEmpty()) {
      lines.add(Map.entry("IdentitiesOnly", "yes"));
    }
    lines.add(Map.entry("ProxyJump", i == 0 ? "none" : alias(i - 1, hops.size())));
    return lines;
  }

  private static String quoted(List<Path> files) throws HostProblem {
    List<String> quoted = new ArrayList<>();
    for (Path file : files) {
      quoted.add(quoted(file));
    }
    return String.join(" ", quoted);
  }

  /** {@code %} begins a token there, and nothing can stand for a quote. */
  private static String quoted(Path file) throws HostProblem {
    String text = file.toString();
    if (text.chars().anyMatch(it -> it == '"' || Character.isISOControl(it))) {
      throw new HostProblem(
          Codes.SETTINGS, "The settings of SSH cannot name a file with such a name: " + file);
    }
    return '"' + text.replace("%", "%%") + '"';
  }

  /** What is still to be done by the user. */
  List<String> notes(Route route) throws IOException {
    List<String> notes = new ArrayList<>();
    if (!included()) {
      notes.add(
          "Put the line `"
              + INCLUDE
              + "` at the beginning of `"
              + home.resolve(".ssh/config")
              + "`, so that `ssh` and `docker` know `"
              + name
              + "`.");
    }
    if (route.last().keys().text().isPresent()) {
      notes.add("The key is a text, which dvl writes into no file: give it to the SSH agent.");
    }
    return notes;
  }

  private boolean included() throws IOException {
    Path config = home.resolve(".ssh/config");
    if (!Files.exists(config)) {
      return false;
    }
    return Files.readAllLines(config, StandardCharsets.UTF_8).stream()
        .map(line -> line.strip().toLowerCase(Locale.ROOT))
        .anyMatch(line -> line.startsWith("include") && line.contains("dvl/*"));
  }
}
