package dev.dvl.docker.container.write;

import dev.dvl.docker.container.facet.AnonymousVolumes;
import dev.dvl.docker.container.facet.AskedMounts;
import dev.dvl.docker.wire.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a new container takes volumes over that nobody named. Where it may have all mounts of the old
 * one it names that in {@code VolumesFrom}: then they stay nameless, and go with the last container
 * that has them. Else they are mounted by the names that the engine made up; dvl removes them then.
 * (The engine hands no mounts on from a container that has memory among them, nor single ones.)
 *
 * @param old the inspection of the old container
 * @param carried its volumes that are taken over, by their paths
 * @param asked what the new one is to have
 * @param image the paths at which its image asks for volumes
 */
record Inheritance(Json old, Map<String, Json> carried, List<Json> asked, Set<String> image) {

  /**
   * What there is to take over.
   *
   * @param body the request for the new container, as it would be without
   * @param without paths of volumes that are not taken over
   */
  static Inheritance of(Json old, Json image, Json body, List<String> without) {
    List<Json> asked = body.at("HostConfig", "Mounts").elements();
    Map<String, Json> carried = new HashMap<>(AnonymousVolumes.of(old));
    carried.keySet().removeAll(without);
    carried.keySet().removeAll(paths(body.at("HostConfig", "Tmpfs")));
    asked.stream()
        .filter(mount -> !AnonymousVolumes.isAnonymous(mount))
        .forEach(mount -> carried.remove(target(mount)));
    return new Inheritance(old, carried, asked, paths(image.at("Config", "Volumes")));
  }

  private static Set<String> paths(Json byPath) {
    return byPath.fields().keySet().stream()
        .map(AnonymousVolumes::path)
        .collect(Collectors.toSet());
  }

  boolean isEmpty() {
    return carried.isEmpty();
  }

  /** Whether the engine finds the volumes by the old container, and not by their names. */
  boolean isNameless() {
    return hasOnlyWhatMayCome()
        && old.at("HostConfig", "Mounts").elements().stream().noneMatch(this::isByName);
  }

  /** What was taken over by its name once stays so. */
  private boolean isByName(Json mount) {
    return carried.containsKey(target(mount)) && !mount.at("Source").text().isEmpty();
  }

  /** The body of the request for the new container. */
  Json onto(Json body, Map<String, String> stamp) {
    Map<String, Json> host = new LinkedHashMap<>(body.at("HostConfig").fields());
    List<Json> mounts = new ArrayList<>();
    asked.stream().filter(mount -> !carried.containsKey(target(mount))).forEach(mounts::add);
    if (isNameless()) {
      host.put("VolumesFrom", Json.texts(List.of(old.at("Id").text())));
      hidden().forEach(path -> mounts.add(volume(path, Map.of())));
    } else {
      carried.forEach((path, point) -> mounts.add(named(path, point)));
    }
    host.put("Mounts", new Json.Arr(mounts));
    Map<String, Json> fields = new LinkedHashMap<>(body.fields());
    fields.put("HostConfig", new Json.Obj(host));
    Map<String, String> labels = new LinkedHashMap<>(body.at("Labels").textFields());
    labels.putAll(AskedMounts.label(stamp, new Json.Arr(asked)));
    fields.put("Labels", Json.texts(labels));
    return new Json.Obj(fields);
  }

  /** Whether each other mount of the old container has another one in its place. */
  private boolean hasOnlyWhatMayCome() {
    Set<String> replaced = new HashSet<>(image);
    asked.forEach(mount -> replaced.add(target(mount)));
    return old.at("Mounts").elements().stream()
        .allMatch(
            point -> {
              String path = AnonymousVolumes.path(point.at("Destination").text());
              String type = point.at("Type").text();
              return carried.containsKey(path)
                  || (replaced.contains(path) && (type.equals("volume") || type.equals("bind")));
            });
  }

  /** Paths where the image asks for a volume, and the old container's is not to come. */
  private Set<String> hidden() {
    Set<String> hidden = new HashSet<>(AnonymousVolumes.of(old).keySet());
    hidden.removeAll(carried.keySet());
    asked.forEach(mount -> hidden.remove(target(mount)));
    return hidden;
  }

  private static Json named(String path, Json point) {
    return volume(
        path,
        Map.of(
            "Source",
            point.at("Name"),
            "VolumeOptions",
            new Json.Obj(Map.of("NoCopy", Json.of(true)))));
  }

  private static Json volume(String path, Map<String, Json> settings) {
    Map<String, Json> fields = new LinkedHashMap<>(settings);
    fields.put("Type", Json.of("volume"));
    fields.put("Target", Json.of(path));
    return new Json.Obj(fields);
  }

  private static String target(Json mount) {
    return AnonymousVolumes.path(mount.at("Target").text());
  }
}
