package dev.dvl.engine.plan.judge;

import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.ValueText;
import dev.dvl.engine.diff.Known;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The outputs of hosts, and those of resources that keep their objects. Notes which of those that
 * were read may come out otherwise, because a planned change is one of those on which the output
 * changes.
 */
final class LiveOutputs implements Known.Outputs {
  private final Fates fates;
  private final SteadyOutputs steady;
  private final SortedSet<String> unsure = new TreeSet<>();

  LiveOutputs(Fates fates) {
    this.fates = fates;
    this.steady = new SteadyOutputs(fates);
  }

  /** What was read and may come out otherwise, as sentences. */
  SortedSet<String> unsure() {
    return unsure;
  }

  @Override
  public Optional<Value> read(Address resource, Path path) {
    return steady
        .told(resource, path)
        .or(() -> ofHost(resource, path))
        .or(() -> steady.nothing(resource, path))
        .or(() -> ofResource(resource, path));
  }

  /** A host that stops in this plan and comes back may be another one then. */
  private Optional<Value> ofHost(Address host, Path path) {
    if (new HostFates(fates).isMade(host)) {
      return Optional.empty();
    }
    Optional<Value> value = fates.matched().seen().told(host, path);
    value.ifPresent(now -> note(host, path, now));
    return value;
  }

  private Optional<Value> ofResource(Address resource, Path path) {
    if (fates.object(resource).isEmpty()) {
      return Optional.empty();
    }
    Optional<Value> value = steady.now(resource, path);
    if (!steady.holds(resource, path) && steady.changesOn(resource, path).isPresent()) {
      value.ifPresent(now -> note(resource, path, now));
    }
    return value;
  }

  private void note(Address resource, Path path, Value now) {
    unsure.add(
        "`"
            + resource
            + "."
            + path
            + "` may change in this apply; now it is "
            + ValueText.of(now)
            + ".");
  }
}
