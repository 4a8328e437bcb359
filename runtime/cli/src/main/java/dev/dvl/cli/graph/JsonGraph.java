package dev.dvl.cli.graph;

import dev.dvl.compiler.diagnostic.JsonText;

/**
 * {@code {"format_version","nodes":[{"address","kind","place"}],"edges":[{"from","to","why"}]}};
 * hosts have no place.
 */
final class JsonGraph {
  private JsonGraph() {}

  static String render(ProgramGraph graph) {
    JsonText json = new JsonText().openObject().name("format_version").number(1);
    json.name("nodes").openArray();
    graph.roots().forEach(host -> node(host, json).closeObject());
    graph
        .inside()
        .forEach(
            (place, nodes) ->
                nodes.forEach(
                    it -> node(it, json).name("place").text(place.toString()).closeObject()));
    json.closeArray().name("edges").openArray();
    for (ProgramGraph.Line line : graph.lines()) {
      json.openObject().name("from").text(line.from().toString());
      json.name("to").text(line.to().toString()).name("why").text(line.why()).closeObject();
    }
    return json.closeArray().closeObject() + "\n";
  }

  private static JsonText node(ProgramGraph.Node node, JsonText json) {
    json.openObject().name("address").text(node.address().toString());
    return json.name("kind").text(node.kind());
  }
}
