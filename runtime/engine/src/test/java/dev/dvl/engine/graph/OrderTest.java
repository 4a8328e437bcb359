package dev.dvl.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class OrderTest {
  @Test
  void everyEdgeLeadsForward() {
    Random random = new Random(7);
    for (int round = 0; round < 50; round++) {
      int nodes = 1 + random.nextInt(200);
      Graph.Builder builder = new Graph.Builder(nodes);
      int[] names = random.ints(0, 1_000_000).distinct().limit(nodes).toArray();
      for (int i = 0; i < nodes * 3; i++) {
        int a = random.nextInt(nodes);
        int b = random.nextInt(nodes);
        if (names[a] < names[b]) {
          builder.edge(a, b);
        }
      }
      Graph graph = builder.build();
      Order order = Order.of(graph);
      assertThat(order.isCyclic()).isFalse();
      int[] place = new int[nodes];
      int[] sorted = order.nodes().toArray();
      for (int i = 0; i < nodes; i++) {
        place[sorted[i]] = i;
      }
      for (int node = 0; node < nodes; node++) {
        int from = node;
        graph.forEach(node, to -> assertThat(place[from]).isLessThan(place[to]));
      }
    }
  }

  @Test
  void aCycleIsNamedInTheDirectionOfItsEdges() {
    Graph graph =
        new Graph.Builder(5).edge(0, 1).edge(1, 2).edge(2, 3).edge(3, 1).edge(3, 4).build();
    assertThat(Order.of(graph).cycle()).hasSize(3).containsExactlyInAnyOrder(1, 2, 3);
    var cycle = Order.of(graph).cycle();
    for (int i = 0; i < cycle.size(); i++) {
      int next = cycle.get((i + 1) % cycle.size());
      java.util.List<Integer> targets = new java.util.ArrayList<>();
      graph.forEach(cycle.get(i), targets::add);
      assertThat(targets).contains(next);
    }
  }

  @Test
  void aLoopIsACycleOfOne() {
    assertThat(Order.of(new Graph.Builder(2).edge(1, 1).build()).cycle()).containsExactly(1);
  }
}
