package dev.dvl.compiler.syntax;

import dev.dvl.compiler.source.Span;
import java.util.List;
import java.util.Optional;

/** A type as it is written. */
public sealed interface TypeNode extends Node {

  /** {@code size}, {@code types.Service}, {@code list<string>}, {@code ref<network>}. */
  record Named(Span span, QualifiedName name, List<TypeNode> arguments) implements TypeNode {
    public Named {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * A text, number, {@code true}, {@code false} or {@code null} used as the type of just that
   * value.
   */
  record Literal(Span span, Expr value) implements TypeNode {}

  record ObjectType(Span span, List<Field> fields) implements TypeNode {
    public ObjectType {
      fields = List.copyOf(fields);
    }
  }

  /** A field of an object type; {@code name?: T} may be left out. */
  record Field(
      Span span,
      Optional<String> doc,
      ObjectKey name,
      boolean optional,
      TypeNode type,
      Optional<Expr> value,
      Optional<Where> where,
      Optional<Body> meta) {}

  record Union(Span span, List<TypeNode> members) implements TypeNode {
    public Union {
      members = List.copyOf(members);
    }
  }

  /** {@code T?}. */
  record Maybe(Span span, TypeNode inner) implements TypeNode {}

  /** {@code secret T}. */
  record SecretOf(Span span, TypeNode inner) implements TypeNode {}

  /** {@code known T}: must be known when planning. */
  record KnownOf(Span span, TypeNode inner) implements TypeNode {}

  record Parens(Span span, TypeNode inner) implements TypeNode {}

  record Broken(Span span) implements TypeNode {}
}
