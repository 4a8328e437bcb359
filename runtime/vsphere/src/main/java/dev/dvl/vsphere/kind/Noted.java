package dev.dvl.vsphere.kind;

import dev.dvl.vsphere.session.VSphereException;
import java.util.HashMap;
import java.util.Map;

/**
 * What a family has found out for one bulk read, so that it asks once and not for each resource.
 */
public final class Noted {
  private final Map<Class<?>, Object> found = new HashMap<>();

  /** Finds something out. */
  public interface Question<T> {
    T ask() throws VSphereException;
  }

  /** What the first question of that type told. */
  public <T> T once(Class<T> type, Question<T> question) throws VSphereException {
    Object known = found.get(type);
    if (known == null) {
      known = question.ask();
      found.put(type, known);
    }
    return type.cast(known);
  }
}
