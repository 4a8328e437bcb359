package dev.dvl.docker.network;

import dev.dvl.compiler.eval.Cidr;
import dev.dvl.compiler.value.Field;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Live;
import dev.dvl.stdlib.NetworkAttribute;
import dev.dvl.stdlib.NetworkPart;
import dev.dvl.stdlib.SubnetPart;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The families of addresses in which a program names subnets of a network. A network has a subnet
 * of IPv4 whatever is asked for: what the engine picked in a family of which the program says
 * nothing is the engine's affair, as all subnets are where the program says nothing of any.
 *
 * @param bits the lengths of their addresses
 */
record Families(Set<Integer> bits) {

  /** Of a wanted network; empty where it does not say for certain. */
  static Optional<Families> of(SortedMap<String, Value> wanted) {
    Field<List<Field<SubnetPart>>> subnets = NetworkPart.of(wanted).subnets();
    List<Optional<Integer>> bits =
        Field.elements(subnets).stream()
            .map(it -> it.subnet().known().flatMap(Families::bits))
            .toList();
    return bits.isEmpty() || bits.stream().anyMatch(Optional::isEmpty)
        ? Optional.empty()
        : Optional.of(
            new Families(bits.stream().map(Optional::orElseThrow).collect(Collectors.toSet())));
  }

  /** A network as if it had no other. */
  Live of(Live network) {
    SortedMap<String, Value> values = new TreeMap<>(network.values());
    values.computeIfPresent(NetworkAttribute.SUBNETS.word(), (name, all) -> among(all));
    return network.showing(values);
  }

  private Value among(Value subnets) {
    return subnets instanceof Value.SetOf(List<Value> all)
        ? Value.SetOf.of(all.stream().filter(this::has).toList())
        : subnets;
  }

  private boolean has(Value subnet) {
    return SubnetPart.of(subnet)
        .subnet()
        .known()
        .flatMap(Families::bits)
        .filter(bits::contains)
        .isPresent();
  }

  private static Optional<Integer> bits(String subnet) {
    return Cidr.read(subnet).map(it -> it.first().bits());
  }
}
