package dev.dvl.cli.testing;

import dev.dvl.compiler.ir.TestCase;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.sandbox.scenario.Fate;
import dev.dvl.sandbox.scenario.OrderedFaults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A fault of a test, in the words of the sandbox. */
record FaultOrder(TestCase.Fault fault) {
  private static final String WHY = "The test says so";

  OrderedFaults.Ordered into(OrderedFaults faults) throws HostProblem {
    return faults.order(text("call").orElse("*"), on(), takes(), fate(), times());
  }

  private Value setting(String name) {
    return fault.settings().getOrDefault(name, Value.Null.NULL);
  }

  private Optional<String> text(String name) {
    return setting(name) instanceof Value.Text(String text) ? Optional.of(text) : Optional.empty();
  }

  private long times() {
    return setting("times") instanceof Value.Int(long times) ? times : Long.MAX_VALUE;
  }

  private Optional<Duration> takes() {
    return setting("takes") instanceof Value.Quantity(var ignored, long nanos)
        ? Optional.of(Duration.ofNanos(nanos))
        : Optional.empty();
  }

  /** A call that only takes long ends well; one of which nothing is said fails. */
  private Optional<Fate> fate() {
    if (setting("cut").equals(Value.of(true))) {
      return Optional.of(new Fate.Cut());
    }
    Optional<Fate> said = text("fails").map(Fate.Fails::new);
    return said.isPresent() || takes().isPresent() ? said : Optional.of(new Fate.Fails(WHY));
  }

  /** A resource that is not there is none. */
  private Optional<List<Address>> on() {
    if (!fault.settings().containsKey("on")) {
      return Optional.empty();
    }
    List<Address> addresses = new ArrayList<>();
    addresses(List.of(setting("on")), addresses);
    return Optional.of(addresses);
  }

  private static void addresses(Collection<Value> values, List<Address> into) {
    for (Value value : values) {
      if (value instanceof Value.Ref(Address address, String ignored)) {
        into.add(address);
      } else if (value instanceof Value.MapOf(var entries)) {
        addresses(entries.values(), into);
      }
    }
  }
}
