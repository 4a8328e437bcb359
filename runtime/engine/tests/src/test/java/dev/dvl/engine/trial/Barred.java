package dev.dvl.engine.trial;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.Before;
import dev.dvl.engine.provider.Cancel;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.HostSpec;
import dev.dvl.engine.provider.HostView;
import dev.dvl.engine.provider.Planned;
import dev.dvl.engine.provider.Provider;
import dev.dvl.engine.provider.Reader;
import dev.dvl.engine.provider.Run;
import dev.dvl.engine.provider.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/**
 * A provider some of whose hosts give no answer for now.
 *
 * @param hosts those
 * @param foreseen sentences on why they cannot be connected to, which may be told beforehand
 * @param waits what was known of hosts that were waited for
 */
record Barred(Provider provider, Set<Address> hosts, List<String> foreseen, List<Before> waits)
    implements Provider {
  static final Code FORESEEN = Code.error("DVL7045", "others can read the SSH key");
  static final Code SILENT = Code.error("DVL7040", "the SSH server does not answer");

  Barred(Provider provider, Set<Address> hosts, String... foreseen) {
    this(provider, hosts, List.of(foreseen), new ArrayList<>());
  }

  @Override
  public String id() {
    return provider.id();
  }

  @Override
  public Set<String> hostKinds() {
    return provider.hostKinds();
  }

  @Override
  public SortedMap<String, Value> canonical(String kind, SortedMap<String, Value> wanted) {
    return provider.canonical(kind, wanted);
  }

  @Override
  public Live beside(SortedMap<String, Value> wanted, Live live) {
    return provider.beside(wanted, live);
  }

  @Override
  public Planned plan(Change change, HostView view) {
    return provider.plan(change, view);
  }

  @Override
  public List<String> left(Live live) {
    return provider.left(live);
  }

  @Override
  public List<HostProblem> foreseen(HostSpec spec) {
    return hosts.contains(spec.address())
        ? foreseen.stream().map(it -> new HostProblem(FORESEEN, it)).toList()
        : List.of();
  }

  @Override
  public Reader connect(HostSpec spec, Secrets secrets, Cancel cancel) throws HostProblem {
    if (hosts.contains(spec.address())) {
      throw HostProblem.passing(SILENT, "It does not answer.");
    }
    return provider.connect(spec, secrets, cancel);
  }

  @Override
  public Reader ready(HostSpec spec, Secrets secrets, Before before, Run run) throws HostProblem {
    waits.add(before);
    return provider.ready(spec, secrets, before, run);
  }
}
