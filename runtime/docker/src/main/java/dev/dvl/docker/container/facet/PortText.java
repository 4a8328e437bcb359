package dev.dvl.docker.container.facet;

import dev.dvl.docker.attribute.Codec;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A published port: {@code [[IP:]HOST:]CONTAINER[/PROTOCOL]}, where HOST and CONTAINER may be
 * ranges of one length, and HOST may be empty for any free port.
 */
record PortText(String ip, String host, String container, String protocol) {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:(?:(?<ip>\\[[^\\]]*\\]|[^:\\[\\]]*):)?(?<host>[0-9-]*):)?(?<container>[0-9-]+)(?:/(?<protocol>[a-z]+))?");

  /** All single ports that {@code text} means. */
  static List<PortText> parse(String text) {
    Matcher match = FORM.matcher(text);
    if (!match.matches()) {
      throw new IllegalArgumentException("not a port mapping: " + text);
    }
    String ip = bare(orEmpty(match.group("ip")));
    String host = orEmpty(match.group("host"));
    String protocol = orEmpty(match.group("protocol"));
    int[] inside = range(match.group("container"));
    int[] outside = host.isEmpty() ? new int[0] : range(host);
    List<PortText> ports = new ArrayList<>();
    for (int i = 0; i <= inside[1] - inside[0]; i++) {
      ports.add(
          new PortText(
              ip,
              outside.length == 0 ? "" : single(outside, inside, i, host),
              Integer.toString(inside[0] + i),
              protocol.isEmpty() ? "tcp" : protocol));
    }
    return ports;
  }

  /** {@code 80/tcp}. */
  String key() {
    return container + "/" + protocol;
  }

  /** The shortest way to write it. */
  String text() {
    String address = ip.contains(":") ? "[" + ip + "]" : ip;
    String published =
        address.isEmpty() ? (host.isEmpty() ? "" : host + ":") : address + ":" + host + ":";
    return published + container + (protocol.equals("tcp") ? "" : "/" + protocol);
  }

  /** One host port for each container port; a range for a single one lets the engine choose. */
  private static String single(int[] outside, int[] inside, int i, String host) {
    boolean sameLength = outside[1] - outside[0] == inside[1] - inside[0];
    return sameLength ? Integer.toString(outside[0] + i) : host;
  }

  private static int[] range(String text) {
    int hyphen = text.indexOf('-');
    int first = Integer.parseInt(hyphen < 0 ? text : text.substring(0, hyphen));
    return new int[] {first, hyphen < 0 ? first : Integer.parseInt(text.substring(hyphen + 1))};
  }

  /**
   * Without brackets, in the usual form. {@code 0.0.0.0} is not what no address means: it is IPv4
   * alone.
   */
  static String bare(String ip) {
    return Codec.address(ip.startsWith("[") ? ip.substring(1, ip.length() - 1) : ip);
  }

  private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
    return text == null ? "" : text;
  }
}
