package dev.dvl.compiler.schema;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Diagnostics;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.syntax.TypeNode;
import dev.dvl.compiler.type.Stage;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.type.TypeNames;
import dev.dvl.compiler.type.TypeReader;
import dev.dvl.compiler.value.Term;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The types and kinds that schema files declare, by name; a type is read when first asked for. */
final class SchemaTypes implements TypeNames {
  private final Map<String, Item.Type> declared;
  private final Map<String, Target> targets;
  private final Diagnostics diagnostics;
  private final Map<String, Type> read = new LinkedHashMap<>();
  private final Set<String> reading = new HashSet<>();

  SchemaTypes(
      Map<String, Item.Type> declared, Map<String, Target> targets, Diagnostics diagnostics) {
    this.declared = declared;
    this.targets = targets;
    this.diagnostics = diagnostics;
  }

  /** A reader of the types in a kind. */
  TypeReader reader(Stage stage) {
    return new TypeReader(this, stage, diagnostics);
  }

  /** All declared types in the order of the text. */
  Collection<NamedType> all() {
    return declared.values().stream()
        .map(item -> new NamedType(item.name().text(), doc(item), read(item)))
        .toList();
  }

  @Override
  public Optional<Type> declared(TypeNode.Named name) {
    return Optional.ofNullable(declared.get(name.name().text())).map(this::read);
  }

  @Override
  public Optional<Target> target(String name) {
    return Optional.ofNullable(targets.get(name));
  }

  @Override
  public Collection<String> declaredNames() {
    return declared.keySet();
  }

  @Override
  public Collection<String> targetNames() {
    return targets.keySet();
  }

  @Override
  public Term term(Expr expr) {
    return new TermReader(RuleNames.VALUE, diagnostics).read(expr);
  }

  private Type read(Item.Type item) {
    String name = item.name().text();
    Type known = read.get(name);
    if (known != null) {
      return known;
    }
    if (!reading.add(name)) {
      diagnostics.report(
          Diagnostic.at(SchemaCodes.RECURSIVE, item.name().span(), "this type contains itself"));
      return new Type.Wrong();
    }
    Type type = named(name, item);
    reading.remove(name);
    read.put(name, type);
    return type;
  }

  private Type named(String name, Item.Type item) {
    Type base =
        switch (reader(Stage.LATER).read(item.type())) {
          case Type.ObjectOf(var ignored, var fields, var qualifiers) ->
              new Type.ObjectOf(Optional.of(name), fields, qualifiers);
          case Type other -> other;
        };
    return item.where()
        .map(
            where ->
                (Type)
                    new Type.Refined(
                        name,
                        base,
                        new Type.Condition(
                            term(where.condition()), where.message().map(this::term))))
        .orElse(base);
  }

  private String doc(Item.Type item) {
    if (item.lead().doc().isEmpty()) {
      diagnostics.report(
          Diagnostic.at(SchemaCodes.NO_DOC, item.name().span(), "no `///` stands above this type"));
    }
    return item.lead().doc().orElse("");
  }
}
