package dev.dvl.docker.image;

import dev.dvl.docker.stamp.StampLabels;
import java.util.Map;

/**
 * The name that a built image was built for, as a label of its own: who inherits the stamp from it
 * has another name.
 */
public final class BuiltName {
  private static final String KEY = StampLabels.PREFIX + "image.name";

  private BuiltName() {}

  public static Map<String, String> write(String name) {
    return Map.of(KEY, name);
  }

  /** Empty text where there is none. */
  public static String read(Map<String, String> labels) {
    return labels.getOrDefault(KEY, "");
  }
}
