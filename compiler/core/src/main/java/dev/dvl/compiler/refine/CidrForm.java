package dev.dvl.compiler.refine;

import java.util.Optional;

/** A range of addresses: an address, a slash, and how many bits are fixed (RFC 4632 section 3.1). */
final class CidrForm implements Form {
  private static final Form IP = new IpForm();

  @Override
  public Optional<String> problem(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return Optional.of("a range of addresses has a `/` and a number of bits");
    }
    String address = text.substring(0, slash);
    int most = address.indexOf(':') >= 0 ? 128 : 32;
    String bits = text.substring(slash + 1);
    return IP.problem(address).or(() -> bits(bits, most));
  }

  @Override
  public String example() {
    return "10.0.0.0/24";
  }

  private static Optional<String> bits(String bits, int most) {
    boolean fits = bits.matches("0|[1-9][0-9]{0,2}") && Integer.parseInt(bits) <= most;
    return fits ? Optional.empty() : Optional.of("bits go from 0 to " + most);
  }
}
