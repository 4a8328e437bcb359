package dev.dvl.engine.plan.reading;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.live.Inventory;
import dev.dvl.engine.local.LocalFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds to what a host shows what local files come to, which is the same for every platform. */
record LocalDigests(Selected selected, Path project) {

  Inventory added(Inventory live, List<Instance> wanted) {
    LocalFiles files = new LocalFiles(project);
    List<Finding> findings = new ArrayList<>(live.findings());
    Map<Address, Map<String, Value>> resolved = new HashMap<>(live.resolved());
    for (Instance instance : wanted) {
      Map<String, Value> digests = files.digests(selected.kind(instance), instance, findings);
      if (!digests.isEmpty()) {
        Map<String, Value> all = new TreeMap<>(resolved.getOrDefault(instance.address(), Map.of()));
        all.putAll(digests);
        resolved.put(instance.address(), all);
      }
    }
    return new Inventory(live.objects(), resolved, findings, live.names());
  }
}
