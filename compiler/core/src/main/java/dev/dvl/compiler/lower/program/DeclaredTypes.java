package dev.dvl.compiler.lower.program;

import dev.dvl.compiler.lower.convert.Conditions;
import dev.dvl.compiler.lower.convert.Conversion;
import dev.dvl.compiler.lower.run.Failure;
import dev.dvl.compiler.lower.run.LowerCodes;
import dev.dvl.compiler.lower.run.Run;
import dev.dvl.compiler.lower.unfold.BodyIndex;
import dev.dvl.compiler.resolve.Contents;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.syntax.TypeNode;
import dev.dvl.compiler.syntax.Where;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Computes the defaults and conditions inside the types of the module, so that a mistake in one is
 * told where it stands, whether anything uses the type or not, and not again where it is used.
 */
public final class DeclaredTypes {
  private static final Value ANY = new Value.Deferred(new Term.Var("it"));

  private final Run run;
  private final Conversion conversion;

  public DeclaredTypes(Run run, Conversion conversion) {
    this.run = run;
    this.conversion = conversion;
  }

  public void all() {
    for (Symbol.Type symbol : run.names().types()) {
      Item.Type item = symbol.item();
      Type type = run.types().of(symbol);
      if (type instanceof Type.Refined(var ignored, Type base, Type.Condition condition)) {
        item.where().ifPresent(where -> condition(where, condition));
        walk(item.type(), base);
      } else {
        walk(item.type(), type);
      }
    }
    params(run.names().contents());
    run.names().components().forEach(it -> params(run.names().contents(it)));
  }

  private void params(Contents contents) {
    contents.params().forEach(it -> walk(it.item().type(), run.types().of(it)));
  }

  private void walk(TypeNode node, Type type) {
    switch (node) {
      case TypeNode.ObjectType object
          when type instanceof Type.ObjectOf(var ignored, var fields, var alsoIgnored) ->
          object.fields().forEach(field -> field(field, fields));
      case TypeNode.Named(var ignored, var name, List<TypeNode> arguments)
          when arguments.size() == 1 ->
          element(type).ifPresent(inner -> walk(arguments.getFirst(), inner));
      case TypeNode.Union(var ignored, List<TypeNode> members)
          when type instanceof Type.Union(List<Type> types) && types.size() == members.size() -> {
        for (int i = 0; i < types.size(); i++) {
          walk(members.get(i), types.get(i));
        }
      }
      case TypeNode.Maybe maybe when type instanceof Type.Maybe(Type inner) ->
          walk(maybe.inner(), inner);
      case TypeNode.SecretOf secret -> walk(secret.inner(), type);
      case TypeNode.KnownOf known -> walk(known.inner(), type);
      case TypeNode.Parens parens -> walk(parens.inner(), type);
      case TypeNode ignored -> {}
    }
  }

  private static Optional<Type> element(Type type) {
    return switch (type) {
      case Type.ListOf(Type element, var ignored) -> Optional.of(element);
      case Type.SetOf(Type element, var ignored) -> Optional.of(element);
      case Type.MapOf(Type element, var ignored) -> Optional.of(element);
      case Type ignored -> Optional.empty();
    };
  }

  private void field(TypeNode.Field node, Map<String, Type.Field> fields) {
    Type.Field field = fields.get(BodyIndex.name(node.name()));
    if (field == null) {
      return;
    }
    walk(node.type(), field.type());
    if (node.where().isPresent() && field.where().isPresent()) {
      condition(node.where().get(), field.where().get());
    }
    if (node.value().isPresent() && field.value().isPresent()) {
      value(node.value().get(), field, field.value().get());
    }
  }

  private void condition(Where where, Type.Condition condition) {
    Span span = where.condition().span();
    try {
      Value holds = conditions().value(condition.term(), Map.of("it", ANY), span);
      if (holds.equals(Value.of(false))) {
        throw Failure.at(LowerCodes.FORBIDDEN, span, Conditions.NEVER);
      }
    } catch (Failure e) {
      conditions().hasBeenTold(condition.term());
      run.report().report(e);
    }
  }

  private void value(Expr expr, Type.Field field, Term term) {
    try {
      Value value = conditions().value(term, Map.of(), expr.span());
      conversion.held(value, field, expr.span());
    } catch (Failure e) {
      conditions().hasBeenTold(term);
      run.report().report(e);
    }
  }

  private Conditions conditions() {
    return conversion.conditions();
  }
}
