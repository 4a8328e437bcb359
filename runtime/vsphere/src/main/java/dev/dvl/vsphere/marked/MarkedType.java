package dev.dvl.vsphere.marked;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Finding;
import dev.dvl.vsphere.catalog.Entry;
import dev.dvl.vsphere.catalog.InventoryNames;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Reading;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.need.Privilege;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Selection;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.Watch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** What differs between the kinds of marked objects. */
public interface MarkedType {
  /** The name of the kind: {@code folder}. */
  String kind();

  /** The type on the server: {@code Folder}. */
  String type();

  /** The type under which the server puts tags on its objects. */
  default String taggedAs() {
    return type();
  }

  /** The types of the server's events that tell of changes of its objects. */
  List<String> events();

  /** By which privileges its objects are made, changed and removed. */
  Rights rights();

  /**
   * The privileges that calls need.
   *
   * @param create on what {@link #place} tells
   * @param update on the object; empty where it depends on what changes
   * @param remove on the object
   */
  record Rights(Privilege create, Optional<Privilege> update, Privilege remove) {}

  /** Properties that are read, besides name, parent and mark. */
  List<String> paths();

  /** What else is read. */
  default List<Selection> more() {
    return List.of();
  }

  /**
   * Whether an object of the server's type is one of this kind, in the part that the host names.
   */
  boolean covers(InventoryNames names, Entry entry) throws NameProblem;

  /** How a program would write the object down: its name, or its path below a known place. */
  String written(InventoryNames names, Entry entry) throws NameProblem;

  /** Its attributes, but for the name. */
  Map<String, Value> values(InventoryNames names, Entry entry) throws NameProblem;

  /** What the server does where a program says nothing, beside the defaults in the schema. */
  default Map<String, Value> defaults() {
    return Map.of();
  }

  /** Wanted values as the server shows them. */
  default SortedMap<String, Value> canonical(SortedMap<String, Value> wanted) {
    return wanted;
  }

  /** What the object tells, but for its id. */
  Map<String, Value> outputs(InventoryNames names, Entry entry) throws NameProblem;

  /** What a wanted object is called, where there can be only one. */
  Optional<String> called(Instance wanted, Reading reading) throws NameProblem;

  /** What is wrong with the names that a resource says. */
  List<Finding> findings(Instance wanted, Reading reading);

  /** The object in or on which a wanted one is made. */
  Ref place(InventoryNames names, Map<String, Value> want) throws NameProblem;

  /** Makes the object under a name in the making. */
  Ref create(Site site, String making, Value.ObjectOf want, Watch watch)
      throws VSphereException, NameProblem, InterruptedException;

  /**
   * Makes everything but the name as it is wanted.
   *
   * @param whole whether what is not said gets its default; otherwise it stays as it is
   */
  void update(Site site, Entry object, Value.ObjectOf want, boolean whole, Watch watch)
      throws VSphereException, NameProblem, InterruptedException;

  default void rename(Site site, Entry object, String name, Watch watch)
      throws VSphereException, InterruptedException {
    site.session().objects().rename(object.ref(), name, watch);
  }

  /**
   * Why an object must stay although it is to go: one sentence each, nothing where it may go.
   *
   * @param entry the object with {@link #paths}
   */
  List<String> keeping(Site site, Entry entry) throws VSphereException;
}
