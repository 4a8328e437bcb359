package dev.dvl.compiler.check.expr;

import dev.dvl.compiler.check.fit.Interfaces;
import dev.dvl.compiler.check.fit.Shapes;
import dev.dvl.compiler.diagnostic.Diagnostics;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.schema.NamedType;
import dev.dvl.compiler.schema.Terms;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.syntax.TypeNode;
import dev.dvl.compiler.syntax.Where;
import dev.dvl.compiler.type.Qualities;
import dev.dvl.compiler.type.Stage;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.type.TypeNames;
import dev.dvl.compiler.type.TypeReader;
import dev.dvl.compiler.value.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Types as the program writes them, those that it declares among them. */
public final class WrittenTypes implements TypeNames {
  private final Typing typing;
  private final TypeReader reader;
  private final IdentityHashMap<Symbol.Type, Type> read = new IdentityHashMap<>();
  private final Set<Symbol.Type> reading = Collections.newSetFromMap(new IdentityHashMap<>());

  WrittenTypes(Typing typing) {
    this.typing = typing;
    this.reader = new TypeReader(this, Stage.LATER, typing.diagnostics());
  }

  /** The type as written, open for values that are known later. */
  public Type open(TypeNode node) {
    Type type = reader.read(node);
    typing.types().put(node, type);
    return type;
  }

  /** The type as written, which has been read before and found right or wrong then. */
  public Type again(TypeNode node) {
    Type before = typing.types().of(node);
    return Shapes.isWrong(before)
        ? new TypeReader(this, Stage.LATER, new Diagnostics()).read(node)
        : before;
  }

  /** The type as written, for values that are known. */
  Type known(TypeNode node) {
    Type type = Qualities.at(Stage.KNOWN, reader.read(node));
    typing.types().put(node, type);
    return type;
  }

  /** The kind or interface that something stands on. */
  public Type place(TypeNode node) {
    Type type = reader.place(node);
    typing.types().put(node, type);
    return type;
  }

  @Override
  public Optional<Type> declared(TypeNode.Named name) {
    if (typing.names().isWrong(name)) {
      return Optional.of(Shapes.WRONG);
    }
    Optional<Symbol.Type> own = typing.names().meaning(name);
    return own.isPresent()
        ? Optional.of(of(own.get()))
        : Optional.ofNullable(typing.kinds().types().get(name.name().text())).map(NamedType::type);
  }

  /** The type that a symbol declares. */
  public Type of(Symbol.Type symbol) {
    Type known = read.get(symbol);
    if (known != null) {
      return known;
    }
    if (!reading.add(symbol)) {
      return Shapes.WRONG;
    }
    Type type = named(symbol);
    reading.remove(symbol);
    read.put(symbol, type);
    typing.types().put(symbol, type);
    return type;
  }

  private Type named(Symbol.Type symbol) {
    Item.Type item = symbol.item();
    Type base = open(item.type());
    Type type =
        base instanceof Type.ObjectOf(var ignored, var fields, var shape)
            ? new Type.ObjectOf(Optional.of(symbol.name()), fields, shape)
            : base;
    return item.where().map(where -> refined(symbol.name(), type, where)).orElse(type);
  }

  private Type refined(String name, Type base, Where where) {
    return Shapes.isWrong(base)
        ? base
        : new Type.Refined(
            name,
            base,
            new Type.Condition(term(where.condition()), where.message().map(this::term)));
  }

  @Override
  public Optional<Type> component(TypeNode.Named name) {
    return typing.names().isWrong(name)
        ? Optional.of(Shapes.WRONG)
        : typing.names().target(name).map(ComponentTypes::type);
  }

  @Override
  public Optional<Target> target(String name) {
    if (typing.kinds().find(name).isPresent()) {
      return Optional.of(Target.KIND);
    }
    return Interfaces.all(typing.kinds()).contains(name)
        ? Optional.of(Target.INTERFACE)
        : Optional.empty();
  }

  @Override
  public Collection<String> declaredNames() {
    Set<String> names = new HashSet<>();
    typing.names().types().forEach(symbol -> names.add(symbol.name()));
    names.addAll(typing.kinds().types().keySet());
    return names;
  }

  @Override
  public Collection<String> targetNames() {
    List<String> names = new ArrayList<>(typing.kinds().byName().keySet());
    names.addAll(Interfaces.all(typing.kinds()));
    return names;
  }

  @Override
  public Collection<String> componentNames() {
    return typing.names().components().stream().map(Symbol.Component::name).toList();
  }

  @Override
  public Term term(Expr expr) {
    return Terms.of(expr);
  }
}
