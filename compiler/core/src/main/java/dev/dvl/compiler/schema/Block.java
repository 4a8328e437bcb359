package dev.dvl.compiler.schema;

import dev.dvl.compiler.value.Term;
import java.util.List;
import java.util.Optional;

/**
 * A part of a resource that is written as a block: {@code health { }}, {@code disk root { }}.
 *
 * <p>A block without a label that is not written means the same as one in which nothing is set.
 *
 * @param labelled whether it may be repeated, each under a label
 * @param impact the cost of changing it; attributes inside may say it themselves
 * @param added the cost of adding it with all that is in it, where that is another
 * @param removed the cost of dropping it
 */
public record Block(
    String name,
    String doc,
    boolean labelled,
    boolean optional,
    List<Attribute> attributes,
    Term impact,
    Optional<Term> added,
    Optional<Term> removed) {

  public Block {
    attributes = List.copyOf(attributes);
  }

  public Optional<Attribute> attribute(String name) {
    for (Attribute it : attributes) {
      if (it.name().equals(name)) {
        return Optional.of(it);
      }
    }
    return Optional.empty();
  }
}
