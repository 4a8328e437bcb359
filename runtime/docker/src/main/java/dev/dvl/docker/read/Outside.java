package dev.dvl.docker.read;

import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.provider.Query;
import java.util.List;
import java.util.Map;

/** Looks up what wanted resources refer to outside of the engine: build contexts, registries. */
@FunctionalInterface
public interface Outside {
  Found look(Query query);

  /** Values of attributes that the schema marks as resolved, by their dotted names. */
  record Found(Map<Address, Map<String, Value>> resolved, List<Finding> findings) {
    public Found {
      resolved = Map.copyOf(resolved);
      findings = List.copyOf(findings);
    }
  }
}
