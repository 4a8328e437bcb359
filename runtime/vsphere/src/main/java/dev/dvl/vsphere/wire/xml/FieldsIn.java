package dev.dvl.vsphere.wire.xml;

import dev.dvl.vsphere.session.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The children of an element by name, and what is not known among them. */
public final class FieldsIn {
  private final Tree tree;
  private final List<Extra> extras;

  private FieldsIn(Tree tree, List<Extra> extras) {
    this.tree = tree;
    this.extras = extras;
  }

  /** The children of {@code tree}, of which {@code known} are expected. */
  public static FieldsIn of(Tree tree, Set<String> known) {
    List<Extra> extras = new ArrayList<>();
    String last = "";
    for (Tree child : tree.children()) {
      if (known.contains(child.name())) {
        last = child.name();
      } else {
        extras.add(new Extra(last, child));
      }
    }
    return new FieldsIn(tree, List.copyOf(extras));
  }

  /** The type that the element says it has. */
  public String typeName(String otherwise) {
    return tree.type().isEmpty() ? otherwise : tree.type();
  }

  public <T> T one(String name, Function<Tree, T> reader) {
    return tree.child(name)
        .map(reader)
        .orElseThrow(() -> new MalformedAnswer(tree.name() + " has no " + name));
  }

  public <T> @Nullable T maybe(String name, Function<Tree, T> reader) {
    return tree.child(name).map(reader).orElse(null);
  }

  public <T> List<T> many(String name, Function<Tree, T> reader) {
    return tree.all(name).stream().map(reader).toList();
  }

  public List<Extra> extras() {
    return extras;
  }
}
