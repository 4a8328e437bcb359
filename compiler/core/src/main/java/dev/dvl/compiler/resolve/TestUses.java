package dev.dvl.compiler.resolve;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Body;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.syntax.Name;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Links the names that tests use, and looks at the form of their statements. An expectation sees
 * the values of the program, and {@code plan} and {@code output} where the program itself has
 * nothing of that name.
 */
final class TestUses {
  private static final String HOLDS =
      "a test holds only `params`, `secrets`, `fault`, `apply` and `expect`";

  private final Module module;
  private final ExprUses exprs;
  private final PartUses parts;

  TestUses(Module module, ExprUses exprs, PartUses parts) {
    this.module = module;
    this.exprs = exprs;
    this.parts = parts;
  }

  void resolve(Item.Test test, ExprUses.Around around) {
    title(test);
    ExprUses.Around inside = around.within(observing(around.scope()));
    for (Item item : test.body().items()) {
      new Unavailable(module).lead(item);
      switch (item) {
        case Item.Attribute attribute -> settings(attribute, around);
        case Item.Expect expect -> expect(expect, inside);
        case Item.ExpectWords words -> words(words);
        case Item.Apply apply -> apply(apply);
        case Item.Declaration declaration -> declaration(declaration, around);
        case Item.Broken ignored -> {}
        case Item other -> parts.outOfPlace(other, HOLDS);
      }
    }
  }

  private static Scope observing(Scope outer) {
    Scope inner = outer.inner();
    for (Symbol symbol : List.of(Symbol.Observed.PLAN, Symbol.Observed.OUTPUT)) {
      if (outer.find(symbol.name()).isEmpty()) {
        inner.declare(symbol);
      }
    }
    return inner;
  }

  /** Snapshots and reports go by the title. */
  private void title(Item.Test test) {
    if (!(test.title() instanceof Expr.Text title)) {
      return;
    }
    if (title.literal().filter(it -> !it.isBlank()).isEmpty()) {
      writtenOut(title.span(), "the title of a test is plain text, and not empty");
      return;
    }
    for (Item.Test earlier : module.declared().tests()) {
      if (earlier.equals(test)) {
        return;
      }
      if (earlier.title() instanceof Expr.Text first && first.literal().equals(title.literal())) {
        module.report(
            Diagnostic.at(NameCodes.DUPLICATE, title.span(), "another test has this title")
                .label(first.span(), "first used here"));
        return;
      }
    }
  }

  /** {@code params = { … }} and {@code secrets = { … }}. */
  private void settings(Item.Attribute item, ExprUses.Around around) {
    String name = TestForm.word(item.key()).orElse("");
    if (!name.equals(TestForm.PARAMS) && !name.equals(TestForm.SECRETS)) {
      parts.outOfPlace(item, HOLDS);
      return;
    }
    if (!(item.value() instanceof Expr.ObjectLiteral object)) {
      if (!(item.value() instanceof Expr.Broken)) {
        writtenOut(item.value().span(), "write this out: `" + name + " = { name = value }`");
      }
      return;
    }
    for (Expr.Entry entry : object.entries()) {
      if (TestForm.word(entry.key()).isEmpty()) {
        writtenOut(entry.key().span(), "a name is written out here");
      }
      exprs.resolve(entry.value(), around);
    }
  }

  private void expect(Item.Expect expect, ExprUses.Around inside) {
    exprs.resolve(expect.condition(), inside);
    expect.message().ifPresent(message -> exprs.resolve(message, inside));
  }

  private void words(Item.ExpectWords expect) {
    if (TestForm.code(expect).isPresent() || TestForm.isSnapshot(expect)) {
      return;
    }
    String words = expect.words().stream().map(Name::text).collect(Collectors.joining(" "));
    if (words.startsWith("error ")) {
      statement(expect.span(), "codes of errors look like `DVL3009`");
    } else {
      statement(expect.span(), "a test cannot expect `" + words + "`");
    }
  }

  private void apply(Item.Apply apply) {
    apply
        .how()
        .filter(it -> !it.isMissing() && !it.text().equals(TestForm.FAILS))
        .ifPresent(it -> statement(it.span(), "`apply` stands alone, or before `fails`"));
  }

  private void statement(Span span, String text) {
    module.report(
        Diagnostic.at(TestCodes.STATEMENT, span, text)
            .note(
                "There are `expect CONDITION`, `expect error CODE`, `expect plan matches"
                    + " snapshot`, `apply` and `apply fails`."));
  }

  private void declaration(Item.Declaration item, ExprUses.Around around) {
    boolean fault = item.kind().text().equals(TestForm.FAULT);
    if (!fault || item.name().isPresent() || !item.keys().isEmpty() || item.on().isPresent()) {
      parts.outOfPlace(item, fault ? "a fault is written `fault { call = … }`" : HOLDS);
      return;
    }
    List<Item> settings = item.body().map(Body::items).orElse(List.of());
    for (Item setting : settings) {
      switch (setting) {
        case Item.Attribute attribute -> exprs.resolve(attribute.value(), around);
        case Item.Broken ignored -> {}
        case Item other -> parts.outOfPlace(other, "a fault holds only attributes");
      }
    }
    parts.attributesOnce(settings);
  }

  private void writtenOut(Span span, String text) {
    module.report(Diagnostic.at(TestCodes.WRITTEN_OUT, span, text));
  }
}
