package dev.dvl.cli.graph;

import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.value.Address;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A program as boxes inside of boxes, and lines between them.
 *
 * @param roots the hosts
 * @param inside what stands on each box
 */
record ProgramGraph(
    List<Node> roots, SortedMap<Address, List<Node>> inside, SortedSet<Line> lines) {

  record Node(Address address, String kind, boolean host) {}

  /** {@code from} comes after {@code to}, because it uses it or waits for it. */
  record Line(Address from, Address to, String why) implements Comparable<Line> {
    private static final Comparator<Line> ORDER =
        Comparator.comparing(Line::from).thenComparing(Line::to).thenComparing(Line::why);

    @Override
    public int compareTo(Line other) {
      return ORDER.compare(this, other);
    }
  }

  static ProgramGraph of(Program program) {
    SortedMap<Address, List<Node>> inside = new TreeMap<>();
    SortedSet<Line> lines = new TreeSet<>();
    for (Instance instance : program.instances()) {
      inside
          .computeIfAbsent(instance.place(), ignored -> new ArrayList<>())
          .add(new Node(instance.address(), instance.kind(), false));
      instance.edges().forEach(edge -> add(instance.address(), edge, lines));
    }
    return new ProgramGraph(
        program.hosts().stream().map(ProgramGraph::host).toList(), inside, lines);
  }

  List<Node> on(Node place) {
    return inside.getOrDefault(place.address(), List.of());
  }

  private static Node host(HostInstance host) {
    return new Node(host.address(), host.kind(), true);
  }

  private static void add(Address from, Instance.Edge edge, SortedSet<Line> lines) {
    switch (edge) {
      case Instance.Edge.On ignored -> {} // shown by the box it stands in
      case Instance.Edge.Uses uses -> lines.add(new Line(from, uses.to(), "uses"));
      case Instance.Edge.After after ->
          lines.add(
              new Line(from, after.to(), after.state().map(it -> "after " + it).orElse("after")));
    }
  }
}
