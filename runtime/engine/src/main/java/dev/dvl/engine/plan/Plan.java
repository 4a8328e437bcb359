package dev.dvl.engine.plan;

import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.local.PlannedContext;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is to be done, exactly: changes for people to read, and the graph of ops that apply runs.
 *
 * <p>Holds no secret: where one is used, its name stands. A plan that was saved and read back is
 * equal to the one that was made.
 *
 * @param version of dvl that made it
 * @param parameters values the program was unfolded with
 * @param secrets names of the secrets that ops use, with fingerprints
 * @param files paths that the program read or that are copied into objects, with SHA-256
 * @param contexts of images that are built
 * @param objects what the resources of the program are on their platforms now, for references
 * @param guarded resources of the program that are protected
 * @param triggers fingerprints of what {@code replace_when} says of resources whose objects carry
 *     no record: what the ledger is to keep
 * @param unchanged how many resources are as the program wants them
 * @param held what hosts have twice while it is carried out
 * @param checks conditions of the program that hang on what only this apply makes known
 * @param outputs of the program; deferred where an op makes them known, or where they are secret
 * @param notes full sentences about the world that call for no change
 */
public record Plan(
    String version,
    String module,
    Stack stack,
    SortedMap<String, Value> parameters,
    SortedMap<String, String> secrets,
    SortedMap<String, String> files,
    List<PlannedContext> contexts,
    List<HostInstance> hosts,
    SortedMap<Address, Ref> objects,
    SortedSet<Address> guarded,
    SortedMap<Address, String> triggers,
    List<PlannedChange> changes,
    List<Op> ops,
    int unchanged,
    List<HeldTwice> held,
    List<PlannedCheck> checks,
    List<PlannedOutput> outputs,
    List<String> notes) {

  public Plan {
    parameters = sorted(parameters);
    secrets = sorted(secrets);
    files = sorted(files);
    objects = sorted(objects);
    guarded = Collections.unmodifiableSortedSet(new TreeSet<>(guarded));
    triggers = sorted(triggers);
    contexts = List.copyOf(contexts);
    hosts = List.copyOf(hosts);
    changes = List.copyOf(changes);
    ops = List.copyOf(ops);
    held = List.copyOf(held);
    checks = List.copyOf(checks);
    outputs = List.copyOf(outputs);
    notes = List.copyOf(notes);
  }

  /** Whether there is nothing to do. */
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /** An output of the program. */
  public record PlannedOutput(String name, Value value, boolean secret) {}

  /**
   * A condition that is to hold once what it reads is known.
   *
   * @param title what it is: {@code the check `spread`}
   * @param message what to say where it does not hold, if that can be said
   */
  public record PlannedCheck(String title, Value condition, Value message) {}

  private static <K, V> SortedMap<K, V> sorted(Map<K, V> map) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }
}
