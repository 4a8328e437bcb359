package dev.dvl.compiler.check;

import dev.dvl.compiler.diagnostic.Diagnostics;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.schema.NamedType;
import dev.dvl.compiler.schema.Terms;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.syntax.QualifiedName;
import dev.dvl.compiler.syntax.TypeNode;
import dev.dvl.compiler.syntax.Where;
import dev.dvl.compiler.type.Stage;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.type.TypeNames;
import dev.dvl.compiler.type.TypeReader;
import dev.dvl.compiler.value.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Types as the program writes them, those that it declares among them. */
final class WrittenTypes implements TypeNames {
  private final Typing typing;
  private final TypeReader reader;
  private final Map<String, Symbol.Type> declared = new HashMap<>();
  private final Map<String, Type> read = new HashMap<>();
  private final Set<String> reading = new HashSet<>();

  WrittenTypes(Typing typing) {
    this.typing = typing;
    this.reader = new TypeReader(this, Stage.LATER, typing.diagnostics());
    typing.names().types().forEach(symbol -> declared.putIfAbsent(symbol.name(), symbol));
  }

  /** The type as written, open for values that are known later. */
  Type open(TypeNode node) {
    Type type = reader.read(node);
    typing.types().put(node, type);
    return type;
  }

  /** The type as written, which has been read before and found right or wrong then. */
  Type again(TypeNode node) {
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
  Type place(TypeNode node) {
    Type type = reader.place(node);
    typing.types().put(node, type);
    return type;
  }

  /** The type that a symbol declares. */
  Type of(Symbol.Type symbol) {
    return declared(symbol.name()).orElse(Shapes.WRONG);
  }

  @Override
  public Optional<Type> declared(QualifiedName name) {
    return declared(name.text());
  }

  private Optional<Type> declared(String name) {
    Symbol.Type symbol = declared.get(name);
    if (symbol == null) {
      return Optional.ofNullable(typing.kinds().types().get(name)).map(NamedType::type);
    }
    Type known = read.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    if (!reading.add(name)) {
      return Optional.of(Shapes.WRONG);
    }
    Type type = named(symbol);
    reading.remove(name);
    read.put(name, type);
    typing.types().put(symbol, type);
    return Optional.of(type);
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
    Set<String> names = new HashSet<>(declared.keySet());
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
  public Term term(Expr expr) {
    return Terms.of(expr);
  }
}
