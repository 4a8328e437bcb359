package dev.dvl.compiler.parse;

import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.QualifiedName;
import dev.dvl.compiler.syntax.TypeNode;
import dev.dvl.compiler.syntax.Where;
import dev.dvl.grammar.DvlParser;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Builds types as they are written. */
final class TypeBuilder {
  private final Building building;

  TypeBuilder(Building building) {
    this.building = building;
  }

  TypeNode type(DvlParser.@Nullable TypeContext type, ParserRuleContext parent) {
    if (type == null || type.members.isEmpty()) {
      return new TypeNode.Broken(building.missingIn(parent));
    }
    List<TypeNode> members = type.members.stream().map(this::term).toList();
    return members.size() == 1
        ? members.getFirst()
        : new TypeNode.Union(building.span(type), members);
  }

  Optional<Where> where(DvlParser.@Nullable WhereContext where) {
    return Optional.ofNullable(where)
        .map(
            present ->
                new Where(
                    building.span(present),
                    building.exprs().expr(present.value, present),
                    Optional.ofNullable(present.message).map(building.strings()::text)));
  }

  private TypeNode term(DvlParser.TypeTermContext term) {
    TypeNode type = atom(term.atom, term);
    Span span = building.span(term);
    if (term.optional != null) {
      type = new TypeNode.Maybe(type.span().union(building.span(term.optional)), type);
    }
    if (term.known != null) {
      type = new TypeNode.KnownOf(span, type);
    }
    return term.secret == null ? type : new TypeNode.SecretOf(span, type);
  }

  private TypeNode atom(DvlParser.@Nullable TypeAtomContext atom, ParserRuleContext parent) {
    return switch (atom) {
      case null -> new TypeNode.Broken(building.missingIn(parent));
      case DvlParser.NamedTypeContext c ->
          new TypeNode.Named(
              building.span(c),
              path(c.which, c),
              c.arguments.stream().map(argument -> type(argument, argument)).toList());
      case DvlParser.LiteralTypeContext c ->
          new TypeNode.Literal(building.span(c), building.exprs().literal(c, c.quoted));
      case DvlParser.ObjectTypeContext c ->
          new TypeNode.ObjectType(building.span(c), c.fields.stream().map(this::field).toList());
      case DvlParser.ParenTypeContext c -> new TypeNode.Parens(building.span(c), type(c.inner, c));
      default -> new TypeNode.Broken(building.span(atom)); // no form fitted
    };
  }

  private QualifiedName path(DvlParser.@Nullable TypePathContext path, ParserRuleContext parent) {
    return path == null
        ? building.missingPath(parent)
        : building.qualified(building.span(path), path.first, path.rest, parent);
  }

  private TypeNode.Field field(DvlParser.TypeFieldContext field) {
    return new TypeNode.Field(
        building.span(field),
        building.doc(field),
        building.exprs().key(field.id, field.quoted, field),
        field.optional != null,
        type(field.of, field),
        Optional.ofNullable(field.value).map(value -> value(value, field)),
        where(field.limit),
        Optional.ofNullable(field.block).map(body -> building.items().body(body, field)));
  }

  private Expr value(DvlParser.ExprContext value, ParserRuleContext parent) {
    return building.exprs().expr(value, parent);
  }
}
