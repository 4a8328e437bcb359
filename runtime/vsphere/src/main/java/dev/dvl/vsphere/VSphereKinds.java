package dev.dvl.vsphere;

import dev.dvl.vsphere.file.DatastoreFile;
import dev.dvl.vsphere.folder.FolderType;
import dev.dvl.vsphere.kind.VSphereKind;
import dev.dvl.vsphere.machine.SnapshotKind;
import dev.dvl.vsphere.machine.TemplateKind;
import dev.dvl.vsphere.machine.VmKind;
import dev.dvl.vsphere.marked.MarkedKind;
import dev.dvl.vsphere.named.NamedKind;
import dev.dvl.vsphere.network.DistributedPortGroup;
import dev.dvl.vsphere.network.DistributedSwitch;
import dev.dvl.vsphere.network.HostPortGroup;
import dev.dvl.vsphere.pool.PoolType;
import dev.dvl.vsphere.rule.AffinityRule;
import dev.dvl.vsphere.session.Selection;
import dev.dvl.vsphere.tag.LabelKind;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All kinds that stand on a vSphere server; loaded with the first program that has one. */
final class VSphereKinds {
  static final List<VSphereKind> ALL =
      List.of(
          new MarkedKind(new FolderType()),
          new MarkedKind(new PoolType()),
          new MarkedKind(new DistributedSwitch()),
          new MarkedKind(new DistributedPortGroup()),
          new NamedKind(new HostPortGroup()),
          new NamedKind(new AffinityRule()),
          new NamedKind(new DatastoreFile()),
          new VmKind(),
          new TemplateKind(),
          new SnapshotKind(),
          LabelKind.category(),
          LabelKind.tag());
  private static final Map<String, VSphereKind> BY_NAME =
      ALL.stream().collect(Collectors.toUnmodifiableMap(VSphereKind::name, Function.identity()));

  /** What one bulk read brings for all of them. */
  static final List<Selection> SELECTIONS =
      ALL.stream().flatMap(it -> it.selections().stream()).toList();

  private VSphereKinds() {}

  /** The kind of a name, which stands on a vSphere server. */
  static VSphereKind of(String name) {
    VSphereKind found = BY_NAME.get(name);
    if (found == null) {
      throw new IllegalArgumentException("no kind of vSphere: " + name);
    }
    return found;
  }
}
