package dev.dvl.engine.plan.judge;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Live;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Says why nobody can tell yet what becomes of a resource: its object is there and cannot be read,
 * or it hangs on another resource of which nobody can tell.
 */
record Silence(Fates fates) {

  /** Full sentences; none where all is known that it takes to compare the resource. */
  List<String> of(Subject subject) {
    Optional<Live> object = fates.matched().object(subject.address());
    return object
        .flatMap(Live::unreadable)
        .map(why -> own(subject.address(), object.get(), why))
        .orElseGet(() -> needed(subject, object.isPresent()));
  }

  private List<String> own(Address address, Live live, String why) {
    return isCertain(live)
        ? List.of(why)
        : List.of(
            why,
            "It has the name of `"
                + address
                + "`: whether it is its object shows when it is read.");
  }

  /** Whether an object that cannot be read is surely that of the resource. */
  boolean isCertain(Live live) {
    return live.standing() != Live.Standing.UNKNOWN
        || fates.matched().request().facts().known(live.ref()).findAny().isPresent();
  }

  private List<String> needed(Subject subject, boolean isThere) {
    SortedMap<String, Value> open = subject.openValues();
    return subject.instance().edges().stream()
        .filter(edge -> isSilent(edge.to()))
        .filter(edge -> !isThere || isOpen(edge, open))
        .map(edge -> "It needs `" + edge.to() + "`, of which nobody can tell yet.")
        .distinct()
        .toList();
  }

  private boolean isSilent(Address resource) {
    return isUnreadable(resource)
        || (fates.of(resource) == Fate.UNDECIDED
            && fates.matched().selected().instances().containsKey(resource));
  }

  /** Whether the object of a resource is there and cannot be read. */
  boolean isUnreadable(Address resource) {
    return fates.matched().object(resource).flatMap(Live::unreadable).isPresent();
  }

  /** Whether the other resource leaves open what this one is to be. */
  private boolean isOpen(Instance.Edge edge, SortedMap<String, Value> open) {
    return switch (edge) {
      case Instance.Edge.Uses(Address to, var path, var ignored) -> {
        Value value = open.getOrDefault(path.attribute(), Value.Null.NULL);
        boolean unsure = fates.of(to) == Fate.UNDECIDED && References.to(to, value);
        yield unsure || value.anyTerm(leaf -> reads(leaf, to));
      }
      case Instance.Edge.On _, Instance.Edge.After _ -> false;
    };
  }

  private static boolean reads(Term leaf, Address resource) {
    return leaf instanceof Term.Read(Address address, var ignored) && address.equals(resource);
  }
}
