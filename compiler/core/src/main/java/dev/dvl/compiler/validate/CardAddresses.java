package dev.dvl.compiler.validate;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.eval.Cidr;
import dev.dvl.compiler.eval.IpAddress;
import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A fixed address of a card stands for no whole range, belongs to a card that is there, and to
 * nobody else in its network; no two cards of one instance have the same. A gateway is reached from
 * one of the addresses, and is none of them. Schemas say what are such addresses and gateways.
 */
final class CardAddresses implements Rule {
  /** Addresses that every card reaches without one of its own among them: RFC 4291, 2.5.6. */
  private static final Optional<Cidr> LINK = Cidr.read("fe80::/10");

  private record Taken(Address place, Value network, IpAddress address) {}

  @Override
  public void check(Facts facts, RuleReport report) {
    Map<Taken, CardAddress> taken = new HashMap<>();
    for (AttributeValue of : new RuledAttributes(facts, CardAddresses::hasCards).all()) {
      List<CardAddress> all = CardAddress.all(of, report);
      all.forEach(it -> alone(it, report));
      once(all, report);
      all.forEach(it -> amongOthers(it, taken, report));
      gateways(facts, of, all, report);
    }
  }

  private static boolean hasCards(Attribute attribute) {
    return attribute.elements().cards().isPresent();
  }

  private static void alone(CardAddress it, RuleReport report) {
    CardAddress.meaning(it.range(), it.address())
        .ifPresent(
            means ->
                report.add(
                    Diagnostic.at(RuleCodes.ADDRESS_TAKEN, it.span(), it.address() + " " + means)));
    String block = it.of().attribute().elements().cards().orElseThrow().block();
    if (it.instance().value(block) instanceof Value.MapOf(var labelled)
        && !labelled.isEmpty()
        && !labelled.containsKey(it.card())) {
      report.add(
          Diagnostic.at(
                  RuleCodes.CHECK,
                  it.span(),
                  "`" + it.owner() + "` has no `" + block + " \"" + it.card() + "\"`")
              .note("The address would be given to nobody."));
    }
  }

  /** Of the cards of one instance. */
  private static void once(List<CardAddress> all, RuleReport report) {
    Map<IpAddress, CardAddress> seen = new HashMap<>();
    for (CardAddress it : all) {
      CardAddress first = seen.putIfAbsent(it.address(), it);
      if (first != null) {
        report.add(
            Diagnostic.at(
                    RuleCodes.ADDRESS_TAKEN,
                    it.span(),
                    it.address() + " is the address of the card `" + first.card() + "` already")
                .label(first.span(), "given here first"));
      }
    }
  }

  private static void amongOthers(
      CardAddress it, Map<Taken, CardAddress> taken, RuleReport report) {
    if (!it.network().isKnown() || it.network().isNull()) {
      return;
    }
    Taken key = new Taken(it.instance().place(), it.network(), it.address());
    CardAddress first = taken.putIfAbsent(key, it);
    if (first != null && !first.owner().equals(it.owner())) {
      report.add(twice(it, first));
    }
  }

  private static Diagnostic twice(CardAddress it, CardAddress first) {
    Diagnostic twice =
        Diagnostic.at(
            RuleCodes.ADDRESS_TAKEN,
            it.span(),
            it.address() + " is taken in this network by `" + first.owner() + "`");
    return it.span().equals(first.span())
        ? twice.note("Both `" + it.owner() + "` and that one want it.")
        : twice.label(first.span(), "wanted here first");
  }

  private static void gateways(
      Facts facts, AttributeValue of, List<CardAddress> all, RuleReport report) {
    boolean open = !of.value().isKnown();
    String name = of.attribute().name();
    RuledAttributes led =
        new RuledAttributes(facts, it -> it.elements().within().filter(name::equals).isPresent());
    for (AttributeValue gateways : led.of(of.instance())) {
      for (Gateway gateway : gateways(gateways)) {
        if (!open) {
          gateway.within(all, report);
        }
        gateway.ownedBy(all, report);
      }
    }
  }

  private static List<Gateway> gateways(AttributeValue of) {
    List<Gateway> gateways = new ArrayList<>();
    int index = 0;
    for (Value element : of.elements()) {
      Span span = of.instance().originOf(of.path().element(index++));
      if (element instanceof Value.Text(String text)) {
        IpAddress.read(text).ifPresent(it -> gateways.add(new Gateway(span, it)));
      }
    }
    return gateways;
  }

  private record Gateway(Span span, IpAddress address) {

    /** Where all addresses of its version come from elsewhere, it may be in their ranges. */
    void within(List<CardAddress> all, RuleReport report) {
      List<CardAddress> same =
          all.stream().filter(it -> it.address().bits() == address.bits()).toList();
      boolean reached =
          same.isEmpty()
              || same.stream().anyMatch(it -> it.isAlone() || it.range().contains(address))
              || LINK.filter(it -> it.contains(address)).isPresent();
      if (!reached) {
        CardAddress first = same.getFirst();
        report.add(
            Diagnostic.at(RuleCodes.ADDRESS_OUTSIDE, span, address + " is in the range of no card")
                .label(first.span(), "this one reaches " + first.range()));
      }
    }

    void ownedBy(List<CardAddress> all, RuleReport report) {
      for (CardAddress it : all) {
        if (it.address().equals(address)) {
          report.add(
              Diagnostic.at(
                      RuleCodes.ADDRESS_TAKEN,
                      span,
                      address + " is the address of the card `" + it.card() + "`")
                  .label(it.span(), "given here"));
        } else {
          CardAddress.meaning(it.range(), address)
              .ifPresent(
                  means ->
                      report.add(
                          Diagnostic.at(RuleCodes.ADDRESS_TAKEN, span, address + " " + means)));
        }
      }
    }
  }
}
