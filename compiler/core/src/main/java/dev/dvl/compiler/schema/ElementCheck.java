package dev.dvl.compiler.schema;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Diagnostics;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.type.Type;
import java.util.List;

/** Settings that speak of elements make sense only where the type has such elements. */
record ElementCheck(Type type, Settings settings, Diagnostics diagnostics) {

  void run() {
    Type bare = ElementTypes.bare(type);
    if (bare instanceof Type.Wrong) {
      return;
    }
    settings
        .find("merge")
        .filter(expr -> !(bare instanceof Type.MapOf) && !(bare instanceof Type.SetOf))
        .ifPresent(
            expr -> report(SchemaCodes.SETTING_VALUE, expr.span(), "only maps and sets merge"));
    settings.find("by").ifPresent(expr -> by(expr, bare));
    settings.find("own").ifPresent(expr -> fieldsOf("own", expr, bare));
    settings.find("inside").ifPresent(expr -> inside(expr, bare));
    settings.find("first").ifPresent(this::first);
  }

  private void first(Expr expr) {
    settings
        .text("first")
        .filter(field -> settings.words("inside").stream().noneMatch(it -> it.text().equals(field)))
        .ifPresent(
            field ->
                report(
                    SchemaCodes.SETTING_VALUE,
                    expr.span(),
                    "`" + field + "` is not among what is `inside`"));
  }

  private void by(Expr expr, Type bare) {
    List<Type.ObjectOf> objects = objects(bare);
    if (objects.isEmpty()) {
      report(
          SchemaCodes.SETTING_VALUE, expr.span(), "only objects in a set or list have an identity");
      return;
    }
    settings
        .text("by")
        .filter(field -> !objects.stream().allMatch(it -> it.fields().containsKey(field)))
        .ifPresent(
            field ->
                report(
                    SchemaCodes.NO_SUCH_PART,
                    expr.span(),
                    "not every element has `" + field + "`"));
  }

  /** What lies inside a range needs one, and is an address, several with names, or a range. */
  private void inside(Expr expr, Type bare) {
    Type element = ElementTypes.element(bare).orElse(bare);
    boolean ranges =
        settings
            .text("by")
            .filter(
                by ->
                    ElementTypes.fields(element, by).stream()
                        .anyMatch(it -> ElementTypes.is(it, ScalarKind.CIDR)))
            .isPresent();
    if (!ranges) {
      report(SchemaCodes.SETTING_VALUE, expr.span(), "only a range in `by` has an inside");
      return;
    }
    for (Settings.Word word : fieldsOf("inside", expr, bare)) {
      if (!ElementTypes.fields(element, word.text()).stream()
          .allMatch(ElementCheck::hasAddresses)) {
        report(
            SchemaCodes.SETTING_VALUE, word.span(), "`" + word.text() + "` is no address or range");
      }
    }
  }

  private static boolean hasAddresses(Type type) {
    return ElementTypes.is(type, ScalarKind.IP)
        || ElementTypes.is(type, ScalarKind.CIDR)
        || (type instanceof Type.MapOf(Type value, var ignored)
            && ElementTypes.is(value, ScalarKind.IP));
  }

  /** The named fields, of which each is one of some element. */
  private List<Settings.Word> fieldsOf(String setting, Expr expr, Type bare) {
    if (settings.find("by").isEmpty()) {
      report(SchemaCodes.SETTING_VALUE, expr.span(), "only elements with a `by` have such fields");
      return List.of();
    }
    List<Type.ObjectOf> objects = objects(bare);
    List<Settings.Word> words = settings.words(setting);
    words.stream()
        .filter(word -> objects.stream().noneMatch(it -> it.fields().containsKey(word.text())))
        .forEach(
            word ->
                report(
                    SchemaCodes.NO_SUCH_PART, word.span(), "no element has `" + word.text() + "`"));
    return words;
  }

  private static List<Type.ObjectOf> objects(Type bare) {
    return ElementTypes.element(bare).map(ElementTypes::objects).orElse(List.of());
  }

  private void report(Code code, Span span, String text) {
    diagnostics.report(Diagnostic.at(code, span, text));
  }
}
