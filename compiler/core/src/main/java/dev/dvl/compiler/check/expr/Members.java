package dev.dvl.compiler.check.expr;

import dev.dvl.compiler.check.fit.FieldTypes;
import dev.dvl.compiler.check.fit.Shapes;
import dev.dvl.compiler.check.result.Access;
import dev.dvl.compiler.diagnostic.Article;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Suggestion;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.type.Qualifiers;
import dev.dvl.compiler.type.Qualities;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.type.TypeText;
import java.util.Collection;
import java.util.Optional;

/** {@code a.b} and {@code a?.b}. */
final class Members {
  private final Typing typing;
  private final ResourceMembers resources;

  Members(Typing typing) {
    this.typing = typing;
    this.resources = new ResourceMembers(typing, this);
  }

  Type infer(Expr.Member member, Context context) {
    Optional<Symbol> ofModule = typing.names().meaning(member);
    if (ofModule.isPresent()) {
      return typing.symbols().of(ofModule.get());
    }
    Type target = typing.infer(member.target(), context);
    if (target instanceof Type.ListOf(Type element, Qualifiers shape) && isSplat(member.target())) {
      return new Type.ListOf(of(member, element, context), shape);
    }
    Type type = of(member, target, context);
    return typing.symbols().isNonNull(member, context) ? Shapes.present(type) : type;
  }

  private Type of(Expr.Member member, Type target, Context context) {
    if (!(target instanceof Type.Maybe(Type inner))) {
      return present(member, target, context);
    }
    if (!member.safe()) {
      typing.report(maybeNull(member));
    }
    Type type = present(member, inner, context);
    return member.safe() ? Shapes.maybe(type) : type;
  }

  private static Diagnostic maybeNull(Expr.Member member) {
    return Diagnostic.at(CheckCodes.MAY_BE_NULL, member.target().span(), "this may be null")
        .note("Write `?.`, which gives null then, or look first with `if … != null`.");
  }

  private Type present(Expr.Member member, Type target, Context context) {
    return switch (target) {
      case Type.Wrong wrong -> wrong;
      case Type.Ref ref -> resources.infer(member, ref, context);
      case Type.Composite composite -> typing.components().read(member, composite);
      case Type.ObjectOf object -> field(member, object);
      case Type.MapOf(Type value, Qualifiers shape) -> {
        typing.types().put(member, new Access.Field(member.name().text()));
        yield Qualities.with(value, shape);
      }
      case Type.Refined refined -> present(member, refined.base(), context);
      case Type.Keyed ignored -> keyed(member);
      case Type.Null ignored -> none(member, target);
      case Type other -> none(member, other);
    };
  }

  private Type field(Expr.Member member, Type.ObjectOf object) {
    String name = member.name().text();
    Type.Field field = object.fields().get(name);
    if (field == null) {
      return unknown(
          member, Article.quoted(TypeText.of(object)), "a field", object.fields().keySet());
    }
    typing.types().put(member, new Access.Field(name));
    return FieldTypes.read(field);
  }

  Type unknown(Expr.Member member, String owner, String what, Collection<String> candidates) {
    String name = member.name().text();
    if (!member.name().isMissing()) {
      Diagnostic unknown =
          Diagnostic.at(
              CheckCodes.NO_MEMBER, member.name().span(), owner + " has no `" + name + "`");
      typing.report(Suggestion.add(unknown, what, name, member.name().span(), candidates));
    }
    return Shapes.WRONG;
  }

  private Type keyed(Expr.Member member) {
    Span span = member.target().span();
    typing.report(
        Diagnostic.at(CheckCodes.NO_KEY, span, "this resource has keys")
            .note("Name one with `[…]`, or list all with `[*]`."));
    return Shapes.WRONG;
  }

  private Type none(Expr.Member member, Type target) {
    if (!member.name().isMissing()) {
      typing.report(
          Diagnostic.at(
              CheckCodes.NO_MEMBER,
              member.name().span(),
              Article.quoted(TypeText.of(target)) + " has no parts"));
    }
    return Shapes.WRONG;
  }

  /** Whether members of this expression are read of each element: {@code app[*].disk.size}. */
  private static boolean isSplat(Expr expr) {
    return switch (expr) {
      case Expr.Splat ignored -> true;
      case Expr.Member member -> isSplat(member.target());
      case Expr.Parens parens -> isSplat(parens.inner());
      case Expr ignored -> false;
    };
  }
}
