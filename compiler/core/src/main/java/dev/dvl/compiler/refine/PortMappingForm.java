package dev.dvl.compiler.refine;

import java.util.Optional;

/**
 * Which port of the host leads to which port inside: {@code [IP:][HOST:]INSIDE[/tcp|udp|sctp]}, each
 * a port or a range of as many ({@code docker run --publish}). A host of {@code 0} or an empty one
 * lets the engine choose.
 */
final class PortMappingForm implements Form {
  @Override
  public Optional<String> problem(String text) {
    int slash = text.lastIndexOf('/');
    if (slash >= 0 && !text.substring(slash + 1).matches("tcp|udp|sctp")) {
      return Optional.of("`" + text.substring(slash + 1) + "` is not tcp, udp or sctp");
    }
    String ports = slash < 0 ? text : text.substring(0, slash);
    int inside = ports.lastIndexOf(':');
    if (inside < 0) {
      return range(ports).isEmpty() ? notPort(ports) : Optional.empty();
    }
    int outside = ports.lastIndexOf(':', inside - 1);
    String ip = outside < 0 ? "" : ports.substring(0, outside);
    return address(ip)
        .or(() -> pair(ports.substring(outside + 1, inside), ports.substring(inside + 1)));
  }

  @Override
  public String example() {
    return "127.0.0.1:8080:80/tcp";
  }

  private static Optional<String> address(String ip) {
    if (ip.isEmpty() || IpForm.isFour(ip)) {
      return Optional.empty();
    }
    boolean six = ip.startsWith("[") && ip.endsWith("]");
    return six && IpForm.isSix(ip.substring(1, ip.length() - 1))
        ? Optional.empty()
        : Optional.of("`" + ip + "` is not an address");
  }

  private static Optional<String> pair(String outside, String inside) {
    int to = range(inside).orElse(-1);
    if (to < 0) {
      return notPort(inside);
    }
    if (outside.isEmpty() || outside.equals("0")) {
      return Optional.empty();
    }
    int from = range(outside).orElse(-1);
    if (from < 0) {
      return notPort(outside);
    }
    boolean fits = from == to || to == 1;
    return fits ? Optional.empty() : Optional.of("the two ranges differ in length");
  }

  /** How many ports a port or range has; empty where it is neither. */
  private static Optional<Integer> range(String text) {
    int dash = text.indexOf('-');
    if (dash < 0) {
      return PortForm.read(text).map(ignored -> 1);
    }
    return PortForm.read(text.substring(0, dash))
        .flatMap(
            low ->
                PortForm.read(text.substring(dash + 1))
                    .filter(high -> high >= low)
                    .map(high -> high - low + 1));
  }

  private static Optional<String> notPort(String text) {
    return Optional.of("`" + text + "` is not a port from 1 to 65535");
  }
}
