package dev.dvl.vimgen;

import java.util.List;
import java.util.Optional;

/**
 * A data object type.
 *
 * @param base the type whose properties stand before its own
 * @param own its own properties, in the order of the wire
 */
public record DataType(
    String name, Optional<String> base, Optional<String> since, List<Property> own) {
  public DataType {
    own = List.copyOf(own);
  }
}
