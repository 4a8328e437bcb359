package dev.dvl.engine.plan.order;

import dev.dvl.compiler.schema.Attribute;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.change.Takeover;
import dev.dvl.engine.diff.LiveDigest;
import dev.dvl.engine.live.Live;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Says what must still be so when a change starts: that its name is free, or that the object is as
 * it was compared. A destruction relies on no value, only on the object being there and ours.
 */
final class Guards {
  private Guards() {}

  /**
   * The guard of a change.
   *
   * @param relied attributes that the calls rely on besides those compared
   * @param name what the resource is called on its platform
   * @param shifting what the plan itself makes look otherwise, so that nothing can be relied on
   */
  static Optional<Op.Guard> of(
      Change change, Set<String> relied, Optional<String> name, ShiftingLooks shifting) {
    if (change.before().isPresent()) {
      Live live = change.before().get();
      List<String> attributes = new ArrayList<>(attributes(change, relied, shifting));
      return Optional.of(
          new Op.Guard.Unchanged(
              live.ref().kind(), live.ref().id(), attributes, LiveDigest.of(live, attributes)));
    }
    return name.map(it -> new Op.Guard.Free(change.kind().name(), it));
  }

  private static SortedSet<String> attributes(
      Change change, Set<String> relied, ShiftingLooks shifting) {
    SortedSet<String> names = new TreeSet<>(relied);
    if (change.after().isPresent()) {
      for (Attribute attribute : change.kind().attributes()) {
        if (compares(attribute, change)) {
          names.add(attribute.name());
        }
      }
      change.kind().blocks().stream()
          .filter(block -> !(block.labelled() && isStrangers(change)))
          .forEach(block -> names.add(block.name()));
      names.removeIf(name -> shifting.touches(change.after().get().value(name)));
    }
    names.removeIf(name -> !change.before().orElseThrow().readable().containsKey(name));
    return names;
  }

  /** The labels of its parts are the program's, and not on the object before it is adopted. */
  private static boolean isStrangers(Change change) {
    return change.taken().filter(Takeover.Adopted.class::isInstance).isPresent();
  }

  private static boolean compares(Attribute attribute, Change change) {
    boolean set = !change.after().orElseThrow().value(attribute.name()).isNull();
    boolean unmanaged = attribute.unset() instanceof Attribute.Default.Unmanaged;
    return attribute.readback() == Attribute.Readback.VALUE && (set || !unmanaged);
  }
}
