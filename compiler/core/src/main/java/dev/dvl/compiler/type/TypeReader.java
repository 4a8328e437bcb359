package dev.dvl.compiler.type;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Diagnostics;
import dev.dvl.compiler.diagnostic.Suggestion;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Name;
import dev.dvl.compiler.syntax.TypeNode;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Turns types as written into {@link Type}s, in programs and in schemas of kinds alike.
 *
 * <p>A part that is wrong is reported once and becomes {@link Type.Wrong}. A reference is always
 * known: which object it means decides the order of work.
 */
public final class TypeReader {
  private final TypeNames names;
  private final Diagnostics diagnostics;
  private final Qualifiers leaf;
  private final UnionReader unions;
  private final ObjectTypeReader objects;

  /**
   * A reader of types in one scope.
   *
   * @param stage what a leaf accepts that says nothing of itself
   */
  public TypeReader(TypeNames names, Stage stage, Diagnostics diagnostics) {
    this.names = names;
    this.diagnostics = diagnostics;
    this.leaf = new Qualifiers(stage, false);
    this.unions = new UnionReader(diagnostics);
    this.objects = new ObjectTypeReader(this, names, diagnostics, leaf);
  }

  public Type read(TypeNode node) {
    return TypeSize.limited(whole(node), node.span(), diagnostics);
  }

  private Type whole(TypeNode node) {
    return switch (node) {
      case TypeNode.Named named -> named(named);
      case TypeNode.Literal literal -> literal(literal);
      case TypeNode.ObjectType object -> objects.read(object);
      case TypeNode.Union union -> union(union);
      case TypeNode.Maybe(var ignored, TypeNode inner) -> maybe(read(inner));
      case TypeNode.SecretOf(var ignored, TypeNode inner) ->
          Requalified.each(read(inner), was -> was.or(Qualifiers.SECRET));
      case TypeNode.KnownOf(var ignored, TypeNode inner) ->
          Requalified.each(read(inner), was -> new Qualifiers(Stage.KNOWN, was.secret()));
      case TypeNode.Parens(var ignored, TypeNode inner) -> read(inner);
      case TypeNode.Broken ignored -> new Type.Wrong();
    };
  }

  private Type union(TypeNode.Union union) {
    List<UnionReader.Member> members = new ArrayList<>();
    union.members().forEach(node -> members.add(new UnionReader.Member(read(node), node.span())));
    return unions.read(members);
  }

  private Type named(TypeNode.Named named) {
    Optional<Type> declared = names.declared(named);
    if (declared.isPresent()) {
      return takesNone(named) ? declared.get() : new Type.Wrong();
    }
    return switch (named.name().text()) {
      case "list" -> argument(named).map(it -> (Type) new Type.ListOf(it, leaf)).orElse(wrong());
      case "set" -> argument(named).map(it -> (Type) new Type.SetOf(it, leaf)).orElse(wrong());
      case "map" -> map(named);
      case "ref" -> ref(named);
      case String name -> scalar(name, named);
    };
  }

  private Type scalar(String name, TypeNode.Named named) {
    for (ScalarKind kind : ScalarKind.values()) {
      if (kind.word().equals(name)) {
        return takesNone(named) ? new Type.Scalar(kind, leaf) : wrong();
      }
    }
    List<String> candidates = new ArrayList<>(names.declaredNames());
    candidates.addAll(List.of("list", "set", "map", "ref"));
    List.of(ScalarKind.values()).forEach(kind -> candidates.add(kind.word()));
    Diagnostic unknown =
        Diagnostic.at(TypeCodes.UNKNOWN_TYPE, named.span(), "no type is called `" + name + "`");
    report(Suggestion.add(unknown, "a type", name, named.name().span(), candidates));
    return wrong();
  }

  /** {@code map<T>}, or in full {@code map<string, T>}. */
  private Type map(TypeNode.Named named) {
    List<TypeNode> arguments = named.arguments();
    if (arguments.size() == 2) {
      boolean byText =
          read(arguments.getFirst()) instanceof Type.Scalar(var kind, var ignored)
              && kind == ScalarKind.STRING;
      if (!byText) {
        report(
            Diagnostic.at(
                    TypeCodes.MAP_KEY, arguments.getFirst().span(), "keys of a map are strings")
                .note("Write `map<T>`, which is short for `map<string, T>`."));
        return wrong();
      }
      return new Type.MapOf(read(arguments.getLast()), leaf);
    }
    return argument(named).map(it -> (Type) new Type.MapOf(it, leaf)).orElse(wrong());
  }

  private Type ref(TypeNode.Named named) {
    boolean isName =
        named.arguments().size() == 1
            && named.arguments().getFirst() instanceof TypeNode.Named inner
            && inner.arguments().isEmpty();
    if (!isName) {
      return argumentsWrong(named, "`ref` takes the name of a kind: `ref<volume>`");
    }
    TypeNode.Named inner = (TypeNode.Named) named.arguments().getFirst();
    return names
        .component(inner)
        .orElseGet(() -> target(inner, "kind, interface or component", referable()));
  }

  /** What something stands on: a kind or an interface, by its name alone. */
  public Type place(TypeNode node) {
    if (node instanceof TypeNode.Named named && named.arguments().isEmpty()) {
      return target(named, "kind or interface", names.targetNames());
    }
    report(
        Diagnostic.at(
            TypeCodes.UNKNOWN_TARGET,
            node.span(),
            "a place is the name of a kind or an interface"));
    return wrong();
  }

  private List<String> referable() {
    List<String> all = new ArrayList<>(names.targetNames());
    all.addAll(names.componentNames());
    return all;
  }

  private Type target(TypeNode.Named inner, String wanted, Collection<String> known) {
    List<Name> path = inner.name().names();
    String target = inner.name().text();
    Optional<TypeNames.Target> found = names.target(target);
    if (found.isEmpty()) {
      Diagnostic unknown =
          Diagnostic.at(
              TypeCodes.UNKNOWN_TARGET,
              inner.span(),
              "no " + wanted + " is called `" + target + "`");
      report(
          Suggestion.add(unknown, "a kind", path.getLast().text(), path.getLast().span(), known));
      return wrong();
    }
    boolean isInterface = found.get() == TypeNames.Target.INTERFACE;
    return new Type.Ref(target, isInterface, Qualifiers.PLAIN);
  }

  private Optional<Type> argument(TypeNode.Named named) {
    if (named.arguments().size() == 1) {
      return Optional.of(read(named.arguments().getFirst()));
    }
    String name = named.name().text();
    argumentsWrong(named, "`" + name + "` takes one type: `" + name + "<string>`");
    return Optional.empty();
  }

  private boolean takesNone(TypeNode.Named named) {
    if (!named.arguments().isEmpty()) {
      argumentsWrong(named, "`" + named.name().text() + "` takes no types");
    }
    return named.arguments().isEmpty();
  }

  private Type argumentsWrong(TypeNode.Named named, String text) {
    report(Diagnostic.at(TypeCodes.TYPE_ARGUMENTS, named.span(), text));
    return wrong();
  }

  private Type literal(TypeNode.Literal literal) {
    Optional<Value> value =
        switch (literal.value()) {
          case Expr.Constant(var ignored, Value constant) -> Optional.of(constant);
          case Expr.Text text -> text.literal().map(Value::text);
          case Expr.Broken ignored -> Optional.of(Value.Null.NULL);
          case Expr ignored -> Optional.empty();
        };
    if (value.isEmpty()) {
      report(
          Diagnostic.at(
              TypeCodes.LITERAL_TYPE, literal.span(), "the value of this type is not fixed"));
      return wrong();
    }
    return value.get().isNull() ? new Type.Null() : new Type.Literal(value.get(), leaf);
  }

  static Type maybe(Type inner) {
    return switch (inner) {
      case Type.Maybe already -> already;
      case Type.Null none -> none;
      case Type.Wrong wrong -> wrong;
      case Type other -> new Type.Maybe(other);
    };
  }

  private void report(Diagnostic diagnostic) {
    diagnostics.report(diagnostic);
  }

  private static Type wrong() {
    return new Type.Wrong();
  }
}
