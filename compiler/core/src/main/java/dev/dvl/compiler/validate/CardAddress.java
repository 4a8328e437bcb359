package dev.dvl.compiler.validate;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.eval.Cidr;
import dev.dvl.compiler.eval.IpAddress;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A fixed address of one card.
 *
 * @param card its label
 * @param network what the card is in, as the program says it; null where it says nothing
 * @param range what the address reaches without a gateway
 */
record CardAddress(AttributeValue of, String card, Value network, IpAddress address, Cidr range) {

  /** What one attribute says; words that are no addresses are left out, and so is what is none. */
  static List<CardAddress> all(AttributeValue of, RuleReport report) {
    List<CardAddress> all = new ArrayList<>();
    if (of.value() instanceof Value.MapOf(var entries)) {
      entries.forEach(
          (card, value) -> {
            if (value instanceof Value.Text(String text) && isMeantAsAddress(text)) {
              read(of, card, text)
                  .ifPresentOrElse(all::add, () -> report.add(none(of, card, text)));
            }
          });
    }
    return all;
  }

  private static boolean isMeantAsAddress(String text) {
    return text.indexOf('.') >= 0 || text.indexOf(':') >= 0 || text.indexOf('/') >= 0;
  }

  private static Optional<CardAddress> read(AttributeValue of, String card, String text) {
    int slash = text.indexOf('/');
    Optional<IpAddress> address = IpAddress.read(slash < 0 ? text : text.substring(0, slash));
    return address.flatMap(
        it ->
            Cidr.read(slash < 0 ? text + "/" + it.bits() : text)
                .map(range -> new CardAddress(of, card, network(of, card), it, range)));
  }

  private static Value network(AttributeValue of, String card) {
    var cards = of.attribute().elements().cards().orElseThrow();
    return of.instance().value(cards.block()) instanceof Value.MapOf(var labelled)
            && labelled.get(card) instanceof Value.ObjectOf block
        ? block.field(cards.network())
        : Value.Null.NULL;
  }

  private static Diagnostic none(AttributeValue of, String card, String text) {
    return Diagnostic.at(
        RuleCodes.VALUE,
        of.instance().originOf(of.path().entry(card)),
        "`" + text + "` is no address with its prefix, as `10.0.0.7/24` is one");
  }

  Instance instance() {
    return of.instance();
  }

  Address owner() {
    return of.instance().address();
  }

  Path path() {
    return of.path().entry(card);
  }

  Span span() {
    return instance().originOf(path());
  }

  /** Whether it reaches nobody by itself, so that its gateway is anywhere. */
  boolean isAlone() {
    return range.prefix() == address.bits();
  }

  /** What an address of a range stands for in place of a machine. */
  static Optional<String> meaning(Cidr range, IpAddress address) {
    boolean whole = address.bits() - range.prefix() >= 2;
    if (whole && address.equals(range.first())) {
      return Optional.of("stands for the whole of " + range);
    }
    return whole && address.bits() == 32 && address.equals(range.last())
        ? Optional.of("is the broadcast address of " + range)
        : Optional.empty();
  }
}
