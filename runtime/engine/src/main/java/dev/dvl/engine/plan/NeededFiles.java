package dev.dvl.engine.plan;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.local.CopiedFiles;
import dev.dvl.engine.local.PlannedContext;
import dev.dvl.engine.plan.order.Ordered;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the objects to be made take from files, so that apply can tell whether it changed.
 *
 * @param files paths that the program read or that are copied, with SHA-256
 * @param contexts of images that are built
 */
record NeededFiles(SortedMap<String, String> files, List<PlannedContext> contexts) {

  static NeededFiles of(Ordered ordered) {
    Map<String, String> files =
        new HashMap<>(ordered.decided().matched().request().program().files());
    List<PlannedContext> contexts = new ArrayList<>();
    for (Change change : ordered.carriedOut()) {
      if (change.makes() && change.after().isPresent()) {
        SortedMap<String, Value> values = change.after().get().values();
        contexts.addAll(PlannedContext.of(change.kind(), values));
        CopiedFiles.planned(change.kind(), values).forEach(files::putIfAbsent);
      }
    }
    return new NeededFiles(new TreeMap<>(files), contexts);
  }
}
