package dev.dvl.vsphere;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.Cancel;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.HostSpec;
import dev.dvl.engine.provider.HostView;
import dev.dvl.engine.provider.Planned;
import dev.dvl.engine.provider.Provider;
import dev.dvl.engine.provider.Reader;
import dev.dvl.engine.provider.Secrets;
import dev.dvl.stdlib.KindName;
import dev.dvl.vsphere.connect.Connecting;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.read.VSphereReader;
import dev.dvl.vsphere.server.ServerConnector;
import dev.dvl.vsphere.session.VSphereConnector;
import dev.dvl.vsphere.write.VSphereWriter;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** vCenter servers and ESXi hosts: host kind {@code vsphere}, and the kinds on it. */
public final class VSphereProvider implements Provider {
  private static final Planned NOTHING = new Planned(List.of(), List.of(), Set.of());

  private final Supplier<VSphereConnector> connector;
  private final LongSupplier nanos;

  /**
   * For {@link java.util.ServiceLoader}, which makes one whether a program has such a host or not.
   */
  public VSphereProvider() {
    this.connector = ServerConnector::new;
    this.nanos = System::nanoTime;
  }

  public VSphereProvider(VSphereConnector connector) {
    this(connector, System::nanoTime);
  }

  /** One that goes by another clock. */
  public VSphereProvider(VSphereConnector connector, LongSupplier nanos) {
    this.connector = () -> connector;
    this.nanos = nanos;
  }

  @Override
  public String id() {
    return "vsphere";
  }

  @Override
  public Set<String> hostKinds() {
    return Set.of(KindName.VSPHERE.word());
  }

  @Override
  public SortedMap<String, Value> canonical(String kind, SortedMap<String, Value> wanted) {
    return VSphereKinds.of(kind).canonical(wanted);
  }

  @Override
  public Planned plan(Change change, HostView host) {
    return acts(change.action())
        ? VSphereKinds.of(change.kind().name()).plan(change, host)
        : NOTHING;
  }

  @Override
  public List<String> left(Live live) {
    return VSphereKinds.of(live.ref().kind()).left(live);
  }

  @Override
  public Reader connect(HostSpec spec, Secrets secrets, Cancel cancel) throws HostProblem {
    Site site = new Connecting(connector.get(), spec, nanos).open(VSphereKinds.SELECTIONS);
    return new VSphereReader(
        site, VSphereKinds.ALL, () -> new VSphereWriter(site, VSphereKinds.ALL));
  }

  private static boolean acts(Action action) {
    return switch (action) {
      case CREATE, UPDATE, REPLACE, REPLACE_START_FIRST, DESTROY, CONDITIONAL -> true;
      case ADOPT, MOVE, FORGET -> true;
      case UNDECIDED -> false;
    };
  }
}
