package dev.dvl.vimgen;

import java.util.List;
import java.util.Optional;

/**
 * A method of a managed object.
 *
 * @param on the type of managed object that has it
 * @param result what it returns; its name is {@code returnval}
 * @param reads whether it changes nothing, so that it may be sent again
 */
public record Method(
    String on, String name, Optional<Property> result, boolean reads, List<Property> parameters) {
  public Method {
    parameters = List.copyOf(parameters);
  }
}
