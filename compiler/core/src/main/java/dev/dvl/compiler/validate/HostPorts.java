package dev.dvl.compiler.validate;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.eval.PortMapping;
import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A port of a host is published by one resource. */
final class HostPorts implements Rule {

  private record Port(Claims.Scope scope, String protocol, int number) {}

  private record Published(Claims.Claim claim, PortMapping mapping) {
    /** Whether both come from one address, which is a mistake of its own. */
    @SuppressWarnings("ReferenceEquality") // two instances of one address can be equal
    boolean isSame(Published other) {
      return claim.instance() != other.claim.instance()
          && claim.instance().address().equals(other.claim.instance().address());
    }
  }

  @Override
  public void check(Facts facts, RuleReport report) {
    Map<Port, List<Published>> byPort = new HashMap<>();
    for (Claims.Claim claim : Claims.of(facts, it -> it.claims(ScalarKind.PORT_MAPPING))) {
      if (claim.value() instanceof Value.Text(String text)) {
        PortMapping.read(text)
            .ifPresent(mapping -> publish(new Published(claim, mapping), byPort, report));
      }
    }
  }

  private static void publish(
      Published published, Map<Port, List<Published>> byPort, RuleReport report) {
    PortMapping mapping = published.mapping;
    if (mapping.host().isEmpty()) {
      return;
    }
    PortMapping.Range range = mapping.host().get();
    for (int number = range.first(); number <= range.last(); number++) {
      Port port = new Port(published.claim.scope(), mapping.protocol(), number);
      List<Published> there = byPort.computeIfAbsent(port, it -> new ArrayList<>(1));
      there.stream()
          .filter(other -> other.mapping.clashes(mapping) && !other.isSame(published))
          .findFirst()
          .ifPresent(other -> report.add(clash(published, other, port)));
      there.add(published);
    }
  }

  private static Diagnostic clash(Published published, Published other, Port port) {
    String shown = "port " + port.number + "/" + port.protocol + " of `" + port.scope.place() + "`";
    Address address = other.claim.instance().address();
    Diagnostic clash =
        Diagnostic.at(
            RuleCodes.HOST_PORT, published.claim.span(), shown + " is taken by `" + address + "`");
    return published.claim.span().equals(other.claim.span())
        ? clash.note(
            "Both `" + published.claim.instance().address() + "` and `" + address + "` publish it.")
        : clash.label(other.claim.span(), "published here first");
  }
}
