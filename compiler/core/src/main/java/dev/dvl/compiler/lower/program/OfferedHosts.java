package dev.dvl.compiler.lower.program;

import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.lower.run.Failure;
import dev.dvl.compiler.lower.run.Run;
import dev.dvl.compiler.lower.unfold.Placing;
import dev.dvl.compiler.lower.unfold.ResourceSettings;
import dev.dvl.compiler.lower.unfold.UnfoldedResource;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.value.Value;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What resources are to others that stand on them: the engine in a machine is a host at the
 * machine's address, with what the machine's schema says in place of a block.
 */
record OfferedHosts(Run run, ResourceSettings settings, Placing placing) {

  /** The host that a resource is, if it is one. */
  Optional<HostInstance> host(UnfoldedResource resource) {
    try {
      for (KindSchema.Provides offer : resource.kind().provides()) {
        if (offer.host().isPresent() && placing.offers(resource, offer)) {
          return Optional.of(host(resource, offer.host().get()));
        }
      }
    } catch (Failure failure) {
      run.report().report(Instances.about(failure, resource));
    }
    return Optional.empty();
  }

  private HostInstance host(UnfoldedResource resource, KindSchema.OfferedHost host) throws Failure {
    SortedMap<String, Value> values = new TreeMap<>();
    if (settings.offered(resource, host) instanceof Value.ObjectOf(var fields)) {
      fields.forEach((name, value) -> values.put(name, withoutNull(value)));
    }
    return new HostInstance(
        resource.address(), host.kind(), values, Optional.of(resource.address()), resource.span());
  }

  /** What is not said is left out, as in a block. */
  private static Value withoutNull(Value value) {
    if (!(value instanceof Value.ObjectOf(var fields))) {
      return value;
    }
    SortedMap<String, Value> said = new TreeMap<>(fields);
    said.values().removeIf(Value::isNull);
    return Value.ObjectOf.of(said);
  }
}
