package dev.dvl.vsphere.marked;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.Wanted;
import dev.dvl.vsphere.catalog.Entry;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.Watch;
import java.util.List;
import java.util.Map;

/** What differs between the kinds of marked objects. */
public interface MarkedType {
  /** The name of the kind: {@code folder}. */
  String kind();

  /** The type on the server: {@code Folder}. */
  String type();

  /** Properties that {@link #outputs} and reading need, besides name, parent and mark. */
  List<String> paths();

  /** Makes the object under a name in the making. */
  Ref create(Site site, String making, Wanted want, Watch watch)
      throws VSphereException, NameProblem, InterruptedException;

  /** Makes everything but the name as it is wanted. */
  void update(Site site, Entry object, Wanted want, Watch watch)
      throws VSphereException, NameProblem, InterruptedException;

  /**
   * Why an object must stay although it is to go: one sentence each, nothing where it may go.
   *
   * @param entry the object with {@link #paths}
   */
  List<String> keeping(Site site, Entry entry) throws VSphereException;

  /** How a program would write the object down: its name, or its path below a known place. */
  String written(Site site, Entry entry) throws VSphereException, NameProblem;

  /** What the object tells. */
  Map<String, Value> outputs(Site site, Entry entry) throws VSphereException, NameProblem;
}
