package dev.dvl.compiler.validate;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.eval.Cidr;
import dev.dvl.compiler.eval.IpAddress;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A fixed address in a network of this program lies in one of its subnets, belongs to nobody else,
 * and is neither the gateway's nor one that stands for the whole subnet. So do the gateway, the
 * range and the reserved addresses of a subnet.
 */
final class FixedAddresses implements Rule {
  private static final List<String> FIELDS = List.of("address", "address6");

  private record Taken(Address network, IpAddress address) {}

  /** One address that an instance wants in a network. */
  private record Wanted(Instance instance, Instance network, IpAddress address, Span span) {}

  @Override
  public void check(Facts facts, Report report) {
    Map<Taken, Wanted> taken = new HashMap<>();
    for (Wanted wanted : wanted(facts)) {
      place(wanted, report);
      Taken key = new Taken(wanted.network.address(), wanted.address);
      Wanted first = taken.putIfAbsent(key, wanted);
      if (first != null && !first.instance.address().equals(wanted.instance.address())) {
        report.add(twice(wanted, first));
      }
    }
    for (Instance network : facts.program().instances()) {
      for (Value.ObjectOf subnet : subnets(network)) {
        inside(network, subnet, report);
      }
    }
  }

  private static List<Wanted> wanted(Facts facts) {
    List<Wanted> wanted = new ArrayList<>();
    for (Instance instance : facts.program().instances()) {
      for (Attribute attribute : facts.kind(instance).attributes()) {
        if (attribute.by().filter("network"::equals).isPresent()) {
          for (Value element : elements(instance.value(attribute.name()))) {
            add(facts, instance, attribute, element, wanted);
          }
        }
      }
    }
    return wanted;
  }

  private static void add(
      Facts facts, Instance instance, Attribute attribute, Value element, List<Wanted> wanted) {
    if (!(element instanceof Value.ObjectOf object)
        || !(object.field("network") instanceof Value.Ref(Address to, var ignored))) {
      return;
    }
    for (String field : FIELDS) {
      if (object.field(field) instanceof Value.Text(String text)) {
        IpAddress.read(text)
            .ifPresent(
                address ->
                    facts
                        .instance(to)
                        .ifPresent(
                            network ->
                                wanted.add(
                                    new Wanted(
                                        instance,
                                        network,
                                        address,
                                        instance.originOf(Path.of(attribute.name()))))));
      }
    }
  }

  private static void place(Wanted wanted, Report report) {
    List<Value.ObjectOf> subnets = subnets(wanted.network);
    List<Value.ObjectOf> around =
        subnets.stream().filter(it -> contains(it, wanted.address)).toList();
    Span declared = wanted.network.originOf(Path.of("subnets"));
    if (!subnets.isEmpty() && around.isEmpty()) {
      report.add(
          Diagnostic.at(
                  RuleCodes.ADDRESS_OUTSIDE,
                  wanted.span,
                  wanted.address + " is in no subnet of `" + wanted.network.address() + "`")
              .label(declared, "its subnets"));
    }
    for (Value.ObjectOf subnet : around) {
      String owner = owner(subnet, wanted.address);
      if (!owner.isEmpty()) {
        report.add(
            Diagnostic.at(RuleCodes.ADDRESS_TAKEN, wanted.span, wanted.address + " is " + owner)
                .label(declared, "the subnets of `" + wanted.network.address() + "`"));
      }
    }
  }

  /** Whose an address of a subnet is before any container has it; empty where it is free. */
  private static String owner(Value.ObjectOf subnet, IpAddress address) {
    if (is(subnet.field("gateway"), address)) {
      return "the gateway's";
    }
    if (subnet.field("reserved") instanceof Value.MapOf(var reserved)) {
      for (Map.Entry<String, Value> entry : reserved.entrySet()) {
        if (is(entry.getValue(), address)) {
          return "reserved for `" + entry.getKey() + "`";
        }
      }
    }
    return cidr(subnet).map(cidr -> meaning(cidr, address)).orElse("");
  }

  /** What the first and the last address stand for, where a subnet has more than two. */
  private static String meaning(Cidr cidr, IpAddress address) {
    boolean whole = address.bits() - cidr.prefix() >= 2;
    if (whole && address.equals(cidr.first())) {
      return "the subnet's own";
    }
    return whole && address.bits() == 32 && address.equals(cidr.last())
        ? "the subnet's broadcast address"
        : "";
  }

  private static boolean is(Value value, IpAddress address) {
    return value instanceof Value.Text(String text)
        && IpAddress.read(text).filter(address::equals).isPresent();
  }

  private static Diagnostic twice(Wanted wanted, Wanted first) {
    String text =
        wanted.address
            + " of `"
            + wanted.network.address()
            + "` is taken by `"
            + first.instance.address()
            + "`";
    Diagnostic twice = Diagnostic.at(RuleCodes.ADDRESS_TAKEN, wanted.span, text);
    return wanted.span.equals(first.span)
        ? twice.note("Both `" + wanted.instance.address() + "` and that one want it.")
        : twice.label(first.span, "wanted here first");
  }

  private static void inside(Instance network, Value.ObjectOf subnet, Report report) {
    List<Value> parts = new ArrayList<>(List.of(subnet.field("gateway"), subnet.field("range")));
    if (subnet.field("reserved") instanceof Value.MapOf(var reserved)) {
      parts.addAll(reserved.values());
    }
    for (Value part : parts) {
      if (part instanceof Value.Text(String text)) {
        cidr(subnet)
            .filter(cidr -> isOutside(cidr, text))
            .ifPresent(cidr -> report.add(outside(network, text, cidr)));
      }
    }
  }

  private static Diagnostic outside(Instance network, String text, Cidr cidr) {
    return Diagnostic.at(
        RuleCodes.ADDRESS_OUTSIDE,
        network.originOf(Path.of("subnets")),
        text + " is not in the subnet " + cidr);
  }

  private static boolean isOutside(Cidr cidr, String text) {
    return Cidr.read(text)
        .map(range -> !cidr.contains(range.first()) || range.prefix() < cidr.prefix())
        .or(() -> IpAddress.read(text).map(address -> !cidr.contains(address)))
        .orElse(false);
  }

  private static boolean contains(Value.ObjectOf subnet, IpAddress address) {
    return cidr(subnet).filter(it -> it.contains(address)).isPresent();
  }

  private static Optional<Cidr> cidr(Value.ObjectOf subnet) {
    return subnet.field("subnet") instanceof Value.Text(String text)
        ? Cidr.read(text)
        : Optional.empty();
  }

  private static List<Value.ObjectOf> subnets(Instance network) {
    return elements(network.value("subnets")).stream()
        .filter(Value.ObjectOf.class::isInstance)
        .map(Value.ObjectOf.class::cast)
        .toList();
  }

  private static Collection<Value> elements(Value value) {
    return switch (value) {
      case Value.SetOf(var elements) -> elements;
      case Value.ListOf(var elements) -> elements;
      case Value ignored -> List.of();
    };
  }
}
