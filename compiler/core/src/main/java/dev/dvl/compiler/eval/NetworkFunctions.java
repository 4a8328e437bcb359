package dev.dvl.compiler.eval;

import static dev.dvl.compiler.eval.Arguments.function;

import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Functions over networks and addresses. */
final class NetworkFunctions {
  private NetworkFunctions() {}

  static final Map<String, Function> FUNCTIONS =
      Map.ofEntries(
          Map.entry("cidr_host", function(it -> host(cidr(it, 0), it.whole(1)))),
          Map.entry("cidr_subnet", function(it -> subnet(cidr(it, 0), it.whole(1), it.whole(2)))),
          Map.entry("cidr_subnets", function(NetworkFunctions::subnets)),
          Map.entry("cidr_contains", function(NetworkFunctions::contains)),
          Map.entry("cidr_overlaps", function(it -> Value.of(cidr(it, 0).overlaps(cidr(it, 1))))),
          Map.entry("cidr_prefix", function(it -> Value.of(cidr(it, 0).prefix()))),
          Map.entry("cidr_netmask", function(it -> netmask(cidr(it, 0)))),
          Map.entry("cidr_network", function(it -> Value.text(cidr(it, 0).first().toString()))),
          Map.entry("cidr_last", function(it -> host(cidr(it, 0), -1))),
          Map.entry("cidr_size", function(it -> whole(cidr(it, 0).size()))),
          Map.entry("cidr_around", function(NetworkFunctions::around)),
          Map.entry("ip_add", function(it -> moved(ip(it, 0), it.whole(1)))),
          Map.entry("ip_diff", function(NetworkFunctions::distance)),
          Map.entry("ip_reverse", function(it -> Value.text(reversed(ip(it, 0))))),
          Map.entry("is_ipv4", function(it -> Value.of(bits(it) == 32))),
          Map.entry("is_ipv6", function(it -> Value.of(bits(it) == 128))));

  /** Parts of a network one behind the other, each where the next one of its size can start. */
  private static Value subnets(Arguments it) throws EvaluationProblem {
    Cidr network = cidr(it, 0);
    int bits = network.first().bits();
    BigInteger next = BigInteger.ZERO;
    List<String> parts = new ArrayList<>();
    for (int i = 1; i < it.values().size(); i++) {
      long more = it.whole(i);
      if (more < 0 || more > network.free()) {
        throw new EvaluationProblem(network + " has no " + more + " bits left to split by");
      }
      int prefix = network.prefix() + (int) more;
      BigInteger size = BigInteger.ONE.shiftLeft(bits - prefix);
      BigInteger start = next.add(size).subtract(BigInteger.ONE).divide(size).multiply(size);
      next = start.add(size);
      if (next.compareTo(network.size()) > 0) {
        throw new EvaluationProblem("part " + i + " does not fit into " + network + " any more");
      }
      BigInteger number = network.first().number().add(start);
      parts.add(new Cidr(new IpAddress(bits, number), prefix).toString());
    }
    return Arguments.texts(parts);
  }

  private static Value around(Arguments it) throws EvaluationProblem {
    IpAddress address = ip(it, 0);
    long prefix = it.whole(1);
    if (prefix < 0 || prefix > address.bits()) {
      throw new EvaluationProblem("a prefix of " + address + " is 0 to " + address.bits());
    }
    return Value.text(Cidr.of(address, (int) prefix).toString());
  }

  private static Value moved(IpAddress from, long by) throws EvaluationProblem {
    BigInteger number = from.number().add(BigInteger.valueOf(by));
    if (number.signum() < 0 || number.bitLength() > from.bits()) {
      throw new EvaluationProblem("there is no address " + by + " away from " + from);
    }
    return Value.text(new IpAddress(from.bits(), number).toString());
  }

  private static Value distance(Arguments it) throws EvaluationProblem {
    IpAddress from = ip(it, 0);
    IpAddress to = ip(it, 1);
    if (from.bits() != to.bits()) {
      throw new EvaluationProblem(from + " and " + to + " are of two versions of IP");
    }
    return whole(to.number().subtract(from.number()));
  }

  /** The name under which the domain system knows an address: RFC 1035, RFC 3596. */
  private static String reversed(IpAddress address) {
    boolean four = address.bits() == 32;
    int step = four ? 8 : 4;
    List<String> parts = new ArrayList<>();
    for (int shift = 0; shift < address.bits(); shift += step) {
      int part = address.number().shiftRight(shift).intValue() & ((1 << step) - 1);
      parts.add(four ? Integer.toString(part) : Integer.toHexString(part));
    }
    return String.join(".", parts) + (four ? ".in-addr.arpa" : ".ip6.arpa");
  }

  private static int bits(Arguments it) throws EvaluationProblem {
    boolean network = it.text(0).indexOf('/') >= 0;
    return network ? cidr(it, 0).first().bits() : ip(it, 0).bits();
  }

  private static Value whole(BigInteger number) throws EvaluationProblem {
    if (number.bitLength() >= Long.SIZE) {
      throw Numbers.tooLarge();
    }
    return Value.of(number.longValue());
  }

  private static IpAddress ip(Arguments it, int index) throws EvaluationProblem {
    String text = it.text(index);
    ScalarText.read(ScalarKind.IP, text);
    return IpAddress.read(text).orElseThrow();
  }

  /** The address number {@code n} of a network; negative ones count from its end. */
  private static Value host(Cidr network, long n) throws EvaluationProblem {
    BigInteger offset = BigInteger.valueOf(n);
    BigInteger index = n < 0 ? network.size().add(offset) : offset;
    if (index.signum() < 0 || index.compareTo(network.size()) >= 0) {
      throw new EvaluationProblem("there is no address " + n + " in " + network);
    }
    IpAddress first = network.first();
    return Value.text(new IpAddress(first.bits(), first.number().add(index)).toString());
  }

  /** The part number {@code n} of a network split by {@code more} further bits. */
  private static Value subnet(Cidr network, long more, long n) throws EvaluationProblem {
    if (more < 0 || more > network.free()) {
      throw new EvaluationProblem(network + " has no " + more + " bits left to split by");
    }
    BigInteger part = BigInteger.valueOf(n);
    if (n < 0 || part.bitLength() > more) {
      throw new EvaluationProblem(
          "there is no part " + n + " of " + network + " split by " + more + " bits");
    }
    int prefix = network.prefix() + (int) more;
    IpAddress first = network.first();
    BigInteger number = first.number().add(part.shiftLeft(first.bits() - prefix));
    return Value.text(new Cidr(new IpAddress(first.bits(), number), prefix).toString());
  }

  private static Value contains(Arguments it) throws EvaluationProblem {
    String inner = it.text(1);
    Cidr network = cidr(it, 0);
    if (inner.indexOf('/') < 0) {
      ScalarText.read(ScalarKind.IP, inner);
      return Value.of(IpAddress.read(inner).filter(network::contains).isPresent());
    }
    Cidr other = cidr(it, 1);
    return Value.of(network.contains(other.first()) && other.prefix() >= network.prefix());
  }

  private static Value netmask(Cidr network) {
    int bits = network.first().bits();
    BigInteger all = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
    BigInteger mask = all.subtract(network.size().subtract(BigInteger.ONE));
    return Value.text(new IpAddress(bits, mask).toString());
  }

  private static Cidr cidr(Arguments it, int index) throws EvaluationProblem {
    String text = it.text(index);
    ScalarText.read(ScalarKind.CIDR, text);
    return Cidr.read(text).orElseThrow();
  }
}
