package dev.dvl.compiler.resolve;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Diagnostics;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.compiler.syntax.Body;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** What is known of one module while its names are being resolved. */
final class Module {
  private final Kinds kinds;
  private final Diagnostics diagnostics;
  private final Declared declared = new Declared();
  private final Uses uses = new Uses();
  private final Needs needs = new Needs();
  private final Scope scope = Scope.module();
  private final IdentityHashMap<Body, Scope> scopes = new IdentityHashMap<>();
  private final Map<String, Symbol.Type> types = new HashMap<>();
  private final Map<String, Symbol.Fn> functions = new HashMap<>();
  private final Set<Symbol> ambiguous = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<String, Symbol.Component> components = new HashMap<>();

  Module(Kinds kinds, Diagnostics diagnostics) {
    this.kinds = kinds;
    this.diagnostics = diagnostics;
  }

  Kinds kinds() {
    return kinds;
  }

  void report(Diagnostic diagnostic) {
    diagnostics.report(diagnostic);
  }

  Declared declared() {
    return declared;
  }

  Uses uses() {
    return uses;
  }

  Needs needs() {
    return needs;
  }

  /** The scope of the values of the module. */
  Scope scope() {
    return scope;
  }

  /** The scope that the body of a {@code for} or {@code if} opens. */
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
}
