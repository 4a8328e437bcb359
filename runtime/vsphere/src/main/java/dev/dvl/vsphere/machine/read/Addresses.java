package dev.dvl.vsphere.machine.read;

import dev.dvl.compiler.value.Field;
import dev.dvl.compiler.value.Value;
import dev.dvl.stdlib.VmWaitFamily;
import dev.dvl.stdlib.VmWaitPart;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which address of a machine counts: that of a card, within a subnet, of a family.
 *
 * @param card the label of the card; empty for the first by label that has one
 */
public record Addresses(Optional<String> card, Optional<String> subnet, Optional<String> family) {

  /** Any address. */
  public static final Addresses ANY =
      new Addresses(Optional.empty(), Optional.empty(), Optional.empty());

  /** As a block {@code wait} says that a call is told. */
  public static Addresses of(Optional<Value.ObjectOf> wait) {
    return wait.map(it -> of(new Field.Known<>(VmWaitPart.of(it)))).orElse(ANY);
  }

  /** As a block {@code wait} says. */
  public static Addresses of(Field<VmWaitPart> wait) {
    return new Addresses(
        wait.then(VmWaitPart::nic).known(),
        wait.then(VmWaitPart::subnet).known(),
        wait.then(VmWaitPart::family).known().map(VmWaitFamily::word));
  }

  /** The same, whatever card it is of. */
  public Addresses ofAnyCard() {
    return new Addresses(Optional.empty(), subnet, family);
  }

  /**
   * The address that counts.
   *
   * @param byCard addresses by the labels of cards
   */
  public Optional<String> choose(Map<String, List<String>> byCard) {
    return byCard.entrySet().stream()
        .filter(it -> card.map(it.getKey()::equals).orElse(true))
        .flatMap(it -> it.getValue().stream())
        .filter(this::fits)
        .findFirst();
  }

  /** Whether an address counts; one that is good on its own link alone never does. */
  public boolean fits(String address) {
    return parsed(address)
        .filter(it -> !it.isLinkLocalAddress() && !it.isLoopbackAddress())
        .filter(it -> family.map(name -> name.equals(familyOf(it))).orElse(true))
        .filter(it -> subnet.map(text -> contains(text, it)).orElse(true))
        .isPresent();
  }

  private static String familyOf(InetAddress address) {
    return address.getAddress().length == 4 ? "ipv4" : "ipv6";
  }

  private static boolean contains(String subnet, InetAddress address) {
    int slash = subnet.indexOf('/');
    Optional<InetAddress> base = parsed(subnet.substring(0, slash));
    byte[] bytes = address.getAddress();
    if (base.isEmpty() || base.get().getAddress().length != bytes.length) {
      return false;
    }
    int rest = bytes.length * 8 - Integer.parseInt(subnet.substring(slash + 1));
    return number(base.get()).shiftRight(rest).equals(number(address).shiftRight(rest));
  }

  private static BigInteger number(InetAddress address) {
    return new BigInteger(1, address.getAddress());
  }

  /** An address by its digits; a name is none, and nobody is asked for it. */
  private static Optional<InetAddress> parsed(String text) {
    if (!text.matches("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException wrong) {
      return Optional.empty();
    }
  }
}
