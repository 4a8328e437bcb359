package dev.dvl.compiler.eval;

import java.math.BigInteger;
import java.util.Optional;

/** A network: its first address, and how many leading bits its addresses share. */
public record Cidr(IpAddress first, int prefix) {

  /** Reads {@code 10.0.0.0/8}; bits behind the prefix are dropped. Empty where it is none. */
  public static Optional<Cidr> read(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || !text.substring(slash + 1).matches("0|[1-9][0-9]{0,2}")) {
      return Optional.empty();
    }
    int prefix = Integer.parseInt(text.substring(slash + 1));
    return IpAddress.read(text.substring(0, slash))
        .filter(address -> prefix <= address.bits())
        .map(address -> of(address, prefix));
  }

  /** As {@link #read}, but empty where bits stand behind the prefix: {@code 10.0.0.1/8}. */
  public static Optional<Cidr> exact(String text) {
    return read(text)
        .filter(
            network ->
                IpAddress.read(text.substring(0, text.indexOf('/')))
                    .filter(network.first()::equals)
                    .isPresent());
  }

  static Cidr of(IpAddress inside, int prefix) {
    int free = inside.bits() - prefix;
    BigInteger number = inside.number().shiftRight(free).shiftLeft(free);
    return new Cidr(new IpAddress(inside.bits(), number), prefix);
  }

  int free() {
    return first.bits() - prefix;
  }

  BigInteger size() {
    return BigInteger.ONE.shiftLeft(free());
  }

  /** The last address. */
  public IpAddress last() {
    return new IpAddress(first.bits(), first.number().add(size()).subtract(BigInteger.ONE));
  }

  public boolean contains(IpAddress address) {
    return address.bits() == first.bits()
        && address.number().shiftRight(free()).equals(first.number().shiftRight(free()));
  }

  /** Whether any address lies in both. */
  public boolean overlaps(Cidr other) {
    return contains(other.first) || other.contains(first);
  }

  @Override
  public String toString() {
    return first + "/" + prefix;
  }
}
