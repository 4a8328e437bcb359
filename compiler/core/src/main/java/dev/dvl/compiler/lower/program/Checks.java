package dev.dvl.compiler.lower.program;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.lower.convert.Conditions;
import dev.dvl.compiler.lower.expr.Expressions;
import dev.dvl.compiler.lower.expr.Scope;
import dev.dvl.compiler.lower.run.Failure;
import dev.dvl.compiler.lower.run.LowerCodes;
import dev.dvl.compiler.lower.run.LoweringReport;
import dev.dvl.compiler.lower.run.Run;
import dev.dvl.compiler.lower.unfold.Frame;
import dev.dvl.compiler.lower.unfold.UnfoldedModule;
import dev.dvl.compiler.resolve.Contents;
import dev.dvl.compiler.syntax.Body;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The checks of the program: told where they fail, left where they hang on something later. */
public final class Checks {
  private final UnfoldedModule module;
  private final Run run;
  private final Expressions expressions;
  private final List<Program.Check> left = new ArrayList<>();

  public Checks(UnfoldedModule module) {
    this.module = module;
    this.run = module.run();
    this.expressions = module.expressions();
  }

  public List<Program.Check> all() {
    all(run.names().contents(), module.module());
    for (Frame frame : module.frames()) {
      all(frame.contents(), frame.scope());
    }
    left.addAll(module.conversion().conditions().left());
    return List.copyOf(left);
  }

  private void all(Contents contents, Scope scope) {
    for (Item.Check check : contents.checks()) {
      String title = check.title() instanceof Expr.Text text ? text.literal().orElse("") : "";
      assertions(check.body().items(), scope, title);
    }
  }

  private void assertions(List<Item> items, Scope outer, String title) {
    Scope scope = expressions.lets().inside(items, outer);
    for (Item item : items) {
      try {
        item(item, scope, title);
      } catch (Failure e) {
        run.report().report(e);
      }
    }
  }

  private void item(Item item, Scope scope, String title) throws Failure {
    switch (item) {
      case Item.Assert assertion -> assertion(assertion, scope, title);
      case Item.For loop -> {
        Optional<List<Scope>> rounds = expressions.rounds().of(loop.head(), scope);
        if (rounds.isEmpty()) {
          run.report().leave(loop.head().span(), "what a loop goes over");
        }
        rounds.orElse(List.of()).forEach(round -> assertions(loop.body().items(), round, title));
      }
      case Item.If choice -> {
        Value holds = expressions.known(choice.condition(), scope, "this condition");
        Optional<Body> taken =
            holds.equals(Value.of(true)) ? Optional.of(choice.then()) : choice.otherwise();
        taken.ifPresent(body -> assertions(body.items(), scope, title));
      }
      case Item ignored -> {}
    }
  }

  private void assertion(Item.Assert assertion, Scope scope, String title) throws Failure {
    Value holds = expressions.value(assertion.condition(), scope);
    if (holds.equals(Value.of(true))) {
      return;
    }
    Value message =
        assertion.message().isPresent()
            ? expressions.value(assertion.message().get(), scope)
            : Value.text("`" + title + "` does not hold");
    if (holds instanceof Value.Deferred(Term condition)) {
      later(assertion, title, condition, message);
      return;
    }
    Expr condition = assertion.condition();
    Diagnostic fails =
        Diagnostic.at(LowerCodes.CHECK, condition.span(), Conditions.said(message))
            .note("This is the check `" + title + "`.");
    throw new Failure(module.explainer().explain(fails, condition, scope));
  }

  private void later(Item.Assert assertion, String title, Term condition, Value message) {
    if (LoweringReport.isOpen(condition)) {
      run.report().leave(assertion.condition().span(), "the check `" + title + "`");
      return;
    }
    left.add(
        new Program.Check(
            "the check `" + title + "`",
            condition,
            Term.literal(message),
            assertion.condition().span()));
  }
}
