package dev.dvl.engine.plan.reading;

import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.value.Address;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The hosts of a program in layers: first those that stand by themselves, then those that are made
 * by resources on them or read such, and so on.
 */
public final class HostLayers {
  private final Selected selected;
  private final Map<Address, Integer> depths = new HashMap<>();

  private HostLayers(Selected selected) {
    this.selected = selected;
  }

  /**
   * Every host that the plan has to look at, once. A machine that could be a host to others is one
   * only where something stands on it, or is known to.
   */
  public static List<List<HostInstance>> of(Selected selected) {
    HostLayers layers = new HostLayers(selected);
    Set<Address> used = used(selected);
    Map<Integer, List<HostInstance>> found = new TreeMap<>();
    for (HostInstance host : selected.program().hosts()) {
      if (host.by().isEmpty() || used.contains(host.address())) {
        found.computeIfAbsent(layers.depth(host), ignored -> new ArrayList<>()).add(host);
      }
    }
    return List.copyOf(found.values());
  }

  private static Set<Address> used(Selected selected) {
    Set<Address> used = new HashSet<>(selected.request().facts().hosts().values());
    selected.hosts().values().forEach(host -> used.add(host.address()));
    return used;
  }

  private int depth(HostInstance host) {
    Integer known = depths.putIfAbsent(host.address(), 0);
    if (known != null) {
      return known;
    }
    int depth = 0;
    for (Address source : host.sources()) {
      HostInstance below = selected.hosts().get(source);
      if (below != null) {
        depth = Math.max(depth, 1 + depth(below));
      }
    }
    depths.put(host.address(), depth);
    return depth;
  }
}
