package dev.dvl.vsphere.stamp;

import dev.dvl.engine.live.Live.Standing;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.live.Stamp;
import dev.dvl.vsphere.catalog.Entry;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.VSphereSession;
import java.util.List;
import java.util.Optional;

/**
 * Reads the marks of objects.
 *
 * @param key the number of the custom attribute on this vCenter; empty where nobody has defined it
 */
public record Marks(Optional<Integer> key) {
  /** The property that a bulk read must bring. */
  public static final String PROPERTY = "customValue";

  /** The number of the custom attribute, which is defined where nobody has. */
  public static int defined(VSphereSession session) throws VSphereException {
    return session.objects().definedField(Mark.FIELD, "");
  }

  /** The mark of an object, whoever it was written for. */
  public Optional<Mark> of(Entry entry) {
    return key.flatMap(number -> value(entry, number)).flatMap(Mark::read);
  }

  public Optional<Stamp> stamp(Entry entry) {
    return of(entry).map(Mark::stamp);
  }

  /** Whose an object is. */
  public Standing standing(Entry entry, Stack stack) {
    if (MakingName.isOurs(entry.name(), stack)) {
      return Standing.UNFINISHED;
    }
    if (entry.found().missing().containsKey(PROPERTY)) {
      return Standing.UNKNOWN;
    }
    Optional<Mark> mark = of(entry);
    return Standings.of(stack, mark.map(Mark::stamp), mark.map(Mark::bearer), entry.ref().id());
  }

  private static Optional<String> value(Entry entry, int number) {
    List<Tree> values = entry.get(PROPERTY).map(Tree::children).orElse(List.of());
    return values.stream()
        .filter(it -> it.number("key").filter(key -> key == number).isPresent())
        .flatMap(it -> it.text("value").stream())
        .findFirst();
  }
}
