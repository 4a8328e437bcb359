package dev.dvl.engine.apply;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Op;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Failures that one text tells of: a host that is gone fails every call that is made on it, and
 * each says the same.
 *
 * @param why what to say of one: the first, or the first whose outcome is open
 * @param told that one
 * @param ops all of them, by their place in the plan
 */
record Alike(Diagnostic why, int told, List<Integer> ops) {
  static final String FOUND_OUT = "What became of it is found out by the next apply.";

  /** What two failures have in common that are told as one: all but the change and the call. */
  private record Told(Address host, Code code, List<String> notes) {}

  static List<Alike> of(Map<Integer, Diagnostic> failures, List<Op> ops) {
    Map<Told, Alike> found = new LinkedHashMap<>();
    failures.forEach(
        (index, why) ->
            found.merge(
                told(ops.get(index), why), new Alike(why, index, List.of(index)), Alike::and));
    return List.copyOf(found.values());
  }

  private static Told told(Op op, Diagnostic why) {
    List<String> notes = new ArrayList<>(why.notes());
    notes.replaceAll(note -> note.replace(OpCall.beginning(op), ""));
    notes.remove(FOUND_OUT);
    return new Told(op.host(), why.code(), notes);
  }

  private Alike and(Alike other) {
    List<Integer> all = new ArrayList<>(ops);
    all.addAll(other.ops);
    boolean same = why.notes().size() >= other.why.notes().size();
    return new Alike(same ? why : other.why, same ? told : other.told, all);
  }
}
