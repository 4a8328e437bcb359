package dev.dvl.compiler.type;

import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A static type. Qualifiers stand on the leaves, and on collections for their shape: a list whose
 * elements come later has a known length.
 */
public sealed interface Type {

  /** A built-in type without parts. */
  record Scalar(ScalarKind kind, Qualifiers qualifiers) implements Type {}

  /** The type of just one value: a text, an int, a bool. */
  record Literal(Value value, Qualifiers qualifiers) implements Type {}

  record ListOf(Type element, Qualifiers qualifiers) implements Type {}

  record SetOf(Type element, Qualifiers qualifiers) implements Type {}

  record MapOf(Type value, Qualifiers qualifiers) implements Type {}

  /** A closed object type; {@code name} is what the program calls it, if anything. */
  record ObjectOf(Optional<String> name, Map<String, Field> fields, Qualifiers qualifiers)
      implements Type {
    public ObjectOf {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
  }

  /** A field of an object type. A field that is optional or has a default may be left out. */
  record Field(
      String name,
      String doc,
      Type type,
      boolean optional,
      Optional<Term> value,
      Optional<Condition> where) {
    public boolean mayBeAbsent() {
      return optional || value.isPresent() || type instanceof Maybe;
    }
  }

  /** One of several types whose values can be told apart. */
  record Union(List<Type> members) implements Type {
    public Union {
      members = List.copyOf(members);
    }

    @Override
    public Qualifiers qualifiers() {
      return members.stream().map(Type::qualifiers).reduce(Qualifiers.PLAIN, Qualifiers::or);
    }
  }

  /** {@code T?}: a value or null. */
  record Maybe(Type inner) implements Type {
    @Override
    public Qualifiers qualifiers() {
      return inner.qualifiers();
    }
  }

  /** A resource of one kind, or of any kind that provides an interface such as docker_engine. */
  record Ref(String target, boolean isInterface, Qualifiers qualifiers) implements Type {}

  /** A use of a component; components are told apart by where they are declared. */
  record Composite(String name, Span declared) implements Type {
    @Override
    public Qualifiers qualifiers() {
      return Qualifiers.PLAIN;
    }
  }

  /** The resources of a keyed declaration, by key. */
  record Keyed(Type element, List<ScalarKind> keys) implements Type {
    public Keyed {
      keys = List.copyOf(keys);
    }

    @Override
    public Qualifiers qualifiers() {
      return Qualifiers.PLAIN;
    }
  }

  /** A type of the program with a condition on its values. */
  record Refined(String name, Type base, Condition condition) implements Type {
    @Override
    public Qualifiers qualifiers() {
      return base.qualifiers();
    }
  }

  /** A state of a resource, accepted only in {@code after}. */
  record StateOf(String kind, String state) implements Type {
    @Override
    public Qualifiers qualifiers() {
      return Qualifiers.PLAIN;
    }
  }

  /** The type of {@code null}. */
  record Null() implements Type {
    @Override
    public Qualifiers qualifiers() {
      return Qualifiers.PLAIN;
    }
  }

  /** The type of what is wrong already: fits everywhere, so that one mistake is told once. */
  record Wrong() implements Type {
    @Override
    public Qualifiers qualifiers() {
      return Qualifiers.PLAIN;
    }
  }

  Qualifiers qualifiers();

  /** A condition over {@code it}, and what to say where it does not hold. */
  record Condition(Term term, Optional<Term> message) {}

  static Type of(ScalarKind kind) {
    return new Scalar(kind, Qualifiers.PLAIN);
  }
}
