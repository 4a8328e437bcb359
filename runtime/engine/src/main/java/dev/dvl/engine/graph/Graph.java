package dev.dvl.engine.graph;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * A directed graph over the nodes 0 to n-1, as two arrays (compressed rows): where the edges of
 * each node start, and where they lead.
 *
 * <p>Building and walking are linear in nodes and edges; no closure is ever formed.
 */
public final class Graph {
  private final int[] starts;
  private final int[] targets;

  private Graph(int[] starts, int[] targets) {
    this.starts = starts;
    this.targets = targets;
  }

  public int nodes() {
    return starts.length - 1;
  }

  public int edges() {
    return targets.length;
  }

  /** The nodes that edges of {@code node} lead to, in the order in which they were added. */
  public void forEach(int node, IntConsumer visitor) {
    for (int i = starts[node]; i < starts[node + 1]; i++) {
      visitor.accept(targets[i]);
    }
  }

  int edgeStart(int node) {
    return starts[node];
  }

  int target(int edge) {
    return targets[edge];
  }

  /** The same nodes with every edge turned round. */
  public Graph reversed() {
    Builder builder = new Builder(nodes());
    for (int node = 0; node < nodes(); node++) {
      int from = node;
      forEach(node, to -> builder.edge(to, from));
    }
    return builder.build();
  }

  /** Collects edges. */
  public static final class Builder {
    private final int nodes;
    private int[] from = new int[64];
    private int[] to = new int[64];
    private int count;

    public Builder(int nodes) {
      this.nodes = nodes;
    }

    public Builder edge(int source, int target) {
      if (count == from.length) {
        from = Arrays.copyOf(from, count * 2);
        to = Arrays.copyOf(to, count * 2);
      }
      from[count] = source;
      to[count++] = target;
      return this;
    }

    public Graph build() {
      int[] starts = new int[nodes + 1];
      for (int i = 0; i < count; i++) {
        starts[from[i] + 1]++;
      }
      for (int i = 0; i < nodes; i++) {
        starts[i + 1] += starts[i];
      }
      int[] next = Arrays.copyOf(starts, nodes);
      int[] targets = new int[count];
      for (int i = 0; i < count; i++) {
        targets[next[from[i]]++] = to[i];
      }
      return new Graph(starts, targets);
    }
  }
}
