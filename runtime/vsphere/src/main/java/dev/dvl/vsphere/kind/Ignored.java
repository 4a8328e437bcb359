package dev.dvl.vsphere.kind;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.OpProblem.Outcome;
import dev.dvl.vsphere.Codes;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What a server did not change, although it was told to and said that it had. Servers drop what
 * they do not know or like without a word; the next plan would say the same again and again.
 */
public final class Ignored {
  private Ignored() {}

  /** The attributes of {@code changed} that an object shows as before. */
  public static List<String> of(
      Collection<String> changed, Map<String, Value> before, Map<String, Value> after) {
    return changed.stream()
        .filter(it -> before.containsKey(it) && before.get(it).equals(after.get(it)))
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * Fails where there are any.
   *
   * @param what what did not come about: "folder `shop` cannot be changed"
   */
  public static void none(String what, List<String> ignored) throws OpProblem {
    if (!ignored.isEmpty()) {
      throw new OpProblem(
          Codes.IGNORED,
          Character.toUpperCase(what.charAt(0))
              + what.substring(1)
              + ": the server took the call, and left as it was: `"
              + String.join("`, `", ignored)
              + "`.",
          List.of("The next plan shows it again, unless the program no longer wants it."),
          Outcome.DONE_BUT_WRONG);
    }
  }
}
