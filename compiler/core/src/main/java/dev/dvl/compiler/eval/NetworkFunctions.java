package dev.dvl.compiler.eval;

import static dev.dvl.compiler.eval.Arguments.function;

import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.value.Value;
import java.math.BigInteger;
import java.util.Map;

/** Functions over networks and addresses. */
final class NetworkFunctions {
  private NetworkFunctions() {}

  static final Map<String, Function> FUNCTIONS =
      Map.of(
          "cidr_host", function(it -> host(cidr(it, 0), it.whole(1))),
          "cidr_subnet", function(it -> subnet(cidr(it, 0), it.whole(1), it.whole(2))),
          "cidr_contains", function(NetworkFunctions::contains),
          "cidr_prefix", function(it -> Value.of(cidr(it, 0).prefix())),
          "cidr_netmask", function(it -> netmask(cidr(it, 0))),
          "cidr_network", function(it -> Value.text(cidr(it, 0).first().toString())));

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
