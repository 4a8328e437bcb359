package dev.dvl.compiler.ir;

import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
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
 * @param moves, adoptions, forgotten: what the program says about identity
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
    List<Address> forgotten) {

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

  public record Move(Address from, Address to, Span origin) {}

  public record Adoption(Address address, String platformName, Span origin) {}
}
