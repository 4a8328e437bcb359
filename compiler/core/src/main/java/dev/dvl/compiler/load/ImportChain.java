package dev.dvl.compiler.load;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Diagnostics;
import dev.dvl.compiler.syntax.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The imports that led to the module that is being loaded; one that leads back is reported. */
final class ImportChain {
  private static final int MOST_LABELS = 20;

  private final Diagnostics diagnostics;
  private final List<Link> links = new ArrayList<>();
  private final Map<String, Integer> positions = new HashMap<>(Map.of("", 0));

  /** An import, and the module that it leads to. */
  private record Link(Item.Import item, String module) {}

  ImportChain(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  void enter(Item.Import item, String module) {
    links.add(new Link(item, module));
    positions.put(module, links.size());
  }

  void leave() {
    positions.remove(links.removeLast().module());
  }

  /** Whether an import leads back to a module on the way; that is reported. */
  boolean closes(Item.Import item, String module) {
    Integer start = positions.get(module);
    if (start != null) {
      report(new Link(item, module), links.subList(start, links.size()));
    }
    return start != null;
  }

  private void report(Link last, List<Link> before) {
    Diagnostic cycle =
        Diagnostic.at(
            LoadCodes.CYCLE, last.item().span(), "this leads back to " + shown(last.module()));
    String from = last.module();
    for (Link link : before.subList(0, Math.min(before.size(), MOST_LABELS))) {
      cycle =
          cycle.label(
              link.item().span(), shown(from) + " imports " + shown(link.module()) + " here");
      from = link.module();
    }
    diagnostics.report(
        cycle.note("Put what both need into a module of its own, and import that from both."));
  }

  private static String shown(String module) {
    return module.isEmpty() ? "the program itself" : "`" + module + "`";
  }
}
