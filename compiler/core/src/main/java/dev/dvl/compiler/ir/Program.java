package dev.dvl.compiler.ir;

import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.AddressPattern;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program with everything unfolded that can be: the one thing that planning starts from.
 *
 * @param instances by address, in the order of addresses
 * @param parameters the values it was unfolded with, defaults included
 * @param secrets the secrets it declares
 * @param files what it read through {@code file(path)}: path to SHA-256
 * @param moves what was under another address: no source is in the program, every chain ends in it
 * @param adoptions objects that somebody else made, no resource and no object twice
 * @param forgotten what is no longer managed, none of it in the program
 */
public record Program(
    String module,
    List<HostInstance> hosts,
    List<Instance> instances,
    List<Output> outputs,
    List<Check> checks,
    Map<String, Value> parameters,
    List<SecretDeclaration> secrets,
    Map<String, String> files,
    List<Move> moves,
    List<Adoption> adoptions,
    List<Forgotten> forgotten) {

  public Program {
    hosts = List.copyOf(hosts);
    instances = List.copyOf(instances);
    outputs = List.copyOf(outputs);
    checks = List.copyOf(checks);
    parameters = Map.copyOf(parameters);
    secrets = List.copyOf(secrets);
    files = Map.copyOf(files);
    moves = List.copyOf(moves);
    adoptions = List.copyOf(adoptions);
    forgotten = List.copyOf(forgotten);
  }

  /** A program in which nothing is. */
  public static Program empty(String module) {
    return new Program(
        module, List.of(), List.of(), List.of(), List.of(), Map.of(), List.of(), Map.of(),
        List.of(), List.of(), List.of());
  }

  public Map<Address, Instance> byAddress() {
    Map<Address, Instance> found = new LinkedHashMap<>();
    instances.forEach(instance -> found.put(instance.address(), instance));
    return found;
  }

  /** The host that {@code address} stands on, whatever lies between. */
  public Optional<HostInstance> host(Address address) {
    return hosts.stream().filter(host -> host.address().equals(address)).findFirst();
  }

  public record Output(String name, Value value, boolean secret, Span origin) {}

  /** A condition that is left to be evaluated when its values are known. */
  public record Check(String title, Term condition, Term message, Span origin) {}

  /** {@code environment}: the variable that {@code env("…")} names, if it is given so. */
  public record SecretDeclaration(String name, Optional<String> environment, Span origin) {}

  /** Where a resource is now that was at {@code address}: there, where no move is about it. */
  public Address now(Address address) {
    Address now = address;
    for (Move move : way(address)) {
      now = move.from().moved(now, move.to()).orElseThrow();
    }
    return now;
  }

  /** The moves that a resource went through which was at {@code address}, in order. */
  public List<Move> way(Address address) {
    List<Move> way = new ArrayList<>();
    Address now = address;
    while (way.size() < moves.size()) {
      Address here = now;
      Optional<Move> next = moves.stream().filter(it -> it.from().matches(here)).findFirst();
      if (next.isEmpty()) {
        return way;
      }
      way.add(next.get());
      now = next.get().from().moved(here, next.get().to()).orElseThrow();
    }
    return way;
  }

  /** Whether the program says that it no longer manages what was made for an address. */
  public boolean forgets(Address address) {
    return forgotten.stream().anyMatch(it -> it.which().matches(address));
  }

  /** The line that gives a resource an object which somebody else made. */
  public Optional<Adoption> adoption(Address address) {
    return adoptions.stream().filter(it -> it.address().equals(address)).findFirst();
  }

  /** As many keys are open in {@code from} as in {@code to}. */
  public record Move(AddressPattern from, AddressPattern to, Span origin) {}

  public record Adoption(Address address, String platformName, Span origin) {}

  public record Forgotten(AddressPattern which, Span origin) {}
}
