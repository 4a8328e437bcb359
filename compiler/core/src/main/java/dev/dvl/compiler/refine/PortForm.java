package dev.dvl.compiler.refine;

import java.util.Optional;

/** Ports of TCP, UDP and SCTP: 16 bits, 0 reserved (RFC 6335 section 6). */
final class PortForm {
  private static final long HIGHEST = 65_535;

  private PortForm() {}

  static Optional<String> problem(long number) {
    return number >= 1 && number <= HIGHEST
        ? Optional.empty()
        : Optional.of("ports go from 1 to 65535");
  }

  /** Reads digits as a port. */
  static Optional<Integer> read(String digits) {
    boolean fits = !digits.isEmpty() && digits.length() <= 5;
    if (!fits || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.empty();
    }
    int number = Integer.parseInt(digits);
    return problem(number).isEmpty() ? Optional.of(number) : Optional.empty();
  }
}
