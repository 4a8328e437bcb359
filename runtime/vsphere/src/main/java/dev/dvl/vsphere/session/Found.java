package dev.dvl.vsphere.session;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An object with the properties that were asked for.
 *
 * @param properties by path; one that is not set on the object is not there
 * @param missing why a property could not be read, by path
 */
public record Found(Ref ref, Map<String, Tree> properties, Map<String, Fault> missing) {
  public Found {
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    missing = Collections.unmodifiableMap(new LinkedHashMap<>(missing));
  }

  /** The property at exactly that path. */
  public Optional<Tree> get(String path) {
    return Optional.ofNullable(properties.get(path));
  }

  /** The text of a property. */
  public Optional<String> text(String path) {
    return get(path).map(Tree::text);
  }
}
