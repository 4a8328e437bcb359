package dev.dvl.compiler.resolve;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.compiler.syntax.Body;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.syntax.Name;
import dev.dvl.compiler.syntax.QualifiedName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known of one module while its names are being resolved. */
final class Module {
  private final Kinds kinds;
  private final Tables tables;
  private final String name;
  private final boolean isRoot;
  private final Imports imports;
  private final Scope scope = Scope.module();
  private final IdentityHashMap<Body, Scope> scopes = new IdentityHashMap<>();
  private final Map<String, Symbol.Type> types = new HashMap<>();
  private final Map<String, Symbol.Fn> functions = new HashMap<>();
  private final Set<Symbol> ambiguous = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<String, Symbol.Component> components = new HashMap<>();

  /**
   * An empty module.
   *
   * @param name under which messages speak of it
   * @param isRoot whether it is the one that is planned
   */
  Module(Kinds kinds, Tables tables, String name, boolean isRoot) {
    this.kinds = kinds;
    this.tables = tables;
    this.name = name;
    this.isRoot = isRoot;
    this.imports = new Imports(tables);
  }

  Kinds kinds() {
    return kinds;
  }

  String name() {
    return name;
  }

  boolean isRoot() {
    return isRoot;
  }

  void report(Diagnostic diagnostic) {
    tables.report(diagnostic);
  }

  Declared declared() {
    return tables.declared();
  }

  Uses uses() {
    return tables.uses();
  }

  Needs needs() {
    return tables.needs();
  }

  Imports imports() {
    return imports;
  }

  /** The scope of the values of the module. */
  Scope scope() {
    return scope;
  }

  /** The scope that the body of a component, {@code for} or {@code if} opens. */
  Scope scope(Body body, Scope outer) {
    return scopes.computeIfAbsent(body, ignored -> outer.inner());
  }

  Map<String, Symbol.Type> types() {
    return types;
  }

  Map<String, Symbol.Fn> functions() {
    return functions;
  }

  /** The first of those that share a name; no use of it is resolved. */
  Set<Symbol> ambiguous() {
    return ambiguous;
  }

  Map<String, Symbol.Component> components() {
    return components;
  }

  /** What the module itself declares under a name. */
  Optional<Symbol> own(Space space, String wanted) {
    return switch (space) {
      case VALUE -> scope.find(wanted);
      case TYPE -> Optional.ofNullable(types.get(wanted));
      case FUNCTION -> Optional.ofNullable(functions.get(wanted));
      case KIND -> Optional.ofNullable(components.get(wanted));
    };
  }

  /** What a name means: first of what the module declares, then of what it imports. */
  Answer find(Space space, QualifiedName path) {
    List<Name> names = path.names();
    if (names.size() > 1) {
      return imports.find(space, names.getFirst(), names.get(1));
    }
    String wanted = names.getFirst().text();
    return own(space, wanted)
        .map(it -> (Answer) new Answer.Found(it))
        .orElseGet(() -> imports.find(space, wanted));
  }

  /** The names that others may use, for suggestions. */
  List<String> names(Space space) {
    List<String> names = new ArrayList<>();
    switch (space) {
      case VALUE -> names.addAll(scope.visible());
      case TYPE -> names.addAll(types.keySet());
      case FUNCTION -> names.addAll(functions.keySet());
      case KIND -> names.addAll(components.keySet());
    }
    names.removeIf(it -> own(space, it).filter(Module::isPrivate).isPresent());
    return names;
  }

  /** Whether only its own module may use a symbol. */
  static boolean isPrivate(Symbol symbol) {
    return switch (symbol) {
      case Symbol.Let(Item.Let item, var ignored) -> item.lead().isPrivate();
      case Symbol.Type(Item.Type item) -> item.lead().isPrivate();
      case Symbol.Fn(Item.Fn item) -> item.lead().isPrivate();
      case Symbol.Component(Item.Component item) -> item.lead().isPrivate();
      case Symbol ignored -> false;
    };
  }
}
