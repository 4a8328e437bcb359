package dev.dvl.vsphere;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.provider.Cancel;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.HostSpec;
import dev.dvl.engine.provider.HostView;
import dev.dvl.engine.provider.Planned;
import dev.dvl.engine.provider.Provider;
import dev.dvl.engine.provider.Reader;
import dev.dvl.engine.provider.Secrets;
import dev.dvl.vsphere.connect.Connecting;
import dev.dvl.vsphere.file.DatastoreFile;
import dev.dvl.vsphere.folder.FolderType;
import dev.dvl.vsphere.marked.MarkedKind;
import dev.dvl.vsphere.named.NamedKind;
import dev.dvl.vsphere.network.DistributedPortGroup;
import dev.dvl.vsphere.network.DistributedSwitch;
import dev.dvl.vsphere.network.HostPortGroup;
import dev.dvl.vsphere.pool.PoolType;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.kind.VSphereKind;
import dev.dvl.vsphere.machine.SnapshotKind;
import dev.dvl.vsphere.machine.TemplateKind;
import dev.dvl.vsphere.machine.VmKind;
import dev.dvl.vsphere.read.VSphereReader;
import dev.dvl.vsphere.rule.AffinityRule;
import dev.dvl.vsphere.session.VSphereConnector;
import dev.dvl.vsphere.wire.SoapConnector;
import dev.dvl.vsphere.write.VSphereWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** vCenter servers and ESXi hosts: host kind {@code vsphere}, and the kinds on it. */
public final class VSphereProvider implements Provider {
  private static final List<VSphereKind> KINDS = List.of(
          new MarkedKind(new FolderType()),
          new MarkedKind(new PoolType()),
          new MarkedKind(new DistributedSwitch()),
          new MarkedKind(new DistributedPortGroup()),
          new NamedKind(new HostPortGroup()),
          new NamedKind(new AffinityRule()),
          new NamedKind(new DatastoreFile()),
          new VmKind(),
          new TemplateKind(),
          new SnapshotKind());
  private static final Map<String, VSphereKind> BY_NAME =
      KINDS.stream().collect(Collectors.toUnmodifiableMap(VSphereKind::name, Function.identity()));
  private static final Planned NOTHING = new Planned(List.of(), List.of(), Set.of());

  private final VSphereConnector connector;

  /** For {@link java.util.ServiceLoader}. */
  public VSphereProvider() {
    this(new SoapConnector());
  }

  public VSphereProvider(VSphereConnector connector) {
    this.connector = connector;
  }

  @Override
  public String id() {
    return "vsphere";
  }

  @Override
  public Set<String> hostKinds() {
    return Set.of("vsphere");
  }

  @Override
  public SortedMap<String, Value> canonical(String kind, SortedMap<String, Value> wanted) {
    return kind(kind).canonical(wanted);
  }

  @Override
  public Planned plan(Change change, HostView host) {
    return acts(change.action()) ? kind(change.kind().name()).plan(change, host) : NOTHING;
  }

  @Override
  public Reader connect(HostSpec spec, Secrets secrets, Cancel cancel) throws HostProblem {
    Site site = new Connecting(connector, spec).open();
    return new VSphereReader(site, KINDS, () -> new VSphereWriter(site, KINDS));
  }

  private static VSphereKind kind(String name) {
    VSphereKind found = BY_NAME.get(name);
    if (found == null) {
      throw new IllegalArgumentException("not a kind of vSphere: " + name);
    }
    return found;
  }

  private static boolean acts(Action action) {
    return switch (action) {
      case CREATE, UPDATE, REPLACE, REPLACE_START_FIRST, DESTROY, CONDITIONAL -> true;
      case ADOPT, MOVE, FORGET, UNDECIDED -> false;
    };
  }
}
