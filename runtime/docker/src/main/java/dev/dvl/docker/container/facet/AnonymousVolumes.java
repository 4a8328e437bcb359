package dev.dvl.docker.container.facet;

import dev.dvl.docker.wire.Json;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The volumes of a container that nobody named: those that its image asks for, and those of mounts
 * without a source. The engine gives such a volume 64 hexadecimal digits for a name.
 */
public final class AnonymousVolumes {
  private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");

  private AnonymousVolumes() {}

  /** The mount points of an inspected container that are such volumes, by their paths. */
  public static Map<String, Json> of(Json container) {
    Set<String> named = named(container);
    Map<String, Json> found = new TreeMap<>();
    for (Json point : container.at("Mounts").elements()) {
      String path = path(point.at("Destination").text());
      if (isOne(point) && !named.contains(path)) {
        found.put(path, point);
      }
    }
    return found;
  }

  /** Whether the engine made up the name of a mount point's volume. */
  private static boolean isOne(Json point) {
    return point.at("Type").text().equals("volume")
        && NAME.matcher(point.at("Name").text()).matches();
  }

  /** Whether a text is a name that the engine made up. */
  public static boolean isName(String volume) {
    return NAME.matcher(volume).matches();
  }

  private static Set<String> named(Json container) {
    Set<String> named = new HashSet<>();
    AskedMounts.of(container).stream()
        .filter(mount -> !isAnonymous(mount))
        .forEach(mount -> named.add(path(mount.at("Target").text())));
    container.at("HostConfig", "Binds").texts().stream()
        .map(bind -> bind.split(":", 3))
        .filter(bind -> bind.length > 1)
        .forEach(bind -> named.add(path(bind[1])));
    return named;
  }

  /** Whether a mount that is asked for is a volume without a source. */
  public static boolean isAnonymous(Json mount) {
    return mount.at("Type").text().equals("volume") && mount.at("Source").text().isEmpty();
  }

  /** A path without a slash at its end, which means nothing. */
  public static String path(String text) {
    return text.length() > 1 && text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }
}
