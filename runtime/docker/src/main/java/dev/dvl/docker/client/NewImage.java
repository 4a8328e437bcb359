package dev.dvl.docker.client;

import dev.dvl.docker.registry.Login;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An image that is to be built.
 *
 * @param dockerfile its path in the context
 * @param args arguments of the build
 * @param target the last stage to build
 * @param shmSize in bytes
 * @param extraHosts each as {@code NAME:ADDRESS}
 * @param logins for the registries of the images that it starts from
 */
public record NewImage(
    String name,
    String dockerfile,
    Map<String, String> labels,
    boolean noCache,
    boolean pullBase,
    Map<String, String> args,
    Optional<String> target,
    Optional<String> networkMode,
    Optional<Long> shmSize,
    Optional<String> platform,
    Set<String> extraHosts,
    Set<String> cacheFrom,
    List<Login> logins) {
  public NewImage {
    labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    args = Collections.unmodifiableMap(new TreeMap<>(args));
    extraHosts = Collections.unmodifiableSet(new TreeSet<>(extraHosts));
    cacheFrom = Collections.unmodifiableSet(new TreeSet<>(cacheFrom));
    logins = List.copyOf(logins);
  }
}
