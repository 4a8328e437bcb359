package dev.dvl.compiler.refine;

import java.util.Optional;

/**
 * IPv4 addresses as four decimal numbers without leading zeros (RFC 6943 section 3.1.1 says why),
 * and IPv6 addresses as in RFC 4291 section 2.2, without a zone.
 */
final class IpForm implements Form {
  @Override
  public Optional<String> problem(String text) {
    return text.indexOf(':') >= 0 ? sixProblem(text) : fourProblem(text);
  }

  @Override
  public String example() {
    return "10.0.0.7";
  }

  static boolean isFour(String text) {
    return fourProblem(text).isEmpty();
  }

  static boolean isSix(String text) {
    return text.indexOf(':') >= 0 && sixProblem(text).isEmpty();
  }

  private static Optional<String> fourProblem(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return Optional.of("an address has four numbers with dots between them, or colons");
    }
    for (String part : parts) {
      boolean digits = !part.isEmpty() && part.chars().allMatch(c -> c >= '0' && c <= '9');
      if (!digits) {
        return Optional.of("`" + part + "` is not a number");
      }
      if (part.length() > 3 || Integer.parseInt(part) > 255) {
        return Optional.of("`" + part + "` is more than 255");
      }
      if (part.length() > 1 && part.charAt(0) == '0') {
        return Optional.of("`" + part + "` starts with a zero, which some programs read as octal");
      }
    }
    return Optional.empty();
  }

  private static Optional<String> sixProblem(String text) {
    int gap = text.indexOf("::");
    if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
      return Optional.of("`::` may stand once in an address");
    }
    int groups =
        gap < 0 ? groups(text) : sum(groups(text.substring(0, gap)), groups(text.substring(gap + 2)));
    boolean right = groups >= 0 && (gap < 0 ? groups == 8 : groups <= 7);
    return right ? Optional.empty() : Optional.of("this is not an IPv6 address");
  }

  private static int sum(int left, int right) {
    return left < 0 || right < 0 ? -1 : left + right;
  }

  /** How many groups of 16 bits a text has; -1 where one is wrong. */
  private static int groups(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    String[] parts = text.split(":", -1);
    int count = 0;
    for (int i = 0; i < parts.length; i++) {
      boolean last = i == parts.length - 1;
      if (parts[i].matches("[0-9A-Fa-f]{1,4}")) {
        count++;
      } else if (last && isFour(parts[i])) {
        count += 2;
      } else {
        return -1;
      }
    }
    return count;
  }
}
