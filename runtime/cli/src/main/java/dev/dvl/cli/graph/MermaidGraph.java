package dev.dvl.cli.graph;

import dev.dvl.compiler.value.Address;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * For Mermaid, which many places show as a picture: ids are numbers, since they may hold little.
 */
final class MermaidGraph {
  private final ProgramGraph graph;
  private final Map<Address, String> ids = new HashMap<>();
  private final StringBuilder out = new StringBuilder("flowchart LR\n");

  private MermaidGraph(ProgramGraph graph) {
    this.graph = graph;
  }

  static String render(ProgramGraph graph) {
    MermaidGraph mermaid = new MermaidGraph(graph);
    graph.roots().forEach(root -> mermaid.box(root, "  "));
    graph.lines().forEach(mermaid::line);
    return mermaid.out.toString();
  }

  private void box(ProgramGraph.Node node, String indent) {
    List<ProgramGraph.Node> inside = graph.on(node);
    String label = "[\"" + escaped(node.address().toString()) + "<br/>" + node.kind() + "\"]\n";
    out.append(indent).append(inside.isEmpty() ? "" : "subgraph ").append(id(node.address()));
    out.append(label);
    if (!inside.isEmpty()) {
      inside.forEach(it -> box(it, indent + "  "));
      out.append(indent).append("end\n");
    }
  }

  private void line(ProgramGraph.Line line) {
    String label = line.why().equals("uses") ? "" : "|" + line.why() + "|";
    out.append("  ").append(id(line.from())).append(" -->").append(label).append(' ');
    out.append(id(line.to())).append('\n');
  }

  private String id(Address address) {
    return ids.computeIfAbsent(address, ignored -> "n" + ids.size());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
  }
}
