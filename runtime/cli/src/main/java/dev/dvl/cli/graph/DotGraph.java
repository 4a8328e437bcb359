package dev.dvl.cli.graph;

import dev.dvl.compiler.value.Address;
import java.util.List;

/** For Graphviz: a box in which something stands is a cluster. */
final class DotGraph {
  private final ProgramGraph graph;
  private final StringBuilder out = new StringBuilder();

  private DotGraph(ProgramGraph graph) {
    this.graph = graph;
  }

  static String render(ProgramGraph graph) {
    DotGraph dot = new DotGraph(graph);
    dot.out.append("digraph program {\n  compound=true; rankdir=LR; node [shape=box];\n");
    graph.roots().forEach(root -> dot.box(root, "  "));
    graph.lines().forEach(dot::line);
    return dot.out.append("}\n").toString();
  }

  private void box(ProgramGraph.Node node, String indent) {
    List<ProgramGraph.Node> inside = graph.on(node);
    String label = quoted(node.address() + "\n" + node.kind());
    if (inside.isEmpty()) {
      out.append(indent).append(id(node.address())).append(" [label=" + label + "];\n");
      return;
    }
    out.append(indent)
        .append("subgraph ")
        .append(quoted("cluster_" + node.address()))
        .append(" {\n");
    out.append(indent).append("  label=").append(label).append(";\n");
    if (!node.host()) { // lines need something to end at
      out.append(indent).append("  ").append(id(node.address())).append(" [shape=point];\n");
    }
    inside.forEach(it -> box(it, indent + "  "));
    out.append(indent).append("}\n");
  }

  private void line(ProgramGraph.Line line) {
    out.append("  ")
        .append(id(line.from()))
        .append(" -> ")
        .append(id(line.to()))
        .append(line.why().equals("uses") ? "" : " [label=" + quoted(line.why()) + "]")
        .append(";\n");
  }

  private static String id(Address address) {
    return quoted(address.toString());
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }
}
