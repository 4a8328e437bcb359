package dev.dvl.engine.plan.reading;

import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.value.Address;
import java.util.HashMap;
import java.util.Map;

/** The nearest host of each resource, which may be a machine of the program. */
final class HostPlaces {
  private final Map<Address, HostInstance> hosts = new HashMap<>();
  private final Map<Address, Instance> instances;

  private HostPlaces(Program program, Map<Address, Instance> instances) {
    this.instances = instances;
    program.hosts().forEach(host -> hosts.put(host.address(), host));
  }

  /** The host of each resource of a program. */
  static Map<Address, HostInstance> of(Program program, Map<Address, Instance> instances) {
    HostPlaces places = new HostPlaces(program, instances);
    Map<Address, HostInstance> found = new HashMap<>();
    instances.keySet().forEach(resource -> found.put(resource, places.host(resource)));
    return found;
  }

  private HostInstance host(Address resource) {
    Address place = resource;
    while (instances.containsKey(place)) {
      place = instances.get(place).place();
      if (hosts.containsKey(place)) {
        return hosts.get(place);
      }
    }
    throw new IllegalArgumentException("`" + resource + "` stands on no host");
  }
}
