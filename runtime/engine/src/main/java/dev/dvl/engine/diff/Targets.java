package dev.dvl.engine.diff;

import dev.dvl.compiler.value.Address;
import dev.dvl.engine.live.Ref;
import java.util.Optional;

/** What a reference to a resource stands for on its platform. */
public interface Targets {

  /** The object of a resource; empty where this plan makes or replaces it. */
  Optional<Ref> object(Address address);

  /** The object that a resource has now, also where this plan replaces it. */
  Optional<Ref> now(Address address);

  /** Whether a text that a platform shows names the object. */
  static boolean names(Ref object, String text) {
    return text.equals(object.id()) || text.equals(object.name());
  }
}
