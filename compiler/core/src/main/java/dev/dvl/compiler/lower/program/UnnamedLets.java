package dev.dvl.compiler.lower.program;

import dev.dvl.compiler.lower.expr.Expressions;
import dev.dvl.compiler.lower.expr.Scope;
import dev.dvl.compiler.lower.run.Failure;
import dev.dvl.compiler.lower.run.LowerCodes;
import dev.dvl.compiler.lower.run.Run;
import dev.dvl.compiler.lower.unfold.Frame;
import dev.dvl.compiler.lower.unfold.UnfoldedModule;
import dev.dvl.compiler.lower.unfold.Unfolding;
import dev.dvl.compiler.resolve.Contents;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.syntax.Body;
import dev.dvl.compiler.syntax.FileTree;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * Computes the {@code let}s that no expression names. Nothing else would ever ask for them, and a
 * mistake in one is a mistake all the same. One that is named is computed by need.
 */
public final class UnnamedLets {
  private final UnfoldedModule module;
  private final Run run;
  private final Expressions expressions;

  public UnnamedLets(UnfoldedModule module) {
    this.module = module;
    this.run = module.run();
    this.expressions = module.expressions();
  }

  public void all() {
    for (FileTree file : run.names().files()) {
      walk(file.items(), module.module());
    }
    resources(run.names().contents(), module.unfolding());
    for (Frame frame : module.frames()) {
      if (holdsAny(frame.component().item().body())) {
        walk(frame.component().item().body().items(), frame.scope());
      }
      resources(frame.contents(), frame.unfolding());
    }
  }

  private void resources(Contents contents, Unfolding unfolding) {
    for (Symbol.Resource resource : contents.resources()) {
      if (holdsAny(resource.item().body())) {
        unfolding.slots(resource).forEach(slot -> inside(slot.items(), slot.scope()));
      }
    }
  }

  private void inside(List<Item> items, Scope outer) {
    walk(items, expressions.lets().inside(items, outer));
  }

  private void walk(List<Item> items, Scope scope) {
    for (Item item : items) {
      if (run.budget().isExhausted()) {
        return;
      }
      try {
        item(item, scope);
      } catch (Failure e) {
        tell(e);
      }
    }
  }

  private void item(Item item, Scope scope) throws Failure {
    switch (item) {
      case Item.Let let when isUnnamed(let) -> value(let, scope);
      case Item.For loop when holdsAny(loop.body()) ->
          expressions
              .rounds()
              .of(loop.head(), scope)
              .orElse(List.of())
              .forEach(round -> inside(loop.body().items(), round));
      case Item.If choice when holdsAny(choice.then()) || holdsAny(choice.otherwise()) ->
          choice(choice, scope);
      case Item ignored -> {}
    }
  }

  private void value(Item.Let item, Scope scope) throws Failure {
    Symbol symbol = run.names().declared(item).orElseThrow(Failure::told);
    if (symbol instanceof Symbol.Let let) {
      scope.value(let, let.span());
    }
  }

  private void choice(Item.If choice, Scope scope) throws Failure {
    Value holds = expressions.known(choice.condition(), scope, "this condition");
    Optional<Body> taken =
        holds.equals(Value.of(true)) ? Optional.of(choice.then()) : choice.otherwise();
    taken.ifPresent(body -> inside(body.items(), scope));
  }

  /** A secret that is not set is missed only by what uses it. */
  private void tell(Failure failure) {
    boolean unset =
        failure.diagnostic().filter(it -> it.code().equals(LowerCodes.SECRET_UNSET)).isPresent();
    if (!unset) {
      run.report().report(failure);
    }
  }

  private boolean holdsAny(Optional<Body> body) {
    return body.filter(this::holdsAny).isPresent();
  }

  private boolean holdsAny(Body body) {
    return body.items().stream()
        .anyMatch(
            item ->
                switch (item) {
                  case Item.Let let -> isUnnamed(let);
                  case Item.For loop -> holdsAny(loop.body());
                  case Item.If choice -> holdsAny(choice.then()) || holdsAny(choice.otherwise());
                  case Item ignored -> false;
                });
  }

  private boolean isUnnamed(Item.Let let) {
    return run.names().declared(let).filter(it -> !run.names().isNamed(it)).isPresent();
  }
}
