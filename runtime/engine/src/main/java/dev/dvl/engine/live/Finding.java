package dev.dvl.engine.live;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Path;
import java.util.List;
import java.util.Optional;

/** Something a provider has to say about a resource while planning; the engine knows its span. */
public record Finding(
    Code code, Address address, Optional<Path> at, String text, List<String> notes) {
  public Finding {
    notes = List.copyOf(notes);
  }
}
