package dev.dvl.engine.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The nodes of a graph in an order in which every edge leads from an earlier node to a later one,
 * or, where there is none, one cycle.
 *
 * <p>Among nodes that are free to come next, the one with the smallest number that became free
 * first comes first, so the order is the same each time.
 */
public final class Order {
  private final int[] nodes;
  private final List<Integer> cycle;

  private Order(int[] nodes, List<Integer> cycle) {
    this.nodes = nodes;
    this.cycle = List.copyOf(cycle);
  }

  public List<Integer> cycle() {
    return cycle;
  }

  /** Only those before any cycle if there is one. */
  public IntStream nodes() {
    return Arrays.stream(nodes);
  }

  public boolean isCyclic() {
    return !cycle.isEmpty();
  }

  public static Order of(Graph graph) {
    int[] missing = indegrees(graph);
    int[] order = new int[graph.nodes()];
    int filled = 0;
    for (int node = 0; node < graph.nodes(); node++) {
      if (missing[node] == 0) {
        order[filled++] = node;
      }
    }
    for (int taken = 0; taken < filled; taken++) {
      int node = order[taken];
      for (int edge = graph.edgeStart(node); edge < graph.edgeStart(node + 1); edge++) {
        int target = graph.target(edge);
        if (--missing[target] == 0) {
          order[filled++] = target;
        }
      }
    }
    return filled == order.length
        ? new Order(order, List.of())
        : new Order(Arrays.copyOf(order, filled), cycle(graph, missing));
  }

  private static int[] indegrees(Graph graph) {
    int[] degrees = new int[graph.nodes()];
    for (int node = 0; node < graph.nodes(); node++) {
      graph.forEach(node, target -> degrees[target]++);
    }
    return degrees;
  }

  /**
   * Walks backwards: every node that is left has a predecessor that is left too, so a node comes up
   * twice.
   */
  private static List<Integer> cycle(Graph graph, int[] missing) {
    Graph back = graph.reversed();
    int[] seenAt = new int[graph.nodes()];
    Arrays.fill(seenAt, -1);
    List<Integer> walk = new ArrayList<>();
    int node = firstLeft(missing);
    while (seenAt[node] < 0) {
      seenAt[node] = walk.size();
      walk.add(node);
      node = predecessorLeft(back, node, missing);
    }
    return walk.subList(seenAt[node], walk.size()).reversed();
  }

  private static int firstLeft(int[] missing) {
    int node = 0;
    while (missing[node] == 0) {
      node++;
    }
    return node;
  }

  private static int predecessorLeft(Graph back, int node, int[] missing) {
    for (int edge = back.edgeStart(node); edge < back.edgeStart(node + 1); edge++) {
      if (missing[back.target(edge)] > 0) {
        return back.target(edge);
      }
    }
    throw new IllegalStateException("a node of a cycle has no predecessor");
  }
}
