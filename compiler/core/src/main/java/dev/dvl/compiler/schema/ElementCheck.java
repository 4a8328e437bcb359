package dev.dvl.compiler.schema;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Diagnostics;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.type.Type;
import java.util.List;
import java.util.Optional;

/** Settings that speak of elements make sense only where the type has such elements. */
record ElementCheck(Type type, Settings settings, Diagnostics diagnostics) {

  void run() {
    Type bare = bare(type);
    if (bare instanceof Type.Wrong) {
      return;
    }
    settings
        .find("merge")
        .filter(expr -> !(bare instanceof Type.MapOf) && !(bare instanceof Type.SetOf))
        .ifPresent(expr -> report(SchemaCodes.SETTING_VALUE, expr, "only maps and sets merge"));
    settings.find("by").ifPresent(expr -> by(expr, bare));
  }

  private void by(Expr expr, Type bare) {
    Optional<Type> element =
        switch (bare) {
          case Type.SetOf(Type it, var ignored) -> Optional.of(bare(it));
          case Type.ListOf(Type it, var ignored) -> Optional.of(bare(it));
          case Type ignored -> Optional.empty();
        };
    List<Type.ObjectOf> objects = element.map(ElementCheck::objects).orElse(List.of());
    if (objects.isEmpty()) {
      report(SchemaCodes.SETTING_VALUE, expr, "only objects in a set or list have an identity");
      return;
    }
    settings
        .text("by")
        .filter(field -> !objects.stream().allMatch(it -> it.fields().containsKey(field)))
        .ifPresent(
            field ->
                report(SchemaCodes.NO_SUCH_PART, expr, "not every element has `" + field + "`"));
  }

  private static List<Type.ObjectOf> objects(Type type) {
    return switch (type) {
      case Type.ObjectOf object -> List.of(object);
      case Type.Union(List<Type> members) ->
          members.stream().flatMap(member -> objects(bare(member)).stream()).toList();
      case Type ignored -> List.of();
    };
  }

  private static Type bare(Type type) {
    return switch (type) {
      case Type.Maybe(Type inner) -> bare(inner);
      case Type.Refined refined -> bare(refined.base());
      case Type other -> other;
    };
  }

  private void report(Code code, Expr expr, String text) {
    diagnostics.report(Diagnostic.at(code, expr.span(), text));
  }
}
