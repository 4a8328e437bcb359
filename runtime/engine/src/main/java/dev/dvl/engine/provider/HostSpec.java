package dev.dvl.engine.provider;

import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;

/**
 * Where a host is and how to get in.
 *
 * @param values the attributes of the host block, everything in them known
 * @param environment the environment variables of the user, for fallbacks such as DOCKER_HOST
 * @param home the user's home folder, for the platform's own configuration
 * @param project the folder that relative paths of the program start from
 */
public record HostSpec(
    Address address,
    String kind,
    SortedMap<String, Value> values,
    Map<String, String> environment,
    Path home,
    Path project) {

  public HostSpec {
    environment = Map.copyOf(environment);
  }

  public Value value(String attribute) {
    return values.getOrDefault(attribute, Value.Null.NULL);
  }
}
