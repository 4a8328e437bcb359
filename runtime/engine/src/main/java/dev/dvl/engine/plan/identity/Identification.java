package dev.dvl.engine.plan.identity;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.engine.host.LiveSources;
import dev.dvl.engine.plan.reading.HostReading;
import dev.dvl.engine.plan.reading.SeenHosts;
import dev.dvl.engine.plan.reading.Selected;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;

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
    Walked walked = walk(selected, layers, instance -> !selected.request().options().destroy());
    return whole(walked.seen(), walked.matched());
  }

  /**
   * The objects alone. Says what there is to say of hosts, and nothing about the objects.
   *
   * @param layers some hosts, and before each those that it needs to be connected to
   * @param wanted the resources of which all is to be known
   */
  public static Outcome<Matched> found(
      Selected selected, List<List<HostInstance>> layers, Predicate<Instance> wanted) {
    Walked walked = walk(selected, layers, wanted);
    return new Outcome<>(walked.matched().value(), walked.seen().diagnostics());
  }

  private record Walked(Outcome<SeenHosts> seen, Outcome<Matched> matched) {}

  private static Walked walk(
      Selected selected, List<List<HostInstance>> layers, Predicate<Instance> wanted) {
    Outcome<SeenHosts> seen = new Outcome<>(new SeenHosts(selected, new TreeMap<>()), List.of());
    Outcome<Matched> matched = Matching.of(seen.value());
    for (List<HostInstance> layer : layers) {
      LiveSources sources = new LiveSources(matched.value().own());
      Outcome<SeenHosts> more = HostReading.of(layer, seen.value(), sources, wanted);
      seen = seen.and(more, SeenHosts::and);
      matched = matched.and(Matching.of(more.value()), Matched::and);
    }
    return new Walked(
        seen, new Outcome<>(SeenAgain.without(matched.value()), matched.diagnostics()));
  }

  private static Outcome<Ownership> whole(Outcome<SeenHosts> seen, Outcome<Matched> found) {
    Matched matched = found.value();
    List<Diagnostic> refused = new Adoptions(matched).refused();
    return new Outcome<>(matched, seen.diagnostics())
        .then(LeftHosts::of)
        .and(found, (left, all) -> new Ownership(all, left, new SpareLines(all).notes()))
        .with(refused);
  }
}
