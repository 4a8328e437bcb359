package dev.dvl.compiler.lower;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.TestCase;
import dev.dvl.compiler.lower.expr.Expressions;
import dev.dvl.compiler.lower.run.Failure;
import dev.dvl.compiler.lower.run.Run;
import dev.dvl.compiler.lower.unfold.UnfoldedModule;
import dev.dvl.compiler.resolve.TestForm;
import dev.dvl.compiler.syntax.Body;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Computes the statements of a test as far as that goes without running it. */
final class TestSteps {
  private final UnfoldedModule module;
  private final Run run;
  private final Expressions expressions;

  TestSteps(UnfoldedModule module) {
    this.module = module;
    this.run = module.run();
    this.expressions = module.expressions();
  }

  Map<String, String> secrets(Map<String, Expr> written) {
    Map<String, String> secrets = new HashMap<>();
    written.forEach(
        (name, expr) -> {
          try {
            if (expressions.known(expr, module.module(), "a secret of a test")
                instanceof Value.Text(String text)) {
              secrets.put(name, text);
            }
          } catch (Failure e) {
            run.report().report(e);
          }
        });
    return secrets;
  }

  List<TestCase.Step> all(List<Item> items) {
    List<TestCase.Step> steps = new ArrayList<>();
    for (Item item : items) {
      step(item).ifPresent(steps::add);
    }
    return steps;
  }

  /** A program that is wrong has nothing to look at. */
  private Optional<TestCase.Step> step(Item item) {
    return switch (item) {
      case Item.Expect expect -> Optional.of(expect(expect));
      case Item.ExpectWords words ->
          Optional.of(
              TestForm.code(words)
                  .<TestCase.Step>map(code -> new TestCase.ExpectError(words.span(), code))
                  .orElseGet(() -> new TestCase.ExpectSnapshot(words.span())));
      case Item.Apply apply ->
          Optional.of(new TestCase.Apply(apply.span(), apply.how().isPresent()));
      case Item.Declaration fault -> Optional.of(fault(fault));
      case Item ignored -> Optional.empty();
    };
  }

  private TestCase.Step expect(Item.Expect item) {
    if (run.report().hasErrors()) {
      return new TestCase.Unreached(item.span(), List.of());
    }
    try {
      Value holds = expressions.value(item.condition(), module.module());
      Value message =
          item.message().isPresent()
              ? expressions.value(item.message().get(), module.module())
              : Value.Null.NULL;
      return new TestCase.Expect(item.condition().span(), holds, message, parts(item.condition()));
    } catch (Failure failure) {
      return unreached(item, failure);
    }
  }

  private static TestCase.Step unreached(Item item, Failure failure) {
    List<Diagnostic> why = failure.diagnostic().map(List::of).orElse(List.of());
    return new TestCase.Unreached(item.span(), why);
  }

  /** What cannot be computed by itself, the condition did not need. */
  private List<TestCase.Part> parts(Expr condition) {
    List<TestCase.Part> parts = new ArrayList<>();
    for (Expr operand : Operands.of(condition)) {
      try {
        Value value = expressions.value(operand, module.module());
        parts.add(new TestCase.Part(operand.span(), value));
      } catch (Failure guarded) {
        // It is left out.
      }
    }
    return parts;
  }

  private TestCase.Step fault(Item.Declaration item) {
    Map<String, Value> settings = new HashMap<>();
    try {
      for (Item entry : item.body().map(Body::items).orElse(List.of())) {
        if (entry instanceof Item.Attribute attribute) {
          String name = TestForm.word(attribute.key()).orElse("");
          settings.put(name, setting(attribute.value()));
        }
      }
    } catch (Failure failure) {
      return unreached(item, failure);
    }
    return new TestCase.Fault(item.span(), settings);
  }

  private Value setting(Expr expr) throws Failure {
    return expressions.known(expr, module.module(), "what a fault is");
  }
}
