package dev.dvl.engine.plan.reading;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.plan.input.PlanRequest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a plan is about.
 *
 * @param instances every resource of the program, also when nothing of it is wanted
 * @param picked those that the plan is about, in the order of the program
 * @param hosts the host of each resource: the nearest one, which a machine of the program may be
 */
public record Selected(
    PlanRequest request,
    Map<Address, Instance> instances,
    Map<Address, Instance> picked,
    Map<Address, HostInstance> hosts) {

  public Selected {
    instances = Collections.unmodifiableMap(new LinkedHashMap<>(instances));
    picked = Collections.unmodifiableMap(new LinkedHashMap<>(picked));
    hosts = Map.copyOf(hosts);
  }

  public Program program() {
    return request.program();
  }

  /** The resource of the program at an address, if there is one. */
  public Optional<Instance> instance(Address address) {
    return Optional.ofNullable(instances.get(address));
  }

  /** The address of the host that a resource of the program is on. */
  public Address host(Address resource) {
    return Objects.requireNonNull(hosts.get(resource), resource.toString()).address();
  }

  /** The host that a resource of the program is on. */
  public HostInstance hostOf(Address resource) {
    return Objects.requireNonNull(hosts.get(resource), resource.toString());
  }

  /** The schema of a resource of the program. */
  public KindSchema kind(Instance instance) {
    return request.kinds().get(instance.kind());
  }

  /** What a provider has to say, at its place in the source. */
  public Diagnostic told(Finding finding) {
    return new FindingPlaces(this).diagnostic(finding);
  }
}
