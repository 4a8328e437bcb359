package dev.dvl.engine.change;

import dev.dvl.engine.graph.Graph;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The needs of ops as a graph over their places in the list: from what is needed to what needs. */
public final class OpGraph {
  private OpGraph() {}

  public static Graph of(List<Op> ops) {
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < ops.size(); i++) {
      numbers.put(ops.get(i).id(), i);
    }
    Graph.Builder builder = new Graph.Builder(ops.size());
    for (int i = 0; i < ops.size(); i++) {
      for (Op.Need need : ops.get(i).needs()) {
        Integer needed = numbers.get(need.op());
        if (needed == null) {
          throw new IllegalArgumentException(
              "`" + ops.get(i).id() + "` needs `" + need.op() + "`, which is not in the plan");
        }
        builder.edge(needed, i);
      }
    }
    return builder.build();
  }
}
