package dev.dvl.docker.kind;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Finding;
import java.util.List;
import java.util.Map;

/**
 * What the world outside of the engine tells of a wanted resource.
 *
 * @param values of attributes that the schema marks as resolved, by their dotted names
 */
public record Resolved(Map<String, Value> values, List<Finding> findings) {
  public static final Resolved NOTHING = new Resolved(Map.of(), List.of());

  public Resolved {
    values = Map.copyOf(values);
    findings = List.copyOf(findings);
  }
}
