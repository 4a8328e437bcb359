package dev.dvl.engine.plan.identity;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.engine.plan.reading.HostReading;
import dev.dvl.engine.plan.reading.SeenHosts;
import dev.dvl.engine.plan.reading.Selected;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Reads the hosts of the program and finds the object of each resource, once for each layer of
 * hosts; what is said of all objects together is said once.
 */
public final class Identification {
  private Identification() {}

  /**
   * The same whatever the layers are: a host is read and its objects are found without a look at
   * others.
   *
   * @param layers every host of the program once, each after what it needs to be connected to
   */
  public static Outcome<Ownership> of(Selected selected, List<List<HostInstance>> layers) {
    Outcome<SeenHosts> seen = new Outcome<>(new SeenHosts(selected, new TreeMap<>()), List.of());
    Outcome<Matched> matched = Matching.of(seen.value());
    for (List<HostInstance> layer : layers) {
      Outcome<SeenHosts> more = HostReading.of(selected, layer);
      seen = seen.and(more, SeenHosts::and);
      matched = matched.and(Matching.of(more.value()), Matched::and);
    }
    return whole(seen, matched);
  }

  private static Outcome<Ownership> whole(Outcome<SeenHosts> seen, Outcome<Matched> found) {
    Matched matched = found.value();
    List<Diagnostic> refused = new ArrayList<>(new Adoptions(matched).refused());
    refused.addAll(new Strangers(matched).refused());
    return seen.then(LeftHosts::of)
        .and(found, (left, all) -> new Ownership(all, left, new SpareLines(all).notes()))
        .with(refused);
  }
}
