package dev.dvl.cli.parameters;

import dev.dvl.compiler.lower.input.RawInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads YAML as nodes, and never as objects of Java: scalars stay the text that they are, so that
 * {@code no}, {@code 22:22} and {@code 1.10} mean what they look like.
 */
final class YamlData {
  private static final int MOST_ALIASES = 50;
  private static final int LARGEST = 4 << 20;

  /** What a node without a tag of its own may be taken for. */
  private static final Set<Tag> PLAIN =
      Set.of(
          Tag.STR,
          Tag.INT,
          Tag.FLOAT,
          Tag.BOOL,
          Tag.NULL,
          Tag.TIMESTAMP,
          Tag.MERGE,
          Tag.MAP,
          Tag.SEQ);

  private final String name;
  private final Budget budget;

  private YamlData(String name) {
    this.name = name;
    this.budget = new Budget(name);
  }

  static RawInput read(String text, String name) throws DataProblem {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(MOST_ALIASES);
    options.setNestingDepthLimit(Budget.DEEPEST);
    options.setCodePointLimit(LARGEST);
    try {
      ParserImpl parser = new ParserImpl(new StreamReader(text), options);
      @Nullable Node node = new Composer(parser, new Resolver(), options).getSingleNode();
      YamlData data = new YamlData(name);
      return node == null ? new RawInput.Nothing(name) : data.value(node, 0);
    } catch (ReaderException wrong) {
      throw new DataProblem(
          ParameterCodes.FILE, "`" + name + "` holds a character that YAML does not allow.");
    } catch (MarkedYAMLException wrong) {
      throw syntax(name, wrong);
    } catch (YAMLException limit) { // the limits of the options have no type of their own
      throw new DataProblem(
          ParameterCodes.LIMIT, "`" + name + "` nests too deeply, or uses too many aliases.");
    }
  }

  private static DataProblem syntax(String name, MarkedYAMLException wrong) {
    @Nullable Mark mark = wrong.getProblemMark();
    String place = mark == null ? name : origin(name, mark);
    return new DataProblem(ParameterCodes.FILE, "`" + place + "` is no YAML from here on.");
  }

  private RawInput value(Node node, int depth) throws DataProblem {
    budget.enter(depth);
    if (!PLAIN.contains(node.getTag())) {
      throw new DataProblem(
          ParameterCodes.FILE, "`" + origin(node) + "` has a tag; values have none.");
    }
    return switch (node) {
      case ScalarNode scalar -> scalar(scalar);
      case SequenceNode sequence -> list(sequence, depth);
      case MappingNode mapping -> map(mapping, depth);
      case Node other -> throw new IllegalStateException("no node of YAML: " + other.getNodeId());
    };
  }

  private RawInput scalar(ScalarNode scalar) {
    String text = scalar.getValue();
    boolean nothing = scalar.isPlain() && (text.isEmpty() || text.equals("~"));
    return nothing ? new RawInput.Nothing(origin(scalar)) : new RawInput.Text(text, origin(scalar));
  }

  private RawInput list(SequenceNode sequence, int depth) throws DataProblem {
    List<RawInput> elements = new ArrayList<>();
    for (Node element : sequence.getValue()) {
      elements.add(value(element, depth + 1));
    }
    return new RawInput.ListOf(elements, origin(sequence));
  }

  private RawInput map(MappingNode mapping, int depth) throws DataProblem {
    Map<String, RawInput> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = key(tuple.getKeyNode());
      if (entries.put(key, value(tuple.getValueNode(), depth + 1)) != null) {
        throw new DataProblem(
            ParameterCodes.FILE, "`" + origin(tuple.getKeyNode()) + "` gives a name twice.");
      }
    }
    return new RawInput.MapOf(entries, origin(mapping));
  }

  private String key(Node node) throws DataProblem {
    if (node instanceof ScalarNode scalar && !Tag.MERGE.equals(node.getTag())) {
      return scalar.getValue();
    }
    throw new DataProblem(
        ParameterCodes.FILE, "`" + origin(node) + "` is no name; merge keys are not read either.");
  }

  private String origin(Node node) {
    return origin(name, node.getStartMark());
  }

  private static String origin(String name, Mark mark) {
    return name + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
  }
}
