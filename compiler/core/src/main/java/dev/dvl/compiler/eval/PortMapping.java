package dev.dvl.compiler.eval;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a {@code port_mapping} says: {@code 8080:80}, {@code 127.0.0.1:53:53/udp}, {@code
 * [::1]:8000-8009:8000-8009}, or {@code 80} where the platform picks the host's port.
 *
 * @param ip the host's address; absent means all of them
 * @param host absent where the platform picks it
 */
public record PortMapping(
    Optional<IpAddress> ip, Optional<Range> host, Range container, String protocol) {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:(?:(?:\\[([0-9A-Fa-f:.]+)]|([0-9.]+)):)?(\\d{1,5}(?:-\\d{1,5})?)?:)?"
              + "(\\d{1,5}(?:-\\d{1,5})?)(?:/(tcp|udp|sctp))?");

  /** Ports from {@code first} to {@code last}, both included. */
  public record Range(int first, int last) {
    int size() {
      return last - first + 1;
    }

    boolean overlaps(Range other) {
      return first <= other.last && other.first <= last;
    }

    @Override
    public String toString() {
      return first == last ? Integer.toString(first) : first + "-" + last;
    }
  }

  /** Reads a mapping; empty where {@code text} is none. */
  public static Optional<PortMapping> read(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    Optional<String> address =
        Optional.ofNullable(form.group(1)).or(() -> Optional.ofNullable(form.group(2)));
    Optional<IpAddress> ip = address.flatMap(IpAddress::read);
    Optional<Range> host = Optional.ofNullable(form.group(3)).flatMap(PortMapping::range);
    Optional<Range> container = range(form.group(4));
    boolean wrong =
        container.isEmpty()
            || address.isPresent() != ip.isPresent()
            || (form.group(3) != null && host.isEmpty())
            || host.filter(range -> range.size() != container.get().size()).isPresent();
    return wrong
        ? Optional.empty()
        : Optional.of(
            new PortMapping(
                ip, host, container.get(), form.group(5) == null ? "tcp" : form.group(5)));
  }

  private static Optional<Range> range(String text) {
    int dash = text.indexOf('-');
    int first = Integer.parseInt(dash < 0 ? text : text.substring(0, dash));
    int last = dash < 0 ? first : Integer.parseInt(text.substring(dash + 1));
    return first >= 1 && first <= last && last <= 65535
        ? Optional.of(new Range(first, last))
        : Optional.empty();
  }

  /** Whether both want one port of the host. */
  public boolean clashes(PortMapping other) {
    return protocol.equals(other.protocol)
        && host.isPresent()
        && other.host.isPresent()
        && host.get().overlaps(other.host.get())
        && sameAddress(other);
  }

  /** {@code 0.0.0.0} and {@code ::} stand for all addresses of their family, none for all. */
  private boolean sameAddress(PortMapping other) {
    return ip.isEmpty() || other.ip.isEmpty() || sameAddress(ip.get(), other.ip.get());
  }

  private static boolean sameAddress(IpAddress one, IpAddress other) {
    boolean all = one.number().signum() == 0 || other.number().signum() == 0;
    return one.bits() == other.bits() && (all || one.equals(other));
  }
}
