package dev.dvl.engine.apply;

import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.host.Connections;
import dev.dvl.engine.host.LiveSources;
import dev.dvl.engine.ledger.Ledger;
import dev.dvl.engine.ledger.Recorded;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.Query;
import dev.dvl.engine.provider.Reader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Strikes out of the ledger what is no longer there although no op of this stack is known to have
 * removed it: somebody else did, or the run that did was cut off. Otherwise a host would never
 * count as empty.
 */
public final class Vanished {
  private final RecordedSources made;
  private final Stack stack;
  private final Connections connections;
  private final Ledger ledger;
  private final Set<Address> machines = new HashSet<>();

  private Vanished(RecordedSources made, Stack stack, Connections connections, Ledger ledger) {
    this.made = made;
    this.stack = stack;
    this.connections = connections;
    this.ledger = ledger;
  }

  /**
   * Looks for the objects of resources that nobody wants, and for no others: mostly there are none.
   * A host that cannot be read is left for the next time.
   *
   * @param wanted resources that are to have an object
   */
  public static void strike(
      Stack stack, Program program, Set<Address> wanted, Connections connections, Ledger ledger)
      throws IOException {
    Recorded recorded = ledger.recorded();
    RecordedSources made = new RecordedSources(stack, program, connections, recorded);
    Vanished look = new Vanished(made, stack, connections, ledger);
    for (HostInstance host : program.hosts()) {
      Map<Address, Ref> doubtful = new TreeMap<>(recorded.facts().adopted());
      doubtful.putAll(recorded.facts().made());
      doubtful.keySet().removeAll(wanted);
      doubtful.keySet().removeIf(it -> !host.address().equals(recorded.facts().hosts().get(it)));
      look.strike(host, doubtful);
    }
    look.strikeWithMachines(program, wanted);
  }

  /** What stood on a machine that is no longer there is not there either. */
  private void strikeWithMachines(Program program, Set<Address> wanted) throws IOException {
    Recorded recorded = ledger.recorded();
    program.hosts().stream()
        .flatMap(host -> host.by().stream())
        .filter(machine -> recorded.facts().object(machine).isEmpty())
        .forEach(machines::add);
    for (Map.Entry<Address, Address> entry : new TreeMap<>(recorded.facts().hosts()).entrySet()) {
      if (machines.contains(entry.getValue()) && !wanted.contains(entry.getKey())) {
        ledger.gone(entry.getKey());
      }
    }
  }

  private void strike(HostInstance host, Map<Address, Ref> doubtful) throws IOException {
    if (doubtful.isEmpty()) {
      return;
    }
    GuardCheck there;
    try {
      Optional<LiveSources> sources = made.of(host);
      if (sources.isEmpty()) {
        return;
      }
      Reader reader = connections.reader(host, sources.get());
      there =
          new GuardCheck(
              reader.read(query(doubtful), connections.surroundings().cancel()).objects());
    } catch (HostProblem unreadable) {
      return;
    }
    for (Map.Entry<Address, Ref> entry : doubtful.entrySet()) {
      if (there.object(entry.getValue().kind(), entry.getValue().id()).isEmpty()) {
        ledger.gone(entry.getKey());
        machines.add(entry.getKey());
      }
    }
  }

  private Query query(Map<Address, Ref> doubtful) {
    List<Query.Claim> claims = new ArrayList<>();
    doubtful.forEach(
        (address, ref) -> {
          claims.add(new Query.Claim(address, ref.kind(), ref.id()));
          claims.add(new Query.Claim(address, ref.kind(), ref.name()));
        });
    return new Query(stack, claims, List.of(), Query.Scope.OURS);
  }
}
