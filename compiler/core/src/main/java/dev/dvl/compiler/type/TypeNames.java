package dev.dvl.compiler.type;

import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.TypeNode;
import dev.dvl.compiler.value.Term;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a {@link TypeReader} asks of the place where a type is written. */
public interface TypeNames {

  /** The type that is declared under this name; it beats a built-in one. */
  Optional<Type> declared(TypeNode.Named name);

  /** The type of the uses of a component, where the name in {@code ref<name>} is that of one. */
  default Optional<Type> component(TypeNode.Named name) {
    return Optional.empty();
  }

  /** What the name in {@code ref<name>} stands for. */
  Optional<Target> target(String name);

  /** The names that {@link #declared} knows, for suggestions. */
  default Collection<String> declaredNames() {
    return List.of();
  }

  /** The names that {@link #target} knows, for suggestions. */
  default Collection<String> targetNames() {
    return List.of();
  }

  /** The names that {@link #component} knows, for suggestions. */
  default Collection<String> componentNames() {
    return List.of();
  }

  /** A default value or a condition inside a type; the value of the field is {@code it}. */
  Term term(Expr expr);

  /** What a reference may point at. */
  enum Target {
    /** The resources of one kind. */
    KIND,
    /** The resources of all kinds that provide an interface. */
    INTERFACE
  }
}
