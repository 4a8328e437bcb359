package dev.dvl.sandbox;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.live.Stamp;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An object of the sandbox.
 *
 * @param madeBy the id of the op that made it
 * @param birth the id of the change that made it; a stamp that names another was copied
 * @param lastOp the id of the last op that changed it
 * @param committed whether its making came to an end
 * @param running whether it runs, for kinds that do
 * @param values what was set, with secrets as terms; none may rest here
 * @param base the key under which the store keeps what was left out, with its defaults
 * @param print tells whether the secrets among the values are still those that were set
 */
public record SandboxObject(
    Ref ref,
    Optional<Stamp> stamp,
    String madeBy,
    String birth,
    String lastOp,
    boolean committed,
    boolean running,
    SortedMap<String, Value> values,
    String base,
    Optional<String> print,
    SortedMap<String, Value> outputs) {

  public SandboxObject {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    outputs = Collections.unmodifiableSortedMap(new TreeMap<>(outputs));
  }

  /** An object that somebody else made. */
  public static SandboxObject foreign(Ref ref, Map<String, Value> values) {
    return new SandboxObject(
        ref,
        Optional.empty(),
        "",
        "",
        "",
        true,
        true,
        new TreeMap<>(values),
        Store.NO_BASE,
        Optional.empty(),
        new TreeMap<>());
  }

  /** A copy under another id and name, stamp included, as clones and commits are. */
  public SandboxObject copy(String id, String name) {
    return new SandboxObject(
        new Ref(ref.kind(), id, name),
        stamp,
        "",
        "copied",
        "",
        true,
        running,
        values,
        base,
        print,
        outputs);
  }

  /** The same object with one value changed, as if somebody had done it behind dvl's back. */
  public SandboxObject with(String attribute, Value value) {
    SortedMap<String, Value> changed = new TreeMap<>(values);
    changed.put(attribute, value);
    return new SandboxObject(
        ref, stamp, madeBy, birth, lastOp, committed, running, changed, base, print, outputs);
  }

  /** With another birth record, which counts on this object from now on. */
  SandboxObject marked(Stamp other, String op) {
    return new SandboxObject(
        ref,
        Optional.of(other),
        madeBy,
        other.op(),
        op,
        true,
        running,
        values,
        base,
        print,
        outputs);
  }

  /** Without a birth record: nobody's. */
  SandboxObject unmarked(String op) {
    return new SandboxObject(
        ref, Optional.empty(), "", "", op, true, running, values, base, print, outputs);
  }

  SandboxObject renamed(String name) {
    Ref other = new Ref(ref.kind(), ref.id(), name);
    return new SandboxObject(
        other, stamp, madeBy, birth, lastOp, committed, running, values, base, print, outputs);
  }

  SandboxObject changedTo(
      Ref renamed,
      SortedMap<String, Value> set,
      String defaults,
      Optional<String> secrets,
      String op) {
    return new SandboxObject(
        renamed, stamp, madeBy, birth, op, committed, running, set, defaults, secrets, outputs);
  }

  SandboxObject started(boolean runs, boolean commits, Ref named, String op) {
    return new SandboxObject(
        named, stamp, madeBy, birth, op, committed || commits, runs, values, base, print, outputs);
  }
}
