package dev.dvl.compiler.eval;

import dev.dvl.compiler.type.ScalarKind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A type in the signature of a standard function: like a type, but with variables in it. */
public sealed interface Shape {

  record Scalar(ScalarKind kind) implements Shape {
    @Override
    public String toString() {
      return kind.word();
    }
  }

  /**
   * Any one type, the same wherever the variable stands in one signature.
   *
   * @param measured whether it is a number or a quantity
   */
  record Variable(String name, boolean measured) implements Shape {
    @Override
    public String toString() {
      return name;
    }
  }

  record ListOf(Shape element) implements Shape {
    @Override
    public String toString() {
      return "list<" + element + ">";
    }
  }

  record SetOf(Shape element) implements Shape {
    @Override
    public String toString() {
      return "set<" + element + ">";
    }
  }

  record MapOf(Shape value) implements Shape {
    @Override
    public String toString() {
      return "map<" + value + ">";
    }
  }

  record Maybe(Shape inner) implements Shape {
    @Override
    public String toString() {
      return inner + "?";
    }
  }

  /** An object with just these fields, in this order. */
  record ObjectOf(Map<String, Shape> fields) implements Shape {
    public ObjectOf {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    @Override
    public String toString() {
      return fields.entrySet().stream()
          .map(field -> field.getKey() + ": " + field.getValue())
          .collect(Collectors.joining(", ", "{ ", " }"));
    }
  }

  /** The first of these that fits. */
  record AnyOf(List<Shape> choices) implements Shape {
    public AnyOf {
      choices = List.copyOf(choices);
    }

    @Override
    public String toString() {
      return choices.stream().map(Shape::toString).collect(Collectors.joining(" | "));
    }
  }
}
