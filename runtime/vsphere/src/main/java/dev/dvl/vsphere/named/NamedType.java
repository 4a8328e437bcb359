package dev.dvl.vsphere.named;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.live.Stamp;
import dev.dvl.vsphere.catalog.InventoryNames;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Reading;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.need.Privilege;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Selection;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.Watch;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** What differs between the kinds of named objects. */
public interface NamedType {
  /** The name of the kind: {@code port_group}. */
  String kind();

  List<Selection> selections();

  /**
   * All objects of the kind that may have one of the keys, in a number of calls that does not
   * depend on how many there are.
   */
  List<NamedObject> seen(Site site, InventoryNames names, Collection<String> keys)
      throws VSphereException, NameProblem, InterruptedException;

  /** The key of a wanted object; empty where it is not known yet. */
  Optional<String> key(Map<String, Value> want, InventoryNames names) throws NameProblem;

  List<Finding> findings(Instance wanted, Reading reading);

  default Map<String, Value> resolved(Instance wanted, Reading reading) {
    return Map.of();
  }

  default SortedMap<String, Value> canonical(SortedMap<String, Value> wanted) {
    return wanted;
  }

  /** What a wanted object is called in a sentence: its name, or its path. */
  String called(Map<String, Value> want);

  /** What calls on one object exclude each other by. */
  String lock(Map<String, Value> want);

  /** The privilege by which its objects are put. */
  Privilege right();

  /** The object in or on which a wanted one is put, and the privilege is needed. */
  Ref place(InventoryNames names, Map<String, Value> want) throws NameProblem;

  /** Makes the object, or makes what is there like it. */
  void put(Site site, Optional<NamedObject> there, Map<String, Value> want, Watch watch)
      throws VSphereException, NameProblem, InterruptedException;

  void remove(Site site, NamedObject there, Watch watch)
      throws VSphereException, NameProblem, InterruptedException;

  /** What the ledger is to remember as the object's name: more than the name, if need be. */
  default String remembered(NamedObject seen, Optional<Stamp> birth) {
    return seen.ref().name();
  }

  /** Fingerprints in a name that was remembered, as far as they hold for what is there. */
  default Map<String, String> prints(NamedObject seen, String remembered) {
    return Map.of();
  }
}
