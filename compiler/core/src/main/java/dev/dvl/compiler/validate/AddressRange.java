package dev.dvl.compiler.validate;

import dev.dvl.compiler.eval.Cidr;
import dev.dvl.compiler.eval.IpAddress;
import dev.dvl.compiler.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A range of addresses that a resource declares, such as a subnet of a network.
 *
 * @param of the attribute that it is an element of
 * @param word what it is called: the field that is the range
 * @param cidr absent where it is not known yet
 */
record AddressRange(AttributeValue of, String word, Value.ObjectOf element, Optional<Cidr> cidr) {

  /** The ranges among what an attribute is set to, which has some in its {@code by}. */
  static List<AddressRange> all(AttributeValue of) {
    String word = of.attribute().by().orElseThrow();
    return of.objects().stream()
        .map(element -> new AddressRange(of, word, element, cidr(element.field(word))))
        .toList();
  }

  private static Optional<Cidr> cidr(Value value) {
    return value instanceof Value.Text(String text) ? Cidr.read(text) : Optional.empty();
  }

  boolean contains(IpAddress address) {
    return cidr.filter(it -> it.contains(address)).isPresent();
  }

  /** Whose an address is before anybody asks for it: {@code the gateway's}. */
  Optional<String> owner(IpAddress address) {
    for (String field : of.attribute().elements().inside()) {
      Value value = element.field(field);
      if (is(value, address)) {
        return Optional.of("the " + field + "'s");
      }
      if (value instanceof Value.MapOf(var named)) {
        for (Map.Entry<String, Value> entry : named.entrySet()) {
          if (is(entry.getValue(), address)) {
            return Optional.of(field + " for `" + entry.getKey() + "`");
          }
        }
      }
    }
    return cidr.flatMap(it -> meaning(it, address)).or(() -> usual(address));
  }

  /** The field that is left out, where this is the address that it has then. */
  private Optional<String> usual(IpAddress address) {
    return of.attribute()
        .elements()
        .first()
        .filter(field -> element.field(field).isNull())
        .filter(field -> firstFree().filter(address::equals).isPresent())
        .map(field -> "the " + field + "'s, since none is written");
  }

  /** Of the part that addresses are given out from; the first of a whole range stands for it. */
  private Optional<IpAddress> firstFree() {
    Optional<IpAddress> start =
        of.attribute().elements().inside().stream()
            .flatMap(field -> cidr(element.field(field)).stream())
            .findFirst()
            .or(() -> cidr)
            .map(Cidr::first);
    return start.map(
        it ->
            cidr.filter(range -> range.first().equals(it)).isPresent()
                ? new IpAddress(it.bits(), it.number().add(BigInteger.ONE))
                : it);
  }

  /** What the first and the last address stand for, where a range has more than two. */
  private Optional<String> meaning(Cidr range, IpAddress address) {
    boolean whole = address.bits() - range.prefix() >= 2;
    if (whole && address.equals(range.first())) {
      return Optional.of("the " + word + "'s own");
    }
    return whole && address.bits() == 32 && address.equals(range.last())
        ? Optional.of("the " + word + "'s broadcast address")
        : Optional.empty();
  }

  private static boolean is(Value value, IpAddress address) {
    return value instanceof Value.Text(String text)
        && IpAddress.read(text).filter(address::equals).isPresent();
  }

  /** The addresses and ranges that must lie inside and do not. */
  List<String> strays() {
    List<Value> parts = new ArrayList<>();
    for (String field : of.attribute().elements().inside()) {
      Value value = element.field(field);
      parts.addAll(value instanceof Value.MapOf(var named) ? named.values() : List.of(value));
    }
    List<String> strays = new ArrayList<>();
    for (Value part : parts) {
      if (part instanceof Value.Text(String text)
          && cidr.filter(it -> isOutside(it, text)).isPresent()) {
        strays.add(text);
      }
    }
    return strays;
  }

  private static boolean isOutside(Cidr cidr, String text) {
    return Cidr.read(text)
        .map(range -> !cidr.contains(range.first()) || range.prefix() < cidr.prefix())
        .or(() -> IpAddress.read(text).map(address -> !cidr.contains(address)))
        .orElse(false);
  }
}
