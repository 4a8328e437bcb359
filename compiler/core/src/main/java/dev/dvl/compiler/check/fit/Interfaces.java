package dev.dvl.compiler.check.fit;

import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.schema.Kinds;
import java.util.Set;
import java.util.TreeSet;

/** What kinds offer to others as a place. */
public final class Interfaces {
  private Interfaces() {}

  /** Whether instances of a kind may stand where {@code wanted} is asked for. */
  public static boolean offers(Kinds kinds, String kind, String wanted) {
    return kind.equals(wanted)
        || kinds.find(kind).stream()
            .flatMap(schema -> schema.provides().stream())
            .anyMatch(offer -> offer.name().equals(wanted));
  }

  /** All that any kind offers or asks for. */
  public static Set<String> all(Kinds kinds) {
    Set<String> names = new TreeSet<>();
    for (KindSchema kind : kinds.byName().values()) {
      kind.placedOn().filter(name -> kinds.find(name).isEmpty()).ifPresent(names::add);
      kind.provides().stream().map(KindSchema.Provides::name).forEach(names::add);
    }
    return names;
  }
}
