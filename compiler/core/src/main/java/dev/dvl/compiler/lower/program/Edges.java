package dev.dvl.compiler.lower.program;

import dev.dvl.compiler.eval.ValueText;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Collects what one instance needs: its place, what its values refer to, what it waits for. */
final class Edges {
  private final Map<Path, Span> origins;
  private final Span declared;
  private final List<Instance.Edge> edges = new ArrayList<>(4);
  private final Set<Use> uses = new HashSet<>();

  private record Use(Address to, Path path) {}

  Edges(Map<Path, Span> origins, Span declared) {
    this.origins = origins;
    this.declared = declared;
  }

  void on(Address place, Span span) {
    edges.add(new Instance.Edge.On(place, span));
  }

  /** What its values read or refer to. */
  Set<Address> used() {
    return uses.stream().map(Use::to).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Something else must be there before a host is that it stands on or reads. */
  void behind(Address other, Span span) {
    edges.add(new Instance.Edge.After(other, Optional.empty(), span));
  }

  /** What {@code after} says: references, states, and lists of them. */
  void after(Value value, Span span) {
    switch (value) {
      case Value.Ref(Address to, var ignored) ->
          edges.add(new Instance.Edge.After(to, Optional.empty(), span));
      case Value.Deferred(Term.Read(Address to, Path state)) ->
          edges.add(new Instance.Edge.After(to, Optional.of(state.toString()), span));
      case Value.ListOf(var elements) -> elements.forEach(element -> after(element, span));
      case Value.SetOf(var elements) -> elements.forEach(element -> after(element, span));
      case Value.MapOf(var entries) -> entries.values().forEach(element -> after(element, span));
      case Value ignored -> {}
    }
  }

  /** {@code by}: the field that identifies an element, where the value is a set. */
  void uses(Path path, Value value, Optional<String> by) {
    Span span = origins.getOrDefault(path, declared);
    if (value instanceof Value.SetOf(var elements) && by.isPresent()) {
      for (Value element : elements) {
        if (mayRefer(element)) {
          uses(path.entry(identity(element, by.get())), element, span);
        }
      }
    } else {
      uses(path, value, span);
    }
  }

  private static String identity(Value element, String by) {
    Value named = element instanceof Value.ObjectOf object ? object.field(by) : element;
    return named instanceof Value.Text(String text) ? text : ValueText.of(named);
  }

  private void uses(Path path, Value value, Span span) {
    switch (value) {
      case Value.Ref(Address to, var ignored) -> use(to, path, span);
      case Value.Deferred(Term term) -> term(path, term, span);
      case Value.ListOf(var elements) -> {
        for (int i = 0; i < elements.size(); i++) {
          if (mayRefer(elements.get(i))) {
            inside(path.element(i), elements.get(i), span);
          }
        }
      }
      case Value.SetOf(var elements) -> {
        for (Value element : elements) {
          if (mayRefer(element)) {
            uses(path.entry(ValueText.of(element)), element, span);
          }
        }
      }
      case Value.MapOf(var entries) ->
          entries.forEach(
              (key, entry) -> {
                if (mayRefer(entry)) {
                  inside(path.entry(key), entry, span);
                }
              });
      case Value.ObjectOf(var fields) ->
          fields.forEach(
              (name, field) -> {
                if (mayRefer(field)) {
                  inside(path.field(name), field, span);
                }
              });
      case Value.Scalar ignored -> {}
    }
  }

  private void inside(Path path, Value value, Span outer) {
    uses(path, value, origins.getOrDefault(path, outer));
  }

  private static boolean mayRefer(Value value) {
    return !(value instanceof Value.Scalar);
  }

  private void term(Path path, Term term, Span span) {
    switch (term) {
      case Term.Read(Address to, var ignored) -> use(to, path, span);
      case Term.Literal(Value value) -> uses(path, value, span);
      case Term.Call(var ignored, List<Term> arguments) ->
          arguments.forEach(argument -> term(path, argument, span));
      case Term.Var ignored -> {}
      case Term.Secret ignored -> {}
    }
  }

  private void use(Address to, Path path, Span span) {
    if (uses.add(new Use(to, path))) {
      edges.add(new Instance.Edge.Uses(to, path, span));
    }
  }

  /** In the order of the text, the place first. */
  List<Instance.Edge> sorted() {
    if (edges.size() > 1) {
      edges.sort(
          java.util.Comparator.comparingInt(
              edge -> edge instanceof Instance.Edge.On ? -1 : edge.origin().start()));
    }
    return edges;
  }
}
