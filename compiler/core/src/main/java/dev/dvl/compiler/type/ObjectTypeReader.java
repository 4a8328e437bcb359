package dev.dvl.compiler.type;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Diagnostics;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.ObjectKey;
import dev.dvl.compiler.syntax.TypeNode;
import dev.dvl.compiler.syntax.Where;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads object types: their fields with defaults and conditions. */
final class ObjectTypeReader {
  private final TypeReader types;
  private final TypeNames names;
  private final Diagnostics diagnostics;
  private final Qualifiers shape;

  ObjectTypeReader(TypeReader types, TypeNames names, Diagnostics diagnostics, Qualifiers shape) {
    this.types = types;
    this.names = names;
    this.diagnostics = diagnostics;
    this.shape = shape;
  }

  Type read(TypeNode.ObjectType object) {
    Map<String, Type.Field> fields = new LinkedHashMap<>();
    Map<String, Span> first = new HashMap<>();
    for (TypeNode.Field field : object.fields()) {
      name(field.name()).ifPresent(name -> add(name, field, fields, first));
    }
    return new Type.ObjectOf(Optional.empty(), fields, shape);
  }

  private void add(
      String name, TypeNode.Field node, Map<String, Type.Field> fields, Map<String, Span> first) {
    Span earlier = first.putIfAbsent(name, node.name().span());
    if (earlier != null) {
      diagnostics.report(
          Diagnostic.at(
                  TypeCodes.FIELD_TWICE, node.name().span(), "the type has `" + name + "` already")
              .label(earlier, "first declared here"));
      return;
    }
    node.meta()
        .ifPresent(
            meta ->
                diagnostics.report(
                    Diagnostic.at(
                            TypeCodes.FIELD_META,
                            meta.span(),
                            "a field of an object has no settings")
                        .note(
                            "A change of a field costs what a change of the whole attribute"
                                + " costs.")));
    fields.put(name, field(name, node));
  }

  private Type.Field field(String name, TypeNode.Field node) {
    Type type = types.read(node.type());
    return new Type.Field(
        name,
        node.doc().orElse(""),
        type,
        node.optional(),
        node.value().map(value -> LiteralShape.of(names.term(value), type)),
        node.where().map(this::condition));
  }

  private Type.Condition condition(Where where) {
    return new Type.Condition(names.term(where.condition()), where.message().map(names::term));
  }

  private Optional<String> name(ObjectKey key) {
    return switch (key) {
      case ObjectKey.Word(var ignored, String text) -> Optional.of(text);
      case ObjectKey.Quoted(var ignored, Expr.Text text) -> text.literal();
      case ObjectKey.Computed ignored -> Optional.empty();
    };
  }
}
