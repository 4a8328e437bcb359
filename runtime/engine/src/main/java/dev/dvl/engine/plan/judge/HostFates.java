package dev.dvl.engine.plan.judge;

import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.schema.Impact;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.plan.identity.Matched;
import dev.dvl.engine.provider.HostView;
import java.util.Optional;

/** What becomes of hosts that resources of the program make, such as engines in machines. */
public record HostFates(Fates fates) {

  /** What makes a host, or is read by its block, and is made in this plan. */
  public Optional<Address> madeWith(HostInstance host) {
    return host.sources().stream().filter(source -> fates.of(source) == Fate.MADE).findFirst();
  }

  /** Whether an address is that of a host which is made in this plan. */
  boolean isMade(Address host) {
    return fates
        .matched()
        .request()
        .program()
        .host(host)
        .filter(it -> madeWith(it).isPresent())
        .isPresent();
  }

  /** The machine of a host that stops in this plan, and comes back. */
  public Optional<Address> stopsWith(HostInstance host) {
    return host.by().filter(this::stops);
  }

  /** Whether nobody can tell before apply that a host is as it was when it was read. */
  public boolean mustBecomeReady(HostInstance host) {
    return madeWith(host).isPresent() || host.sources().stream().anyMatch(this::stops);
  }

  private boolean stops(Address resource) {
    Impact impact = fates.outlook(resource).impact();
    return fates.of(resource) == Fate.CHANGES
        && (impact == Impact.RESTART || impact == Impact.POWER_OFF);
  }

  /** What changes on a host are planned with: a host of a new machine has nothing on it. */
  public HostView view(HostInstance host) {
    Matched matched = fates.matched();
    HostView seen = matched.seen().views().get(host.address());
    if (seen == null) {
      throw new IllegalStateException("`" + host.address() + "` was not read");
    }
    return madeWith(host).isPresent() ? matched.seen().anew(host) : seen;
  }
}
