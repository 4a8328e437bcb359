package dev.dvl.docker.ssh;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A machine as people write it: {@code [user@]host[:port]}. An IPv6 address with a port stands in
 * brackets; in {@code host} it has none.
 */
public record Target(Optional<String> user, String host, Optional<Integer> port) {
  private static final Pattern FORM =
      Pattern.compile("(?:([^@/:\\s]+)@)?(?:\\[([^]/\\s]+)]|([^@/:\\s\\[]+))(?::([0-9]{1,5}))?");
  private static final int HIGHEST_PORT = 65_535;

  public static Optional<Target> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    Optional<Integer> port = Optional.ofNullable(form.group(4)).map(Integer::valueOf);
    return port.filter(it -> it < 1 || it > HIGHEST_PORT).isPresent()
        ? Optional.empty()
        : Optional.of(
            new Target(
                Optional.ofNullable(form.group(1)),
                Optional.ofNullable(form.group(2)).orElseGet(() -> form.group(3)),
                port));
  }

  /** A name or address as it stands before a port. */
  static String written(String host) {
    return host.contains(":") ? "[" + host + "]" : host;
  }
}
