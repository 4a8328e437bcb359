package dev.dvl.compiler.validate;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.eval.IpAddress;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A fixed address in a network of this program lies in one of its subnets, belongs to nobody else,
 * and is neither the gateway's nor one that stands for the whole subnet. So do the gateway, the
 * range and the reserved addresses of a subnet. Schemas say what is such an address, and such a
 * range.
 */
final class FixedAddresses implements Rule {

  private record Taken(Address network, IpAddress address) {}

  /** One address that an instance wants in a network. */
  private record Wanted(AttributeValue by, Instance network, IpAddress address) {
    Span span() {
      return by.span();
    }
  }

  @Override
  public void check(Facts facts, RuleReport report) {
    RuledAttributes ranges = new RuledAttributes(facts, FixedAddresses::hasRanges);
    Map<Taken, Wanted> taken = new HashMap<>();
    for (Wanted wanted : wanted(facts)) {
      place(wanted, ranges, report);
      Taken key = new Taken(wanted.network.address(), wanted.address);
      Wanted first = taken.putIfAbsent(key, wanted);
      if (first != null && !first.by.instance().address().equals(wanted.by.instance().address())) {
        report.add(twice(wanted, first));
      }
    }
    for (AttributeValue declared : ranges.all()) {
      AddressRange.all(declared).forEach(it -> inside(it, report));
    }
  }

  private static boolean hasRanges(Attribute attribute) {
    return attribute.by().isPresent() && attribute.claims(ScalarKind.CIDR);
  }

  private static boolean hasAddresses(Attribute attribute) {
    return attribute.by().isPresent() && !attribute.elements().own().isEmpty();
  }

  private static List<Wanted> wanted(Facts facts) {
    List<Wanted> wanted = new ArrayList<>();
    for (AttributeValue by : new RuledAttributes(facts, FixedAddresses::hasAddresses).all()) {
      String field = by.attribute().by().orElseThrow();
      for (Value.ObjectOf object : by.objects()) {
        if (object.field(field) instanceof Value.Ref(Address to, var ignored)) {
          facts.instance(to).ifPresent(network -> add(by, object, network, wanted));
        }
      }
    }
    return wanted;
  }

  private static void add(
      AttributeValue by, Value.ObjectOf object, Instance network, List<Wanted> wanted) {
    for (String field : by.attribute().elements().own()) {
      if (object.field(field) instanceof Value.Text(String text)) {
        IpAddress.read(text).ifPresent(it -> wanted.add(new Wanted(by, network, it)));
      }
    }
  }

  private static void place(Wanted wanted, RuledAttributes ranges, RuleReport report) {
    List<AddressRange> all =
        ranges.of(wanted.network).stream().flatMap(it -> AddressRange.all(it).stream()).toList();
    List<AddressRange> around = all.stream().filter(it -> it.contains(wanted.address)).toList();
    boolean open = ranges.of(wanted.network).stream().anyMatch(it -> !it.value().isKnown());
    if (around.isEmpty() && !open) {
      report.add(all.isEmpty() ? rangeless(wanted, ranges) : nowhere(wanted, all.getFirst()));
    }
    for (AddressRange range : around) {
      range.owner(wanted.address).ifPresent(owner -> report.add(owned(wanted, owner, range.of())));
    }
  }

  private static Diagnostic nowhere(Wanted wanted, AddressRange first) {
    String network = "`" + wanted.network.address() + "`";
    String text = wanted.address + " is in no " + first.word() + " of " + network;
    return Diagnostic.at(RuleCodes.ADDRESS_OUTSIDE, wanted.span(), text)
        .label(first.of().span(), "its " + first.of().attribute().name());
  }

  private static Diagnostic rangeless(Wanted wanted, RuledAttributes ranges) {
    String network = "`" + wanted.network.address() + "`";
    String attribute = ranges.of(wanted.network).getFirst().attribute().name();
    return Diagnostic.at(
            RuleCodes.ADDRESS_OUTSIDE,
            wanted.span(),
            network + " has no " + attribute + " of its own")
        .label(wanted.network.origin(), "the range of its addresses is not known before it is made")
        .note("A fixed address needs `" + attribute + "` that it lies in.");
  }

  private static Diagnostic owned(Wanted wanted, String owner, AttributeValue declared) {
    String label = "the " + declared.attribute().name() + " of `" + wanted.network.address() + "`";
    return Diagnostic.at(RuleCodes.ADDRESS_TAKEN, wanted.span(), wanted.address + " is " + owner)
        .label(declared.span(), label);
  }

  private static Diagnostic twice(Wanted wanted, Wanted first) {
    String text =
        wanted.address
            + " of `"
            + wanted.network.address()
            + "` is taken by `"
            + first.by.instance().address()
            + "`";
    Diagnostic twice = Diagnostic.at(RuleCodes.ADDRESS_TAKEN, wanted.span(), text);
    return wanted.span().equals(first.span())
        ? twice.note("Both `" + wanted.by.instance().address() + "` and that one want it.")
        : twice.label(first.span(), "wanted here first");
  }

  private static void inside(AddressRange range, RuleReport report) {
    for (String stray : range.strays()) {
      String cidr = range.cidr().map(Object::toString).orElse("");
      report.add(
          Diagnostic.at(
              RuleCodes.ADDRESS_OUTSIDE,
              range.of().span(),
              stray + " is not in the " + range.word() + " " + cidr));
    }
  }
}
