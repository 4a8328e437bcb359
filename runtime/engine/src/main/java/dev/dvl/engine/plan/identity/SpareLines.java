package dev.dvl.engine.plan.identity;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Path;
import dev.dvl.engine.change.Takeover;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Stamp;
import dev.dvl.engine.plan.reading.SeenHosts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Says which lines on identity this stack no longer needs: other stacks of the program may. */
record SpareLines(Matched matched) {

  List<String> notes() {
    SeenHosts seen = matched.seen();
    boolean whole = seen.readable().size() == seen.views().size();
    if (!whole || matched.request().options().destroy()) {
      return List.of();
    }
    return Stream.concat(moves(), adoptions())
        .map(line -> "This stack no longer needs the line `" + line + "`.")
        .toList();
  }

  private Stream<String> moves() {
    Set<Program.Move> needed = needed();
    return matched.selected().program().moves().stream()
        .filter(move -> matched.own().keySet().stream().anyMatch(move.to()::matches))
        .filter(move -> !needed.contains(move))
        .map(move -> "moved " + move.from() + " -> " + move.to());
  }

  private Stream<String> adoptions() {
    return matched.selected().program().adoptions().stream()
        .map(Program.Adoption::address)
        .filter(it -> matched.object(it).flatMap(Live::stamp).isPresent())
        .filter(it -> !(matched.taken().get(it) instanceof Takeover.Adopted))
        .filter(it -> !isNamedByLine(it))
        .map(it -> "adopt " + it);
  }

  /** Whether an object that replaced the adopted one has its name, and would lose it. */
  private boolean isNamedByLine(Address address) {
    boolean adopted =
        matched.object(address).flatMap(Live::stamp).filter(Stamp::adopted).isPresent();
    return !adopted
        && matched
            .selected()
            .instance(address)
            .filter(it -> !isNamed(it, matched.selected().kind(it)))
            .isPresent();
  }

  /** Whether the program writes the name of a resource. */
  private static boolean isNamed(Instance instance, KindSchema kind) {
    return kind.attributes().stream()
        .filter(it -> it.unset() instanceof Attribute.Default.Made)
        .allMatch(it -> instance.origins().containsKey(Path.of(it.name())));
  }

  /** The moves between the address that some object or the ledger still says, and the program's. */
  private Set<Program.Move> needed() {
    Set<Address> old = new HashSet<>(matched.born().values());
    old.addAll(matched.request().facts().made().keySet());
    old.addAll(matched.request().facts().adopted().keySet());
    Set<Program.Move> needed = new HashSet<>();
    old.forEach(address -> needed.addAll(matched.selected().program().way(address)));
    return needed;
  }
}
