package dev.dvl.vsphere.machine.read;

import dev.dvl.vsphere.session.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Extra configuration: texts by keys. */
final class Extra {
  private Extra() {}

  static Map<String, String> of(Optional<Tree> array) {
    Map<String, String> entries = new TreeMap<>();
    for (Tree entry : array.map(Tree::children).orElse(List.of())) {
      entry.text("key").ifPresent(key -> entries.put(key, entry.text("value").orElse("")));
    }
    return entries;
  }
}
