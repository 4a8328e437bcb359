package dev.dvl.engine.provider;

import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Where a host is and how to get in.
 *
 * @param values the attributes of the host block, everything in them known where a host is
 *     connected to
 * @param machine the platform's id of the object that the host is, where a resource makes it: what
 *     stands at the same address with another id is another host
 * @param environment the environment variables of the user, for fallbacks such as DOCKER_HOST
 * @param home the user's home folder, for the platform's own configuration
 * @param project the folder that relative paths of the program start from
 * @param prompt who can be asked for the passphrase of a key
 */
public record HostSpec(
    Address address,
    String kind,
    SortedMap<String, Value> values,
    Optional<String> machine,
    Map<String, String> environment,
    Path home,
    Path project,
    Prompt prompt) {

  public HostSpec {
    environment = Map.copyOf(environment);
  }

  /** Of a host that stands by itself, with nobody to ask. */
  public HostSpec(
      Address address,
      String kind,
      SortedMap<String, Value> values,
      Map<String, String> environment,
      Path home,
      Path project) {
    this(address, kind, values, Optional.empty(), environment, home, project, Prompt.NOBODY);
  }

  public Value value(String attribute) {
    return values.getOrDefault(attribute, Value.Null.NULL);
  }
}
