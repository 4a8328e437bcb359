package dev.dvl.vsphere.kind;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.HostView;
import dev.dvl.engine.provider.Planned;
import dev.dvl.vsphere.catalog.Catalog;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.need.NeedList;
import dev.dvl.vsphere.need.PlannedCall;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Selection;
import dev.dvl.vsphere.session.VSphereException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** All that the provider knows of one kind. Has no state. */
public interface VSphereKind {
  /** Its name in programs: {@code folder}. */
  String name();

  /** What the one bulk read brings of it. */
  List<Selection> selections();

  /**
   * Its objects that are ours, and those under claimed names, as the schema sees them. May make a
   * number of further calls that does not depend on how many objects there are.
   */
  List<Live> live(Reading reading) throws VSphereException, NameProblem;

  /** The type of its objects on the server, where they are objects of the inventory. */
  default Optional<String> inventoryType() {
    return Optional.empty();
  }

  /**
   * The type under which the server puts tags on its objects, which may be a special case of the
   * type in the inventory; empty where tags cannot be on them.
   */
  default Optional<String> taggedAs() {
    return Optional.empty();
  }

  /**
   * The types of the server's events that tell of changes of its objects, as the vSphere Web
   * Services API names them; none where the server does not tell.
   */
  default List<String> events() {
    return List.of();
  }

  /**
   * The objects that are to be read to see what its objects with some ids are like now.
   *
   * @param ids ids, and names as well
   */
  default Set<Ref> holding(Set<String> ids, Catalog known) {
    return inventoryType().map(it -> Finds.objects(it, ids, known)).orElse(Set.of());
  }

  /**
   * What a wanted resource is called on the server, in the words of {@code Live.ref().name()}: only
   * one object is called so. Empty where that is not known yet.
   */
  Optional<String> called(Instance wanted, Reading reading) throws NameProblem;

  /**
   * What can be told while planning about what a resource names or needs: nothing where all is
   * well.
   */
  default List<Finding> findings(Instance wanted, Reading reading) throws VSphereException {
    return List.of();
  }

  /** Values that only the outside world tells, for the attributes that are marked resolved. */
  default Map<String, Value> resolved(Instance wanted, Reading reading) throws VSphereException {
    return Map.of();
  }

  /** Wanted values in the form in which a live object shows them; pure. */
  default SortedMap<String, Value> canonical(SortedMap<String, Value> wanted) {
    return wanted;
  }

  /** What is left to do to an object that is as it is wanted: full sentences; pure. */
  default List<String> left(Live live) {
    return List.of();
  }

  /** The calls that carry out a change; pure. */
  Planned plan(Change change, HostView view);

  /**
   * Adds what one of its calls needs of the user, as far as the arguments tell. By itself a call
   * needs nothing that is known.
   */
  default void needs(PlannedCall call, NeedList needs) {}

  /** Its calls by their names in plans: {@code folder.create}. */
  Map<String, Primitive<?>> primitives();
}
