package dev.dvl.compiler.resolve;

import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.syntax.TypeNode;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;

/** What each name that is used means, by the identity of its node. */
final class Uses {
  private final IdentityHashMap<Expr.NameRef, Symbol> values = new IdentityHashMap<>();
  private final IdentityHashMap<Expr.Member, Symbol> members = new IdentityHashMap<>();
  private final Set<TypeNode.Named> wrong = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Symbol> named = Collections.newSetFromMap(new IdentityHashMap<>());
  private final IdentityHashMap<Expr.Call, Callee> callees = new IdentityHashMap<>();
  private final IdentityHashMap<TypeNode.Named, Symbol.Type> types = new IdentityHashMap<>();
  private final IdentityHashMap<TypeNode.Named, Symbol.Component> targets = new IdentityHashMap<>();
  private final IdentityHashMap<Item.Declaration, Meaning> declarations = new IdentityHashMap<>();
  private final IdentityHashMap<Item.Attribute, Attribute> attributes = new IdentityHashMap<>();
  private final IdentityHashMap<Item.Attribute, Symbol.Param> given = new IdentityHashMap<>();

  void put(Expr.NameRef use, Symbol symbol) {
    values.put(use, symbol);
    named.add(symbol);
  }

  /** {@code module.name}. */
  void put(Expr.Member use, Symbol symbol) {
    members.put(use, symbol);
    named.add(symbol);
  }

  /** A type that names nothing, which has been told. */
  void putWrong(TypeNode.Named use) {
    wrong.add(use);
  }

  boolean isWrong(TypeNode.Named use) {
    return wrong.contains(use);
  }

  Optional<Symbol> value(Expr.Member use) {
    return Optional.ofNullable(members.get(use));
  }

  void put(Expr.Call call, Callee callee) {
    callees.put(call, callee);
    if (callee instanceof Callee.Own(Symbol.Fn function)) {
      named.add(function);
    }
  }

  void put(TypeNode.Named use, Symbol.Type symbol) {
    types.put(use, symbol);
    named.add(symbol);
  }

  /** {@code ref<component>}. */
  void put(TypeNode.Named use, Symbol.Component component) {
    targets.put(use, component);
    named.add(component);
  }

  void put(Item.Declaration declaration, Meaning meaning) {
    declarations.put(declaration, meaning);
    if (meaning instanceof Meaning.Use(Symbol.Use use)) {
      named.add(use.component());
    }
  }

  void put(Item.Attribute attribute, Attribute schema) {
    attributes.put(attribute, schema);
  }

  void put(Item.Attribute attribute, Symbol.Param param) {
    given.put(attribute, param);
  }

  Optional<Symbol> value(Expr.NameRef use) {
    return Optional.ofNullable(values.get(use));
  }

  boolean isNamed(Symbol symbol) {
    return named.contains(symbol);
  }

  Optional<Callee> callee(Expr.Call call) {
    return Optional.ofNullable(callees.get(call));
  }

  Optional<Symbol.Type> type(TypeNode.Named use) {
    return Optional.ofNullable(types.get(use));
  }

  Optional<Symbol.Component> target(TypeNode.Named use) {
    return Optional.ofNullable(targets.get(use));
  }

  Optional<Meaning> declaration(Item.Declaration declaration) {
    return Optional.ofNullable(declarations.get(declaration));
  }

  Optional<Symbol.Param> given(Item.Attribute attribute) {
    return Optional.ofNullable(given.get(attribute));
  }

  Optional<Attribute> attribute(Item.Attribute attribute) {
    return Optional.ofNullable(attributes.get(attribute));
  }
}
