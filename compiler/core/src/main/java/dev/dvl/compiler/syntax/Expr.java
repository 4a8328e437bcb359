package dev.dvl.compiler.syntax;

import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.value.Value;
import java.util.List;
import java.util.Optional;

/** An expression. */
public sealed interface Expr extends Node {

  /** A name in the space of values; before {@code (} it is a {@link Call}. */
  record NameRef(Span span, String name) implements Expr {}

  /**
   * A number, quantity, {@code true}, {@code false} or {@code null}: its value is known as it
   * stands.
   */
  record Constant(Span span, Value value) implements Expr {}

  /** A string of any form: escapes resolved, indentation stripped, parts in order. */
  record Text(Span span, List<Part> parts) implements Expr {
    public Text {
      parts = List.copyOf(parts);
    }

    /** The text, where nothing is interpolated. */
    public Optional<String> literal() {
      return switch (parts.size()) {
        case 0 -> Optional.of("");
        case 1 ->
            switch (parts.getFirst()) {
              case Part.Chars(var ignored, String text) -> Optional.of(text);
              case Part.Hole ignored -> Optional.empty();
            };
        default -> Optional.empty();
      };
    }
  }

  /** A piece of a string. */
  sealed interface Part {
    record Chars(Span span, String text) implements Part {}

    record Hole(Span span, Expr expr) implements Part {}
  }

  record ListLiteral(Span span, List<Expr> elements) implements Expr {
    public ListLiteral {
      elements = List.copyOf(elements);
    }
  }

  /** {@code [for x in xs if c: e]}. */
  record ListFor(Span span, ComprehensionHead head, Expr element) implements Expr {}

  record ObjectLiteral(Span span, List<Entry> entries) implements Expr {
    public ObjectLiteral {
      entries = List.copyOf(entries);
    }
  }

  record Entry(Span span, ObjectKey key, Expr value) {}

  /** {@code { for k, v in m: [k] = e }}. */
  record ObjectFor(Span span, ComprehensionHead head, ObjectKey key, Expr value) implements Expr {}

  /** {@code a.b}, or with {@code safe} {@code a?.b}. */
  record Member(Span span, Expr target, Name name, boolean safe) implements Expr {}

  /** {@code a[i]}, or with {@code safe} {@code a?[i]}. */
  record Index(Span span, Expr target, Expr index, boolean safe) implements Expr {}

  /** {@code a[*]}. */
  record Splat(Span span, Expr target) implements Expr {}

  /** A call of a function by its possibly qualified name. */
  record Call(Span span, QualifiedName function, List<Argument> arguments) implements Expr {
    public Call {
      arguments = List.copyOf(arguments);
    }

    /** What is given for a parameter: under its name, else at its position. */
    public Optional<Expr> argument(String name, int position) {
      for (Argument argument : arguments) {
        if (argument.name().map(Name::text).filter(name::equals).isPresent()) {
          return Optional.of(argument.value());
        }
      }
      return position < arguments.size() && arguments.get(position).name().isEmpty()
          ? Optional.of(arguments.get(position).value())
          : Optional.empty();
    }
  }

  record Argument(Span span, Optional<Name> name, Expr value) {}

  record Unary(Span span, UnaryOp op, Expr operand) implements Expr {}

  record Binary(Span span, BinaryOp op, Span opSpan, Expr left, Expr right) implements Expr {}

  record Conditional(Span span, Expr condition, Expr then, Expr otherwise) implements Expr {}

  record Match(Span span, Expr subject, List<Arm> arms) implements Expr {
    public Match {
      arms = List.copyOf(arms);
    }
  }

  /** An arm without patterns is {@code else}. */
  record Arm(Span span, List<Expr> patterns, Expr value) {
    public Arm {
      patterns = List.copyOf(patterns);
    }
  }

  record Parens(Span span, Expr inner) implements Expr {}

  /** Nothing where an expression was expected, or something unreadable; already diagnosed. */
  record Broken(Span span) implements Expr {}

  enum UnaryOp {
    NOT("!"),
    NEGATE("-");

    private final String sign;

    UnaryOp(String sign) {
      this.sign = sign;
    }

    public String sign() {
      return sign;
    }
  }

  /** Binary operators, loosest binding first. */
  enum BinaryOp {
    COALESCE("??"),
    OR("||"),
    AND("&&"),
    EQUAL("=="),
    NOT_EQUAL("!="),
    LESS("<"),
    LESS_EQUAL("<="),
    GREATER(">"),
    GREATER_EQUAL(">="),
    IN("in"),
    RANGE(".."),
    RANGE_EXCLUSIVE("..<"),
    PLUS("+"),
    MINUS("-"),
    TIMES("*"),
    DIVIDE("/");

    private final String sign;

    BinaryOp(String sign) {
      this.sign = sign;
    }

    public String sign() {
      return sign;
    }
  }
}
