package dev.dvl.cli.graph;

import dev.dvl.compiler.ir.Program;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats in which a graph can be had. */
public enum GraphFormat {
  DOT,
  MERMAID,
  JSON;

  public static Optional<GraphFormat> of(String word) {
    return Arrays.stream(values()).filter(format -> format.word().equals(word)).findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(GraphFormat::word).toList();
  }

  public String render(Program program) {
    ProgramGraph graph = ProgramGraph.of(program);
    return switch (this) {
      case DOT -> DotGraph.render(graph);
      case MERMAID -> MermaidGraph.render(graph);
      case JSON -> JsonGraph.render(graph);
    };
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
